"""From a number a child named to a row of a watchlist: late, in company, and with a way back.

The file holds keyed tokens, a consent's reference and two days, and nothing else of a case. Even
the day a child spoke stays at home: a row bears the day of its batch. What was taken back before
its release never leaves; what was taken back later leaves once more, as a `withdrawn` row.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from jaga.ledger.tables import WATCHLIST
from jaga.ledger.watchlist import (
    DELAY_DAYS,
    FROM_CASES,
    LONGEST_DAYS,
    LONGEST_WAIT_DAYS,
    SMALLEST_BATCH,
    WITHDRAWN,
    released,
)
from jaga.words import Text

COLUMNS = tuple(column.name for column in WATCHLIST)
EPOCH = date(1970, 1, 1)
KINDS: dict[str, Text] = {
    "account": Text("Nomor rekening", "Account number"),
    "phone": Text("Nomor telepon", "Telephone number"),
    "device": Text("Perangkat", "Device"),
}
"""What a child may be asked for; the same words as the ledger's FROM_CASES."""


@dataclass(frozen=True)
class Lead:
    """A keyed token on its way; days are local days. `withdrawn`: the day it was taken back;
    `left`: the day of the batch in which it has left already, which nothing moves any more."""

    kind: str
    token: str
    consent: str
    added: date
    expires: date
    withdrawn: date | None = None
    left: date | None = None


def last_day(added: date, until: date) -> date:
    """The last day a lead may hold: a month's end, within a year and within the consent.

    The end of a month, because a year from the very day would tell that day. Where the consent
    itself ends sooner than any month's end, it is the consent's own day.
    """
    latest = min(added + timedelta(days=LONGEST_DAYS["case"]), until)
    month_end = latest.replace(day=1) - timedelta(days=1)
    whole = (latest + timedelta(days=1)).day == 1
    return latest if whole or month_end <= added else month_end


def releases(leads: Iterable[Lead]) -> dict[Lead, date]:
    """The day each lead may leave. What was taken back counts for its batch, as in the ledger."""
    known = list(leads)
    days = released((_number(one.added), one.consent) for one in known)
    return {
        one: one.left or EPOCH + timedelta(days=days[_number(one.added), one.consent])
        for one in known
    }


def outside(leads: Iterable[Lead], today: date) -> dict[Lead, date]:
    """Those that the file of `today` holds, with the day of their batch."""
    return {
        one: day
        for one, day in releases(leads).items()
        if day <= today <= one.expires and not (one.withdrawn and one.withdrawn <= day)
    }


def rows(leads: Iterable[Lead], today: date) -> list[dict[str, str]]:
    """The rows of the whole file as of `today`, in an order that tells nothing."""
    out = outside(leads, today)
    company: dict[date, set[str]] = defaultdict(set)
    for one, day in out.items():
        company[day].add(one.consent)
    found = []
    for one, day in out.items():
        wait = DELAY_DAYS if len(company[day]) >= SMALLEST_BATCH else LONGEST_WAIT_DAYS
        batch = day - timedelta(days=wait)
        found.append(_row(one, batch, _capped(one.expires, batch), ""))
        if one.withdrawn and one.withdrawn <= today:
            found.append(_row(one, one.withdrawn, one.withdrawn, WITHDRAWN))
    return sorted(found, key=lambda row: (row["token"], row["consent_ref"], row["reason_code"]))


def written(found: Iterable[dict[str, str]]) -> str:
    """The rows as a CSV file that the ledger reads."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(found)
    return text.getvalue()


def _row(one: Lead, added: date, expires: date, reason: str) -> dict[str, str]:
    if one.kind not in FROM_CASES:
        raise ValueError(f"a case gives no {one.kind}")
    return {
        "token": one.token,
        "token_kind": one.kind,
        "source": "case",
        "reason_code": reason,
        "added_on": added.isoformat(),
        "expires_on": expires.isoformat(),
        "consent_ref": one.consent,
    }


def _capped(expires: date, batch: date) -> date:
    return min(expires, batch + timedelta(days=LONGEST_DAYS["case"]))


def _number(day: date) -> int:
    return (day - EPOCH).days
