"""One telephone used by several holders: a family's, and a shop's."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.people import People
from jaga.world.rails import seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

FAMILY = Parameters((
    Parameter("users", (2, 4), "people", "of one family"),
    Parameter("weekly", (1, 4), "payments", "by the others, from the one telephone"),
    Parameter("median", (15_000, 200_000), "rupiah", "small things"),
))  # fmt: skip
SHOP = Parameters((
    Parameter("users", (3, 8), "people", "staff, and customers of a warnet"),
    Parameter("weekly", (3, 12), "payments", "from the one telephone"),
    Parameter("median", (20_000, 300_000), "rupiah", "purchases and transfers at the counter"),
))  # fmt: skip


def adults(people: People) -> Array:
    """Adults at home."""
    return people.between(22, 65).astype(float)


def _lend(scene: Scene, subjects: Array, parameters: Parameters, pool: Array) -> None:
    """Others pay from their own accounts with the subject's telephone."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    users = parameters.of("users").whole(rng, n)
    table = partners(rng, n, int(parameters.of("users").high), pool)
    row, _ = repeat(rng.poisson(parameters.of("weekly").even(rng, n) * scene.spec.days / 7))
    total, median = len(row), parameters.of("median").log(rng, n)
    payer = table[row, (rng.random(total) * users[row]).astype(np.int64)]
    shop = scene.merchants.pick(rng, people.province[subjects[row]])
    friend = people.owner_friends[people.owner[payer], rng.integers(0, 6, total)]
    scene.write("lent", Entries(
        day=scene.calendar.draw(rng, total, scene.calendar.weights(1.2)),
        second=seconds(rng, "day", total), debtor=payer,
        creditor=np.where(rng.random(total) < 0.6, shop, friend),
        amount=lognormal(rng, total, median[row], 0.6), via=subjects[row], round_share=0.5,
    ))  # fmt: skip


def _family(scene: Scene, subjects: Array) -> None:
    people = scene.people
    _lend(scene, subjects, FAMILY, people.wallet_of(people.where(people.between(12, 70))))


def _shop(scene: Scene, subjects: Array) -> None:
    people = scene.people
    _lend(scene, subjects, SHOP, people.wallet_of(people.where(people.between(15, 50))))


PATTERNS = (
    LookAlike("family_phone", FAMILY, adults, _family),
    LookAlike("shop_phone", SHOP, adults, _shop),
)
