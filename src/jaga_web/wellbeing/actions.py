"""Keeping the ledger of exposure: what a person read, their breaks, and whom they let see it.

What a person does with their own ledger leaves no event in the audit chain: the chain is read by
others, and the ledger is theirs alone.
"""

from datetime import date, datetime, timedelta
from typing import cast

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jaga.casework import exposure
from jaga.casework.supervision import BREAK_REASONS, CRITICAL, DEBRIEF_ANSWERS, RESTED, known
from jaga_web.people.models import User
from jaga_web.sealing import fingerprint
from jaga_web.wellbeing.models import Break, CriticalEvent, Exposure, Sharing, Sitting
from jaga_web.wellbeing.queries import chosen_by, day_of


@transaction.atomic
def note_exposure(*, by: User, subject: str, weight: str) -> None:
    """Count one view of `subject` ("case:3") of a sensitivity (low, medium, high).

    Called by the page that shows it. An unknown kind or weight is a mistake of ours: KeyError.
    """
    kind, now = subject.partition(":")[0], timezone.now()
    exposure.KINDS[kind], exposure.WEIGHTS[cast(exposure.Weight, weight)]
    day, mark = day_of(now), _mark(by, subject, now)
    sitting = _sitting(by)
    looked = _count_up(sitting, by, now)
    _sit(sitting, by, looked, now)
    sitting.kind, sitting.mark, sitting.weight = kind, mark, weight
    sitting.weighted_seconds += _add(by, day, kind, mark, weight, looked.now)
    sitting.save()


@transaction.atomic
def take_break(*, by: User) -> None:
    """Begin a break now; what was read so far counts as rested from."""
    now = timezone.now()
    sitting = _sitting(by)
    _count_up(sitting, by, now)
    sitting.on_break_until = now + timedelta(minutes=chosen_by(by.organisation_id).break_minutes)
    sitting.weighted_seconds, sitting.quiet_until = 0, None
    # The time of the break belongs to no page.
    sitting.seen_at = sitting.counted_until = None
    sitting.save()
    Break.objects.create(person=by, at=now, day=day_of(now), kind=Break.TAKEN)


@transaction.atomic
def dismiss_break(*, by: User, reason: str) -> None:
    """Put a break off, or end one early, with a reason of the list; Jaga is silent for a while."""
    known(BREAK_REASONS, reason)
    now = timezone.now()
    sitting = _sitting(by)
    sitting.quiet_until, sitting.on_break_until = now + exposure.minutes("quiet"), None
    if reason == RESTED:
        sitting.weighted_seconds = 0
    sitting.save()
    kind = Break.NATURAL if reason == RESTED else Break.DISMISSED
    Break.objects.create(person=by, at=now, day=day_of(now), kind=kind, reason=reason)


@transaction.atomic
def share_level(*, by: User, shares: bool) -> None:
    """Let the supervisor see the level, or no longer. Beyond the limit it is seen in any case."""
    Sharing.objects.update_or_create(person=by, defaults={"shares": shares})


@transaction.atomic
def note_own_event(*, by: User, code: str) -> CriticalEvent:
    """Something heavy happened to oneself; Jaga reminds of a talk."""
    known(CRITICAL, code)
    return CriticalEvent.objects.create(person=by, code=code, at=timezone.now())


@transaction.atomic
def answer_debrief(*, by: User, event: CriticalEvent, answer: str) -> None:
    """Say what became of the talk. Only of one's own event."""
    known(DEBRIEF_ANSWERS, answer)
    if event.person_id != by.pk:
        raise PermissionDenied
    event.answer, event.answered_at = answer, timezone.now()
    event.save(update_fields=["answer", "answered_at"])


def _sitting(by: User) -> Sitting:
    Sitting.objects.get_or_create(person=by)
    return Sitting.objects.select_for_update().get(person=by)


def _count_up(sitting: Sitting, by: User, now: datetime) -> exposure.Looked:
    """Count the page that was open until now."""
    looked = exposure.look(
        now=now,
        seen_at=sitting.seen_at,
        counted_until=sitting.counted_until,
        pause=timedelta(minutes=chosen_by(by.organisation_id).break_minutes),
        same_day=sitting.seen_at is not None and day_of(now) == day_of(sitting.seen_at),
    )
    if looked.before:
        _add(by, day_of(now), sitting.kind, sitting.mark, sitting.weight, looked.before)
    return looked


def _sit(sitting: Sitting, by: User, looked: exposure.Looked, now: datetime) -> None:
    """Move on to the next page; whoever was away long enough begins anew."""
    if looked.rested:
        if exposure.due(sitting.weighted_seconds, chosen_by(by.organisation_id).break_after):
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
