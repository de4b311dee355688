"""Reads of the ledger: one's own in full; of others at most a level."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from jaga.casework import exposure
from jaga_web.people.models import Organisation
from jaga_web.wellbeing.models import Policy

WIB = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Breaks:
    """When an organisation suggests a break, how long, and whether pages wait for its end."""

    mode: str
    after: int
    minutes: int
    high_per_week: int


def day_of(moment: datetime) -> date:
    """The day in WIB."""
    return moment.astimezone(WIB).date()


def breaks_of(organisation: Organisation) -> Breaks:
    """What the organisation has chosen, else the defaults."""
    bounds = exposure.BOUNDS
    chosen = Policy.objects.filter(organisation=organisation).first()
    if chosen is None:
        return Breaks(
            Policy.PROMPT,
            bounds["break_after"].value,
            bounds["break_minutes"].value,
            bounds["high_per_week"].value,
        )
    return Breaks(chosen.mode, chosen.break_after, chosen.break_minutes, chosen.high_per_week)
