"""Reading the audit chain."""

from django.db.models import Q, QuerySet

from jaga_web.audit.models import Event


def events_of(organisation: int, *, verb: str = "", actor: int | None = None) -> QuerySet[Event]:
    """The events of one organisation, newest first, optionally of one verb or about one person."""
    rows = Event.objects.filter(organisation_id=organisation)
    if verb:
        rows = rows.filter(verb=verb)
    if actor is not None:
        rows = rows.filter(Q(actor_id=actor) | Q(subject=f"user:{actor}"))
    return rows.order_by("-seq")


def count_events() -> int:
    """How many events the chain holds, of all organisations."""
    return Event.objects.count()
