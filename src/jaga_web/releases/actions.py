"""Figures that leave as a file, each with its audit event."""

import csv
import io

from django.db import transaction

from jaga.evidence.disclosure import ProtectedTable
from jaga_web.audit.actions import record
from jaga_web.people.models import User

# A word and not an empty cell, so that nobody reads a withheld count as zero.
WITHHELD = "ditahan"


@transaction.atomic
def download(*, table: ProtectedTable, by: User) -> str:
    """The protected table as CSV text; withheld cells say so."""
    record(
        by=by,
        verb="figures.downloaded",
        subject=f"figures:{table.id}",
        organisation=by.organisation_id,
    )
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(["row", *table.columns, "total"])
    for row, cells, total in zip(table.rows, table.cells, table.row_totals, strict=True):
        writer.writerow([row, *map(_cell, cells), _cell(total)])
    writer.writerow(["total", *map(_cell, table.column_totals), _cell(table.grand_total)])
    return buffer.getvalue()


def _cell(count: int | None) -> str:
    return WITHHELD if count is None else str(count)
