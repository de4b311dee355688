"""Accounts and watched tokens: one small table each, replaced whole when read again.

The checks are those of payments: a row that does not fit is rejected with its line and
reason, and the rest of the file is read.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from jaga.errors import BadInput
from jaga.ledger import days, readers, tokens, watchlist
from jaga.ledger.canonical import per_value
from jaga.ledger.commit import settle
from jaga.ledger.mapping import Mapping
from jaga.ledger.options import InputReport, ReadOptions
from jaga.ledger.parties_sql import (
    ACCOUNT_KEY,
    ACCOUNTS_SELECT,
    WATCHLIST_SELECT,
    checked,
)
from jaga.ledger.readers import Source
from jaga.ledger.readers.raw import RowReject, empty_file
from jaga.ledger.rejects import RejectsWriter
from jaga.ledger.staging import RejectRows, Rows, ahead
from jaga.ledger.tables import ACCOUNTS, WATCHLIST, Column
from jaga.ledger.values import value_class
from jaga.words import Text

ACCOUNTS_SCHEMA = pa.schema(
    [
        ("account", pa.int32()),
        ("holder_kind", pa.int32()),
        ("holder", pa.int32()),
        ("birth_year", pa.int32()),
        ("opened_day", pa.int32()),
        ("kyc", pa.int32()),
        ("kind", pa.int32()),
        ("agent", pa.int32()),
        ("country", pa.int32()),
        ("place", pa.int32()),
        ("guardian", pa.int32()),
    ]
)
"""Codes as in the codes file; `opened_day` in days since 1970-01-01; NULL is unknown."""

WATCHLIST_SCHEMA = pa.schema(
    [
        ("token", pa.int32()),
        ("token_kind", pa.string()),
        ("source", pa.int32()),
        ("reason_code", pa.string()),
        ("added_day", pa.int32()),
        ("expires_day", pa.int32()),
        ("consent_ref", pa.string()),
        ("released_day", pa.int32()),
    ]
)
"""`token` is the code of (token_kind, token); `source` a position in WATCHLIST_SOURCES;
`released_day` the first day on which screening may match it."""


@dataclass(frozen=True)
class PartyFile:
    """How one of the two files is read, checked and stored."""

    part: str
    columns: tuple[Column, ...]
    schema: pa.Schema
    select: str
    key: str
    tokens: dict[str, str]
    stored: dict[str, str]


ACCOUNTS_FILE = PartyFile(
    "accounts",
    ACCOUNTS,
    ACCOUNTS_SCHEMA,
    ACCOUNTS_SELECT,
    ACCOUNT_KEY,
    {"account": "account", "guardian": "account", "holder": "holder"},
    {
        "account": "account",
        "guardian": "account",
        "holder": "holder",
        "agent": "agent",
        "kind": "account_kind",
    },
)
WATCHLIST_FILE = PartyFile("watchlist", WATCHLIST, WATCHLIST_SCHEMA, WATCHLIST_SELECT, "", {}, {})


@dataclass(frozen=True)
class PartyResult:
    """What goes into the manifest, and the report for people."""

    entry: dict[str, Any]
    codes: dict[str, Any]
    report: InputReport
    plain: int


def read(
    sources: list[Source],
    options: ReadOptions,
    kind: PartyFile,
    *,
    staging: Path,
    root: Path,
    known: Path | None,
) -> PartyResult:
    """Check a file, give its tokens codes, write the table; nothing counts until committed.

    `root` is the store's folder and `known` its codes file, if it has one.
    """
    if len(sources) != 1:
        raise BadInput(
            Text(
                "Sebut satu berkas saja, bukan folder berisi beberapa berkas.",
                "Name one file, not a folder with several.",
            )
        )
    source = sources[0]
    engine = days.connect(staging)
    try:
        rows_in, rows, rejects, present = _stage(source, options, kind, staging, engine)
        days.load_codes(engine, known)
        engine.execute(f"CREATE VIEW staged AS SELECT * FROM read_parquet({days.files([rows])})")
        rejects += _settle(engine, kind, staging)
        days.add_codes(engine, _tokens(kind))
        codes = days.write_codes(engine, staging, root)
        entry = _write(engine, kind, staging, root)
        rejected = RejectsWriter(engine, rejects, _reject_column(kind), options.language).write(
            0, source.name, staging, root
        )
        absent = sorted(
            column.name
            for column in kind.columns
            if not column.required and column.name not in present
        )
        digest = _sha256(source.path)
        report = InputReport(
            source.name, digest, rows_in, entry["rows"], rejected.counts, rejects=rejected.file
        )
        entry |= {
            "name": source.name,
            "input_sha256": digest,
            "rows_in": rows_in,
            "kept": entry["rows"],
            "rejected": rejected.counts,
            "rejects": rejected.file,
            "columns_absent": ["opened_day" if name == "opened_on" else name for name in absent],
        }
        if kind is WATCHLIST_FILE:
            entry["rules"] = watchlist.rules()
        plain = days.plain_numbers(engine) if options.token_key is None else 0
        return PartyResult(entry, codes, report, plain)
    finally:
        engine.close()


def _stage(
    source: Source, options: ReadOptions, kind: PartyFile, staging: Path, engine: Any
) -> tuple[int, Path, list[Path], frozenset[str]]:
    mapping = options.mapping or Mapping()
    named = mapping.account_columns if kind is ACCOUNTS_FILE else mapping.watchlist_columns
    raw = readers.open_file(source.path, kind.columns, named, {}, mapping.delimiter)
    columns = frozenset(raw.columns)
    statement = checked(kind.select, kind.columns, columns)
    rows, rejects, rows_in = Rows(staging / "rows-0.parquet"), RejectRows(staging, 0), 0
    with rows, rejects:
        for batch in ahead(raw.batches()):
            kept, found = _check(engine, statement, _keyed(batch.table, options, kind), batch.table)
            rows_in += batch.table.num_rows + len(batch.rejects)
            rows.add(kept, 0, even_if_empty=True)
            rejects.add([*batch.rejects, *found])
    if not rows_in:
        raise empty_file()
    return rows_in, rows.path, [rejects.path] if rejects.path.exists() else [], columns


def _settle(engine: Any, kind: PartyFile, staging: Path) -> list[Path]:
    """The views `losers` and `kept`; files of rejects that were found on the way."""
    if kind is WATCHLIST_FILE:
        folder = staging / "withdrawn"
        folder.mkdir()
        rejects = RejectRows(folder, 0)
        watchlist.settle(engine, rejects)
        return [rejects.path] if rejects.path.exists() else []
    engine.execute(f"""CREATE TABLE losers AS SELECT input, line FROM (
        SELECT input, line, row_number() OVER (PARTITION BY {kind.key}
            ORDER BY {", ".join(kind.schema.names)}, line) AS place FROM staged)
        WHERE place > 1""")
    engine.execute("CREATE VIEW kept AS FROM staged ANTI JOIN losers USING (input, line)")
    return []


def _check(
    engine: Any, statement: str, table: pa.Table, raw: pa.Table
) -> tuple[pa.Table, list[RowReject]]:
    engine.register("raw", table)
    result = engine.execute(statement).to_arrow_table()
    engine.unregister("raw")
    good = pc.is_null(result["bad"])
    bad = result.filter(pc.invert(good))
    found = []
    for text, line, row in zip(
        bad["bad"].to_pylist(), bad["line"].to_pylist(), bad["row"].to_pylist(), strict=True
    ):
        column, reason = text.split("|")
        value = raw[column][row].as_py() if column in raw.column_names else None
        found.append(RowReject(line, column, value_class(value), reason))
    return result.filter(good).drop_columns(["bad", "row"]), found


def _keyed(table: pa.Table, options: ReadOptions, kind: PartyFile) -> pa.Table:
    """The batch with a row number, and with tokens in place of plain values given a key."""
    key = options.token_key
    table = table.append_column("row", pa.array(range(table.num_rows), pa.int64()))
    if key is None:
        return table
    for column, token_kind in kind.tokens.items():
        if column in table.column_names:
            made = per_value(table[column], partial(tokens.token, key, token_kind))
            table = table.drop_columns([column]).append_column(column, made)
    if kind is WATCHLIST_FILE:
        made = pa.array(
            [
                tokens.token(key, (word or "").strip().lower(), value) if value else None
                for word, value in zip(
                    table["token_kind"].to_pylist(), table["token"].to_pylist(), strict=True
                )
            ],
            pa.string(),
        )
        table = table.drop_columns(["token"]).append_column("token", made)
    return table


def _tokens(kind: PartyFile) -> str:
    if kind is WATCHLIST_FILE:
        return "SELECT token_kind AS kind, token FROM kept"
    return " UNION ALL ".join(
        f"SELECT '{word}' AS kind, {column} AS token FROM kept"
        for column, word in kind.stored.items()
    )


def _write(engine: Any, kind: PartyFile, staging: Path, root: Path) -> dict[str, Any]:
    joins, columns = [], {}
    for name, word in (kind.stored or {"token": ""}).items():
        wanted = f"'{word}'" if word else "k.token_kind"
        joins.append(
            f"LEFT JOIN codes AS c_{name} ON c_{name}.kind = {wanted} AND c_{name}.token = k.{name}"
        )
        columns[name] = f"c_{name}.code"
    shown = ", ".join(
        f"CAST({columns.get(name, 'k.' + name)} AS "
        f"{'INTEGER' if kind.schema.field(name).type == pa.int32() else 'VARCHAR'}) AS {name}"
        for name in kind.schema.names
    )
    query = f"SELECT {shown} FROM kept AS k {' '.join(joins)} ORDER BY ALL"
    made = staging / "party.parquet"
    with pq.ParquetWriter(made, kind.schema, compression="zstd") as writer:
        reader = engine.execute(query).to_arrow_reader(days.ROW_GROUP)
        for table in days.grouped(reader, kind.schema):
            writer.write_table(table)
    final, digest = settle(made, root, f"{kind.part}-", ".parquet")
    return {"file": final.name, "sha256": digest, "rows": days.count(engine, "kept")}


def _reject_column(kind: PartyFile) -> str:
    return kind.columns[0].name


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
