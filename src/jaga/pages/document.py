"""A document as a small tree. The words are in it in both languages; a writer picks one.

    Document → blocks: Heading · Paragraph · Items · Table · Note · Picture · Entries

`pages.docx`, `pages.pdf` and `pages.html` draw the same tree, so that they never differ.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

from jaga.words import Language, Text

LONGEST_NAME = 120
"""Letters of a provider's name that are kept: more would break every heading."""


def plain(text: str) -> Text:
    """A name, a code or a number: the same in both languages."""
    return Text(text, text)


@dataclass(frozen=True)
class Run:
    """Some words of a line. `to`: the anchor they lead to; `at`: an anchor of their own.

    `language`: theirs, where it is not the document's ("" = the document's). `quoted`: set as
    somebody gave them. Anchors are letters, digits and hyphens, each used once in a document.
    """

    text: str
    to: str = ""
    at: str = ""
    language: Language | Literal[""] = ""
    quoted: bool = False
    strong: bool = False


Line = tuple[Run, ...]
Words = Text | Line
"""Words in both languages, or a line already written in the document's own."""


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 (chapter) to 3; `at` is an anchor. `fresh`: it begins a page."""

    level: Literal[1, 2, 3]
    text: Words
    at: str = ""
    fresh: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `lead` stands before it in bold."""

    text: Words
    lead: Text | None = None


@dataclass(frozen=True)
class Items:
    """A list: of points, of steps in order, or of boxes to tick."""

    items: tuple[Words, ...]
    kind: Literal["points", "steps", "boxes"] = "points"


@dataclass(frozen=True)
class Table:
    """A table whose head is repeated on each page; `widths` are shares of the line.

    `title` is read out where the table cannot be seen, and printed above it. `tall` rows
    leave room to write by hand. The columns of `numbers` stand to the right.
    """

    title: Text
    head: tuple[Text, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[int, ...]
    tall: bool = False
    numbers: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if any(len(row) != len(self.head) for row in (*self.rows, self.widths)):
            raise ValueError("a table has as many cells in each row as in its head")


@dataclass(frozen=True)
class Note:
    """Something that must not be overlooked, set apart."""

    text: Words


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG text, `alt` for those who cannot see it; `width` is a share of the line."""

    title: Words
    svg: str
    alt: Text
    width: float = 1.0


@dataclass(frozen=True)
class Entry:
    """One entry of a register: what it is called, and lines of a name and its words."""

    at: str
    title: Words
    lines: tuple[tuple[Text, Words], ...]


@dataclass(frozen=True)
class Entries:
    """A register, set small, in one column or in two where there is room."""

    entries: tuple[Entry, ...]
    columns: Literal[1, 2] = 2


Block = Heading | Paragraph | Items | Table | Note | Picture | Entries


@dataclass(frozen=True)
class Document:
    """A whole document in one language. `facts` stand on the first page: name and value.

    `depth`: how many levels of headings the contents list. `cover`: words set apart on the
    first page. `stamp`: what each page says on its right; the third of `facts` where None.
    """

    title: Text
    subtitle: Text
    provider: str
    language: Language
    on: date
    facts: tuple[tuple[Text, Text], ...]
    blocks: tuple[Block, ...]
    depth: int = 1
    cover: Text | None = None
    stamp: str | None = None

    def say(self, words: Words) -> str:
        """The words in the document's language."""
        if isinstance(words, Text):
            return words.say(self.language)
        return "".join(run.text for run in words)

    def line(self, words: Words) -> Line:
        """The words as runs."""
        return (Run(words.say(self.language)),) if isinstance(words, Text) else words


def clean_name(name: str) -> str:
    """A provider's name as one line of printable letters, at most LONGEST_NAME of them.

    Every format takes it as data, never as markup; what none can hold is left out here.
    """
    one_line = " ".join(unicodedata.normalize("NFC", name).split())
    kept = "".join(letter for letter in one_line if unicodedata.category(letter)[0] != "C")
    return kept[:LONGEST_NAME].strip()
