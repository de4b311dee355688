"""A young customer pays several times within days to a new receiver, then stops.

Published: first demand under EUR 250, in all at most EUR 1,500; several quick payments and an
abrupt stop; mostly teenage boys (FATF 2025 via financialcrime.lu); a minor's series of
person-to-person payments in a short time (FinCEN FIN-2025-NTC2). Working bands: first demand up
to Rp 4.5 million, in all up to Rp 27 million.
Here: ages 13 to 22, 2 to 12 payments within 7 hours to 10 days, first amounts of Rp 30 thousand
to Rp 4 million; receivers near home, abroad or virtual; some victims first borrow from friends.
"""

import numpy as np

from jaga.words import Text
from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.injection import Illicit, inject, newish, scaled
from jaga.world.people import People
from jaga.world.rails import mixed_seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameter, Parameters, Scene, Scheme

P = Parameters((
    Parameter("age", (13, 22), "years", "published as teenagers; young adults are hit too",
              (13, 19)),
    Parameter("payments", (2, 12), "payments", "published as several quick ones", (3, np.inf)),
    Parameter("window", (0.3, 10), "days", "published as hours to days", (0, 3)),
    Parameter("first", (30_000, 4_000_000), "rupiah", "published under about 4.5 million",
              (0, 4_500_000)),
    Parameter("borrowed", 0.35, "share", "victims who first receive money from friends"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Young customers; those under 18 twice as often."""
    return people.between(13, 22).astype(float) * np.where(people.age < 18, 2.0, 1.0)


def draw(scene: Scene, subjects: Array) -> None:
    """One burst per victim; several victims may meet the same receiver."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    counts = scaled(scene, P.of("payments").whole_log(rng, n))
    window = P.of("window").log(rng, n)
    window = window * scene.shift.scale
    receiver = _receivers(scene, n)
    opened = np.maximum(people.opened[subjects], people.opened[receiver])
    earliest = np.clip(opened, 0, None) + 1
    room = np.maximum(scene.spec.days - earliest - np.ceil(window) - 2 - scene.shift.days, 0)
    start = earliest + rng.random(n) * room
    row, nth = repeat(counts)
    total = len(row)
    at = start[row] + window[row] * (nth + rng.uniform(0, 0.8, total)) / counts[row]
    first = P.of("first").log(rng, n)
    growth = rng.uniform(-0.1, 0.35, n)
    scene.drawn.note(
        SCHEME,
        subjects,
        age=people.age[subjects],
        payments=counts,
        window=window,
        first=first * scene.shift.scale,
    )
    debtor = subjects[row]
    quick = window[row] < 2
    second = np.where(quick, (at % 1 * 86400).astype(np.int64),
                      mixed_seconds(rng, np.full(total, 0.35)))  # fmt: skip
    amount = lognormal(rng, total, first[row] * (1 + growth[row]) ** np.minimum(nth, 6), 0.25)
    coin = (rng.random(n) < 0.08)[row]
    inject(scene, "paid", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=at.astype(np.int64), second=second, debtor=debtor, creditor=receiver[row],
        amount=np.minimum(amount, 9_000_000), rail=np.where(coin, 6, -1), round_share=0.75,
    ), debtor))  # fmt: skip
    _borrow(scene, subjects, start, first * counts)


def _receivers(scene: Scene, n: int) -> Array:
    """New accounts at home, or accounts abroad; one serves one to four victims."""
    rng, people = scene.rng, scene.people
    pool = newish(scene, people.wallet_of(scene.strangers))
    distinct = max(1, int(n / 2))
    chosen = pool[rng.integers(0, len(pool), distinct)]
    away = scene.foreigners[rng.integers(0, len(scene.foreigners), distinct)]
    old = people.opened[away] < 0
    chosen = np.where((rng.random(distinct) < 0.25) & old, away, chosen)
    return np.asarray(chosen[rng.integers(0, distinct, n)])


def _borrow(scene: Scene, subjects: Array, start: Array, need: Array) -> None:
    """Money from friends or relatives in the hours before; innocent, so without a label."""
    rng, people = scene.rng, scene.people
    who = np.flatnonzero(rng.random(len(subjects)) < P.of("borrowed").high)
    row, nth = repeat(rng.integers(1, 4, len(who)))
    victim = subjects[who[row]]
    friend = people.owner_friends[people.owner[victim], nth]
    at = np.maximum(start[who[row]] - rng.uniform(0.05, 1.0, len(row)), 0)
    scene.write("borrowed", Entries(
        day=at.astype(np.int64) + scene.shift.days, second=(at % 1 * 86400).astype(np.int64),
        debtor=friend, creditor=victim,
        amount=np.minimum(need[who[row]] / 4, 1_500_000) * scene.shift.scale, round_share=0.8,
    ))  # fmt: skip


SCHEME = Scheme(
    id="child_extortion_burst",
    role="child_at_risk",
    words=Text(
        "Nasabah muda membayar beberapa kali dalam hitungan hari ke penerima baru, lalu berhenti.",
        "A young customer pays several times within days to a new receiver, then stops.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
