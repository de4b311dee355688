"""The second pass: duplicates out, tokens to codes, and one sorted Parquet file per day.

Nothing here depends on how rows were split over files: duplicates are decided by content,
codes are given in sorted order of the tokens, and each day is sorted before it is written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from jaga.ledger.commit import settle
from jaga.ledger.options import Progress

MEMORY = "1GB"
THREADS = 2
ROW_GROUP = 131_072
EPOCH = date(1970, 1, 1)

INTEGERS = (
    "debtor",
    "creditor",
    "amount_minor",
    "currency",
    "amount_idr",
    "rail",
    "debtor_country",
    "creditor_country",
    "debtor_agent",
    "creditor_agent",
    "purpose",
    "remark",
    "mcc",
    "device",
    "phone",
    "ip",
    "place",
    "status",
)
_BIG = ("amount_minor", "amount_idr")
DAY_SCHEMA = pa.schema(
    [
        ("payment", pa.int64()),
        ("t", pa.int64()),
        ("day", pa.int32()),
        *((name, pa.int64() if name in _BIG else pa.int32()) for name in INTEGERS),
        ("payment_key", pa.string()),
        ("remark_text", pa.string()),
    ]
)
CODES_SCHEMA = pa.schema([("kind", pa.string()), ("token", pa.string()), ("code", pa.int32())])
CODED = {
    "debtor": "account",
    "creditor": "account",
    "debtor_agent": "agent",
    "creditor_agent": "agent",
    "device": "device",
    "phone": "phone",
    "ip": "ip",
}
_STORED = [name for name in DAY_SCHEMA.names if name != "payment"]
_SORT = "day, creditor, t, payment_key"
_CONTENT = ("t", *INTEGERS, "remark_text")


def connect(staging: Path) -> duckdb.DuckDBPyConnection:
    """An engine that spills into the staging folder and stays within its memory."""
    engine = duckdb.connect(
        config={
            "threads": str(THREADS),
            "memory_limit": MEMORY,
            "preserve_insertion_order": "false",
            "temp_directory": str(staging / "spill"),
            "autoinstall_known_extensions": "false",
        }
    )
    # It would print one wherever it takes the program for a person at a terminal.
    engine.execute("set enable_progress_bar = false")
    return engine


def files(paths: list[Path]) -> str:
    """A list of file names as DuckDB reads it."""
    return "[" + ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths) + "]"


def find_duplicates(
    engine: duckdb.DuckDBPyConnection, rows: list[Path], stored: list[Path]
) -> None:
    """Make the views `staged` and `kept` and the table `losers` (input, line).

    Of rows that share a payment key, one already in the store wins; otherwise the smallest
    by content. Only rows whose key's hash occurs twice are compared in full. `row` tells rows
    of an input apart, as several may stand on one line.
    """
    source = f"SELECT * FROM read_parquet({files(rows)})" if rows else _no_rows()
    engine.execute(f"CREATE VIEW staged AS {source}")
    everything = "SELECT hash(payment_key) AS h FROM staged"
    in_store = "false"
    if stored:
        old = f"SELECT payment_key FROM read_parquet({files(stored)})"
        everything += f" UNION ALL SELECT hash(payment_key) FROM ({old})"
        in_store = (
            f"payment_key IN (SELECT payment_key FROM ({old}) WHERE hash(payment_key) "
            "IN (FROM suspects))"
        )
    engine.execute(
        f"CREATE TABLE suspects AS SELECT h FROM ({everything}) GROUP BY h HAVING count(*) > 1"
    )
    engine.execute(f"""
        CREATE TABLE losers AS
        WITH suspected AS (SELECT * FROM staged WHERE hash(payment_key) IN (FROM suspects)),
        ranked AS (
            SELECT input, line, row, {in_store} AS known, row_number() OVER (
                PARTITION BY payment_key ORDER BY {", ".join(_CONTENT)}, input, line, row) AS place
            FROM suspected)
        SELECT input, line, row FROM ranked WHERE known OR place > 1""")
    engine.execute("DROP TABLE suspects")
    engine.execute(
        "CREATE VIEW kept AS SELECT * FROM staged ANTI JOIN losers USING (input, row)"
        if count(engine, "losers")
        else "CREATE VIEW kept AS FROM staged"
    )


def _no_rows() -> str:
    """The query of staged rows when a read brought none."""
    texts = (*CODED, "currency", "payment_key", "remark_text")
    columns = [
        f"NULL::{'VARCHAR' if name in texts else 'BIGINT'} AS {name}"
        for name in (*_STORED, "input", "line", "row")
    ]
    return f"SELECT {', '.join(columns)} WHERE false"


def count(engine: duckdb.DuckDBPyConnection, table: str) -> int:
    """How many rows a table holds."""
    row = engine.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0


def load_codes(engine: duckdb.DuckDBPyConnection, codes: Path | None) -> None:
    """Make the table `codes` from the store's file."""
    source = (
        f"read_parquet({files([codes])})"
        if codes
        else "(SELECT '' AS kind, '' AS token, 0::INTEGER AS code WHERE false)"
    )
    engine.execute(f"CREATE TABLE codes AS SELECT kind, token, code FROM {source}")


