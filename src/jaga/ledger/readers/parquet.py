"""Parquet with text or typed columns, read batch by batch; `line` is the row, from 1."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from jaga.errors import BadInput
from jaga.ledger.readers.raw import RawBatch, RawFile, match_header
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
    return RawFile(
        frozenset(chosen), path.stat().st_size, lambda: _batches(path, chosen)
    )


def _batches(path: Path, chosen: dict[str, str]) -> Iterator[RawBatch]:
    size = path.stat().st_size
    line = 1
    connection = duckdb.connect(config={"threads": "1"})
    connection.execute("SET TimeZone = 'UTC'")
    try:
        with pq.ParquetFile(path) as file:
            total = max(file.metadata.num_rows, 1)
            for batch in file.iter_batches(BATCH_ROWS, columns=list(chosen.values())):
                table = _as_text(connection, pa.Table.from_batches([batch]), chosen, line)
                line += table.num_rows
                yield RawBatch(table, (), size * (line - 1) // total)
    except (*_DAMAGE, duckdb.Error):
        raise _damaged() from None
    finally:
        connection.close()


def _as_text(
    connection: duckdb.DuckDBPyConnection, batch: pa.Table, chosen: dict[str, str], line: int
) -> pa.Table:
    """Every chosen column as text in the spelling the CSV form of this file would have."""
    plain = batch.select(list(chosen.values())).rename_columns(list(chosen))
    shown = ", ".join(f'{_text(name, plain.schema.field(name).type)} AS "{name}"'
                      for name in chosen)
    connection.register("batch", plain)
    table = connection.execute(f"SELECT {shown} FROM batch").to_arrow_table()
    connection.unregister("batch")
    lines = pa.array(range(line, line + table.num_rows), pa.int64())
    return table.append_column("line", lines)


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
    return BadInput(Text(
        "Berkas Parquet rusak atau terpotong. Salin atau ekspor ulang dari sumbernya.",
        "The Parquet file is damaged or cut short. Copy or export it again."))
