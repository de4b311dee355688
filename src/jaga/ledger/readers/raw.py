"""What every reader hands on: text columns, the line of each row, and rows it cannot split."""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

import pyarrow as pa

from jaga.errors import BadInput
from jaga.ledger.tables import ACCOUNTS, WATCHLIST, Column
from jaga.words import Text


class RowReject(NamedTuple):
    """One row that is not kept: where, which column, what kind of value, and why (a code)."""

    line: int
    column: str
    value_class: str
    reason: str


class Mark(NamedTuple):
    """What a file says of a payment that stands elsewhere: its number, the debtor's institution
    (None = whichever), and the status it takes."""

    payment_id: str
    agent: str | None
    status: str


@dataclass(frozen=True)
class RawBatch:
    """Rows as text. `table` has the canonical columns present (string, null = empty) and
    `line` (int64, physical line of the row's start; the header is line 1). `done` counts the
    bytes of the file consumed so far. `names`: canonical column → what the file calls it,
    where a reject should say so."""

    table: pa.Table
    rejects: tuple[RowReject, ...]
    done: int
    names: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class RawFile:
    """An opened file: its batches, and the canonical columns it has (of XML: those met so far).

    `standard`: its times, amounts and words follow ISO 20022, whatever a mapping file says.
    """

    columns: AbstractSet[str]
    total_bytes: int
    batches: Callable[[], Iterator[RawBatch]]
    standard: bool = False


def match_header(
    header: list[str],
    wanted: tuple[Column, ...],
    named: Mapping[str, str],
    constants: Mapping[str, str],
) -> dict[str, int]:
    """Canonical name → position in the header; BadInput when a required column is missing.

    Header names are compared without case and surrounding spaces.
    """
    found = [name.strip().lower() for name in header]
    positions: dict[str, int] = {}
    missing: list[str] = []
    for column in wanted:
        name = named.get(column.name, column.name).strip().lower()
        count = found.count(name)
        if count > 1:
            raise BadInput(
                Text(
                    f"Kolom “{_shown(name)}” muncul {count} kali pada judul. Sisakan satu saja.",
                    f"The column “{_shown(name)}” stands {count} times in the header. Keep one.",
                )
            )
        if count == 1 and column.name not in constants:
            positions[column.name] = found.index(name)
        elif (
            count == 0
            and column.name not in constants
            and (column.required or column.name in named)
        ):
            missing.append(column.name)
    if missing:
        raise _missing(missing, header, named, wanted)
    return positions


def _missing(
    missing: list[str], header: list[str], named: Mapping[str, str], wanted: tuple[Column, ...]
) -> BadInput:
    table = (
        "account_columns"
        if wanted is ACCOUNTS
        else ("watchlist_columns" if wanted is WATCHLIST else "columns")
    )
    sought = ", ".join(
        f"{name} (“{_shown(named[name])}”)" if name in named else name for name in missing
    )
    names = ", ".join(_shown(name) for name in header[:40])
    return BadInput(
        Text(
            f"Kolom wajib tidak ditemukan: {sought}. Kolom yang ada: {names}. Samakan "
            f"nama kolom, atau petakan pada [{table}] di berkas pemetaan (--mapping), misalnya "
            f'{missing[0]} = "nama kolom Anda".',
            f"Required columns not found: {sought}. Columns found: {names}. Rename them, "
            f"or map them under [{table}] in a mapping file (--mapping), for example "
            f'{missing[0]} = "your column name".',
        )
    )


def _shown(name: str) -> str:
    """A header name fit to print; one that looks like data (many digits) is not shown."""
    text = "".join(letter for letter in name.strip() if letter.isprintable())[:40]
    return "…" if sum(letter.isdigit() for letter in text) >= 5 else text or "(…)"


def empty_file() -> BadInput:
    """The sentence for a file without data rows."""
    return BadInput(
        Text(
            "Berkas kosong: tidak ada baris data di dalamnya. Periksa ekspor dari sistem asal.",
            "Empty file: there are no data rows in it. Check the export at the source.",
        )
    )
