"""A streamer: many viewers send small gifts, and the platform pays out weekly."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.innocent import collect, pay_out
from jaga.world.people import People
from jaga.world.rails import RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("monthly", (15, 90), "payments", "gifts sent straight to the streamer"),
    Parameter("median", (8_000, 60_000), "rupiah", "small tips"),
    Parameter("payout", (100_000, 3_000_000), "rupiah a week", "what the platform hands over"),
    Parameter("moved", 0.8, "share", "cashed out within hours"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Young people; some are minors with an account of their own."""
    return people.between(15, 34).astype(float) * np.where(people.wallet, 2.0, 1.0)


def draw(scene: Scene, subjects: Array) -> None:
    """Gifts at night and in the evening; payouts on the streamer's own weekday."""
    rng, n = scene.rng, len(subjects)
    viewers = np.concatenate([scene.strangers, scene.foreigners])
    rows = collect(scene, subjects, P, "night", pool=viewers, round_share=0.9)
    pay_out(scene, rows, P.of("moved").high, hours=6)
    row, week = repeat(np.full(n, scene.spec.days // 7))
    usual = P.of("payout").log(rng, n)
    scene.write("payouts", Entries(
        day=week * 7 + rng.integers(0, 7, n)[row], second=seconds(rng, "office", len(row)),
        debtor=scene.platform("gift", n)[row], creditor=subjects[row],
        amount=lognormal(rng, len(row), usual[row], 0.4), rail=RAIL["gift_payout"],
        round_share=0.1,
    ))  # fmt: skip


PATTERN = LookAlike(
    name="streamer",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
