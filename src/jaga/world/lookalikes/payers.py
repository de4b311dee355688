"""People who pay others often, or in odd hours, for ordinary reasons."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.innocent import Paying, Purchase, buy, pay_people
from jaga.world.people import People
from jaga.world.rails import PURPOSE, RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

FAN = Parameters((
    Parameter("people", (1, 5), "people", "creators who are followed"),
    Parameter("monthly", (2, 12), "payments each", "on evenings of a broadcast"),
    Parameter("median", (10_000, 80_000), "rupiah", "small tips"),
))  # fmt: skip
FRIEND = Parameters((
    Parameter("payments", (6, 25), "payments", "more and closer together with time"),
    Parameter("median", (40_000, 400_000), "rupiah", "dinners, presents, a loan"),
    Parameter("night_share", (0.2, 0.8), "share", "in the evening and at night"),
))  # fmt: skip
FEES = Parameters((
    Parameter("people", (1, 3), "people", "relatives who are paid whichever way is cheapest"),
    Parameter("monthly", (3, 8), "payments each", "small sums"),
    Parameter("median", (50_000, 500_000), "rupiah", "small sums"),
))  # fmt: skip
SHIFT = Parameters((
    Parameter("people", (1, 5), "people", "family, colleagues, a food stall"),
    Parameter("monthly", (2, 8), "payments each", "after work, at three in the morning"),
    Parameter("median", (25_000, 300_000), "rupiah", "meals, rides, family"),
))  # fmt: skip
SUBSCRIBER = Parameters((
    Parameter("people", (2, 6), "people", "a tutor, a trainer, a landlord, a caterer"),
    Parameter("monthly", (1, 4), "payments each", "fixed prices"),
    Parameter("median", (50_000, 500_000), "rupiah", "the same each time"),
))  # fmt: skip
BILLS = Parameters((
    Parameter("people", (2, 6), "people", "carers, relatives at the bedside, a school"),
    Parameter("monthly", (1, 4), "payments each", "while the illness or the term lasts"),
    Parameter("median", (100_000, 1_500_000), "rupiah", "medicine, fees, uniforms"),
))  # fmt: skip
VOLUNTEER = Parameters((
    Parameter("people", (4, 14), "people", "families that a charity supports"),
    Parameter("monthly", (1, 2), "payments each", "the same sum for all"),
    Parameter("median", (100_000, 500_000), "rupiah", "a parcel's worth"),
))  # fmt: skip
COMMUTER = Parameters((
    Parameter("loads", (4, 14), "payments a month", "ride credit, a little at a time"),
    Parameter("median", (15_000, 60_000), "rupiah", "a day or two of rides"),
))  # fmt: skip
EMERGENCY = Parameters((
    Parameter("lenders", (2, 6), "people", "friends and relatives who send help"),
    Parameter("payments", (3, 9), "payments", "hospital, medicine, transport in one or two days"),
    Parameter("first", (100_000, 2_000_000), "rupiah", "per payment"),
))  # fmt: skip
SUPPORT = Parameters((
    Parameter("people", (2, 5), "people", "parents, siblings, grown children"),
    Parameter("monthly", (1, 5), "payments each", "money and pulsa"),
    Parameter("median", (20_000, 250_000), "rupiah", "small sums"),
    Parameter("back", (2, 5), "people", "relatives who top the subject up in turn"),
))  # fmt: skip
AT_HOME = Parameters((
    Parameter("senders", (2, 6), "people", "children and siblings who work abroad"),
    Parameter("monthly", (0.7, 1.5), "payments each", "after their payday"),
    Parameter("median", (400_000, 2_500_000), "rupiah", "the share of each"),
))  # fmt: skip


def adults(people: People) -> Array:
    """Adults at home."""
    return people.between(19, 66).astype(float)


def young_adults(people: People) -> Array:
    """Ages 15 to 40."""
    return people.between(15, 40).astype(float)


def youths(people: People) -> Array:
    """Ages 14 to 24."""
    return people.between(14, 24).astype(float)


def _tip(scene: Scene, subjects: Array) -> None:
    people = scene.people
    creators = people.wallet_of(people.where(people.between(16, 34)))
    how = Paying(creators, "night", round_share=0.95, remark=3)
    pay_people(scene, subjects, FAN, how, "tips")


def _befriend(scene: Scene, subjects: Array) -> None:
    """One new acquaintance: small sums that grow and come more often."""
    rng, n = scene.rng, len(subjects)
    other = scene.strangers[rng.integers(0, len(scene.strangers), n)]
    counts = FRIEND.of("payments").whole(rng, n)
    row, nth = repeat(counts)
    part, median = nth / counts[row], FRIEND.of("median").log(rng, n)
    night = rng.random(len(row)) < FRIEND.of("night_share").even(rng, n)[row]
    second = np.where(night, seconds(rng, "night", len(row)), seconds(rng, "evening", len(row)))
    start = scene.start_days(subjects, 30)
    scene.write("paid", Entries(
        day=(start[row] + (scene.spec.days - start[row]) * part**0.7).astype(np.int64),
        second=second, debtor=subjects[row], creditor=other[row],
        amount=lognormal(rng, len(row), median[row] * (0.5 + part), 0.4), round_share=0.7,
    ))  # fmt: skip


def _cheapest(scene: Scene, subjects: Array) -> None:
    """The same few relatives over changing rails."""
    halves = (RAIL["e_wallet"], RAIL["instant_transfer"], RAIL["bank_transfer"])
    rng, n = scene.rng, len(subjects)
    people = FEES.of("people").whole(rng, n)
    table = scene.strangers[rng.integers(0, len(scene.strangers), (n, 3))]
    pair, column = repeat(people)
    row, _ = repeat(rng.poisson(FEES.of("monthly").even(rng, n)[pair] * scene.spec.days / 30) + 1)
    who, total, median = pair[row], len(row), FEES.of("median").log(rng, n)
    scene.write("paid", Entries(
        day=scene.calendar.draw(rng, total, scene.calendar.weights()),
        second=seconds(rng, "day", total), debtor=subjects[who], creditor=table[who, column[row]],
        amount=lognormal(rng, total, median[who], 0.5), rail=rng.choice(halves, total),
        round_share=0.6,
    ))  # fmt: skip


def _at_night(scene: Scene, subjects: Array) -> None:
    pay_people(scene, subjects, SHIFT, Paying(scene.strangers, "night", round_share=0.6))


def _subscribe(scene: Scene, subjects: Array) -> None:
    pay_people(scene, subjects, SUBSCRIBER, Paying(scene.strangers, "day", 0.9, spread=0.01))


def _care(scene: Scene, subjects: Array) -> None:
    """Remarks of fees and hospitals that are true."""
    pay_people(scene, subjects, BILLS, Paying(scene.strangers, "day", 0.6, remark=2, spread=0.5))


def _volunteer(scene: Scene, subjects: Array) -> None:
    how = Paying(scene.strangers, "day", 1.0, purpose=PURPOSE["CHAR"], spread=0.02)
    pay_people(scene, subjects, VOLUNTEER, how)


def _commute(scene: Scene, subjects: Array) -> None:
    loads = COMMUTER.of("loads")
    buy(scene, subjects, Purchase("loads", "ride", loads, 30_000, 4121, "e_wallet", "commute"))


def _rush(scene: Scene, subjects: Array) -> None:
    """Help comes in, and is paid out within a day or two to people never paid before."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    day, first = scene.start_days(subjects, 4), EMERGENCY.of("first").log(rng, n)
    row, nth = repeat(EMERGENCY.of("lenders").whole(rng, n))
    scene.write("lent", Entries(
        day=day[row], second=seconds(rng, "day", len(row)),
        debtor=people.owner_friends[people.owner[subjects[row]], nth % 6], creditor=subjects[row],
        amount=first[row] * rng.uniform(0.5, 1.5, len(row)), round_share=0.9,
    ))  # fmt: skip
    row, _ = repeat(EMERGENCY.of("payments").whole(rng, n))
    total = len(row)
    kin = scene.strangers[rng.integers(0, len(scene.strangers), (n, 2))]
    scene.write("paid", Entries(
        day=day[row] + rng.integers(0, 2, total), second=seconds(rng, "evening", total),
        debtor=subjects[row], creditor=kin[row, rng.integers(0, 2, total)],
        amount=lognormal(rng, total, first[row] * 0.7, 0.4), round_share=0.5,
    ))  # fmt: skip


