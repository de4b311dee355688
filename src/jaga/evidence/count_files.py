"""A table of counts from a CSV file, and what it is about from the TOML file beside it.

The CSV has a column for each dimension and one named `count`; each combination of categories has
one line, zeros too, because a count that is not there is not the same as a count of nobody.
"""

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import Any

from jaga.errors import BadInput
from jaga.evidence.categories import category
from jaga.evidence.cubes import CountCube, Dimension
from jaga.evidence.releases import About
from jaga.words import Text

COUNT = "count"
MOST_DIMENSIONS = 3
MOST_CELLS = 2_000
LONGEST_NAME = 80
# The keys of the TOML file, all required but for those after the line.
KEYS = ("title", "measure", "population", "unit", "definition", "first", "last", "as_of", "source")
OPTIONAL = ("dimensions",)


@dataclass(frozen=True)
class Notes:
    """The TOML file: the title, what is counted, and words and covers of dimensions by id."""

    title: Text
    about: About
    dimensions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def read_counts(text: str, name: str, notes: Notes | None = None) -> CountCube:
    """The table this CSV text holds, named `name`. Raises BadInput with the line to mend."""
    rows = _rows(text)
    header = [cell.strip() for cell in rows[0]]
    names = [cell for cell in header if cell != COUNT]
    _check_header(header, names)
    found: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows[1:], start=2):
        key, count = _line(header, row, number)
        if key in found:
            raise _bad(
                f"Baris {number}: gabungan kategori ini sudah ada di baris lain. Satukan keduanya.",
                f"Line {number}: this combination of categories stands on another line already. "
                "Join the two.",
            )
        found[key] = count
    orders = [list(dict.fromkeys(key[n] for key in found)) for n in range(len(names))]
    _check_whole(found, orders)
    told = notes.dimensions if notes else {}
    return CountCube(
        id=name,
        title=notes.title if notes else Text(name, name),
        dimensions=tuple(
            _dimension(one, order, told.get(one, {}))
            for one, order in zip(names, orders, strict=True)
        ),
        counts=tuple(found[key] for key in product(*orders)),
    )


