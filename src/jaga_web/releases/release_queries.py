"""Reads of proposals: only those of the person's own organisation."""

from django.db.models import QuerySet

from jaga_web.access import FIGURES_PROPOSE
from jaga_web.people.models import User
from jaga_web.releases.models import Proposal

MOST_SHOWN = 50


def proposals(user: User) -> QuerySet[Proposal]:
    """What was proposed here, newest first; nothing for those who neither propose nor approve."""
    rows = Proposal.objects.filter(organisation=user.organisation)
    found = rows if user.may(FIGURES_PROPOSE) else rows.none()
    return found.select_related("proposed_by", "decided_by")
