"""The pages of consents: asking the table, recording, confirming, taking back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga import consent as watchlist_words
from jaga.casework import lawful_basis
from jaga.casework import referral as rules
from jaga.casework.lawful_basis.facts import LONGEST_DAYS
from jaga.errors import JagaError
from jaga_web import access
from jaga_web.alerts.queries import colleagues
from jaga_web.cases.models import Case
from jaga_web.people.requests import SignedInRequest
from jaga_web.referrals import consent_actions, permissions, queries, reading, words
from jaga_web.referrals.models import Consent

POST = ("POST",)
READ_AND_SEND = ("GET", "HEAD", "POST")


@access.page(access.CASES_OWN, methods=READ_AND_SEND)
def new(request: SignedInRequest, case: int) -> HttpResponse:
    """Ask the table with what is known, then record what was asked of the child.

    The facts travel in the body of a form, never in the address.
    """
    found = get_object_or_404(queries.worked_on(request.user), pk=case)
    posted, error = request.POST, ""
    if posted.get("step") == "record":
        try:
            made = consent_actions.record_consent(
                case=found, asked=reading.asked(request.user, posted), by=request.user
            )
        except JagaError as refused:
            error = words.say(refused.text)
        else:
            messages.success(request, _("Persetujuan tercatat."))
            return redirect("referrals:consent", made.pk)
    return _draw_new(request, found, error)


def _draw_new(request: SignedInRequest, case: Case, error: str) -> HttpResponse:
    posted = request.POST
    decision = None
    if request.method == "POST":
        try:
            facts = {name: posted.get(name, "") for name in reading.FACTS}
            decision = lawful_basis.decide(lawful_basis.Facts(age=case.age_band, **facts))
        except JagaError as refused:
            error = words.say(refused.text)
    content = {
        "case": case,
        "typed": posted,
        "typed_fields": posted.getlist("fields"),
        "facts": _fact_lists(posted),
        "partners": queries.partners(request.user),
        "decision": decision,
        "error": error,
        **(_second_half(request, case) if decision else {}),
    }
    return render(request, "referrals/consent_new.html", content, status=400 if error else 200)


def _fact_lists(posted: Any) -> list[tuple[str, str, list[tuple[str, str]], str]]:
    """Name, question, choices and what was chosen, for each fact people give."""
    lists = {
        "purpose": (_("Untuk apa"), lawful_basis.PURPOSES),
        "capacity": (_("Dapatkah anak memahami pertanyaannya sekarang?"), lawful_basis.CAPACITIES),
        "caregiver": (_("Pengasuhnya"), lawful_basis.CAREGIVERS),
        "assent": (_("Jawaban anak"), lawful_basis.ASSENTS),
        "basis": (_("Dasar yang hendak dipakai"), lawful_basis.BASES),
    }
    return [
        (name, question, words.choices(codes), posted.get(name, ""))
        for name, (question, codes) in lists.items()
    ]


def _second_half(request: SignedInRequest, case: Case) -> dict[str, Any]:
    """What the form asks once the table has answered."""
    posted = request.POST
    purpose, basis = posted.get("purpose", ""), posted.get("basis", "")
    last = queries.today() + timedelta(days=LONGEST_DAYS[basis])
    said = watchlist_words.words_for(consent_actions.YEARS.get(case.age_band, 0))
    answers = posted.getlist("answers")
    questions = consent_actions.questions_for(purpose=purpose, age_band=case.age_band)
    return {
        "sentences": said.sentences if said and purpose == "watchlist" else (),
        "questions": [
            (number, text, answers[number] if number < len(answers) else "")
            for number, text in enumerate(questions)
        ],
        "own_words": answers[0] if answers else "",
        "needs_reason": basis not in lawful_basis.CONSENT_BASES,
        "colleagues": colleagues(request.user, access.CASES_VIEW),
        "fields": [(code, words.say(one.words), one.kind) for code, one in rules.FIELDS.items()],
        "first_day": queries.today(),
        "last_day": last,
        "counsel": queries.counsel(request.user),
    }


@access.page(access.CASES_VIEW)
def page_of(request: SignedInRequest, number: int) -> HttpResponse:
    """One consent."""
    return _draw(request, _consent(request, number))


@access.page(access.CASES_APPROVE, methods=POST)
def confirm(request: SignedInRequest, number: int) -> HttpResponse:
    """A second person confirms."""
    consent = _consent(request, number)
    return _do(
        request,
        consent,
        lambda: consent_actions.confirm_consent(consent=consent, by=request.user),
        _("Dasar hukum disahkan."),
    )


@access.page(access.CASES_VIEW, methods=POST)
def withdraw(request: SignedInRequest, number: int) -> HttpResponse:
    """Take it back."""
    consent = _consent(request, number)
    wanted_by = request.POST.get("wanted_by", "")
    return _do(
        request,
        consent,
        lambda: consent_actions.withdraw_consent(
            consent=consent, wanted_by=wanted_by, by=request.user
        ),
        _("Persetujuan ditarik kembali. Mitra tidak dapat membuka apa pun lagi."),
    )


def _do(
    request: SignedInRequest, consent: Consent, act: Callable[[], Any], done: str
) -> HttpResponse:
    try:
        act()
    except JagaError as refused:
        return _draw(request, consent, error=words.say(refused.text))
    messages.success(request, done)
    return redirect("referrals:consent", consent.pk)


def _draw(request: SignedInRequest, consent: Consent, *, error: str = "") -> HttpResponse:
    row = next((one for one in lawful_basis.ROWS if one.id == consent.rule), None)
    holds = queries.valid_consents(consent.case, consent.purpose, consent.partner)
    content = {
        "consent": consent,
        "row": row,
        "holds": holds.filter(pk=consent.pk).exists(),
        "may_confirm": permissions.may_confirm(request.user, consent),
        "may_refer": consent.purpose == "referral"
        and consent.partner is not None
        and request.user.may(access.REFERRALS_SEND),
        "withdrawers": words.choices(rules.WITHDRAWN_FOR),
        "expired": consent.valid_until < queries.today(),
        "error": error,
    }
    return render(request, "referrals/consent.html", content, status=400 if error else 200)


def _consent(request: SignedInRequest, number: int) -> Consent:
    return get_object_or_404(queries.consents(request.user), pk=number)
