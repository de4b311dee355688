"""CSV, plain or gzipped, of any size, with the physical line of every row.

Blocks of whole lines go to pyarrow as they are when every line is one record; a block with
anything unusual in it (bytes that are not UTF-8, line breaks inside quotes, NULs) is cut by
the careful rules of `records` first. Either way the rows are the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

from jaga.errors import BadInput
from jaga.ledger.readers import records
from jaga.ledger.readers.opened import opened
from jaga.ledger.readers.raw import RawBatch, RawFile, RowReject, match_header
from jaga.ledger.readers.records import LONGEST_RECORD, Cut, Record
from jaga.ledger.tables import Column
from jaga.words import Text

BLOCK_BYTES = 8 << 20
DELIMITERS = (b",", b";", b"\t", b"|")


@dataclass(frozen=True)
class _Shape:
    """How the lines of one file are to be read."""

    delimiter: bytes
    width: int
    positions: dict[str, int]


def open_csv(
    path: Path,
    wanted: tuple[Column, ...],
    named: Mapping[str, str],
    constants: Mapping[str, str],
    delimiter: str | None = None,
) -> RawFile:
    """Check the header of a CSV file; its rows are read when `batches` is called."""
    with opened(path) as (stream, _):
        header = _header(stream)
    mark = delimiter.encode() if delimiter else _sniffed(header)
    cells = records.fields(header, mark) or header.split(mark)
    names = [cell.decode("utf-8") for cell in cells]
    shape = _Shape(mark, len(names), match_header(names, wanted, named, constants))
    return RawFile(frozenset(shape.positions), path.stat().st_size, lambda: _batches(path, shape))


def _header(stream: BinaryIO) -> bytes:
    """The first line of a CSV file, without byte-order mark and line end; it has to be text."""
    line = stream.readline(LONGEST_RECORD + 1)
    if len(line) > LONGEST_RECORD:
        raise _not_csv()
    content = line.removeprefix(b"\xef\xbb\xbf").rstrip(b"\r\n")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        raise _not_csv() from None
    if b"\0" in content or b"\r" in content:
        raise _not_csv()
    return content


def _not_csv() -> BadInput:
    return BadInput(
        Text(
            "Baris pertama bukan judul kolom CSV dalam UTF-8. Simpan ulang sebagai “CSV UTF-8” "
            "dengan judul kolom pada baris pertama.",
            "The first line is no CSV header in UTF-8. Save the file again as “CSV UTF-8” with the "
            "column names on the first line.",
        )
    )


def _sniffed(header: bytes) -> bytes:
    counts = [len(records.fields(header, mark) or ()) for mark in DELIMITERS]
    return DELIMITERS[counts.index(max(counts))]


def _batches(path: Path, shape: _Shape) -> Iterator[RawBatch]:
    with opened(path) as (stream, raw):
        stream.readline()
        line = 2
        rest = b""
        for block, last, overlong in _blocks(stream):
            block = rest + block
            made, rest = _one_batch(block, line, shape, last or overlong)
            line += block.count(b"\n") - rest.count(b"\n")
            rejects = made.rejects
            if overlong:
                rejects = (*rejects, RowReject(line, "", "row", "row_too_long"))
                line += 1
            yield RawBatch(made.table, rejects, raw.tell())


def _blocks(stream: BinaryIO) -> Iterator[tuple[bytes, bool, bool]]:
    """(whole lines, is it the last, does an overlong line follow that was skipped)."""
    carry = b""
    while chunk := stream.read(BLOCK_BYTES):
        data = carry + chunk
        end = data.rfind(b"\n") + 1
        carry = data[end:]
        overlong = len(carry) > LONGEST_RECORD
        if overlong:
            carry = b""
            ended = _skip_line(stream)
            yield data[:end], not ended, True
            if not ended:
                return
        elif end:
            yield data[:end], False, False
    yield (carry + b"\n" if carry else b""), True, False


def _skip_line(stream: BinaryIO) -> bool:
    """Read past the end of the current line; False at the end of the file."""
    while part := stream.readline(LONGEST_RECORD):
        if part.endswith(b"\n"):
            return True
    return False


def _one_batch(block: bytes, line: int, shape: _Shape, last: bool) -> tuple[RawBatch, bytes]:
    """The rows of a block, and the bytes left for the next one."""
    if _plain(block):
        quick = _quick(block, line, shape)
        if quick is not None:
            return quick, b""
    made = records.cut(block, line, shape.delimiter, last)
    return _careful(made, shape), made.rest


def _plain(block: bytes) -> bool:
    """Whether each line is likely one record of sound UTF-8 (the row count settles it)."""
    if _has_overlong_line(block) or b"\0" in block:
        return False
    if b"\r" in block and block.count(b"\r") != block.count(b"\r\n"):
        return False
    if not block.isascii():
        try:
            block.decode("utf-8")
        except UnicodeDecodeError:
            return False
    if b'"' not in block:
        return True
    content = np.frombuffer(block, np.uint8)
    before = np.searchsorted(np.flatnonzero(content == 34), np.flatnonzero(content == 10))
    return not bool((before & 1).any())


def _has_overlong_line(block: bytes) -> bool:
    """Hops from line end to line end, as far apart as a record may be long."""
    start = 0
    while start < len(block):
        end = block.rfind(b"\n", start, start + LONGEST_RECORD + 1)
        if end < 0:
            return True
        start = end + 1
    return False


def _quick(block: bytes, line: int, shape: _Shape) -> RawBatch | None:
    """Parse a block whose lines are records; None when pyarrow counts other rows than lines."""
    expected = block.count(b"\n")
    if not expected:
        return RawBatch(_empty(shape), (), 0)
    parsed = _parsed(block, shape)
    if parsed is None:
        return None
    table, skipped = parsed
    if table.num_rows + len(skipped) != expected:
        return None
    return _numbered(table, skipped, np.arange(line, line + expected, dtype=np.int64))


def _careful(made: Cut, shape: _Shape) -> RawBatch:
    """Parse records that were cut one by one."""
    content = b"".join(record.content + b"\n" for record in made.records)
    parsed = _parsed(content, shape) if content else None
    if parsed is not None and parsed[0].num_rows + len(parsed[1]) == len(made.records):
        lines = np.array([record.line for record in made.records], dtype=np.int64)
        batch = _numbered(parsed[0], parsed[1], lines)
    else:
        batch = _by_hand(made.records, shape)
    return RawBatch(batch.table, (*made.rejects, *batch.rejects), 0)


def _by_hand(found: list[Record], shape: _Shape) -> RawBatch:
    """Split each record in Python: slow, and right whatever the bytes are."""
    rows, lines, rejects = [], [], []
    for record in found:
        cells = records.fields(record.content, shape.delimiter)
        if cells is None or len(cells) != shape.width:
            rejects.append(RowReject(record.line, "", "row", "wrong_field_count"))
        else:
            rows.append(cells)
            lines.append(record.line)
    columns: dict[str, pa.Array] = {
        name: pa.array([row[position].decode("utf-8") or None for row in rows], pa.string())
        for name, position in shape.positions.items()
    }
    columns["line"] = pa.array(lines, pa.int64())
    return RawBatch(pa.table(columns), tuple(rejects), 0)


def _parsed(content: bytes, shape: _Shape) -> tuple[pa.Table, list[int]] | None:
    """The wanted columns of all rows that fit, and the positions (from 0) of those that do not."""
    names = [str(number) for number in range(shape.width)]
    wanted = {names[position]: pa.string() for position in shape.positions.values()}
    skipped: list[int] = []

    def skip(row: pacsv.InvalidRow) -> str:
        skipped.append(row.number - 1)
        return "skip"

    try:
        table = pacsv.read_csv(
            pa.BufferReader(content),
            read_options=pacsv.ReadOptions(
                use_threads=False, block_size=len(content) + 1, column_names=names
            ),
            parse_options=pacsv.ParseOptions(
                delimiter=shape.delimiter.decode(),
                newlines_in_values=True,
                ignore_empty_lines=True,
                invalid_row_handler=skip,
            ),
            convert_options=pacsv.ConvertOptions(
                column_types=wanted,
                include_columns=list(wanted),
                check_utf8=False,
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
            ),
        )
    except pa.ArrowInvalid:
        return None
    return table.rename_columns(list(shape.positions)), skipped


def _numbered(table: pa.Table, skipped: list[int], lines: np.ndarray) -> RawBatch:
    rejects = tuple(
        RowReject(int(lines[position]), "", "row", "wrong_field_count") for position in skipped
    )
    kept = np.delete(lines, skipped) if skipped else lines
    return RawBatch(table.append_column("line", pa.array(kept)), rejects, 0)


def _empty(shape: _Shape) -> pa.Table:
    columns: dict[str, pa.Array] = {name: pa.array([], pa.string()) for name in shape.positions}
    columns["line"] = pa.array([], pa.int64())
    return pa.table(columns)
