"""What this room shows on the page of a case that the reader may see."""

from typing import Any

from jaga.casework import milestones
from jaga_web.access import LEGAL_KEEP
from jaga_web.cases.models import Case
from jaga_web.clocks.queries import of_subject
from jaga_web.legal import queries
from jaga_web.legal.permissions import may_keep
from jaga_web.people.models import User


def clocks(user: User, case: Case) -> dict[str, Any] | None:
    """The clocks of the case, running ones first."""
    rows = sorted(of_subject(user, _subject(case)), key=lambda one: one.ended_at is not None)
    return {"clocks": rows} if rows else None


def any_runs(user: User, case: Case) -> bool:
    """Open the panel while something runs."""
    return of_subject(user, _subject(case)).filter(ended_at__isnull=True).exists()


def legal(user: User, case: Case) -> dict[str, Any] | None:
    """The legal road so far, and the labels."""
    return content(user, case) if may_keep(user, case) else None


def leads(user: User, case: Case) -> dict[str, Any] | None:
    """The numbers a child gave for the watchlist."""
    return content(user, case) if may_keep(user, case) else None


def content(user: User, case: Case) -> dict[str, Any]:
    """Everything the legal page of a case shows, forms included."""
    return {
        "tracks": queries.tracks(case),
        "beginnings": [
            (kind, milestones.next_of(kind, milestones.BEGINNING)[0], title)
            for kind, title in milestones.KINDS.items()
        ],
        "labels": queries.labels_of(case),
        "leads": [(one, queries.taken_back(one)) for one in queries.leads_of(case)],
        "may_label": user.may(LEGAL_KEEP),
        "may_keep": may_keep(user, case),
    }


def _subject(case: Case) -> str:
    return f"case:{case.pk}"
