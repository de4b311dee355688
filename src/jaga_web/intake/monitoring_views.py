"""Pages of media monitoring: kept apart from reports, in its own list with its own counts."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga_web import access
from jaga_web.intake import monitoring_actions as actions
from jaga_web.intake import record_queries, words
from jaga_web.intake.models import MonitoringEntry
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

PER_PAGE = 25
BOTH = ("GET", "HEAD", "POST")


@access.page(access.MONITORING_KEEP)
def listing(request: SignedInRequest) -> HttpResponse:
    """The entries, with how many there are and about how many events."""
    rows = record_queries.monitoring(request.user)
    found = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    content = {"found": found, "counts": record_queries.news_counts(request.user)}
    return render(request, "intake/monitoring.html", content)


@access.page(access.MONITORING_KEEP, methods=BOTH)
def add(request: SignedInRequest) -> HttpResponse:
    """One new entry."""
    error = ""
    if request.method == "POST":
        known = _same_event(request)
        try:
            actions.note(values=request.POST.dict(), same_event=known, by=request.user)
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Berita dicatat. Catatan ini bukan laporan."))
            return redirect("intake:monitoring")
    return _form(request, None, error)


@access.page(access.MONITORING_KEEP, methods=BOTH)
def correct(request: SignedInRequest, number: int) -> HttpResponse:
    """Put an entry right."""
    entry = get_object_or_404(record_queries.monitoring(request.user), pk=number)
    error = ""
    if request.method == "POST":
        try:
            actions.correct(entry=entry, values=request.POST.dict(), by=request.user)
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Perbaikan tersimpan."))
            return redirect("intake:monitoring")
    return _form(request, entry, error)


def _same_event(request: SignedInRequest) -> MonitoringEntry | None:
    given = request.POST.get("same_event", "")
    number = int(given) if given.isascii() and given.isdigit() else 0
    return record_queries.monitoring(request.user).filter(pk=number).first()


def _form(request: SignedInRequest, entry: MonitoringEntry | None, error: str) -> HttpResponse:
    kept = {
        "published_on": entry.published_on.isoformat(),
        "outlet": entry.outlet,
        "title_code": entry.title_code,
        "kind": entry.kind,
        "place": entry.place,
        "source": entry.source,
    } if entry else {}  # fmt: skip
    content = {
        "entry": entry,
        "typed": request.POST if error else kept,
        "titles": words.options("title"),
        "kinds": words.options("news_kind"),
        "provinces": words.options("province"),
        "recent": record_queries.monitoring(request.user).filter(same_event=None)[:PER_PAGE],
        "error": error,
    }
    return render(request, "intake/news.html", content, status=400 if error else 200)
