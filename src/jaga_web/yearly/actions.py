"""The figures of a year as a file for the report, with its audit event."""

from django.db import transaction

from jaga.evidence.facts import write_facts
from jaga_web.access import FIGURES_VIEW, require
from jaga_web.audit.actions import record
from jaga_web.people.models import User
from jaga_web.yearly.queries import Year


@transaction.atomic
def export(*, year: int, figures: Year, by: User) -> str:
    """facts.csv for `jaga report build`. What is withheld does not leave with it."""
    require(by, FIGURES_VIEW)
    record(
        by=by,
        verb="yearly.exported",
        subject=f"year:{year}",
        organisation=by.organisation_id,
        detail={"rows": len(figures.shown)},
    )
    return write_facts(figures.shown)
