"""The alert pages: thin functions from a request to an action and an answer."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga_web import access
from jaga_web.alerts import actions, export_csv, page, queries, snoozing, taking_in, words
from jaga_web.alerts.models import Alert
from jaga_web.alerts.queries import Wanted
from jaga_web.people.models import User
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

ALERTS_PER_PAGE = 25
POST = ("POST",)


@access.page(access.ALERTS_VIEW)
def queue(request: SignedInRequest) -> HttpResponse:
    """The alerts this person may see, filtered, in order of expected harm."""
    wanted = _wanted(request)
    found = Paginator(queries.queue(request.user, wanted), ALERTS_PER_PAGE).get_page(
        request.GET.get("page")
    )
    counts = queries.state_counts(request.user)
    content = {
        "found": found,
        "wanted": wanted,
        "narrowed": wanted != Wanted(),
        "states": [(code, name, counts.get(code, 0)) for code, name in words.STATES],
        "open_count": sum(counts.get(code, 0) for code in words.OPEN_STATES),
        "all_count": sum(counts.values()),
        "typologies": queries.typologies(request.user),
        "months": queries.months(request.user),
        "roles": words.ROLES,
        "outcomes": words.OUTCOMES,
        "today": queries.today(),
        "may_export": request.user.may(access.ALERTS_EXPORT),
    }
    return render(request, "alerts/queue.html", content)


@access.page(access.ALERTS_VIEW, methods=POST)
def find(request: SignedInRequest) -> HttpResponse:
    """Search by account or alert id. A plain number is keyed first, so no address ever holds it."""
    text = request.POST.get("text", "").strip()[:120]
    if not queries.knows_alert(request.user, text):
        text = taking_in.key_token(text) if any(map(str.isalnum, text)) else ""
    query = urlencode({"text": text, "state": ""}) if text else ""
    return redirect(f"{reverse('alerts:queue')}?{query}")


@access.page(access.ALERTS_EXPORT)
def export(request: SignedInRequest) -> HttpResponse:
    """The queue as a file, with the filters of the page and no personal value."""
    rows = queries.queue(request.user, _wanted(request))
    text = export_csv.queue_as_csv(rows, by=request.user)
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="jaga-antrean.csv"'
    return response


@access.page(access.ALERTS_VIEW)
def page_of(request: SignedInRequest, number: int) -> HttpResponse:
    """One alert with its reasons, evidence, pictures, checklist and forms."""
    return _draw(request, _alert(request.user, number))


@access.page(access.ALERTS_VIEW)
def timeline(request: SignedInRequest, number: int) -> HttpResponse:
    """The timeline picture of one alert, for a narrow or wide and a light or dark screen."""
    alert = _alert(request.user, number)
    actions.note_read(alert=alert, by=request.user)
    narrow, dark = request.GET.get("size") == "narrow", request.GET.get("theme") == "dark"
    drawn = page.timeline(alert, narrow=narrow, dark=dark)
    return HttpResponse(drawn, content_type="image/svg+xml")


@access.page(access.ALERTS_DECIDE, methods=POST)
def assign(request: SignedInRequest, number: int) -> HttpResponse:
    """Give the alert to a colleague, to oneself, or to nobody."""
    alert = _alert(request.user, number)
    to = _colleague(request.user, request.POST.get("to", ""))
    return _do(
        request, alert, "assign",
        lambda: actions.assign(alert=alert, to=to, by=request.user),
        _("Peringatan ini ditugaskan.") if to else _("Peringatan ini tidak lagi ditugaskan."),
    )  # fmt: skip


@access.page(access.ALERTS_DECIDE, methods=POST)
def look_alikes(request: SignedInRequest, number: int) -> HttpResponse:
    """Save the answers and notes of the checklist that are new or changed."""
    alert = _alert(request.user, number)
    known = {each.look_alike: (each.verdict, each.note) for each in alert.look_alike_checks.all()}
    answers = {}
    for name in actions.listed_look_alikes(alert):
        before = known.get(name, ("", ""))
        answer = request.POST.get(f"look:{name}", before[0])
        note = request.POST.get(f"note:{name}", before[1]).strip()
        if (answer, note) != before:
            answers[name] = (answer, note)

    def save() -> None:
        with transaction.atomic():
            for name, (verdict, note) in answers.items():
                actions.check_look_alike(
                    alert=alert, look_alike=name, verdict=verdict, note=note, by=request.user
                )

    return _do(request, alert, "look_alikes", save, _("Daftar periksa tersimpan."))


@access.page(access.ALERTS_DECIDE, methods=POST)
def propose(request: SignedInRequest, number: int) -> HttpResponse:
    """The first person's decision."""
    alert = _alert(request.user, number)
    proposal = actions.Proposal(
        outcome=request.POST.get("outcome", ""),
        reasons=request.POST.get("reasons", ""),
        safeguarding=request.POST.get("safeguarding", ""),
        age_checked=request.POST.get("age_checked") == "1",
        age_how=request.POST.get("age_how", ""),
    )
    return _do(
        request, alert, "propose",
        lambda: actions.propose_decision(alert=alert, proposal=proposal, by=request.user),
        _("Keputusan diusulkan. Orang kedua perlu mengesahkannya."),
    )  # fmt: skip


