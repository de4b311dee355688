"""A case as the subject of a clock: its number and page, for whoever may open it."""

from django.urls import reverse

from jaga_web.cases import queries
from jaga_web.clocks.subjects import Known
from jaga_web.people.models import User


def known(user: User, numbers: set[int]) -> dict[int, Known]:
    """Of these cases, those this person may open."""
    return {
        case.pk: Known(f"{case.number} · {case.pseudonym}", reverse("cases:page", args=[case.pk]))
        for case in queries.visible(user).filter(pk__in=numbers)
    }


def hidden(user: User) -> set[int]:
    """Cases that a conflict of interest hides from this person."""
    return queries.hidden(user)
