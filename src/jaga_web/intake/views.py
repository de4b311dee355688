"""The inbox, the page of one report, and the other doors: thin functions."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga_web import access
from jaga_web.alerts.queries import colleagues
from jaga_web.channel import actions as channel
from jaga_web.channel.models import Report
from jaga_web.intake import queries, report_page
from jaga_web.intake import report_actions as actions
from jaga_web.intake.bridge_queries import of_report
from jaga_web.intake.taking_in import told_from
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language
from jaga_web.wellbeing.actions import note_exposure

PER_PAGE = 25
POST = ("POST",)
BOTH = ("GET", "HEAD", "POST")


@access.page(access.REPORTS_VIEW)
def inbox(request: SignedInRequest) -> HttpResponse:
    """What came in, the unsafe first, with how long each waits."""
    actions.start_missing_clocks(by=request.user)
    chosen = request.GET.get("status", queries.OPEN)
    rows = queries.inbox(request.user, chosen)
    found = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    content = {
        "found": found,
        "lines": report_page.lines(list(found)),
        "chosen": chosen,
        "choices": report_page.CHOICES,
        "may_take_in": request.user.may(access.REPORTS_ANSWER),
    }
    return render(request, "intake/inbox.html", content)


@access.page(access.REPORTS_VIEW)
def report(request: SignedInRequest, number: int) -> HttpResponse:
    """One report: safe contact first, words folded away, and what can be done."""
    return draw(request, found(request, number))


@access.page(access.REPORTS_ANSWER, methods=POST)
def answer(request: SignedInRequest, number: int) -> HttpResponse:
    """An answer in words."""
    one = found(request, number)
    body = request.POST.get("body", "")
    return do(
        request, one, "answer",
        lambda: actions.answer(report=one, body=body, by=request.user),
        _("Jawaban tersimpan. Pelapor membacanya saat ia kembali."),
    )  # fmt: skip


@access.page(access.REPORTS_ANSWER, methods=POST)
def status(request: SignedInRequest, number: int) -> HttpResponse:
    """How far it is, in words the reporter reads."""
    one = found(request, number)
    code = request.POST.get("status", "")
    return do(
        request, one, "status",
        lambda: channel.set_status(report=one, status=code, by=request.user),
        _("Keadaan laporan diperbarui."),
    )  # fmt: skip


@access.page(access.REPORTS_ANSWER, methods=POST)
def hand(request: SignedInRequest, number: int) -> HttpResponse:
    """A colleague takes over."""
    one = found(request, number)
    people = {str(p.pk): p for p in colleagues(request.user, access.REPORTS_VIEW)}
    to = people.get(request.POST.get("to", ""))
    if to is None:
        error = {"form": "hand", "words": _("Pilih rekan dari daftar.")}
        return draw(request, one, error=error)
    note = request.POST.get("note", "")
    return do(
        request, one, "hand",
        lambda: actions.hand(report=one, to=to, note=note, by=request.user),
        _("Laporan diserahkan kepada rekan."),
    )  # fmt: skip


@access.page(access.REPORTS_ANSWER, methods=POST)
def callback(request: SignedInRequest, number: int) -> HttpResponse:
    """When it is safe to call, for whoever takes no words."""
    one = found(request, number)
    given = request.POST
    return do(
        request, one, "callback",
        lambda: actions.note_callback(
            report=one, reach=given.get("reach", ""), window=given.get("window", ""),
            by=request.user,
        ),
        _("Waktu menelepon tersimpan, tersegel."),
    )  # fmt: skip


@access.page(access.REPORTS_ANSWER, methods=POST)
def receipt(request: SignedInRequest, number: int) -> HttpResponse:
    """Six words to hand to the person, shown once in this very answer and kept nowhere."""
    one = found(request, number)
    try:
        words = channel.give_receipt(report=one, by=request.user)
    except JagaError as refused:
        return draw(
            request, one, error={"form": "receipt", "words": refused.say(reader_language())}
        )
    return render(request, "intake/receipt.html", {"report": one, "words": words})


@access.page(access.REPORTS_ANSWER, methods=BOTH)
def take_in(request: SignedInRequest) -> HttpResponse:
    """A report by telephone, WhatsApp, in person or in a letter."""
    return _taken(
        request,
        "intake/take_in.html",
        lambda: actions.take_in(
            door=request.POST.get("door", ""),
            told=told_from(request.POST),
            read_aloud=request.POST.get("read_aloud") == "yes",
            by=request.user,
        ),
    )


@access.page(access.REPORTS_ANSWER, methods=BOTH)
def referral_in(request: SignedInRequest) -> HttpResponse:
    """A referral from another organisation, here or across a border."""
    return _taken(
        request,
        "intake/referral_in.html",
        lambda: actions.take_in_referral(
            told=told_from(request.POST), values=request.POST.dict(), by=request.user
        ),
    )


def _taken(request: SignedInRequest, template: str, act: Callable[[], Report]) -> HttpResponse:
    error = ""
    if request.method == "POST":
        try:
            one = act()
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Laporan dicatat. Batas 24 jam untuk menjawab berjalan."))
            return redirect("intake:report", one.pk)
    content = {**report_page.form(request.POST), "error": error}
    return render(request, template, content, status=400 if error else 200)


def found(request: SignedInRequest, number: int) -> Report:
    """The report, or 404 for whom it is not."""
    return get_object_or_404(queries.one(request.user, number))


def do(
    request: SignedInRequest, one: Report, form: str, act: Callable[[], Any], done: str
) -> HttpResponse:
    """Act and come back to the report's page, or show there what was refused."""
    try:
        act()
    except JagaError as refused:
        return draw(request, one, error={"form": form, "words": refused.say(reader_language())})
    messages.success(request, done)
    return redirect("intake:report", one.pk)


def draw(
    request: SignedInRequest, one: Report, *, error: dict[str, str] | None = None
) -> HttpResponse:
    """The page of a report; the look is logged and counted as exposure."""
    user = request.user
    if of_report(one) is None:
        channel.mark_read(report=one, by=user)
        note_exposure(by=user, subject=f"report:{one.pk}", weight="medium")
    one = get_object_or_404(queries.one(user, one.pk))
    content = report_page.content(one, user, phrase=request.GET.get("phrase", ""))
    typed = request.POST if error else {}
    content |= {"error": error, "typed": typed}
    return render(request, "intake/report.html", content, status=400 if error else 200)
