"""What several look-alikes share: many people pay one account, and the money moves on."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.injection import gathered, local_clock
from jaga.world.rails import RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameters, Scene


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
