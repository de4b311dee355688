"""People away from home who pay persons there: tourists, expatriates, and couples apart."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import Near, lognormal, repeat
from jaga.world.people import People
from jaga.world.places import PROVINCE_WEIGHTS
from jaga.world.rails import PURPOSE, RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene
from jaga.world.typologies.travelling_payer import lodging, ticket

TOURIST = Parameters((
    Parameter("nights", (2, 18), "nights", "a weekend to a long holiday"),
    Parameter("persons", (1, 6), "people", "a driver, a guide, a surf teacher, a host"),
    Parameter("median", (60_000, 900_000), "rupiah", "rides, lessons, meals"),
    Parameter("cash", (0, 6), "withdrawals", "where cards are not taken"),
))  # fmt: skip
EXPATRIATE = Parameters((
    Parameter("persons", (2, 7), "people", "landlord, helper, driver, language teacher"),
    Parameter("monthly", (1, 4), "payments each", "wages and rent"),
    Parameter("median", (150_000, 2_500_000), "rupiah", "wages of a helper, rent of a room"),
    Parameter("cash", (1, 4), "withdrawals a month", "for markets"),
))  # fmt: skip
COUPLE = Parameters((
    Parameter("relatives", (1, 3), "people", "the partner, and a parent or sibling of theirs"),
    Parameter("monthly", (1, 4), "payments each", "living costs and presents"),
    Parameter("median", (250_000, 2_500_000), "rupiah", "living costs"),
    Parameter("nights", (4, 25), "nights", "a visit of the run"),
))  # fmt: skip


def foreign_first(people: People) -> Array:
    """Foreign nationals abroad, and adults at home with half of their weight."""
    adults = people.between(22, 68).astype(float)
    away = (people.country > 0) & ~people.national
    return np.asarray(adults + away * max(1.0, adults.sum() / max(1, away.sum()) * 2))


def _places(scene: Scene, subjects: Array) -> Array:
    home = scene.people.province[subjects]
    place = scene.rng.choice(len(PROVINCE_WEIGHTS), len(subjects), p=PROVINCE_WEIGHTS)
    return np.where(place == home, (place + 11) % 38, place)


def _adults(scene: Scene) -> Near:
    people = scene.people
    pool = np.unique(people.wallet_of(people.where(people.between(18, 60))))
    return Near.of(pool, people.province)


def _withdraw(
    scene: Scene, subjects: Array, place: Array, span: tuple[Array, Array], count: Array
) -> None:
    rng = scene.rng
    row, _ = repeat(count)
    n = len(row)
    scene.write("cash", Entries(
        day=span[0][row] + (rng.random(n) * span[1][row]).astype(np.int64),
        second=seconds(rng, "day", n), debtor=subjects[row],
        creditor=scene.agents.pick(rng, place[row]), amount=lognormal(rng, n, 900_000, 0.5),
        rail=RAIL["cash_out"], mcc=6011, place=place[row], round_share=0.97,
    ))  # fmt: skip


def _tour(scene: Scene, subjects: Array) -> None:
    """One holiday: ticket, lodging, cash, and small payments to persons while there."""
    rng, n = scene.rng, len(subjects)
    place = _places(scene, subjects)
    nights = np.minimum(TOURIST.of("nights").whole_log(rng, n), max(2, scene.spec.days // 3))
    day = scene.start_days(subjects, nights + 3) + 2
    scene.write("ticket", ticket(scene, subjects, day))
    scene.write("lodging", lodging(scene, subjects, place, day, nights))
    _withdraw(scene, subjects, place, (day, nights), TOURIST.of("cash").whole(rng, n))
    pair, _ = repeat(TOURIST.of("persons").whole(rng, n))
    met = _adults(scene).pick(rng, place[pair], skew=1.0)
    row, _ = repeat(rng.integers(1, 4, len(pair)))
    who, total, median = pair[row], len(row), TOURIST.of("median").log(rng, n)
    scene.write("persons", Entries(
        day=day[who] + (rng.random(total) * nights[who]).astype(np.int64),
        second=seconds(rng, "day", total), debtor=subjects[who], creditor=met[row],
        amount=lognormal(rng, total, median[who], 0.5), place=place[who], round_share=0.7,
    ))  # fmt: skip


def _live_abroad(scene: Scene, subjects: Array) -> None:
    """Cash, wages and rent in one place all the time."""
    rng, n = scene.rng, len(subjects)
    place, months = _places(scene, subjects), scene.spec.days / 30
    whole = (np.zeros(n, dtype=np.int64), np.full(n, scene.spec.days - 1))
    cash = rng.poisson(EXPATRIATE.of("cash").even(rng, n) * months)
    _withdraw(scene, subjects, place, whole, cash)
    pair, _ = repeat(EXPATRIATE.of("persons").whole(rng, n))
    met = _adults(scene).pick(rng, place[pair], skew=1.0)
    monthly, share = EXPATRIATE.of("monthly").even(rng, n), rng.uniform(0.5, 1.5, len(pair))
    row, nth = repeat(np.maximum(1, np.rint(monthly[pair] * months)).astype(np.int64))
    who, total, median = pair[row], len(row), EXPATRIATE.of("median").log(rng, n)
    scene.write("persons", Entries(
        day=(nth * 30 / monthly[who] + rng.integers(0, 4, total)).astype(np.int64),
        second=seconds(rng, "day", total), debtor=subjects[who], creditor=met[row],
        amount=lognormal(rng, total, median[who] * share[row], 0.1), place=place[who],
        purpose=np.where(rng.random(total) < 0.2, PURPOSE["SALA"], 0), round_share=0.9,
    ))  # fmt: skip


def _visit_partner(scene: Scene, subjects: Array) -> None:
    """Living costs for one family, and a visit with ticket, lodging and cash."""
    rng, n, months = scene.rng, len(subjects), scene.spec.days / 30
    place = _places(scene, subjects)
    pair, _ = repeat(COUPLE.of("relatives").whole(rng, n))
    partner = _adults(scene).pick(rng, place[pair], skew=1.0)
    monthly = COUPLE.of("monthly").even(rng, len(pair))
    row, _ = repeat(np.maximum(1, rng.poisson(monthly * months)))
    who, total, median = pair[row], len(row), COUPLE.of("median").log(rng, n)
    scene.write("support", Entries(
        day=scene.calendar.draw(rng, total, scene.calendar.weights(1.1, 1.5, 1.4)),
        second=seconds(rng, "evening", total), debtor=subjects[who], creditor=partner[row],
        amount=lognormal(rng, total, median[who], 0.35),
        purpose=np.where(rng.random(total) < 0.3, PURPOSE["FAMI"], 0), round_share=0.8,
    ))  # fmt: skip
    nights = np.minimum(COUPLE.of("nights").whole(rng, n), max(2, scene.spec.days // 3))
    day = scene.start_days(subjects, nights + 3) + 2
    scene.write("ticket", ticket(scene, subjects, day))
    scene.write("lodging", lodging(scene, subjects, place, day, np.minimum(nights, 5)))
    _withdraw(scene, subjects, place, (day, nights), rng.integers(0, 5, n))


PATTERNS = (
    LookAlike("tourist", TOURIST, foreign_first, _tour),
    LookAlike("expatriate", EXPATRIATE, foreign_first, _live_abroad),
    LookAlike("couple_apart", COUPLE, foreign_first, _visit_partner),
)
