"""A payer of several unrelated people over weeks, in amounts often round in his own currency.

Published: payments usually of EUR 10–200 and at most EUR 500, always under EUR 1,500, in even
amounts, at night in the payer's time (FATF 2025, as summarised by financialcrime.lu and
aml-factory.com); small frequent transfers under CAD 200 (FINTRAC 2025); PHP 1,000–3,000 for 45 %
of suspicious small transactions (AMLC 2020). Working band Rp 150 thousand to Rp 3.5 million.
Here: 2 to 18 receivers, Rp 40 thousand to Rp 8 million, night share anywhere from 0.05 to 0.95,
rounding from 0.2 to 1.0: a third of payers fall outside the published ranges on some side.
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
    Parameter("receivers", (2, 18), "people", "cases name three to a dozen; both ends passed",
              (3, 12)),
    Parameter("per_receiver", (1, 6), "payments", "most receivers are paid more than once"),
    Parameter("window", (10, 80), "days", "weeks; the slowest pay about monthly"),
    Parameter("median", (90_000, 2_200_000), "rupiah", "per payer; single payments spread further",
              (150_000, 3_500_000)),
    Parameter("night_share", (0.05, 0.95), "share", "published as frequent, never as universal"),
    Parameter("round_share", (0.2, 1.0), "share", "published as typical; some convert exactly"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Adults; foreign nationals abroad carry about half of the weight."""
    adults = people.between(28, 70).astype(float)
    away = (people.country > 0) & ~people.national
    return np.asarray(adults + away * max(1.0, adults.sum() / max(1, away.sum()) * 1.1))


def draw(scene: Scene, subjects: Array) -> None:
    """Each payer has one or two provinces where most receivers live."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    receivers = scaled(scene, P.of("receivers").whole_log(rng, n))
    window = scaled(scene, P.of("window").whole(rng, n))
    window = np.minimum(window, scene.spec.days - 4)
    table = _receivers(scene, n, int(receivers.max(initial=1)))
    pair, column = repeat(receivers)
    counts = P.of("per_receiver").whole_log(rng, len(pair))
    counts = scaled(scene, counts)
    row, _ = repeat(counts)
    who, total = pair[row], len(row)
    start = scene.start_days(subjects, window + scene.shift.days)
    night = P.of("night_share").even(rng, n)
    median = P.of("median").log(rng, n)
    habit = P.of("round_share").even(rng, n)
    debtor = subjects[who]
    scene.drawn.note(SCHEME, subjects, receivers=receivers, median=median * scene.shift.scale)
    inject(scene, "paid", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=start[who] + (rng.random(total) * window[who]).astype(np.int64),
        second=mixed_seconds(rng, night[who]), debtor=debtor,
        creditor=table[who, column[row]],
        amount=np.clip(lognormal(rng, total, median[who], 0.55), 40_000, 8_000_000),
        rail=np.where((people.country[debtor] > 0) & (rng.random(total) < 0.12), 6, -1),
        round_share=habit[who],
    ), debtor))  # fmt: skip


def _receivers(scene: Scene, n: int, most: int) -> Array:
    """A table of receivers: young and adult wallets, some of them subjects of other rings."""
    rng, people = scene.rng, scene.people
    young = people.wallet_of(people.where(people.between(13, 27)))
    table = np.where(rng.random((n, most)) < 0.5, partners(rng, n, most, young),
                     partners(rng, n, most, people.wallet_of(scene.strangers)))  # fmt: skip
    rings = [scene.cast[k] for k in ("receiver_fan_in_cash_out", "facilitator_gather_split",
                                     "child_receiving") if len(scene.cast.get(k, ()))]  # fmt: skip
    if not rings:
        return np.asarray(table)
    ring = np.concatenate(rings)
    return np.where(rng.random((n, most)) < 0.1, partners(rng, n, most, ring), table)


SCHEME = Scheme(
    id="payer_many_receivers",
    role="payer",
    words=Text(
        "Pembayar mengirim uang ke beberapa orang yang tidak saling terkait.",
        "A payer sends money to several people with no tie to each other.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
