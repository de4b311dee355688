"""Spreadsheets from outside as plain text cells; what could harm is refused before it is opened.

Only text leaves this file: no formula is worked out, no macro, link, picture or style is looked at.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from jaga.errors import BadInput
from jaga.words import Text

# A questionnaire of 500 questions in four languages is under 1 MB; a year of exports under 30.
MOST_BYTES = 40_000_000
# XLSX is XML in a zip and shrinks about ten times; more, and it was made to fill a machine.
MOST_UNPACKED_BYTES = 400_000_000
MOST_TIMES_SMALLER = 200
SMALL_ENOUGH_BYTES = 5_000_000
MOST_PARTS = 2_000
MOST_ROWS = 200_000
MOST_COLUMNS = 6_000
# As pyxform reads a form: after so many empty headers or rows nothing more is expected.
EMPTY_COLUMNS = 20
EMPTY_ROWS = 60

OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ZIP = b"PK"
ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
LOOKED_AT_BYTES = 4_096


@dataclass(frozen=True)
class Line:
    """One row of a sheet: its number as the spreadsheet counts (1 is the first), cells as text."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet with the headers of its first row and the lines below that are not empty."""

    title: str
    headers: tuple[str, ...]
    lines: tuple[Line, ...]


def content(given: Path | str | bytes) -> bytes:
    """The bytes of a path, or the bytes themselves; BadInput when there is no such file."""
    if isinstance(given, bytes):
        return _not_too_large(given, len(given))
    path = Path(given)
    if not path.is_file():
        raise BadInput(
            Text(
                "Berkas itu tidak ada. Periksa nama dan foldernya.",
                "There is no such file. Check its name and folder.",
            )
        )
    return _not_too_large(path, path.stat().st_size)


def _not_too_large(given: Path | bytes, size: int) -> bytes:
    if size > MOST_BYTES:
        raise BadInput(
            Text(
                f"Berkas ini lebih besar dari {MOST_BYTES // 1_000_000} MB. Bagi menjadi beberapa "
                "berkas, atau hapus gambar di dalamnya.",
                f"This file is larger than {MOST_BYTES // 1_000_000} MB. Split it, or take the "
                "pictures out of it.",
            )
        )
    return given if isinstance(given, bytes) else given.read_bytes()


def is_zip(data: bytes) -> bool:
    """Whether these bytes are a zip: XLSX, or an archive of CSV files."""
    return data.startswith(ZIP)


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, after its table of contents was found harmless; BadInput otherwise."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError):
        raise _unreadable() from None
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    swollen = unpacked > max(SMALL_ENOUGH_BYTES, len(data) * MOST_TIMES_SMALLER)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED_BYTES or swollen:
        raise BadInput(
            Text(
                "Berkas ini mengembang terlalu besar ketika dibuka. Simpan ulang sebagai berkas "
                "baru yang hanya berisi lembar yang diperlukan.",
                "This file grows too large when it is opened. Save it again as a new file that "
                "holds only the sheets it needs.",
            )
        )
    if any(part.flag_bits & 1 for part in parts):
        raise BadInput(
            Text(
                "Berkas ini berkata sandi. Simpan tanpa kata sandi, lalu coba lagi.",
                "This file has a password. Save it without one and try again.",
            )
        )
    return archive


