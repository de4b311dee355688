"""A receiver of small credits from young people who sends them abroad or into virtual assets.

Published: many small credits from young unrelated payers, soon sent abroad or to a provider of
virtual assets (AUSTRAC on project Huntsman; FATF 2025 via financialcrime.lu); first demands under
EUR 250. The catalogue looks for five payers under 25 in 30 days and outflow within 24 hours.
Here: 3 to 40 payers, of whom half to all are under 25, Rp 25 thousand to Rp 5 million, sent on
after 12 minutes to 60 hours.
"""

import numpy as np

from jaga.words import Text
from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.injection import (
    Illicit,
    before_shift,
    gathered,
    inject,
    local_clock,
    low_tier_first,
    scaled,
)
from jaga.world.people import People
from jaga.world.rails import RAIL, mixed_seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameter, Parameters, Scene, Scheme

P = Parameters((
    Parameter("payers", (3, 40), "people", "catalogue: five and more in 30 days", (5, np.inf)),
    Parameter("young_share", (0.5, 1), "share", "of payers aged 13 to 24; the others to 30"),
    Parameter("per_payer", (1, 2), "payments", "most victims of one receiver pay once"),
    Parameter("window", (4, 75), "days", "catalogue: within 30 days"),
    Parameter("median", (40_000, 3_000_000), "rupiah", "published under about 4.5 million",
              (0, 4_500_000)),
    Parameter("delay", (0.2, 60), "hours", "catalogue: within 24", (0, 24)),
    Parameter("kept", (0, 0.3), "share", "what stays in the account"),
    Parameter("virtual", 0.4, "share", "receivers who use virtual assets; the others remit"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Adults at home; wallets, low tiers and new accounts first."""
    adults = people.between(18, 45).astype(float) * np.where(people.opened > -60, 4.0, 1.0)
    return low_tier_first(adults, people.kyc, people.wallet)


def draw(scene: Scene, subjects: Array) -> None:
    """Credits from the young, and their sum sent away."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    count = scaled(scene, P.of("payers").whole_log(rng, n))
    opened = np.clip(people.opened[subjects], 0, None)
    room = np.maximum(scene.spec.days - opened - 4 - scene.shift.days, 3)
    window = np.minimum(P.of("window").whole_log(rng, n) * scene.shift.scale, room)
    start = opened + rng.random(n) * (room - window)
    pair, _ = repeat(count)
    young = people.owner_main[np.unique(people.owner[people.where(people.between(13, 24))])]
    other = people.owner_main[np.unique(people.owner[people.where(people.between(25, 30))])]
    share = P.of("young_share").even(rng, n)[pair]
    payer = np.where(rng.random(len(pair)) < share, young[rng.integers(0, len(young), len(pair))],
                     other[rng.integers(0, len(other), len(pair))])  # fmt: skip
    row, _ = repeat(P.of("per_payer").whole_log(rng, len(pair)))
    who, total, median = pair[row], len(row), P.of("median").log(rng, n)
    first = start[pair] + rng.random(len(pair)) * window[pair]
    delay = P.of("delay").log(rng, n) * scene.shift.scale
    scene.drawn.note(SCHEME, subjects, payers=count, median=median * scene.shift.scale, delay=delay)
    rows = inject(scene, "credits", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=(first[row] + rng.uniform(0, 1.5, total)).astype(np.int64),
        second=mixed_seconds(rng, np.full(total, 0.4)), debtor=payer[row],
        creditor=subjects[who],
        amount=np.clip(lognormal(rng, total, median[who], 0.4), 25_000, 5_000_000),
        round_share=0.75,
    ), subjects[who]))  # fmt: skip
    _send_away(scene, subjects, rows, delay)


def _send_away(scene: Scene, subjects: Array, rows: dict[str, Array], delay: Array) -> None:
    """To one account abroad each: by remittance, or over virtual assets."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    account, idr, minute = gathered(rows, rows["creditor"].astype(np.int64),
                                    rng.random(len(rows["t"])) < 0.5)  # fmt: skip
    index = np.zeros(len(people), dtype=np.int64)
    index[subjects] = np.arange(n)
    who, total = index[account], len(account)
    minute = minute + (delay[who] * 60 * rng.uniform(0.4, 1.6, total)).astype(np.int64) + 2
    away = scene.foreigners[people.opened[scene.foreigners] < 0]
    target = away[rng.integers(0, len(away), n)]
    virtual = rng.random(n) < P.of("virtual").high
    kept = P.of("kept").even(rng, n)
    day, second = local_clock(scene, account, before_shift(scene, minute))
    inject(scene, "out", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=day, second=second, debtor=account, creditor=target[who],
        amount=idr * (1 - kept[who]) / scene.shift.scale,
        rail=np.where(virtual[who], RAIL["virtual_asset"], RAIL["remittance"]), remark=0,
        round_share=0.4,
    ), account))  # fmt: skip


SCHEME = Scheme(
    id="young_extortion_receiver",
    role="receiver",
    words=Text(
        "Penerima mendapat kredit kecil dari banyak orang muda dan segera mengirimnya ke luar "
        "negeri atau aset virtual.",
        "A receiver gets small credits from many young people and soon sends them abroad or into "
        "virtual assets.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