def read_notes(text: str) -> Notes:
    """What the TOML text says of a table. Raises BadInput naming the key to mend."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise _bad(
            f"Berkas keterangan tabel bukan TOML yang utuh: {fault}.",
            f"The notes of the table are not sound TOML: {fault}.",
        ) from fault
    unknown = sorted(set(told) - {*KEYS, *OPTIONAL})
    missing = [key for key in KEYS if key not in told]
    if unknown or missing:
        raise _bad(
            f"Keterangan tabel: kurang {', '.join(missing) or '-'}; tidak dikenal "
            f"{', '.join(unknown) or '-'}. Yang dikenal: {', '.join((*KEYS, *OPTIONAL))}.",
            f"Notes of the table: missing {', '.join(missing) or '-'}; unknown "
            f"{', '.join(unknown) or '-'}. Known keys: {', '.join((*KEYS, *OPTIONAL))}.",
        )
    return Notes(_text(told, "title"), _about(told), told.get("dimensions", {}))


def _rows(text: str) -> list[list[str]]:
    try:
        rows = [row for row in csv.reader(io.StringIO(text), strict=True) if any(row)]
    except csv.Error as fault:
        raise _bad(
            "Tabel bukan CSV yang utuh. Simpan ulang sebagai CSV UTF-8.",
            "The table is not sound CSV. Save it again as UTF-8 CSV.",
        ) from fault
    if len(rows) < 2:
        raise _bad(
            "Tabel kosong. Baris pertama memuat nama kolom, lalu satu baris untuk tiap hitungan.",
            "The table is empty. The first line names the columns, then one line for each count.",
        )
    return rows


def _check_header(header: list[str], names: list[str]) -> None:
    if header.count(COUNT) != 1 or not all(names) or len(set(names)) < len(names):
        raise _bad(
            "Baris pertama harus memuat satu kolom `count` dan nama berbeda untuk tiap dimensi.",
            "The first line needs one column `count` and a different name for each dimension.",
        )
    if not 1 <= len(names) <= MOST_DIMENSIONS:
        raise _bad(
            f"Tabel memuat 1 sampai {MOST_DIMENSIONS} dimensi; ini {len(names)}.",
            f"A table has 1 to {MOST_DIMENSIONS} dimensions; this one has {len(names)}.",
        )


def _line(header: list[str], row: list[str], number: int) -> tuple[tuple[str, ...], int]:
    cells = [cell.strip() for cell in row]
    told = dict(zip(header, cells, strict=False))
    count = told.get(COUNT, "")
    if len(row) != len(header) or not (count.isascii() and count.isdigit() and len(count) < 8):
        raise _bad(
            f"Baris {number}: isi setiap kolom, dan `count` dengan bilangan bulat tanpa pemisah.",
            f"Line {number}: fill every column, and `count` with a whole number without "
            "separators.",
        )
    key = tuple(told[name] for name in header if name != COUNT)
    if not all(0 < len(part) <= LONGEST_NAME for part in key):
        raise _bad(
            f"Baris {number}: setiap kategori perlu nama, paling panjang {LONGEST_NAME} huruf.",
            f"Line {number}: each category needs a name of at most {LONGEST_NAME} letters.",
        )
    return key, int(count)


def _check_whole(found: Iterable[tuple[str, ...]], orders: list[list[str]]) -> None:
    there = set(found)
    for n, key in enumerate(product(*orders)):
        if n >= MOST_CELLS:
            raise _bad(
                f"Tabel lebih dari {MOST_CELLS} sel. Pakai kategori yang lebih besar.",
                f"The table has more than {MOST_CELLS} cells. Use larger categories.",
            )
        if key not in there:
            raise _bad(
                f"Tidak ada baris untuk {', '.join(key)}. Tambahkan, dengan 0 bila tidak ada.",
                f"There is no line for {', '.join(key)}. Add it, with 0 if there is nobody.",
            )


def _dimension(name: str, order: list[str], told: Mapping[str, Any]) -> Dimension:
    words, covers = told.get("words", {}), told.get("covers", {})
    try:
        return Dimension(
            name,
            Text(**told["title"]) if "title" in told else Text(name, name),
            tuple(
                category(one, Text(**words[one]) if one in words else None, covers.get(one, ()))
                for one in order
            ),
        )
    except (TypeError, ValueError) as fault:
        raise _bad(
            f"Dimensi {name}: kategori tidak boleh tumpang tindih, dan judulnya perlu id dan en.",
            f"Dimension {name}: categories may not overlap, and titles need id and en.",
        ) from fault


def _about(told: Mapping[str, Any]) -> About:
    first, last, as_of = (_day(told, key) for key in ("first", "last", "as_of"))
    if first > last:
        raise _bad(
            "Keterangan tabel: `first` setelah `last`. Tukar keduanya.",
            "Notes of the table: `first` comes after `last`. Swap them.",
        )
    plain = {key: told[key] for key in ("measure", "population", "unit")}
    for key, value in plain.items():
        if not isinstance(value, str) or not value.strip():
            raise _bad(
                f"Keterangan tabel: `{key}` harus berisi teks.",
                f"Notes of the table: `{key}` has to be text.",
            )
    return About(
        **plain,
        definition=_text(told, "definition"),
        first=first,
        last=last,
        as_of=as_of,
        source=_text(told, "source"),
    )


def _text(told: Mapping[str, Any], key: str) -> Text:
    try:
        return Text(**told[key])
    except (TypeError, ValueError, AttributeError) as fault:
        raise _bad(
            f'Keterangan tabel: tulis {key} = {{id = "…", en = "…"}}.',
            f'Notes of the table: write {key} = {{id = "…", en = "…"}}.',
        ) from fault


def _day(told: Mapping[str, Any], key: str) -> date:
    value = told[key]
    try:
        return value if type(value) is date else date.fromisoformat(str(value))
    except ValueError as fault:
        raise _bad(
            f"Keterangan tabel: `{key}` adalah tanggal, TTTT-BB-HH.",
            f"Notes of the table: `{key}` is a day, YYYY-MM-DD.",
        ) from fault


def _bad(indonesian: str, english: str) -> BadInput:
    return BadInput(Text(indonesian, english))