def add_codes(engine: duckdb.DuckDBPyConnection, tokens: str) -> int:
    """Give every new (kind, token) of the query `tokens` the next code, in sorted order."""
    before = count(engine, "codes")
    engine.execute(f"""
        INSERT INTO codes
        SELECT kind, token, CAST({before} + row_number() OVER (ORDER BY kind, token) AS INTEGER)
        FROM (SELECT DISTINCT kind, token FROM ({tokens}) WHERE token IS NOT NULL) AS found
        ANTI JOIN codes USING (kind, token)""")
    return count(engine, "codes") - before


def payment_tokens() -> str:
    """The query of every token the kept rows hold."""
    parts = [
        f"SELECT DISTINCT '{kind}' AS kind, {column} AS token FROM kept"
        for column, kind in CODED.items()
    ]
    parts.append(
        "SELECT DISTINCT 'currency', currency FROM kept "
        "WHERE NOT regexp_full_match(currency, '[A-Z]{3}')"
    )
    return " UNION ALL ".join(parts)


def write_codes(engine: duckdb.DuckDBPyConnection, staging: Path, root: Path) -> dict[str, Any]:
    """Write the codes in order; their manifest entry."""
    made = staging / "codes.parquet"
    reader = engine.execute("SELECT kind, token, code FROM codes ORDER BY code").to_arrow_reader(
        ROW_GROUP
    )
    with pq.ParquetWriter(made, CODES_SCHEMA, compression="zstd") as writer:
        for table in grouped(reader, CODES_SCHEMA):
            writer.write_table(table, row_group_size=ROW_GROUP)
    final, digest = settle(made, root, "codes-", ".parquet")
    return {"file": final.name, "sha256": digest, "rows": count(engine, "codes")}


@dataclass(frozen=True)
class Counts:
    """What a person should hear about: plain numbers in the store, foreign amounts converted."""

    plain_numbers: int
    converted: int


def plainly(stored: list[Path], columns: str) -> str:
    """The query of stored rows as they are."""
    return f"SELECT {columns} FROM read_parquet({files(stored)})"


@dataclass(frozen=True)
class Old:
    """The files that hold the touched days now, and the query that reads them."""

    files: list[Path]
    read: Callable[[list[Path], str], str] = plainly


def of_kept(engine: duckdb.DuckDBPyConnection) -> list[date]:
    """The days of the kept rows."""
    rows = engine.execute("SELECT DISTINCT day FROM kept ORDER BY day").fetchall()
    return [EPOCH + timedelta(days=day) for (day,) in rows]


def write_days(
    engine: duckdb.DuckDBPyConnection,
    old: Old,
    staging: Path,
    root: Path,
    report: Progress,
) -> dict[str, dict[str, Any]]:
    """Write each touched day anew, old rows and new together; manifest entries by day."""
    query, total = _coded(), count(engine, "kept")
    if old.files:
        total += count(engine, f"read_parquet({files(old.files)})")
        query = f"{query} UNION ALL {old.read(old.files, ', '.join(_STORED))}"
    reader = engine.execute(f"SELECT * FROM ({query}) ORDER BY {_SORT}").to_arrow_reader(ROW_GROUP)
    writer = _DayWriter(staging, root)
    done = 0
    for batch in reader:
        writer.add(pa.Table.from_batches([batch]))
        done += batch.num_rows
        report("write", done, total)
    return writer.finish()


