"""The key of a release ledger kept as a file: seals the true counts that the next audit needs."""

import base64
import os
import secrets
from importlib.util import find_spec
from pathlib import Path

from jaga.errors import NotInstalledRight
from jaga.words import Text

KEY_BYTES = 32
NONCE_BYTES = 12

LOST = Text(
    "Hitungan asli di buku terbitan tidak terbuka dengan kunci ini. Kembalikan berkas .key yang "
    "dipakai saat buku itu dimulai.",
    "The true counts in the ledger do not open with this key. Put back the .key file that was in "
    "use when the ledger was begun.",
)


class KeyFile:
    """AES-256-GCM with the key in one file, readable by its owner alone and made on first use.

    The ledger may be read by many; keep the key apart from it and from its backups.
    """

    def __init__(self, path: Path) -> None:
        if find_spec("cryptography") is None:
            raise NotInstalledRight(
                Text(
                    'Menyegel hitungan memerlukan bagian web. Jalankan: pip install "jaga[web]"',
                    'Sealing counts needs the web part. Run: pip install "jaga[web]"',
                )
            )
        self._path = path

    def seal(self, plain: str, purpose: str) -> str:
        """Nonce and ciphertext in base64, bound to `purpose`."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = AESGCM(self._key()).encrypt(nonce, plain.encode(), purpose.encode())
        return base64.b64encode(nonce + sealed).decode()

    def unseal(self, sealed: str, purpose: str) -> str:
        """What was sealed for the same purpose. Raises NotInstalledRight with another key."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        raw = base64.b64decode(sealed)
        if not self._path.is_file():
            raise NotInstalledRight(LOST)
        try:
            box = AESGCM(self._key())
            return box.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], purpose.encode()).decode()
        except (InvalidTag, ValueError):
            raise NotInstalledRight(LOST) from None

    def _key(self) -> bytes:
        try:
            if not self._path.exists():
                made = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(made, "wb") as file:
                    file.write(secrets.token_bytes(KEY_BYTES))
            return self._path.read_bytes()
        except OSError:
            raise NotInstalledRight(LOST) from None
