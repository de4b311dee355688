"""A fact: one published figure, exactly as it was stated, with its base; and what checks find.

A value is text and stays text: "37.5" and "37.50" claim different precision, and a computer's
number would forget which was said.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final, Literal

from jaga.errors import BadInput
from jaga.spreadsheet import STARTS_A_FORMULA, as_csv
from jaga.words import Text

Kind = Literal[
    "impossible",
    "doubtful",
    "disclosive",
    "contradiction",
    "no_base",
    "sum_ok",
    "sum_wrong",
    "untied_number",
]
KINDS: Final[tuple[Kind, ...]] = (
    "impossible",
    "doubtful",
    "disclosive",
    "contradiction",
    "no_base",
    "sum_ok",
    "sum_wrong",
    "untied_number",
)

# What a figure can be. "case" is about one person and is never published.
FACT_KINDS = (
    "case",
    "count",
    "mean",
    "proportion",
    "amount",
    "duration",
    "unique persons",
    "contacts",
    "estimated reach",
)

REQUIRED = (
    "fact_id",
    "section",
    "pillar",
    "programme",
    "partner",
    "measure",
    "value",
    "unit",
    "base_n",
    "base",
    "place",
    "period",
    "kind",
    "qualifier",
)
OPTIONAL = (
    "measure_id",
    "base_id",
    "k",
    "place_code",
    "method",
    "low",
    "high",
    "level",
    "deff",
    "weighted",
    "query",
    "query_hash",
    "source",
    "source_url",
    "retrieved_on",
)
COLUMNS = REQUIRED + OPTIONAL

# ASCII digits, as the report prints them, and no more of them than a figure of rupiah ever has.
_NUMBER = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")
_COUNT = re.compile(r"[0-9]{1,15}")
# Control characters, and marks of direction: after U+202E a page shows 51 as 15.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_TRUE, _FALSE = ("true", "yes", "ya", "1"), ("", "false", "no", "tidak", "0")


@dataclass(frozen=True)
class Fact:
    """One figure as stated.

    `value`, `low` and `high` are decimal text with a point ("64.52"), in `unit`; `k` and `n` are
    counts, None where unknown; `place_code` is "scheme/edition/code". `measure_id` and `base_id`
    are the Indonesian words, empty where nobody gave them.
    """

    id: str
    section: str
    pillar: str
    programme: str
    partner: str
    measure: str
    measure_id: str
    value: str
    unit: str
    k: int | None
    n: int | None
    base: str
    base_id: str
    place: str
    place_code: str
    period: str
    kind: str
    qualifier: str
    method: str = ""
    low: str = ""
    high: str = ""
    level: str = ""
    deff: str = ""
    weighted: bool = False
    query: str = ""
    query_hash: str = ""
    source: str = ""
    source_url: str = ""
    retrieved_on: str = ""

    @property
    def number(self) -> Fraction:
        """The value as an exact number, without the precision it was stated with."""
        return Fraction(self.value)


@dataclass(frozen=True)
class Finding:
    """What a check says of a fact, or of a number in a text (then `where` says which sentence)."""

    fact_id: str
    kind: Kind
    words: Text
    suggestion: Text
    where: str = ""


def read_facts(path: Path) -> tuple[Fact, ...]:
    """The facts of a CSV file (UTF-8, comma, a header), in its order.

    Raises BadInput, with the line, for a file that is not such a list.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return parse_facts(file.read())
    except (OSError, UnicodeDecodeError) as fault:
        raise _unreadable() from fault


