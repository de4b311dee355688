"""The figures page."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from jaga.evidence.disclosure import ProtectedTable
from jaga.words import Language
from jaga_web import access
from jaga_web.people.requests import SignedInRequest
from jaga_web.releases import actions, queries
from jaga_web.speaking import reader_language


@access.page(access.FIGURES_VIEW)
def figures(request: SignedInRequest) -> HttpResponse:
    """The protected tables; this page knows no other count."""
    tables = queries.tables(request.user.organisation)
    shown = [_shown(name, table, reader_language()) for name, table in tables.items()]
    return render(request, "releases/figures.html", {"tables": shown})


@access.page(access.FIGURES_VIEW)
def download(request: SignedInRequest) -> HttpResponse:
    """The same tables as CSV."""
    tables = queries.tables(request.user.organisation)
    text = actions.download(tables=tables.values(), by=request.user)
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="jaga-angka.csv"'
    return response


def _shown(name: str, table: ProtectedTable, language: Language) -> dict[str, Any]:
    lines = zip(table.rows, table.cells, table.row_totals, table.partial_rows, strict=True)
    return {
        "name": name,
        "title": table.title.say(language),
        "notes": table.notes.say(language),
        "columns": [queries.column_words(column, language) for column in table.columns],
        "lines": [
            (queries.row_words(row, language), cells, total, partial)
            for row, cells, total, partial in lines
        ],
        "column_totals": list(zip(table.column_totals, table.partial_columns, strict=True)),
        "grand_total": table.grand_total,
        "partial": any(table.partial_rows),
        "empty": not table.rows,
    }
