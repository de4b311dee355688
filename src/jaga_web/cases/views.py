"""The case pages: thin functions from a request to an action and an answer."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga_web import access
from jaga_web.alerts.queries import colleagues
from jaga_web.alerts.queries import visible as visible_alerts
from jaga_web.alerts.templatetags.alert_words import reader_language
from jaga_web.cases import actions, queries
from jaga_web.cases.models import Case
from jaga_web.cases.permissions import may_close
from jaga_web.people.requests import SignedInRequest

CASES_PER_PAGE = 25
POST = ("POST",)


@access.page(access.CASES_VIEW)
def listing(request: SignedInRequest) -> HttpResponse:
    """The cases this person may see."""
    status = request.GET.get("status", Case.OPEN)
    found = Paginator(queries.listed(request.user, status), CASES_PER_PAGE).get_page(
        request.GET.get("page")
    )
    content = {
        "found": found,
        "status": status,
        "statuses": Case.STATUSES,
        "sees_all": request.user.may(access.CASES_ASSIGN),
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
    return _draw(request, _case(request, number))


@access.page(access.ALERTS_VIEW)
def of_alert(request: SignedInRequest, alert: int) -> HttpResponse:
    """The case that was opened from an alert; the list for whom that case is not to be seen."""
    source = get_object_or_404(visible_alerts(request.user), pk=alert)
    case = queries.opened_from(request.user, source)
    return redirect("cases:page", case.pk) if case else redirect("cases:list")


@access.page(access.CASES_ASSIGN, methods=POST)
def assign(request: SignedInRequest, number: int) -> HttpResponse:
    """Make a colleague the owner."""
    case = _case(request, number)
    people = {str(p.pk): p for p in colleagues(request.user, access.CASES_OWN)}
    owner = people.get(request.POST.get("to", ""))
    if owner is None:
        error = {"form": "assign", "words": _("Pilih pemegang kasus dari daftar.")}
        return _draw(request, case, error=error)
    return _do(
        request,
        case,
        "assign",
        lambda: actions.assign(case=case, to=owner, by=request.user),
        _("Pemegang kasus ditetapkan."),
    )


@access.page(access.CASES_OWN, methods=POST)
def close(request: SignedInRequest, number: int) -> HttpResponse:
    """Close with a reason."""
    case = _case(request, number)
    reason = request.POST.get("reason", "")
    return _do(
        request,
        case,
        "close",
        lambda: actions.close(case=case, reason=reason, by=request.user),
        _("Kasus ditutup."),
    )


def _do(
    request: SignedInRequest, case: Case, form: str, act: Callable[[], Any], done: str
) -> HttpResponse:
    try:
        act()
    except JagaError as refused:
        return _draw(request, case, error={"form": form, "words": refused.say(reader_language())})
    messages.success(request, done)
    return redirect("cases:page", case.pk)


def _draw(
    request: SignedInRequest, case: Case, *, error: dict[str, str] | None = None
) -> HttpResponse:
    user = request.user
    actions.note_read(case=case, by=user)
    content = {
        "case": case,
        "alert": queries.alert_behind(user, case) if user.may(access.ALERTS_VIEW) else None,
        "colleagues": colleagues(user, access.CASES_OWN),
        "may_assign": user.may(access.CASES_ASSIGN),
        "may_close": may_close(user, case),
        "error": error,
        "typed": request.POST if error else {},
    }
    return render(request, "cases/page.html", content, status=400 if error else 200)


def _case(request: SignedInRequest, number: int) -> Case:
    return get_object_or_404(queries.visible(request.user), pk=number)
