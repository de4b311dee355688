"""Parquet with text or typed columns, read batch by batch; `line` is the row, from 1."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from jaga.errors import BadInput
from jaga.ledger.readers.raw import RawBatch, RawFile, RowReject, match_header
from jaga.ledger.tables import Column
from jaga.words import Text

BATCH_ROWS = 100_000
_DAMAGE = (pa.ArrowException, OSError, ValueError, KeyError, IndexError, OverflowError, MemoryError)
"""What pyarrow raises when the bytes of a file contradict each other."""


def open_parquet(
    path: Path, wanted: tuple[Column, ...], named: Mapping[str, str], constants: Mapping[str, str]
) -> RawFile:
    """Check the columns of a Parquet file; its rows are read when `batches` is called."""
    try:
        schema = pq.read_schema(path)
    except _DAMAGE:
        raise _damaged() from None
    positions = match_header(list(schema.names), wanted, named, constants)
    chosen = {name: schema.names[position] for name, position in positions.items()}
    return RawFile(frozenset(chosen), path.stat().st_size, lambda: _batches(path, chosen))


def _batches(path: Path, chosen: dict[str, str]) -> Iterator[RawBatch]:
    size = path.stat().st_size
    line = 1
    connection = duckdb.connect(config={"threads": "1"})
    connection.execute("SET TimeZone = 'UTC'")
    try:
        with pq.ParquetFile(path) as file:
            total = max(file.metadata.num_rows, 1)
            for batch in file.iter_batches(BATCH_ROWS, columns=list(chosen.values())):
                whole = _named(batch, chosen)
                bad = _not_utf8(whole)
                rejects = tuple(RowReject(line + row, "", "row", "not_utf8") for row in bad)
                rows = np.delete(np.arange(whole.num_rows), bad)
                table = _as_text(connection, whole.take(rows) if bad else whole)
                table = table.append_column("line", pa.array(rows + line))
                line += whole.num_rows
                yield RawBatch(table, rejects, size * (line - 1) // total)
    except (*_DAMAGE, duckdb.Error):
        raise _damaged() from None
    finally:
        connection.close()


def _named(batch: pa.RecordBatch, chosen: dict[str, str]) -> pa.Table:
    """The chosen columns under their canonical names, dictionaries written out."""
    columns = {name: batch[theirs] for name, theirs in chosen.items()}
    return pa.table(
        {
            name: column.cast(column.type.value_type)
            if pa.types.is_dictionary(column.type)
            else column
            for name, column in columns.items()
        }
    )


def _not_utf8(table: pa.Table) -> list[int]:
    """Positions of rows with a text that is not UTF-8."""
    try:
        table.validate(full=True)
    except pa.ArrowInvalid:
        pass
    else:
        return []
    found = set()
    for column in table.columns:
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            for position, value in enumerate(column.cast(pa.large_binary()).to_pylist()):
                if value is not None and not _decodes(value):
                    found.add(position)
    if not found:
        raise _damaged()
    return sorted(found)


def _decodes(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _as_text(connection: duckdb.DuckDBPyConnection, plain: pa.Table) -> pa.Table:
    """Every column as text in the spelling the CSV form of this file would have."""
    shown = ", ".join(
        f'{_text(field.name, field.type)} AS "{field.name}"' for field in plain.schema
    )
    connection.register("batch", plain)
    table = connection.execute(f"SELECT {shown} FROM batch").to_arrow_table()
    connection.unregister("batch")
    return table


def _text(name: str, kind: pa.DataType) -> str:
    if pa.types.is_timestamp(kind):
        form = "%Y-%m-%dT%H:%M:%S"
        if kind.tz is None:
            return f"strftime(CAST({name} AS TIMESTAMP), '{form}')"
        return f"strftime(timezone('UTC', {name}), '{form}') || 'Z'"
    if pa.types.is_floating(kind) or (pa.types.is_decimal(kind) and kind.scale > 0):
        # A typed number is unambiguous, so zeros past the point carry nothing.
        return f"rtrim(rtrim(CAST({name} AS VARCHAR), '0'), '.')"
    if name == "merchant_category" and pa.types.is_integer(kind):
        return f"lpad(CAST({name} AS VARCHAR), 4, '0')"
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        return f"decode({name})"
    return f"CAST({name} AS VARCHAR)"


def _damaged() -> BadInput:
    return BadInput(
        Text(
            "Berkas Parquet rusak atau terpotong. Salin atau ekspor ulang dari sumbernya.",
            "The Parquet file is damaged or cut short. Copy or export it again.",
        )
    )
