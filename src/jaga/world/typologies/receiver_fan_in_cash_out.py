"""A receiver of small credits from many unrelated people, moved on within hours.

Published: many senders to one receiver, domestic and foreign credits of insignificant size over
remittance, gateway, wallet and bank (PPATK 2024); wallet receipts then moved to a personal bank
account (PPATK and ECPAT, July 2024); same-day sending on (AUSTRAC on mules). Means near Rp 980
thousand a transaction (PPATK 2024) and PHP 6,120 (AMLC 2023).
Here: 4 to 60 senders, foreign share 0 to 0.8, medians of Rp 40 thousand to Rp 3 million, and a
median delay of 3 hours that runs from minutes to four days.
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
    low_tier_first,
    onward,
    payers,
    scaled,
)
from jaga.world.people import People
from jaga.world.rails import mixed_seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameter, Parameters, Scene, Scheme

P = Parameters((
    Parameter("senders", (4, 60), "people", "published without a number; cases speak of dozens",
              (8, np.inf)),
    Parameter("per_sender", (1, 4), "payments", "most senders pay once or twice"),
    Parameter("window", (5, 80), "days", "from a burst to a steady trickle"),
    Parameter("foreign_share", (0.0, 0.8), "share", "domestic and foreign together"),
    Parameter("median", (40_000, 3_000_000), "rupiah", "around the published means, and beyond",
              (0, 3_500_000)),
    Parameter("delay", 3, "hours", "median; published as minutes to the same day"),
    Parameter("kept", (0.0, 0.4), "share", "what stays in the account"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Adults at home; wallets, low tiers and new accounts first."""
    adults = people.between(18, 60).astype(float) * np.where(people.opened > -60, 4.0, 1.0)
    return low_tier_first(adults, people.kyc, people.wallet)


def draw(scene: Scene, subjects: Array) -> None:
    """Credits first, then the sums that leave."""
    rng, n = scene.rng, len(subjects)
    senders = scaled(scene, P.of("senders").whole_log(rng, n))
    window = scaled(scene, P.of("window").whole(rng, n))
    room = scene.spec.days - np.clip(scene.people.opened[subjects], 0, None) - 6
    window = np.clip(window, 1, np.maximum(room, 3))
    start = scene.start_days(subjects, window + 3 + scene.shift.days)
    pair, _ = repeat(senders)
    foreign = P.of("foreign_share").even(rng, n) ** 1.5
    sender = payers(scene, foreign[pair])
    row, _ = repeat(P.of("per_sender").whole_log(rng, len(pair)))
    who, total = pair[row], len(row)
    median = P.of("median").log(rng, n)
    night = rng.uniform(0.1, 0.85, n)
    scene.drawn.note(SCHEME, subjects, senders=senders, median=median * scene.shift.scale)
    rows = inject(scene, "credits", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=start[who] + (rng.random(total) * window[who]).astype(np.int64),
        second=mixed_seconds(rng, night[who]), debtor=sender[row], creditor=subjects[who],
        amount=np.clip(lognormal(rng, total, median[who], 0.6), 20_000, 6_000_000),
        round_share=0.65,
    ), subjects[who]))  # fmt: skip
    _move_on(scene, rows, {int(s): k for s, k in zip(subjects, rng.random(n), strict=True)})


def _move_on(scene: Scene, rows: dict[str, Array], speed: dict[int, float]) -> None:
    rng = scene.rng
    subject = rows["creditor"].astype(np.int64)
    haste = np.array([speed[int(s)] for s in subject])
    account, idr, minute = gathered(rows, subject, rng.random(len(subject)) < haste)
    kept = P.of("kept").even(rng, len(account)) ** 1.6
    minute = minute + delay_minutes(scene, len(account), P.of("delay").high, 96)
    minute -= scene.shift.days * 1440 + scene.shift.seconds // 60  # inject adds the shift again
    entries = onward(scene, account, idr * (1 - kept) / scene.shift.scale, minute)
    inject(scene, "out", SCHEME.id, SCHEME.role, Illicit(entries, account))


SCHEME = Scheme(
    id="receiver_fan_in_cash_out",
    role="receiver",
    words=Text(
        "Penerima mendapat kredit kecil dari banyak orang, lalu segera menguangkannya.",
        "A receiver gets small credits from many people and soon cashes them out.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
