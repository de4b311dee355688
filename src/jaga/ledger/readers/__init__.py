"""Which files to read, and with what: decided by what a file holds, not by its name alone."""

import gzip
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jaga.errors import BadInput
from jaga.ledger.readers.csv import open_csv
from jaga.ledger.readers.iso20022 import looks_like_xml, open_iso20022
from jaga.ledger.readers.opened import damaged_gzip
from jaga.ledger.readers.parquet import open_parquet
from jaga.ledger.readers.raw import RawFile, empty_file
from jaga.ledger.tables import PAYMENTS, Column
from jaga.words import Text

ENDINGS = (".csv", ".csv.gz", ".parquet", ".xml", ".xml.gz")


@dataclass(frozen=True)
class Source:
    """One file to read; `name` is what reports show: the path within the folder given."""

    path: Path
    name: str


def expand(paths: Sequence[Path]) -> list[Source]:
    """Files as given, and the payment files in folders, by name."""
    found: list[Source] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                one
                for one in path.rglob("*")
                if one.is_file() and one.name.lower().endswith(ENDINGS)
            )
            if not inside:
                raise BadInput(
                    Text(
                        "Folder ini tidak memuat berkas .csv, .csv.gz, .parquet, .xml atau "
                        ".xml.gz. Sebut berkasnya atau folder lain.",
                        "This folder holds no .csv, .csv.gz, .parquet, .xml or .xml.gz file. Name "
                        "the file or another folder.",
                    )
                )
            found += [Source(one, one.relative_to(path).as_posix()) for one in inside]
        elif path.is_file():
            found.append(Source(path, path.name))
        else:
            raise BadInput(
                Text(
                    f"Berkas “{path.name}” tidak ada. Periksa nama dan foldernya.",
                    f"There is no file “{path.name}”. Check its name and folder.",
                )
            )
    return found


def open_file(
    path: Path,
    wanted: tuple[Column, ...],
    named: Mapping[str, str],
    constants: Mapping[str, str],
    delimiter: str | None,
    rails: Mapping[str, str] | None = None,
) -> RawFile:
    """The reader that fits what the file holds; BadInput when there is none.

    `rails`: an institution's own rail words, which messages may hold.
    """
    try:
        start = _start(path)
    except PermissionError:
        raise BadInput(
            Text(
                "Berkas tidak boleh dibaca. Periksa izinnya.",
                "The file may not be read. Check its permissions.",
            )
        ) from None
    if looks_like_xml(start):
        if wanted is not PAYMENTS:
            raise _no_message()
        return open_iso20022(path, rails or {})
    _refuse_others(start)
    if start.startswith(b"PAR1"):
        return open_parquet(path, wanted, named, constants)
    return open_csv(path, wanted, named, constants, delimiter)


def _start(path: Path) -> bytes:
    """The first bytes, decompressed when gzipped."""
    with path.open("rb") as raw:
        start = raw.read(4096)
        if not start.startswith(b"\x1f\x8b"):
            return start
        raw.seek(0)
        try:
            return gzip.open(raw).read(4096)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            raise damaged_gzip() from None


def _refuse_others(start: bytes) -> None:
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text:
        raise empty_file()
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"BZh", b"\xfd7zXZ", b"(\xb5/\xfd")):
        raise BadInput(
            Text(
                "Ini lembar kerja atau arsip, bukan CSV. Simpan sebagai “CSV UTF-8” atau buka "
                "arsipnya dahulu (gzip boleh).",
                "This is a spreadsheet or an archive, not CSV. Save it as “CSV UTF-8”, or unpack "
                "it first (gzip is fine).",
            )
        )
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput(
            Text(
                "Berkas ini UTF-16. Simpan ulang sebagai “CSV UTF-8”.",
                "This file is UTF-16. Save it again as “CSV UTF-8”.",
            )
        )


def _no_message() -> BadInput:
    return BadInput(
        Text(
            "Ini berkas XML. Rekening dan daftar pantau diberikan sebagai CSV atau Parquet.",
            "This is an XML file. Accounts and watchlists are given as CSV or Parquet.",
        )
    )
