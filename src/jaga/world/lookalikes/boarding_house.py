"""The owner of a boarding house: tenants pay rent each month, often young people."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.innocent import pay_out
from jaga.world.people import People
from jaga.world.rails import PURPOSE, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("tenants", (5, 25), "people", "students and workers"),
    Parameter("rent", (300_000, 1_800_000), "rupiah a month", "by the room"),
    Parameter("moved", 0.5, "share", "of rent banked or spent within days"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Older adults at home."""
    return people.between(35, 75).astype(float)


def draw(scene: Scene, subjects: Array) -> None:
    """The same tenants in the first days of each month; some pay late, some weekly."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    young = people.owner_main[np.unique(people.owner[people.where(people.between(17, 35))])]
    table = partners(rng, n, 25, young)
    tenants = P.of("tenants").whole(rng, n)
    months = max(1, round(scene.spec.days / 30))
    row, nth = repeat(tenants * months)
    total = len(row)
    rent = P.of("rent").log(rng, n)
    late = np.minimum(lognormal(rng, total, 3, 0.9), 25).astype(np.int64)
    written = scene.write("rent", Entries(
        day=nth // tenants[row] * 30 + late, second=seconds(rng, "evening", total),
        debtor=table[row, nth % tenants[row]], creditor=subjects[row],
        amount=lognormal(rng, total, rent[row], 0.1),
        purpose=np.where(rng.random(total) < 0.4, PURPOSE["RENT"], 0), round_share=0.95,
    ))  # fmt: skip
    pay_out(scene, written.rows, P.of("moved").high, hours=48, cash=0.2)


PATTERN = LookAlike(
    name="boarding_house",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
