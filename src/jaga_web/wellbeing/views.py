"""The pages of wellbeing: thin functions from a request to an action and an answer."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from jaga.casework import exposure, staff_figures, supervision
from jaga.errors import JagaError
from jaga_web import access
from jaga_web.people.queries import colleague
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language
from jaga_web.wellbeing import actions, prompts, queries, supervision_actions
from jaga_web.wellbeing.models import Policy
from jaga_web.wellbeing.permissions import check_reads_what_is_heavy, check_supervises

POST = ("POST",)
READ_AND_SEND = ("GET", "HEAD", "POST")


@access.page()
def own(request: SignedInRequest) -> HttpResponse:
    """My exposure, my breaks, my supervision, and where help is. Nobody else opens this."""
    user = request.user
    check_reads_what_is_heavy(user)
    content = {
        "week": queries.week_of(user),
        "prompt": prompts.of(user),
        "ledger": queries.ledger(user),
        "breaks": queries.breaks(user),
        "debriefs": queries.debriefs(user),
        "talks": queries.talks_with(user),
        "shares": queries.shares(user),
        "seen": queries.seen_by_supervisor(user),
        "chosen": queries.chosen_by(user.organisation_id),
        "bounds": exposure.BOUNDS.values(),
        "weights": exposure.WEIGHTS.items(),
        "help": supervision.HELP,
    }
    return render(request, "wellbeing/own.html", content)


@access.page()
def rest(request: SignedInRequest) -> HttpResponse:
    """Where pages of cases lead while they wait for the end of a break."""
    check_reads_what_is_heavy(request.user)
    content = {"prompt": prompts.of(request.user), "back": _back(request)}
    return render(request, "wellbeing/rest.html", content)


@access.page(methods=POST)
def take_break(request: SignedInRequest) -> HttpResponse:
    """Begin a break."""
    check_reads_what_is_heavy(request.user)
    return _do(
        request,
        lambda: actions.take_break(by=request.user),
        _("Jeda dimulai. Tinggalkan layar sebentar."),
    )


@access.page(methods=POST)
def dismiss_break(request: SignedInRequest) -> HttpResponse:
    """Put a break off, with a reason."""
    check_reads_what_is_heavy(request.user)
    reason = request.POST.get("reason", "")
    return _do(
        request,
        lambda: actions.dismiss_break(by=request.user, reason=reason),
        _("Baik. Jaga diam dulu setengah jam."),
    )


@access.page(methods=POST)
def share(request: SignedInRequest) -> HttpResponse:
    """Let the supervisor see the level, or no longer."""
    check_reads_what_is_heavy(request.user)
    shares = request.POST.get("shares") == "1"
    done = _("Penyelia melihat tingkat Anda.") if shares else _("Penyelia tidak lagi melihatnya.")
    return _do(request, lambda: actions.share_level(by=request.user, shares=shares), done)


@access.page(methods=POST)
def note_event(request: SignedInRequest) -> HttpResponse:
    """Something heavy happened to me."""
    check_reads_what_is_heavy(request.user)
    code = request.POST.get("code", "")
    return _do(
        request,
        lambda: actions.note_own_event(by=request.user, code=code),
        _("Dicatat untuk Anda sendiri. Carilah seseorang untuk bicara."),
    )


@access.page(methods=POST)
def answer_event(request: SignedInRequest, number: int) -> HttpResponse:
    """Say what became of the talk."""
    check_reads_what_is_heavy(request.user)
    event = get_object_or_404(queries.debriefs(request.user), pk=number)
    answer = request.POST.get("answer", "")
    return _do(
        request,
        lambda: actions.answer_debrief(by=request.user, event=event, answer=answer),
        _("Terima kasih. Pengingat ini selesai."),
    )


@access.page(access.WELLBEING_VIEW)
def summary(request: SignedInRequest) -> HttpResponse:
    """The organisation's finished months, never about fewer than five people."""
    content = {
        "months": queries.summary(request.user),
        "least": exposure.BOUNDS["least_staff"].value,
        "withheld": staff_figures.WITHHELD,
        "supervises": request.user.may(access.SUPERVISION_KEEP),
    }
    return render(request, "wellbeing/summary.html", content)


