"""Writing to the audit chain."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from django.db import connection, transaction
from django.utils import timezone

from jaga_web.audit import chain
from jaga_web.audit.anchors import Anchor, append
from jaga_web.audit.models import Event, Head
from jaga_web.audit.queries import has_read
from jaga_web.audit.verbs import VERBS

LONGEST_DETAIL = 200


class Actor(Protocol):
    """What the chain needs to know of a person: a number and roles, no name."""

    @property
    def pk(self) -> int: ...

    @property
    def roles(self) -> Sequence[str]: ...


def record(
    *,
    by: Actor | None,
    verb: str,
    subject: str,
    organisation: int | None,
    detail: Mapping[str, str | int] | None = None,
) -> Event:
    """Add one event in the caller's transaction, so that act and trace stand or fall together.

    `subject` is a kind and a number ("alert:12"); `detail` holds codes and counts, no names.
    Call it last in an action: the head stays locked until the transaction ends.
    """
    _check(verb, subject, detail or {})
    head, _ = Head.objects.select_for_update().get_or_create(
        pk=1, defaults={"seq": 0, "hash": chain.BEGINNING}
    )
    event = Event(
        seq=head.seq + 1,
        at=timezone.now(),
        actor_id=by.pk if by else None,
        actor_role=",".join(by.roles) if by else "system",
        organisation_id=organisation,
        verb=verb,
        subject=subject,
        detail=dict(detail or {}),
        previous=head.hash,
    )
    event.hash = chain.digest(event)
    event.save(force_insert=True)
    head.seq, head.hash = event.seq, event.hash
    head.save(update_fields=["seq", "hash"])
    return event


def record_read(*, by: Actor, verb: str, subject: str, organisation: int, since: datetime) -> None:
    """Record that a person read `subject`, once since `since`, however often they look again."""
    if has_read(actor=by.pk, verb=verb, subject=subject, since=since):
        return
    with transaction.atomic():
        # The head puts two windows of one person in a queue; the second finds the first's event.
        Head.objects.select_for_update().filter(pk=1).first()
        if not has_read(actor=by.pk, verb=verb, subject=subject, since=since):
            record(by=by, verb=verb, subject=subject, organisation=organisation)


def _check(verb: str, subject: str, detail: Mapping[str, str | int]) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("record an event inside the transaction of the act it tells of")
    if verb not in VERBS:
        raise ValueError(f"verb {verb!r} is not listed in audit/verbs.py")
    kind, _, number = subject.partition(":")
    if not (kind.isidentifier() and number):
        raise ValueError("a subject is a kind and a number, such as alert:12")
    for name, value in detail.items():
        if not isinstance(value, str | int) or len(str(value)) > LONGEST_DETAIL:
            raise ValueError(f"detail {name!r} is not a code or a count")


@transaction.atomic
def anchor(*, file: Path) -> Anchor:
    """Sign how far the chain has come and export it as one line of `file`."""
    head = Head.objects.select_for_update().get(pk=1)
    made = Anchor(at=chain.moment(timezone.now()), seq=head.seq, hash=head.hash).signed()
    record(
        by=None,
        verb="audit.anchored",
        subject=f"event:{made.seq}",
        organisation=None,
        detail={"hash": made.hash},
    )
    append(file, made)
    return made
