"""Virtual assets held for ordinary reasons: savings, curiosity, items of a game."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.people import People
from jaga.world.rails import RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

INVESTOR = Parameters((
    Parameter("monthly", (1, 10), "purchases", "a fixed plan, or when prices move"),
    Parameter("median", (50_000, 1_500_000), "rupiah", "per purchase"),
    Parameter("moved", (0, 0.6), "share", "of purchases moved to the investor's own address"),
))  # fmt: skip
COLLECTOR = Parameters((
    Parameter("monthly", (2, 12), "purchases", "before an item is bought"),
    Parameter("median", (40_000, 600_000), "rupiah", "per purchase"),
    Parameter("moved", (0.5, 1), "share", "of purchases sent on to sellers of items"),
    Parameter("prepaid", 0.2, "share", "who buy with prepaid values"),
))  # fmt: skip


def adults(people: People) -> Array:
    """Ages 18 to 50."""
    return people.between(18, 50).astype(float)


def _buy(scene: Scene, subjects: Array, parameters: Parameters, sellers: int) -> None:
    """Purchases at night and in the evening; a part goes on, hours or days later."""
    rng, n = scene.rng, len(subjects)
    row, _ = repeat(rng.poisson(parameters.of("monthly").log(rng, n) * scene.spec.days / 30) + 1)
    total, median = len(row), parameters.of("median").log(rng, n)
    night = rng.random(total) < rng.uniform(0, 1, n)[row]
    second = np.where(night, seconds(rng, "night", total), seconds(rng, "evening", total))
    day = scene.calendar.draw(rng, total, scene.calendar.weights(1.0, 0.8))
    amount, asset = lognormal(rng, total, median[row], 0.5), RAIL["virtual_asset"]
    debtor = subjects[row]
    scene.write("bought", Entries(
        day=day, second=second, debtor=debtor, creditor=scene.platform("asset", n)[row],
        amount=amount, rail=asset, mcc=6051, round_share=0.8,
    ))  # fmt: skip
    goes = rng.random(total) < parameters.of("moved").even(rng, n)[row]
    wait = (lognormal(rng, total, 900, 1.6) * 60)[goes].astype(np.int64) + 60
    away = scene.foreigners[scene.people.opened[scene.foreigners] < 0]
    target = partners(rng, n, sellers, away)[row, rng.integers(0, sellers, total)]
    late = second[goes] + wait
    scene.write("moved", Entries(
        day=day[goes] + late // 86400, second=late % 86400, debtor=debtor[goes],
        creditor=target[goes], amount=amount[goes] * 0.97, rail=asset, round_share=0.0,
    ))  # fmt: skip


def _invest(scene: Scene, subjects: Array) -> None:
    _buy(scene, subjects, INVESTOR, 1)


def _collect_items(scene: Scene, subjects: Array) -> None:
    _buy(scene, subjects, COLLECTOR, 8)
    rng = scene.rng
    who = subjects[rng.random(len(subjects)) < COLLECTOR.of("prepaid").high]
    row, _ = repeat(rng.integers(2, 8, len(who)))
    n = len(row)
    scene.write("prepaid", Entries(
        day=scene.calendar.draw(rng, n, scene.calendar.weights()),
        second=seconds(rng, "evening", n), debtor=who[row], creditor=scene.platform("shop", n),
        amount=rng.choice([50_000, 100_000, 200_000], n), rail=RAIL["prepaid"], mcc=5815,
        round_share=0.0,
    ))  # fmt: skip


PATTERNS = (
    LookAlike("hobby_investor", INVESTOR, adults, _invest),
    LookAlike("item_collector", COLLECTOR, adults, _collect_items),
)
