"""Raw text to canonical columns, or a reject with its reason: one SQL statement per batch.

Everything that can be said about one row alone is decided here; what needs other rows
(duplicates, codes) is decided when the days are written.
"""

from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from jaga.errors import BadInput
from jaga.ledger import remarks, tokens
from jaga.ledger.canonical_sql import build
from jaga.ledger.currencies import MINOR_UNITS
from jaga.ledger.fx import indicative_rates
from jaga.ledger.mapping import Mapping
from jaga.ledger.options import ReadOptions
from jaga.ledger.readers.raw import RowReject
from jaga.ledger.tables import RAILS, STATUSES
from jaga.ledger.values import value_class
from jaga.words import Text

TOKEN_COLUMNS = {
    "debtor_account": "account", "creditor_account": "account", "device": "device",
    "phone": "phone", "ip": "ip",
}
_CACHE_LIMIT = 1_000_000


@dataclass(frozen=True)
class Checked:
    """A validated batch: canonical rows (see `canonical_sql`), rejects, unknown rail words."""

    kept: pa.Table
    rejects: list[RowReject]
    unknown_rails: int


class Validator:
    """Holds the small tables (rates, words) and the caches that every batch needs."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._mapping = options.mapping or Mapping()
        self._tokens: dict[tuple[str, str], str | None] = {}
        self._classes: dict[str, str] = {}
        self._connection = duckdb.connect(config={"threads": "2", "memory_limit": "512MB"})
        self._connection.execute("SET TimeZone = 'UTC'")
        self._check_timezone()
        self._load_rates()
        self._load_words()
        self._statements: dict[frozenset[str], str] = {}

    def close(self) -> None:
        """Let go of the engine."""
        self._connection.close()

    def check(self, raw: pa.Table) -> Checked:
        """Validate one batch of text columns with `line`."""
        if not raw.num_rows:
            return Checked(pa.table({}), [], 0)
        table = self._prepare(raw)
        present = frozenset(table.column_names)
        if present not in self._statements:
            self._statements[present] = build(
                present, self._mapping, self._options.timezone, self._options.keep_remarks
            )
        self._connection.register("raw", table)
        result = self._connection.execute(self._statements[present]).to_arrow_table()
        self._connection.unregister("raw")
        good = pc.is_null(result["bad"])
        kept = result.filter(good)
        unknown = pc.sum(kept["unknown_rail"]).as_py() or 0
        rejects = self._rejects(raw, result.filter(pc.invert(good)))
        return Checked(kept.drop_columns(["bad", "row", "unknown_rail"]), rejects, unknown)

    def _prepare(self, raw: pa.Table) -> pa.Table:
        table = raw.append_column("row", pa.array(range(raw.num_rows), pa.int64()))
        if self._options.token_key is not None:
            for column, kind in TOKEN_COLUMNS.items():
                if column in table.column_names:
                    made = per_value(table[column], lambda value, k=kind: self._token(k, value))
                    table = _replaced(table, column, made)
        if "remark" in table.column_names:
            classes = per_value(table["remark"], self._class)
            if "remark_class" in table.column_names:
                classes = pc.coalesce(table["remark_class"], classes)
            table = _replaced(table, "remark_class", classes)
        return table

    def _token(self, kind: str, value: str) -> str | None:
        key = self._options.token_key
        assert key is not None
        return _cached(self._tokens, (kind, value), lambda: tokens.token(key, kind, value))

    def _class(self, value: str) -> str:
        made = _cached(
            self._classes, value, lambda: remarks.classify(value, self._options.lexicon)
        )
        return str(made)

    def _rejects(self, raw: pa.Table, bad: pa.Table) -> list[RowReject]:
        if not bad.num_rows:
            return []
        rows = raw.take(bad["row"])
        columns: dict[str, list[Any]] = {}
        found = []
        for position, (text, line) in enumerate(
            zip(bad["bad"].to_pylist(), rows["line"].to_pylist(), strict=True)
        ):
            column, reason = text.split("|")
            if column not in columns:
                present = column in rows.column_names
                columns[column] = rows[column].to_pylist() if present else [None] * rows.num_rows
            kind = value_class(columns[column][position])
            found.append(RowReject(line, column, kind, reason))
        return found

    def _check_timezone(self) -> None:
        zone = self._options.timezone
        if zone is None:
            return
        known = self._connection.execute(
            "SELECT count(*) FROM pg_timezone_names() WHERE name = ?", [zone]
        ).fetchone()
        if not known or not known[0]:
            raise BadInput(Text(
                "Zona waktu tidak dikenal. Pakai nama IANA, misalnya Asia/Jakarta, "
                "Asia/Makassar atau Asia/Jayapura.",
                "The time zone is not known. Use an IANA name, for example Asia/Jakarta, "
                "Asia/Makassar or Asia/Jayapura."))

    def _load_rates(self) -> None:
        fx = self._options.fx or indicative_rates()
        daily = fx.daily()
        rates = pa.table({
            "currency": pa.array([row[0] for row in daily], pa.string()),
            "day": pa.array([row[1] for row in daily], pa.int32()),
            "rate": pa.array([row[3] for row in daily], pa.decimal128(38, 0)),
        })
        scales = {**MINOR_UNITS, **fx.scales}
        self._table("rates", rates, "currency, day, CAST(rate AS HUGEINT) AS rate")
        self._table("scales", pa.table({
            "currency": list(scales), "scale": pa.array(list(scales.values()), pa.int32()),
        }), "*")

    def _load_words(self) -> None:
        for name, ours, theirs in (
            ("rail_words", RAILS, self._mapping.rails),
            ("status_words", STATUSES, self._mapping.statuses),
        ):
            words = {word: word for word in ours} | dict(theirs)
            self._table(name, pa.table({
                "word": list(words),
                "code": pa.array([ours.index(word) for word in words.values()], pa.int32()),
            }), "*")

    def _table(self, name: str, rows: pa.Table, columns: str) -> None:
        self._connection.register("made", rows)
        self._connection.execute(f"CREATE TABLE {name} AS SELECT {columns} FROM made")
        self._connection.unregister("made")


def per_value(column: pa.ChunkedArray, function: Any) -> pa.Array:
    """Apply a function of one text to a column, once per distinct value; null stays null."""
    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    encoded = whole.dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    made = pa.array([function(value) for value in encoded.dictionary.to_pylist()], pa.string())
    return made.take(encoded.indices)


def _cached(cache: dict[Any, Any], key: Any, make: Any) -> Any:
    if key not in cache:
        if len(cache) >= _CACHE_LIMIT:
            cache.clear()
        cache[key] = make()
    return cache[key]


def _replaced(table: pa.Table, column: str, values: pa.Array) -> pa.Table:
    if column in table.column_names:
        table = table.drop_columns([column])
    return table.append_column(column, values)
