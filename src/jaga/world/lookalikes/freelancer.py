"""A freelancer paid by clients abroad for small jobs."""

from jaga.world.innocent import collect, pay_out
from jaga.world.people import People
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("monthly", (2, 12), "payments", "small jobs on global platforms"),
    Parameter("median", (250_000, 3_000_000), "rupiah", "a logo, a translation, a week of work"),
    Parameter("moved", 0.75, "share", "to the own bank account or spent within three days"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Young and middle-aged adults at home."""
    return people.between(19, 45).astype(float)


def draw(scene: Scene, subjects: Array) -> None:
    """Clients pay in their own daytime, which is often night here."""
    rows = collect(scene, subjects, P, "office", pool=scene.foreigners, round_share=0.7)
    pay_out(scene, rows, P.of("moved").high, hours=40, cash=0.15)


PATTERN = LookAlike(
    name="freelancer",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
