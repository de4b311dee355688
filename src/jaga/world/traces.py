"""Traces that published cases leave beside their payments, at partial rates.

None is certain: each shows for a part of the subjects, and each has its like in ordinary life
(families share a telephone, refused payments are tried again, people buy software and top each
other up). Sources: shared devices (FATF 2025; AMLTRIX IND02979), several accounts of one person
(AMLC modus 2), a change of rail after a refusal (FATF 2025), companion purchases (AUSTRAC 2025,
FINTRAC 2025), vouchers as payment (FATF 2025, FinCEN 2021), vouchers in odd sequence (FATF 2025;
AUSTRAC on project Huntsman). The shares are not published;
they are invented, between a fifth and a half.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from jaga.world.book import REJECTED, Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.injection import Illicit, before_shift, beside, inject, local_clock, payers
from jaga.world.rails import RAIL
from jaga.world.randomness import Array
from jaga.world.scene import Scene

VOUCHERS = np.array([RAIL["airtime"], RAIL["prepaid"], RAIL["game_topup"]])
VOUCHER_MCC = np.array([4814, 5815, 5816])

ROLES = {"payer_many_receivers": "payer", "prolific_small_payer": "payer",
         "child_extortion_burst": "child_at_risk",
         "child_turned_collector": "child_at_risk"}  # fmt: skip


def draw(scene: Scene) -> None:
    """Every trace of every typology, each from its own stream, after all typologies are drawn."""
    for trace in TRACES:
        for typology, share in trace.shares.items():
            name = f"trace/{trace.name}/{typology}"
            found = _moments(scene.named(name), typology, share)
            if len(found.subject):
                trace.write(scene.named(f"{name}/drawn"), typology, found)


@dataclass(frozen=True)
class Moments:
    """For each subject that shows the trace: some of its labelled payments, with repetition."""

    subject: Array  # per subject
    row: Array  # per moment: which subject
    creditor: Array
    minute: Array  # before the run's shift
    idr: Array  # before the run's shift
    rail: Array


def _moments(scene: Scene, typology: str, share: float) -> Moments:
    """A share of the subjects, and two to eight of each one's own labelled payments."""
    rng = scene.rng
    account, rows = scene.labels.of(typology)
    cast = scene.cast.get(typology, np.zeros(0, dtype=np.int64))
    subject = np.intersect1d(cast[rng.random(len(cast)) < share], account)
    order = np.argsort(account, kind="stable")
    first = np.searchsorted(account[order], subject)
    count = np.searchsorted(account[order], subject, side="right") - first
    row, _ = repeat(rng.integers(2, 9, len(subject)))
    at = order[first[row] + (rng.random(len(row)) * count[row]).astype(np.int64)]
    return Moments(
        subject=subject, row=row, creditor=rows["creditor"][at].astype(np.int64),
        minute=before_shift(scene, rows["t"][at].astype(np.int64) // 60),
        idr=rows["idr"][at] / scene.shift.scale, rail=rows["rail"][at].astype(np.int64),
    )  # fmt: skip


def _shared_phone(scene: Scene, typology: str, found: Moments) -> None:
    """Straw accounts are paid now and then and hand it on from the organiser's own telephone."""
    rng, people, n = scene.rng, scene.people, len(found.row)
    pool = people.wallet_of(scene.strangers)
    straws = pool[rng.integers(0, len(pool), (len(found.subject), 4))]
    used = rng.integers(2, 5, len(found.subject))
    straw = straws[found.row, (rng.random(n) * used[found.row]).astype(np.int64)]
    boss = found.subject[found.row]
    amount = lognormal(rng, n, np.clip(found.idr, 30_000, 1_500_000), 0.4)
    sender = payers(scene, np.full(n, 0.1))
    minute = found.minute + rng.integers(-2880, 2880, n)
    day, second = local_clock(scene, sender, minute)
    beside(scene, "to-straw", Entries(day=day, second=second, debtor=sender, creditor=straw,
                                      amount=amount, round_share=0.6))  # fmt: skip
    day, second = local_clock(scene, straw, minute + rng.integers(5, 600, n))
    beside(scene, "from-straw", Entries(
        day=day, second=second, debtor=straw, creditor=boss, amount=amount * 0.95, via=boss,
        remark=0, round_share=0.4,
    ))  # fmt: skip


def _second_account(scene: Scene, typology: str, found: Moments) -> None:
    """Some payers use another account of the same holder, who moves it over."""
    rng, people = scene.rng, scene.people
    own = found.subject[found.row]
    bank, wallet = people.bank_of(own), people.wallet_of(own)
    other = np.where(bank != own, bank, wallet)
    has = other != own
    own, other, minute, idr = own[has], other[has], found.minute[has], found.idr[has]
    n = len(own)
    sender = payers(scene, np.full(n, 0.2))
    amount = lognormal(rng, n, np.clip(idr, 30_000, 2_000_000), 0.4)
    minute = minute + rng.integers(-1440, 1440, n)
    day, second = local_clock(scene, sender, minute)
    beside(scene, "credits", Entries(day=day, second=second, debtor=sender, creditor=other,
                                     amount=amount, round_share=0.6))  # fmt: skip
    day, second = local_clock(scene, other, minute + rng.integers(3, 900, n))
    beside(scene, "over", Entries(day=day, second=second, debtor=other, creditor=own,
                                  amount=amount * 0.97, remark=0))  # fmt: skip


def _refused(scene: Scene, typology: str, found: Moments) -> None:
    """The same amount to the same person, refused on another rail shortly before."""
    rng = scene.rng
    few = rng.random(len(found.row)) < 0.5
    debtor = found.subject[found.row][few]
    day, second = local_clock(scene, debtor, found.minute[few] - rng.integers(2, 50, few.sum()))
    beside(scene, "attempts", Entries(
        day=day, second=second, debtor=debtor, creditor=found.creditor[few], amount=found.idr[few],
        rail=another_rail(found.rail[few]), status=REJECTED, remark=0, round_share=0.0,
    ))  # fmt: skip


def another_rail(rail: Array) -> Array:
    """A rail that people try when this one refused."""
    first = np.where(rail == RAIL["e_wallet"], RAIL["instant_transfer"], RAIL["e_wallet"])
    return np.where(rail == RAIL["remittance"], RAIL["card"], first)


def _companions(scene: Scene, typology: str, found: Moments) -> None:
    """Services of anonymity, recording software and the like, within a month of the payments."""
    rng = scene.rng
    few = rng.random(len(found.row)) < 0.5
    debtor = found.subject[found.row][few]
    n = len(debtor)
    day, second = local_clock(scene, debtor, found.minute[few] + rng.integers(-43_200, 43_200, n))
    beside(scene, "bought", Entries(
        day=np.maximum(day, 0), second=second, debtor=debtor, creditor=scene.platform("game", n),
        amount=lognormal(rng, n, 110_000, 0.7) / scene.shift.scale, rail=RAIL["card"],
        mcc=rng.choice([4816, 5734, 5817], n), remark=0, round_share=0.1,
    ))  # fmt: skip


def _vouchers_to(scene: Scene, typology: str, found: Moments) -> None:
    """Top-ups and prepaid values for a person who is also paid in money."""
    rng, n = scene.rng, len(found.row)
    debtor, sort = found.subject[found.row], rng.integers(0, 3, n)
    day, second = local_clock(scene, debtor, found.minute + rng.integers(-7200, 7200, n))
    inject(scene, "vouchers", typology, ROLES[typology], Illicit(Entries(
        day=np.maximum(day, 0), second=second, debtor=debtor, creditor=found.creditor,
        amount=rng.choice([25_000, 50_000, 100_000, 150_000, 300_000], n), rail=VOUCHERS[sort],
        mcc=VOUCHER_MCC[sort], remark=0, round_share=0.9,
    ), debtor))  # fmt: skip


def _vouchers_odd(scene: Scene, typology: str, found: Moments) -> None:
    """The same value again and again within a day, around one of the payments."""
    rng, n = scene.rng, len(found.subject)
    debtor, total = found.subject[found.row], len(found.row)
    begins = np.zeros(n, dtype=np.int64)
    begins[found.row] = found.minute
    value = rng.choice([50_000, 100_000, 150_000, 200_000, 300_000, 500_000], n)[found.row]
    sort = rng.integers(0, 3, n)[found.row]
    day, second = local_clock(scene, debtor, begins[found.row] + rng.integers(0, 1700, total))
    inject(scene, "vouchers", typology, ROLES[typology], Illicit(Entries(
        day=day, second=second, debtor=debtor, creditor=scene.platform("game", total),
        amount=value, rail=VOUCHERS[sort], mcc=VOUCHER_MCC[sort], remark=0, round_share=0.0,
    ), debtor))  # fmt: skip


@dataclass(frozen=True)
class Trace:
    """What is left beside payments, for which share of the subjects of each typology."""

    name: str
    words: str
    shares: dict[str, float]
    write: Callable[[Scene, str, Moments], None]


TRACES = (
    Trace("shared_phone", "Straw accounts pay from the organiser's own telephone.", {
        "facilitator_gather_split": 0.35, "receiver_fan_in_cash_out": 0.3,
        "young_extortion_receiver": 0.35, "organiser_spend": 0.2,
    }, _shared_phone),
    Trace("second_account", "Some payers use another account of the same holder.", {
        "receiver_fan_in_cash_out": 0.35, "receiver_paid_group": 0.25,
    }, _second_account),
    Trace("refused", "An attempt on another rail was refused within the hour before.", {
        "payer_many_receivers": 0.4, "prolific_small_payer": 0.2, "travelling_payer": 0.2,
        "child_extortion_burst": 0.25,
    }, _refused),
    Trace("companions", "Network services, software or applications are bought within a month.", {
        "payer_many_receivers": 0.4, "prolific_small_payer": 0.3, "payer_virtual_asset": 0.4,
        "travelling_payer": 0.2,
    }, _companions),
    Trace("vouchers_to", "A receiver gets top-ups or vouchers as well; labelled.", {
        "payer_many_receivers": 0.3, "prolific_small_payer": 0.2,
    }, _vouchers_to),
    Trace("vouchers_odd", "The same voucher value again and again within a day; labelled.", {
        "child_extortion_burst": 0.4, "child_turned_collector": 0.25,
    }, _vouchers_odd),
)  # fmt: skip
