"""Streaming an XML file safely: one transaction at a time, then it is forgotten.

Nothing outside the file is ever read: a DOCTYPE is refused before it is parsed, entities are
not resolved, no network, no DTD, and libxml2 keeps its limits on depth and length. What has
been handled is cleared, so memory does not grow with the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO

from lxml import etree

from jaga.errors import BadInput
from jaga.ledger.readers.iso20022.facts import Facts, read_facts
from jaga.ledger.readers.iso20022.messages import TAGS, Message, message_of, shown
from jaga.ledger.readers.raw import RowReject
from jaga.words import Text

CHUNK = 1 << 18
LARGEST_PART = 4 << 20
"""Bytes that may pass without one transaction coming to its end."""
FIRST_MESSAGE_WITHIN = 1 << 20
_EXACT_LINES = 65_535
_DOCTYPE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?>\s++|(?><\?.*?\?>)|(?><!--.*?-->))*+<!DOCTYPE",
    re.S | re.I,
)


@dataclass(frozen=True)
class Transaction:
    """One transaction as text: its own facts, and those of what it stands in, inner first.

    `alone` is False for one of several details of the same account entry.
    """

    message: Message
    element: str
    line: int
    own: Facts
    outer: tuple[Facts, ...]
    alone: bool = True

    @property
    def header(self) -> Facts:
        """The facts of the message itself, such as GrpHdr/CreDtTm."""
        return self.outer[-1]


@dataclass
class _Open:
    """The message being read, and what its transactions share."""

    message: Message
    namespace: str
    line: int
    rows: int = 0
    shared: dict[str, Facts] = field(default_factory=dict)
    waiting: Transaction | None = None
    details: int = 0


class Stream:
    """Transactions and rejects of one file, as its bytes are fed in; `done` counts rows."""

    def __init__(self) -> None:
        self._parser = etree.XMLPullParser(
            events=("start", "end"),
            tag=["{*}" + tag for tag in TAGS],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            attribute_defaults=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            recover=False,
        )
        self._parser.resolvers.add(_Refuse())
        self._open: _Open | None = None
        self._skipped: Any = None
        self._messages = 0
        self._since = 0

    def read(self, source: BinaryIO) -> Iterator[Transaction | RowReject]:
        """Everything in the file, in its order; BadInput when it is no sound XML."""
        start = source.read(CHUNK)
        if _DOCTYPE.match(start.replace(b"\0", b"")):
            raise doctype()
        chunk = start
        try:
            while chunk:
                self._parser.feed(chunk)
                self._since += len(chunk)
                yield from self._events()
                if self._skipped is not None and self._skipped.getparent() is None:
                    return  # the whole file is one message that is not read
                if self._hopeless():
                    yield RowReject(1, shown(_root(start)), "element", "unmapped_message")
                    return
                chunk = source.read(CHUNK)
            root = self._parser.close()
            yield from self._events()
        except etree.XMLSyntaxError as error:
            raise _damaged(error) from None
        except (etree.LxmlError, LookupError, ValueError):
            raise _damaged(None) from None
        if not self._messages:
            yield RowReject(root.sourceline or 1, shown(root.tag), "element", "unmapped_message")

    def _hopeless(self) -> bool:
        """Whether so much passed without a message that there will be none."""
        if self._skipped is not None:
            _prune(self._skipped)
            self._since = 0
        if self._since > LARGEST_PART:
            raise _too_large()
        return not self._messages and self._since > FIRST_MESSAGE_WITHIN

    def _events(self) -> Iterator[Transaction | RowReject]:
        for event, element in self._parser.read_events():
            name = element.tag.rpartition("}")[2]
            if name == "Document" and not self._nested(element):
                self._since = 0
                yield from self._begin(element) if event == "start" else self._finish(element)
            elif self._open is None or not self._ours(element):
                if self._open is None and event == "end":
                    _forget(element)
            elif event == "start":
                self._open.shared.pop(name, None)
            else:
                yield from self._end(element, name)

    def _begin(self, element: Any) -> Iterator[RowReject]:
        if element.getroottree().docinfo.internalDTD is not None:
            raise doctype()
        self._messages += 1
        namespace = element.tag.removeprefix("{").rpartition("}")[0]
        message, line = message_of(namespace), _line(element)
        if message is None:
            self._skipped = element
            yield RowReject(line, shown(element.tag), "element", "unmapped_message")
        else:
            self._open = _Open(message, namespace, line)

    def _finish(self, element: Any) -> Iterator[RowReject]:
        opened, self._open, self._skipped = self._open, None, None
        if opened is not None and not opened.rows:
            yield _without_rows(element, opened)
        _forget(element)

    def _end(self, element: Any, name: str) -> Iterator[Transaction | RowReject]:
        assert self._open is not None
        body, *path = _path(element)
        rows = self._open.message.rows
        if body != self._open.message.body or not any(
            tuple(path) == row[: len(path)] for row in rows
        ):
            self._open.rows += 1
            yield RowReject(_line(element), name, "element", "misplaced_element")
            element.clear()
            return
        self._since = 0
        if tuple(path) in rows:
            yield from self._row(element, tuple(path))
        elif any(tuple(path[: len(row)]) == row for row in rows):
            return  # within a transaction whose other parts will still be asked for
        else:
            self._frames(element)
        _forget(element)

    def _row(self, element: Any, path: tuple[str, ...]) -> Iterator[Transaction]:
        """The transaction, unless it is an entry whose details were handed on already.

        The first detail of an entry waits: only at the second, or at the end of the entry, is
        it known whether it stands alone.
        """
        opened = self._open
        assert opened is not None
        opened.rows += 1
        if path[-1] == "TxDtls":
            if opened.waiting is not None:
                yield opened.waiting
            found = self._made(element, path, alone=False)
            opened.details += 1
            opened.waiting = found
            return
        if opened.details:
            opened.rows -= 1
            assert opened.waiting is not None
            yield replace(opened.waiting, alone=opened.details == 1)
            opened.waiting, opened.details = None, 0
            return
        yield self._made(element, path, alone=True)

    def _made(self, element: Any, path: tuple[str, ...], alone: bool) -> Transaction:
        assert self._open is not None
        return Transaction(
            self._open.message,
            path[-1],
            _line(element),
            read_facts(element),
            self._frames(element),
            alone,
        )

    def _frames(self, element: Any) -> tuple[Facts, ...]:
        """The facts of what an element stands in, up to the message; read once, then shared."""
        opened = self._open
        assert opened is not None
        outer = []
        inner = frozenset(name for row in opened.message.rows for name in row)
        for frame in element.iterancestors():
            name = frame.tag.rpartition("}")[2]
            if name == "Document":
                break
            if name not in opened.shared:
                opened.shared[name] = read_facts(frame, inner)
            outer.append(opened.shared[name])
        return tuple(outer)

    def _ours(self, element: Any) -> bool:
        assert self._open is not None
        return bool(element.tag == f"{{{self._open.namespace}}}{element.tag.rpartition('}')[2]}")

    def _nested(self, element: Any) -> bool:
        """Whether a Document stands within another, as envelopes of extra data have them."""
        return any(frame.tag.rpartition("}")[2] == "Document" for frame in element.iterancestors())


def _without_rows(element: Any, opened: _Open) -> RowReject:
    """What is said of a message without a transaction of its own."""
    body = next(iter(element), None)
    if body is not None and body.tag != f"{{{opened.namespace}}}{opened.message.body}":
        return RowReject(_line(body), shown(body.tag), "element", "unmapped_message")
    held = read_facts(body) if body is not None else {}
    for path in opened.message.whole:
        if path in held:
            return RowReject(opened.line, path, "element", "whole_message")
    return RowReject(opened.line, opened.message.body, "empty", "no_transactions")


class _Refuse(etree.Resolver):  # type: ignore[misc]
    """Nothing an XML file points to is ever opened."""

    def resolve(self, url: str, public: str, context: Any) -> Any:
        raise doctype()


def _path(element: Any) -> tuple[str, ...]:
    """Names from the message's body down to the element."""
    names = [element.tag.rpartition("}")[2]]
    for frame in element.iterancestors():
        name = frame.tag.rpartition("}")[2]
        if name == "Document":
            break
        names.append(name)
    return tuple(reversed(names))


