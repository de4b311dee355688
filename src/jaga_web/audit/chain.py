"""How an event is hashed: SHA-256 over its canonical JSON, which holds the hash before it."""

import hashlib
import json
from datetime import UTC, datetime

from jaga_web.audit.models import Event

BEGINNING = "0" * 64


def digest(event: Event, *, seq: int | None = None) -> str:
    """The hash `event` should carry (64 hex digits), at its own place or at `seq`."""
    row = {
        "seq": event.seq if seq is None else seq,
        "at": moment(event.at),
        "actor": event.actor_id,
        "role": event.actor_role,
        "organisation": event.organisation_id,
        "verb": event.verb,
        "subject": event.subject,
        "detail": event.detail,
        "previous": event.previous,
    }
    text = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def moment(at: datetime) -> str:
    """UTC with microseconds, whatever zone the database answered in."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
