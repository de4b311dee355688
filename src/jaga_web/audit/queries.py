"""Reading the audit chain."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from jaga_web.audit.models import Event

READ_ALERT = "alerts.read"
READ_CASE = "cases.read"


def events_of(
    organisation: int,
    *,
    verb: str = "",
    actor: int | None = None,
    walled: Sequence[str] = (),
    hidden: Collection[str] = (),
) -> QuerySet[Event]:
    """The events of one organisation, newest first, optionally of one verb or about one person.

    Events whose verb begins with one of `walled`, and those of the subjects `hidden`, are left
    out: not everybody may know of them.
    """
    rows = Event.objects.filter(organisation_id=organisation).exclude(subject__in=hidden)
    for start in walled:
        rows = rows.exclude(verb__startswith=start)
    if verb:
        rows = rows.filter(verb=verb)
    if actor is not None:
        rows = rows.filter(Q(actor_id=actor) | Q(subject=f"user:{actor}"))
    return rows.order_by("-seq")


def has_read(*, actor: int, verb: str, subject: str, since: datetime) -> bool:
    """Whether this person's read of `subject` was recorded at or after `since`."""
    rows = Event.objects.filter(subject=subject, verb=verb, actor_id=actor, at__gte=since)
    return rows.exists()


def count_events() -> int:
    """How many events the chain holds, of all organisations."""
    return Event.objects.count()
