"""The young and their honest money: students, creators, athletes, a family's stall, a swindle."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.injection import newish
from jaga.world.innocent import collect, pay_out
from jaga.world.people import People
from jaga.world.rails import RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

STUDENT = Parameters((
    Parameter("senders", (2, 7), "people", "parents, an aunt, a scholarship, friends who share"),
    Parameter("monthly", (2, 8), "payments", "living costs"),
    Parameter("median", (80_000, 900_000), "rupiah", "a week of living costs"),
))  # fmt: skip
CREATOR = Parameters((
    Parameter("monthly", (5, 40), "payments", "gifts of viewers"),
    Parameter("median", (8_000, 60_000), "rupiah", "small tips"),
    Parameter("payouts", (1, 6), "payouts a month", "of the platform, cashed by a parent"),
))  # fmt: skip
ATHLETE = Parameters((
    Parameter("senders", (3, 12), "people", "club, school, relatives, a local firm"),
    Parameter("gifts", (3, 18), "payments", "travel money, prizes, shoes"),
    Parameter("median", (50_000, 900_000), "rupiah", "per payment"),
))  # fmt: skip
STALL = Parameters((
    Parameter("monthly", (6, 35), "payments", "customers of the family's stall"),
    Parameter("median", (12_000, 70_000), "rupiah", "a meal, a parcel"),
    Parameter("moved", 0.8, "share", "handed to the parents within the day"),
))  # fmt: skip
SWINDLED = Parameters((
    Parameter("payments", (2, 6), "payments", "price, fees, and fees again"),
    Parameter("first", (50_000, 900_000), "rupiah", "the price of a bargain"),
    Parameter("days", (1, 5), "days", "until the seller is silent"),
))  # fmt: skip


def students(people: People) -> Array:
    """Ages 17 to 23, new accounts first."""
    return people.between(17, 23) * np.where(people.opened > -30, 6.0, 1.0)


def minors(people: People) -> Array:
    """Ages 12 to 17."""
    return people.between(12, 17).astype(float)


def youths(people: People) -> Array:
    """Ages 13 to 24."""
    return people.between(13, 24).astype(float)


def _few_send(scene: Scene, subjects: Array, senders: Array, counts: Array, median: Array) -> None:
    rng, n = scene.rng, len(subjects)
    table = scene.strangers[rng.integers(0, len(scene.strangers), (n, 12))]
    row, _ = repeat(counts)
    total = len(row)
    scene.write("sent", Entries(
        day=scene.calendar.draw(rng, total, scene.calendar.weights(1.1, 1.5, 1.5)),
        second=seconds(rng, "evening", total),
        debtor=table[row, (rng.random(total) * senders[row]).astype(np.int64)],
        creditor=subjects[row], amount=lognormal(rng, total, median[row], 0.5), round_share=0.85,
    ))  # fmt: skip


def _study(scene: Scene, subjects: Array) -> None:
    rng, n, months = scene.rng, len(subjects), scene.spec.days / 30
    counts = rng.poisson(STUDENT.of("monthly").even(rng, n) * months) + 1
    _few_send(scene, subjects, STUDENT.of("senders").whole(rng, n), counts,
              STUDENT.of("median").log(rng, n))  # fmt: skip


def _create(scene: Scene, subjects: Array) -> None:
    """Gifts and payouts that a parent's account takes over."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    viewers = people.wallet_of(people.where(people.between(12, 30)))
    collect(scene, subjects, CREATOR, "evening", pool=viewers, round_share=0.9)
    row, _ = repeat(rng.poisson(CREATOR.of("payouts").even(rng, n) * scene.spec.days / 30) + 1)
    total = len(row)
    day = scene.calendar.draw(rng, total, scene.calendar.weights())
    amount = lognormal(rng, total, 250_000, 0.6)
    scene.write("payouts", Entries(
        day=day, second=seconds(rng, "office", total), debtor=scene.platform("gift", total),
        creditor=subjects[row], amount=amount, rail=RAIL["gift_payout"], round_share=0.1,
    ))  # fmt: skip
    parent = people.owner_kin[people.owner[subjects[row]], 0]
    parent = np.where(parent < 0, people.bank_of(subjects[row]), parent)
    scene.write("taken-over", Entries(
        day=day + rng.integers(0, 2, total), second=seconds(rng, "evening", total),
        debtor=subjects[row], creditor=parent, amount=amount * 0.9, round_share=0.5,
    ))  # fmt: skip


def _train(scene: Scene, subjects: Array) -> None:
    rng, n = scene.rng, len(subjects)
    senders, gifts = ATHLETE.of("senders").whole(rng, n), ATHLETE.of("gifts").whole(rng, n)
    _few_send(scene, subjects, senders, gifts, ATHLETE.of("median").log(rng, n))


def _stall(scene: Scene, subjects: Array) -> None:
    rows = collect(scene, subjects, STALL, "day", round_share=0.6)
    pay_out(scene, rows, STALL.of("moved").high, hours=8, cash=0.5)


def _swindled(scene: Scene, subjects: Array) -> None:
    """A bargain that never comes: several payments to one new seller, then none."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    pool = newish(scene, people.wallet_of(scene.strangers))
    seller = pool[rng.integers(0, len(pool), max(1, n // 3))][rng.integers(0, max(1, n // 3), n)]
    span = SWINDLED.of("days").whole(rng, n)
    opened = np.clip(np.maximum(people.opened[subjects], people.opened[seller]), 0, None)
    room = np.maximum(scene.spec.days - opened - span - 1, 1)
    day, first = opened + (rng.random(n) * room).astype(np.int64), SWINDLED.of("first").log(rng, n)
    row, nth = repeat(SWINDLED.of("payments").whole(rng, n))
    total = len(row)
    scene.write("paid", Entries(
        day=day[row] + (rng.random(total) * span[row]).astype(np.int64),
        second=seconds(rng, "evening", total), debtor=subjects[row], creditor=seller[row],
        amount=first[row] * np.where(nth > 0, rng.uniform(0.2, 0.8, total), 1), round_share=0.6,
    ))  # fmt: skip


PATTERNS = (
    LookAlike("student", STUDENT, students, _study),
    LookAlike("young_creator", CREATOR, minors, _create),
    LookAlike("young_athlete", ATHLETE, minors, _train),
    LookAlike("family_business", STALL, minors, _stall),
    LookAlike("other_fraud", SWINDLED, youths, _swindled),
)
