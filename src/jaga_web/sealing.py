"""Sealed fields: AES-256-GCM at rest, so that a copy of the database names nobody.

Each sealed value is bound to its purpose (a text such as "people.user.display_name"), so a value
copied into another column does not open. What is sealed cannot be searched; use `fingerprint`.
"""

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from jaga.errors import NotInstalledRight
from jaga.words import Text
from jaga_web import keys

VERSION = b"\x01"
NONCE_BYTES = 12


def seal(plain: str, purpose: str) -> bytes:
    """Version, nonce and ciphertext of `plain`; different each time."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    box = AESGCM(keys.read(settings.JAGA_DATA_DIR, "sealing"))
    return VERSION + nonce + box.encrypt(nonce, plain.encode(), purpose.encode())


def unseal(sealed: bytes, purpose: str) -> str:
    """What was sealed for the same purpose with this installation's key."""
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    box = AESGCM(keys.read(settings.JAGA_DATA_DIR, "sealing"))
    try:
        if sealed[:1] != VERSION:
            raise InvalidTag
        return box.decrypt(nonce, body, purpose.encode()).decode()
    except InvalidTag:
        raise NotInstalledRight(
            Text(
                id="Data tersegel tidak dapat dibuka. Kembalikan berkas kunci keys/sealing.key "
                "yang dipakai saat data ini disimpan.",
                en="Sealed data does not open. Put back the key file keys/sealing.key that was "
                "in use when this data was stored.",
            )
        ) from None


def fingerprint(value: str, purpose: str) -> str:
    """A keyed, one-way mark (64 hex digits) by which equal values find each other."""
    key = keys.read(settings.JAGA_DATA_DIR, "lookup")
    return hmac.new(key, f"{purpose}\0{value}".encode(), hashlib.sha256).hexdigest()


if TYPE_CHECKING:
    _TextField = models.Field[str, str]
else:
    _TextField = models.Field


class SealedTextField(_TextField):
    """Text in Python, ciphertext in the database."""

    def __init__(self, *, purpose: str, **options: Any) -> None:
        self.purpose = purpose
        super().__init__(**options)

    def deconstruct(self) -> Any:
        """For migrations: the purpose is part of the field."""
        name, path, arguments, options = super().deconstruct()
        return name, path, arguments, {**options, "purpose": self.purpose}

    def get_internal_type(self) -> str:
        """Stored as bytes."""
        return "BinaryField"

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Seal on the way in."""
        if value is None:
            return None
        database: Any = connection
        return database.Database.Binary(seal(value, self.purpose))

    def from_db_value(self, value: Any, *_: object) -> str | None:
        """Unseal on the way out."""
        return None if value is None else unseal(bytes(value), self.purpose)

    def get_lookup(self, lookup_name: str) -> Any:
        """A sealed field cannot be searched; only asked whether it is empty."""
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is sealed: look it up by a fingerprint instead")
        return super().get_lookup(lookup_name)
