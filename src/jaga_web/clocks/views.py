"""The clock pages: thin functions from a request to an action and an answer."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jaga.casework.deadline_rows import DEADLINES, PAUSE_REASONS
from jaga.errors import BadInput, JagaError
from jaga.words import Text
from jaga_web import access
from jaga_web.clocks import actions, permissions, queries, subjects, typed, words
from jaga_web.clocks.models import Clock
from jaga_web.people.models import User
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

CLOCKS_PER_PAGE = 25
POST = ("POST",)


@access.page(access.CASES_VIEW)
def listing(request: SignedInRequest) -> HttpResponse:
    """The clocks this person may see, due soonest first; those that ended on request."""
    ended = request.GET.get("state") == "ended"
    rows = queries.ended(request.user) if ended else queries.due(request.user)
    found = Paginator(rows, CLOCKS_PER_PAGE).get_page(request.GET.get("page"))
    content = {
        "found": found,
        "ended": ended,
        "names": subjects.known(request.user, (clock.subject for clock in found)),
        "sees_all": permissions.leads(request.user),
        "may_set": request.user.may(access.CASES_ASSIGN),
        "may_keep_breaches": request.user.may(access.BREACH_KEEP),
    }
    return render(request, "clocks/list.html", content)


@access.page(access.CASES_VIEW)
def page_of(request: SignedInRequest, number: int) -> HttpResponse:
    """One clock: its law, its time, its pauses, and what can be done with it."""
    return _draw(request, _clock(request, number))


@access.page(access.CASES_VIEW, methods=POST)
def finish(request: SignedInRequest, number: int) -> HttpResponse:
    """End a clock with its evidence."""
    clock, typed_words = _clock(request, number), request.POST.get("evidence", "")
    return _do(
        request,
        clock,
        "finish",
        lambda: actions.finish(clock=clock, evidence=typed_words, by=request.user),
        _("Tenggat selesai dan buktinya tercatat."),
    )


@access.page(access.CASES_VIEW, methods=POST)
def pause(request: SignedInRequest, number: int) -> HttpResponse:
    """Let a clock stand still for a reason."""
    clock, reason = _clock(request, number), request.POST.get("reason", "")
    note = request.POST.get("note", "")
    return _do(
        request,
        clock,
        "pause",
        lambda: actions.pause(clock=clock, reason=reason, note=note, by=request.user),
        _("Tenggat dijeda."),
    )


@access.page(access.CASES_VIEW, methods=POST)
def resume(request: SignedInRequest, number: int) -> HttpResponse:
    """Let a paused clock run on."""
    clock = _clock(request, number)
    return _do(
        request,
        clock,
        "pause",
        lambda: actions.resume(clock=clock, by=request.user),
        _("Tenggat berjalan lagi."),
    )


@access.page(access.CASES_VIEW, methods=POST)
def hand(request: SignedInRequest, number: int) -> HttpResponse:
    """Give a clock another owner."""
    clock = _clock(request, number)
    return _do(
        request,
        clock,
        "hand",
        lambda: actions.hand_to(clock=clock, to=_colleague(request), by=request.user),
        _("Tenggat diserahkan."),
    )


@access.page(access.CASES_VIEW, methods=POST)
def escalate(request: SignedInRequest, number: int) -> HttpResponse:
    """Bring a clock before a colleague."""
    clock = _clock(request, number)
    return _do(
        request,
        clock,
        "hand",
        lambda: actions.escalate(clock=clock, to=_colleague(request), by=request.user),
        _("Tenggat dibawa kepada rekan; ia melihatnya pada daftarnya."),
    )


@access.page(access.CASES_ASSIGN, methods=("GET", "HEAD", "POST"))
def standards(request: SignedInRequest) -> HttpResponse:
    """The organisation's own lengths of service deadlines; a law's are shown, not changed."""
    error = ""
    if request.method == "POST":
        try:
            length = typed.whole(request.POST.get("length", ""))
            rule = request.POST.get("rule", "")
            actions.set_standard(rule=rule, length=length, by=request.user)
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Lama tenggat tersimpan; yang sedang berjalan tetap."))
            return redirect("clocks:standards")
    own = queries.standards(request.user)
    rows = [{"row": row, "own": own.get(rule)} for rule, row in DEADLINES.items()]
    content = {"rows": rows, "error": error}
    return render(request, "clocks/standards.html", content, status=400 if error else 200)


def _do(
    request: SignedInRequest, clock: Clock, form: str, act: Callable[[], Any], done: str
) -> HttpResponse:
    try:
        act()
    except JagaError as refused:
        error = {"form": form, "words": refused.say(reader_language())}
        return _draw(request, clock, error=error)
    messages.success(request, done)
    if queries.find(request.user, clock.pk):
        return redirect("clocks:page", clock.pk)
    return redirect("clocks:list")


def _draw(
    request: SignedInRequest, clock: Clock, *, error: dict[str, str] | None = None
) -> HttpResponse:
    user, row = request.user, clock.deadline
    language = reader_language()
    content = {
        "clock": clock,
        "row": row,
        "subject": subjects.known(user, [clock.subject]).get(clock.subject),
        "reasons": [(code, PAUSE_REASONS[code].say(language)) for code in row.pauses],
        "paused": words.paused(clock),
        "may_change": permissions.may_change(user, clock) and clock.ended_at is None,
        "colleagues": queries.colleagues(user),
        "error": error,
        "typed": request.POST if error else {},
    }
    return render(request, "clocks/page.html", content, status=400 if error else 200)


def _clock(request: SignedInRequest, number: int) -> Clock:
    clock = queries.find(request.user, number)
    if clock is None:
        raise Http404
    return clock


def _colleague(request: SignedInRequest) -> User:
    people = {str(one.pk): one for one in queries.colleagues(request.user)}
    try:
        return people[request.POST.get("to", "")]
    except KeyError:
        raise BadInput(
            Text("Pilih rekan dari daftar.", "Choose a colleague from the list.")
        ) from None
