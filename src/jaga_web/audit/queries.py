"""Reading the audit chain."""

from django.db.models import Q, QuerySet

from jaga_web.audit.models import Event


def events_of(organisation: int, *, verb: str = "", actor: str = "") -> QuerySet[Event]:
    """The events of one organisation, newest first, optionally of one verb or one person."""
    rows = Event.objects.filter(organisation_id=organisation)
    if verb:
        rows = rows.filter(verb=verb)
    if actor.isascii() and actor.isdigit():
        rows = rows.filter(Q(actor_id=int(actor[:15])) | Q(subject=f"user:{int(actor[:15])}"))
    return rows.order_by("-seq")
