"""Forms drawn as text tables, for worked examples: a header line, then lines, cells between `|`."""

from collections.abc import Iterable

from jaga.surveys.forms import Form, of_sheets
from jaga.surveys.workbooks import Line, Sheet

# A list that most examples need, so that each need not draw it again.
YES_NO = """
    list_name | name  | label
    yt        | ya    | Ya
    yt        | tidak | Tidak
"""


def form(survey: str, choices: str = YES_NO, settings: str = "") -> Form:
    """The form that these tables draw. Rows are numbered as a spreadsheet would."""
    return of_sheets(_sheets(survey=survey, choices=choices, settings=settings))


def sheet(title: str, rows: Iterable[Iterable[str]]) -> Sheet:
    """A sheet of rows, the first of which are its headers."""
    headers, *lines = [tuple(row) for row in rows]
    wide = len(headers)
    return Sheet(
        title,
        headers,
        tuple(
            Line(number, line + ("",) * (wide - len(line)))
            for number, line in enumerate(lines, start=2)
            if any(line)
        ),
    )


def _sheets(**tables: str) -> list[Sheet]:
    return [sheet(title, cells(table)) for title, table in tables.items() if table.strip()]


def cells(table: str) -> list[list[str]]:
    """The cells of a drawn table; an empty line between two lines is an empty row."""
    lines = table.strip("\n").rstrip().split("\n")
    return [[cell.strip() for cell in line.split("|")] for line in lines]
