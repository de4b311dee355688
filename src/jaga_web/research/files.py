"""Which files a survey takes in: spreadsheets and text tables, known by their content.

XLSX, CSV, or a ZIP of CSV files. Whatever carries a picture, a recording, a script or another
file inside is refused whole, and nothing of it is kept. The name a file had is never looked at.
"""

import io
import zipfile
from dataclasses import dataclass
from typing import Literal

from jaga.errors import BadInput
from jaga.words import Text

Kind = Literal["xlsx", "csv", "zip"]
MOST_BYTES = 5 * 1024 * 1024
# A spreadsheet is a ZIP; one that swells past these was made to fill the memory.
MOST_UNPACKED_BYTES = 60 * 1024 * 1024
MOST_PARTS = 200

WELCOME = Text(
    "Yang diterima hanya lembar kerja XLSX, CSV, atau ZIP berisi CSV, paling besar 5 MB. Gambar, "
    "rekaman, dan berkas lain tidak disimpan. Tidak ada yang disimpan dari berkas ini.",
    "Only XLSX sheets, CSV, or a ZIP of CSV files are taken, of at most 5 MB. Pictures, recordings "
    "and other files are not kept. Nothing of this file was kept.",
)
HIDDEN = Text(
    "Berkas ini membawa gambar, makro, atau berkas lain di dalamnya. Ekspor ulang tanpa lampiran "
    "media, lalu unggah lagi. Tidak ada yang disimpan.",
    "This file carries a picture, a macro or another file inside. Export it again without media "
    "attachments, and upload that. Nothing was kept.",
)
# What spreadsheets consist of. Anything else inside one is not a table.
PLAIN_PARTS = (".xml", ".rels", ".vml", "/")
CARRIERS = ("/media/", "/embeddings/", "/activex/", "vbaproject", "/drawings/media")


@dataclass(frozen=True)
class Sheet:
    """The bytes of one welcome file, and what they are."""

    data: bytes
    kind: Kind

    @property
    def suffix(self) -> str:
        """How a reader that goes by names would call it."""
        return f".{self.kind}"


def check(data: bytes) -> Sheet:
    """The file, known by its content. Raises BadInput with what to do for any other."""
    if not data or len(data) > MOST_BYTES:
        raise BadInput(WELCOME)
    if data.startswith(b"PK\x03\x04"):
        return Sheet(data, _packed(data))
    _check_text(data)
    return Sheet(data, "csv")


def _packed(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile:
        raise BadInput(WELCOME) from None
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED_BYTES:
        raise BadInput(WELCOME)
    names = [part.filename.lower() for part in parts]
    if "[content_types].xml" in names:
        if not any(name.startswith("xl/") for name in names):
            raise BadInput(WELCOME)
        if any(mark in f"/{name}" for name in names for mark in CARRIERS):
            raise BadInput(HIDDEN)
        if not all(name.endswith(PLAIN_PARTS) for name in names):
            raise BadInput(HIDDEN)
        return "xlsx"
    if not all(name.endswith((".csv", "/")) for name in names):
        raise BadInput(HIDDEN)
    _check_csv_parts(data)
    return "zip"


def _check_csv_parts(data: bytes) -> None:
    """A name promises little: each part must be text."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            tables = [part for part in packed.infolist() if not part.is_dir()]
            if not tables:
                raise BadInput(WELCOME)
            for part in tables:
                _check_text(packed.read(part))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        raise BadInput(WELCOME) from None


def _check_text(data: bytes) -> None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(WELCOME) from None
    if any(ord(letter) < 32 and letter not in "\t\r\n" for letter in text[:1_000_000]):
        raise BadInput(WELCOME)
    start = text.lstrip()[:20].lower()
    first = text.lstrip().split("\n", 1)[0]
    is_table = any(separator in first for separator in ",;\t")
    if start.startswith(("<", "{", "%!", "%pdf", "mime-version")) or not is_table:
        raise BadInput(WELCOME)
