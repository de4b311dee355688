"""What staff do with reports. Each action is one transaction with its audit event inside.

No event carries a word of a report. Nothing is ever sent to anybody: no mail, no message, no call
back by machine; whoever reported finds an answer when they come and look.
"""

import json
from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jaga.casework import receipt
from jaga_web import vault
from jaga_web.access import (
    CASES_HOLD,
    IDENTITY_OPEN,
    REPORTS_ANSWER,
    REPORTS_VIEW,
    require,
)
from jaga_web.alerts.queries import day_began
from jaga_web.audit.actions import record, record_read
from jaga_web.channel import ending, receipts
from jaga_web.channel.models import Message, Report
from jaga_web.channel.told import LONGEST_WORDS, Told, check_length, clean, expiry, identity_of
from jaga_web.clocks.actions import start
from jaga_web.people.models import User
from jaga_web.refusing import refuse

POLICE_REPORT = "police_report_tpks41"


@transaction.atomic
def take_in(*, door: str, told: Told, by: User) -> Report:
    """Store what somebody said by telephone, on WhatsApp, in person or in a letter.

    Raises BadInput. The same safeguards and the same clock as behind the page.
    """
    require(by, REPORTS_ANSWER)
    if door not in dict(Report.DOORS) or door == Report.LAPOR:
        raise refuse("Pilih lewat mana laporan ini masuk.", "Choose how this report came in.")
    told.check()
    report = Report.objects.create(
        organisation=by.organisation,
        key_id=vault.new_key(),
        door=door,
        taken_in_by=by,
        status=Report.READ,
        expires_at=expiry(),
        **told.fields(),
    )
    know_identity(report=report, identity=told.identity, by=by)
    trace(by, "channel.taken_in", report, kind=door)
    return report


@transaction.atomic
def give_receipt(*, report: Report, by: User) -> tuple[str, ...]:
    """New words for a report that came through another door; shown once, stored nowhere."""
    report = _ours(report, by)
    words = receipt.draw()
    report.receipt_mark, report.receipt_confirmed_at = receipts.mark_of(" ".join(words)), None
    report.save(update_fields=["receipt_mark", "receipt_confirmed_at"])
    trace(by, "channel.receipt_given", report)
    return words


@transaction.atomic
def answer(*, report: Report, body: str, by: User) -> Message:
    """Write to whoever reported. Raises BadInput for an empty or overlong answer."""
    report = _ours(report, by)
    body = clean(body)
    if not body:
        raise refuse("Tuliskan jawabannya.", "Write the answer.")
    check_length(body, LONGEST_WORDS)
    message = Message.objects.create(report=report, from_reporter=False, body=body, by=by)
    if report.status == Report.RECEIVED:
        report.status = Report.READ
        report.save(update_fields=["status"])
    trace(by, "channel.answered", report)
    return message


@transaction.atomic
def set_status(*, report: Report, status: str, by: User) -> Report:
    """Say how far it is; whoever reported reads it in words. Raises BadInput."""
    report = _ours(report, by)
    if status not in dict(Report.STATUSES) or status == Report.HANDED_OVER:
        raise refuse("Pilih keadaan dari daftar.", "Choose the status from the list.")
    report.status = status
    report.save(update_fields=["status"])
    trace(by, "channel.status_set", report, kind=status)
    return report


@transaction.atomic
def mark_read(*, report: Report, by: User) -> None:
    """Note that a person read the report: told to its reporter, logged once a day for each."""
    require(by, REPORTS_VIEW)
    _check_same_organisation(report, by)
    now = timezone.now()
    Message.objects.filter(report=report, from_reporter=True, read_at=None).update(read_at=now)
    Report.objects.filter(pk=report.pk, status=Report.RECEIVED).update(status=Report.READ)
    record_read(
        by=by,
        verb="channel.read",
        subject=f"report:{report.pk}",
        organisation=report.organisation_id,
        since=day_began(),
    )


@transaction.atomic
def know_identity(*, report: Report, identity: Mapping[str, str], by: User | None) -> None:
    """Keep who somebody said they are (IDENTITY), and start the clock of the duty to report.

    `by` is None when the reporter wrote it. Nothing happens when nothing was said.
    """
    said = identity_of(identity)
    if not said:
        return
    report.identity = said
    first = report.identity_given_at is None
    report.identity_given_at = report.identity_given_at or timezone.now()
    report.save(update_fields=["identity", "identity_given_at"])
    if first:
        start(
            organisation=report.organisation,
            subject=f"report:{report.pk}",
            key=report.key_id,
            rule=POLICE_REPORT,
            started_at=report.identity_given_at,
            by=by,
        )
    trace(by, "channel.identity_given", report)


@transaction.atomic
def note_identity(*, report: Report, identity: Mapping[str, str], by: User) -> None:
    """Staff learnt who it is, in a call or a message: kept apart, and the clock starts."""
    know_identity(report=_ours(report, by), identity=identity, by=by)


@transaction.atomic
def open_identity(*, report: Report, by: User) -> dict[str, str]:
    """Who the reporter said they are, for the custodian; each look is logged."""
    require(by, IDENTITY_OPEN)
    _check_same_organisation(report, by)
    stored = report.identity
    said: dict[str, str] = json.loads(stored) if stored.startswith("{") else {}
    trace(by, "channel.identity_opened", report)
    return said


@transaction.atomic
def hold(*, report: Report, by: User) -> Report:
    """Keep a report because the law says so: deletion and expiry wait until `release`."""
    require(by, CASES_HOLD)
    _check_same_organisation(report, by)
    report = Report.objects.select_for_update().get(pk=report.pk)
    report.held_at = report.held_at or timezone.now()
    report.save(update_fields=["held_at"])
    trace(by, "channel.held", report)
    return report


@transaction.atomic
def release(*, report: Report, by: User) -> Report:
    """End a hold; a report that was deleted meanwhile is erased now."""
    require(by, CASES_HOLD)
    _check_same_organisation(report, by)
    report = Report.objects.select_for_update().get(pk=report.pk)
    report.held_at = None
    report.save(update_fields=["held_at"])
    if report.deleted_at is not None and not ending.must_stay(report):
        ending.erase(report)
    trace(by, "channel.released", report)
    return report


def trace(by: User | None, verb: str, report: Report, **detail: str | int) -> None:
    """One event about a report: its number and codes."""
    record(
        by=by,
        verb=verb,
        subject=f"report:{report.pk}",
        organisation=report.organisation_id,
        detail=detail,
    )


def _ours(report: Report, by: User) -> Report:
    """The report, locked, if this person may answer it and it was not deleted."""
    require(by, REPORTS_ANSWER)
    _check_same_organisation(report, by)
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.deleted_at is not None:
        raise refuse("Laporan ini sudah dihapus.", "This report was deleted.")
    return report


def _check_same_organisation(report: Report, by: User) -> None:
    if report.organisation_id != by.organisation_id:
        raise PermissionDenied(_("Laporan ini di luar organisasi Anda."))
