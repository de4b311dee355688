"""PDF syntax, strictly (ISO 32000-1 §7.2–7.3): values from bytes, or a refusal.

Names come back with their #-escapes undone, so that /#49mage is Image to every rule.
"""

import re
from typing import NamedTuple, TypeAlias

from jaga.casework.pdf.refusing import Unwelcome

DEEPEST = 40
LONGEST_STRING_BYTES = 65_535
LONGEST_COMMENT_BYTES = 255

WHITE = rb"\x00\t\n\x0c\r "
REGULAR = rb"[^\x00\t\n\x0c\r ()<>\[\]{}/%]"
_SPACE = re.compile(rb"[" + WHITE + rb"]*+(?:%[^\r\n]*+[" + WHITE + rb"]*+)*+")
_WORD = re.compile(REGULAR + rb"++")
_NAME = re.compile(rb"/(" + REGULAR + rb"*+)")
_ESCAPE = re.compile(rb"#(..?)?", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f" + WHITE + rb"]*+)>")
_INTEGER = re.compile(rb"[+-]?[0-9]{1,18}\Z")
_REAL = re.compile(rb"[+-]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})\Z")
_REFERENCE = re.compile(
    rb"([0-9]{1,10})[" + WHITE + rb"]++([0-9]{1,5})[" + WHITE + rb"]++R(?!" + REGULAR + rb")"
)
_PLAIN = re.compile(rb"[^()\\]*+")
_COMMENT = re.compile(rb"%([^\r\n]*+)")


class Name(str):
    """A name such as /Page, without its slash and with its escapes undone."""

    __slots__ = ()


class Ref(NamedTuple):
    """A pointer to an indirect object."""

    number: int
    generation: int


Value: TypeAlias = "bool | int | float | bytes | Name | Ref | list[Value] | Dict | None"
Dict: TypeAlias = "dict[str, Value]"


class Lexer:
    """Reads values of `data` from `at` on; `end` is where reading must stop."""

    def __init__(self, data: bytes, at: int = 0, end: int | None = None) -> None:
        self.data, self.at = data, at
        self.end = len(data) if end is None else end
        self.comment_bytes = 0

    def skip(self) -> None:
        """Go past white space and comments; long comments could carry another file."""
        match = _SPACE.match(self.data, self.at, self.end)
        assert match is not None
        if b"%" in match.group():
            for comment in _COMMENT.finditer(match.group()):
                if len(comment[1]) > LONGEST_COMMENT_BYTES:
                    raise Unwelcome("mixed")
                self.comment_bytes += len(comment[1])
        self.at = match.end()

    def word(self) -> bytes:
        """The next run of regular characters, or nothing."""
        match = _WORD.match(self.data, self.at, self.end)
        if match is None:
            return b""
        self.at = match.end()
        return match.group()

    def expect(self, keyword: bytes) -> None:
        """Go past `keyword`, which must come next."""
        self.skip()
        if self.word() != keyword:
            raise Unwelcome("broken")

    def integer(self) -> int:
        """A whole number, zero or more."""
        self.skip()
        word = self.word()
        if not re.fullmatch(rb"[0-9]{1,10}", word):
            raise Unwelcome("broken")
        return int(word)

    def value(self, depth: int = 0) -> Value:
        """The next value. Raises Unwelcome where the syntax leaves any doubt."""
        if depth > DEEPEST:
            raise Unwelcome("broken")
        self.skip()
        first = self.data[self.at : min(self.at + 2, self.end)]
        if first == b"<<":
            return self._dictionary(depth)
        match first[:1]:
            case b"/":
                return self._name()
            case b"(":
                return self._string()
            case b"<":
                return self._hex()
            case b"[":
                return self._array(depth)
            case _:
                return self._other()

    def _dictionary(self, depth: int) -> Dict:
        self.at += 2
        found: Dict = {}
        while True:
            self.skip()
            if self.data.startswith(b">>", self.at, self.end):
                self.at += 2
                return found
            name = self._name()
            # Two readers may take different ones of two equal keys.
            if name in found:
                raise Unwelcome("broken")
            found[name] = self.value(depth + 1)

    def _array(self, depth: int) -> list[Value]:
        self.at += 1
        found: list[Value] = []
        while True:
            self.skip()
            if self.data.startswith(b"]", self.at, self.end):
                self.at += 1
                return found
            found.append(self.value(depth + 1))

    def _name(self) -> Name:
        match = _NAME.match(self.data, self.at, self.end)
        if match is None or len(match[1]) > 255:
            raise Unwelcome("broken")
        self.at = match.end()
        return Name(_ESCAPE.sub(_unescape, match[1]).decode("latin-1"))

    def _string(self) -> bytes:
        start, depth = self.at + 1, 1
        self.at = start
        while depth:
            match = _PLAIN.match(self.data, self.at, self.end)
            assert match is not None
            self.at = match.end() + 1
            if self.at > self.end or self.at - start > LONGEST_STRING_BYTES:
                raise Unwelcome("broken")
            match self.data[self.at - 1 : self.at]:
                case b"(":
                    depth += 1
                case b")":
                    depth -= 1
                case _:
                    self.at += 1
        return self.data[start : self.at - 1]

    def _hex(self) -> bytes:
        match = _HEX.match(self.data, self.at, self.end)
        if match is None or len(match[1]) > 2 * LONGEST_STRING_BYTES:
            raise Unwelcome("broken")
        self.at = match.end()
        digits = match[1].translate(None, b"\x00\t\n\x0c\r ")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())

    def _other(self) -> Value:
        reference = _REFERENCE.match(self.data, self.at, self.end)
        if reference is not None:
            self.at = reference.end()
            return Ref(int(reference[1]), int(reference[2]))
        word = self.word()
        if word in _CONSTANTS:
            return _CONSTANTS[word]
        if _INTEGER.match(word):
            return int(word)
        if _REAL.match(word):
            return float(word)
        raise Unwelcome("broken")


_CONSTANTS: dict[bytes, Value] = {b"true": True, b"false": False, b"null": None}


def _unescape(match: re.Match[bytes]) -> bytes:
    try:
        code = int((match[1] or b"").decode("ascii"), 16) if len(match[1] or b"") == 2 else 0
    except ValueError:
        code = 0
    # An escape that readers might take in two ways, and the zero byte no name may hold.
    if not code or not re.fullmatch(rb"[0-9A-Fa-f]{2}", match[1]):
        raise Unwelcome("broken")
    return bytes([code])
