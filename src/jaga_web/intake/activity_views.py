"""Pages of group activities: list, add, correct, paste, and what may be shown outside."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.casework import activities
from jaga.casework.provinces import PROVINCES
from jaga.errors import JagaError
from jaga_web import access
from jaga_web.intake import activity_actions as actions
from jaga_web.intake import activity_page as page
from jaga_web.intake import figures, record_queries
from jaga_web.people.requests import SignedInRequest
from jaga_web.speaking import reader_language

PER_PAGE = 25
BOTH = ("GET", "HEAD", "POST")


@access.page(access.ACTIVITIES_KEEP)
def listing(request: SignedInRequest) -> HttpResponse:
    """The activities of the organisation."""
    rows = record_queries.activities(request.user)
    found = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    content = {"found": found, "years": record_queries.years(request.user)}
    return render(request, "intake/activities.html", content)


@access.page(access.ACTIVITIES_KEEP, methods=BOTH)
def add(request: SignedInRequest) -> HttpResponse:
    """One new activity."""
    error = ""
    if request.method == "POST":
        try:
            facts = activities.facts_from(request.POST.dict(), PROVINCES)
            actions.add(facts=facts, by=request.user)
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Kegiatan dicatat."))
            return redirect("intake:activities")
    content = {**page.form(request.POST.dict() if error else {}), "error": error}
    return _draw(request, "intake/activity.html", content, error)


@access.page(access.ACTIVITIES_KEEP, methods=BOTH)
def correct(request: SignedInRequest, number: int) -> HttpResponse:
    """Put an activity right."""
    activity = get_object_or_404(record_queries.activities(request.user), pk=number)
    error = ""
    if request.method == "POST":
        version = request.POST.get("version", "")
        try:
            actions.correct(
                activity=activity,
                facts=activities.facts_from(request.POST.dict(), PROVINCES),
                version=int(version) if version.isascii() and version.isdigit() else 0,
                by=request.user,
            )
        except JagaError as refused:
            error = refused.say(reader_language())
            activity.refresh_from_db()
        else:
            messages.success(request, _("Perbaikan tersimpan."))
            return redirect("intake:activities")
    values = request.POST.dict() if error else page.values_of(activity)
    content = {
        **page.form(values),
        "activity": activity,
        "kept": page.difference(activity, values) if error else [],
        "error": error,
    }
    return _draw(request, "intake/activity.html", content, error)


@access.page(access.ACTIVITIES_KEEP, methods=BOTH)
def paste(request: SignedInRequest) -> HttpResponse:
    """Many activities from CSV text: all of them, or none."""
    error = ""
    text = request.POST.get("text", "")
    if request.method == "POST":
        try:
            rows = activities.rows_from(text, PROVINCES)
            count = actions.add_many(rows=rows, by=request.user)
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("%(count)d kegiatan dicatat.") % {"count": count})
            return redirect("intake:activities")
    content = {"error": error, "text": text, **page.example()}
    return _draw(request, "intake/activity_paste.html", content, error)


@access.page(access.ACTIVITIES_KEEP)
def shown_outside(request: SignedInRequest, year: int) -> HttpResponse:
    """Participants of a year as they may be shown outside: small counts are withheld."""
    if year not in record_queries.years(request.user):
        raise Http404
    table = figures.of_activities(request.user, year)
    content = {"year": year, **page.table(table)}
    return render(request, "intake/activity_figures.html", content)


def _draw(
    request: SignedInRequest, template: str, content: dict[str, Any], error: str
) -> HttpResponse:
    return render(request, template, content, status=400 if error else 200)