def _coded() -> str:
    """The kept rows with integers in place of tokens."""
    joins, columns = [], {}
    for name, kind in CODED.items():
        joins.append(
            f"LEFT JOIN (SELECT token, code FROM codes WHERE kind = '{kind}') AS c_{name}"
            f" ON c_{name}.token = k.{name}"
        )
        columns[name] = f"c_{name}.code"
    joins.append(
        "LEFT JOIN (SELECT token, code FROM codes WHERE kind = 'currency') AS c_currency"
        " ON c_currency.token = k.currency"
    )
    letters = " + ".join(
        f"(ascii(substr(k.currency, {place}, 1)) - 64) * {weight}"
        for place, weight in ((1, 1024), (2, 32), (3, 1))
    )
    columns["currency"] = f"coalesce(-c_currency.code, {letters})"
    types = {
        field.name: "BIGINT" if field.type == pa.int64() else "INTEGER"
        for field in DAY_SCHEMA
        if field.type != pa.string()
    }
    shown = ", ".join(
        f"CAST({columns.get(name, 'k.' + name)} AS {types.get(name, 'VARCHAR')}) AS {name}"
        for name in _STORED
    )
    return f"SELECT {shown} FROM kept AS k {' '.join(joins)}"


class _DayWriter:
    """Takes sorted rows and writes one file per day, in row groups of fixed size.

    Fixed sizes make the bytes of a day depend on its rows alone.
    """

    def __init__(self, staging: Path, root: Path) -> None:
        self._made, self._folder = staging / "day.parquet", root / "days"
        self._day: int | None = None
        self._waiting: list[pa.Table] = []
        self._rows = self._written = 0
        self._writer: pq.ParquetWriter | None = None
        self._entries: dict[str, dict[str, Any]] = {}

    def add(self, rows: pa.Table) -> None:
        for day in pc.unique(rows["day"]).to_pylist():
            if day != self._day:
                self._close()
                self._day = day
            part = rows.filter(pc.equal(rows["day"], day))
            self._waiting.append(part)
            self._rows += part.num_rows
            while self._rows >= ROW_GROUP:
                self._write(ROW_GROUP)

    def finish(self) -> dict[str, dict[str, Any]]:
        self._close()
        return self._entries

    def _write(self, size: int) -> None:
        whole = pa.concat_tables(self._waiting)
        group = whole.slice(0, size).combine_chunks()
        rest = whole.slice(size)
        self._waiting = [rest] if rest.num_rows else []
        self._rows = rest.num_rows
        assert self._day is not None
        first = self._day * 2**32 + self._written
        group = group.add_column(
            0, "payment", pa.array(range(first, first + group.num_rows), pa.int64())
        ).select(DAY_SCHEMA.names)
        if self._writer is None:
            self._writer = pq.ParquetWriter(
                self._made, DAY_SCHEMA, compression="zstd", use_dictionary=_DICTIONARIES
            )
        self._writer.write_table(group.cast(DAY_SCHEMA), row_group_size=ROW_GROUP)
        self._written += group.num_rows

    def _close(self) -> None:
        if self._day is None:
            return
        if self._rows:
            self._write(self._rows)
        assert self._writer is not None
        self._writer.close()
        name = (EPOCH + timedelta(days=self._day)).isoformat()
        final, digest = settle(self._made, self._folder, f"{name}-", ".parquet")
        self._entries[name] = {
            "file": f"days/{final.name}",
            "rows": self._written,
            "sha256": digest,
        }
        self._day, self._writer, self._written = None, None, 0


_DICTIONARIES = [
    "creditor",
    "currency",
    "rail",
    "debtor_country",
    "creditor_country",
    "debtor_agent",
    "creditor_agent",
    "purpose",
    "remark",
    "mcc",
    "place",
    "status",
    "day",
    "amount_minor",
    "amount_idr",
]


def grouped(reader: Any, schema: pa.Schema) -> Iterator[pa.Table]:
    """The rows of a reader in tables of ROW_GROUP rows, however its batches were cut."""
    waiting: list[pa.Table] = []
    for batch in reader:
        waiting.append(pa.Table.from_batches([batch]).cast(schema))
        while sum(table.num_rows for table in waiting) >= ROW_GROUP:
            whole = pa.concat_tables(waiting)
            yield whole.slice(0, ROW_GROUP).combine_chunks()
            waiting = [whole.slice(ROW_GROUP)]
    last = pa.concat_tables(waiting) if waiting else schema.empty_table()
    if last.num_rows:
        yield last.combine_chunks()


def plain_numbers(engine: duckdb.DuckDBPyConnection) -> int:
    """How many coded accounts and phones look like plain numbers of six digits or more."""
    return count(
        engine,
        "codes WHERE kind IN ('account', 'phone') "
        r"AND regexp_full_match(token, '[+]?[0-9][0-9 .-]{4,}[0-9]')",
    )
