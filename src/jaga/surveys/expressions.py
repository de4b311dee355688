"""The small language of relevant, constraint and calculation: read into a tree.

It is XPath 1.0 as the ODK XForms specification narrows it (getodk.github.io/xforms-spec, "XPath"),
with XLSForm's `${question}`. Paths are kept as text: what they point at is known to a device and
not to a form; expressions in their brackets are kept, so that faults in them are found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jaga.words import Text

LONGEST = 10_000
DEEPEST = 100


@dataclass(frozen=True)
class Number:
    """A number."""

    value: float


@dataclass(frozen=True)
class Literal:
    """Words between quotes."""

    text: str


@dataclass(frozen=True)
class Ref:
    """`${name}`; `last_saved` for the answer of the submission before."""

    name: str
    last_saved: bool = False


@dataclass(frozen=True)
class Here:
    """`.`: the answer being given."""


@dataclass(frozen=True)
class Path:
    """Any other place, and the expressions inside it; a bare word is a path of one step."""

    text: str
    inside: tuple["Expression", ...] = ()

    @property
    def is_word(self) -> bool:
        """Whether it is one bare word, as when quotes were forgotten."""
        return re.fullmatch(r"[^\W\d][\w.-]*", self.text) is not None


@dataclass(frozen=True)
class Call:
    """A function with its arguments."""

    name: str
    arguments: tuple["Expression", ...] = ()


@dataclass(frozen=True)
class Op:
    """Two sides and the operator between them, as it is written."""

    sign: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True)
class Minus:
    """A minus before something."""

    of: "Expression"


Expression = Number | Literal | Ref | Here | Path | Call | Op | Minus

COMPARES = ("=", "!=", "<", "<=", ">", ">=")
# How tightly each operator binds; XPath 1.0, 3.5.
_BINDS = {"or": 1, "and": 2, "=": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4,
          "+": 5, "-": 5, "*": 6, "div": 6, "mod": 6, "|": 8}  # fmt: skip
_MINUS_BINDS = 7
_CLOSES = {"(": ")", "[": "]"}
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<ref>\$\{\s*(?:last-saved\#)?[^{}]*\})
    | (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<literal>"[^"]*"|'[^']*')
    | (?P<name>@?[^\W\d][\w.-]*(?::(?!:)[^\W\d][\w.-]*)?)
    | (?P<sign>!=|<=|>=|\.\.|//|::|[=<>+\-*|()\[\],./@])
    )""",
    re.VERBOSE,
)
_TOO_DEEP = Text("Ungkapan ini bersarang terlalu dalam.", "The expression nests too deep.")
_CURLED = "‘’“”`´"


class ExpressionError(ValueError):
    """The expression cannot be read. `kind` is "bracket", "quote" or "other"; `text` says where."""

    def __init__(self, kind: str, text: Text) -> None:
        super().__init__(text.en)
        self.kind = kind
        self.text = text


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    at: int


