"""A facilitator gathers credits, then splits them to several people and keeps a cut.

Published: syndicates as the third modus (AMLC); gather and scatter with a stable ratio; about
10 % commission and same-day consolidation for rented accounts (AUSTRAC on mules).
Here: 4 to 40 senders, splits to 2 to 14 receivers within 1 hour to 6 days, a cut of 2 to 65 %.
"""

import numpy as np

from jaga.words import Text
from jaga.world.book import Entries
from jaga.world.draw import lognormal, partners, repeat
from jaga.world.injection import Illicit, inject, local_clock, payers, scaled
from jaga.world.people import People
from jaga.world.rails import mixed_seconds
from jaga.world.randomness import Array
from jaga.world.scene import Parameter, Parameters, Scene, Scheme

P = Parameters((
    Parameter("rounds", (2, 12), "gatherings", "how often money is gathered and split in the run"),
    Parameter("senders", (2, 12), "people per gathering", "published without a number"),
    Parameter("receivers", (2, 14), "people", "often young; the same ones come back", (3, np.inf)),
    Parameter("cut", (0.02, 0.65), "share", "published near a tenth; cases reach half",
              (0.05, 0.5)),
    Parameter("delay", (1, 144), "hours", "published as the same day to three days"),
    Parameter("median", (80_000, 2_500_000), "rupiah", "per credit"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Adults at home; wallets twice as often as bank accounts."""
    return people.between(20, 60).astype(float) * np.where(people.wallet, 2.0, 1.0)


def draw(scene: Scene, subjects: Array) -> None:
    """Each gathering is one evening or two of credits, then one split."""
    rng, n = scene.rng, len(subjects)
    rounds = scaled(scene, P.of("rounds").whole_log(rng, n))
    gathering, _ = repeat(rounds)
    opened = np.clip(scene.people.opened[subjects], 0, None)
    room = np.maximum(scene.spec.days - opened - 10 - scene.shift.days, 2)
    day = (opened[gathering] + rng.random(len(gathering)) * room[gathering]).astype(np.int64)
    senders = P.of("senders").whole_log(rng, len(gathering))
    row, _ = repeat(scaled(scene, senders))
    foreign = (rng.uniform(0, 0.9, n) ** 1.5)[gathering]
    median = P.of("median").log(rng, n)
    total = len(row)
    who = subjects[gathering[row]]
    rows = inject(scene, "credits", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=day[row] + rng.integers(0, 2, total),
        second=mixed_seconds(rng, np.full(total, 0.4)), debtor=payers(scene, foreign[row]),
        creditor=who, amount=lognormal(rng, total, median[gathering[row]], 0.5),
        round_share=0.6,
    ), who))  # fmt: skip
    _split(scene, subjects, rows)


def _split(scene: Scene, subjects: Array, rows: dict[str, Array]) -> None:
    """Sums of three days, less the cut, to the facilitator's own circle."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    index = np.full(len(people), -1)
    index[subjects] = np.arange(n)
    order = np.argsort(rows["t"], kind="stable")
    who, t = index[rows["creditor"][order]], rows["t"][order].astype(np.int64)
    slot, inverse = np.unique(who * 10_000 + t // (3 * 86400), return_inverse=True)
    total = np.bincount(inverse, weights=rows["idr"][order], minlength=len(slot))
    last = np.zeros(len(slot), dtype=np.int64)
    np.maximum.at(last, inverse, t)
    boss = slot // 10_000
    circle = P.of("receivers").whole_log(rng, n)
    most = int(P.of("receivers").high)
    young = people.wallet_of(people.where(people.between(14, 26)))
    table = np.where(rng.random((n, most)) < 0.6, partners(rng, n, most, young),
                     partners(rng, n, most, scene.strangers))  # fmt: skip
    cut = P.of("cut").even(rng, n)
    scene.drawn.note(SCHEME, subjects, receivers=circle, cut=cut)
    delay = P.of("delay").log(rng, len(slot)) * 60
    row, nth = repeat(circle[boss])
    share = rng.gamma(6, 1, len(row))
    share /= np.bincount(row, weights=share, minlength=len(slot))[row]
    debtor = subjects[boss[row]]
    minute = (last // 60 + delay * scene.shift.scale).astype(np.int64)[row] + nth * 3
    minute -= scene.shift.days * 1440 + scene.shift.seconds // 60
    day, second = local_clock(scene, debtor, minute)
    inject(scene, "split", SCHEME.id, SCHEME.role, Illicit(Entries(
        day=day, second=second, debtor=debtor, creditor=table[boss[row], nth],
        amount=total[row] * (1 - cut[boss[row]]) * share / scene.shift.scale,
        round_share=0.6,
    ), debtor))  # fmt: skip


SCHEME = Scheme(
    id="facilitator_gather_split",
    role="facilitator",
    words=Text(
        "Perantara mengumpulkan kredit, membaginya ke beberapa orang dan menyimpan potongan.",
        "A facilitator gathers credits, splits them to several people and keeps a cut.",
    ),
    parameters=P,
    eligible=eligible,
    draw=draw,
)
