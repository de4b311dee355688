"""Template filters of clocks: times in the clock's zone, texts of rows as the reader speaks."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from django import template

from jaga.casework.deadline_rows import PAUSE_REASONS
from jaga.casework.deadlines import ZONES, Deadline
from jaga_web.clocks import words
from jaga_web.clocks.models import Clock
from jaga_web.speaking import reader_language, said

register = template.Library()
register.filter(said)


@register.filter
def in_zone(moment: datetime, zone: str) -> str:
    """A moment in one of the three zones, with its name, such as `21 Mar 2026 20.15 WIB`."""
    language = reader_language()
    pattern = "d MMM yyyy HH.mm" if language == "id" else "d MMM yyyy HH:mm"
    written = format_datetime(moment, pattern, tzinfo=ZoneInfo(zone), locale=language)
    return f"{written} {ZONES[zone]}"


@register.filter
def clock_state(clock: Clock) -> words.State:
    """The state of a clock in words."""
    return words.state(clock)


@register.filter
def law_length(row: Deadline, count: int | None = None) -> str:
    """The length of a row, or `count` in its unit."""
    return words.length(row.length if count is None else count, row.unit)


@register.filter
def pause_reason(code: str) -> str:
    """Why a clock was paused."""
    return PAUSE_REASONS[code].say(reader_language())


@register.filter
def entry(mapping: dict[str, object], name: str) -> object:
    """The entry called `name`, or nothing."""
    return mapping.get(name)
