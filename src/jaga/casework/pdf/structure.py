"""The whole of a PDF file accounted for, byte by byte (ISO 32000-1 §7.5).

A reader may follow the cross-reference tables or search for objects by itself. So the file is
read from front to back, nothing may lie between its parts, and every pointer of every table must
lead to an object found on the way: then both kinds of reader see the same objects.
"""

import re
from dataclasses import dataclass, field

from jaga.casework.pdf.lexer import WHITE, Dict, Lexer, Name, Ref, Value
from jaga.casework.pdf.packed import Budget, unpack
from jaga.casework.pdf.refusing import Unwelcome

MOST_OBJECTS = 50_000
MOST_COMMENT_BYTES = 2_000
_HEADER = re.compile(rb"%PDF-(1\.[0-7]|2\.0)[ \t]*[\r\n]")
_OBJECT = re.compile(rb"([0-9]{1,10})[" + WHITE + rb"]++([0-9]{1,5})[" + WHITE + rb"]++obj")
_KEYWORD = re.compile(rb"xref|trailer|startxref")
_SECTION = re.compile(rb"[ \r\n]*([0-9]{1,10}) ([0-9]{1,10})[ \t]*(?:\r\n|\r|\n)")
_ENTRY = re.compile(rb"([0-9]{10}) ([0-9]{5}) ([nf])(?: \r| \n|\r\n)")
_STREAM = re.compile(rb"stream\r?\n")
_LENGTH = re.compile(
    rb"(?<![0-9])([0-9]{1,10})[" + WHITE + rb"]++([0-9]{1,5})[" + WHITE + rb"]++obj[" + WHITE
    + rb"]*+([0-9]{1,10})[" + WHITE + rb"]++endobj"
)  # fmt: skip
_END = re.compile(rb"startxref[" + WHITE + rb"]++[0-9]+[" + WHITE + rb"]++%%EOF[\r\n \x00]{0,8}\Z")


@dataclass(frozen=True)
class Object:
    """One indirect object; `stream` is its unpacked bytes, None for a plain value."""

    number: int
    generation: int
    value: Value
    stream: bytes | None = None

    @property
    def entry(self) -> Dict:
        """Its dictionary, empty if it is another kind of value."""
        return self.value if isinstance(self.value, dict) else {}


@dataclass
class File:
    """What was found: objects by where they begin, those of object streams, and the pointers."""

    size: int
    budget: Budget = field(default_factory=Budget)
    at: dict[int, Object] = field(default_factory=dict)
    inside: list[Object] = field(default_factory=list)
    # (stream number, place in it) of each packed object.
    places: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    trailers: list[Dict] = field(default_factory=list)
    # Where a table or a table stream begins.
    sections: set[int] = field(default_factory=set)
    # (object number, where it should begin), and the targets of startxref.
    pointers: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    @property
    def objects(self) -> list[Object]:
        """All objects, of all revisions."""
        return [*self.at.values(), *self.inside]


def read(data: bytes) -> File:
    """Every part of a file. Raises Unwelcome for whatever is left over or does not fit."""
    header = _HEADER.match(data)
    if header is None or _END.search(data, max(0, len(data) - 80)) is None:
        raise Unwelcome("mixed")
    file, lexer = File(len(data)), Lexer(data, header.end() - 1)
    lengths = _Lengths(data)
    while True:
        lexer.skip()
        if lexer.comment_bytes > MOST_COMMENT_BYTES:
            raise Unwelcome("mixed")
        if lexer.at >= len(data):
            break
        _part(file, lexer, lengths)
    lengths.check(file)
    _check_pointers(file)
    return file


def _part(file: File, lexer: Lexer, lengths: "_Lengths") -> None:
    start = lexer.at
    head = _OBJECT.match(lexer.data, start)
    if head is not None:
        lexer.at = head.end()
        file.at[start] = found = _object(file, lexer, lengths, (int(head[1]), int(head[2])))
        _note(file, start, found)
        return
    keyword = _KEYWORD.match(lexer.data, start)
    if keyword is None:
        raise Unwelcome("mixed")
    lexer.at = keyword.end()
    match keyword.group():
        case b"xref":
            file.sections.add(start)
            _table(file, lexer)
        case b"trailer":
            trailer = lexer.value()
            if not isinstance(trailer, dict):
                raise Unwelcome("broken")
            file.trailers.append(trailer)
        case _:
            file.starts.append(lexer.integer())


def _object(file: File, lexer: Lexer, lengths: "_Lengths", name: tuple[int, int]) -> Object:
    if len(file.at) + len(file.inside) >= MOST_OBJECTS:
        raise Unwelcome("bomb")
    value = lexer.value()
    lexer.skip()
    stream = _STREAM.match(lexer.data, lexer.at)
    plain = None
    if stream is not None:
        if not isinstance(value, dict) or value.keys() & {"F", "FFilter", "FDecodeParms"}:
            raise Unwelcome("broken")
        begin = stream.end()
        end = begin + lengths.of(value.get("Length"))
        if end > file.size:
            raise Unwelcome("broken")
        plain = unpack(lexer.data[begin:end], value, file.budget)
        lexer.at = end
        lexer.expect(b"endstream")
    lexer.expect(b"endobj")
    return Object(*name, value, plain)


