"""Reads across a bridge. Who may look is asked by the callers, who know from which side."""

from django.db.models import QuerySet

from jaga_web.cases.models import Case
from jaga_web.channel.models import Report
from jaga_web.intake import seals
from jaga_web.intake.models import Bridge, LinkLook, LinkRequest


def of_report(report: Report) -> Bridge | None:
    """The bridge a report has crossed."""
    mark = seals.report_mark(report)
    return Bridge.objects.filter(report_mark=mark).first() if mark else None


def of_case(case: Case) -> Bridge | None:
    """The bridge a case came over."""
    mark = seals.case_mark(case)
    return Bridge.objects.filter(case_mark=mark).first() if mark else None


def across(bridge: Bridge) -> Report | None:
    """The report behind a case; None once it was erased."""
    numbers = seals.opened(bridge.link)
    found = Report.objects.filter(pk=numbers[0], deleted_at=None) if numbers else None
    return found.first() if found is not None else None


def case_across(bridge: Bridge) -> Case | None:
    """The case a report became; None once either was erased."""
    numbers = seals.opened(bridge.link)
    return Case.objects.filter(pk=numbers[1]).first() if numbers else None


def looks(bridge: Bridge) -> QuerySet[LinkLook]:
    """Every look through this bridge, from either side, newest first."""
    marks = (bridge.report_mark, bridge.case_mark)
    rows = LinkLook.objects.filter(request__mark__in=marks).order_by("-at", "-pk")
    return rows.select_related("by", "request__decided_by")


def requests_from(mark: str) -> QuerySet[LinkRequest]:
    """The requests made from one side."""
    rows = LinkRequest.objects.filter(mark=mark) if mark else LinkRequest.objects.none()
    return rows.select_related("asked_by", "decided_by")
