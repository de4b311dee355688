"""A minor's account gets small credits from several unrelated adults, and pays them out.

Published: about Rp 980 thousand a transaction, 5.4 transactions and Rp 5.3 million a child over
some 24,000 children aged 10 to 18 (PPATK 2024, means derived); receivers who are minors without a
tie to the payer (FATF 2025).
Here: ages 10 to 17, 2 to 12 adults, 1 to 4 payments each of Rp 20 thousand to Rp 2.5 million.
"""

import numpy as np

from jaga.words import Text
from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.injection import (
    Illicit,
    delay_minutes,
    gathered,
    inject,
    onward,
    payers,
    scaled,
)
from jaga.world.people import People
from jaga.world.rails import mixed_seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameter, Parameters, Scene, Scheme

P = Parameters((
    Parameter("age", (10, 17), "years", "published as 10 to 18", (10, 18)),
    Parameter("adults", (2, 12), "people", "published mean of five payments a child"),
    Parameter("per_adult", (1, 4), "payments", "some adults come back"),
    Parameter("window", (7, 70), "days", "one to ten weeks"),
    Parameter("median", (40_000, 1_500_000), "rupiah", "published mean 980 thousand",
              (150_000, 3_500_000)),
    Parameter("cashed", (0.3, 1.0), "share", "of what came in; the rest is spent or stays"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Minors; an account with a linked guardian half as often."""
    return people.between(10, 17).astype(float) * np.where(people.guardian >= 0, 0.5, 1.0)


def draw(scene: Scene, subjects: Array) -> None:
    """Credits from adults, then cash-out of part of them."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    adults = scaled(scene, P.of("adults").whole_log(rng, n))
    window = scaled(scene, P.of("window").whole(rng, n))
    room = scene.spec.days - np.clip(people.opened[subjects], 0, None) - 6
    window = np.clip(window, 1, np.maximum(room, 3))
    start = scene.start_days(subjects, window + 3 + scene.shift.days)
    pair, _ = repeat(adults)
    foreign = (rng.uniform(0, 0.7, n) ** 1.5)[pair]
    sender = payers(scene, foreign)
    row, _ = repeat(P.of("per_adult").whole_log(rng, len(pair)))
    who, total = pair[row], len(row)
    median = P.of("median").log(rng, n)
    scene.drawn.note(SCHEME, subjects, age=people.age[subjects], median=median * scene.shift.scale)
    rows = inject(scene, "credits", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=start[who] + (rng.random(total) * window[who]).astype(np.int64),
        second=mixed_seconds(rng, rng.uniform(0.1, 0.8, n)[who]), debtor=sender[row],
        creditor=subjects[who],
        amount=np.clip(lognormal(rng, total, median[who], 0.55), 20_000, 2_500_000),
        round_share=0.75,
    ), subjects[who]))  # fmt: skip
    child = rows["creditor"].astype(np.int64)
    account, idr, minute = gathered(rows, child, rng.random(len(child)) < 0.5)
    share = P.of("cashed").even(rng, len(account))
    minute = minute + delay_minutes(scene, len(account), 8, 120)
    minute -= scene.shift.days * 1440 + scene.shift.seconds // 60
    entries = onward(scene, account, idr * share / scene.shift.scale, minute)
    inject(scene, "out", SCHEME.id, SCHEME.role, Illicit(entries, account))


SCHEME = Scheme(
    id="child_receiving",
    role="child_at_risk",
    words=Text(
        "Rekening anak menerima kredit kecil dari beberapa orang dewasa yang tidak terkait.",
        "A child's account receives small credits from several unrelated adults.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
