"""An organiser is paid by third parties and spends it on lodging, rides and advertisements.

Published: transfers from third parties of AUD 100–800, hotels over AUD 2,000 a month, more than 15
rides a month (AUSTRAC 2022 via arctic-intelligence); advertisements in small fixed multiples such
as 3, 12 and 24 dollars (FINTRAC 2016 via mrwatchlist.com); in one case Rp 300 thousand to 1 million
by way of a dating app (ngopibareng.id). Bands: Rp 300 thousand to 8.2 million.
Here: 4 to 40 credits of Rp 120 thousand to Rp 6 million, 4 to 40 rides a month, advertisements at
Rp 20 thousand to 450 thousand.
"""

from dataclasses import dataclass

import numpy as np

from jaga.words import Text
from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.injection import Illicit, inject, payers, scaled, spaced
from jaga.world.people import People
from jaga.world.rails import RAIL, mixed_seconds, seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameter, Parameters, Scene, Scheme

P = Parameters((
    Parameter("credits", (4, 40), "payments", "from third parties; published without a number"),
    Parameter("median", (150_000, 5_000_000), "rupiah", "published as AUD 100 to 800; cases lower",
              (300_000, 8_200_000)),
    Parameter("window", (12, 85), "days", "weeks; published without a number"),
    Parameter("lodging", (0.2, 0.95), "share", "of credits with lodging within a day"),
    Parameter("rides", (4, 40), "rides a month", "published as more than 15", (15, np.inf)),
    Parameter("advert", (20_000, 450_000), "rupiah", "published as 3, 12 or 24 dollars",
              (48_000, 400_000)),
    Parameter("adverts", (1, 12), "payments a month", "published as repeated"),
    Parameter("beauty", (0, 4), "payments a month", "published without a number"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Adults at home."""
    return people.between(20, 60).astype(float)


def draw(scene: Scene, subjects: Array) -> None:
    """Credits, and the spending that follows each or runs beside them."""
    rng, n = scene.rng, len(subjects)
    opened = np.clip(scene.people.opened[subjects], 0, None)
    room = np.maximum(scene.spec.days - opened - 5 - scene.shift.days, 4)
    length = np.minimum(P.of("window").whole(rng, n) * scene.shift.scale, room)
    start = opened + 1 + rng.random(n) * (room - length)
    counts = scaled(scene, P.of("credits").whole_log(rng, n))
    row, nth = repeat(counts)
    total, median = len(row), P.of("median").log(rng, n)
    day = spaced(rng, start, length, row, nth, counts).astype(np.int64)
    inject(scene, "credits", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=day, second=mixed_seconds(rng, rng.uniform(0.2, 0.8, n)[row]),
        debtor=payers(scene, (rng.uniform(0, 0.5, n) ** 2)[row]), creditor=subjects[row],
        amount=np.clip(lognormal(rng, total, median[row], 0.35), 120_000, 6_000_000),
        round_share=0.75,
    ), subjects[row]))  # fmt: skip
    stays = rng.random(total) < P.of("lodging").even(rng, n)[row]
    _spend(scene, "lodging", subjects[row[stays]], day[stays] + rng.integers(-1, 2, stays.sum()),
           Spending(7011, 420_000, 0.5, "evening"))  # fmt: skip
    months = np.maximum(length / 30, 0.4)
    rides, advert = P.of("rides").log(rng, n), P.of("advert").log(rng, n)
    scene.drawn.note(
        SCHEME,
        subjects,
        median=median * scene.shift.scale,
        rides=rides,
        advert=advert * scene.shift.scale,
    )
    monthly = {"rides": rides, "adverts": P.of("adverts").log(rng, n),
               "beauty": P.of("beauty").even(rng, n)}  # fmt: skip
    step = np.maximum(np.rint(advert / 5_000), 1) * 5_000
    for name, rate in monthly.items():
        at, _ = repeat(scaled(scene, np.maximum(rate * months, 0.6)))
        when = (start[at] + rng.random(len(at)) * length[at]).astype(np.int64)
        kind = KINDS[name]
        amount = step[at] * rng.choice([1, 1, 2, 4], len(at)) if name == "adverts" else None
        _spend(scene, name, subjects[at], when, kind, amount)


@dataclass(frozen=True)
class Spending:
    """Category, median rupiah, spread and hours of one sort of spending."""

    mcc: int
    median: float
    spread: float
    hours: str


KINDS = {
    "rides": Spending(4121, 32_000, 0.5, "night"),
    "adverts": Spending(7311, 100_000, 0.1, "evening"),
    "beauty": Spending(7230, 180_000, 0.5, "day"),
}


def _spend(
    scene: Scene, part: str, debtor: Array, day: Array, kind: Spending, amount: Array | None = None
) -> None:
    rng, n = scene.rng, len(debtor)
    shop = scene.merchants.pick(rng, scene.people.province[debtor])
    platform = {"rides": "ride", "adverts": "shop"}.get(part)
    creditor = scene.platform(platform, n) if platform else shop
    dating = rng.random(n) < 0.4
    inject(scene, part, SCHEME.id, SCHEME.role, Illicit(Entries(
        day=np.maximum(day, 0), second=seconds(rng, kind.hours, n), debtor=debtor,
        creditor=creditor,
        amount=lognormal(rng, n, kind.median, kind.spread) if amount is None else amount,
        rail=np.where(rng.random(n) < 0.5, RAIL["e_wallet"], RAIL["card"]),
        mcc=np.where(dating, 7273, 7311) if part == "adverts" else kind.mcc, remark=0,
        round_share=0.3,
    ), debtor))  # fmt: skip


SCHEME = Scheme(
    id="organiser_spend",
    role="facilitator",
    words=Text(
        "Penyelenggara menerima uang dari pihak ketiga dan membelanjakannya untuk penginapan, "
        "kendaraan dan iklan.",
        "An organiser is paid by third parties and spends it on lodging, rides and advertisements.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
