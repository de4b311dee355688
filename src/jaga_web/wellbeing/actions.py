"""Keeping the ledger of exposure.

What a person does with their own ledger leaves no event in the audit chain: the chain is read by
others, and the ledger is theirs alone.
"""

from datetime import date, datetime, timedelta
from typing import cast

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jaga.casework import exposure
from jaga_web.people.models import User
from jaga_web.sealing import fingerprint
from jaga_web.wellbeing.models import Break, Exposure, Sitting
from jaga_web.wellbeing.queries import breaks_of, day_of


@transaction.atomic
def note_exposure(*, by: User, subject: str, weight: str) -> None:
    """Count one view of `subject` ("case:3") of a sensitivity (low, medium, high).

    Called by the page that shows it. An unknown kind or weight is a mistake of ours: KeyError.
    """
    kind, now = subject.partition(":")[0], timezone.now()
    exposure.KINDS[kind], exposure.WEIGHTS[cast(exposure.Weight, weight)]
    day, mark = day_of(now), _mark(by, subject, now)
    Sitting.objects.get_or_create(person=by)
    sitting = Sitting.objects.select_for_update().get(person=by)
    looked = _look(sitting, by, now)
    if looked.before:
        _add(by, day, sitting.kind, sitting.mark, sitting.weight, looked.before)
    _sit(sitting, by, looked, now)
    sitting.kind, sitting.mark, sitting.weight = kind, mark, weight
    sitting.weighted_seconds += _add(by, day, kind, mark, weight, looked.now)
    sitting.save()


def _look(sitting: Sitting, by: User, now: datetime) -> exposure.Looked:
    return exposure.look(
        now=now,
        seen_at=sitting.seen_at,
        counted_until=sitting.counted_until,
        pause=timedelta(minutes=breaks_of(by.organisation).minutes),
        same_day=sitting.seen_at is not None and day_of(now) == day_of(sitting.seen_at),
    )


def _sit(sitting: Sitting, by: User, looked: exposure.Looked, now: datetime) -> None:
    """Move on to the next page; whoever was away long enough begins anew."""
    if looked.rested:
        if sitting.weighted_seconds >= breaks_of(by.organisation).after * 60:
            Break.objects.create(person=by, at=now, day=day_of(now), kind=Break.NATURAL)
        if sitting.seen_at is None or day_of(now) != day_of(sitting.seen_at):
            _forget(by, day_of(now))
        sitting.weighted_seconds, sitting.quiet_until = 0, None
    else:
        before = exposure.weighted(looked.before, cast(exposure.Weight, sitting.weight))
        sitting.weighted_seconds += before
    sitting.seen_at, sitting.counted_until = now, looked.counted_until


def _add(by: User, day: date, kind: str, mark: str, weight: str, seconds: int) -> int:
    """Add to the row of the day; the weighted seconds that were added."""
    heavy = exposure.weighted(seconds, cast(exposure.Weight, weight))
    row, _made = Exposure.objects.get_or_create(
        person=by, day=day, kind=kind, mark=mark, weight=weight
    )
    Exposure.objects.filter(pk=row.pk).update(
        seconds=F("seconds") + seconds, weighted_seconds=F("weighted_seconds") + heavy
    )
    return heavy


def _forget(by: User, day: date) -> None:
    oldest = day - timedelta(days=exposure.BOUNDS["keep"].value)
    Exposure.objects.filter(person=by, day__lt=oldest).delete()
    Break.objects.filter(person=by, day__lt=oldest).delete()


def _mark(by: User, subject: str, now: datetime) -> str:
    """Tells two looks at one case from looks at two, for this person and this week only."""
    year, week, _day = day_of(now).isocalendar()
    return fingerprint(f"{by.pk}:{year}-{week}:{subject}", "wellbeing.exposure.mark")
