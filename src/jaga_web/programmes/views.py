"""Pages of programmes: list, add, amend, cancel, CSV in and out."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga.programmes import activities
from jaga_web import access
from jaga_web.downloads import attachment
from jaga_web.people.requests import SignedInRequest
from jaga_web.programmes import actions, page, queries
from jaga_web.speaking import problems_of

PER_PAGE = 25
BOTH = ("GET", "HEAD", "POST")


@access.page(access.PROGRAMMES_VIEW)
def listing(request: SignedInRequest) -> HttpResponse:
    """The activities of the organisation, of one year or all."""
    rows = queries.current(request.user)
    years = queries.years(request.user)
    year = request.GET.get("year", "")
    if year in map(str, years):
        rows = rows.filter(starts_on__year=int(year))
    found = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    content = {
        "found": found,
        "lines": [page.row(version) for version in found],
        "years": years,
        "year": year,
        "may_keep": request.user.may(access.PROGRAMMES_KEEP),
    }
    return render(request, "programmes/list.html", content)


@access.page(access.PROGRAMMES_KEEP, methods=BOTH)
def add(request: SignedInRequest) -> HttpResponse:
    """One new activity."""
    wrong: list[str] = []
    values: dict[str, Any] = {}
    if request.method == "POST":
        values = page.typed(request.POST)
        try:
            version = actions.add(facts=page.activity_of(values), by=request.user)
        except JagaError as refused:
            wrong = problems_of(refused, page.LABELS)
        else:
            messages.success(request, _("Kegiatan dicatat."))
            return redirect("programmes:page", version.activity_id)
    return _form(request, values, wrong)


@access.page(access.PROGRAMMES_VIEW)
def page_of(request: SignedInRequest, number: int) -> HttpResponse:
    """One activity, and what was written of it before."""
    activity = get_object_or_404(queries.activities(request.user), pk=number)
    return _page(request, queries.history(activity), [])


@access.page(access.PROGRAMMES_KEEP, methods=BOTH)
def amend(request: SignedInRequest, number: int) -> HttpResponse:
    """Write a new version of an activity."""
    activity = get_object_or_404(queries.activities(request.user), pk=number)
    newest = queries.history(activity)[0]
    wrong: list[str] = []
    values = page.values_of(newest)
    if request.method == "POST":
        values = page.typed(request.POST)
        try:
            actions.amend(
                activity=activity,
                facts=page.activity_of(values),
                version=_number(request),
                reason=values["reason"],
                by=request.user,
            )
        except JagaError as refused:
            wrong = problems_of(refused, page.LABELS)
        else:
            messages.success(request, _("Perubahan tersimpan; isi lama tetap ada di riwayat."))
            return redirect("programmes:page", activity.pk)
    return _form(request, values, wrong, newest)


@access.page(access.PROGRAMMES_KEEP, methods=("POST",))
def cancel(request: SignedInRequest, number: int) -> HttpResponse:
    """Leave an activity out of the figures."""
    activity = get_object_or_404(queries.activities(request.user), pk=number)
    reason = request.POST.get("reason", "")
    try:
        actions.cancel(activity=activity, version=_number(request), reason=reason, by=request.user)
    except JagaError as refused:
        return _page(request, queries.history(activity), problems_of(refused, page.LABELS))
    messages.success(request, _("Kegiatan dibatalkan dan tidak dihitung lagi."))
    return redirect("programmes:page", activity.pk)


@access.page(access.PROGRAMMES_KEEP, methods=BOTH)
def take_in(request: SignedInRequest) -> HttpResponse:
    """Many activities from CSV text: all of them, or none."""
    wrong: list[str] = []
    text = request.POST.get("text", "")
    if request.method == "POST":
        try:
            taken = actions.take_in(rows=activities.read(text), by=request.user)
        except JagaError as refused:
            wrong = problems_of(refused)
        else:
            words = _("%(added)d kegiatan ditambahkan; %(known)d sudah tercatat dan tidak berubah.")
            messages.success(request, words % {"added": taken.added, "known": taken.known})
            return redirect("programmes:list")
    content = {"wrong": wrong, "text": text, "example": page.example()}
    return render(request, "programmes/take_in.html", content, status=400 if wrong else 200)


@access.page(access.PROGRAMMES_VIEW)
def download(request: SignedInRequest) -> HttpResponse:
    """The activities as CSV."""
    text = actions.download(by=request.user)
    return attachment(text, "text/csv; charset=utf-8", "jaga-kegiatan.csv")


def _number(request: SignedInRequest) -> int:
    version = request.POST.get("version", "")
    return int(version) if version.isascii() and version.isdigit() else 0


def _form(
    request: SignedInRequest, values: dict[str, Any], wrong: list[str], newest: Any = None
) -> HttpResponse:
    names = queries.known_names(request.user)
    content = {**page.form(values, names), "wrong": wrong, "newest": newest}
    return render(request, "programmes/form.html", content, status=400 if wrong else 200)


def _page(request: SignedInRequest, versions: list[Any], wrong: list[str]) -> HttpResponse:
    content = {
        "one": page.row(versions[0]),
        "before": [page.row(version) for version in versions[1:]],
        "versions": versions,
        "wrong": wrong,
        "may_keep": request.user.may(access.PROGRAMMES_KEEP) and not versions[0].is_cancelled,
    }
    return render(request, "programmes/page.html", content, status=400 if wrong else 200)