@lru_cache(maxsize=4096)
def parse(written: str) -> Expression:
    """The tree of an expression. ExpressionError, with words, when it cannot be read."""
    if len(written) > LONGEST:
        raise ExpressionError("other", Text("Ungkapan ini terlalu panjang.", "It is too long."))
    tokens = tuple(_tokens(written))
    _balanced(tokens)
    reader = _Reader(tokens)
    found = reader.expression(0, 0)
    left = reader.peek()
    if left is not None:
        raise _unexpected(left)
    if _deep(found):
        raise ExpressionError("other", _TOO_DEEP)
    return found


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and everything inside it."""
    yield expression
    for part in parts(expression):
        yield from walk(part)


def parts(expression: Expression) -> tuple[Expression, ...]:
    """What lies directly inside an expression."""
    if isinstance(expression, Op):
        return (expression.left, expression.right)
    if isinstance(expression, Call):
        return expression.arguments
    if isinstance(expression, Minus):
        return (expression.of,)
    return expression.inside if isinstance(expression, Path) else ()


def with_here(expression: Expression, here: Expression) -> Expression:
    """The expression with `here` in place of `.`"""
    if isinstance(expression, Here):
        return here
    if isinstance(expression, Op):
        left, right = with_here(expression.left, here), with_here(expression.right, here)
        return Op(expression.sign, left, right)
    if isinstance(expression, Call):
        return Call(expression.name, tuple(with_here(a, here) for a in expression.arguments))
    return Minus(with_here(expression.of, here)) if isinstance(expression, Minus) else expression


def _tokens(written: str) -> Iterator[_Token]:
    at, end = 0, len(written.rstrip())
    while at < end:
        found = _TOKEN.match(written, at)
        if not found:
            raise _unreadable(written, at)
        kind = str(found.lastgroup)
        yield _Token(kind, found[kind], found.start(kind) + 1)
        at = found.end()


def _unreadable(written: str, at: int) -> ExpressionError:
    at += len(written[at:]) - len(written[at:].lstrip())
    sign = written[at]
    if sign in _CURLED or sign in "\"'":
        return ExpressionError(
            "quote",
            Text(
                f"Tanda kutip di huruf ke-{at + 1} melengkung atau tidak ditutup; pakai ' lurus.",
                f"The quotation mark at letter {at + 1} is curled or not closed; use a straight '.",
            ),
        )
    return _unexpected(_Token("other", sign, at + 1))


def _balanced(tokens: tuple[_Token, ...]) -> None:
    waiting: list[_Token] = []
    for token in (each for each in tokens if each.kind == "sign"):
        if token.text in _CLOSES:
            waiting.append(token)
        elif token.text in _CLOSES.values() and not (
            waiting and _CLOSES[waiting.pop().text] == token.text
        ):
            raise _bracket(token, "tidak dibuka", "was not opened")
    if waiting:
        raise _bracket(waiting[-1], "tidak ditutup", "is not closed")


def _bracket(token: _Token, indonesian: str, english: str) -> ExpressionError:
    return ExpressionError(
        "bracket",
        Text(
            f"Tanda {token.text} di huruf ke-{token.at} {indonesian}.",
            f"The {token.text} at letter {token.at} {english}.",
        ),
    )


def _unexpected(token: _Token) -> ExpressionError:
    return ExpressionError(
        "other",
        Text(
            f"Ada yang tidak pada tempatnya di huruf ke-{token.at}.",
            f"Something is out of place at letter {token.at}.",
        ),
    )


def _shallow(sign: str, sides: list[Expression]) -> Expression:
    """Sides joined by one sign, in their order, each half by itself."""
    if len(sides) == 1:
        return sides[0]
    half = len(sides) // 2
    return Op(sign, _shallow(sign, sides[:half]), _shallow(sign, sides[half:]))


def _deep(expression: Expression) -> bool:
    """Whether anything lies deeper than DEEPEST; without going that deep oneself."""
    layer: list[Expression] = [expression]
    for _ in range(DEEPEST):
        layer = [part for each in layer for part in parts(each)]
    return bool(layer)


class _Reader:
    """Reads tokens from left to right; operators by how tightly they bind."""

    def __init__(self, tokens: tuple[_Token, ...]) -> None:
        self.tokens = tokens
        self.place = 0

    def peek(self) -> _Token | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def next_is(self, *texts: str) -> bool:
        token = self.peek()
        return token is not None and token.kind in ("sign", "name") and token.text in texts

    def take(self) -> _Token:
        token = self.peek()
        if token is None:
            raise ExpressionError(
                "other",
                Text("Ungkapan ini berhenti di tengah.", "The expression stops half-way."),
            )
        self.place += 1
        return token

    def expect(self, text: str) -> None:
        token = self.take()
        if token.text != text:
            raise _unexpected(token)

    def expression(self, least: int, depth: int) -> Expression:
        if depth > DEEPEST:
            raise ExpressionError("other", _TOO_DEEP)
        left = self.signed(depth)
        while True:
            token = self.peek()
            if token is None or token.kind not in ("sign", "name"):
                break
            binds = _BINDS.get(token.text, 0)
            if not binds or binds <= least:
                break
            left = self.operation(token.text, left, binds, depth)
        token = self.peek()
        if token is not None and token.text not in (")", "]", ",") and token.text not in _BINDS:
            raise _unexpected(token)
        return left

    def operation(self, sign: str, left: Expression, binds: int, depth: int) -> Expression:
        """All of a row of `and`, or of `or`, as a shallow tree: some name a hundred choices."""
        sides = [left]
        while self.next_is(sign) and (len(sides) == 1 or sign in ("and", "or")):
            self.take()
            sides.append(self.expression(binds, depth + 1))
        return _shallow(sign, sides)

    def signed(self, depth: int) -> Expression:
        if self.next_is("-"):
            self.take()
            return Minus(self.expression(_MINUS_BINDS, depth + 1))
        return self.with_path(self.single(depth), depth)

    def single(self, depth: int) -> Expression:
        token = self.take()
        if token.kind == "number":
            return Number(float(token.text))
        if token.kind == "literal":
            return Literal(token.text[1:-1])
        if token.kind == "ref":
            inner = token.text[2:-1].strip()
            return Ref(inner.removeprefix("last-saved#"), inner.startswith("last-saved#"))
        if token.text == "(":
            inside = self.expression(0, depth + 1)
            self.expect(")")
            return inside
        if token.kind == "name":
            return self.call(token.text, depth) if self.next_is("(") else Path(token.text)
        return self.start_of_path(token)

    def start_of_path(self, token: _Token) -> Expression:
        if token.text == ".":
            return Here()
        if token.text in ("..", "*"):
            return Path(token.text)
        if token.text in ("/", "//"):
            return Path(token.text + self.step())
        raise _unexpected(token)

    def step(self) -> str:
        token = self.take()
        if token.text == "@":
            token = self.take()
        text = token.text
        if self.next_is("::"):
            self.take()
            text += "::" + self.step()
        if self.next_is("(") and token.kind == "name":  # node() and text()
            self.take()
            self.expect(")")
            text += "()"
        elif token.kind not in ("name", "ref") and token.text not in ("..", ".", "*"):
            raise _unexpected(token)
        return text

    def with_path(self, start: Expression, depth: int) -> Expression:
        inside: list[Expression] = []
        text = ""
        while self.next_is("/", "//", "[", "::"):
            token = self.take()
            if token.text == "[":
                inside.append(self.expression(0, depth + 1))
                self.expect("]")
                text += "[]"
            else:
                text += token.text + self.step()
        if not text:
            return start
        head = start.text if isinstance(start, Path) else ""
        return Path(head + text, (start, *inside) if not isinstance(start, Path) else tuple(inside))

    def call(self, name: str, depth: int) -> Expression:
        self.expect("(")
        arguments: list[Expression] = []
        while not self.next_is(")"):
            arguments.append(self.expression(0, depth + 1))
            if not self.next_is(")"):
                self.expect(",")
                if self.next_is(")"):
                    raise _unexpected(self.take())
        self.expect(")")
        return Call(name, tuple(arguments))
