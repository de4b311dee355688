"""Pages of complaints about how police or a service treated a child."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.casework.complaints import next_steps
from jaga.errors import JagaError
from jaga_web import access
from jaga_web.clocks.queries import of_subject
from jaga_web.intake import complaint_actions as actions
from jaga_web.intake import record_queries, words
from jaga_web.intake.models import Complaint
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

PER_PAGE = 25
POST = ("POST",)
BOTH = ("GET", "HEAD", "POST")


@access.page(access.COMPLAINTS_KEEP)
def listing(request: SignedInRequest) -> HttpResponse:
    """The complaints, with their states and how long they wait."""
    state = request.GET.get("state", "")
    rows = record_queries.complaints(request.user)
    rows = rows.filter(state=state) if state else rows
    found = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    content = {"found": found, "state": state, "states": words.options("complaint_state")}
    return render(request, "intake/complaints.html", content)


@access.page(access.COMPLAINTS_KEEP, methods=BOTH)
def add(request: SignedInRequest) -> HttpResponse:
    """Take in one complaint."""
    error = ""
    given = request.POST
    if request.method == "POST":
        try:
            complaint = actions.take_in(
                values=given.dict(),
                treatments=given.getlist("treatments"),
                remedies=given.getlist("remedies"),
                by=request.user,
            )
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Aduan dicatat. Batas tiga hari kerja mulai berjalan."))
            return redirect("intake:complaint", complaint.pk)
    content = {
        "typed": given,
        "chosen": given.getlist("treatments") + given.getlist("remedies"),
        "doors": list(actions.DOORS.items()),
        "services": words.options("service"),
        "treatments": words.options("treatment"),
        "remedies": words.options("remedy"),
        "provinces": words.options("province"),
        "error": error,
    }
    return render(request, "intake/complaint_new.html", content, status=400 if error else 200)


@access.page(access.COMPLAINTS_KEEP)
def page_of(request: SignedInRequest, number: int) -> HttpResponse:
    """One complaint: what was said, what was done, what can be done next."""
    return _draw(request, _complaint(request, number))


@access.page(access.COMPLAINTS_KEEP, methods=POST)
def move(request: SignedInRequest, number: int) -> HttpResponse:
    """The next step, with its reason."""
    complaint = _complaint(request, number)
    target, reason = request.POST.get("target", ""), request.POST.get("reason", "")
    return _do(
        request, complaint, "move",
        lambda: actions.move(
            complaint=complaint, target=target, reason=reason, by=request.user
        ),
        _("Langkah dicatat."),
    )  # fmt: skip


@access.page(access.COMPLAINTS_KEEP, methods=POST)
def tell(request: SignedInRequest, number: int) -> HttpResponse:
    """Whoever complained was told how it stands."""
    complaint = _complaint(request, number)
    what = request.POST.get("what", "")
    return _do(
        request, complaint, "tell",
        lambda: actions.tell(complaint=complaint, what=what, by=request.user),
        _("Kabar kepada pengadu dicatat."),
    )  # fmt: skip


def _do(
    request: SignedInRequest, complaint: Complaint, form: str, act: Callable[[], Any], done: str
) -> HttpResponse:
    try:
        act()
    except JagaError as refused:
        complaint.refresh_from_db()
        return _draw(
            request, complaint, error={"form": form, "words": refused.say(reader_language())}
        )
    messages.success(request, done)
    return redirect("intake:complaint", complaint.pk)


def _draw(
    request: SignedInRequest, complaint: Complaint, *, error: dict[str, str] | None = None
) -> HttpResponse:
    actions.note_read(complaint=complaint, by=request.user)
    clocks = of_subject(request.user, f"complaint:{complaint.pk}")
    content = {
        "complaint": complaint,
        "steps": [(step, step.asks.say(reader_language())) for step in next_steps(complaint.state)],
        "clocks": clocks,
        "told": all(clock.ended_at for clock in clocks),
        "error": error,
        "typed": request.POST if error else {},
    }
    return render(request, "intake/complaint.html", content, status=400 if error else 200)


def _complaint(request: SignedInRequest, number: int) -> Complaint:
    return get_object_or_404(record_queries.complaints(request.user), pk=number)
