"""A receiver is paid in top-ups and platform gifts by many, and turns them into cash.

Published: top-ups of prepaid telephones from daily to several a week (AUSTRAC 2022 via
arctic-intelligence); gifts in games and payouts that are cashed at once (UI IJSLS 5(1); AMLTRIX
IND03068). The catalogue looks for three a week from three payers, and payouts that leave within two
hours.
Here: 1 to 9 top-ups a week from 2 to 15 payers, with payouts for six in ten; cash after 6 minutes
to 30 hours. A top-up for somebody is a payment on the rail for airtime to that person's account.
"""

import numpy as np

from jaga.words import Text
from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.injection import (
    Illicit,
    before_shift,
    gathered,
    inject,
    local_clock,
    scaled,
    spaced,
)
from jaga.world.people import People
from jaga.world.rails import RAIL, mixed_seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameter, Parameters, Scene, Scheme

P = Parameters((
    Parameter("weekly", (1, 9), "top-ups", "catalogue: three a week and more", (3, np.inf)),
    Parameter("payers", (2, 15), "people", "catalogue: three and more", (3, np.inf)),
    Parameter("window", (14, 80), "days", "weeks; published without a number"),
    Parameter("value", (15_000, 250_000), "rupiah", "usual values of pulsa and data packages"),
    Parameter("payouts", 0.6, "share", "receivers whom a gift platform pays as well"),
    Parameter("payout", (50_000, 1_500_000), "rupiah", "per payout; published without a number"),
    Parameter("delay", (0.1, 30), "hours", "until cash; catalogue: under two", (0, 2)),
))  # fmt: skip
RAILS = np.array([RAIL["airtime"], RAIL["prepaid"], RAIL["game_topup"]])
MCCS = np.array([4814, 5815, 5816])


def eligible(people: People) -> Array:
    """Adults at home with a wallet more than others."""
    return people.between(18, 45) * np.where(people.wallet, 3.0, 1.0)


def draw(scene: Scene, subjects: Array) -> None:
    """Top-ups from the same few payers, payouts, and cash soon after either."""
    rng, n = scene.rng, len(subjects)
    opened = np.clip(scene.people.opened[subjects], 0, None)
    room = np.maximum(scene.spec.days - opened - 4 - scene.shift.days, 4)
    length = np.minimum(P.of("window").whole(rng, n) * scene.shift.scale, room)
    start = opened + rng.random(n) * (room - length)
    weekly = P.of("weekly").log(rng, n)
    counts = np.maximum(scaled(scene, weekly * length / 7), 2)
    givers = P.of("payers").whole_log(rng, n)
    table = partners(rng, n, int(P.of("payers").high), scene.strangers)
    row, nth = repeat(counts)
    total = len(row)
    value = np.rint(P.of("value").log(rng, n) / 5_000) * 5_000
    sort = np.searchsorted([0.7, 0.85], rng.random(total), side="right")
    rows = inject(scene, "top-ups", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=spaced(rng, start, length, row, nth, counts).astype(np.int64),
        second=mixed_seconds(rng, rng.uniform(0.1, 0.7, n)[row]),
        debtor=table[row, (rng.random(total) * givers[row]).astype(np.int64)],
        creditor=subjects[row], amount=value[row] * rng.choice([1, 1, 2, 4], total),
        rail=RAILS[sort], mcc=MCCS[sort], remark=0, round_share=0.9,
    ), subjects[row]))  # fmt: skip
    delay = P.of("delay").log(rng, n) * scene.shift.scale
    scene.drawn.note(SCHEME, subjects, weekly=weekly, payers=givers, delay=delay)
    paid = _payouts(scene, subjects, start, length)
    for part, received in (("top-up-cash", rows), ("payout-cash", paid)):
        _cash(scene, part, subjects, received, delay)


def _payouts(scene: Scene, subjects: Array, start: Array, length: Array) -> dict[str, Array]:
    rng = scene.rng
    who = np.flatnonzero(rng.random(len(subjects)) < P.of("payouts").high)
    counts = scaled(scene, rng.uniform(0.5, 4, len(who)) * length[who] / 7)
    row, nth = repeat(counts)
    total, usual = len(row), P.of("payout").log(rng, len(who))
    account = subjects[who[row]]
    at = spaced(rng, start[who], length[who], row, nth, counts)
    return inject(scene, "payouts", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=at.astype(np.int64), second=mixed_seconds(rng, np.full(total, 0.4)),
        debtor=scene.platform("gift", total), creditor=account,
        amount=lognormal(rng, total, usual[row], 0.4), rail=RAIL["gift_payout"], remark=0,
        round_share=0.1,
    ), account))  # fmt: skip


def _cash(scene: Scene, part: str, subjects: Array, rows: dict[str, Array], delay: Array) -> None:
    """At an agent near home, or over the own bank account."""
    rng, people = scene.rng, scene.people
    account, idr, minute = gathered(rows, rows["creditor"].astype(np.int64),
                                    rng.random(len(rows["t"])) < 0.6)  # fmt: skip
    index = np.zeros(len(people), dtype=np.int64)
    index[subjects] = np.arange(len(subjects))
    n, wait = len(account), delay[index[account]]
    minute = minute + (wait * 60 * rng.uniform(0.4, 1.6, n)).astype(np.int64) + 2
    own, agent = people.bank_of(account), scene.agents.pick(rng, people.province[account])
    banked = (rng.random(n) < 0.3) & (own != account)
    day, second = local_clock(scene, account, before_shift(scene, minute))
    inject(scene, part, SCHEME.id, SCHEME.role, Illicit(Entries(
        day=day, second=second, debtor=account, creditor=np.where(banked, own, agent),
        amount=idr * rng.uniform(0.75, 0.98, n) / scene.shift.scale,
        rail=np.where(banked, -1, RAIL["cash_out"]), remark=0, round_share=0.4,
    ), account))  # fmt: skip


SCHEME = Scheme(
    id="receiver_airtime_gifts",
    role="receiver",
    words=Text(
        "Penerima dibayar banyak orang dengan pulsa dan hadiah platform, lalu menguangkannya.",
        "A receiver is paid by many in top-ups and platform gifts, and turns them into cash.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
