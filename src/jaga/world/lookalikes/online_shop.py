"""A small seller on social media: many buyers, stock and couriers to pay."""

import numpy as np

from jaga.world.innocent import collect, pay_out
from jaga.world.people import People
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("monthly", (10, 60), "payments", "orders of a shop run from home"),
    Parameter("median", (40_000, 400_000), "rupiah", "clothes, food, craft"),
    Parameter("moved", 0.7, "share", "of takings moved on within two days for stock"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Adults at home; wallets and new accounts somewhat more."""
    return people.between(18, 55) * np.where(people.opened > -60, 2.0, 1.0)


def draw(scene: Scene, subjects: Array) -> None:
    """Orders at all hours, mostly evenings; some buyers come back."""
    rows = collect(scene, subjects, P, "evening", round_share=0.25)
    pay_out(scene, rows, P.of("moved").high, hours=30)


PATTERN = LookAlike(
    name="online_shop",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
