"""A parent who sends a child, or children away from home, a small regular allowance."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.people import People
from jaga.world.rails import PURPOSE, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("children", (1, 3), "people", "of one family"),
    Parameter("every", (1, 8), "days", "daily pocket money to weekly"),
    Parameter("amount", (15_000, 250_000), "rupiah", "small and steady"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Parents at home, and a few who work abroad."""
    return np.asarray(people.between(32, 65) + ((people.country > 0) & people.national) * 0.5)


def draw(scene: Scene, subjects: Array) -> None:
    """Always the same children, always about the same amount."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    young = people.wallet_of(people.where(people.between(10, 21)))
    table = partners(rng, n, 3, young)
    children = P.of("children").whole(rng, n)
    every = P.of("every").log(rng, n)
    pair, column = repeat(children)
    row, nth = repeat(np.maximum(1, scene.spec.days / every[pair]).astype(np.int64))
    who, total = pair[row], len(row)
    amount = P.of("amount").log(rng, n)
    scene.write("allowances", Entries(
        day=(nth * every[who] + rng.random(total)).astype(np.int64),
        second=seconds(rng, "school", total), debtor=subjects[who],
        creditor=table[who, column[row]], amount=lognormal(rng, total, amount[who], 0.1),
        purpose=np.where(rng.random(total) < 0.15, PURPOSE["ALLW"], 0), round_share=0.97,
    ))  # fmt: skip


PATTERN = LookAlike(
    name="weekly_allowance",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
