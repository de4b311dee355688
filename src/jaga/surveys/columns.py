"""A file of answers as columns of text: CSV or XLSX, one row for each person or household.

Nothing is guessed. A cell that is missing stays missing, a number that is not one is refused by its
row, and a column is named by its role in the sentence: a file without a heading row has answers
where names should be, and those are never repeated.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from jaga.errors import BadInput
from jaga.surveys.design import Floats
from jaga.surveys.workbooks import Line, content, csv_sheet, is_zip, sheets
from jaga.words import Text

# How files say that there is no answer: nothing at all, or what R and spreadsheets write for it.
MISSING = frozenset({"", "NA", "N/A", "#N/A", "NaN", "nan"})
NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
# Beyond this no answer, weight or population lies, and sums of squares would overflow.
LARGEST = 1e15


def number_of(cell: str) -> float:
    """A cell as a number; NaN where it is none that an answer or a weight can be."""
    number = float(cell) if NUMBER.fullmatch(cell) else math.nan
    return number if abs(number) <= LARGEST else math.nan


@dataclass(frozen=True)
class Columns:
    """Names of the heading row, and the lines below, each with its number in the file."""

    names: tuple[str, ...]
    lines: tuple[Line, ...]

    def has(self, name: str) -> bool:
        """Whether there is such a column."""
        return name in self.names

    def text(self, name: str, role: str) -> tuple[str, ...]:
        """A column's cells, "" where missing. `role`: the option that named it."""
        found = [place for place, one in enumerate(self.names) if one == name]
        if not found:
            raise BadInput(
                Text(
                    "Kolom yang disebut oleh {role} tidak ada di berkas: periksa baris judulnya.",
                    "The column named by {role} is not in the file: look at its heading row.",
                ).filled(role=role)
            )
        if len(found) > 1:
            raise BadInput(
                Text(
                    "Judul kolom yang disebut oleh {role} ada lebih dari satu: ganti namanya.",
                    "The heading named by {role} stands there more than once: rename one.",
                ).filled(role=role)
            )
        cells = (line.cells[found[0]].strip() for line in self.lines)
        return tuple("" if cell in MISSING else cell for cell in cells)

    def numbers(self, name: str, role: str) -> Floats:
        """A column as numbers, NaN where missing."""
        return np.array(list(self._read(self.text(name, role), role)), dtype=float)

    def whole(self, name: str, role: str) -> tuple[str, ...]:
        """A column without a missing cell: what the design rests on."""
        cells = self.text(name, role)
        if "" in cells:
            raise BadInput(
                Text(
                    "Kolom {role} kosong pada baris {row}: setiap baris harus terisi.",
                    "The column of {role} is empty in row {row}: every row needs it.",
                ).filled(role=role, row=self.lines[cells.index("")].number)
            )
        return cells

    def whole_numbers(self, name: str, role: str) -> Floats:
        """Likewise as numbers."""
        self.whole(name, role)
        return self.numbers(name, role)

    def _read(self, cells: tuple[str, ...], role: str) -> Iterator[float]:
        for line, cell in zip(self.lines, cells, strict=True):
            if cell and math.isnan(number_of(cell)):
                raise BadInput(
                    Text(
                        "Kolom {role} bukan angka pada baris {row}: tulis angka tanpa pemisah "
                        "ribuan, dengan titik untuk desimal (1234.5).",
                        "The column of {role} is no number in row {row}: write numbers without a "
                        "thousands separator and with a decimal point (1234.5).",
                    ).filled(role=role, row=line.number)
                )
            yield number_of(cell)


def read_columns(given: Path | bytes) -> Columns:
    """The first sheet of an XLSX file, or a CSV (comma, semicolon or tab, UTF-8)."""
    data = content(given)
    sheet = sheets(data)[0] if is_zip(data) else csv_sheet("", data)
    if not sheet.lines:
        raise BadInput(
            Text(
                "Berkas data perlu baris judul dan paling sedikit satu baris jawaban.",
                "The data file needs a heading row and at least one row of answers.",
            )
        )
    width = len(sheet.headers)
    for line in sheet.lines:
        if any(cell.strip() for cell in line.cells[width:]):
            raise BadInput(
                Text(
                    "Baris {row} lebih panjang daripada baris judul: periksa pemisah kolomnya.",
                    "Row {row} is longer than the heading row: look at its separators.",
                ).filled(row=line.number)
            )
    return Columns(tuple(name.strip() for name in sheet.headers), sheet.lines)
