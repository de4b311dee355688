"""Complaints about how police or a service treated a child: taken in, and led step by step."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from jaga.casework import complaints
from jaga.casework.provinces import PROVINCES
from jaga_web import vault
from jaga_web.access import COMPLAINTS_KEEP, require
from jaga_web.alerts.queries import day_began
from jaga_web.audit.actions import record, record_read
from jaga_web.channel.models import Report
from jaga_web.clocks import actions as clocks
from jaga_web.intake.models import Complaint, ComplaintStep
from jaga_web.intake.permissions import check_own
from jaga_web.intake.refusing import changed, must_be_in
from jaga_web.people.models import User
from jaga_web.refusing import refuse

CLOCK = "complaint_follow_up"
DOORS = dict(Report.DOORS[1:])


@transaction.atomic
def take_in(
    *,
    values: Mapping[str, str],
    treatments: Sequence[str],
    remedies: Sequence[str],
    by: User,
) -> Complaint:
    """Keep a complaint and start its three working days.

    `values`: door, service, place, happened_on ("" where nobody remembers), words, contact. No
    field asks who the child is.
    """
    require(by, COMPLAINTS_KEEP)
    complaint = Complaint.objects.create(
        organisation=by.organisation,
        key_id=vault.new_key(),
        treatments=_codes(treatments, complaints.TREATMENTS),
        remedies=sorted(set(remedies) & set(complaints.REMEDIES)),
        taken_in_by=by,
        words=values.get("words", "").strip(),
        contact=values.get("contact", "").strip(),
        **_plain(values),
    )
    clocks.start(
        organisation=by.organisation,
        subject=f"complaint:{complaint.pk}",
        key=complaint.key_id,
        rule=CLOCK,
        started_at=complaint.received_at,
        by=by,
    )
    _trace(by, "intake.complaint_taken_in", complaint)
    return complaint


@transaction.atomic
def move(*, complaint: Complaint, target: str, reason: str, by: User) -> Complaint:
    """Take the next step; the first answer to whoever complained is in closing or answering."""
    require(by, COMPLAINTS_KEEP)
    check_own(by, complaint.organisation_id)
    was = complaint.state
    complaint = Complaint.objects.select_for_update().get(pk=complaint.pk)
    if complaint.state != was:
        raise changed()
    step = complaints.step(complaint.state, target, reason)
    ComplaintStep.objects.create(
        complaint=complaint, source=step.source, target=step.target, reason=reason.strip(), by=by
    )
    complaint.state = step.target
    complaint.save(update_fields=["state"])
    _trace(by, "intake.complaint_moved", complaint, outcome=step.target)
    return complaint


@transaction.atomic
def tell(*, complaint: Complaint, what: str, by: User) -> None:
    """Whoever complained was told how it stands: what the three working days ask for."""
    require(by, COMPLAINTS_KEEP)
    check_own(by, complaint.organisation_id)
    if len(what.strip()) < complaints.SHORTEST_REASON:
        raise refuse(
            "Tuliskan apa yang disampaikan dan dengan cara apa, sekurangnya 20 huruf.",
            "Write what was told and how, in at least 20 letters.",
        )
    subject = f"complaint:{complaint.pk}"
    if not clocks.finish_of(subject=subject, rule=CLOCK, evidence=what.strip(), by=by):
        raise changed()
    _trace(by, "intake.complaint_told", complaint)


def note_read(*, complaint: Complaint, by: User) -> None:
    """Log that this person read the complaint: once a day."""
    record_read(
        by=by,
        verb="intake.complaint_read",
        subject=f"complaint:{complaint.pk}",
        organisation=complaint.organisation_id,
        since=day_began(),
    )


def _codes(given: Sequence[str], known: Mapping[str, object]) -> list[str]:
    found = sorted(set(given) & set(known))
    if not found:
        raise refuse(
            "Pilih sekurangnya satu jenis perlakuan.", "Choose at least one kind of treatment."
        )
    return found


def _plain(values: Mapping[str, str]) -> dict[str, str | date | None]:
    place, day = values.get("place", ""), values.get("happened_on", "").strip()
    if place:
        must_be_in(place, PROVINCES, "Pilih provinsi dari daftar.", "Choose a listed province.")
    try:
        happened = date.fromisoformat(day) if day else None
    except ValueError:
        raise refuse("Tulis tanggal seperti 2026-08-31.", "Write a day like 2026-08-31.") from None
    return {
        "door": must_be_in(
            values.get("door", ""), DOORS, "Pilih lewat mana aduan masuk.", "Choose the door."
        ),
        "service": must_be_in(
            values.get("service", ""),
            complaints.SERVICES,
            "Pilih layanannya dari daftar.",
            "Choose the service from the list.",
        ),
        "place": place,
        "happened_on": happened,
    }


def _trace(by: User, verb: str, complaint: Complaint, **detail: str | int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"complaint:{complaint.pk}",
        organisation=complaint.organisation_id,
        detail={"kind": complaint.service, **detail},
    )
