"""Ordinary habits that leave an odd trace: dating, privacy, promotions, games at night, saving."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.innocent import Paying, Purchase, buy, pay_people
from jaga.world.people import People
from jaga.world.rails import RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

DATER = Parameters((
    Parameter("people", (2, 5), "people", "adults who are met and share a bill"),
    Parameter("monthly", (0.5, 2), "payments each", "dinners, rides, a present"),
    Parameter("median", (50_000, 500_000), "rupiah", "half of a bill"),
    Parameter("boosts", (0.5, 4), "payments a month", "to a dating application"),
))  # fmt: skip
PRIVACY = Parameters((
    Parameter("network", (0.7, 1.5), "payments a month", "a private network service"),
    Parameter("prepaid", (0.3, 2), "payments a month", "prepaid values instead of a card"),
))  # fmt: skip
PROMOTION = Parameters((
    Parameter("days", (2, 6), "days", "with a promotion of an operator"),
    Parameter("top_ups", (3, 7), "top-ups a day", "of one value, for relatives and oneself"),
    Parameter("value", (20_000, 150_000), "rupiah", "the value of the promotion"),
))  # fmt: skip
NIGHT_GAMER = Parameters((
    Parameter("packs", (4, 16), "payments a month", "game credit, after work"),
    Parameter("people", (1, 4), "people", "team mates and sellers of items"),
    Parameter("monthly", (1, 3), "payments each", "items and shares of a team"),
    Parameter("median", (30_000, 250_000), "rupiah", "an item"),
))  # fmt: skip
SAVER = Parameters((
    Parameter("senders", (2, 5), "people", "parents, grandparents, an aunt"),
    Parameter("deposits", (4, 16), "payments a month", "savings for school"),
    Parameter("median", (20_000, 150_000), "rupiah", "a deposit"),
))  # fmt: skip


def adults(people: People) -> Array:
    """Ages 20 to 50."""
    return people.between(20, 50).astype(float)


def minors(people: People) -> Array:
    """Ages 10 to 17."""
    return people.between(10, 17).astype(float)


def _date(scene: Scene, subjects: Array) -> None:
    people = scene.people
    grown = people.owner_main[np.unique(people.owner[people.where(people.between(21, 50))])]
    pay_people(scene, subjects, DATER, Paying(grown, "night", round_share=0.4))
    boosts = DATER.of("boosts")
    buy(scene, subjects, Purchase("boosts", "shop", boosts, 60_000, 7273, "e_wallet", "night"))


def _keep_private(scene: Scene, subjects: Array) -> None:
    network, prepaid = PRIVACY.of("network"), PRIVACY.of("prepaid")
    buy(scene, subjects, Purchase("network", "game", network, 65_000, 4816))
    buy(scene, subjects, Purchase("prepaid", "shop", prepaid, 120_000, 5815, "prepaid"))


def _promotion(scene: Scene, subjects: Array) -> None:
    """Several top-ups of one value on a few days, half of them for relatives."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    day_of, _ = repeat(PROMOTION.of("days").whole(rng, n))
    day = scene.calendar.draw(rng, len(day_of), scene.calendar.weights())
    value = np.rint(PROMOTION.of("value").log(rng, n) / 5_000) * 5_000
    row, nth = repeat(PROMOTION.of("top_ups").whole(rng, len(day_of)))
    who, total = day_of[row], len(row)
    kin = people.wallet_of(people.owner_friends[people.owner[subjects[who]], nth % 6])
    scene.write("top-ups", Entries(
        day=day[row], second=seconds(rng, "evening", total), debtor=subjects[who],
        creditor=np.where(rng.random(total) < 0.5, kin, scene.platform("telco", total)),
        amount=value[who], rail=RAIL["airtime"], mcc=4814, round_share=0.0,
    ))  # fmt: skip


def _play(scene: Scene, subjects: Array) -> None:
    packs = NIGHT_GAMER.of("packs")
    buy(scene, subjects, Purchase("packs", "game", packs, 60_000, 5816, "game_topup", "night"))
    pay_people(scene, subjects, NIGHT_GAMER, Paying(scene.strangers, "night", round_share=0.7))


def _save(scene: Scene, subjects: Array) -> None:
    rng, n = scene.rng, len(subjects)
    table = scene.strangers[rng.integers(0, len(scene.strangers), (n, 5))]
    row, _ = repeat(rng.poisson(SAVER.of("deposits").even(rng, n) * scene.spec.days / 30) + 1)
    total, senders = len(row), SAVER.of("senders").whole(rng, n)
    median = SAVER.of("median").log(rng, n)
    scene.write("saved", Entries(
        day=scene.calendar.draw(rng, total, scene.calendar.weights(1.2, 2.0, 1.4)),
        second=seconds(rng, "day", total),
        debtor=table[row, (rng.random(total) * senders[row]).astype(np.int64)],
        creditor=subjects[row], amount=lognormal(rng, total, median[row], 0.4), round_share=0.95,
    ))  # fmt: skip


PATTERNS = (
    LookAlike("adult_dater", DATER, adults, _date),
    LookAlike("privacy_user", PRIVACY, adults, _keep_private),
    LookAlike("promotion_hunter", PROMOTION, adults, _promotion),
    LookAlike("night_gamer", NIGHT_GAMER, adults, _play),
    LookAlike("school_saver", SAVER, minors, _save),
)