@access.page(access.SUPERVISION_KEEP)
def team(request: SignedInRequest) -> HttpResponse:
    """Whom one supervises."""
    return render(request, "wellbeing/team.html", {"team": queries.team(request.user)})


@access.page(access.SUPERVISION_KEEP)
def person(request: SignedInRequest, number: int) -> HttpResponse:
    """One colleague: a level if it may be seen, and one's own talks with them."""
    return _draw_person(request, number)


@access.page(access.SUPERVISION_KEEP, methods=POST)
def note_supervision(request: SignedInRequest, number: int) -> HttpResponse:
    """Write that the two have talked."""
    sent = request.POST
    return _for_person(
        request,
        number,
        lambda who: supervision_actions.note_supervision(
            by=request.user,
            person=who,
            on=_date(sent.get("on", "")),
            topic=sent.get("topic", ""),
            next_step=sent.get("next_step", ""),
            note=sent.get("note", ""),
        ),
        _("Supervisi dicatat. Anda berdua dapat membacanya."),
    )


@access.page(access.SUPERVISION_KEEP, methods=POST)
def ask_for_debrief(request: SignedInRequest, number: int) -> HttpResponse:
    """Remind a colleague that they may talk."""
    code = request.POST.get("code", "")
    return _for_person(
        request,
        number,
        lambda who: supervision_actions.ask_for_debrief(by=request.user, person=who, code=code),
        _("Pengingat dikirim ke halaman orang itu."),
    )


@access.page(access.SUPERVISION_KEEP, methods=READ_AND_SEND)
def policy(request: SignedInRequest) -> HttpResponse:
    """The numbers of one's organisation."""
    error = ""
    if request.method == "POST":
        numbers = {name: _number(request, name) for name in supervision_actions.ALLOWED}
        try:
            mode = request.POST.get("mode", "")
            supervision_actions.set_policy(by=request.user, mode=mode, **numbers)
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Pengaturan disimpan."))
            return redirect("wellbeing:policy")
    content = {
        "chosen": queries.chosen_by(request.user.organisation_id),
        "modes": Policy.MODES,
        "allowed": supervision_actions.ALLOWED,
        "error": error,
        "typed": request.POST,
    }
    return render(request, "wellbeing/policy.html", content, status=400 if error else 200)


def _do(request: SignedInRequest, act: Callable[[], Any], done: str) -> HttpResponse:
    """Back to where the form stood, with the outcome said there."""
    try:
        act()
        messages.success(request, done)
    except JagaError as refused:
        messages.error(request, refused.say(reader_language()))
    return redirect(_back(request))


def _for_person(
    request: SignedInRequest, number: int, act: Callable[[Any], Any], done: str
) -> HttpResponse:
    try:
        act(colleague(request.user, number))
    except JagaError as refused:
        return _draw_person(request, number, error=refused.say(reader_language()))
    messages.success(request, done)
    return redirect("wellbeing:person", number)


def _draw_person(request: SignedInRequest, number: int, error: str = "") -> HttpResponse:
    who = colleague(request.user, number)
    check_supervises(request.user, who)
    content = {
        "who": who,
        "seen": queries.seen_by_supervisor(who),
        "talks": queries.talks_between(request.user, who),
        "today": queries.today(),
        "oldest": supervision.OLDEST_DAYS,
        "error": error,
        "typed": request.POST,
    }
    return render(request, "wellbeing/person.html", content, status=400 if error else 200)


def _back(request: SignedInRequest) -> str:
    """The page to go back to, if it is one of ours; else one's own page."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if ours and wanted.startswith("/") else "wellbeing:own"


def _date(text: str) -> date:
    """A day, or the first of all days, which no rule accepts."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min


def _number(request: SignedInRequest, name: str) -> int:
    """A whole number, or one that no rule accepts."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
