"""A receiver is paid the same price by many people, month after month, as for a closed group.

Published: payments for closed groups (KPAI, August 2025); subscription-like payments, mostly under
USD 100 (Chainalysis 2026 via htx.com). The catalogue looks for ten payers or more, one amount
within 2 %, monthly.
Here: 6 to 60 payers, prices of Rp 15 thousand to Rp 2 million that differ by up to 6 %, every 7
to 35 days; some payers stop, others come.
"""

import numpy as np

from jaga.words import Text
from jaga.world.book import Entries
from jaga.world.draw import repeat
from jaga.world.injection import (
    Illicit,
    before_shift,
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
    Parameter("payers", (6, 60), "people", "catalogue: ten or more", (10, np.inf)),
    Parameter("price", (15_000, 2_000_000), "rupiah", "published mostly under USD 100",
              (0, 1_640_000)),
    Parameter("spread", (0, 0.06), "share", "catalogue: within 2 % of one price", (0, 0.02)),
    Parameter("every", (7, 35), "days", "published as a subscription; catalogue: monthly",
              (26, 35)),
    Parameter("renewed", (0.3, 1), "share", "of payers who pay again each time"),
    Parameter("foreign_share", (0, 0.4), "share", "payers from abroad"),
    Parameter("kept", (0, 0.5), "share", "what stays in the account"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Adults at home; wallets and low tiers first."""
    adults = people.between(18, 45).astype(float) * np.where(people.opened > -90, 2.0, 1.0)
    return low_tier_first(adults, people.kyc, people.wallet)


def draw(scene: Scene, subjects: Array) -> None:
    """Each payer joins on a day of their own and pays at the group's interval from then on."""
    rng, n = scene.rng, len(subjects)
    members = scaled(scene, P.of("payers").whole_log(rng, n))
    monthly = rng.random(n) < 0.7
    every = np.where(monthly, rng.integers(28, 32, n), P.of("every").whole(rng, n))
    price = np.maximum(np.rint(P.of("price").log(rng, n) / 5_000), 1) * 5_000
    spread = P.of("spread").even(rng, n) * (rng.random(n) < 0.6)
    scene.drawn.note(
        SCHEME,
        subjects,
        payers=members,
        price=price * scene.shift.scale,
        spread=spread,
        every=every,
    )
    opened = np.clip(scene.people.opened[subjects], 0, None)
    group, _ = repeat(members)
    joined = rng.random(len(group)) * np.minimum(every, 30)[group]
    renewed = P.of("renewed").even(rng, n)[group]
    sender = payers(scene, (P.of("foreign_share").even(rng, n) ** 1.5)[group])
    rounds = np.maximum(1, (scene.spec.days - opened[group] - joined) // every[group])
    stays = rng.geometric(np.clip(1 - renewed, 0.03, 1))
    row, nth = repeat(np.minimum(rounds, stays).astype(np.int64))
    who, total = group[row], len(row)
    own = 1 + (rng.random(len(group)) < 0.4) * spread[group] * rng.uniform(-1, 1, len(group))
    day = opened[who] + joined[row] + nth * every[who] + np.minimum(rng.exponential(0.8, total), 4)
    rows = inject(scene, "dues", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=day.astype(np.int64), second=mixed_seconds(rng, rng.uniform(0.1, 0.8, n)[who]),
        debtor=sender[row], creditor=subjects[who], amount=price[who] * own[row], round_share=0.0,
    ), subjects[who]))  # fmt: skip
    _move_on(scene, rows)


def _move_on(scene: Scene, rows: dict[str, Array]) -> None:
    rng, subject = scene.rng, rows["creditor"].astype(np.int64)
    account, idr, minute = gathered(rows, subject, rng.random(len(subject)) < 0.2)
    moves = rng.random(len(account)) < 0.8
    account, idr, minute = account[moves], idr[moves], minute[moves]
    kept = P.of("kept").even(rng, len(account))
    minute = minute + delay_minutes(scene, len(account), 18, 150)
    entries = onward(scene, account, idr * (1 - kept) / scene.shift.scale,
                     before_shift(scene, minute))  # fmt: skip
    inject(scene, "out", SCHEME.id, SCHEME.role, Illicit(entries, account))


SCHEME = Scheme(
    id="receiver_paid_group",
    role="receiver",
    words=Text(
        "Penerima dibayar dengan harga yang sama oleh banyak orang setiap bulan.",
        "A receiver is paid one price by many people, month after month.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
