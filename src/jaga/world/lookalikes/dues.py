"""Equal monthly credits of honest origin: lessons, a gym, the dues of a village."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import repeat
from jaga.world.innocent import dues, pay_out
from jaga.world.people import People
from jaga.world.rails import seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

TUTOR = Parameters((
    Parameter("members", (6, 30), "families", "two classes a week, or one on each day"),
    Parameter("fee", (75_000, 600_000), "rupiah a month", "the same for each child"),
    Parameter("moved", 0.6, "share", "of fees banked or spent within days"),
))  # fmt: skip
GYM = Parameters((
    Parameter("members", (12, 60), "people", "a small hall, a course, a club"),
    Parameter("fee", (100_000, 500_000), "rupiah a month", "one price"),
    Parameter("moved", 0.7, "share", "of fees spent on rent within days"),
))  # fmt: skip
VILLAGE = Parameters((
    Parameter("members", (15, 60), "households", "a neighbourhood"),
    Parameter("fee", (10_000, 75_000), "rupiah a month", "for guards, waste and the dead"),
    Parameter("moved", 0.5, "share", "of dues spent within days"),
    Parameter("second", 0.4, "share", "who keep part of it on another account of theirs"),
))  # fmt: skip


def adults(people: People) -> Array:
    """Adults at home."""
    return people.between(21, 65).astype(float)


def _lessons(scene: Scene, subjects: Array) -> None:
    rows = dues(scene, subjects, TUTOR, scene.strangers)
    pay_out(scene, rows, TUTOR.of("moved").high, hours=48, cash=0.3)


def _gym(scene: Scene, subjects: Array) -> None:
    people = scene.people
    members = people.owner_main[np.unique(people.owner[people.where(people.between(17, 45))])]
    rows = dues(scene, subjects, GYM, members)
    pay_out(scene, rows, GYM.of("moved").high, hours=40, cash=0.2)


def _village(scene: Scene, subjects: Array) -> None:
    """Dues of neighbours; part of it is kept apart on the treasurer's other account."""
    rng, people = scene.rng, scene.people
    rows = dues(scene, subjects, VILLAGE, scene.strangers, hours="day")
    pay_out(scene, rows, VILLAGE.of("moved").high, hours=60, cash=0.6)
    bank, wallet = people.bank_of(subjects), people.wallet_of(subjects)
    other = np.where(bank != subjects, bank, wallet)
    keeps = (other != subjects) & (rng.random(len(subjects)) < VILLAGE.of("second").high)
    row, _ = repeat(np.where(keeps, rng.integers(2, 6, len(subjects)), 0))
    n = len(row)
    scene.write("apart", Entries(
        day=scene.calendar.draw(rng, n, scene.calendar.weights()), second=seconds(rng, "day", n),
        debtor=scene.strangers[rng.integers(0, len(scene.strangers), n)], creditor=other[row],
        amount=rng.choice([50_000, 100_000, 200_000], n), round_share=1.0,
    ))  # fmt: skip


PATTERNS = (
    LookAlike("tutor", TUTOR, adults, _lessons),
    LookAlike("gym", GYM, adults, _gym),
    LookAlike("village_treasurer", VILLAGE, adults, _village),
)
