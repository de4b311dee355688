"""Reads of clocks. Every one starts from what this person may know of."""

from django.db.models import Q, QuerySet

from jaga_web.clocks.models import Clock
from jaga_web.clocks.permissions import leads
from jaga_web.people.models import User
from jaga_web.people.scope import within


def visible(user: User) -> QuerySet[Clock]:
    """All clocks of the organisation for whoever leads; for others those of their own and those
    that were brought before them."""
    rows = within(user, Clock.objects.all())
    if not leads(user):
        mine = Q(owner=user.pk) | Q(escalations__to=user.pk)
        rows = rows.filter(mine).distinct()
    return rows.select_related("owner").prefetch_related("pauses", "escalations__to")


def due(user: User) -> QuerySet[Clock]:
    """The running clocks this person may see, due soonest first."""
    return visible(user).filter(ended_at__isnull=True)


def of_subject(user: User, subject: str) -> QuerySet[Clock]:
    """All clocks of a subject the caller has found visible to `user`, ended ones too."""
    rows = within(user, Clock.objects.filter(subject=subject))
    return rows.select_related("owner").prefetch_related("pauses", "escalations__to")