def _table(file: File, lexer: Lexer) -> None:
    section = _SECTION.match(lexer.data, lexer.at)
    while section is not None:
        lexer.at = section.end()
        for number in range(int(section[1]), int(section[1]) + int(section[2])):
            entry = _ENTRY.match(lexer.data, lexer.at)
            if entry is None:
                raise Unwelcome("broken")
            lexer.at = entry.end()
            if entry[3] == b"n":
                file.pointers.append((number, int(entry[1])))
        section = _SECTION.match(lexer.data, lexer.at)


def _note(file: File, start: int, found: Object) -> None:
    """Object streams and table streams hold more than themselves."""
    if found.stream is None:
        return
    kind = found.entry.get("Type")
    if kind == "ObjStm":
        _open_objects(file, found, found.stream)
    elif kind == "XRef":
        file.sections.add(start)
        file.trailers.append(found.entry)
        _open_table(file, found.entry, found.stream)


def _open_objects(file: File, found: Object, plain: bytes) -> None:
    count, first = found.entry.get("N"), found.entry.get("First")
    if not isinstance(count, int) or not isinstance(first, int) or not 0 <= first <= len(plain):
        raise Unwelcome("broken")
    if not 0 <= count <= MOST_OBJECTS - len(file.inside):
        raise Unwelcome("bomb")
    head = Lexer(plain, 0, first)
    pairs = [(head.integer(), first + head.integer()) for _ in range(count)]
    head.skip()
    ends = [start for _, start in pairs[1:]] + [len(plain)]
    if head.at != first or len({number for number, _ in pairs}) != count:
        raise Unwelcome("broken")
    for place, ((number, start), end) in enumerate(zip(pairs, ends, strict=True)):
        if not first <= start <= end <= len(plain):
            raise Unwelcome("broken")
        lexer = Lexer(plain, start, end)
        file.inside.append(Object(number, 0, lexer.value()))
        file.places.setdefault((found.number, place), set()).add(number)
        lexer.skip()
        if lexer.at != end:
            raise Unwelcome("broken")


def _open_table(file: File, entry: Dict, plain: bytes) -> None:
    widths = _numbers(entry.get("W"))
    size = entry.get("Size")
    if len(widths) != 3 or not isinstance(size, int) or any(width > 8 for width in widths):
        raise Unwelcome("broken")
    index = _numbers(entry.get("Index", [0, size]))
    numbers = _spans(index, len(plain))
    step = sum(widths)
    if not step or len(numbers) * step != len(plain):
        raise Unwelcome("broken")
    for row, number in enumerate(numbers):
        fields, at = [], row * step
        for width in widths:
            fields.append(int.from_bytes(plain[at : at + width], "big"))
            at += width
        kind = fields[0] if widths[0] else 1
        if kind == 1:
            file.pointers.append((number, fields[1]))
        elif kind == 2:
            # Checked once all object streams are known: below zero means packed.
            file.pointers.append((number, -1 - (fields[1] << 32 | fields[2])))
        elif kind != 0:
            raise Unwelcome("broken")


def _numbers(value: Value) -> list[int]:
    if not isinstance(value, list):
        raise Unwelcome("broken")
    found = [one for one in value if isinstance(one, int) and one >= 0]
    if len(found) != len(value):
        raise Unwelcome("broken")
    return found


def _spans(index: list[int], most: int) -> list[int]:
    if len(index) % 2 or sum(index[1::2]) > most:
        raise Unwelcome("broken")
    pairs = zip(index[::2], index[1::2], strict=True)
    return [number for first, count in pairs for number in range(first, first + count)]


def _check_pointers(file: File) -> None:
    for number, start in file.pointers:
        if start < 0:
            stream, place = divmod(-1 - start, 1 << 32)
            if number not in file.places.get((stream, place), ()):
                raise Unwelcome("broken")
        elif start not in file.at or file.at[start].number != number:
            raise Unwelcome("broken")
    earlier = [
        trailer[name]
        for trailer in file.trailers
        for name in ("Prev", "XRefStm")
        if name in trailer
    ]
    # A linearised file begins with "startxref 0", which leads nowhere; the last one never may.
    starts = [start for start in file.starts[:-1] if start] + file.starts[-1:]
    if not starts or any(place not in file.sections for place in (*starts, *earlier)):
        raise Unwelcome("broken")


class _Lengths:
    """The lengths of streams, also where they stand in an object further on."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.known: dict[tuple[int, int], set[int]] | None = None
        self.used: dict[Ref, int] = {}

    def of(self, value: Value) -> int:
        """A length in bytes. Raises Unwelcome if it is missing or has two values."""
        if isinstance(value, Ref):
            return self._elsewhere(value)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise Unwelcome("broken")
        return value

    def _elsewhere(self, ref: Ref) -> int:
        if self.known is None:
            self.known = {}
            for match in _LENGTH.finditer(self.data):
                name = int(match[1]), int(match[2])
                self.known.setdefault(name, set()).add(int(match[3]))
        found = self.known.get((ref.number, ref.generation), set())
        if len(found) != 1:
            raise Unwelcome("broken")
        self.used[ref] = next(iter(found))
        return self.used[ref]

    def check(self, file: File) -> None:
        """What was looked up ahead must be an object of the file with that value."""
        stored = {(one.number, one.generation): one.value for one in file.at.values()}
        if any(
            stored.get((ref.number, ref.generation)) != length for ref, length in self.used.items()
        ):
            raise Unwelcome("broken")


def named(value: Value) -> str:
    """A name's text; empty for any other value."""
    return str(value) if isinstance(value, Name) else ""
