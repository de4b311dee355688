"""A young person who pays one new seller several times for tickets."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.injection import newish
from jaga.world.people import People
from jaga.world.rails import seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("payments", (2, 7), "payments", "deposit, balance, tickets for friends"),
    Parameter("amount", (100_000, 1_500_000), "rupiah", "ticket prices"),
    Parameter("days", (1, 5), "days", "from the sale to the last instalment"),
    Parameter("shared", 0.5, "share", "whose friends pay them back first"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Ages 15 to 24."""
    return people.between(15, 24).astype(float)


def draw(scene: Scene, subjects: Array) -> None:
    """One seller for a group of buyers; the seller's account is often new."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    sellers = newish(scene, scene.strangers)
    sellers = sellers[rng.integers(0, len(sellers), max(1, n // 6))]
    seller = sellers[rng.integers(0, len(sellers), n)]
    span = P.of("days").whole(rng, n)
    opened = np.clip(np.maximum(people.opened[subjects], people.opened[seller]), 0, None)
    room = np.maximum(scene.spec.days - opened - span - 1, 1)
    day = opened + (rng.random(n) * room).astype(np.int64)
    amount = P.of("amount").log(rng, n)
    shared = np.flatnonzero(rng.random(n) < P.of("shared").high)
    row, friend = repeat(rng.integers(1, 5, len(shared)))
    who, total = shared[row], len(row)
    scene.write("shares", Entries(
        day=day[who] - rng.integers(0, 2, total), second=seconds(rng, "day", total),
        debtor=people.owner_friends[people.owner[subjects[who]], friend],
        creditor=subjects[who], amount=amount[who], round_share=0.9,
    ))  # fmt: skip
    row, _ = repeat(P.of("payments").whole(rng, n))
    total = len(row)
    scene.write("tickets", Entries(
        day=day[row] + (rng.random(total) * span[row]).astype(np.int64),
        second=seconds(rng, "evening", total), debtor=subjects[row], creditor=seller[row],
        amount=lognormal(rng, total, amount[row], 0.25), round_share=0.8,
    ))  # fmt: skip


PATTERN = LookAlike(
    name="concert_tickets",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
