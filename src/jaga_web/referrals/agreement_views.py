"""The pages of agreements, of the questions put to counsel, and of referrals across a border."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.casework import referral as rules
from jaga.casework.lawful_basis import PURPOSES, QUESTIONS
from jaga.errors import JagaError
from jaga_web import access
from jaga_web.people.requests import SignedInRequest
from jaga_web.referrals import abroad_actions, agreement_actions, queries, reading, words
from jaga_web.referrals.abroad_actions import Crossing
from jaga_web.referrals.models import Agreement

POST = ("POST",)
READ_AND_SEND = ("GET", "HEAD", "POST")


@access.page(access.REFERRALS_SEND)
def listing(request: SignedInRequest) -> HttpResponse:
    """The agreements of this organisation."""
    content = {
        "agreements": queries.agreements(request.user),
        "may_draft": request.user.may(access.CASES_APPROVE),
    }
    return render(request, "referrals/agreements.html", content)


@access.page(access.CASES_APPROVE, methods=READ_AND_SEND)
def new(request: SignedInRequest) -> HttpResponse:
    """Draft an agreement."""
    error = ""
    if request.method == "POST":
        try:
            terms = reading.terms(request.user, request.POST)
            made = agreement_actions.draft_agreement(terms=terms, by=request.user)
        except JagaError as refused:
            error = words.say(refused.text)
        else:
            messages.success(request, _("Perjanjian tersusun. Tanda tangani, lalu mitra."))
            return redirect("referrals:agreement", made.pk)
    content = {
        "partners": queries.partners(request.user),
        "purposes": words.choices(PURPOSES),
        "parts": words.choices(rules.PARTNER_AS),
        "fields": [(code, words.say(one.words), one.kind) for code, one in rules.FIELDS.items()],
        "typed": request.POST,
        "typed_fields": request.POST.getlist("fields"),
        "error": error,
    }
    return render(request, "referrals/agreement_new.html", content, status=400 if error else 200)


@access.page(access.REFERRALS_SEND)
def page_of(request: SignedInRequest, number: int) -> HttpResponse:
    """One agreement."""
    return _draw(request, _agreement(request, number))


@access.page(access.CASES_APPROVE, methods=POST)
def sign(request: SignedInRequest, number: int) -> HttpResponse:
    """Sign for our organisation."""
    found = _agreement(request, number)
    return _do(
        request,
        found,
        lambda: agreement_actions.sign(agreement=found, by=request.user),
        _("Perjanjian ditandatangani. Mitra kini dapat membacanya."),
    )


@access.page(access.CASES_APPROVE, methods=POST)
def end(request: SignedInRequest, number: int) -> HttpResponse:
    """End it before its day."""
    found = _agreement(request, number)
    return _do(
        request,
        found,
        lambda: agreement_actions.end(agreement=found, by=request.user),
        _("Perjanjian diakhiri. Rujukan di bawahnya tertutup bagi mitra."),
    )


@access.page(access.LEGAL_KEEP)
def questions(request: SignedInRequest) -> HttpResponse:
    """The questions the law leaves open, each with what counsel answered."""
    return _draw_questions(request)


@access.page(access.LEGAL_KEEP, methods=POST)
def answer(request: SignedInRequest) -> HttpResponse:
    """Record counsel's answer."""
    posted = request.POST
    question = posted.get("question", "")
    try:
        agreement_actions.record_counsel(
            question=question,
            decision=posted.get("decision", ""),
            counsel=posted.get("counsel", ""),
            decided_on=reading.day(posted, "decided_on"),
            review_on=reading.day(posted, "review_on"),
            by=request.user,
        )
    except JagaError as refused:
        return _draw_questions(request, about=question, error=words.say(refused.text))
    messages.success(request, _("Keputusan penasihat hukum tercatat."))
    return redirect("referrals:questions")


@access.page(access.REFERRALS_SEND, methods=READ_AND_SEND)
def abroad(request: SignedInRequest, case: int) -> HttpResponse:
    """Write down a referral across a border."""
    found = get_object_or_404(queries.held(request.user), pk=case)
    posted, error = request.POST, ""
    consents = list(queries.valid_consents(found, "referral", None))
    if request.method == "POST":
        chosen = {str(one.pk): one for one in consents}.get(posted.get("consent", ""))
        names = ("direction", "organisation_name", "channel", "note")
        crossing = Crossing(
            country=posted.get("country", "").strip().upper(),
            **{name: posted.get(name, "") for name in names},
        )
        try:
            abroad_actions.note_abroad(
                case=found, crossing=crossing, consent=chosen, by=request.user
            )
        except JagaError as refused:
            error = words.say(refused.text)
        else:
            messages.success(request, _("Rujukan lintas negara tercatat. Jaga tidak mengirimnya."))
            return redirect("referrals:abroad", found.pk)
    content = {
        "case": found,
        "consents": consents,
        "rows": [(row, _next(row.state)) for row in queries.abroad_of(request.user, found)],
        "directions": words.choices(rules.DIRECTIONS),
        "typed": posted,
        "error": error,
    }
    return render(request, "referrals/abroad.html", content, status=400 if error else 200)


@access.page(access.REFERRALS_SEND, methods=POST)
def move_abroad(request: SignedInRequest, number: int) -> HttpResponse:
    """Note how it went on."""
    row = get_object_or_404(queries.abroad(request.user), pk=number)
    try:
        abroad_actions.move_abroad(row=row, state=request.POST.get("state", ""), by=request.user)
    except JagaError as refused:
        messages.error(request, words.say(refused.text))
    else:
        messages.success(request, _("Kelanjutannya tercatat."))
    return redirect("referrals:abroad", row.case_id)


def _next(state: str) -> list[tuple[str, str]]:
    return [(code, words.of_code("abroad", code)) for code in abroad_actions.NEXT.get(state, ())]


def _draw_questions(request: SignedInRequest, *, about: str = "", error: str = "") -> HttpResponse:
    counsel = queries.counsel(request.user)
    content = {
        "questions": [(one, counsel.get(code)) for code, one in QUESTIONS.items()],
        "about": about,
        "error": error,
        "typed": request.POST,
    }
    return render(request, "referrals/questions.html", content, status=400 if error else 200)


def _do(
    request: SignedInRequest, found: Agreement, act: Callable[[], Any], done: str
) -> HttpResponse:
    try:
        act()
    except JagaError as refused:
        return _draw(request, found, error=words.say(refused.text))
    messages.success(request, done)
    return redirect("referrals:agreement", found.pk)


def _draw(request: SignedInRequest, found: Agreement, *, error: str = "") -> HttpResponse:
    content = {
        "agreement": found,
        "theirs": False,
        "may_sign": request.user.may(access.CASES_APPROVE),
        "error": error,
    }
    return render(request, "referrals/agreement.html", content, status=400 if error else 200)


def _agreement(request: SignedInRequest, number: int) -> Agreement:
    return get_object_or_404(queries.agreements(request.user), pk=number)
