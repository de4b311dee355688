"""What starts, stops and ends a clock. Each action is one transaction with its audit event."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from jaga.casework import deadlines
from jaga.casework.deadline_rows import DEADLINES
from jaga.errors import BadInput
from jaga.words import Text
from jaga_web.access import CASES_ASSIGN, require
from jaga_web.audit.actions import record
from jaga_web.clocks.models import Clock, Escalation, Pause, Standard
from jaga_web.clocks.permissions import check_change, check_same_organisation
from jaga_web.people.models import Organisation, User
from jaga_web.refusing import refuse

SHORTEST_EVIDENCE = 3
WIB = "Asia/Jakarta"


class Options(TypedDict, total=False):
    """What a clock may begin with: a zone other than WIB, an owner, and the date of a rule whose
    date a person sets."""

    zone: str
    owner: User | None
    due_on: date | None


@transaction.atomic
def start(
    *,
    organisation: Organisation,
    subject: str,
    key: str,
    rule: str,
    started_at: datetime,
    by: User | None,
    **options: Unpack[Options],
) -> Clock:
    """Start the clock of `rule` for `subject` ("case:3"); the same start twice is one clock.

    Part of another act, whose permission was checked there; `by` is None for what a reporter's
    step starts. `key` is the subject's key id. An unknown rule or zone is a mistake of the
    programme: ValueError.
    """
    zone, due_on = options.get("zone", WIB), options.get("due_on")
    row = DEADLINES.get(rule)
    if row is None or zone not in deadlines.ZONES or (row.unit == "date") != bool(due_on):
        raise ValueError(f"no clock like this: {rule}, {zone}")
    if by is not None:
        check_same_organisation(by, organisation.pk)
    length = length_for(organisation, rule)
    if due_on is None:
        due = deadlines.due(row, length, started_at, zone, [])
    else:
        due = deadlines.Due(deadlines.end_of_day(due_on, zone))
    clock, made = Clock.objects.get_or_create(
        subject=subject,
        rule=rule,
        started_at=started_at,
        defaults={
            "organisation": organisation,
            "key_id": key,
            "zone": zone,
            "length": length,
            "due_at": due.at,
            "holidays_known": due.holidays_known,
            "owner": options.get("owner"),
        },
    )
    if made:
        _trace(by, "clocks.started", clock)
    return clock


@transaction.atomic
def finish(*, clock: Clock, evidence: str, by: User, at: datetime | None = None) -> Clock:
    """End a clock with its evidence, by its owner or whoever leads. Late stays late.

    `at` is when the act was, if it was earlier than now; when it was noted stays visible.
    """
    clock = _running(clock, by)
    if len(evidence.strip()) < SHORTEST_EVIDENCE:
        words = clock.deadline.evidence
        raise BadInput(Text(f"Tuliskan buktinya: {words.id}.", f"Write the evidence: {words.en}."))
    return _end(clock, evidence.strip(), by, at)


@transaction.atomic
def finish_of(
    *, subject: str, rule: str, evidence: str, by: User | None, at: datetime | None = None
) -> int:
    """End the running clocks of `rule` for `subject`, because an act elsewhere is the evidence.

    The permission was checked by that act. Returns how many ended; none is no error.
    """
    running = Clock.objects.select_for_update().filter(
        subject=subject, rule=rule, ended_at__isnull=True
    )
    ended = 0
    for clock in running:
        if by is not None:
            check_same_organisation(by, clock.organisation_id)
        # What was done before the clock began ends it in its first moment.
        _end(clock, evidence, by, max(at, clock.started_at) if at else None)
        ended += 1
    return ended


@transaction.atomic
def pause(*, clock: Clock, reason: str, by: User, note: str = "") -> Pause:
    """Let a clock stand still, for one of the reasons its row allows; a law's hours never do."""
    clock = _running(clock, by)
    if not clock.deadline.pauses:
        raise refuse(
            "Tenggat ini ditetapkan undang-undang dan tidak dapat dijeda. Mintalah bantuan "
            "penyelia.",
            "The law sets this deadline and it cannot be paused. Ask your supervisor for help.",
        )
    if reason not in clock.deadline.pauses:
        raise refuse(
            "Pilih alasan jeda dari daftar.", "Choose the reason of the pause from the list."
        )
    if clock.pauses.filter(ended_at__isnull=True).exists():
        raise refuse(
            "Tenggat ini sudah dijeda. Muat ulang halamannya.",
            "This deadline is paused already. Load the page again.",
        )
    made = Pause.objects.create(
        clock=clock, began_at=timezone.now(), reason=reason, note=note.strip(), by=by
    )
    _trace(by, "clocks.paused", clock, kind=reason)
    return made


