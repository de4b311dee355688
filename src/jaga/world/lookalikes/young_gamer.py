"""A young customer who buys game credits in bursts."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.people import People
from jaga.world.rails import RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("bursts", (1, 5), "bursts", "a new season, a holiday, a sale"),
    Parameter("purchases", (3, 9), "payments per burst", "several small packs in a row"),
    Parameter("amount", (15_000, 400_000), "rupiah", "pack prices"),
    Parameter("seller", 0.3, "share", "bought from a person who resells, not from the game"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Ages 12 to 23."""
    return people.between(12, 23).astype(float)


def draw(scene: Scene, subjects: Array) -> None:
    """All purchases of a burst fall within two days."""
    rng, n = scene.rng, len(subjects)
    burst, _ = repeat(P.of("bursts").whole(rng, n))
    day = scene.start_days(subjects[burst], 3)
    reseller = scene.strangers[rng.integers(0, len(scene.strangers), len(burst))]
    resold = rng.random(len(burst)) < P.of("seller").high
    row, _ = repeat(P.of("purchases").whole(rng, len(burst)))
    total = len(row)
    amount = P.of("amount").log(rng, n)
    scene.write("bought", Entries(
        day=day[row] + rng.integers(0, 2, total), second=seconds(rng, "evening", total),
        debtor=subjects[burst[row]],
        creditor=np.where(resold[row], reseller[row], scene.platform("game", total)),
        amount=lognormal(rng, total, amount[burst[row]], 0.3),
        rail=np.where(resold[row], RAIL["e_wallet"], RAIL["game_topup"]),
        mcc=np.where(resold[row], 0, 5816), round_share=0.8,
    ))  # fmt: skip


PATTERN = LookAlike(
    name="young_gamer",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
