"""Keeping the register: rows are added, one by one or from CSV; none is changed or taken away."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from jaga.programmes import registers
from jaga.programmes.registers import Entry as Row
from jaga_web.access import REGISTERS_KEEP, REGISTERS_VIEW, require
from jaga_web.audit.actions import record
from jaga_web.people.models import Organisation, User
from jaga_web.refusing import refuse
from jaga_web.registers import queries
from jaga_web.registers.models import Application, Entry


@dataclass(frozen=True)
class TakenIn:
    """What a file brought: rows added, and rows that were known word for word."""

    added: int
    known: int


@transaction.atomic
def note(*, rows: Sequence[Row], by: User) -> TakenIn:
    """Keep every row, or none. A row already kept word for word adds nothing."""
    require(by, REGISTERS_KEEP)
    # One at a time for each organisation, so that two people do not note the same row at once.
    Organisation.objects.select_for_update().get(pk=by.organisation_id)
    kept = set(queries.for_figures(by.organisation))
    new = [row for row in rows if row not in kept]
    made = [_keep(row, by) for row in new]
    if made:
        record(
            by=by,
            verb="registers.noted",
            subject=f"application:{made[0].application_id}",
            organisation=by.organisation_id,
            detail={"rows": len(made)},
        )
    return TakenIn(added=len(made), known=len(rows) - len(made))


@transaction.atomic
def download(*, by: User) -> str:
    """Every row as CSV; `note` reads it back and adds nothing."""
    require(by, REGISTERS_VIEW)
    rows = queries.for_figures(by.organisation)
    record(
        by=by,
        verb="registers.downloaded",
        subject=f"organisation:{by.organisation_id}",
        organisation=by.organisation_id,
        detail={"rows": len(rows)},
    )
    return registers.write(rows)


def _keep(row: Row, by: User) -> Entry:
    if row.source_date > timezone.localdate():
        raise refuse(
            f"{row.code}: sumbernya bertanggal sesudah hari ini. Periksa tanggalnya.",
            f"{row.code}: its source is dated after today. Check the date.",
        )
    application, _made = Application.objects.get_or_create(
        organisation=by.organisation, code=row.code
    )
    return Entry.objects.create(
        application=application,
        name=row.name,
        ways=list(row.ways),
        means=list(row.means),
        source=row.source,
        source_date=row.source_date,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        place=str(row.place) if row.place else "",
        state=row.state,
        note=row.note,
        by=by,
    )