@transaction.atomic
def resume(*, clock: Clock, by: User) -> Clock:
    """Let a paused clock run on; it is due later by exactly the time it stood still."""
    clock = _running(clock, by)
    if not _close_pause(clock, timezone.now()):
        raise refuse("Tenggat ini tidak sedang dijeda.", "This deadline is not paused.")
    clock.save(update_fields=["due_at", "holidays_known"])
    _trace(by, "clocks.resumed", clock)
    return clock


@transaction.atomic
def escalate(*, clock: Clock, to: User, by: User) -> Escalation:
    """Bring a clock before a colleague; it appears in that person's list until it ends."""
    clock = _running(clock, by)
    check_same_organisation(to, clock.organisation_id)
    made, fresh = Escalation.objects.get_or_create(
        clock=clock, to=to, defaults={"by": by, "at": timezone.now()}
    )
    if fresh:
        _trace(by, "clocks.escalated", clock, to=to.pk)
    return made


@transaction.atomic
def hand_to(*, clock: Clock, to: User | None, by: User) -> Clock:
    """Give a running clock another owner of the same organisation, or none."""
    clock = _running(clock, by)
    if to is not None and (to.organisation_id != clock.organisation_id or not to.is_active):
        raise refuse("Pilih orang dari organisasi ini.", "Choose a person of this organisation.")
    clock.owner = to
    clock.save(update_fields=["owner"])
    _trace(by, "clocks.handed", clock, to=to.pk if to else 0)
    return clock


@transaction.atomic
def set_standard(*, rule: str, length: int, by: User) -> Standard:
    """Set the organisation's own length of a service deadline; clocks that run keep theirs."""
    require(by, CASES_ASSIGN)
    row = DEADLINES.get(rule)
    if row is None or not row.configurable:
        raise refuse(
            "Lama tenggat ini ditetapkan undang-undang dan tidak dapat diubah.",
            "The law sets the length of this deadline; it cannot be changed.",
        )
    if not 1 <= length <= 1000:
        raise refuse("Tuliskan lamanya: 1 sampai 1000.", "Write its length: 1 to 1000.")
    made, _made = Standard.objects.update_or_create(
        organisation=by.organisation, rule=rule, defaults={"length": length, "by": by}
    )
    record(
        by=by,
        verb="clocks.standard_set",
        subject=f"organisation:{by.organisation_id}",
        organisation=by.organisation_id,
        detail={"kind": rule, "rows": length},
    )
    return made


def length_for(organisation: Organisation, rule: str) -> int:
    """The length of a rule in its unit: the organisation's own where it may have one."""
    row = DEADLINES[rule]
    own = Standard.objects.filter(organisation=organisation, rule=rule).first()
    return own.length if own and row.configurable else row.length


def _running(clock: Clock, by: User) -> Clock:
    """The clock as it is now, locked; only its owner and those who lead get it."""
    clock = Clock.objects.select_for_update().get(pk=clock.pk)
    check_change(by, clock)
    if clock.ended_at is not None:
        raise refuse(
            "Tenggat ini sudah selesai. Muat ulang halamannya.",
            "This deadline has ended already. Load the page again.",
        )
    return clock


def _end(clock: Clock, evidence: str, by: User | None, at: datetime | None) -> Clock:
    now = timezone.now()
    at = at or now
    if not clock.started_at <= at <= now:
        raise refuse(
            "Waktunya harus setelah tenggat mulai dan tidak di masa depan.",
            "The time must lie after the deadline began and not in the future.",
        )
    _close_pause(clock, at)
    clock.ended_at, clock.noted_at, clock.ended_by, clock.evidence = at, now, by, evidence
    clock.save()
    _trace(by, "clocks.finished", clock, late=clock.late_hours)
    return clock


def _close_pause(clock: Clock, now: datetime) -> bool:
    """End the pause that runs, if one does, and move the due time; the caller saves."""
    open_pause = clock.pauses.filter(ended_at__isnull=True).first()
    if open_pause is None:
        return False
    open_pause.ended_at = max(now, open_pause.began_at)
    open_pause.save(update_fields=["ended_at"])
    if clock.deadline.unit == "date":
        clock.due_at += open_pause.ended_at - open_pause.began_at
        return True
    held = [(one.began_at, one.ended_at) for one in clock.pauses.all() if one.ended_at]
    due = deadlines.due(clock.deadline, clock.length, clock.started_at, clock.zone, held)
    clock.due_at, clock.holidays_known = due.at, due.holidays_known
    return True


def _trace(by: User | None, verb: str, clock: Clock, **detail: str | int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"clock:{clock.pk}",
        organisation=clock.organisation_id,
        detail={"name": clock.rule, **detail},
    )
