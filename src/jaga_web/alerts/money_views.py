"""The pages and downloads of an alert's money paths."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from jaga_web import access
from jaga_web.alerts import actions, money, money_export, money_page, queries
from jaga_web.alerts.models import Alert
from jaga_web.people.models import User
from jaga_web.people.requests import SignedInRequest


@access.page(access.ALERTS_VIEW)
def network(request: SignedInRequest, number: int) -> HttpResponse:
    """Picture and tables of the money paths, one or two hops far."""
    alert = _alert(request.user, number)
    actions.note_read(alert=alert, by=request.user)
    content = money_page.content(alert, request.user, _hops(request))
    return render(request, "alerts/network.html", content)


@access.page(access.ALERTS_EXPORT)
def download(request: SignedInRequest, number: int, kind: str) -> HttpResponse:
    """One of the files: picture, graph, accounts or ties; logged each time."""
    alert = _alert(request.user, number)
    found = money.around(alert, request.user, _hops(request))
    if found is None or kind not in money_export.KINDS:
        raise Http404
    made = money_export.export(alert=alert, network=found.network, kind=kind, by=request.user)
    response = HttpResponse(made, content_type=money_export.KINDS[kind])
    response["Content-Disposition"] = (
        f'attachment; filename="{money_export.file_name(alert, kind)}"'
    )
    return response


def _hops(request: SignedInRequest) -> int:
    asked = request.GET.get("hops", "")
    return int(asked) if asked in map(str, money.HOPS) else money.HOPS[-1]


def _alert(user: User, number: int) -> Alert:
    found: Alert = get_object_or_404(queries.visible(user), pk=number)
    return found
