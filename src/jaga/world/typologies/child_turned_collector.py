"""A young customer who paid under pressure; soon after, the account collects and forwards.

Published: after paying, the account of a victim of extortion starts to receive and forward for
others (AUSTRAC on project Huntsman, austrac.gov.au); the sequence is looked for within 60 days. The
burst before it: first demand under EUR 250, several within hours to days (FATF 2025 via
financialcrime.lu); forwarding the same day (AUSTRAC on mules).
Here: a gap of 1 to 80 days, 3 to 25 credits of which 60 to 100 % goes on within 12 minutes to 60
hours, mostly to one receiver, often the one who was paid first.
"""

import numpy as np

from jaga.words import Text
from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.injection import (
    Illicit,
    before_shift,
    inject,
    local_clock,
    newish,
    scaled,
    spaced,
)
from jaga.world.people import People
from jaga.world.rails import RAIL, mixed_seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameter, Parameters, Scene, Scheme

P = Parameters((
    Parameter("age", (13, 22), "years", "published as teenagers; young adults are hit too",
              (13, 19)),
    Parameter("payments", (2, 10), "payments", "the burst at the beginning", (3, np.inf)),
    Parameter("window", (0.3, 5), "days", "of the burst; published as hours to days", (0, 3)),
    Parameter("first", (30_000, 3_000_000), "rupiah", "published under about 4.5 million",
              (0, 4_500_000)),
    Parameter("gap", (1, 80), "days", "until the account collects; published within 60", (0, 60)),
    Parameter("credits", (3, 25), "payments", "published without a number"),
    Parameter("median", (40_000, 2_000_000), "rupiah", "per credit; published as small"),
    Parameter("forwarded", (0.6, 1), "share", "catalogue: four fifths and more", (0.8, 1)),
    Parameter("delay", (0.2, 60), "hours", "published as the same day", (0, 24)),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Young customers; those under 18 twice as often."""
    return people.between(13, 22).astype(float) * np.where(people.age < 18, 2.0, 1.0)


def draw(scene: Scene, subjects: Array) -> None:
    """The burst, the quiet gap, then money that comes and goes."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    pool = newish(scene, people.wallet_of(scene.strangers))
    boss = pool[rng.integers(0, len(pool), max(1, n // 2))][rng.integers(0, max(1, n // 2), n)]
    opened = np.clip(np.maximum(people.opened[subjects], people.opened[boss]), 0, None) + 1
    room = np.maximum(scene.spec.days - opened - 3 - scene.shift.days, 4)
    window = np.minimum(P.of("window").log(rng, n) * scene.shift.scale, room / 4)
    gap = np.minimum(P.of("gap").log(rng, n) * scene.shift.scale, room * 0.6)
    length = np.minimum(rng.uniform(2, 30, n), room - window - gap)
    start = opened + rng.random(n) * (room - window - gap - length)
    counts = scaled(scene, P.of("payments").whole_log(rng, n))
    row, nth = repeat(counts)
    at, first = spaced(rng, start, window, row, nth, counts), P.of("first").log(rng, n)
    scene.drawn.note(
        SCHEME,
        subjects,
        age=people.age[subjects],
        payments=counts,
        window=window,
        first=first * scene.shift.scale,
        gap=gap,
    )
    inject(scene, "paid", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=at.astype(np.int64), second=(at % 1 * 86400).astype(np.int64), debtor=subjects[row],
        creditor=boss[row],
        amount=np.minimum(lognormal(rng, len(row), first[row], 0.3), 9_000_000), round_share=0.75,
    ), subjects[row]))  # fmt: skip
    _collect(scene, subjects, boss, start + window + gap, length)


def _collect(scene: Scene, subjects: Array, boss: Array, start: Array, length: Array) -> None:
    rng, people, n = scene.rng, scene.people, len(subjects)
    counts = scaled(scene, P.of("credits").whole_log(rng, n))
    row, nth = repeat(counts)
    total, median = len(row), P.of("median").log(rng, n)
    young = people.owner_main[np.unique(people.owner[people.where(people.between(13, 24))])]
    payer = np.where(rng.random(total) < 0.6, young[rng.integers(0, len(young), total)],
                     scene.strangers[rng.integers(0, len(scene.strangers), total)])  # fmt: skip
    rows = inject(scene, "credits", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=spaced(rng, start, length, row, nth, counts).astype(np.int64),
        second=mixed_seconds(rng, np.full(total, 0.4)), debtor=payer, creditor=subjects[row],
        amount=np.clip(lognormal(rng, total, median[row], 0.5), 20_000, 5_000_000),
        round_share=0.7,
    ), subjects[row]))  # fmt: skip
    share, delay = P.of("forwarded").even(rng, n), P.of("delay").log(rng, n) * scene.shift.scale
    scene.drawn.note(SCHEME, subjects, forwarded=share, delay=delay)
    _forward(scene, subjects, boss, rows, (share, delay))


def _forward(
    scene: Scene, subjects: Array, boss: Array, rows: dict[str, Array], pace: tuple[Array, Array]
) -> None:
    """Each credit goes on by itself: mostly to one receiver, now and then as cash."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    index = np.full(len(people), -1)
    index[subjects] = np.arange(n)
    who = index[rows["creditor"]]
    total = len(who)
    other = scene.strangers[rng.integers(0, len(scene.strangers), n)]
    onto = np.where(rng.random(n) < 0.7, boss, other)[who]
    agent = scene.agents.pick(rng, people.province[subjects[who]])
    cash = rng.random(total) < 0.12
    minute = rows["t"].astype(np.int64) // 60
    minute = minute + (pace[1][who] * 60 * rng.uniform(0.3, 1.7, total)).astype(np.int64) + 1
    debtor = subjects[who]
    day, second = local_clock(scene, debtor, before_shift(scene, minute))
    inject(scene, "forwarded", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=day, second=second, debtor=debtor, creditor=np.where(cash, agent, onto),
        amount=rows["idr"] * np.clip(pace[0][who] + rng.normal(0, 0.03, total), 0.3, 1)
        / scene.shift.scale,
        rail=np.where(cash, RAIL["cash_out"], -1), round_share=0.4,
    ), debtor))  # fmt: skip


SCHEME = Scheme(
    id="child_turned_collector",
    role="child_at_risk",
    words=Text(
        "Nasabah muda membayar beruntun, lalu rekeningnya mulai menerima dan meneruskan uang.",
        "A young customer pays a burst, and then the account starts to collect and forward.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
