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
    writer.writerow(["table", "row", "column", "count"])
    for table in tables:
        writer.writerows(_lines(table))
    return buffer.getvalue()


def _lines(table: ProtectedTable) -> Iterator[list[str]]:
    columns = [*table.columns, "total"]
    lines = zip(table.rows, table.cells, table.row_totals, strict=True)
    for row, cells, total in lines:
        for column, count in zip(columns, (*cells, total), strict=True):
            yield [table.id, row, column, _cell(count)]
    for column, count in zip(columns, (*table.column_totals, table.grand_total), strict=True):
        yield [table.id, "total", column, _cell(count)]


def _cell(count: int | None) -> str:
    return WITHHELD if count is None else str(count)
