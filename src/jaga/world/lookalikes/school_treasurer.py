"""A school treasurer or class parent who collects fees and trips."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.innocent import pay_out
from jaga.world.people import SCHOOL, People
from jaga.world.rails import PURPOSE, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("families", (12, 40), "people", "one class, or a small school"),
    Parameter("fee", (40_000, 500_000), "rupiah", "the same for each family"),
    Parameter("moved", 0.8, "share", "handed to the school or the bus company within two days"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Schools first, then adults whose own account is used."""
    return np.asarray((people.kind == SCHOOL) * 8.0 + people.between(24, 60) * 0.5)


def draw(scene: Scene, subjects: Array) -> None:
    """Monthly in the first ten days, with the same families each time."""
    rng, n = scene.rng, len(subjects)
    families = P.of("families").whole(rng, n)
    fee = np.rint(P.of("fee").log(rng, n) / 10_000) * 10_000
    table = partners(rng, n, 40, scene.strangers)
    months = max(1, round(scene.spec.days / 30))
    row, member = repeat(families * months)
    total = len(row)
    late = np.minimum(lognormal(rng, total, 4, 0.7), 20).astype(np.int64)
    written = scene.write("fees", Entries(
        day=member // families[row] * 30 + late, second=seconds(rng, "day", total),
        debtor=table[row, member % families[row]], creditor=subjects[row], amount=fee[row],
        purpose=np.where(rng.random(total) < 0.5, PURPOSE["EDUC"], 0),
        remark=np.where(rng.random(total) < 0.7, 1, 0), round_share=1.0,
    ))  # fmt: skip
    pay_out(scene, written.rows, P.of("moved").high, hours=24)


PATTERN = LookAlike(
    name="school_treasurer",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
