"""Calendar months in Indonesian western time (WIB), the grain of an alert."""

from datetime import UTC, date, datetime, timedelta, timezone

WIB = timezone(timedelta(hours=7))


def midnight(day: date) -> int:
    """Epoch second at which `day` begins in WIB."""
    return int(datetime(day.year, day.month, day.day, tzinfo=WIB).timestamp())


def number(day: date) -> int:
    """A month as one whole number: year × 12 + month − 1."""
    return day.year * 12 + day.month - 1


def first_day(month: int) -> date:
    """The first day of a month that `number` gave."""
    return date(month // 12, month % 12 + 1, 1)


def rows(since: date, until: date) -> list[tuple[int, int, int]]:
    """(month, starts, ends) in epoch seconds, clipped to the days since … until inclusive."""
    found = []
    first, end = since, until + timedelta(days=1)
    while first < end:
        following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        found.append((number(first), midnight(first), midnight(min(following, end))))
        first = following
    return found


def iso(seconds: int) -> str:
    """Epoch seconds as ISO 8601 in WIB, like 2025-01-31T23:59:59+07:00."""
    return datetime.fromtimestamp(seconds, UTC).astimezone(WIB).isoformat()
