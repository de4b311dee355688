"""The mapping file: how an institution's own columns and words become canonical ones.

TOML, described by `mapping.schema.json` beside this file. A key nobody knows is an error:
a typing mistake must not silently leave a setting out.
"""

import tomllib
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jaga.errors import BadInput
from jaga.ledger.tables import ACCOUNTS, PAYMENTS, RAILS, STATUSES, WATCHLIST, Column
from jaga.words import Text

DELIMITERS = (",", ";", "\t", "|")
DECIMALS = (".", ",")
THOUSANDS = ("", ".", ",", " ", "'", "_")


@dataclass(frozen=True)
class Mapping:
    """What a mapping file says; the default maps every canonical name to itself.

    `columns` maps canonical name → header in the file; `constants` gives one value to a
    column the file lacks; `rails` and `statuses` map the file's words (compared without
    case) to ours.
    """

    columns: AnyMapping[str, str] = field(default_factory=dict)
    account_columns: AnyMapping[str, str] = field(default_factory=dict)
    watchlist_columns: AnyMapping[str, str] = field(default_factory=dict)
    constants: AnyMapping[str, str] = field(default_factory=dict)
    rails: AnyMapping[str, str] = field(default_factory=dict)
    statuses: AnyMapping[str, str] = field(default_factory=dict)
    delimiter: str | None = None
    decimal: str = "."
    thousands: str = ""
    timestamp_format: str | None = None


def read_mapping(path: Path) -> Mapping:
    """The mapping a TOML file holds; BadInput says which key is wrong."""
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise _wrong("berkas tidak dapat dibuka", "the file cannot be opened") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise _wrong(
            "berkas bukan TOML yang sah; lihat contoh pada petunjuk pemetaan kolom",
            "the file is not valid TOML; see the example in the guide to mapping columns",
        ) from None
    return mapping_from(settings)


def mapping_from(settings: AnyMapping[str, Any]) -> Mapping:
    """Check every key and value of a mapping; BadInput on the first that does not fit."""
    known = {
        "columns": PAYMENTS,
        "account_columns": ACCOUNTS,
        "watchlist_columns": WATCHLIST,
        "constants": PAYMENTS,
    }
    words = {"rails": RAILS, "statuses": STATUSES}
    single = {"delimiter": DELIMITERS, "decimal": DECIMALS, "thousands": THOUSANDS}
    checked: dict[str, Any] = {}
    for key, value in settings.items():
        if key in known:
            checked[key] = _columns(key, value, known[key])
        elif key in words:
            checked[key] = _words(key, value, words[key])
        elif key in single:
            checked[key] = _one_of(key, value, single[key])
        elif key == "timestamp_format":
            checked[key] = _format(value)
        else:
            raise _wrong(f"kunci “{key}” tidak dikenal", f"the key “{key}” is not known")
    mapping = Mapping(**checked)
    if mapping.decimal == mapping.thousands:
        raise _wrong("decimal dan thousands sama", "decimal and thousands are the same mark")
    return mapping


def _columns(key: str, table: object, columns: tuple[Column, ...]) -> dict[str, str]:
    names = {column.name for column in columns}
    for name, value in _table(key, table).items():
        if name not in names:
            raise _wrong(
                f"“{name}” pada [{key}] bukan nama kolom Jaga; pakai: {', '.join(sorted(names))}",
                f"“{name}” in [{key}] is no column of Jaga; use: {', '.join(sorted(names))}",
            )
        if not isinstance(value, str) or not value.strip():
            raise _wrong(
                f"nilai {key}.{name} harus teks", f"the value of {key}.{name} must be text"
            )
    return {name: value.strip() for name, value in _table(key, table).items()}


def _words(key: str, table: object, allowed: tuple[str, ...]) -> dict[str, str]:
    for value in _table(key, table).values():
        if value not in allowed:
            raise _wrong(
                f"nilai pada [{key}] harus salah satu dari: {', '.join(allowed)}",
                f"the values in [{key}] must be one of: {', '.join(allowed)}",
            )
    return {word.strip().lower(): value for word, value in _table(key, table).items()}


def _table(key: str, table: object) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise _wrong(f"[{key}] harus berupa tabel", f"[{key}] must be a table")
    return table


def _one_of(key: str, value: object, allowed: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in allowed:
        shown = " ".join(repr(mark) for mark in allowed)
        raise _wrong(f"{key} harus salah satu dari: {shown}", f"{key} must be one of: {shown}")
    return value


def _format(value: object) -> str:
    parts = ("%Y", "%y", "%m", "%b", "%B", "%d", "%j", "%H", "%I", "%M", "%S", "%f", "%p", "%z")
    if not isinstance(value, str) or not any(year in value for year in ("%Y", "%y")):
        raise _wrong("timestamp_format harus memuat %Y", "timestamp_format must hold %Y")
    rest = value
    for part in parts:
        rest = rest.replace(part, "")
    if "%" in rest.replace("%%", ""):
        raise _wrong(
            f"timestamp_format hanya mengenal {' '.join(parts)}",
            f"timestamp_format knows only {' '.join(parts)}",
        )
    return value


def _wrong(indonesian: str, english: str) -> BadInput:
    return BadInput(Text(f"Berkas pemetaan: {indonesian}.", f"Mapping file: {english}."))
