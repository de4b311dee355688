"""CSV from people: every row that is wrong is named with its line, and then nothing is taken in."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jaga.errors import BadInput
from jaga.spreadsheet import STARTS_A_FORMULA
from jaga.words import Text

MOST_ROWS = 2_000
# More are not told at once: the first mistakes usually explain the rest.
MOST_TOLD = 20
LONGEST_TEXT = 160
# A telephone number, an identity number, an account: nothing that belongs in a title.
_PERSONAL = re.compile(r"@|(?:[0-9][ .-]?){9,}")


class WrongRows(BadInput):
    """A file with mistakes; `problems` holds each, with its line."""

    def __init__(self, problems: Sequence[Text]) -> None:
        self.problems = tuple(problems[:MOST_TOLD])
        super().__init__(
            Text(" ".join(p.id for p in self.problems), " ".join(p.en for p in self.problems))
        )


@dataclass(frozen=True)
class Line:
    """A row of the file: the number of its line, and what stands under each heading."""

    number: int
    values: Mapping[str, str]


def refuse(indonesian: str, english: str) -> BadInput:
    """The refusal, in words that say what to do."""
    return BadInput(Text(indonesian, english))


def at(line: int, wrong: BadInput) -> Text:
    """What is wrong, and in which line of the file."""
    return Text(f"Baris {line}: {wrong.text.id}", f"Line {line}: {wrong.text.en}")


def read(text: str, columns: Sequence[str], optional: Sequence[str] = ()) -> list[Line]:
    """The rows of CSV text under a heading of `columns`; those of `optional` may be absent."""
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff")), strict=True)
    try:
        heading = [name.strip() for name in next(reader, [])]
        _check_heading(heading, columns, optional)
        lines = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error:
        raise refuse(
            f"Baris {reader.line_num}: tanda kutip tidak ditutup. Tutup, lalu coba lagi.",
            f"Line {reader.line_num}: a quotation mark is not closed. Close it and try again.",
        ) from None
    if not 0 < len(lines) <= MOST_ROWS:
        raise refuse(
            f"Isi satu sampai {MOST_ROWS} baris di bawah judul kolom.",
            f"Fill in one to {MOST_ROWS} rows below the headings.",
        )
    wrong = [at(number, _wide()) for number, row in lines if len(row) > len(heading)]
    if wrong:
        raise WrongRows(wrong)
    return [
        Line(number, {name: _cell(cell) for name, cell in zip(heading, row, strict=False)})
        for number, row in lines
    ]


def _wide() -> BadInput:
    return refuse(
        "selnya lebih banyak daripada judul kolom. Beri tanda kutip pada isi yang memuat koma.",
        "it has more cells than there are headings. Put quotation marks around cells with commas.",
    )


def _check_heading(heading: Sequence[str], columns: Sequence[str], optional: Sequence[str]) -> None:
    known = [*columns, *optional]
    absent = [name for name in columns if name not in heading]
    if absent or any(name not in known for name in heading) or len(set(heading)) < len(heading):
        lacks = f" {', '.join(absent)}" if absent else ""
        raise refuse(
            f"Judul kolom pada baris pertama harus: {', '.join(known)}."
            + (f" Yang belum ada:{lacks}." if lacks else " Hapus kolom lain."),
            f"The headings on the first line must be: {', '.join(known)}."
            + (f" Missing:{lacks}." if lacks else " Take other columns out."),
        )


def _cell(cell: str) -> str:
    """The cell without the mark that our own files put before what looks like a formula."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in STARTS_A_FORMULA else cell


def code(values: Mapping[str, str], name: str, known: Mapping[str, Text]) -> str:
    """A code of the list; BadInput names the column and the codes there are."""
    found = values.get(name, "").strip()
    if found not in known:
        raise refuse(
            f"{name}: pilih salah satu dari {', '.join(known)}.",
            f"{name}: choose one of {', '.join(known)}.",
        )
    return found


def codes(values: Mapping[str, str], name: str, known: Mapping[str, Text]) -> tuple[str, ...]:
    """Several codes of the list between semicolons, each once, in the list's order."""
    found = set(parts(values.get(name, "")))
    if not found or found - set(known):
        raise refuse(
            f"{name}: isi satu atau lebih dari {', '.join(known)}, dipisah titik koma.",
            f"{name}: fill in one or more of {', '.join(known)}, between semicolons.",
        )
    return tuple(one for one in known if one in found)


def parts(text: str) -> list[str]:
    """What stands between semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def day(values: Mapping[str, str], name: str) -> date:
    """A date like 2026-08-31."""
    text = values.get(name, "").strip()
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise refuse(
        f"{name}: tulis tanggal seperti 2026-08-31.",
        f"{name}: write a date like 2026-08-31.",
    )


def number(values: Mapping[str, str], name: str, most: int) -> int:
    """A whole number from 1 to `most`, written with digits alone."""
    text = values.get(name, "").strip()
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= most):
        raise refuse(
            f"{name}: tulis bilangan bulat 1 sampai {most}, tanpa titik atau koma.",
            f"{name}: write a whole number from 1 to {most}, without points or commas.",
        )
    return int(text)


def words(values: Mapping[str, str], name: str, *, longest: int = LONGEST_TEXT) -> str:
    """A line of free text that names nobody; BadInput when it is empty, long or personal."""
    text = " ".join(values.get(name, "").split())
    if not text:
        raise refuse(f"{name}: isi dulu.", f"{name}: fill this in.")
    return clean(text, name, longest=longest)


def clean(text: str, name: str, *, longest: int = LONGEST_TEXT) -> str:
    """`text` if it is short enough and holds no address or number of a person."""
    if len(text) > longest:
        raise refuse(
            f"{name}: paling panjang {longest} huruf.", f"{name}: at most {longest} letters."
        )
    if _PERSONAL.search(text):
        raise refuse(
            f"{name}: hapus nomor telepon, nomor identitas, atau alamat surel.",
            f"{name}: take out telephone numbers, identity numbers and e-mail addresses.",
        )
    return text


def told(problems: Iterable[Text]) -> None:
    """Raise WrongRows when there is any problem."""
    found = list(problems)
    if found:
        raise WrongRows(found)
