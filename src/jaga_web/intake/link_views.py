"""Pages of the seal: custodians decide, whoever asked looks, a third person reviews."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga_web import access
from jaga_web.intake import case_page, link_queries
from jaga_web.intake import link_actions as actions
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

POST = ("POST",)


@access.page(access.IDENTITY_OPEN)
def requests(request: SignedInRequest) -> HttpResponse:
    """What the custodian is asked, those that wait first."""
    content = {"found": link_queries.to_decide(request.user), "own": request.user.pk}
    return render(request, "intake/link_requests.html", content)


@access.page(access.IDENTITY_OPEN, methods=POST)
def decide(request: SignedInRequest, number: int) -> HttpResponse:
    """Open for three hours, or refuse."""
    asked = get_object_or_404(link_queries.to_decide(request.user), pk=number)
    grant = request.POST.get("answer") == "grant"
    reason = request.POST.get("reason", "")
    try:
        actions.decide(request=asked, grant=grant, reason=reason, by=request.user)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
    except PermissionDenied as refused:
        messages.error(request, str(refused))
    else:
        done = _("Segel dibuka selama tiga jam.") if grant else _("Permintaan ditolak.")
        messages.success(request, done)
    return redirect("intake:link_requests")


@access.page(access.CASES_VIEW, methods=POST)
def look(request: SignedInRequest, number: int) -> HttpResponse:
    """The other side of the bridge, for the person who asked, while it is open."""
    asked = get_object_or_404(link_queries.own(request.user), pk=number)
    try:
        bridge = actions.look(request=asked, by=request.user)
    except JagaError as refused:
        words = refused.say(reader_language())
        return render(request, "intake/link.html", {"error": words}, status=400)
    content = case_page.other_side(asked, bridge, request.user)
    return render(request, "intake/link.html", content)


@access.page(access.AUDIT_VIEW)
def reviews(request: SignedInRequest) -> HttpResponse:
    """Every seal that was opened, those nobody has reviewed first."""
    content = {"found": link_queries.to_review(request.user), "own": request.user.pk}
    return render(request, "intake/link_reviews.html", content)


@access.page(access.AUDIT_VIEW, methods=POST)
def review(request: SignedInRequest, number: int) -> HttpResponse:
    """Whether it was in order, said by a third person."""
    opened = get_object_or_404(link_queries.to_review(request.user), pk=number)
    try:
        actions.review(
            request=opened,
            in_order=request.POST.get("answer") == "in_order",
            note=request.POST.get("note", ""),
            by=request.user,
        )
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
    except PermissionDenied as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Tinjauan dicatat."))
    return redirect("intake:link_reviews")
