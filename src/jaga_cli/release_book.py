"""The ledger of releases kept as a file: read whole, and one line added while nobody else does."""

import fcntl
import os
from pathlib import Path

from jaga.errors import BadInput
from jaga.evidence.releases import Ledger, read_ledger
from jaga.words import Text

MISSING = Text(
    "Kunci buku terbitan ada, tetapi bukunya tidak. Periksa --ledger, atau kembalikan buku itu "
    "dari salinan cadangan; tanpa buku itu terbitan sebelumnya tidak diperiksa.",
    "The key of the ledger is there, but not the ledger. Look at --ledger, or put the ledger back "
    "from a backup; without it earlier releases go unchecked.",
)
CHANGED = Text(
    "Sementara itu ada terbitan lain yang tercatat. Tidak ada yang diterbitkan; jalankan lagi "
    "agar keduanya diperiksa bersama.",
    "Another release was added meanwhile. Nothing was published; run it again, so that both are "
    "checked together.",
)
UNREADABLE = Text(
    "Buku terbitan tidak dapat dibaca. Periksa --ledger.",
    "The ledger cannot be read. Look at --ledger.",
)
UNWRITABLE = Text(
    "Tidak dapat menulis ke --ledger. Pilih tempat lain.",
    "Cannot write to --ledger. Choose another place.",
)


def key_of(path: Path) -> Path:
    """Where the key of a ledger lies."""
    return path.with_name(path.name + ".key")


def read(path: Path) -> Ledger:
    """The ledger; empty where none was begun. Raises BadInput when it was touched or is lost."""
    if not path.exists():
        if key_of(path).exists():
            raise BadInput(MISSING)
        return Ledger()
    try:
        return _ledger(path.read_bytes())
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(UNREADABLE) from error


def add(path: Path, before: Ledger, line: str) -> None:
    """Put `line` at the end of the ledger, if it still is as it was before. Raises BadInput."""
    try:
        with path.open("a+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            found = file.read()
            if _ledger(found).lines != before.lines:
                raise BadInput(CHANGED)
            ended = b"" if not found or found.endswith(b"\n") else b"\n"
            file.write(ended + line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise BadInput(UNWRITABLE) from error


def _ledger(data: bytes) -> Ledger:
    # At line feeds alone: a title may hold one of the letters that `splitlines` takes for an end.
    return read_ledger(data.decode("utf-8-sig").replace("\r\n", "\n").split("\n"))