def parse_facts(text: str) -> tuple[Fact, ...]:
    """The facts of a CSV file's text; see `read_facts`."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as fault:
        raise _unreadable() from fault
    if not rows:
        raise _bad(
            "Berkas fakta kosong. Baris pertamanya harus berisi nama kolom.",
            "The file of facts is empty. Its first line must name the columns.",
        )
    columns = [name.strip() for name in rows[0]]
    _check_columns(columns)
    facts = tuple(
        _fact(columns, row, line) for line, row in enumerate(rows[1:], start=2) if any(row)
    )
    _check_ids(facts)
    return facts


def _unreadable() -> BadInput:
    return _bad(
        "Berkas fakta tidak dapat dibaca. Simpan sebagai CSV UTF-8, lalu coba lagi.",
        "The file of facts cannot be read. Save it as UTF-8 CSV and try again.",
    )


def write_facts(facts: Iterable[Fact]) -> str:
    """CSV text with every column, which `read_facts` reads back to the same facts."""
    return as_csv([COLUMNS, *(_row(fact) for fact in facts)])


def _row(fact: Fact) -> list[str]:
    special = {
        "fact_id": fact.id,
        "base_n": "" if fact.n is None else str(fact.n),
        "k": "" if fact.k is None else str(fact.k),
        "weighted": "true" if fact.weighted else "",
    }
    return [special[name] if name in special else getattr(fact, name) for name in COLUMNS]


def _check_columns(columns: Sequence[str]) -> None:
    unknown = [name for name in columns if name not in COLUMNS]
    missing = [name for name in REQUIRED if name not in columns]
    twice = sorted({name for name in columns if columns.count(name) > 1})
    known = ", ".join(COLUMNS)
    if unknown:
        raise _bad(
            f"Kolom tidak dikenal: {', '.join(unknown)}. Yang dikenal: {known}.",
            f"Unknown columns: {', '.join(unknown)}. Known ones: {known}.",
        )
    if missing:
        raise _bad(
            f"Kolom belum ada: {', '.join(missing)}. Tambahkan, boleh kosong.",
            f"Columns are missing: {', '.join(missing)}. Add them; they may be empty.",
        )
    if twice:
        raise _bad(
            f"Kolom tertulis dua kali: {', '.join(twice)}. Hapus salah satunya.",
            f"Columns stand there twice: {', '.join(twice)}. Delete one of each.",
        )


def _check_ids(facts: Sequence[Fact]) -> None:
    seen: set[str] = set()
    for fact in facts:
        if not fact.id or fact.id in seen:
            raise _bad(
                f"fact_id kosong atau terpakai dua kali: {fact.id or '(kosong)'}. "
                "Beri setiap fakta tanda sendiri.",
                f"A fact_id is empty or used twice: {fact.id or '(empty)'}. "
                "Give each fact an id of its own.",
            )
        seen.add(fact.id)


def _fact(columns: Sequence[str], row: Sequence[str], line: int) -> Fact:
    if len(row) != len(columns):
        raise _bad(
            f"Baris {line}: {len(row)} sel, seharusnya {len(columns)}. Beri tanda kutip pada sel "
            "yang memuat koma.",
            f"Line {line}: {len(row)} cells instead of {len(columns)}. Quote cells that hold a "
            "comma.",
        )
    cells = {name: _plain(cell) for name, cell in zip(columns, row, strict=True)}
    get = cells.get
    if wrong := next((name for name, cell in cells.items() if _UNSEEN.search(cell)), None):
        raise _bad(
            f"Baris {line}, kolom {wrong}: ada huruf kendali yang tidak terlihat dan dapat "
            "membalik angka di dekatnya. Ketik ulang isinya.",
            f"Line {line}, column {wrong}: an unseen control character is in it, which can turn a "
            "number beside it around. Type the text again.",
        )
    for name in ("value", "low", "high"):
        if not _NUMBER.fullmatch(get(name, "")) and (name == "value" or get(name)):
            raise _bad(
                f"Baris {line}, kolom {name}: tulis angka dengan titik desimal dan tanpa pemisah "
                "ribuan, misalnya 64.52 atau 114000000000.",
                f"Line {line}, column {name}: write a number with a decimal point and without "
                "thousands separators, such as 64.52 or 114000000000.",
            )
    if cells["kind"] not in FACT_KINDS:
        raise _bad(
            f"Baris {line}, kolom kind: pakai salah satu dari {', '.join(FACT_KINDS)}.",
            f"Line {line}, column kind: use one of {', '.join(FACT_KINDS)}.",
        )
    rest = {
        name: cell
        for name, cell in cells.items()
        if name not in ("fact_id", "base_n", "k", "weighted")
    }
    words = {"measure_id": "", "base_id": "", "place_code": "", **rest}
    return Fact(
        id=cells["fact_id"],
        n=_count(cells, "base_n", line),
        k=_count(cells, "k", line),
        weighted=_truth(get("weighted", ""), line),
        **words,
    )


def _plain(cell: str) -> str:
    """A cell without the mark that `as_csv` sets before what looks like a formula."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in STARTS_A_FORMULA else cell


def _count(cells: dict[str, str], name: str, line: int) -> int | None:
    cell = cells.get(name, "")
    if not cell:
        return None
    if not _COUNT.fullmatch(cell):
        raise _bad(
            f"Baris {line}, kolom {name}: tulis bilangan bulat, atau kosongkan.",
            f"Line {line}, column {name}: write a whole number, or leave it empty.",
        )
    return int(cell)


def _truth(cell: str, line: int) -> bool:
    if cell.lower() not in _TRUE + _FALSE:
        raise _bad(
            f"Baris {line}, kolom weighted: tulis true atau kosongkan.",
            f"Line {line}, column weighted: write true or leave it empty.",
        )
    return cell.lower() in _TRUE


def _bad(indonesian: str, english: str) -> BadInput:
    return BadInput(Text(indonesian, english))
