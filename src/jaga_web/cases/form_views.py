"""The forms of a case: sections with versions, single records, and who the child is."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jaga.casework import forms
from jaga.errors import JagaError
from jaga_web import access
from jaga_web.cases import actions, answering, drawing, entry_actions, queries, work_actions
from jaga_web.cases.entry_actions import Clash
from jaga_web.cases.models import Case
from jaga_web.cases.permissions import sections_seen, sections_written
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

BOTH = ("GET", "HEAD", "POST")
# One record each: what adds it.
ADDING: dict[str, Callable[..., Any]] = {
    "risk": work_actions.judge_risk,
    "goal": work_actions.add_goal,
    "service": work_actions.add_service,
    "follow_up": work_actions.follow_up,
    "conference": work_actions.confer,
}


@access.page(access.CASES_VIEW, methods=BOTH)
def section(request: SignedInRequest, number: int, section: str) -> HttpResponse:
    """The questions of a section; after two people changed one answer, the choice between them."""
    case = _writable(request, number, section)
    if forms.SECTIONS[section].kind == "event":
        raise Http404
    if section == "identity" and not _may_open_identity(request, case):
        return redirect("cases:identity", case.pk)
    if request.method != "POST":
        return _form(request, case, section)
    deciding = "deciding" in request.POST
    values = (drawing.decided if deciding else drawing.read)(section, request.POST)
    try:
        saved = entry_actions.save_section(
            case=case,
            section=section,
            values=values,
            drawn=drawing.versions(section, request.POST),
            by=request.user,
        )
    except JagaError as refused:
        return _form(request, case, section, values, refused.say(reader_language()))
    if saved.clashes:
        return _choose(request, case, section, saved.clashes)
    if saved.written:
        messages.success(request, _("Jawaban tersimpan."))
    else:
        messages.info(request, _("Tidak ada yang berubah."))
    if section == "identity":
        return redirect("cases:identity", case.pk)
    return redirect("cases:page", case.pk)


@access.page(access.CASES_VIEW, methods=BOTH)
def add(request: SignedInRequest, number: int, kind: str) -> HttpResponse:
    """One new record: a judgement of risk, a goal, a service, a follow-up, a conference."""
    if kind not in ADDING:
        raise Http404
    case = _writable(request, number, kind)
    return _record(
        request, case, kind, lambda values: ADDING[kind](case=case, values=values, by=request.user)
    )


@access.page(access.CASES_VIEW, methods=BOTH)
def service_state(request: SignedInRequest, number: int, service: int) -> HttpResponse:
    """How a service stands."""
    case = answering.found(request, number)
    one = queries.service(request.user, case, service)
    if one is None:
        raise Http404
    before = {"state": one.state, "explanation": one.explanation or ""}
    return _record(
        request,
        case,
        "service_end",
        lambda values: work_actions.end_service(service=one, values=values, by=request.user),
        before,
    )


@access.page(access.CASES_VIEW, methods=BOTH)
def goal_state(request: SignedInRequest, number: int, goal: int) -> HttpResponse:
    """How a goal stands."""
    case = _writable(request, number, "goal_end")
    one = queries.goal(request.user, case, goal)
    if one is None:
        raise Http404
    return _record(
        request,
        case,
        "goal_end",
        lambda values: work_actions.end_goal(goal=one, values=values, by=request.user),
        {"state": one.state},
    )


@access.page(access.CASES_VIEW, methods=BOTH)
def identity(request: SignedInRequest, number: int) -> HttpResponse:
    """Who the child is, after a reason was given: once a day for each person."""
    case = answering.found(request, number)
    if "identity" not in sections_seen(request.user, case):
        raise Http404
    error = ""
    if request.method == "POST":
        try:
            entry_actions.look_at_identity(
                case=case,
                reason_code=request.POST.get("reason_code", ""),
                reason=request.POST.get("reason", ""),
                by=request.user,
            )
            return redirect("cases:identity", case.pk)
        except JagaError as refused:
            error = refused.say(reader_language())
    looked = _may_open_identity(request, case)
    content = {
        "case": case,
        "looked": looked,
        "fields": drawing.entry_fields(case, "identity") if looked else [],
        "there": queries.has_identity(case),
        "may_write": "identity" in sections_written(request.user, case),
        "reasons": forms.choices("look_reason"),
        "error": error,
        "typed": request.POST if error else {},
    }
    return render(request, "cases/identity.html", content, status=400 if error else 200)


def _may_open_identity(request: SignedInRequest, case: Case) -> bool:
    """With a reason of today; where nothing was written yet there is nothing to look at."""
    return queries.looked_today(request.user, case) or not queries.has_identity(case)


def _writable(request: SignedInRequest, number: int, section: str) -> Case:
    """The case, where this person writes in the section. Other sections do not exist for them."""
    case = answering.found(request, number)
    if section not in sections_written(request.user, case):
        raise Http404
    actions.note_read(case=case, by=request.user)
    return case


def _record(
    request: SignedInRequest,
    case: Case,
    kind: str,
    act: Callable[[Mapping[str, str]], Any],
    before: Mapping[str, str] | None = None,
) -> HttpResponse:
    values, error = dict(before or {}), ""
    if request.method == "POST":
        values = {q.name: drawing.one(q, request.POST) for q in forms.questions(kind)}
        try:
            act(values)
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Tersimpan."))
            return redirect("cases:page", case.pk)
    lists = drawing.open_lists(request.user, case)
    fields = drawing.event_fields(kind, values, lists)
    return _draw(request, case, kind, fields, error)


def _form(
    request: SignedInRequest,
    case: Case,
    section: str,
    typed: Mapping[str, str] | None = None,
    error: str = "",
) -> HttpResponse:
    return _draw(request, case, section, drawing.entry_fields(case, section, typed), error)


def _draw(
    request: SignedInRequest, case: Case, section: str, fields: list[drawing.Field], error: str
) -> HttpResponse:
    content = {
        "case": case,
        "section": forms.SECTIONS[section],
        "fields": fields,
        "error": error,
        "slots": answering.slots(),
    }
    return render(request, "cases/form.html", content, status=400 if error else 200)


def _choose(
    request: SignedInRequest, case: Case, section: str, clashes: tuple[Clash, ...]
) -> HttpResponse:
    """Both values of each answer that two people changed, for the second one to decide."""
    pairs = [
        {
            "theirs": clash.theirs,
            "theirs_said": drawing.in_words(clash.asked, clash.theirs.value),
            "mine": clash.mine,
            "mine_said": drawing.in_words(clash.asked, clash.mine),
            "field": drawing.Field(
                clash.asked,
                clash.mine,
                clash.theirs.version,
                forms.choices(clash.asked.choices) if clash.asked.choices else {},
            ),
        }
        for clash in clashes
    ]
    content = {"case": case, "section": forms.SECTIONS[section], "pairs": pairs}
    return render(request, "cases/clash.html", content, status=409)
