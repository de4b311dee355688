"""The keeper of an arisan: members pay in together, one member takes the pot."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import partners, repeat
from jaga.world.people import People
from jaga.world.rails import RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("members", (8, 30), "people", "a neighbourhood or office group"),
    Parameter("stake", (50_000, 750_000), "rupiah", "the same for all members"),
    Parameter("round", (7, 30), "days", "weekly to monthly"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Adults at home."""
    return people.between(24, 65).astype(float)


def draw(scene: Scene, subjects: Array) -> None:
    """Members pay within two days; the pot leaves a few hours later."""
    rng, n = scene.rng, len(subjects)
    gap = P.of("round").whole(rng, n)
    start = (rng.random(n) * gap).astype(np.int64)
    meeting, nth = repeat(np.maximum(1, (scene.spec.days - start) // gap))
    day = start[meeting] + nth * gap[meeting]
    members = P.of("members").whole(rng, n)
    table = partners(rng, n, 30, scene.strangers)
    stake = np.rint(P.of("stake").log(rng, n) / 10_000) * 10_000
    row, member = repeat(members[meeting])
    who, total = meeting[row], len(row)
    scene.write("stakes", Entries(
        day=day[row] + rng.integers(0, 2, total), second=seconds(rng, "evening", total),
        debtor=table[who, member], creditor=subjects[who], amount=stake[who], round_share=1.0,
    ))  # fmt: skip
    scene.write("pots", Entries(
        day=day + 2, second=seconds(rng, "day", len(day)), debtor=subjects[meeting],
        creditor=table[meeting, nth % members[meeting]],
        amount=stake[meeting] * members[meeting], rail=RAIL["instant_transfer"], round_share=1.0,
    ))  # fmt: skip


PATTERN = LookAlike(
    name="arisan",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
