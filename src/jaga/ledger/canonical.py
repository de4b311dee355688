"""Raw text to canonical columns, or a reject with its reason: one SQL statement per batch.

Everything that can be said about one row alone is decided here; what needs other rows
(duplicates, codes) is decided when the days are written.
"""

from collections.abc import Callable
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jaga.errors import BadInput
from jaga.ledger import remarks, tokens
from jaga.ledger.canonical_sql import CODES, LONGEST_TEXT, TEXTS, build
from jaga.ledger.currencies import MINOR_UNITS
from jaga.ledger.fx import FxTable, indicative_rates
from jaga.ledger.mapping import Mapping
from jaga.ledger.options import ReadOptions
from jaga.ledger.readers.raw import RowReject
from jaga.ledger.values import value_class
from jaga.ledger.words import Coder, coders
from jaga.words import Text

TOKEN_COLUMNS = {
    "debtor_account": "account",
    "creditor_account": "account",
    "device": "device",
    "phone": "phone",
    "ip": "ip",
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
        self._statements: dict[tuple[frozenset[str], bool, bool], str] = {}
        self._connection = duckdb.connect(config={"threads": "2", "memory_limit": "512MB"})
        self._connection.execute("SET TimeZone = 'UTC'")
        self._check_timezone()
        fx = options.fx or indicative_rates()
        scales = {**MINOR_UNITS, **fx.scales}
        self._coders = {
            False: coders(self._mapping, scales),
            True: coders(Mapping(), scales),
        }
        self._load_rates(fx)

    def close(self) -> None:
        """Let go of the engine."""
        self._connection.close()

    def check(self, raw: pa.Table, standard: bool = False) -> Checked:
        """Validate one batch of text columns with `line`.

        `standard`: the batch is not in an institution's own form, so no mapping applies.
        """
        if not raw.num_rows:
            return Checked(pa.table({}), [], 0)
        mapping = Mapping() if standard else self._mapping
        columns, odd = self._prepare(raw, mapping.constants, self._coders[standard])
        present = frozenset(columns)
        statement = (present, odd, standard)
        if statement not in self._statements:
            self._statements[statement] = build(
                present, mapping, self._options.timezone, self._options.keep_remarks, odd
            )
        self._connection.register("raw", pa.table(columns))
        result = self._connection.execute(self._statements[statement]).to_arrow_table()
        self._connection.unregister("raw")
        good = pc.is_null(result["bad"])
        kept = result.filter(good)
        unknown = pc.sum(kept["unknown_rail"]).as_py() or 0
        rejects = self._rejects(raw, result.filter(pc.invert(good)))
        return Checked(kept.drop_columns(["bad", "row", "unknown_rail"]), rejects, unknown)

    def _prepare(
        self, raw: pa.Table, constants: AnyMapping[str, str], coded: dict[str, Coder]
    ) -> tuple[dict[str, pa.Array], bool]:
        """The columns the statement asks for, and whether any text is long or not clean."""
        columns = {name: trimmed(raw[name]) for name in raw.column_names if name != "line"}
        for name, value in constants.items():
            columns[name] = pa.repeat(value, raw.num_rows)
        odd = any(_odd(columns[name]) for name in TEXTS if name in columns)
        if self._options.token_key is not None:
            for name, kind in TOKEN_COLUMNS.items():
                if name in columns:
                    columns[name] = per_value(columns[name], partial(self._token, kind))
        if "remark" in columns:
            classes = per_value(columns["remark"], self._class)
            if "remark_class" in columns:
                classes = pc.coalesce(columns["remark_class"], classes)
            columns["remark_class"] = classes
        columns["scale"] = per_value(columns["currency"], coded["currency"], pa.int32())
        columns["currency"] = per_value(columns["currency"], str.upper)
        for name in CODES:
            if name in columns:
                columns[name] = per_value(columns[name], coded[name], pa.int32())
        columns["line"] = raw["line"]
        columns["row"] = pa.array(np.arange(raw.num_rows))
        return columns, odd

    def _token(self, kind: str, value: str) -> str | None:
        key = self._options.token_key
        assert key is not None
        made: str | None = _cached(
            self._tokens, (kind, value), lambda: tokens.token(key, kind, value)
        )
        return made

    def _class(self, value: str) -> str:
        made = _cached(self._classes, value, lambda: remarks.classify(value, self._options.lexicon))
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
            raise BadInput(
                Text(
                    "Zona waktu tidak dikenal. Pakai nama IANA, misalnya Asia/Jakarta, "
                    "Asia/Makassar atau Asia/Jayapura.",
                    "The time zone is not known. Use an IANA name, for example Asia/Jakarta, "
                    "Asia/Makassar or Asia/Jayapura.",
                )
            )

    def _load_rates(self, fx: FxTable) -> None:
        daily = fx.daily
        self._connection.register(
            "made",
            pa.table(
                {
                    "currency": pa.array([row[0] for row in daily], pa.string()),
                    "day": pa.array([row[1] for row in daily], pa.int32()),
                    "rate": pa.array([row[3] for row in daily], pa.decimal128(38, 0)),
                }
            ),
        )
        self._connection.execute(
            "CREATE TABLE rates AS SELECT currency, day, CAST(rate AS HUGEINT) AS rate FROM made"
        )
        self._connection.unregister("made")


def trimmed(column: pa.ChunkedArray) -> pa.Array:
    """A text column without spaces and tabs at the ends; what is then empty is null."""
    whole = _one_array(column)
    text = pc.ascii_trim(whole, " \t")
    empty = pc.equal(text, "")
    return pc.if_else(empty, None, text) if pc.any(empty).as_py() else text


def _odd(column: pa.Array) -> bool:
    """Whether a text of the column may be longer than allowed or hold control characters."""
    longest = pc.max(pc.binary_length(column)).as_py() or 0
    content = np.frombuffer(column.buffers()[2] or b"", np.uint8)
    return bool(longest > LONGEST_TEXT or (content < 32).any() or (content == 127).any())


def _one_array(column: Any) -> pa.Array:
    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    return pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole


def per_value(
    column: Any, function: Callable[[str], Any], kind: pa.DataType | None = None
) -> pa.Array:
    """Apply a function of one text to a column, once per distinct value; null stays null."""
    encoded = _one_array(column).dictionary_encode()
    values = [function(value) for value in encoded.dictionary.to_pylist()]
    return pa.array(values, kind or pa.string()).take(encoded.indices)


def _cached(cache: dict[Any, Any], key: Any, make: Callable[[], Any]) -> Any:
    if key not in cache:
        if len(cache) >= _CACHE_LIMIT:
            cache.clear()
        cache[key] = make()
    return cache[key]
