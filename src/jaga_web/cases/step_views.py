"""Steps, approvals, conflicts of interest, who looked, and opening a case by hand."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jaga.casework import forms
from jaga.errors import JagaError
from jaga_web import access
from jaga_web.cases import actions, answering, conflict_actions, queries, step_actions
from jaga_web.cases.models import Approval, Case
from jaga_web.cases.permissions import sections_seen
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

POST = ("POST",)
BOTH = ("GET", "HEAD", "POST")
# What a case that nobody reported through the channel may begin with.
DOORS = ("direct", "referral")
OPENING = ("age_band", "sex", "region")


@access.page(access.CASES_OPEN, methods=BOTH)
def new(request: SignedInRequest) -> HttpResponse:
    """Open a case for a child who came directly or was referred."""
    error = ""
    if request.method == "POST":
        coded = {name: request.POST.get(name, "") for name in OPENING}
        try:
            case = actions.open_by_hand(
                source=request.POST.get("source", ""), coded=coded, by=request.user
            )
            return redirect("cases:page", case.pk)
        except JagaError as refused:
            error = refused.say(reader_language())
    questions = [forms.question("registration", name) for name in OPENING]
    content = {
        "questions": [
            (one, forms.choices(one.choices), request.POST.get(one.name, "")) for one in questions
        ],
        "doors": [pair for pair in Case.SOURCES if pair[0] in DOORS],
        "error": error,
    }
    return render(request, "cases/new.html", content, status=400 if error else 200)


@access.page(access.CASES_OWN, methods=POST)
def move(request: SignedInRequest, number: int) -> HttpResponse:
    """On to the next step, back, or open again."""
    case = answering.found(request, number)
    return answering.do(
        request,
        case,
        "move",
        lambda: step_actions.move(
            case=case,
            after=request.POST.get("after", ""),
            reason=request.POST.get("reason", ""),
            reason_code=request.POST.get("reason_code", ""),
            by=request.user,
        ),
        _("Kasus berpindah langkah."),
    )


@access.page(access.CASES_OWN, methods=POST)
def ask_plan(request: SignedInRequest, number: int) -> HttpResponse:
    """Put the plan before another person."""
    case = answering.found(request, number)
    return answering.do(
        request,
        case,
        "move",
        lambda: step_actions.ask_plan(case=case, by=request.user),
        _("Rencana diajukan. Orang lain yang mengesahkannya."),
    )


@access.page(access.CASES_OWN, methods=POST)
def ask_closure(request: SignedInRequest, number: int) -> HttpResponse:
    """Ask for the closure."""
    case = answering.found(request, number)
    return answering.do(
        request,
        case,
        "closure",
        lambda: step_actions.ask_closure(
            case=case,
            reason_code=request.POST.get("reason_code", ""),
            words=request.POST.get("words", ""),
            by=request.user,
        ),
        _("Penutupan diajukan. Penyelia lain yang mengesahkannya."),
    )


@access.page(access.CASES_APPROVE, methods=POST)
def decide(request: SignedInRequest, number: int, what: str) -> HttpResponse:
    """A second person's answer to a plan or a closure."""
    case = answering.found(request, number)
    approval = queries.open_request(case, what)
    if what not in (Approval.PLAN, Approval.CLOSURE) or approval is None:
        raise Http404
    return answering.do(
        request,
        case,
        "decide",
        lambda: step_actions.decide(
            approval=approval,
            answer=request.POST.get("answer", ""),
            note=request.POST.get("note", ""),
            by=request.user,
        ),
        _("Keputusan tercatat."),
    )


@access.page(access.CASES_VIEW, methods=POST)
def declare(request: SignedInRequest, number: int) -> HttpResponse:
    """Record a conflict of interest: one's own, or a colleague's by a supervisor."""
    case = answering.found(request, number)
    people = {str(one.pk): one for one in queries.staff_for(request.user, case)}
    person = people.get(request.POST.get("person", ""), request.user)
    return answering.do(
        request,
        case,
        "conflict",
        lambda: conflict_actions.declare(
            case=case,
            person=person,
            reason_code=request.POST.get("reason_code", ""),
            by=request.user,
        ),
        _("Benturan kepentingan tercatat."),
    )


@access.page(access.CASES_ASSIGN, methods=POST)
def end_conflict(request: SignedInRequest, number: int, conflict: int) -> HttpResponse:
    """End somebody's conflict of interest."""
    case = answering.found(request, number)
    one = case.conflicts.filter(pk=conflict).first()
    if one is None:
        raise Http404
    return answering.do(
        request,
        case,
        "conflict",
        lambda: conflict_actions.end(conflict=one, by=request.user),
        _("Benturan kepentingan diakhiri."),
    )


@access.page(access.CASES_VIEW)
def looks(request: SignedInRequest, number: int) -> HttpResponse:
    """Who looked at this file, in words the child can read; made for printing."""
    case = answering.found(request, number)
    if "identity" not in sections_seen(request.user, case):
        raise Http404
    actions.note_read(case=case, by=request.user)
    found = [
        (look, forms.words("look_reason", look.reason_code) if look.reason_code else None)
        for look in queries.looks(request.user, case)
    ]
    return render(request, "cases/looks.html", {"case": case, "looks": found})
