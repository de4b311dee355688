"""Scope: of the rows a permission opens, those of the person's organisation and regions."""

from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from jaga_web.people.models import User

Row = TypeVar("Row", bound=Model)


def within(
    user: User,
    rows: QuerySet[Row],
    *,
    organisation: str = "organisation_id",
    region: str | None = None,
    assigned: str | None = None,
) -> QuerySet[Row]:
    """The `rows` this person may know of.

    `organisation`, `region` and `assigned` name columns (lookups work too). A row without a
    region belongs to all of its organisation's regions, so that none falls out of every queue.
    With `assigned`, only rows assigned to this very person.
    """
    rows = rows.filter(**{organisation: user.organisation_id})
    if region is not None and user.regions:
        rows = rows.filter(Q(**{f"{region}__in": user.regions}) | Q(**{region: ""}))
    if assigned is not None:
        rows = rows.filter(**{assigned: user.pk})
    return rows
