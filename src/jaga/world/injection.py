"""What the injected typologies share: writing with a label, and gathering money to move on."""

from dataclasses import dataclass

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal
from jaga.world.people import UNREGISTERED
from jaga.world.randomness import Array, Rng
from jaga.world.scene import Scene

# Remark classes by weight: none, plain, implausible, handle, other.
REMARK_SHARES = (0.46, 0.27, 0.16, 0.07, 0.04)


@dataclass
class Illicit:
    """Injected payments: entries, and the subject account each belongs to."""

    entries: Entries
    subject: Array


def inject(scene: Scene, part: str, typology: str, role: str, illicit: Illicit) -> dict[str, Array]:
    """Write and label; the run's shift moves amounts and times here, and nowhere else."""
    entries = illicit.entries
    if isinstance(entries.remark, int) and entries.remark == -2:
        cuts = np.cumsum(REMARK_SHARES)[:-1]
        entries.remark = np.searchsorted(cuts, scene.rng.random(len(entries.day)), side="right")
    written = scene.write(part, _shifted(scene, entries))
    scene.labels.add(typology, role, illicit.subject[written.kept], written.rows)
    _both_sides(scene, typology, illicit.subject[written.kept], written.rows)
    return written.rows


def beside(scene: Scene, part: str, entries: Entries) -> dict[str, Array]:
    """Write what goes with an injected pattern and is no harm itself: shifted, never labelled."""
    return scene.write(part, _shifted(scene, entries)).rows


def _shifted(scene: Scene, entries: Entries) -> Entries:
    entries.amount = entries.amount * scene.shift.scale
    entries.second = entries.second + scene.shift.seconds
    entries.day = entries.day + scene.shift.days
    return entries


def before_shift(scene: Scene, minute: Array) -> Array:
    """Minutes read off written rows, put back so that writing may shift them again."""
    return minute - scene.shift.days * 1440 - scene.shift.seconds // 60


def _both_sides(scene: Scene, typology: str, subject: Array, rows: dict[str, Array]) -> None:
    """A payment between two subjects is illicit for the other one too."""
    for other, role in CROSS_ROLES.items():
        if other == typology or other not in scene.cast:
            continue
        creditor = rows["creditor"]
        hit = np.isin(creditor, scene.cast[other]) & (creditor != subject)
        if hit.any():
            scene.labels.add(other, role, np.where(hit, creditor, -1), rows)


CROSS_ROLES = {
    "receiver_fan_in_cash_out": "receiver",
    "facilitator_gather_split": "facilitator",
    "child_receiving": "child_at_risk",
}


def scaled(scene: Scene, counts: Array) -> Array:
    """Counts or windows under the run's shift, never below one."""
    return np.maximum(1, np.rint(counts * scene.shift.scale)).astype(np.int64)


def newish(scene: Scene, share_pool: Array) -> Array:
    """Of a pool, the accounts opened in the last months before the run or early in it."""
    opened = scene.people.opened[share_pool]
    fresh = share_pool[(opened > -120) & (opened < scene.spec.days // 2)]
    return fresh if len(fresh) else share_pool


def payers(scene: Scene, foreign_share: Array) -> Array:
    """One unrelated payer for each row, from abroad with the given probability."""
    rng, n = scene.rng, len(foreign_share)
    home = scene.strangers[rng.integers(0, len(scene.strangers), n)]
    away = scene.foreigners[rng.integers(0, len(scene.foreigners), n)]
    return np.where(rng.random(n) < foreign_share, away, home)


def local_clock(scene: Scene, debtor: Array, at_minute: Array) -> tuple[Array, Array]:
    """Minutes after midnight UTC of the first day, as day and second on the debtor's clock."""
    local = at_minute + scene.people.offset[debtor]
    return local // 1440, (local % 1440) * 60 + scene.rng.integers(0, 60, len(local))


def gathered(rows: dict[str, Array], subject: Array, quick: Array) -> tuple[Array, Array, Array]:
    """Join credits into sums to move on: one by one when quick, otherwise a day together.

    Returns the subject, the sum in rupiah and the minute of the last credit of each sum.
    """
    minute = rows["t"].astype(np.int64) // 60
    slot = np.where(quick, minute + 10_000_000, minute // 1440)
    order = np.lexsort((minute, slot, subject))
    s, m, k, idr = subject[order], minute[order], slot[order], rows["idr"][order]
    if not len(s):
        return s, idr, m
    new = np.concatenate([[True], (s[1:] != s[:-1]) | (k[1:] != k[:-1])])
    at = np.flatnonzero(new)
    last = np.concatenate([at[1:] - 1, [len(s) - 1]])
    return s[at], np.add.reduceat(idr.astype(np.int64), at), m[last]


def onward(scene: Scene, subject: Array, idr: Array, minute: Array) -> Entries:
    """Cash-out of sums: to the own bank account, an agent, or an account elsewhere."""
    rng, people, n = scene.rng, scene.people, len(subject)
    own = people.bank_of(subject)
    agent = scene.agents.pick(rng, people.province[subject])
    elsewhere = scene.strangers[subject % len(scene.strangers)]
    u = rng.random(n)
    creditor = np.where((u < 0.45) & (own != subject), own, np.where(u < 0.9, agent, elsewhere))
    day, second = local_clock(scene, subject, minute)
    return Entries(day=day, second=second, debtor=subject, creditor=creditor, amount=idr,
                   rail=np.where(creditor == agent, 11, -1), remark=0, round_share=0.5)  # fmt: skip


def delay_minutes(scene: Scene, n: int, median_hours: float, most_hours: float) -> Array:
    """Minutes between a credit and its moving on."""
    drawn = lognormal(scene.rng, n, median_hours * 60, 1.3)
    return np.clip(drawn * scene.shift.scale, 2, most_hours * 60).astype(np.int64)


def spaced(rng: Rng, start: Array, length: Array, row: Array, nth: Array, counts: Array) -> Array:
    """Days, with fractions, of each row: spread over the subject's span, a little unevenly."""
    steps = nth + rng.uniform(0, 0.9, len(row))
    return np.asarray(start[row] + length[row] * steps / counts[row])


def low_tier_first(scene_weights: Array, kyc: Array, wallet: Array) -> Array:
    """Weights that prefer wallets, and among them those about which little is known."""
    return scene_weights * np.where(wallet, 3.0, 1.0) * np.where(kyc == UNREGISTERED, 1.5, 1.0)
