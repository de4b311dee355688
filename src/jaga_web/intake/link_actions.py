"""Opening the seal of a bridge: asked with a reason, decided by a custodian, ended after hours,
looked at by a third person. Every look is kept."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jaga_web.access import AUDIT_VIEW, CASES_OWN, IDENTITY_OPEN, REPORTS_VIEW, require
from jaga_web.audit.actions import record
from jaga_web.cases.models import Case
from jaga_web.cases.queries import visible as visible_cases
from jaga_web.channel.models import Report
from jaga_web.channel.queries import visible as visible_reports
from jaga_web.intake import seals
from jaga_web.intake.bridge_queries import of_case, of_report, requests_from
from jaga_web.intake.models import Bridge, LinkLook, LinkRequest
from jaga_web.intake.permissions import check_decide, check_own, check_review
from jaga_web.intake.refusing import changed
from jaga_web.people.models import User
from jaga_web.refusing import must_explain, refuse

# As long as any breaking of the glass lasts in Jaga.
OPEN_FOR = timedelta(hours=3)
LOOKED = "intake.link_looked"


@transaction.atomic
def ask_from_case(*, case: Case, why: str, by: User) -> LinkRequest:
    """Whoever carries the case, or leads the work, asks to see the report behind it."""
    require(by, CASES_OWN)
    if not visible_cases(by).filter(pk=case.pk).exists():
        raise changed()
    return _ask(LinkRequest.CASE, of_case(case), seals.case_mark(case), why, by)


@transaction.atomic
def ask_from_report(*, report: Report, why: str, by: User) -> LinkRequest:
    """Whoever may see the report asks which case it became."""
    require(by, REPORTS_VIEW)
    if not visible_reports(by).filter(pk=report.pk).exists():
        raise changed()
    return _ask(LinkRequest.REPORT, of_report(report), seals.report_mark(report), why, by)


@transaction.atomic
def decide(*, request: LinkRequest, grant: bool, reason: str, by: User) -> LinkRequest:
    """A custodian opens the seal for three hours, or refuses; either with a reason."""
    require(by, IDENTITY_OPEN)
    request = _locked(request)
    check_decide(by, request)
    if request.state != LinkRequest.ASKED:
        raise changed()
    now = timezone.now()
    request.decision, request.decided_by, request.decided_at = must_explain(reason), by, now
    request.state = LinkRequest.GRANTED if grant else LinkRequest.REFUSED
    request.open_until = now + OPEN_FOR if grant else None
    request.save()
    _trace(by, "intake.link_decided", request, outcome=request.state)
    return request


@transaction.atomic
def look(*, request: LinkRequest, by: User) -> Bridge:
    """The bridge, for the person who asked, while it is open; every look is kept."""
    request = _locked(request)
    check_own(by, request.organisation_id)
    if request.asked_by_id != by.pk:
        raise PermissionDenied(_("Hanya orang yang meminta yang dapat melihatnya."))
    if request.state != LinkRequest.GRANTED or request.open_until is None:
        raise changed()
    if timezone.now() >= request.open_until:
        raise refuse(
            "Tiga jam sudah lewat dan segelnya tertutup lagi. Ajukan permintaan baru.",
            "Three hours have passed and the seal is closed again. Make a new request.",
        )
    column = "case_mark" if request.side == LinkRequest.CASE else "report_mark"
    bridge = Bridge.objects.filter(**{column: request.mark}).first()
    numbers = seals.opened(bridge.link) if bridge is not None else None
    if bridge is None or numbers is None:
        raise refuse("Salah satu sisinya sudah dihapus.", "One of its two sides has been erased.")
    LinkLook.objects.create(request=request, by=by)
    # Under the case's number, so that the child finds it among those who looked at the file.
    record(
        by=by,
        verb=LOOKED,
        subject=f"case:{numbers[1]}",
        organisation=request.organisation_id,
        detail={"kind": request.side},
    )
    return bridge


@transaction.atomic
def review(*, request: LinkRequest, in_order: bool, note: str, by: User) -> LinkRequest:
    """A third person says afterwards whether opening the seal was in order."""
    require(by, AUDIT_VIEW)
    request = _locked(request)
    check_review(by, request)
    if request.state != LinkRequest.GRANTED or request.reviewed_at is not None:
        raise changed()
    request.review, request.in_order = must_explain(note), in_order
    request.reviewed_by, request.reviewed_at = by, timezone.now()
    request.save()
    _trace(by, "intake.link_reviewed", request, verdict="in_order" if in_order else "not_in_order")
    return request


def _ask(side: str, bridge: Bridge | None, mark: str, why: str, by: User) -> LinkRequest:
    if bridge is None:
        raise refuse(
            "Tidak ada segel yang dapat dibuka di sini.", "There is no seal to be opened here."
        )
    check_own(by, bridge.organisation_id)
    reason = must_explain(why)
    waiting = requests_from(mark).filter(asked_by=by, state=LinkRequest.ASKED)
    if waiting.exists():
        raise refuse(
            "Permintaan Anda masih menunggu penjaga identitas.",
            "Your request still waits for the custodian.",
        )
    request = LinkRequest.objects.create(
        organisation=bridge.organisation, side=side, mark=mark, why=reason, asked_by=by
    )
    _trace(by, "intake.link_asked", request, kind=side)
    return request


def _locked(request: LinkRequest) -> LinkRequest:
    return LinkRequest.objects.select_for_update().get(pk=request.pk)


def _trace(by: User, verb: str, request: LinkRequest, **detail: str | int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"link_request:{request.pk}",
        organisation=request.organisation_id,
        detail=detail,
    )
