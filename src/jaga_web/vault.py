"""One key for each case and each report, kept outside the database: destroy it and nothing opens.

Keys lie as one small file each under `case-keys/` in the data folder, wrapped by
`keys/wrapping.key`. Neither folder belongs into a backup of the database: whoever restores an old
database cannot restore what was erased. Several servers of one site share the folder.
"""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from jaga.errors import BadInput, NotInstalledRight
from jaga.words import Text
from jaga_web import keys

VERSION = b"\x02"
NONCE_BYTES, KEY_BYTES, ID_BYTES = 12, 32, 16
# What a field says whose key was destroyed; it is shown as it is and never stored.
ERASED = "[terhapus / erased]"
ID = re.compile(r"[0-9a-f]{32}")
GONE = Text(
    "Berkas ini sudah dihapus untuk selamanya, jadi tidak ada lagi yang dapat ditulis di sini.",
    "This file was erased for good, so nothing more can be written here.",
)


def new_key() -> str:
    """Make a key; returns its id (32 hex digits), which the row keeps in plain.

    A full disk leaves no half-written key: OSError is raised and nothing is there.
    """
    name = secrets.token_hex(ID_BYTES)
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(_wrap(secrets.token_bytes(KEY_BYTES), name))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        (folder / name).unlink(missing_ok=True)
        raise
    _flush_folder(folder)
    return name


def has_key(name: str) -> bool:
    """Whether what was sealed with this key can still be opened."""
    return bool(name) and _path(name).is_file()


def names() -> list[str]:
    """The ids of all keys there are, in a fixed order."""
    folder = _folder()
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path.name for path in found if ID.fullmatch(path.name))


def made_at(name: str) -> float:
    """When a key was made, in seconds since 1970. Raises FileNotFoundError once it is gone."""
    return _path(name).stat().st_mtime


def destroy(name: str) -> None:
    """Destroy a key for good; doing it twice, or again after a crash, does no harm.

    Call it with `transaction.on_commit`, so that no rolled-back act loses a file. The key first
    loses its name, in one step, so nobody ever meets one that is half overwritten. Raises OSError
    while the disk refuses; then call it again.
    """
    path = _path(name)
    doomed = path.with_name(name + ".destroyed")
    if path.is_file():
        path.replace(doomed)
        _flush_folder(path.parent)
    if not doomed.is_file():
        return
    # Overwriting is one more hurdle, and not every disk keeps it; the unlinking is what counts.
    with suppress(OSError), doomed.open("r+b") as file:
        file.write(secrets.token_bytes(doomed.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    doomed.unlink(missing_ok=True)
    _flush_folder(path.parent)


def seal(plain: bytes, key: str, purpose: str) -> bytes:
    """Version, key id, nonce and ciphertext of `plain`; different each time.

    Raises BadInput once the key was destroyed: what was erased is not written on.
    """
    nonce = secrets.token_bytes(NONCE_BYTES)
    try:
        box = AESGCM(_key(key))
    except FileNotFoundError:
        raise BadInput(GONE) from None
    body = box.encrypt(nonce, plain, _bound(key, purpose))
    return VERSION + bytes.fromhex(key) + nonce + body


def unseal(sealed: bytes, purpose: str) -> bytes | None:
    """What was sealed for the same purpose; None when its key was destroyed."""
    start = len(VERSION) + ID_BYTES
    key = sealed[len(VERSION) : start].hex()
    nonce, body = sealed[start : start + NONCE_BYTES], sealed[start + NONCE_BYTES :]
    try:
        if sealed[:1] != VERSION:
            raise InvalidTag
        return AESGCM(_key(key)).decrypt(nonce, body, _bound(key, purpose))
    except FileNotFoundError:
        return None
    except InvalidTag:
        raise _wrong_key() from None


def mark(key: str, purpose: str) -> str:
    """A one-way mark (64 hex digits) that only this very key makes; "" once it was destroyed.

    Unlike `sealing.fingerprint` it cannot be found by trying numbers with one stolen key: each
    row's mark needs that row's own key, and nobody can make it again after an erasure.
    """
    try:
        plain = _key(key)
    except FileNotFoundError:
        return ""
    return HKDFExpand(SHA256(), KEY_BYTES, f"mark\0{purpose}".encode()).derive(plain).hex()


def _bound(key: str, purpose: str) -> bytes:
    return f"{purpose}\0{key}".encode()


def _key(name: str) -> bytes:
    """The key in plain. Raises FileNotFoundError once it was destroyed."""
    stored = _path(name).read_bytes()
    box = AESGCM(keys.read(settings.JAGA_DATA_DIR, "wrapping"))
    try:
        return box.decrypt(stored[:NONCE_BYTES], stored[NONCE_BYTES:], name.encode())
    except InvalidTag:
        raise _wrong_key() from None


def _wrap(key: bytes, name: str) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    box = AESGCM(keys.read(settings.JAGA_DATA_DIR, "wrapping"))
    return nonce + box.encrypt(nonce, key, name.encode())


def _folder() -> Path:
    return Path(settings.JAGA_DATA_DIR) / "case-keys"


def _path(name: str) -> Path:
    if not ID.fullmatch(name):
        raise ValueError("a key id has 32 hex digits")
    return _folder() / name


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _wrong_key() -> NotInstalledRight:
    return NotInstalledRight(
        Text(
            id="Data kasus tidak dapat dibuka. Kembalikan berkas kunci keys/wrapping.key yang "
            "dipakai saat data ini disimpan.",
            en="Case data does not open. Put back the key file keys/wrapping.key that was in use "
            "when this data was stored.",
        )
    )


if TYPE_CHECKING:
    # Null where nothing was written; the stubs cannot tell which field is which.
    _TextField = models.Field[Any, Any]
else:
    _TextField = models.Field


class KeyedTextField(_TextField):
    """Text in Python, ciphertext under the row's own key in the database.

    `key` is the attribute path from the row to its key id ("key_id", "case.key_id"). Only saving
    a row can seal, so `QuerySet.update` and `bulk_update` are refused. A destroyed key reads as
    `ERASED`, which is never written back.
    """

    def __init__(self, *, purpose: str, key: str, **options: Any) -> None:
        self.purpose, self.key = purpose, key
        super().__init__(**options)

    def deconstruct(self) -> Any:
        """For migrations: purpose and key path are part of the field."""
        name, path, arguments, options = super().deconstruct()
        return name, path, arguments, {**options, "purpose": self.purpose, "key": self.key}

    def get_internal_type(self) -> str:
        """Stored as bytes."""
        return "BinaryField"

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Seal with the key of this very row."""
        value = getattr(model_instance, self.attname)
        if value is None:
            return None
        if value == ERASED:
            raise FieldError(f"{self.name} was erased and is not written again")
        owner: Any = model_instance
        for step in self.key.split("."):
            owner = getattr(owner, step)
        return seal(str(value).encode(), owner, self.purpose)

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Only what `pre_save` sealed goes in."""
        if value is None:
            return None
        if not isinstance(value, bytes):
            raise FieldError(f"{self.name} is sealed with its row's key: save the row instead")
        database: Any = connection
        return database.Database.Binary(value)

    def from_db_value(self, value: Any, *_: object) -> str | None:
        """Open on the way out."""
        if value is None:
            return None
        plain = unseal(bytes(value), self.purpose)
        return ERASED if plain is None else plain.decode()

    def get_lookup(self, lookup_name: str) -> Any:
        """A sealed field cannot be searched; only asked whether it is empty."""
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is sealed: look it up by a fingerprint instead")
        return super().get_lookup(lookup_name)
