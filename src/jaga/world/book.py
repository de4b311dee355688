"""The book in which every stream writes its payments, as compact columns."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from jaga.world.people import People
from jaga.world.places import COUNTRY_CURRENCY, DECIMALS, IDR_PER_UNIT, ROUND_STEP
from jaga.world.rails import (
    MONTHLY_CREDIT_IDR,
    RAIL,
    REGISTERED_BALANCE_IDR,
    UNREGISTERED_BALANCE_IDR,
)
from jaga.world.randomness import Array, Rng, name_hash, scramble

SETTLED, REJECTED, RETURNED = range(3)
# Bits of `gaps`: what this payment does not tell, drawn at random per payment.
GAPS = {"creditor_agent": 1, "creditor_country": 2, "debtor_country": 4, "device": 8, "phone": 16,
        "ip": 32, "place": 64, "other_device": 128}  # fmt: skip
GAP_SHARE = {
    "creditor_agent": 0.03, "creditor_country": 0.05, "debtor_country": 0.03, "device": 0.10,
    "phone": 0.06, "ip": 0.10, "place": 0.08, "other_device": 0.04,
}  # fmt: skip
COLUMNS = {
    "t": np.int32, "debtor": np.int32, "creditor": np.int32, "minor": np.int64, "idr": np.int32,
    "currency": np.int8, "rail": np.int8, "purpose": np.int8, "remark": np.int8,
    "mcc": np.int16, "via": np.int32, "place": np.int8, "status": np.int8, "gaps": np.uint8,
    "key": np.uint64,
}  # fmt: skip


@dataclass
class Entries:
    """Payments to write: arrays of one length, or single values that hold for all.

    day and second are on the debtor's own clock; amount is in rupiah. `round_share` is the chance
    that the payer rounds; `via` the account whose device is used. rail -1 chooses by the parties;
    place is a province away from home (-1: at home); status -1 draws one, mostly settled.
    """

    day: Array
    second: Array
    debtor: Array
    creditor: Array
    amount: Array
    rail: Array | int = -1
    purpose: Array | int = 0
    remark: Array | int = -2  # -1 is missing, -2 draws an everyday one
    mcc: Array | int = 0
    via: Array | None = None
    round_share: Array | float = 0.35
    place: Array | int = -1
    status: Array | int = -1


@dataclass(frozen=True)
class Written:
    """What was kept of an add: positions in the Entries, and the rows themselves."""

    kept: Array
    rows: dict[str, Array]


@dataclass
class Book:
    """Collects rows of every stream; times are seconds after the first day's midnight in UTC."""

    people: People
    days: int
    seed: int
    month_of_day: Array
    batches: list[dict[str, Array]] = field(default_factory=list)
    _credited: Array | None = None

    def add(self, rng: Rng, name: str, entries: Entries) -> Written:
        """Write entries under a stream's name; drops those outside the run or before opening."""
        people, n = self.people, len(entries.day)
        t = entries.day * 86400 + entries.second - people.offset[entries.debtor] * 60
        day = (t + 7 * 3600) // 86400
        drawn = rng.random((2, n))
        keep = (day >= 0) & (day < self.days) & (entries.debtor != entries.creditor)
        keep &= day >= people.opened[entries.debtor]
        keep &= day >= people.opened[entries.creditor]
        idr, minor, currency = self._amounts(rng, entries)
        rows: dict[str, Array] = {
            "t": t, "debtor": entries.debtor, "creditor": entries.creditor, "minor": minor,
            "idr": idr, "currency": currency, "rail": self._rails(entries, drawn[0]),
            "purpose": _full(entries.purpose, n), "remark": _remarks(rng, entries.remark, n),
            "mcc": _full(entries.mcc, n),
            "via": entries.debtor if entries.via is None else entries.via,
            "place": _full(entries.place, n), "status": _statuses(entries.status, drawn[1]),
            "gaps": _gaps(rng, n),
        }  # fmt: skip
        kept = np.flatnonzero(keep)
        compact = {c: rows[c][kept].astype(COLUMNS[c]) for c in rows}
        base = np.uint64(name_hash(self.seed, name))
        with np.errstate(over="ignore"):
            compact["key"] = scramble(base + kept.astype(np.uint64))
        self.batches.append(compact)
        return Written(kept, compact)

    def _rails(self, entries: Entries, u: Array) -> Array:
        people = self.people
        abroad = (people.country[entries.debtor] > 0) | (people.country[entries.creditor] > 0)
        wallet = people.wallet[entries.debtor] | people.wallet[entries.creditor]
        bank = np.where(u < 0.7, RAIL["instant_transfer"], RAIL["bank_transfer"])
        chosen = np.where(abroad, RAIL["remittance"], np.where(wallet, RAIL["e_wallet"], bank))
        given = _full(entries.rail, len(u))
        return np.where(given < 0, chosen, given)

    def _amounts(self, rng: Rng, entries: Entries) -> tuple[Array, Array, Array]:
        """Rupiah, minor units and currency: people round, and wallets have ceilings."""
        people, n = self.people, len(entries.day)
        idr = np.maximum(np.asarray(entries.amount, dtype=float), 1000)
        cap = np.minimum(_cap(people, entries.debtor), _cap(people, entries.creditor))
        idr = np.minimum(idr, cap)
        home = COUNTRY_CURRENCY[people.country[entries.debtor]]
        u = rng.random((2, n))
        currency = np.where(u[0] < 0.8, home, 0)
        rounds = (u[1] < entries.round_share) & (currency == home)
        step = np.where(currency == 0, _rupiah_step(idr), ROUND_STEP[currency])
        unit = IDR_PER_UNIT[currency]
        fine = np.where(currency == 0, 500.0, np.where(DECIMALS[currency] == 2, 0.01, 1))
        grain = np.where(rounds, step, fine)
        value = np.maximum(np.rint(idr / unit / grain), 1) * grain
        over = value * unit > cap
        value = np.where(over, np.maximum(np.floor(cap / unit / grain), 1) * grain, value)
        minor = np.rint(value * 10.0 ** DECIMALS[currency]).astype(np.int64)
        return np.rint(value * unit).astype(np.int64), minor, currency

    def settle_ceilings(self, since_batch: int) -> int:
        """Reject wallet credits over the monthly ceiling among the batches from `since_batch`.

        Earlier batches keep their place, so that later streams never change them.
        """
        months = self.month_of_day - self.month_of_day.min()
        span = int(months.max()) + 1
        if self._credited is None:
            self._credited = np.zeros(len(self.people) * span, dtype=np.int64)
        rejected = 0
        for rows in self.batches[since_batch:]:
            rejected += self._settle(rows, months, span)
        return rejected

    def _settle(self, rows: dict[str, Array], months: Array, span: int) -> int:
        assert self._credited is not None
        wallet = self.people.wallet[rows["creditor"]] & (rows["status"] == SETTLED)
        at = np.flatnonzero(wallet)
        day = (rows["t"][at].astype(np.int64) + 7 * 3600) // 86400
        slot = rows["creditor"][at].astype(np.int64) * span + months[day]
        order = np.lexsort((rows["key"][at], rows["t"][at], slot))
        at, slot = at[order], slot[order]
        running = np.cumsum(rows["idr"][at].astype(np.int64))
        first = np.concatenate([[True], slot[1:] != slot[:-1]])[: len(slot)]
        before = np.where(first, running - rows["idr"][at], 0)
        running -= np.maximum.accumulate(before) if len(before) else before
        over = running + self._credited[slot] > MONTHLY_CREDIT_IDR
        rows["status"][at[over]] = REJECTED
        np.add.at(self._credited, slot[~over], rows["idr"][at[~over]].astype(np.int64))
        return int(over.sum())

    def columns(self) -> dict[str, Array]:
        """All rows in one set of columns, in the order written; empties the batches."""
        joined = {c: np.concatenate([b.pop(c) for b in self.batches]) for c in COLUMNS}
        self.batches.clear()
        return joined


