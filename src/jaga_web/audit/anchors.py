"""Anchors: signed lines, kept outside the database, that say how far the chain had come.

Whoever can rewrite the whole database can also recompute every hash; not the signed lines that
were exported before. The key is Ed25519, from the file keys/anchor.key in the data folder.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from jaga.errors import BadInput
from jaga.words import Text
from jaga_web import keys


@dataclass(frozen=True)
class Anchor:
    """The chain's last event at a moment: its number and hash, signed."""

    at: str
    seq: int
    hash: str
    signature: str = ""

    def body(self) -> bytes:
        """What is signed."""
        return f"jaga-anchor-1\n{self.at}\n{self.seq}\n{self.hash}".encode()

    def signed(self) -> "Anchor":
        """The same, signed with this installation's key."""
        return Anchor(self.at, self.seq, self.hash, _private().sign(self.body()).hex())

    def holds(self) -> bool:
        """Whether this installation signed it, word for word."""
        try:
            public_key().verify(bytes.fromhex(self.signature), self.body())
        except (InvalidSignature, ValueError):
            return False
        return True

    def line(self) -> str:
        """One JSON line."""
        return json.dumps(asdict(self), sort_keys=True)


def default_file() -> Path:
    """Where anchors go unless told otherwise."""
    return Path(settings.JAGA_DATA_DIR) / "anchors.jsonl"


def read(path: Path) -> list[Anchor]:
    """The anchors of a file, one a line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [_anchor(json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, KeyError, TypeError):
        raise BadInput(
            Text(
                id="Berkas jangkar tidak terbaca. Pakai berkas yang dibuat `jaga audit anchor`.",
                en="The anchor file is not readable. Use one made by `jaga audit anchor`.",
            )
        ) from None


def append(path: Path, anchor: Anchor) -> None:
    """Add one line; earlier lines stay as they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(anchor.line() + "\n")


def public_key() -> Ed25519PublicKey:
    """The key with which anybody can check an anchor."""
    return _private().public_key()


def _private() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(keys.read(settings.JAGA_DATA_DIR, "anchor"))


def _anchor(row: dict[str, object]) -> Anchor:
    return Anchor(str(row["at"]), int(str(row["seq"])), str(row["hash"]), str(row["signature"]))
