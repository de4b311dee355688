"""The bridge from a report to a case, and the talk that goes on across it."""

from datetime import datetime, time

from django.db import transaction
from django.utils import timezone

from jaga.casework import bridging
from jaga_web.access import CASES_OWN, REPORTS_ANSWER, require
from jaga_web.alerts.queries import day_began
from jaga_web.audit.actions import record, record_read
from jaga_web.cases.actions import note_read, open_case
from jaga_web.cases.models import Case
from jaga_web.cases.queries import visible as visible_cases
from jaga_web.channel import actions as channel
from jaga_web.channel.models import Message, Report
from jaga_web.intake import seals
from jaga_web.intake.bridge_queries import across, of_case
from jaga_web.intake.going_along import write_first
from jaga_web.intake.models import Agreement, Bridge
from jaga_web.intake.permissions import check_bridge, check_own
from jaga_web.intake.refusing import changed
from jaga_web.people.models import User
from jaga_web.refusing import must_explain, refuse


@transaction.atomic
def note_agreement(*, report: Report, how: str, by: User) -> None:
    """A child that spoke to a person said yes to a case: how it was asked, and what it said.

    Whoever wrote to us through the page takes this step there, alone.
    """
    require(by, REPORTS_ANSWER)
    check_own(by, report.organisation_id)
    report = _locked(report)
    if report.door == Report.LAPOR:
        raise refuse(
            "Anak ini menulis lewat halaman lapor, jadi langkahnya diambil di sana.",
            "This child wrote through the page, so the step is taken there.",
        )
    if report.child_agreed_at is not None:
        raise changed()
    now = timezone.now()
    Agreement.objects.create(report=report, how=must_explain(how), by=by, at=now)
    report.child_agreed_at = now
    report.save(update_fields=["child_agreed_at"])
    _trace_report(by, "intake.agreement_noted", report)


@transaction.atomic
def withdraw_agreement(*, report: Report, by: User) -> None:
    """The child takes the yes back; what is not a case yet does not become one."""
    require(by, REPORTS_ANSWER)
    check_own(by, report.organisation_id)
    report = _locked(report)
    if report.door == Report.LAPOR or report.child_agreed_at is None:
        raise changed()
    report.agreements.filter(withdrawn_at=None).update(withdrawn_at=timezone.now())
    report.child_agreed_at = None
    report.save(update_fields=["child_agreed_at"])
    _trace_report(by, "intake.agreement_withdrawn", report)


@transaction.atomic
def bridge(*, report: Report, ground: str, reason: str, by: User) -> Case:
    """Open the case a report becomes: by the child's step, or a supervisor's ground and reason.

    The audit chain tells of the case and of the bridge, each by its own number; no event and no
    row names the report together with the case.
    """
    report = _locked(report)
    check_bridge(by, report.organisation_id, child_agreed=ground == bridging.CHILD)
    agreed = report.child_agreed_at is not None
    bridging.check(ground, agreed=agreed, reason=reason)
    mark = seals.report_mark(report)
    if report.deleted_at is not None or not mark:
        raise refuse("Laporan ini sudah dihapus.", "This report has been deleted.")
    if Bridge.objects.filter(report_mark=mark).exists():
        raise refuse("Laporan ini sudah menjadi kasus.", "This report has become a case already.")
    case = open_case(
        organisation=report.organisation,
        source="referral" if hasattr(report, "referred_in") else "report",
        by=by,
        age_band=report.age_band,
    )
    write_first(report=report, case=case, by=by)
    made = Bridge.objects.create(
        organisation=report.organisation,
        ground=ground,
        link=seals.closed(report, case),
        reason=seals.kept_by_case(reason.strip(), case),
        safe_contact=seals.kept_by_case(report.safe_contact, case),
        report_mark=mark,
        case_mark=seals.case_mark(case),
        made_on=timezone.localdate(),
    )
    _mark_arranging(report)
    record(
        by=by,
        verb="intake.bridged",
        subject=f"bridge:{made.pk}",
        organisation=made.organisation_id,
        detail={"kind": ground},
    )
    return case


def _mark_arranging(report: Report) -> None:
    """The child reads that somebody arranges help. The day alone is kept: a time equal to the
    case's would tie the two together for whoever copies the database."""
    report.status = Report.ARRANGING
    day = timezone.localdate()
    report.case_opened_at = timezone.make_aware(datetime.combine(day, time.min))
    report.save(update_fields=["status", "case_opened_at"])


@transaction.atomic
def answer_from_case(*, case: Case, body: str, by: User) -> None:
    """Whoever carries the case answers the child; the report stays unnamed on the way."""
    require(by, CASES_OWN)
    require(by, REPORTS_ANSWER)
    if not visible_cases(by).filter(pk=case.pk).exists():
        raise changed()
    found = of_case(case)
    report = across(found) if found else None
    if report is None:
        raise refuse(
            "Percakapan ini sudah dihapus, jadi tidak dapat dijawab lagi.",
            "This conversation has been deleted, so it cannot be answered any more.",
        )
    channel.answer(report=report, body=body, by=by)


@transaction.atomic
def note_conversation_read(*, case: Case, by: User) -> None:
    """The case's side read the talk: told to the child, logged under the case once a day."""
    require(by, CASES_OWN)
    found = of_case(case)
    report = across(found) if found else None
    if report is not None:
        unread = Message.objects.filter(report=report, from_reporter=True, read_at=None)
        unread.update(read_at=timezone.now())
    note_read(case=case, by=by)
    record_read(
        by=by,
        verb="intake.conversation_read",
        subject=f"case:{case.pk}",
        organisation=case.organisation_id,
        since=day_began(),
    )


def _locked(report: Report) -> Report:
    return Report.objects.select_for_update().get(pk=report.pk)


def _trace_report(by: User, verb: str, report: Report) -> None:
    record(by=by, verb=verb, subject=f"report:{report.pk}", organisation=report.organisation_id)
