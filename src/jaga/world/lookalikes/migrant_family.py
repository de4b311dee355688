"""A migrant worker who supports several relatives, each in their own amount."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.people import People
from jaga.world.rails import PURPOSE, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("relatives", (3, 8), "people", "parents, siblings, children, a neighbour who helps"),
    Parameter("monthly", (1, 2), "payments each", "on payday, sometimes again"),
    Parameter("median", (300_000, 2_500_000), "rupiah", "the share of each relative"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Indonesians abroad; a few at home who work in another province."""
    away = (people.country > 0) & people.national
    return away * 6.0 + people.between(25, 60) * 0.05


def draw(scene: Scene, subjects: Array) -> None:
    """Each relative is paid a day or so after payday, in the evening."""
    rng, n = scene.rng, len(subjects)
    relatives = P.of("relatives").whole(rng, n)
    table = partners(rng, n, 8, scene.strangers)
    pair, column = repeat(relatives)
    months = max(1, round(scene.spec.days / 30))
    row, nth = repeat(np.full(len(pair), months) * rng.integers(1, 3, len(pair)))
    total, who = len(row), pair[row]
    share = P.of("median").log(rng, len(pair))
    payday = rng.integers(0, 28, n)
    scene.write("sent", Entries(
        day=payday[who] + nth % months * 30 + rng.integers(0, 4, total),
        second=seconds(rng, "evening", total), debtor=subjects[who],
        creditor=table[who, column[row]], amount=lognormal(rng, total, share[row], 0.15),
        purpose=np.where(rng.random(total) < 0.6, PURPOSE["FAMI"], 0), round_share=0.8,
    ))  # fmt: skip


PATTERN = LookAlike(
    name="migrant_family",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
