"""The first pass: every row of every input validated and put aside, with its rejects."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from jaga.ledger.canonical import Validator
from jaga.ledger.options import Progress
from jaga.ledger.readers.raw import Mark, RawBatch, RawFile, RowReject
from jaga.ledger.tables import status_code

REJECTS = pa.schema(
    [
        ("input", pa.int32()),
        ("line", pa.int64()),
        ("column", pa.string()),
        ("value_class", pa.string()),
        ("reason", pa.string()),
    ]
)
MARKS = pa.schema([("payment_id", pa.string()), ("agent", pa.string()), ("status", pa.int32())])
_AHEAD = 2
"""Batches read while an earlier one is validated: two cores work, memory stays bounded."""


@dataclass
class Staged:
    """One input after the first pass. `kept` still holds duplicates."""

    number: int
    rows_in: int = 0
    kept: int = 0
    unknown_rails: int = 0
    rows: list[Path] = field(default_factory=list)
    rejects: Path | None = None
    marks: Path | None = None


def stage(
    raw: RawFile, number: int, validator: Validator, folder: Path, report: Progress
) -> Staged:
    """Validate one file into `folder`; rows in text tokens, rejects and marks beside them.

    `row` counts the kept rows of a file, as several may stand on one line of XML.
    """
    staged = Staged(number)
    rows, rejects = Rows(folder / f"rows-{number}.parquet"), RejectRows(folder, number)
    marks = MarkRows(folder / f"marks-{number}.parquet")
    with rows, rejects, marks:
        for batch in ahead(raw.batches()):
            checked = validator.check(batch.table, raw.standard)
            found = [*batch.rejects, *_named(checked.rejects, batch)]
            staged.rows_in += batch.table.num_rows + len(batch.rejects)
            rows.add(_counted(checked.kept, staged.kept), number)
            staged.kept += checked.kept.num_rows
            staged.unknown_rails += checked.unknown_rails
            rejects.add(found)
            marks.add(batch.marks)
            report("read", batch.done, raw.total_bytes)
    staged.rows = [rows.path] if rows.path.exists() else []
    staged.rejects = rejects.path if rejects.path.exists() else None
    staged.marks = marks.path if marks.path.exists() else None
    return staged


def _counted(kept: pa.Table, before: int) -> pa.Table:
    numbers = np.arange(before, before + kept.num_rows, dtype=np.int64)
    return kept.append_column("row", pa.array(numbers)) if kept.num_rows else kept


def _named(rejects: list[RowReject], batch: RawBatch) -> list[RowReject]:
    """The rejects under the names the file itself uses."""
    if not batch.names:
        return rejects
    return [one._replace(column=batch.names.get(one.column, one.column)) for one in rejects]


def ahead(batches: Iterator[RawBatch]) -> Iterator[RawBatch]:
    """The same batches, read by a thread a little ahead; its errors are raised here."""
    line: queue.Queue[RawBatch | BaseException | None] = queue.Queue(_AHEAD)
    stopped = threading.Event()

    def read() -> None:
        try:
            for batch in batches:
                if not _put(line, batch, stopped):
                    return
            _put(line, None, stopped)
        except BaseException as error:  # noqa: BLE001 - raised again in the reading thread
            _put(line, error, stopped)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    try:
        while (item := line.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        stopped.set()
        thread.join()


def _put(
    line: queue.Queue[RawBatch | BaseException | None],
    item: RawBatch | BaseException | None,
    stopped: threading.Event,
) -> bool:
    while not stopped.is_set():
        try:
            line.put(item, timeout=0.2)
            return True
        except queue.Full:
            continue
    return False


class Rows:
    """Kept rows, appended to one Parquet file that exists once there is a row."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer: pq.ParquetWriter | None = None

    def __enter__(self) -> Rows:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._writer is not None:
            self._writer.close()

    def add(self, table: pa.Table, number: int, even_if_empty: bool = False) -> None:
        """Append the rows of input `number`; the file begins with the first of them."""
        if not table.num_rows and not even_if_empty:
            return
        table = table.append_column("input", pa.array([number] * table.num_rows, pa.int32()))
        if self._writer is None:
            self._writer = pq.ParquetWriter(self.path, table.schema, compression="lz4")
        self._writer.write_table(table)


class RejectRows(Rows):
    """Rejected rows, in the shape of REJECTS."""

    def __init__(self, folder: Path, number: int) -> None:
        super().__init__(folder / f"rejects-{number}.parquet")
        self._number = number

    def add(self, found: list[RowReject]) -> None:  # type: ignore[override]
        """Append rejects of this input."""
        if not found:
            return
        if self._writer is None:
            self._writer = pq.ParquetWriter(self.path, REJECTS, compression="lz4")
        columns = list(zip(*found, strict=True))
        self._writer.write_table(
            pa.table(
                [
                    pa.array([self._number] * len(found), pa.int32()),
                    *(
                        pa.array(values, kind.type)
                        for values, kind in zip(columns, list(REJECTS)[1:], strict=True)
                    ),
                ],
                schema=REJECTS,
            )
        )


class MarkRows(Rows):
    """What files say of payments that stand elsewhere, in the shape of MARKS."""

    def add(self, found: tuple[Mark, ...]) -> None:  # type: ignore[override]
        """Append marks."""
        if not found:
            return
        if self._writer is None:
            self._writer = pq.ParquetWriter(self.path, MARKS, compression="lz4")
        columns = [
            [one.payment_id for one in found],
            [one.agent for one in found],
            [status_code(one.status) for one in found],
        ]
        self._writer.write_table(pa.table(columns, schema=MARKS))
