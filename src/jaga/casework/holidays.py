"""Days on which offices are closed: weekends, national holidays, joint leave.

The holidays of a year are set by a joint decision of three ministers (SKB 3 Menteri), a few
months before it begins. A year that is not in `holidays.csv` is *not known*: whoever counts
working days in it is told so, instead of being given a guess.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

SATURDAY = 5


@dataclass(frozen=True)
class Holiday:
    """One closed day, where it is written, and how sure that is.

    `mark` is "S" (read in a secondary source) or "OK" (known, the decision itself not read).
    """

    day: date
    kind: str
    name: str
    source: str
    mark: str


@cache
def holidays() -> dict[date, Holiday]:
    """Every holiday and day of joint leave that is known, by its day."""
    with (Path(__file__).parent / "holidays.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [
        Holiday(
            date.fromisoformat(row["day"]), row["kind"], row["name"], row["source"], row["mark"]
        )
        for row in rows
    ]
    return {holiday.day: holiday for holiday in found}


@cache
def known_years() -> frozenset[int]:
    """The years whose holidays are known."""
    return frozenset(day.year for day in holidays())


def is_working(day: date) -> bool:
    """Whether offices are open. Joint leave counts as closed: it binds public services."""
    return day.weekday() < SATURDAY and day not in holidays()


def after(day: date, working_days: int) -> tuple[date, bool]:
    """The last of `working_days` working days after `day`, and whether all holidays were known.

    Raises ValueError for fewer than one working day.
    """
    if working_days < 1:
        raise ValueError("count at least one working day")
    last = day
    for _ in range(working_days):
        last = next(one for one in _following(last) if is_working(one))
    return last, {day.year, last.year} <= known_years()


def working_between(first: date, last: date) -> int:
    """How many working days lie after `first`, up to and including `last`."""
    days = (last - first).days
    return sum(is_working(first + timedelta(days=step)) for step in range(1, days + 1))


def _following(day: date) -> Iterator[date]:
    while True:
        day += timedelta(days=1)
        yield day
