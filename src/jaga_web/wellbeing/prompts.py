"""What a page may gently say to the person who reads it: rest, take turns, talk."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from jaga.casework import exposure
from jaga_web.people.models import User
from jaga_web.wellbeing import queries
from jaga_web.wellbeing.models import Sitting


@dataclass(frozen=True)
class Prompt:
    """`break_due`: a rest is suggested; `holds`: pages wait; `until`: a break runs until then."""

    break_due: bool
    minutes: int
    holds: bool
    until: datetime | None
    rotate: bool
    debriefs: int
    debrief_late: bool

    @property
    def anything(self) -> bool:
        """Whether there is something to say."""
        return bool(self.break_due or self.until or self.rotate or self.debriefs)


def of(user: User) -> Prompt:
    """What to say to this person now."""
    chosen, now = queries.chosen_by(user.organisation_id), timezone.now()
    row = queries.sitting(user)
    until = row.on_break_until if row and row.on_break_until else None
    week = queries.week_of(user)
    debriefs = queries.debriefs(user).count()
    return Prompt(
        _due(row, chosen, now),
        chosen.break_minutes,
        chosen.holds,
        until if until and until > now else None,
        week.high_cases > chosen.high_per_week,
        debriefs,
        bool(debriefs) and queries.late_debriefs(user),
    )


def held(user: User) -> bool:
    """Whether the pages of cases wait now, because this organisation holds them during a break."""
    chosen = queries.chosen_by(user.organisation_id)
    if not chosen.holds:
        return False
    row, now = queries.sitting(user), timezone.now()
    if row is None:
        return False
    on_break = row.on_break_until is not None and row.on_break_until > now
    return on_break or _due(row, chosen, now)


def _due(row: Sitting | None, chosen: queries.Chosen, now: datetime) -> bool:
    """Enough was read, nobody has just answered, and the person has not been away meanwhile."""
    if row is None or row.seen_at is None:
        return False
    if row.quiet_until is not None and row.quiet_until > now:
        return False
    away = now - row.seen_at - exposure.minutes("cap")
    if away >= timedelta(minutes=chosen.break_minutes):
        return False
    return exposure.due(row.weighted_seconds, chosen.break_after)
