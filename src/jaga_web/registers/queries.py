"""Reads of the register, each within the person's organisation."""

from django.db.models import QuerySet

from jaga.programmes import places
from jaga.programmes.registers import Entry as Row
from jaga_web.access import REGISTERS_VIEW
from jaga_web.people.models import Organisation, User
from jaga_web.people.scope import within
from jaga_web.registers.models import Application, Entry


def applications(user: User) -> QuerySet[Application]:
    """The applications of the register this person may read."""
    rows = within(user, Application.objects.order_by("code"))
    return rows if user.may(REGISTERS_VIEW) else rows.none()


def entries(user: User) -> QuerySet[Entry]:
    """Their rows, in the order they were noted."""
    rows = Entry.objects.filter(application__in=applications(user))
    return rows.select_related("application", "by")


def row_of(entry: Entry) -> Row:
    """A row as the core reads it."""
    return Row(
        code=entry.application.code,
        name=entry.name,
        ways=tuple(entry.ways),
        means=tuple(entry.means),
        source=entry.source,
        source_date=entry.source_date,
        first_seen=entry.first_seen,
        last_seen=entry.last_seen,
        place=places.of_text(entry.place) if entry.place else None,
        state=entry.state,
        note=entry.note,
    )


def for_figures(organisation: Organisation) -> list[Row]:
    """Every row, for the figures of the year alone."""
    rows = Entry.objects.filter(application__organisation=organisation)
    return [row_of(entry) for entry in rows.select_related("application")]