def _cap(people: People, account: Array) -> Array:
    ceiling = np.where(people.kyc[account] == 0, UNREGISTERED_BALANCE_IDR, REGISTERED_BALANCE_IDR)
    return np.where(people.wallet[account], ceiling, 2_000_000_000)


def _statuses(given: Array | int, u: Array) -> Array:
    drawn = np.where(u < 0.006, REJECTED, np.where(u < 0.009, RETURNED, SETTLED))
    status = _full(given, len(u))
    return np.where(status < 0, drawn, status)


def _rupiah_step(idr: Array) -> Array:
    """What people round to: five thousand when small, fifty thousand when large."""
    return np.where(idr < 60_000, 5_000, np.where(idr < 400_000, 10_000, 50_000))


def _remarks(rng: Rng, given: Array | int, n: int) -> Array:
    """Everyday remark classes: mostly none, some plain; three in a hundred missing."""
    u = rng.random(n)
    everyday = np.searchsorted([0.66, 0.93, 0.945, 0.955], u, side="right")
    remark = _full(given, n)
    remark = np.where(remark == -2, everyday, remark)
    return np.where(rng.random(n) < 0.03, -1, remark)


def _gaps(rng: Rng, n: int) -> Array:
    gaps = np.zeros(n, dtype=np.uint8)
    for name, share in GAP_SHARE.items():
        gaps |= np.where(rng.random(n) < share, GAPS[name], 0).astype(np.uint8)
    return gaps


def _full(value: Array | int, n: int) -> Array:
    return np.broadcast_to(np.asarray(value), (n,))


def concatenate(parts: Iterable[Array]) -> Array:
    """Join arrays, or an empty one when there are none."""
    listed = list(parts)
    return np.concatenate(listed) if listed else np.zeros(0, dtype=np.int64)