def _support(scene: Scene, subjects: Array) -> None:
    """Money and pulsa both ways within one family."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    pool = people.wallet_of(scene.strangers)
    pay_people(scene, subjects, SUPPORT, Paying(pool), "money")
    top_up = Paying(pool, rail=RAIL["airtime"], mcc=4814, round_share=0.95)
    pay_people(scene, subjects, SUPPORT, top_up, "pulsa")
    kin = pool[rng.integers(0, len(pool), (n, 5))]
    back = SUPPORT.of("back").whole(rng, n)
    row, _ = repeat(rng.poisson(1.5 * scene.spec.days / 7, n))
    total = len(row)
    scene.write("topped-up", Entries(
        day=scene.calendar.draw(rng, total, scene.calendar.weights()),
        second=seconds(rng, "evening", total),
        debtor=kin[row, (rng.random(total) * back[row]).astype(np.int64)], creditor=subjects[row],
        amount=rng.choice([20_000, 25_000, 50_000, 100_000], total), rail=RAIL["airtime"],
        mcc=4814, round_share=0.0,
    ))  # fmt: skip


def _from_abroad(scene: Scene, subjects: Array) -> None:
    """Several relatives abroad send to one household."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    away = people.where((people.country > 0) & people.national)
    table = away[rng.integers(0, len(away), (n, 6))]
    pair, column = repeat(AT_HOME.of("senders").whole(rng, n))
    monthly = AT_HOME.of("monthly").even(rng, len(pair))
    row, _ = repeat(np.maximum(1, rng.poisson(monthly * scene.spec.days / 30)))
    who, total, median = pair[row], len(row), AT_HOME.of("median").log(rng, len(pair))
    scene.write("received", Entries(
        day=scene.calendar.draw(rng, total, scene.calendar.weights(1.4, 2.0, 1.8)),
        second=seconds(rng, "evening", total), debtor=table[who, column[row]],
        creditor=subjects[who], amount=lognormal(rng, total, median[row], 0.2),
        purpose=np.where(rng.random(total) < 0.5, PURPOSE["FAMI"], 0), round_share=0.75,
    ))  # fmt: skip


PATTERNS = (
    LookAlike("creator_fan", FAN, young_adults, _tip),
    LookAlike("new_friend", FRIEND, adults, _befriend),
    LookAlike("fee_shopper", FEES, adults, _cheapest),
    LookAlike("shift_worker", SHIFT, adults, _at_night),
    LookAlike("subscriber", SUBSCRIBER, adults, _subscribe),
    LookAlike("family_bills", BILLS, adults, _care),
    LookAlike("charity_volunteer", VOLUNTEER, adults, _volunteer),
    LookAlike("commuter", COMMUTER, adults, _commute),
    LookAlike("emergency", EMERGENCY, youths, _rush),
    LookAlike("family_support", SUPPORT, adults, _support),
    LookAlike("migrant_household", AT_HOME, adults, _from_abroad),
)
