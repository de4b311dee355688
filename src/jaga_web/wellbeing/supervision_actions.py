"""What a supervisor writes about the care for staff. Each act leaves its event in the chain."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from jaga.casework.supervision import (
    CRITICAL,
    NEXT_STEPS,
    OLDEST_DAYS,
    TOPICS,
    check_note,
    known,
)
from jaga.errors import BadInput
from jaga.words import Text
from jaga_web.access import SUPERVISION_KEEP, require
from jaga_web.audit.actions import record
from jaga_web.people.models import User
from jaga_web.wellbeing.models import CriticalEvent, Policy, Supervision
from jaga_web.wellbeing.permissions import check_supervises
from jaga_web.wellbeing.queries import today

# What an organisation may choose: at least, at most. None of it can be switched off.
ALLOWED = {
    "break_after": (30, 480),
    "break_minutes": (5, 60),
    "high_per_week": (1, 40),
    "caseload_warning": (1, 100),
    "caseload_limit": (1, 100),
}


@transaction.atomic
def note_supervision(
    *, by: User, person: User, on: date, topic: str, next_step: str, note: str = ""
) -> Supervision:
    """Write that two people have talked: the kind of topic and the next step, no content."""
    check_supervises(by, person)
    if not today() - timedelta(days=OLDEST_DAYS) <= on <= today():
        raise BadInput(
            Text(
                f"Pilih hari dalam {OLDEST_DAYS} hari terakhir.",
                f"Choose a day within the last {OLDEST_DAYS} days.",
            )
        )
    made = Supervision.objects.create(
        organisation=by.organisation,
        supervisor=by,
        person=person,
        on=on,
        topic=known(TOPICS, topic),
        next_step=known(NEXT_STEPS, next_step),
        note=check_note(note),
    )
    # The topic stays between the two; the chain only learns that they talked.
    _trace(by, "wellbeing.supervision_noted", f"user:{person.pk}")
    return made


@transaction.atomic
def ask_for_debrief(*, by: User, person: User, code: str) -> CriticalEvent:
    """Something heavy happened to a colleague: their pages remind them that they may talk."""
    check_supervises(by, person)
    made = CriticalEvent.objects.create(
        person=person, code=known(CRITICAL, code), at=timezone.now()
    )
    _trace(by, "wellbeing.debrief_asked", f"user:{person.pk}")
    return made


@transaction.atomic
def set_policy(*, by: User, mode: str, **numbers: int) -> Policy:
    """Choose the numbers of one's organisation: all keys of `ALLOWED`, and the mode."""
    require(by, SUPERVISION_KEEP)
    if mode not in dict(Policy.MODES):
        raise BadInput(Text("Pilih satu cara mengingatkan.", "Choose a way of reminding."))
    for name, (least, most) in ALLOWED.items():
        if not least <= numbers[name] <= most:
            raise BadInput(
                Text(
                    f"Setiap angka ada batasnya. Di sini: {least} sampai {most}.",
                    f"Each number has its limits. Here: {least} to {most}.",
                )
            )
    if numbers["caseload_warning"] > numbers["caseload_limit"]:
        raise BadInput(
            Text(
                "Peringatan beban harus lebih kecil dari batasnya, atau sama.",
                "The warning about load has to be less than its limit, or the same.",
            )
        )
    row, _made = Policy.objects.update_or_create(
        organisation=by.organisation, defaults={"mode": mode, "by": by, **numbers}
    )
    _trace(by, "wellbeing.policy_set", f"organisation:{by.organisation_id}", kind=mode)
    return row


def _trace(by: User, verb: str, subject: str, **detail: str | int) -> None:
    record(by=by, verb=verb, subject=subject, organisation=by.organisation_id, detail=detail)
