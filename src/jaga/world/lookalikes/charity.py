"""A charity or children's home: many donors, costs paid in cash and to shops."""

import numpy as np

from jaga.world.innocent import collect, pay_out
from jaga.world.people import CHARITY, People
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("monthly", (8, 60), "payments", "more before the feast"),
    Parameter("median", (50_000, 500_000), "rupiah", "round gifts"),
    Parameter("moved", 0.6, "share", "spent on food and fees within two days"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Charities first, then the accounts of adults who keep one."""
    return np.asarray((people.kind == CHARITY) * 10.0 + people.between(28, 70) * 0.4)


def draw(scene: Scene, subjects: Array) -> None:
    """Donors at home and abroad."""
    few_abroad = scene.foreigners[: max(1, len(scene.foreigners) // 5)]
    donors = np.concatenate([scene.strangers, few_abroad])
    rows = collect(scene, subjects, P, "day", pool=donors, round_share=0.97)
    pay_out(scene, rows, P.of("moved").high, hours=30, cash=0.5)


PATTERN = LookAlike(
    name="charity",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
