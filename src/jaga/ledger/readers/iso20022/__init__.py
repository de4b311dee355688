"""ISO 20022 messages in XML: the same canonical columns as a CSV file gives.

pacs.008, pacs.004, pacs.002, pain.001, camt.053 and camt.054, alone or in any envelope; what
is read from which element stands in docs/reference/iso20022.md.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pyarrow as pa

from jaga.ledger.readers.iso20022.messages import Message
from jaga.ledger.readers.iso20022.payments import (
    Made,
    Row,
    credit_transfer,
    instruction,
    payment_return,
)
from jaga.ledger.readers.iso20022.reports import status_report
from jaga.ledger.readers.iso20022.statements import entry
from jaga.ledger.readers.iso20022.stream import Stream, Transaction
from jaga.ledger.readers.opened import opened
from jaga.ledger.readers.raw import Mark, RawBatch, RawFile, RowReject

COLUMNS = (
    "payment_id",
    "booked_at",
    "amount",
    "currency",
    "rail",
    "debtor_account",
    "creditor_account",
    "debtor_country",
    "creditor_country",
    "debtor_agent",
    "creditor_agent",
    "purpose_code",
    "remark",
    "merchant_category",
    "phone",
    "status",
)
BATCH_ROWS = 5_000
_MAPPERS: dict[str, Callable[[Transaction, Mapping[str, str]], Made]] = {
    "pacs.008": credit_transfer,
    "pacs.004": payment_return,
    "pacs.002": status_report,
    "pain.001": instruction,
    "camt.053": entry,
    "camt.054": entry,
}


def looks_like_xml(start: bytes) -> bool:
    """Whether the first bytes of a file begin an element, a comment or an XML declaration."""
    plain = start.replace(b"\0", b"")
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        plain = plain.removeprefix(mark)
    return plain.lstrip().startswith(b"<")


def open_iso20022(path: Path, rails: Mapping[str, str]) -> RawFile:
    """A file of messages; an optional column counts as given once a transaction has it."""
    seen: set[str] = set()
    return RawFile(seen, path.stat().st_size, lambda: _batches(path, rails, seen), standard=True)


def _batches(path: Path, rails: Mapping[str, str], seen: set[str]) -> Iterator[RawBatch]:
    with opened(path) as (source, raw):
        waiting = _Waiting(None)
        for found in Stream().read(source):
            message = found.message if isinstance(found, Transaction) else waiting.message
            if message is not waiting.message or waiting.full():
                yield waiting.batch(seen, raw.tell())
                waiting = _Waiting(message)
            waiting.add(found, rails)
        yield waiting.batch(seen, raw.tell())


class _Waiting:
    """Rows of one kind of message until there are enough for a batch."""

    def __init__(self, message: Message | None) -> None:
        self.message = message
        self._rows: list[Row] = []
        self._lines: list[int] = []
        self._rejects: list[RowReject] = []
        self._marks: list[Mark] = []

    def full(self) -> bool:
        return len(self._rows) + len(self._rejects) >= BATCH_ROWS

    def add(self, found: Transaction | RowReject, rails: Mapping[str, str]) -> None:
        if isinstance(found, RowReject):
            self._rejects.append(found)
            return
        made = _MAPPERS[found.message.name](found, rails)
        self._marks += made.marks
        if made.reject is not None:
            self._rejects.append(made.reject)
        if made.row is not None:
            self._rows.append(made.row)
            self._lines.append(found.line)

    def batch(self, seen: set[str], done: int) -> RawBatch:
        columns: dict[str, pa.Array] = {
            name: pa.array([row.get(name) for row in self._rows], pa.string()) for name in COLUMNS
        }
        seen.update(name for name, column in columns.items() if column.null_count < len(column))
        columns["line"] = pa.array(self._lines, pa.int64())
        names = self.message.elements if self.message else {}
        return RawBatch(pa.table(columns), tuple(self._rejects), done, names, tuple(self._marks))