@access.page(access.ALERTS_CONFIRM, methods=POST)
def answer(request: SignedInRequest, number: int) -> HttpResponse:
    """The second person's answer: approve, or return with a reason."""
    alert = _alert(request.user, number)
    decision = get_object_or_404(alert.decisions.all(), pk=_number(request.POST.get("decision")))
    note = request.POST.get("note", "")
    if request.POST.get("answer") == "approve":
        return _do(
            request, alert, "answer",
            lambda: actions.approve(decision=decision, by=request.user, note=note),
            _("Keputusan disahkan."),
        )  # fmt: skip
    return _do(
        request, alert, "answer",
        lambda: actions.return_decision(decision=decision, by=request.user, note=note),
        _("Usulan dikembalikan kepada pengusulnya."),
    )  # fmt: skip


@access.page(access.ALERTS_SNOOZE, methods=POST)
def snooze(request: SignedInRequest, number: int) -> HttpResponse:
    """Pause the typology or one indicator for this account."""
    alert = _alert(request.user, number)
    kind, _colon, name = request.POST.get("what", "").partition(":")
    try:
        until = date.fromisoformat(request.POST.get("until", ""))
    except ValueError:
        until = date.min
    reason = request.POST.get("reason", "")
    return _do(
        request, alert, "snooze",
        lambda: snoozing.snooze(
            alert=alert, kind=kind, name=name, reason=reason, expires_on=until, by=request.user
        ),
        _("Penundaan tersimpan."),
    )  # fmt: skip


@access.page(access.ALERTS_SNOOZE, methods=POST)
def unsnooze(request: SignedInRequest, number: int) -> HttpResponse:
    """End the snoozes that hold this alert."""
    alert = _alert(request.user, number)
    return _do(
        request, alert, "snooze",
        lambda: snoozing.unsnooze(alert=alert, by=request.user),
        _("Penundaan diakhiri."),
    )  # fmt: skip


def _do(
    request: SignedInRequest, alert: Alert, form: str, act: Callable[[], Any], done: str
) -> HttpResponse:
    """Act and go back to the page; on a refusal draw it again with what was typed."""
    try:
        act()
    except JagaError as refused:
        error = {"form": form, "words": refused.say(reader_language())}
        return _draw(request, alert, error=error, status=400)
    messages.success(request, done)
    return redirect("alerts:page", alert.pk)


def _draw(
    request: SignedInRequest,
    alert: Alert,
    *,
    error: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    user = request.user
    actions.note_read(alert=alert, by=user)
    content = {
        **page.content(alert, user),
        "error": error,
        "typed": request.POST if error else {},
        "may_decide": user.may(access.ALERTS_DECIDE),
        "may_confirm": user.may(access.ALERTS_CONFIRM),
        "may_snooze": user.may(access.ALERTS_SNOOZE),
        "may_hand_over": user.may(access.ALERTS_HAND_OVER),
        "files_as": page.files_as(alert, user) if user.may(access.FILINGS_DRAFT) else "",
    }
    return render(request, "alerts/page.html", content, status=status)


def _alert(user: User, number: int) -> Alert:
    """The alert if this person may know of it; otherwise it does not exist for them (404)."""
    rows = queries.visible(user).select_related("organisation", "run", "assigned_to")
    alert: Alert = get_object_or_404(rows, pk=number)
    return alert


def _colleague(user: User, number: str) -> User | None:
    people = {person.pk: person for person in queries.colleagues(user, access.ALERTS_DECIDE)}
    return people.get(_number(number))


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else 0


def _wanted(request: SignedInRequest) -> Wanted:
    get = request.GET
    return Wanted(
        typology=get.get("typology", ""),
        role=get.get("role", ""),
        outcome=get.get("outcome", ""),
        state=get.get("state", queries.OPEN),
        mine=get.get("mine") == "1",
        beyond=get.get("beyond") == "1",
        month=get.get("month", ""),
        text=get.get("text", "").strip()[:80],
        sort=get.get("sort", "rank"),
    )
