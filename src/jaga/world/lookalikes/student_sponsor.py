"""A sponsor who pays for the schooling of several students, often from abroad."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.people import People
from jaga.world.rails import PURPOSE, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("students", (2, 9), "people", "met through a charity or a village"),
    Parameter("amount", (200_000, 1_500_000), "rupiah", "fees and living costs"),
    Parameter("monthly", (1, 2), "payments each", "in the first half of the month"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Foreign nationals abroad more than adults at home."""
    return ((people.country > 0) & ~people.national) * 5.0 + people.between(35, 70) * 0.5


def draw(scene: Scene, subjects: Array) -> None:
    """The same students for the whole run, round amounts in the sponsor's currency."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    students = people.where(people.between(13, 23))
    table = partners(rng, n, 9, students)
    count = P.of("students").whole(rng, n)
    pair, column = repeat(count)
    times = rng.integers(1, 3, len(pair)) * max(1, round(scene.spec.days / 30))
    row, nth = repeat(times)
    who, total = pair[row], len(row)
    amount = P.of("amount").log(rng, n)
    month = nth % max(1, round(scene.spec.days / 30))
    scene.write("sponsored", Entries(
        day=month * 30 + rng.integers(0, 16, total), second=seconds(rng, "evening", total),
        debtor=subjects[who], creditor=table[who, column[row]],
        amount=lognormal(rng, total, amount[who], 0.15),
        purpose=np.where(rng.random(total) < 0.4, PURPOSE["EDUC"], 0),
        remark=np.where(rng.random(total) < 0.6, 1, 0), round_share=0.85,
    ))  # fmt: skip


PATTERN = LookAlike(
    name="student_sponsor",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