def _line(element: Any) -> int:
    """The line an element starts on. Past 65,535 libxml2 knows that of its text's end only."""
    line = element.sourceline or 1
    return line - (element.text or "").count("\n") if line >= _EXACT_LINES else line


def _forget(element: Any) -> None:
    """Let go of an element that was handled, and of everything before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _prune(element: Any) -> None:
    """Let go of everything below an element that is closed already."""
    while len(element):
        del element[:-1]
        element = element[-1]


def _root(start: bytes) -> str:
    """The name of a file's first element, for a file without a message near its start."""
    parser = etree.XMLPullParser(events=("start",), resolve_entities=False, no_network=True)
    parser.feed(start)
    return next((str(element.tag) for _, element in parser.read_events()), "")


def doctype() -> BadInput:
    """The sentence for a file that declares a DOCTYPE."""
    return BadInput(
        Text(
            "Berkas XML ini memuat DOCTYPE. Pesan bank tidak memakainya, dan DOCTYPE dapat "
            "menyuruh pembaca membuka berkas lain, jadi Jaga menolaknya. Minta pesan tanpa "
            "DOCTYPE.",
            "This XML file declares a DOCTYPE. Bank messages have none, and it can make a reader "
            "open other files, so Jaga refuses it. Ask for the message without one.",
        )
    )


def _damaged(error: etree.XMLSyntaxError | None) -> BadInput:
    line = error.lineno if error is not None else None
    at = (f" pada baris {line}", f" at line {line}") if line else ("", "")
    return BadInput(
        Text(
            f"Berkas XML ini rusak, terpotong, bersarang terlalu dalam atau memuat teks yang "
            f"terlalu panjang{at[0]}. Salin atau ekspor ulang dari sumbernya.",
            f"This XML file is damaged, cut short, nested too deeply or holds a text that is too "
            f"long{at[1]}. Copy or export it again.",
        )
    )


def _too_large() -> BadInput:
    return BadInput(
        Text(
            "Berkas XML ini memuat bagian yang lebih besar dari 4 MiB tanpa satu transaksi pun. "
            "Periksa berkas dari sumbernya.",
            "This XML file has a part larger than 4 MiB without one transaction in it. Check the "
            "file at its source.",
        )
    )
