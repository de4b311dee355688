"""The sender's pages: the referrals of one's cases, a draft with its preview, sending."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.casework import referral as rules
from jaga.casework import services
from jaga.errors import JagaError
from jaga_web import access
from jaga_web.people.requests import SignedInRequest
from jaga_web.referrals import actions, page, queries, reading, words
from jaga_web.referrals.models import Referral

ROWS_PER_PAGE = 25
POST = ("POST",)
READ_AND_SEND = ("GET", "HEAD", "POST")


@access.page(access.REFERRALS_SEND)
def listing(request: SignedInRequest) -> HttpResponse:
    """The referrals of the cases this person may see; the late and the rejected are marked."""
    state = request.GET.get("state", "")
    rows = queries.sent(request.user)
    if state in rules.STATES:
        rows = rows.filter(state=state)
    found = Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    content = {
        "found": found,
        "lines": [page.line(one) for one in found],
        "state": state,
        "states": words.choices(rules.STATES),
        "may_agree": request.user.may(access.CASES_APPROVE),
    }
    return render(request, "referrals/list.html", content)


@access.page(access.REFERRALS_SEND, methods=READ_AND_SEND)
def new(request: SignedInRequest, consent: int) -> HttpResponse:
    """Draft a referral on a consent."""
    given = get_object_or_404(queries.consents(request.user), pk=consent)
    error = ""
    if request.method == "POST":
        try:
            referral = actions.draft(
                consent=given, request=reading.request_of(request.POST), by=request.user
            )
        except JagaError as refused:
            error = words.say(refused.text)
        else:
            messages.success(request, _("Rancangan tersimpan. Periksa yang akan dilihat mitra."))
            return redirect("referrals:page", referral.pk)
    content = {
        "consent": given,
        "form": page.form(given, request.POST or None),
        "error": error,
    }
    return render(request, "referrals/new.html", content, status=400 if error else 200)


@access.page(access.REFERRALS_SEND)
def page_of(request: SignedInRequest, number: int) -> HttpResponse:
    """One referral with what the partner sees, its steps, and who looked."""
    return _draw(request, _referral(request, number))


@access.page(access.REFERRALS_SEND, methods=POST)
def change(request: SignedInRequest, number: int) -> HttpResponse:
    """Change a draft."""
    referral = _referral(request, number)
    wanted = reading.request_of(request.POST)
    return _do(
        request,
        referral,
        lambda: actions.change(referral=referral, request=wanted, by=request.user),
        _("Rancangan tersimpan. Periksa yang akan dilihat mitra."),
    )


@access.page(access.REFERRALS_SEND, methods=POST)
def send(request: SignedInRequest, number: int) -> HttpResponse:
    """Open it to the partner."""
    referral = _referral(request, number)
    return _do(
        request,
        referral,
        lambda: actions.send(referral=referral, by=request.user),
        _("Rujukan terkirim. Mitra hanya melihat yang ada di halaman ini."),
    )


@access.page(access.REFERRALS_SEND, methods=POST)
def revoke(request: SignedInRequest, number: int) -> HttpResponse:
    """Take it back."""
    referral = _referral(request, number)
    code = request.POST.get("reason", "")
    return _do(
        request,
        referral,
        lambda: actions.revoke(referral=referral, reason_code=code, by=request.user),
        _("Rujukan ditarik kembali. Mitra tidak dapat membukanya lagi."),
    )


def _do(
    request: SignedInRequest, referral: Referral, act: Callable[[], Any], done: str
) -> HttpResponse:
    try:
        act()
    except JagaError as refused:
        return _draw(request, referral, error=words.say(refused.text))
    messages.success(request, done)
    return redirect("referrals:page", referral.pk)


def _draw(request: SignedInRequest, referral: Referral, *, error: str = "") -> HttpResponse:
    typed = request.POST if error and "service" in request.POST else None
    content = {
        "referral": referral,
        "line": page.line(referral),
        "shown": page.shown_to_sender(referral, request.user),
        "moves": referral.moves.select_related("by__organisation"),
        "looks": queries.looks(referral)[:20],
        "form": page.form(referral.consent, typed, referral) if page.is_draft(referral) else None,
        "may_send": page.is_draft(referral),
        "revocations": page.revocations(referral),
        "planned": page.planned(referral, services.title),
        "error": error,
    }
    return render(request, "referrals/page.html", content, status=400 if error else 200)


def _referral(request: SignedInRequest, number: int) -> Referral:
    return get_object_or_404(queries.sent(request.user), pk=number)
