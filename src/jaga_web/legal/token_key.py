"""The key under which numbers leave as tokens: the very key that screening reads payments with."""

import os
import secrets
from pathlib import Path

from django.conf import settings

from jaga.ledger.tokens import read_token_key

RANDOM_BYTES = 48


def token_key() -> bytes:
    """The key of JAGA_TOKEN_KEY; without that setting, one of this installation's own.

    A partner that screens payments uses the same file as `--token-key`. Raises BadInput.
    """
    path = settings.JAGA_TOKEN_KEY or Path(settings.JAGA_DATA_DIR) / "keys" / "token.txt"
    if settings.JAGA_TOKEN_KEY is None and not path.is_file():
        _make(path)
    return read_token_key(path)


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(RANDOM_BYTES) + "\n")
    try:
        # A hard link appears whole or not at all, and never replaces a key already in use.
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
