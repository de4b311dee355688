"""Keyed tokens: the same number always becomes the same token, and only the key can tell.

`v1:` + the first 26 characters of base32(HMAC-SHA256(key, kind + ":" + normalised value)),
in lower case. Normalising comes first, so that two ways of writing a number meet.
"""

import base64
import hashlib
import hmac
import re
import unicodedata
from pathlib import Path

from jaga.errors import BadInput
from jaga.words import Text

LENGTH = 26
SMALLEST_KEY_BYTES = 32
TOKEN = re.compile(r"v1:[a-z2-7]{26}", re.IGNORECASE)
_NOT_DIGITS = re.compile(r"[^0-9]+")
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


def read_token_key(path: Path) -> bytes:
    """The key a file holds, every byte of it; BadInput when it is shorter than 32 bytes."""
    try:
        key = path.read_bytes().strip(b"\r\n")
    except OSError:
        raise BadInput(
            Text(
                "Berkas kunci token tidak dapat dibuka. Periksa nama berkas dan izinnya.",
                "The token key file cannot be opened. Check its name and permissions.",
            )
        ) from None
    if len(key) < SMALLEST_KEY_BYTES:
        raise BadInput(
            Text(
                "Berkas kunci token harus memuat paling sedikit 32 bita acak. Buat yang baru, "
                "misalnya: head -c 48 /dev/urandom | base64 > kunci.txt",
                "The token key file must hold at least 32 random bytes. Make one, for example: "
                "head -c 48 /dev/urandom | base64 > key.txt",
            )
        )
    return key


def normalised(kind: str, value: str) -> str:
    """One spelling per thing: NFKC, digits only for accounts and phones, phones as +62….

    An account that holds letters keeps its letters (upper case) and digits.
    """
    text = unicodedata.normalize("NFKC", value).strip()
    if kind == "phone":
        return _phone(text)
    if kind in ("account", "holder"):
        return _NOT_ALPHANUMERIC.sub("", text).upper()
    return text.lower()


def _phone(text: str) -> str:
    digits = _ascii_digits(text)
    if not digits:
        return ""
    if not text.startswith("+"):
        if digits.startswith("00"):
            digits = digits[2:]
        elif digits.startswith("0"):
            digits = "62" + digits[1:]
        elif digits.startswith("8"):
            digits = "62" + digits
    if digits.startswith("620"):
        digits = "62" + digits[3:]
    return "+" + digits


def _ascii_digits(text: str) -> str:
    return _NOT_DIGITS.sub("", text)


def token(key: bytes, kind: str, value: str) -> str | None:
    """The keyed token of a value; a token passes unchanged; None when nothing is left of it."""
    if TOKEN.fullmatch(value.strip()):
        return value.strip().lower()
    text = normalised(kind, value)
    if not text:
        return None
    digest = hmac.digest(key, f"{kind}:{text}".encode(), "sha256")
    return "v1:" + base64.b32encode(digest).decode("ascii")[:LENGTH].lower()


def fingerprint(key: bytes | None) -> str:
    """Tells whether two reads used the same key, without telling the key."""
    if key is None:
        return "none"
    return hmac.digest(key, b"fingerprint", hashlib.sha256).hex()[:16]
