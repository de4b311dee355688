"""The case pages: thin functions from a request to an action and an answer."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga_web import access
from jaga_web.alerts.queries import colleagues
from jaga_web.alerts.queries import visible as visible_alerts
from jaga_web.cases import actions, answering, queries
from jaga_web.cases.models import Case
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

CASES_PER_PAGE = 25
FILTERS = ("status", "step", "risk", "number", "mine")
POST = ("POST",)


@access.page(access.CASES_VIEW)
def listing(request: SignedInRequest) -> HttpResponse:
    """The cases this person may see."""
    filters = {name: request.GET.get(name, "") for name in FILTERS}
    filters["status"] = request.GET.get("status", Case.OPEN)
    rows = queries.listed(request.user, filters)
    found = Paginator(rows, CASES_PER_PAGE).get_page(request.GET.get("page"))
    due = queries.next_due(request.user, found)
    content = {
        "found": found,
        "lines": [(case, due.get(case.pk)) for case in found],
        "filters": filters,
        "status": filters["status"],
        "statuses": Case.STATUSES,
        "steps": Case.STEPS,
        "risks": Case.RISKS,
        "now": timezone.now(),
        "sees_all": request.user.may(access.CASES_ASSIGN),
        "carries": request.user.may(access.CASES_OWN),
        "may_open": request.user.may(access.CASES_OPEN),
    }
    return render(request, "cases/list.html", content)


@access.page(access.ALERTS_HAND_OVER, methods=POST)
def open_case(request: SignedInRequest, alert: int) -> HttpResponse:
    """Hand a confirmed alert over to a new case."""
    source = get_object_or_404(visible_alerts(request.user), pk=alert)
    try:
        case = actions.open_from_alert(alert=source, by=request.user)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
        return redirect("alerts:page", source.pk)
    if request.user.may(access.CASES_ASSIGN):
        done = _("Kasus %(number)s dibuka. Tunjuk pemegangnya.")
    else:
        done = _("Kasus %(number)s dibuka. Penyelia akan menunjuk pemegangnya.")
    messages.success(request, done % {"number": case.number})
    if queries.visible(request.user).filter(pk=case.pk).exists():
        return redirect("cases:page", case.pk)
    return redirect("alerts:page", source.pk)


@access.page(access.CASES_VIEW)
def page_of(request: SignedInRequest, number: int) -> HttpResponse:
    """One case: number, status, owner, where it came from."""
    return answering.draw(request, answering.found(request, number))


@access.page(access.ALERTS_VIEW)
def of_alert(request: SignedInRequest, alert: int) -> HttpResponse:
    """The case that was opened from an alert; the list for whom that case is not to be seen."""
    source = get_object_or_404(visible_alerts(request.user), pk=alert)
    case = queries.opened_from(request.user, source)
    return redirect("cases:page", case.pk) if case else redirect("cases:list")


@access.page(access.CASES_ASSIGN, methods=POST)
def assign(request: SignedInRequest, number: int) -> HttpResponse:
    """Make a colleague the owner."""
    case = answering.found(request, number)
    people = {str(p.pk): p for p in colleagues(request.user, access.CASES_OWN)}
    owner = people.get(request.POST.get("to", ""))
    if owner is None:
        error = {"form": "assign", "words": _("Pilih pemegang kasus dari daftar.")}
        return answering.draw(request, case, error=error)
    return answering.do(
        request,
        case,
        "assign",
        lambda: actions.assign(case=case, to=owner, by=request.user),
        _("Pemegang kasus ditetapkan."),
    )


@access.page(access.CASES_OWN, methods=POST)
def close(request: SignedInRequest, number: int) -> HttpResponse:
    """Close with a reason."""
    case = answering.found(request, number)
    reason = request.POST.get("reason", "")
    return answering.do(
        request,
        case,
        "close",
        lambda: actions.close(case=case, reason=reason, by=request.user),
        _("Kasus ditutup."),
    )
