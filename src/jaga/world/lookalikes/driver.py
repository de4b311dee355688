"""A driver: many small fares by transfer, cashed out the same day."""

from jaga.world.innocent import collect, pay_out
from jaga.world.people import People
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("monthly", (20, 100), "payments", "fares and tips"),
    Parameter("median", (12_000, 60_000), "rupiah", "short rides"),
    Parameter("moved", 0.9, "share", "cashed out the same evening for petrol and food"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Working adults with a wallet more than others."""
    return people.between(20, 58) * (1.0 + people.wallet)


def draw(scene: Scene, subjects: Array) -> None:
    """Fares through the commuting hours, cash within hours."""
    rows = collect(scene, subjects, P, "commute", round_share=0.5)
    pay_out(scene, rows, P.of("moved").high, hours=3, cash=0.65)


PATTERN = LookAlike(
    name="driver",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
