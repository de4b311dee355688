"""A payer buys small virtual assets again and again and sends them on to the same addresses.

Published: USD 10–50 between 23:00 and 05:00, sent again and again to one group of addresses, with a
link to prepaid cards (Chainalysis 2020 via y4l.net); mostly under USD 100, like a subscription
(Chainalysis 2026 via htx.com); instant exchangers (FINTRAC 2025 via investmentexecutive.com,
Chainalysis 2024).
Here: medians of Rp 40 thousand to Rp 2.5 million, night shares of 0.05 to 0.95, sent on after a
minute to ten hours. Purchases are payments to a platform with the category 6051; what is sent on
goes to accounts abroad over the rail for virtual assets.
"""

import numpy as np

from jaga.words import Text
from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.injection import Illicit, inject, scaled, spaced
from jaga.world.people import People
from jaga.world.rails import RAIL, mixed_seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameter, Parameters, Scene, Scheme

P = Parameters((
    Parameter("purchases", (4, 40), "payments", "published as frequent, without a number"),
    Parameter("gap", (1, 25), "days", "mean; published as periodic"),
    Parameter("median", (40_000, 2_500_000), "rupiah", "published as USD 10 to under 100",
              (160_000, 1_640_000)),
    Parameter("night_share", (0.05, 0.95), "share", "published as the hours from 23 to 5"),
    Parameter("delay", (1, 600), "minutes", "until sent on; published as at once", (0, 60)),
    Parameter("addresses", (1, 5), "accounts", "published as one group of addresses"),
    Parameter("prepaid", 0.3, "share", "payers who buy a prepaid value for it first"),
    Parameter("exchanger", 0.3, "share", "payers who use an instant exchanger"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Adults at home; younger payers more, as published."""
    return people.between(18, 65).astype(float) * np.where(people.age < 40, 2.0, 1.0)


def draw(scene: Scene, subjects: Array) -> None:
    """A purchase, and what it bought sent on; some buy a prepaid value just before."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    gap = P.of("gap").log(rng, n)
    opened = np.clip(people.opened[subjects], 0, None)
    room = np.maximum(scene.spec.days - opened - 4 - scene.shift.days, 4)
    wanted = np.minimum(P.of("purchases").whole_log(rng, n), np.maximum(room / gap, 4))
    counts = scaled(scene, wanted)
    length = np.minimum(room, gap * counts)
    start = opened + rng.random(n) * (room - length)
    row, nth = repeat(counts)
    total, median = len(row), P.of("median").log(rng, n)
    day = spaced(rng, start, length, row, nth, counts).astype(np.int64)
    second = mixed_seconds(rng, P.of("night_share").even(rng, n)[row])
    amount = np.clip(lognormal(rng, total, median[row], 0.3), 20_000, 6_000_000)
    debtor, bought = subjects[row], RAIL["virtual_asset"]
    funded = (rng.random(n) < P.of("prepaid").high)[row] & (rng.random(total) < 0.8)
    _prepaid(scene, Entries(day=day[funded], second=second[funded], debtor=debtor[funded],
                            creditor=debtor[funded], amount=amount[funded]))  # fmt: skip
    seller = scene.platform("asset", n)
    shop = scene.merchants.pick(rng, rng.integers(0, 38, n))
    seller = np.where(rng.random(n) < P.of("exchanger").high, shop, seller)
    inject(scene, "bought", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=day, second=second, debtor=debtor, creditor=seller[row], amount=amount, rail=bought,
        mcc=6051, remark=0, round_share=0.7,
    ), debtor))  # fmt: skip
    wait = P.of("delay").log(rng, n) * scene.shift.scale
    scene.drawn.note(SCHEME, subjects, median=median * scene.shift.scale, delay=wait)
    late = second + (wait[row] * 60 * rng.uniform(0.5, 1.5, total)).astype(np.int64) + 20
    _send(scene, row, Entries(day=day + late // 86400, second=late % 86400, debtor=debtor,
                              creditor=debtor, amount=amount), n)  # fmt: skip


def _prepaid(scene: Scene, entries: Entries) -> None:
    """The same value in prepaid credit, within the hour before the purchase."""
    rng, n = scene.rng, len(entries.day)
    early = np.maximum(entries.second - rng.integers(120, 3600, n), 0)
    entries.second, entries.creditor = early, scene.platform("shop", n)
    entries.rail, entries.mcc, entries.remark = RAIL["prepaid"], 5815, 0
    entries.round_share = 0.9
    inject(scene, "prepaid", SCHEME.id, SCHEME.role, Illicit(entries, entries.debtor))


def _send(scene: Scene, row: Array, entries: Entries, n: int) -> None:
    """To the payer's group of addresses, which a few payers share, less the fee."""
    rng, total, most = scene.rng, len(row), int(P.of("addresses").high)
    away = scene.foreigners[scene.people.opened[scene.foreigners] < 0]
    groups = partners(rng, max(1, n // 2), most, away)[rng.integers(0, max(1, n // 2), n)]
    size = P.of("addresses").whole_log(rng, n)
    entries.creditor = groups[row, (rng.random(total) * size[row]).astype(np.int64)]
    entries.amount = entries.amount * (1 - rng.uniform(0.005, 0.08, n)[row])
    entries.rail, entries.remark, entries.round_share = RAIL["virtual_asset"], 0, 0.0
    inject(scene, "sent", SCHEME.id, SCHEME.role, Illicit(entries, entries.debtor))


SCHEME = Scheme(
    id="payer_virtual_asset",
    role="payer",
    words=Text(
        "Pembayar membeli aset virtual kecil berulang-ulang dan segera mengirimnya ke alamat yang "
        "sama.",
        "A payer buys small virtual assets repeatedly and soon sends them to the same addresses.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
