"""The pages of the legal side: thin functions from a request to an action and an answer."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.casework.deadlines import ZONES
from jaga.casework.leads import KINDS
from jaga.casework.zones import zone_of
from jaga.consent import NOT_ASKED
from jaga.errors import BadInput, JagaError
from jaga.words import Text
from jaga_web import access
from jaga_web.cases import queries as cases
from jaga_web.cases.models import Case
from jaga_web.clocks import typed
from jaga_web.legal import actions, panels, queries
from jaga_web.people.requests import SignedInRequest
from jaga_web.referrals.models import Consent
from jaga_web.speaking import reader_language

POST = ("POST",)


@access.page(access.CASES_OWN)
def case_page(request: SignedInRequest, number: int) -> HttpResponse:
    """The legal road of one case, its labels and its numbers."""
    return _draw(request, _case(request, number))


@access.page(access.CASES_OWN, methods=POST)
def milestone(request: SignedInRequest, number: int) -> HttpResponse:
    """Write down one step."""
    case = _case(request, number)
    return _do(
        request,
        case,
        "milestone",
        lambda: actions.note_milestone(case=case, step=_step(request), by=request.user),
        _("Langkah tercatat."),
    )


@access.page(access.LEGAL_KEEP, methods=POST)
def label(request: SignedInRequest, number: int) -> HttpResponse:
    """Confirm or refuse a proposed label."""
    case, post = _case(request, number), request.POST
    return _do(
        request,
        case,
        "label",
        lambda: actions.decide_label(
            case=case,
            scheme=post.get("scheme", ""),
            code=post.get("code", ""),
            decision=post.get("decision", ""),
            reason=post.get("reason", ""),
            by=request.user,
        ),
        _("Keputusan tentang label tercatat."),
    )


@access.page(access.CASES_OWN, methods=("GET", "HEAD", "POST"))
def lead(request: SignedInRequest, number: int) -> HttpResponse:
    """What is said before a number is written down, and the form that takes it."""
    case, error = _case(request, number), ""
    consents = queries.consents_for(case)
    if request.method == "POST":
        try:
            _take_lead(request, case, consents)
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(
                request, _("Nomor tercatat. Ia baru dilepas nanti, bersama yang lain.")
            )
            return redirect("legal:case", case.pk)
    content = {
        "case": case,
        "consents": consents,
        "words": queries.words_to_say(case),
        "not_asked": NOT_ASKED,
        "kinds": KINDS,
        "error": error,
        "typed": request.POST if error else {},
    }
    return render(request, "legal/lead.html", content, status=400 if error else 200)


@access.page(access.CASES_OWN, methods=POST)
def withdraw(request: SignedInRequest, number: int) -> HttpResponse:
    """Take a number back."""
    taken = get_object_or_404(queries.leads_seen(request.user), pk=number)
    actions.withdraw_lead(lead=taken, by=request.user)
    messages.success(request, _("Nomor ditarik kembali."))
    return redirect("legal:case", taken.case_id)


@access.page(access.LEGAL_KEEP)
def watchlist(request: SignedInRequest) -> HttpResponse:
    """What the watchlist file is, and the button that makes it."""
    return render(request, "legal/watchlist.html")


@access.page(access.LEGAL_KEEP, methods=POST)
def watchlist_file(request: SignedInRequest) -> HttpResponse:
    """The watchlist file as of today."""
    try:
        text = actions.export_watchlist(by=request.user)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
        return redirect("legal:watchlist")
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="watchlist.csv"'
    return answer


def _take_lead(request: SignedInRequest, case: Case, consents: list[Consent]) -> None:
    post = request.POST
    consent = {str(one.pk): one for one in consents}.get(post.get("consent", ""))
    if consent is None:
        raise BadInput(
            Text(
                "Pilih persetujuan yang berlaku. Bila belum ada, tanyakan dahulu kepada anak.",
                "Choose a consent that holds. If there is none, ask the child first.",
            )
        )
    actions.add_lead(
        case=case,
        consent=consent,
        kind=post.get("kind", ""),
        value=post.get("value", ""),
        told=post.get("told", ""),
        by=request.user,
    )


def _step(request: SignedInRequest) -> actions.Step:
    post = request.POST
    zone = typed.zone(post.get("zone", ""))
    return actions.Step(
        kind=post.get("kind", ""),
        state=post.get("state", ""),
        at=typed.moment(post.get("at", ""), zone),
        zone=zone,
        reference=post.get("reference", ""),
        track=typed.whole(post.get("track") or "0"),
        amount_idr=typed.whole(post["amount"]) if post.get("amount") else None,
    )


def _do(
    request: SignedInRequest, case: Case, form: str, act: Callable[[], Any], done: str
) -> HttpResponse:
    try:
        act()
    except JagaError as refused:
        error = {"form": form, "words": refused.say(reader_language())}
        return _draw(request, case, error=error)
    messages.success(request, done)
    return redirect("legal:case", case.pk)


def _draw(
    request: SignedInRequest, case: Case, *, error: dict[str, str] | None = None
) -> HttpResponse:
    content = {
        "case": case,
        "zones": ZONES,
        "error": error,
        "typed": request.POST if error else {"zone": zone_of(case.region)},
        **panels.content(request.user, case),
    }
    return render(request, "legal/case.html", content, status=400 if error else 200)


def _case(request: SignedInRequest, number: int) -> Case:
    return get_object_or_404(cases.visible(request.user), pk=number)
