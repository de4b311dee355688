"""Pages of rows and their estimates: bases, checks, the design, tables, charts, downloads."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from jaga.errors import JagaError
from jaga_web import access
from jaga_web.downloads import attachment
from jaga_web.people.requests import SignedInRequest
from jaga_web.research import chart, estimate_page, page, queries, reading
from jaga_web.research import table_actions as actions
from jaga_web.research.estimating import Chosen
from jaga_web.research.models import Collection, Export, Table
from jaga_web.research.responses import Responses
from jaga_web.speaking import reader_language

BOTH = ("GET", "HEAD", "POST")


@access.page(access.RESEARCH_KEEP, methods=BOTH)
def export(request: SignedInRequest, number: int) -> HttpResponse:
    """An export: its bases and checks, and the design for estimates from it."""
    found = get_object_or_404(queries.exports(request.user), pk=number)

    def make(chosen: Chosen) -> Table:
        return actions.estimate_export(export=found, chosen=chosen, by=request.user)

    return _rows(request, _of_export(found, request), make)


@access.page(access.RESEARCH_KEEP, methods=BOTH)
def collection(request: SignedInRequest, number: int) -> HttpResponse:
    """A closed collection: bases that point at nobody, and the design."""
    rows = queries.collections(request.user).filter(state=Collection.CLOSED, erased_at=None)
    found = get_object_or_404(rows, pk=number)

    def make(chosen: Chosen) -> Table:
        return actions.estimate_collection(collection=found, chosen=chosen, by=request.user)

    return _rows(request, _of_collection(found, request), make)


@access.page(access.RESEARCH_KEEP)
def table(request: SignedInRequest, number: int) -> HttpResponse:
    """One table of estimates."""
    found = _table(request, number)
    return render(request, "research/table.html", estimate_page.table(found, reader_language()))


@access.page(access.RESEARCH_KEEP)
def table_chart(request: SignedInRequest, number: int) -> HttpResponse:
    """Its chart, for a narrow or wide and a light or dark screen."""
    narrow, dark = request.GET.get("size") == "narrow", request.GET.get("theme") == "dark"
    drawn = chart.svg(_table(request, number), reader_language(), narrow=narrow, dark=dark)
    return HttpResponse(drawn, content_type="image/svg+xml")


@access.page(access.RESEARCH_KEEP, methods=("POST",))
def download(request: SignedInRequest, number: int) -> HttpResponse:
    """The estimates as CSV or JSON; never a row."""
    found = _table(request, number)
    if request.POST.get("form") == "json":
        text = actions.download_json(table=found, by=request.user)
        return attachment(text, "application/json", f"perkiraan-{number}.json")
    text = actions.download_csv(table=found, by=request.user)
    return attachment(text, "text/csv; charset=utf-8", f"perkiraan-{number}.csv")


def _rows(
    request: SignedInRequest, content: dict[str, Any], make: Callable[[Chosen], Table]
) -> HttpResponse:
    error = ""
    if request.method == "POST":
        typed = {each.name: request.POST.get(each.name, "") for each in fields(Chosen)}
        try:
            made = make(Chosen(**typed))
        except JagaError as refused:
            error = refused.say(reader_language())
        else:
            messages.success(request, _("Perkiraan dihitung dan disimpan."))
            return redirect("research:table", made.pk)
    content |= {"error": error, "typed": request.POST}
    return render(request, "research/export.html", content, status=400 if error else 200)


def _of_export(found: Export, request: SignedInRequest) -> dict[str, Any]:
    answers, language = reading.answers_of(found), reader_language()
    responses = reading.responses_of_export(found, answers)
    checks = [each.say(language) for each in reading.checks(answers)]
    when = found.added_at.strftime("%Y-%m-%d")
    return {
        **_content(responses, request, exact=True),
        "heading": _("Ekspor %(day)s, %(rows)d baris") % {"day": when, "rows": found.rows},
        "questionnaire": found.questionnaire,
        "checks": checks,
        "keep_until": found.keep_until,
        "estimate_address": reverse("research:export", args=[found.pk]),
        "erase_address": reverse("research:export_erase", args=[found.pk]),
        "tables": page.tables(queries.tables(request.user).filter(export=found), language),
    }


def _of_collection(found: Collection, request: SignedInRequest) -> dict[str, Any]:
    responses, language = reading.responses_of_collection(found), reader_language()
    return {
        **_content(responses, request, exact=False),
        "heading": _("Jawaban terkumpul, %(count)s") % {"count": page.count(queries.sent(found))},
        "questionnaire": found.questionnaire,
        "checks": None,
        "keep_until": found.keep_until,
        "estimate_address": reverse("research:collection", args=[found.pk]),
        "erase_address": reverse("research:collection_erase", args=[found.pk]),
        "tables": page.tables(queries.tables(request.user).filter(collection=found), language),
    }


def _content(responses: Responses, request: SignedInRequest, *, exact: bool) -> dict[str, Any]:
    language = reader_language()
    return {
        **estimate_page.bases(responses, language, exact=exact),
        "design": estimate_page.design(responses, request.POST, language),
        "notes": [note.say(language) for note in responses.notes],
    }


def _table(request: SignedInRequest, number: int) -> Table:
    return get_object_or_404(queries.tables(request.user), pk=number)
