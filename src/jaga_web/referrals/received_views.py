"""The partner's pages: only what was disclosed to it, and only while it works on it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.casework import referral as rules
from jaga.errors import JagaError
from jaga_web import access
from jaga_web.people.requests import SignedInRequest
from jaga_web.referrals import actions, agreement_actions, page, queries, words
from jaga_web.referrals.models import Agreement, Referral

POST = ("POST",)


@access.page(access.REFERRALS_ANSWER)
def listing(request: SignedInRequest) -> HttpResponse:
    """The referrals that lie with this organisation now, and agreements that wait for it."""
    rows = queries.received(request.user).order_by("-sent_at", "-pk")
    content = {
        "lines": [page.line(one) for one in rows],
        "agreements": queries.agreements_offered(request.user),
    }
    return render(request, "referrals/received.html", content)


@access.page(access.REFERRALS_ANSWER)
def page_of(request: SignedInRequest, number: int) -> HttpResponse:
    """One referral; the look is logged each time."""
    return _draw(request, _referral(request, number))


@access.page(access.REFERRALS_ANSWER, methods=POST)
def answer(request: SignedInRequest, number: int) -> HttpResponse:
    """Accept, reject with a reason, begin, finish."""
    referral = _referral(request, number)
    posted = request.POST
    state = posted.get("state", "")
    try:
        actions.answer(
            referral=referral,
            state=state,
            reason_code=posted.get("reason", ""),
            note=posted.get("note", ""),
            by=request.user,
        )
    except JagaError as refused:
        return _draw(request, referral, error=words.say(refused.text))
    messages.success(request, _("Jawaban terkirim kepada pengirim."))
    if state in rules.OPEN:
        return redirect("referrals:received_page", referral.pk)
    return redirect("referrals:received")


@access.page(access.REFERRALS_ANSWER, methods=POST)
def download(request: SignedInRequest, number: int) -> HttpResponse:
    """What the page shows, as plain text."""
    referral = _referral(request, number)
    content = actions.download(referral=referral, labels=page.told(referral), by=request.user)
    return HttpResponse(
        content,
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{referral.pseudonym}.txt"'},
    )


@access.page(access.REFERRALS_ANSWER)
def agreement(request: SignedInRequest, number: int) -> HttpResponse:
    """An agreement as the partner reads it."""
    return _draw_agreement(request, _agreement(request, number))


@access.page(access.REFERRALS_ANSWER, methods=POST)
def sign(request: SignedInRequest, number: int) -> HttpResponse:
    """Sign for the partner."""
    found = _agreement(request, number)
    try:
        agreement_actions.sign_as_partner(agreement=found, by=request.user)
    except JagaError as refused:
        return _draw_agreement(request, found, error=words.say(refused.text))
    messages.success(request, _("Perjanjian ditandatangani."))
    return redirect("referrals:received_agreement", found.pk)


def _draw(request: SignedInRequest, referral: Referral, *, error: str = "") -> HttpResponse:
    actions.note_look(referral=referral, by=request.user)
    content = {
        "referral": referral,
        "line": page.line(referral),
        "shown": page.shown(referral),
        "moves": page.partner_moves(referral),
        "steps": rules.next_states(referral.state, "partner"),
        "rejections": words.choices(rules.REJECTIONS),
        "typed": request.POST,
        "error": error,
    }
    return render(request, "referrals/received_page.html", content, status=400 if error else 200)


def _draw_agreement(request: SignedInRequest, found: Agreement, *, error: str = "") -> HttpResponse:
    content = {"agreement": found, "theirs": True, "error": error}
    return render(request, "referrals/agreement.html", content, status=400 if error else 200)


def _referral(request: SignedInRequest, number: int) -> Referral:
    found: Referral = get_object_or_404(queries.received(request.user), pk=number)
    page.must_open(found)
    return found


def _agreement(request: SignedInRequest, number: int) -> Agreement:
    return get_object_or_404(queries.agreements_offered(request.user), pk=number)
