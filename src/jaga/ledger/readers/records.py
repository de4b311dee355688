"""Cutting bytes into records, and records into fields, when the quick way does not apply.

The rules are those of RFC 4180 as pyarrow reads them: a field that starts with a quotation
mark runs to the next single one (two stand for one) and may hold line breaks; a mark inside
an unquoted field is an ordinary character. Lines end with LF or CR LF.
"""

import re
from functools import cache
from typing import NamedTuple

from jaga.ledger.readers.raw import RowReject

LONGEST_RECORD = 1 << 20
MOST_LINES = 1000


class Record(NamedTuple):
    """One record's bytes without its line end, and the physical line it starts on."""

    content: bytes
    line: int


class Cut(NamedTuple):
    """What a block was cut into; `rest` is the start of a record the block does not finish."""

    records: list[Record]
    rejects: list[RowReject]
    rest: bytes


@cache
def _field(delimiter: bytes) -> re.Pattern[bytes]:
    """One field; possessive, so that it never backtracks into a quoted part."""
    other = b"[^" + re.escape(delimiter) + b"]*+"
    return re.compile(b'(?:"((?:[^"]|"")*+)"(?!")(' + other + b')|((?!")' + other + b"))", re.S)


def fields(record: bytes, delimiter: bytes) -> list[bytes] | None:
    """The fields of a record, or None when a quotation mark stays open."""
    pattern, found, position = _field(delimiter), [], 0
    while True:
        match = pattern.match(record, position)
        if match is None:
            return None
        quoted, after, plain = match.groups()
        found.append(plain if quoted is None else quoted.replace(b'""', b'"') + after)
        position = match.end() + 1
        if match.end() == len(record):
            return found


def cut(block: bytes, first_line: int, delimiter: bytes, last: bool) -> Cut:
    """Records of a block of whole lines; what cannot be a record becomes a reject.

    Reading goes on at the line after a record that never closes its quotation mark, so one
    stray mark costs one row, not the rest of the file.
    """
    lines = block.split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    made = Cut([], [], b"")
    number = 0
    while number < len(lines):
        length = _record_lines(lines, number, delimiter)
        if length == 0 and not last and _room_left(lines, number):
            return made._replace(rest=b"\n".join(lines[number:]) + b"\n")
        if length == 0:
            made.rejects.append(RowReject(first_line + number, "", "row", "unclosed_quote"))
            length = 1
        else:
            content = b"\n".join(lines[number : number + length]).removesuffix(b"\r")
            _sort(content, first_line + number, made)
        number += length
    return made


def _room_left(lines: list[bytes], number: int) -> bool:
    rest = lines[number : number + MOST_LINES + 1]
    return len(rest) <= MOST_LINES and sum(map(len, rest)) <= LONGEST_RECORD


def _record_lines(lines: list[bytes], number: int, delimiter: bytes) -> int:
    """How many lines the record starting at `number` takes; 0 when it does not end."""
    if b'"' not in lines[number] or fields(lines[number], delimiter) is not None:
        return 1
    content = lines[number]
    for length in range(2, min(MOST_LINES, len(lines) - number) + 1):
        following = lines[number + length - 1]
        content += b"\n" + following
        if len(content) > LONGEST_RECORD:
            return 0
        if b'"' in following and fields(content, delimiter) is not None:
            return length
    return 0


def _sort(content: bytes, line: int, made: Cut) -> None:
    reason = _unreadable(content)
    if reason:
        made.rejects.append(RowReject(line, "", "row", reason))
    elif content:
        made.records.append(Record(content, line))


def _unreadable(content: bytes) -> str | None:
    if len(content) > LONGEST_RECORD:
        return "row_too_long"
    if b"\0" in content:
        return "nul_byte"
    if b"\r" in content.replace(b"\r\n", b"\n"):
        return "stray_line_end"
    if not content.isascii():
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            return "not_utf8"
    return None
