"""What several look-alikes share: many pay one, one pays several, or somebody buys."""

from dataclasses import dataclass

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.injection import gathered, local_clock
from jaga.world.rails import RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameter, Parameters, Scene


def collect(
    scene: Scene,
    subjects: Array,
    parameters: Parameters,
    hours: str,
    pool: Array | None = None,
    round_share: float = 0.5,
) -> dict[str, Array]:
    """Credits to each subject: `monthly` payments of around `median` from a pool of payers.

    A fifth of payers come back. Returns the written rows.
    """
    rng, n = scene.rng, len(subjects)
    pool = scene.strangers if pool is None else pool
    monthly = parameters.of("monthly").log(rng, n)
    median = parameters.of("median").log(rng, n)
    row, nth = repeat(rng.poisson(monthly * scene.spec.days / 30))
    total = len(row)
    payer = pool[rng.integers(0, len(pool), total)]
    again = (rng.random(total) < 0.2) & (nth > 0)
    payer = np.where(again, payer[np.maximum(np.arange(total) - 1, 0)], payer)
    written = scene.write("credits", Entries(
        day=scene.calendar.draw(rng, total, scene.calendar.weights(1.1, 1.4, 1.2)),
        second=seconds(rng, hours, total), debtor=payer, creditor=subjects[row],
        amount=lognormal(rng, total, median[row], 0.5), round_share=round_share,
    ))  # fmt: skip
    return written.rows


def pay_out(
    scene: Scene, rows: dict[str, Array], share: float, hours: float, cash: float = 0.3
) -> None:
    """Move a share of each day's credits on within about `hours`: cash, own bank, or suppliers."""
    rng, people = scene.rng, scene.people
    subject = rows["creditor"].astype(np.int64)
    account, idr, minute = gathered(rows, subject, np.zeros(len(subject), dtype=bool))
    moves = rng.random(len(account)) < 0.8
    account, idr, minute = account[moves], idr[moves], minute[moves]
    n = len(account)
    minute = minute + np.clip(lognormal(rng, n, hours * 40, 0.8), 5, 5760).astype(np.int64)
    own = people.bank_of(account)
    u = rng.random(n)
    agent = scene.agents.pick(rng, people.province[account])
    supplier = scene.merchants.pick(rng, people.province[account])
    creditor = np.where(u < cash, agent, np.where((u < 0.7) & (own != account), own, supplier))
    day, second = local_clock(scene, account, minute)
    scene.write("out", Entries(
        day=day, second=second, debtor=account, creditor=creditor,
        amount=idr * np.clip(rng.normal(share, 0.12, n), 0.1, 1.0),
        rail=np.where(creditor == agent, RAIL["cash_out"], -1), round_share=0.4,
    ))  # fmt: skip


def buy_stock(
    scene: Scene, subjects: Array, platform: str, parameters: Parameters, median: float
) -> None:
    """Deposits with a platform, `stock` times a month, of around `median` rupiah."""
    rng, n = scene.rng, len(subjects)
    monthly = parameters.of("stock").log(rng, n)
    row, _ = repeat(rng.poisson(monthly * scene.spec.days / 30))
    total = len(row)
    scene.write("stock", Entries(
        day=scene.calendar.draw(rng, total, scene.calendar.weights(1.0, 1.3)),
        second=seconds(rng, "day", total), debtor=subjects[row],
        creditor=scene.platform(platform, total), amount=lognormal(rng, total, median, 0.6),
        round_share=0.8,
    ))  # fmt: skip


@dataclass(frozen=True)
class Paying:
    """How somebody pays several people: whom, when, over which rail, and what is said."""

    pool: Array
    hours: str = "evening"
    round_share: float = 0.6
    rail: int = -1
    mcc: int = 0
    purpose: int = 0
    remark: int = -2
    spread: float = 0.3


def pay_people(
    scene: Scene, subjects: Array, parameters: Parameters, how: Paying, part: str = "paid"
) -> dict[str, Array]:
    """Each subject pays `people` of a pool, `monthly` times each, around `median` rupiah."""
    rng, n = scene.rng, len(subjects)
    many = parameters.of("people")
    table = partners(rng, n, int(many.high), how.pool)
    pair, column = repeat(many.whole(rng, n))
    monthly = parameters.of("monthly").log(rng, n)
    row, _ = repeat(np.maximum(1, rng.poisson(monthly[pair] * scene.spec.days / 30)))
    who, total = pair[row], len(row)
    median = parameters.of("median").log(rng, n)
    written = scene.write(part, Entries(
        day=scene.calendar.draw(rng, total, scene.calendar.weights(1.1, 1.2, 1.2)),
        second=seconds(rng, how.hours, total), debtor=subjects[who],
        creditor=table[who, column[row]], amount=lognormal(rng, total, median[who], how.spread),
        rail=how.rail, purpose=how.purpose, remark=how.remark, mcc=how.mcc,
        round_share=how.round_share,
    ))  # fmt: skip
    return written.rows


def dues(
    scene: Scene, subjects: Array, parameters: Parameters, pool: Array, hours: str = "evening"
) -> dict[str, Array]:
    """The same `members` pay the same `fee` each month, most in its first ten days."""
    rng, n = scene.rng, len(subjects)
    members = parameters.of("members").whole(rng, n)
    fee = np.maximum(np.rint(parameters.of("fee").log(rng, n) / 5_000), 1) * 5_000
    table = partners(rng, n, int(parameters.of("members").high), pool)
    months = max(1, round(scene.spec.days / 30))
    row, nth = repeat(members * months)
    late = np.minimum(lognormal(rng, len(row), 4, 0.7), 20).astype(np.int64)
    comes = rng.random(len(row)) < 0.92
    row, nth, late = row[comes], nth[comes], late[comes]
    written = scene.write("dues", Entries(
        day=nth // members[row] * 30 + late, second=seconds(rng, hours, len(row)),
        debtor=table[row, nth % members[row]], creditor=subjects[row], amount=fee[row],
        round_share=0.0,
    ))  # fmt: skip
    return written.rows


@dataclass(frozen=True)
class Purchase:
    """A sort of purchase: from whom, how often a month, how much, and its category."""

    part: str
    payee: str  # "merchants", "agents", or a platform
    monthly: Parameter
    median: float
    mcc: int
    rail: str = "card"
    hours: str = "evening"
    spread: float = 0.5


def buy(scene: Scene, subjects: Array, purchase: Purchase) -> None:
    """Purchases all through the run, each subject at a pace of their own."""
    rng, n = scene.rng, len(subjects)
    pace = purchase.monthly.even(rng, n) * scene.spec.days / 30 * rng.gamma(3, 1 / 3, n)
    row, _ = repeat(np.maximum(1, rng.poisson(pace)))
    total, near = len(row), scene.people.province[subjects[row]]
    if purchase.payee in ("merchants", "agents"):
        payee = getattr(scene, purchase.payee).pick(rng, near)
    else:
        payee = scene.platform(purchase.payee, total)
    scene.write(purchase.part, Entries(
        day=scene.calendar.draw(rng, total, scene.calendar.weights(1.1)),
        second=seconds(rng, purchase.hours, total), debtor=subjects[row], creditor=payee,
        amount=lognormal(rng, total, purchase.median, purchase.spread),
        rail=RAIL[purchase.rail], mcc=purchase.mcc, round_share=0.4,
    ))  # fmt: skip
