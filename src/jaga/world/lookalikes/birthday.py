"""A young person's birthday, or feast-day gifts: many relatives send within a day or two."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.people import People
from jaga.world.rails import PURPOSE, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("guests", (4, 20), "people", "relatives and friends of the family"),
    Parameter("gift", (20_000, 300_000), "rupiah", "round gifts"),
    Parameter("days", (1, 3), "days", "around the day itself"),
    Parameter("spent", 0.5, "share", "young people who spend it within a week"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Children and young people."""
    return people.between(10, 19).astype(float)


def draw(scene: Scene, subjects: Array) -> None:
    """Gifts in a burst; half of the young people soon spend them in shops and games."""
    rng, n = scene.rng, len(subjects)
    guests = P.of("guests").whole(rng, n)
    table = partners(rng, n, 20, scene.strangers)
    day = scene.start_days(subjects, 8)
    row, guest = repeat(guests)
    total = len(row)
    gift = P.of("gift").log(rng, n)
    scene.write("gifts", Entries(
        day=day[row] + rng.integers(0, 3, total), second=seconds(rng, "day", total),
        debtor=table[row, guest], creditor=subjects[row],
        amount=lognormal(rng, total, gift[row], 0.4),
        purpose=np.where(rng.random(total) < 0.1, PURPOSE["GIFT"], 0), round_share=1.0,
    ))  # fmt: skip
    spends = np.flatnonzero(rng.random(n) < P.of("spent").high)
    row, _ = repeat(rng.integers(1, 5, len(spends)))
    who, total = spends[row], len(row)
    scene.write("spent", Entries(
        day=day[who] + rng.integers(2, 9, total), second=seconds(rng, "evening", total),
        debtor=subjects[who], creditor=scene.platform("shop", total),
        amount=gift[who] * guests[who] * rng.uniform(0.1, 0.3, total), mcc=5399, round_share=0.2,
    ))  # fmt: skip


PATTERN = LookAlike(
    name="birthday",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
