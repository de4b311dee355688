"""How much may be sent, without knowing by whom: no address is read, marked or kept.

Two buckets stand before each act: one of the page it comes from (so that no page can be pressed for
ever), one of the whole site for that kind of act. A bucket fills again by the minute. With
JAGA_PROOF_OF_WORK set, a browser that shows its work uses a wide bucket; one without scripts uses
the narrow one and stays welcome. Why no address: docs/adr on the public door.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from jaga_web.channel.models import Bucket
from jaga_web.sealing import fingerprint


class Busy(Exception):  # noqa: N818 - not a fault, a wait
    """Too much at once; nothing was lost, send it again in a minute."""


@dataclass(frozen=True)
class Rate:
    """How many at once, and how many more each minute."""

    at_once: int
    per_minute: int


PER_PAGE = Rate(8, 4)
# One Argon2id takes about 25 ms of one core: 120 codes a minute leave nine tenths of two cores.
WIDE = {"code": Rate(240, 120), "send": Rate(120, 60), "act": Rate(240, 120)}
NARROW = {"code": Rate(40, 20), "send": Rate(30, 15), "act": Rate(60, 30)}


def take(kind: str, nonce: str, work: str) -> None:
    """Take one "code", "send" or "act" from the page's bucket and from the site's. Raises Busy."""
    now, bits = timezone.now(), settings.JAGA_PROOF_OF_WORK
    shown = bits == 0 or is_work(nonce, work, bits)
    day = f"{now:%Y-%m-%d}"
    with transaction.atomic():
        fine = _take(f"page:{nonce}", PER_PAGE, now) and _take(
            f"{kind}:{shown}:{day}", (WIDE if shown else NARROW)[kind], now
        )
    if not fine:
        raise Busy


def is_work(nonce: str, work: str, bits: int) -> bool:
    """Whether SHA-256 of "nonce:work" begins with `bits` zero bits."""
    if not (work.isascii() and work.isdigit() and len(work) <= 12):
        return False
    digest = hashlib.sha256(f"{nonce}:{work}".encode()).digest()
    return int.from_bytes(digest, "big") >> (256 - bits) == 0


def _take(name: str, rate: Rate, now: datetime) -> bool:
    mark = fingerprint(name, "channel.bucket")
    bucket, _made = Bucket.objects.select_for_update().get_or_create(
        mark=mark, defaults={"left": rate.at_once, "filled_at": now}
    )
    minutes = max(0.0, (now - bucket.filled_at).total_seconds() / 60)
    bucket.left = min(float(rate.at_once), bucket.left + minutes * rate.per_minute)
    bucket.filled_at = now
    fine = bucket.left >= 1
    bucket.left -= 1 if fine else 0
    bucket.save(update_fields=["left", "filled_at"])
    return fine
