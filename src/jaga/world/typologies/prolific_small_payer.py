"""A payer of very small amounts at short intervals over a long time.

Published: under AUD 55 (about Rp 560 thousand) at intervals under 20 days (AIC, Trends & Issues
634, 2021); 3 % of people make half of all transactions, with medians rising and gaps shrinking as
counts grow (AIC 589, 2020). Virtual assets of USD 10–50 at night (Chainalysis 2020).
Here: mean gaps of 1 to 26 days, medians of Rp 15 thousand to Rp 800 thousand, 5 to 70 payments in
the run, drifting up by anything from -30 % to +150 %; one to eight receivers.
"""

import numpy as np

from jaga.words import Text
from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.injection import Illicit, inject, scaled
from jaga.world.people import People
from jaga.world.rails import mixed_seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameter, Parameters, Scene, Scheme

P = Parameters((
    Parameter("gap", (1, 26), "days", "published under 20; a few are slower", (0, 20)),
    Parameter("median", (15_000, 800_000), "rupiah", "published under about 560 thousand",
              (0, 560_000)),
    Parameter("receivers", (1, 8), "people", "from one steady receiver to several"),
    Parameter("drift", (-0.3, 1.5), "share", "amounts usually rise with time"),
    Parameter("night_share", (0.1, 0.9), "share", "often, not always, at night"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Adults at home, and foreign nationals with a third of the weight."""
    adults = people.between(22, 70).astype(float)
    away = (people.country > 0) & ~people.national
    return np.asarray(adults + away * max(1.0, adults.sum() / max(1, away.sum()) * 0.5))


def draw(scene: Scene, subjects: Array) -> None:
    """A renewal series per payer: gaps around the payer's own mean."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    gap = P.of("gap").log(rng, n)
    opened = np.clip(people.opened[subjects], 0, None)
    room = np.maximum(scene.spec.days - opened - 4 - scene.shift.days, 4)
    length = room * rng.uniform(0.5, 1.0, n)
    counts = scaled(scene, np.clip(length / gap, 5, 70))
    row, nth = repeat(counts)
    total = len(row)
    start = opened + rng.random(n) * (room - length)
    at = start[row] + length[row] * (nth + rng.uniform(0, 0.9, total)) / counts[row]
    most = int(P.of("receivers").high)
    pool = people.wallet_of(people.where(people.between(14, 40)))
    table = partners(rng, n, most, pool)
    receivers = rng.integers(1, most + 1, n)
    median = P.of("median").log(rng, n)
    drift = 1 + P.of("drift").even(rng, n)[row] * nth / counts[row]
    night = P.of("night_share").even(rng, n)
    coin = (rng.random(n) < 0.15)[row]
    gift = (rng.random(n) < 0.1)[row]
    debtor = subjects[row]
    scene.drawn.note(SCHEME, subjects, gap=length / counts, median=median * scene.shift.scale)
    inject(scene, "paid", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=at.astype(np.int64), second=mixed_seconds(rng, night[row]), debtor=debtor,
        creditor=table[row, (rng.random(total) * receivers[row]).astype(np.int64)],
        amount=lognormal(rng, total, median[row] * drift, 0.35),
        rail=np.where(coin, 6, np.where(gift, 9, -1)), round_share=0.7,
    ), debtor))  # fmt: skip


SCHEME = Scheme(
    id="prolific_small_payer",
    role="payer",
    words=Text(
        "Pembayar mengirim jumlah kecil berulang-ulang dengan jarak pendek.",
        "A payer sends small amounts again and again at short intervals.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
