"""Figures that leave as a file, each with its audit event."""

import csv
import io
from collections.abc import Iterable, Iterator

from django.db import transaction

from jaga.evidence.disclosure import ProtectedTable
from jaga_web.audit.actions import record
from jaga_web.people.models import User

# A word and not an empty cell, so that nobody reads a withheld count as zero.
WITHHELD = "ditahan"
# Both languages, because a file outlives the page it came from.
SUM_OF_SHOWN = "jumlah dari sel yang ditampilkan / sum of the cells shown"
SOME_WITHHELD = "sebagian sel ditahan / some cells withheld"


@transaction.atomic
def download(*, tables: Iterable[ProtectedTable], by: User) -> str:
    """The protected tables as CSV text, one count a line; withheld counts say so."""
    record(
        by=by,
        verb="figures.downloaded",
        subject=f"organisation:{by.organisation_id}",
        organisation=by.organisation_id,
    )
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(["table", "row", "column", "count", "note"])
    for table in tables:
        writer.writerows(_lines(table))
    return buffer.getvalue()


def _lines(table: ProtectedTable) -> Iterator[list[str]]:
    lines = zip(table.rows, table.cells, table.row_totals, table.partial_rows, strict=True)
    for row, cells, total, partial in lines:
        for column, count in zip(table.columns, cells, strict=True):
            yield [table.id, row, column, _cell(count), ""]
        yield [table.id, row, "total", _cell(total), _note(partial)]
    below = zip(table.columns, table.column_totals, table.partial_columns, strict=True)
    for column, total, partial in below:
        yield [table.id, "total", column, _cell(total), _note(partial)]
    whole = _note(any(table.partial_rows))
    yield [table.id, "total", "total", _cell(table.grand_total), whole]


def _note(partial: bool) -> str:
    """What a total counts: rounded cells, and perhaps not all of them."""
    return f"{SUM_OF_SHOWN}; {SOME_WITHHELD}" if partial else SUM_OF_SHOWN


def _cell(count: int | None) -> str:
    return WITHHELD if count is None else str(count)
