"""What a page carries to the next in a hidden field, sealed: so /lapor needs no cookie.

A form without its token, or with one of another page, is refused with a 403. There is no cookie
that a foreign site could borrow: whoever holds a page's token was given that page, and acts on a
report need a token that only its six words open. See docs/adr on the public door.
"""

import base64
import binascii
import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from jaga.errors import NotInstalledRight
from jaga_web import sealing

PURPOSE = "channel.form"
# Writing may take a while; a page that shows a report should not stay usable on a shared phone.
LASTS = {"first": 24 * 3600, "code": 24 * 3600, "opened": 30 * 60}
OTHERS_LAST = 3 * 3600


class Forged(Exception):  # noqa: N818 - a form that is not ours
    """No token, somebody else's, or one of another page."""


class Stale(Exception):  # noqa: N818 - a form that waited too long
    """A token of ours past its time."""


@dataclass(frozen=True)
class Form:
    """One page's token: what it is for, when it was made, its own number, what it carries."""

    kind: str
    state: dict[str, Any] = field(default_factory=dict)
    nonce: str = ""
    made_at: int = 0


def issue(kind: str, state: dict[str, Any] | None = None) -> tuple[str, str]:
    """A token in letters a form can carry, and its nonce."""
    nonce = secrets.token_hex(16)
    content = {"k": kind, "t": int(time.time()), "n": nonce, "s": state or {}}
    sealed = sealing.seal(json.dumps(content, ensure_ascii=False), PURPOSE)
    return base64.urlsafe_b64encode(sealed).decode(), nonce


def opened(token: str, *kinds: str) -> Form:
    """The form behind a token of one of `kinds`. Raises Forged or Stale."""
    try:
        sealed = base64.b64decode(token, altchars=b"-_", validate=True)
        content = json.loads(sealing.unseal(sealed, PURPOSE))
    except (NotInstalledRight, ValueError, binascii.Error):
        raise Forged from None
    form = Form(content["k"], content["s"], content["n"], content["t"])
    if form.kind not in kinds:
        raise Forged
    if time.time() - form.made_at > LASTS.get(form.kind, OTHERS_LAST):
        raise Stale
    return form
