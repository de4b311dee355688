"""A payer of several persons in one place who travels there, before or after the payments.

Published: travel, longer or more frequent stays outside tourist areas, heavy use of cash machines
and gift-like purchases (FINTRAC 2025 via investmentexecutive.com and polarherald.com); small
payments every few weeks and then an airline ticket (AUSTRAC, node 1087); transfers under CAD 200.
The catalogue joins payments from 180 days before to 90 days after a journey.
Here: 2 to 10 persons in one province, Rp 60 thousand to Rp 4 million, a stay of 2 to 30 nights.
Labelled are payments to persons and cash drawn there; ticket, lodging and shops are its setting.
"""

import numpy as np

from jaga.words import Text
from jaga.world.book import Entries
from jaga.world.draw import Near, lognormal, repeat
from jaga.world.injection import Illicit, beside, inject, scaled
from jaga.world.people import People
from jaga.world.places import PROVINCE_WEIGHTS
from jaga.world.rails import RAIL, mixed_seconds, seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameter, Parameters, Scene, Scheme

P = Parameters((
    Parameter("persons", (2, 10), "people", "in one place; published without a number"),
    Parameter("per_person", (1, 5), "payments", "some once, some again and again"),
    Parameter("median", (80_000, 3_000_000), "rupiah", "published under CAD 200 or AUD 500",
              (150_000, 2_300_000)),
    Parameter("before", (2, 45), "days", "of payments before the journey; catalogue: up to 180"),
    Parameter("after", (0, 40), "days", "of payments after it; catalogue: up to 90"),
    Parameter("nights", (2, 30), "nights", "published as longer than usual"),
    Parameter("cash", (1, 12), "withdrawals", "published as heavy use", (4, np.inf)),
    Parameter("gifts", 0.4, "share", "who buy gifts at the place"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Foreign nationals abroad with about half of the weight, and adults at home."""
    adults = people.between(25, 70).astype(float)
    away = (people.country > 0) & ~people.national
    return np.asarray(adults + away * max(1.0, adults.sum() / max(1, away.sum())))


def draw(scene: Scene, subjects: Array) -> None:
    """One journey each, with persons there who are paid before, during and after it."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    place = rng.choice(len(PROVINCE_WEIGHTS), n, p=PROVINCE_WEIGHTS)
    place = np.where(place == people.province[subjects], (place + 7) % 38, place)
    nights = np.minimum(P.of("nights").whole_log(rng, n), max(2, scene.spec.days // 3))
    opened = np.clip(people.opened[subjects], 0, None)
    room = np.maximum(scene.spec.days - opened - nights - 6 - scene.shift.days, 1)
    arrives = opened + 4 + (rng.random(n) * room).astype(np.int64)
    _pay(scene, subjects, place, arrives, nights)
    _stay(scene, subjects, place, arrives, nights)


def _pay(scene: Scene, subjects: Array, place: Array, arrives: Array, nights: Array) -> None:
    rng, people, n = scene.rng, scene.people, len(subjects)
    persons = scaled(scene, P.of("persons").whole_log(rng, n))
    locals_ = Near.of(np.unique(people.wallet_of(people.where(people.between(15, 40)))),
                      people.province)  # fmt: skip
    pair, _ = repeat(persons)
    met = locals_.pick(rng, place[pair], skew=1.0)
    row, _ = repeat(scaled(scene, P.of("per_person").whole_log(rng, len(pair))))
    who, total, median = pair[row], len(row), P.of("median").log(rng, n)
    begins = np.maximum(arrives - P.of("before").whole(rng, n), 0)
    ends = np.minimum(arrives + nights + P.of("after").whole(rng, n), scene.spec.days - 2)
    debtor = subjects[who]
    scene.drawn.note(SCHEME, subjects, median=median * scene.shift.scale)
    inject(scene, "paid", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=begins[who] + (rng.random(total) * (ends - begins)[who]).astype(np.int64),
        second=mixed_seconds(rng, rng.uniform(0.1, 0.8, n)[who]), debtor=debtor,
        creditor=met[row],
        amount=np.clip(lognormal(rng, total, median[who], 0.5), 60_000, 4_000_000),
        round_share=0.65,
    ), debtor))  # fmt: skip


def _stay(scene: Scene, subjects: Array, place: Array, arrives: Array, nights: Array) -> None:
    """Ticket, lodging, cash and gifts, at the place."""
    rng, n = scene.rng, len(subjects)
    count = scaled(scene, P.of("cash").whole_log(rng, n))
    scene.drawn.note(SCHEME, subjects, cash=count)
    row, _ = repeat(count)
    total = len(row)
    inject(scene, "cash", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=arrives[row] + (rng.random(total) * nights[row]).astype(np.int64),
        second=seconds(rng, "evening", total), debtor=subjects[row],
        creditor=scene.agents.pick(rng, place[row]), amount=lognormal(rng, total, 1_200_000, 0.5),
        rail=RAIL["cash_out"], mcc=6011, place=place[row], remark=0, round_share=0.97,
    ), subjects[row]))  # fmt: skip
    beside(scene, "ticket", ticket(scene, subjects, arrives))
    beside(scene, "lodging", lodging(scene, subjects, place, arrives, nights))
    buys = np.flatnonzero(rng.random(n) < P.of("gifts").high)
    row, _ = repeat(rng.integers(1, 5, len(buys)))
    at = buys[row]
    beside(scene, "gifts", Entries(
        day=arrives[at] + (rng.random(len(at)) * nights[at]).astype(np.int64),
        second=seconds(rng, "day", len(at)), debtor=subjects[at],
        creditor=scene.merchants.pick(rng, place[at]), amount=lognormal(rng, len(at), 700_000, 0.8),
        rail=RAIL["card"], mcc=rng.choice([5944, 5945, 5947], len(at)), place=place[at],
    ))  # fmt: skip


def ticket(scene: Scene, accounts: Array, arrives: Array) -> Entries:
    """A ticket for each traveller, 2 to 30 days ahead: codes of airlines, or of their sellers."""
    rng, n = scene.rng, len(accounts)
    airline = np.where(rng.random(n) < 0.5, 4511, rng.integers(3000, 3299, n))
    return Entries(
        day=np.maximum(arrives - rng.integers(2, 30, n), 0), second=seconds(rng, "evening", n),
        debtor=accounts, creditor=scene.platform("ticket", n),
        amount=lognormal(rng, n, 2_400_000, 0.6), rail=RAIL["card"], mcc=airline, round_share=0.1,
    )  # fmt: skip


def lodging(scene: Scene, accounts: Array, place: Array, arrives: Array, nights: Array) -> Entries:
    """Lodging at the place, paid every few nights."""
    rng = scene.rng
    row, nth = repeat(np.maximum(1, nights // 4))
    n = len(row)
    return Entries(
        day=arrives[row] + nth * 4, second=seconds(rng, "day", n), debtor=accounts[row],
        creditor=scene.merchants.pick(rng, place[row]),
        amount=lognormal(rng, n, 380_000 * np.minimum(nights, 4)[row], 0.6), rail=RAIL["card"],
        mcc=7011, place=place[row], round_share=0.3,
    )  # fmt: skip


SCHEME = Scheme(
    id="travelling_payer",
    role="payer",
    words=Text(
        "Pembayar mengirim uang ke beberapa orang di satu tempat dan bepergian ke sana.",
        "A payer sends money to several persons in one place and travels there.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
