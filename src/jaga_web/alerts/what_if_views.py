"""The page “what if?” of one alert: another threshold, or an indicator left out."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from jaga_web import access
from jaga_web.alerts import actions, queries, what_if
from jaga_web.alerts.models import Alert
from jaga_web.alerts.page import headline
from jaga_web.people.requests import SignedInRequest


@access.page(access.ALERTS_VIEW)
def page(request: SignedInRequest, number: int) -> HttpResponse:
    """What another threshold would do to this alert and to its typology in the same run."""
    alert = _alert(request, number)
    found = what_if.known(alert)
    content = {"alert": alert, "headline": headline(alert), "found": found}
    if found is not None:
        content |= what_if.content(alert, found, _asked(request, found))
    return render(request, "alerts/what_if.html", content)


@access.page(access.ALERTS_VIEW)
def chart(request: SignedInRequest, number: int) -> HttpResponse:
    """The curve of thresholds, for a narrow or wide and a light or dark screen."""
    alert = _alert(request, number)
    found = what_if.known(alert)
    if found is None:
        raise Http404
    narrow, dark = request.GET.get("size") == "narrow", request.GET.get("theme") == "dark"
    drawn = what_if.chart(alert.run, found, _asked(request, found), narrow=narrow, dark=dark)
    return HttpResponse(drawn, content_type="image/svg+xml")


def _asked(request: SignedInRequest, found: what_if.Known) -> what_if.Asked:
    return what_if.asked(
        found, request.GET.get("threshold", "").strip(), request.GET.get("without", "")
    )


def _alert(request: SignedInRequest, number: int) -> Alert:
    """The alert if this person may know of it; the read is noted like any other."""
    rows = queries.visible(request.user).select_related("organisation", "run")
    alert: Alert = get_object_or_404(rows, pk=number)
    actions.note_read(alert=alert, by=request.user)
    return alert