def sheets(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet of an XLSX file, empty ends cut off. BadInput says kindly what to do instead."""
    if data.startswith(OLD_EXCEL):
        raise BadInput(
            Text(
                "Ini berkas Excel lama atau berkata sandi. Simpan sebagai .xlsx tanpa kata sandi.",
                "This is an old or password-protected Excel file. Save it as .xlsx without a "
                "password.",
            )
        )
    if not is_zip(data):
        raise _unreadable()
    with opened(data) as archive:
        _refuse_macros(archive)
        _refuse_entities(archive)
    return _read(data)


def _refuse_macros(archive: zipfile.ZipFile) -> None:
    names = [name.lower() for name in archive.namelist()]
    kinds = (
        archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive.NameToInfo else b""
    )
    if any("vbaproject" in name for name in names) or b"macroEnabled" in kinds:
        raise BadInput(
            Text(
                "Berkas ini berisi makro. Simpan sebagai .xlsx biasa; makro tidak ikut.",
                "This file holds a macro. Save it as an ordinary .xlsx; the macro stays behind.",
            )
        )


def _refuse_entities(archive: zipfile.ZipFile) -> None:
    """XML that declares entities can name files or grow without end; a spreadsheet needs none."""
    for name in archive.namelist():
        if name.lower().endswith((".xml", ".rels")):
            with archive.open(name) as part:
                start = part.read(LOOKED_AT_BYTES)
            if any(mark in start for mark in ENTITIES):
                raise _unreadable()


def _read(data: bytes) -> tuple[Sheet, ...]:
    # Read here and not at the top: half a second that most commands need not wait.
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception:  # openpyxl lets many kinds through: zip, XML, keys, values
        raise _unreadable() from None
    try:
        return tuple(_sheet(sheet.title, _rows(sheet)) for sheet in book.worksheets)
    finally:
        book.close()


def _rows(sheet: object) -> Iterator[Sequence[object]]:
    """Rows as openpyxl gives them, as wide as the first row has headers."""
    first = next(iter(sheet.iter_rows(max_row=1, values_only=True)), ())  # type: ignore[attr-defined]
    wide = _width(first)
    yield first[:wide]
    if wide:
        yield from sheet.iter_rows(min_row=2, max_col=wide, values_only=True)  # type: ignore[attr-defined]


def _width(headers: Iterable[object]) -> int:
    """Columns up to the last header before a run of empty ones."""
    wide = empty = 0
    for number, header in enumerate(headers, start=1):
        filled = bool(text_of(header))
        wide, empty = (number, 0) if filled else (wide, empty + 1)
        if empty > EMPTY_COLUMNS or wide > MOST_COLUMNS:
            break
    return wide


def _sheet(title: str, rows: Iterator[Sequence[object]]) -> Sheet:
    headers = tuple(text_of(cell) for cell in next(rows, ()))
    lines, empty = [], 0
    for number, row in enumerate(rows, start=2):
        cells = tuple(text_of(cell) for cell in row)
        if any(cells):
            lines.append(Line(number, cells + ("",) * (len(headers) - len(cells))))
            empty = 0
        else:
            empty += 1
        if empty > EMPTY_ROWS:
            break
        if number > MOST_ROWS:
            raise _too_many_rows()
    return Sheet(title, headers, tuple(lines))


def text_of(value: object) -> str:
    """A cell as the field's tools write it: whole numbers without a point, days as YYYY-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).replace("\xa0", " ").strip()


def csv_sheet(title: str, data: bytes) -> Sheet:
    """A CSV file as a sheet; its separator is the one its first line has most of."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(
            Text(
                "CSV ini bukan UTF-8. Ekspor ulang dari Kobo atau ODK tanpa membukanya di Excel.",
                "This CSV is not UTF-8. Export it again from Kobo or ODK without opening it in "
                "Excel.",
            )
        ) from None
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return _sheet(title, iter(rows))
    except csv.Error:
        raise _unreadable() from None


def _unreadable() -> BadInput:
    return BadInput(
        Text(
            "Berkas ini tidak terbaca sebagai lembar kerja. Simpan ulang sebagai .xlsx, lalu coba "
            "lagi.",
            "This file cannot be read as a spreadsheet. Save it again as .xlsx and try again.",
        )
    )


def _too_many_rows() -> BadInput:
    return BadInput(
        Text(
            f"Lembar ini lebih dari {MOST_ROWS} baris. Bagi menjadi beberapa berkas.",
            f"This sheet has more than {MOST_ROWS} rows. Split it into several files.",
        )
    )
