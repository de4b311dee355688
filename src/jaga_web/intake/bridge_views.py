"""Pages of the bridge: the child's yes, the supervisor's ground, the talk from the case's side."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga_web import access
from jaga_web.cases.models import Case
from jaga_web.cases.queries import visible as visible_cases
from jaga_web.intake import bridge_actions as actions
from jaga_web.intake import case_page, link_actions
from jaga_web.intake.bridge_queries import of_case
from jaga_web.intake.views import do, draw, found
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language
from jaga_web.wellbeing.actions import note_exposure

POST = ("POST",)


@access.page(access.REPORTS_ANSWER, methods=POST)
def agree(request: SignedInRequest, number: int) -> HttpResponse:
    """The child, who spoke to a person, says yes to a case."""
    one = found(request, number)
    how = request.POST.get("how", "")
    return do(
        request, one, "agree",
        lambda: actions.note_agreement(report=one, how=how, by=request.user),
        _("Persetujuan anak dicatat."),
    )  # fmt: skip


@access.page(access.REPORTS_ANSWER, methods=POST)
def withdraw(request: SignedInRequest, number: int) -> HttpResponse:
    """The child takes the yes back."""
    one = found(request, number)
    return do(
        request, one, "agree",
        lambda: actions.withdraw_agreement(report=one, by=request.user),
        _("Persetujuan ditarik kembali."),
    )  # fmt: skip


@access.page(access.REPORTS_ANSWER, methods=POST)
def bridge(request: SignedInRequest, number: int) -> HttpResponse:
    """Open the case a report becomes."""
    one = found(request, number)
    ground, reason = request.POST.get("ground", ""), request.POST.get("reason", "")
    try:
        case = actions.bridge(report=one, ground=ground, reason=reason, by=request.user)
    except JagaError as refused:
        return draw(request, one, error={"form": "bridge", "words": refused.say(reader_language())})
    messages.success(request, _("Kasus %(number)s dibuka.") % {"number": case.number})
    if visible_cases(request.user).filter(pk=case.pk).exists():
        return redirect("cases:page", case.pk)
    return redirect("intake:inbox")


@access.page(access.REPORTS_VIEW, methods=POST)
def ask_from_report(request: SignedInRequest, number: int) -> HttpResponse:
    """Ask which case this report became."""
    one = found(request, number)
    why = request.POST.get("why", "")
    return do(
        request, one, "ask",
        lambda: link_actions.ask_from_report(report=one, why=why, by=request.user),
        _("Permintaan dikirim kepada penjaga identitas."),
    )  # fmt: skip


@access.page(access.CASES_OWN)
def conversation(request: SignedInRequest, number: int) -> HttpResponse:
    """The talk with whoever reported, from the case's side."""
    return _draw_case(request, _case(request, number))


@access.page(access.CASES_OWN, methods=POST)
def answer_from_case(request: SignedInRequest, number: int) -> HttpResponse:
    """An answer from the case; no code and no number of a report comes into it."""
    case = _case(request, number)
    try:
        actions.answer_from_case(case=case, body=request.POST.get("body", ""), by=request.user)
    except JagaError as refused:
        return _draw_case(request, case, error=refused.say(reader_language()))
    messages.success(request, _("Jawaban tersimpan. Anak membacanya saat ia kembali."))
    return redirect("intake:conversation", case.pk)


@access.page(access.CASES_OWN, methods=POST)
def ask_from_case(request: SignedInRequest, number: int) -> HttpResponse:
    """Ask to see the report behind this case."""
    case = get_object_or_404(visible_cases(request.user), pk=number)
    try:
        link_actions.ask_from_case(case=case, why=request.POST.get("why", ""), by=request.user)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
    else:
        messages.success(request, _("Permintaan dikirim kepada penjaga identitas."))
    return redirect("cases:page", case.pk)


def _case(request: SignedInRequest, number: int) -> Case:
    """A case that came over a bridge, for whoever may carry it."""
    case = get_object_or_404(visible_cases(request.user), pk=number)
    if of_case(case) is None:
        raise Http404
    return case


def _draw_case(request: SignedInRequest, case: Case, *, error: str = "") -> HttpResponse:
    actions.note_conversation_read(case=case, by=request.user)
    note_exposure(by=request.user, subject=f"case:{case.pk}", weight="medium")
    content: dict[str, Any] = case_page.conversation(case, request.user)
    content |= {"error": error, "typed": request.POST if error else {}}
    return render(request, "intake/conversation.html", content, status=400 if error else 200)
