"""A pulsa counter: neighbours pay small amounts all day, stock is bought from operators."""

import numpy as np

from jaga.world.innocent import buy_stock, collect, pay_out
from jaga.world.people import AGENT, People
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("monthly", (25, 90), "payments", "several customers a day"),
    Parameter("median", (12_000, 70_000), "rupiah", "common top-up values"),
    Parameter("moved", 0.6, "share", "of takings cashed or banked within the day"),
    Parameter("stock", (4, 12), "payments a month", "deposits with operators"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Agents first, then adults who run a counter from their own account."""
    return np.asarray((people.kind == AGENT) * 5.0 + people.between(20, 60) * 0.4)


def draw(scene: Scene, subjects: Array) -> None:
    """Takings in shop hours, deposits with operators in between."""
    rows = collect(scene, subjects, P, "day", round_share=0.95)
    pay_out(scene, rows, P.of("moved").high, hours=5)
    buy_stock(scene, subjects, "telco", P, median=450_000)


PATTERN = LookAlike(
    name="pulsa_counter",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
