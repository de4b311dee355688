"""Every deadline Jaga keeps a clock for: one row each, with its law and its worked examples.

Hours of a law are exact hours: neither a weekend nor a time zone changes them. Working days end
with the day, in the zone where the work is done. Evidence marks: "P" read in the law itself,
"S" read in a secondary source (have counsel check), "own" the organisation's own standard.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from jaga.casework import holidays
from jaga.words import Text

Mark = Literal["P", "S", "own"]
Unit = Literal["hours", "working_days", "date"]
Stage = Literal["early", "half", "soon", "late"]

ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
"""The three time zones of Indonesia and their short names."""

LAST_MINUTE = time(23, 59)


@dataclass(frozen=True)
class Example:
    """A worked example: started there and then, due there and then (local time, no offset)."""

    zone: str
    started: str
    due: str
    holidays_known: bool = True


@dataclass(frozen=True)
class Step:
    """From `percent` of the time on, whoever holds `permission` sees the clock as well."""

    percent: int
    permission: str


@dataclass(frozen=True)
class Deadline:
    """One deadline. `length` is the default where `configurable`, otherwise the law's own."""

    id: str
    title: Text
    law: Text
    starts: Text
    unit: Unit
    length: int
    evidence: Text
    owner: str
    mark: Mark
    source: str
    reason: str
    steps: tuple[Step, ...]
    configurable: bool = False
    pauses: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True)
class Due:
    """When a clock runs out (UTC), and whether all holidays on the way were known."""

    at: datetime
    holidays_known: bool = True


Pause = tuple[datetime, datetime]
"""A pause that has ended: its beginning and its end."""


def due(row: Deadline, length: int, started: datetime, zone: str, pauses: Sequence[Pause]) -> Due:
    """When a clock with `length` (in the row's unit) runs out, with its pauses added.

    Overlapping pauses count once. Raises ValueError for a row whose date a person sets.
    """
    merged = _merged(pauses)
    if row.unit == "hours":
        held = sum((end - begin for begin, end in merged), timedelta())
        return Due(started.astimezone(UTC) + timedelta(hours=length) + held)
    if row.unit == "date":
        raise ValueError(f"a person sets the date of {row.id}")
    local = ZoneInfo(zone)
    held_days = sum(
        holidays.working_between(begin.astimezone(local).date(), end.astimezone(local).date())
        for begin, end in merged
    )
    last, known = holidays.after(started.astimezone(local).date(), length + held_days)
    return Due(end_of_day(last, zone), known)


def end_of_day(day: date, zone: str) -> datetime:
    """The last minute of `day` in `zone`, in UTC."""
    return datetime.combine(day, LAST_MINUTE, ZoneInfo(zone)).astimezone(UTC)


def late_hours(due_at: datetime, until: datetime) -> int:
    """Whole hours past `due_at`, rounded up: a minute late is late. 0 when in time."""
    over = until - due_at
    return 0 if over <= timedelta() else -(-over // timedelta(hours=1))


def percent(started: datetime, due_at: datetime, now: datetime) -> int:
    """How much of the time is used up, in whole percent; more than 100 when overdue."""
    whole = max((due_at - started).total_seconds(), 1.0)
    used = int((now - started).total_seconds() * 100 / whole)
    return max(used, 101) if now > due_at else min(max(used, 0), 100)


def stage(used: int) -> Stage:
    """The word for a percentage: early, half, soon (80 and more), late (more than 100)."""
    if used > 100:
        return "late"
    return "soon" if used >= 80 else "half" if used >= 50 else "early"


def _merged(pauses: Sequence[Pause]) -> list[Pause]:
    """The same time as pauses that do not overlap, in order."""
    found: list[Pause] = []
    for begin, end in sorted((min(pause), max(pause)) for pause in pauses):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return found
