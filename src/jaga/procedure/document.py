"""A document as a small tree. The words are in it in both languages; a writer picks one.

    Document → blocks: Heading · Paragraph · Items · Table · Note

`procedure.docx` and `procedure.pdf` draw the same tree, so that the two never differ.
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
class Heading:
    """A heading of level 1 (chapter) to 3."""

    level: Literal[1, 2, 3]
    text: Text


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `lead` stands before it in bold."""

    text: Text
    lead: Text | None = None


@dataclass(frozen=True)
class Items:
    """A list: of points, of steps in order, or of boxes to tick."""

    items: tuple[Text, ...]
    kind: Literal["points", "steps", "boxes"] = "points"


@dataclass(frozen=True)
class Table:
    """A table whose head is repeated on each page; `widths` are shares of the line.

    `title` is read out where the table cannot be seen, and printed above it. `tall` rows
    leave room to write by hand.
    """

    title: Text
    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...]
    tall: bool = False

    def __post_init__(self) -> None:
        if any(len(row) != len(self.head) for row in (*self.rows, self.widths)):
            raise ValueError("a table has as many cells in each row as in its head")


@dataclass(frozen=True)
class Note:
    """Something that must not be overlooked, set apart."""

    text: Text


Block = Heading | Paragraph | Items | Table | Note


@dataclass(frozen=True)
class Document:
    """A whole document in one language. `facts` stand on the first page: name and value."""

    title: Text
    subtitle: Text
    provider: str
    language: Language
    on: date
    facts: tuple[tuple[Text, Text], ...]
    blocks: tuple[Block, ...]

    def say(self, text: Text) -> str:
        """The words in the document's language."""
        return text.say(self.language)


def clean_name(name: str) -> str:
    """A provider's name as one line of printable letters, at most LONGEST_NAME of them.

    Both formats take it as data, never as markup; what neither can hold is left out here.
    """
    one_line = " ".join(unicodedata.normalize("NFC", name).split())
    kept = "".join(letter for letter in one_line if unicodedata.category(letter)[0] != "C")
    return kept[:LONGEST_NAME].strip()
