"""Account tokens as the web may hold them: keyed, never a plain number.

A keyed token is `v1:` and 26 base32 characters of HMAC-SHA256(key, kind + ":" + value).
A run screened without a token key carries plain values; they are keyed on the way in with the
installation's own key, so that the database alone names no account.
"""

import base64
import hmac
import re
import unicodedata

KEYED = re.compile(r"v1:[A-Z2-7]{26}\Z")
_NUMBER = re.compile(r"\+?[\d\s.\-]+\Z")
TOKEN_LENGTH = 26


def is_keyed(token: str) -> bool:
    """Whether `token` already has the keyed form."""
    return KEYED.match(token) is not None


def normalised(value: str) -> str:
    """`value` in one spelling: NFKC, and digits only where it is a number with separators."""
    plain = unicodedata.normalize("NFKC", value).strip()
    if _NUMBER.match(plain):
        return re.sub(r"\D", "", plain)
    return plain


def keyed(token: str, key: bytes) -> str:
    """`token` unchanged if it is keyed, else its keyed form under `key`."""
    if is_keyed(token):
        return token
    digest = hmac.digest(key, f"account:{normalised(token)}".encode(), "sha256")
    return "v1:" + base64.b32encode(digest).decode()[:TOKEN_LENGTH]


def short(token: str) -> str:
    """A token a person can compare at a glance, such as `v1:ABCD…WXYZ`."""
    if len(token) <= 14:
        return token
    return f"{token[:7]}…{token[-4:]}"
