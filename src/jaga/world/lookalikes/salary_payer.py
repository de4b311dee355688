"""A household or small firm that pays several people at home regularly."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.people import BUSINESS, People
from jaga.world.rails import PURPOSE, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("workers", (3, 14), "people", "a stall, a workshop, a farm"),
    Parameter("wage", (150_000, 1_800_000), "rupiah", "by the week"),
    Parameter("every", (7, 14), "days", "weekly or fortnightly"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Adults at home, and small businesses."""
    return np.asarray(people.between(28, 65) + (people.kind == BUSINESS) * 1.0)


def draw(scene: Scene, subjects: Array) -> None:
    """The same workers, on the same weekday, paid one after the other."""
    rng, n = scene.rng, len(subjects)
    workers = P.of("workers").whole(rng, n)
    table = partners(rng, n, 14, scene.strangers)
    every = rng.choice([7, 14], n)
    first = rng.integers(0, 7, n)
    payday, nth = repeat(np.maximum(1, (scene.spec.days - first) // every))
    row, worker = repeat(workers[payday])
    who, total = payday[row], len(row)
    wage = P.of("wage").log(rng, n)
    scene.write("wages", Entries(
        day=first[who] + nth[row] * every[who],
        second=seconds(rng, "day", len(payday))[row] + worker * 90, debtor=subjects[who],
        creditor=table[who, worker], amount=lognormal(rng, total, wage[who], 0.15),
        purpose=np.where(rng.random(total) < 0.4, PURPOSE["SALA"], 0), round_share=0.9,
    ))  # fmt: skip


PATTERN = LookAlike(
    name="salary_payer",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
