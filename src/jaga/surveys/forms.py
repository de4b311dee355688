"""Questionnaires written as XLSForm: read from a workbook, kept as they were written.

Reading is lenient: a form with faults is still a Form, so that `jaga.surveys.lint` can say them
all at once. What cannot be opened at all, or not safely, is BadInput (`workbooks.py`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jaga.errors import BadInput
from jaga.surveys import kinds, workbooks
from jaga.surveys.headers import TRANSLATED, meaning
from jaga.surveys.workbooks import Sheet
from jaga.words import Text

# Nobody can be asked more; a file with more is no questionnaire.
MOST_FORM_ROWS = 20_000
SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")
# The row of the headers, for findings about a sheet as a whole.
HEADER_ROW = 1

Words = Mapping[str, str]


@dataclass(frozen=True)
class Node:
    """One row of the survey sheet: a question, note, calculation, group or repeat.

    `texts` is column → language → words; `cells` is column → text of columns without a language.
    `parents` are the names of the groups and repeats around it, outermost first.
    """

    name: str
    kind: str
    row: int
    parents: tuple[str, ...] = ()
    list_name: str = ""
    or_other: bool = False
    external: bool = False
    texts: Mapping[str, Words] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)

    def cell(self, column: str) -> str:
        """The text of a column, empty when it has none."""
        return self.cells.get(column, "")

    @property
    def labels(self) -> Words:
        """Its label in each language."""
        return self.texts.get("label", {})

    @property
    def asks(self) -> bool:
        """Whether a person answers it."""
        return self.kind in kinds.ASKED and not self.cell("calculation")

    @property
    def required(self) -> bool:
        """Whether it is always required."""
        return self.cell("required").lower() in ("yes", "true", "true()")

    def words(self) -> str:
        """All its words in all languages, in lower case, for looking for words."""
        return " ".join(w for each in self.texts.values() for w in each.values()).lower()


@dataclass(frozen=True)
class Choice:
    """One row of the choices sheet."""

    list_name: str
    name: str
    row: int
    texts: Mapping[str, Words] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)

    @property
    def labels(self) -> Words:
        """Its label in each language."""
        return self.texts.get("label", {})


# Forms are compared by identity: two files with the same words are two forms.
@dataclass(frozen=True, eq=False)
class Form:
    """A questionnaire. `languages` are as written; "" stands for columns that name none."""

    nodes: tuple[Node, ...]
    choices: Mapping[str, tuple[Choice, ...]]
    settings: Mapping[str, str]
    languages: tuple[str, ...]
    sheets: Mapping[str, Sheet]

    @property
    def id(self) -> str:
        """Its form_id, as it stands in settings."""
        return self.settings.get("form_id", "")

    @property
    def title(self) -> str:
        """Its title, or its id."""
        return self.settings.get("form_title", "") or self.id

    @property
    def version(self) -> str:
        """Its version; empty when settings name none."""
        return self.settings.get("version", "")

    @cached_property
    def named(self) -> Mapping[str, Node]:
        """Each node by its name; of two with one name, the first."""
        return {node.name: node for node in reversed(self.nodes)}

    @property
    def questions(self) -> tuple[Node, ...]:
        """What a person answers, in the order of asking."""
        return tuple(node for node in self.nodes if node.asks)

    def around(self, node: Node) -> Iterator[Node]:
        """The groups and repeats around a node, outermost first."""
        return (self.named[name] for name in node.parents if name in self.named)

    def repeat_of(self, node: Node) -> str:
        """The innermost repeat around a node; empty outside of repeats."""
        inside = [each.name for each in self.around(node) if each.kind == "repeat"]
        return inside[-1] if inside else ""

    def choices_of(self, node: Node) -> tuple[Choice, ...]:
        """The choices of a question that lie in this form; none for lists from elsewhere."""
        return () if node.external else self.choices.get(node.list_name, ())

    def say(self, node: Node, language: str) -> str:
        """A question in `language` ("id" or "en"), else in the first it has, else its name."""
        return said(node.labels, language) or node.name


def said(words: Words, language: str) -> str:
    """The words whose language is `language` by its code in brackets or its name; else the first.

    XLSForm writes languages as `Bahasa Indonesia (id)` or `English (en)`.
    """
    names = {"id": ("indonesia", "bahasa"), "en": ("english", "inggris")}[language]
    for name, text in words.items():
        lower = name.lower()
        if lower == language or f"({language})" in lower or lower.startswith(names):
            return text
    return next(iter(words.values()), "")


def read(given: Path | str | bytes) -> Form:
    """The form of an XLSX file. BadInput when it cannot be opened, or holds no survey sheet."""
    return of_sheets(workbooks.sheets(workbooks.content(given)))


def of_sheets(found: Iterable[Sheet]) -> Form:
    """The form that these sheets hold; sheet titles in any case, as pyxform reads them."""
    every = tuple(found)
    sheets = {s.title.strip().lower(): s for s in every if s.title.strip().lower() in SHEETS}
    if "survey" not in sheets and len(every) == 1:
        sheets["survey"] = every[0]
    if "survey" not in sheets:
        raise BadInput(
            Text(
                "Berkas ini tidak memiliki lembar bernama survey, jadi bukan XLSForm.",
                "This file has no sheet named survey, so it is no XLSForm.",
            )
        )
    if sum(len(sheet.lines) for sheet in sheets.values()) > MOST_FORM_ROWS:
        raise BadInput(
            Text(
                f"Formulir ini lebih dari {MOST_FORM_ROWS} baris. Pindahkan daftar pilihan yang "
                "panjang ke berkas CSV sendiri.",
                f"This form has more than {MOST_FORM_ROWS} rows. Move long lists of choices to a "
                "CSV file of their own.",
            )
        )
    settings = _settings(sheets.get("settings"))
    default = settings.get("default_language", "")
    nodes = tuple(_nodes(sheets["survey"], default))
    choices = _choices(sheets.get("choices"), default)
    return Form(nodes, choices, settings, _languages(nodes, choices), sheets)


def cells_of(sheet: Sheet, line: workbooks.Line) -> dict[str, str]:
    """Filled cells of a line by header as written, for pyxform and for findings."""
    pairs = zip(sheet.headers, line.cells, strict=False)
    return {header: cell for header, cell in pairs if header and cell}


def _parted(
    sheet: Sheet, line: workbooks.Line, default: str
) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """(texts, cells) of a line; words of no language are in the default language, if one is set."""
    texts: dict[str, dict[str, str]] = {}
    cells: dict[str, str] = {}
    for header, cell in cells_of(sheet, line).items():
        column, language = meaning(header)
        if column in TRANSLATED:
            texts.setdefault(column, {})[language or default] = cell
        else:
            cells.setdefault(column, cell)
    return texts, cells


def _nodes(sheet: Sheet, default: str) -> Iterator[Node]:
    around: list[str] = []
    for line in sheet.lines:
        texts, cells = _parted(sheet, line, default)
        kind = kinds.kind(cells.get("type", ""))
        if kind.edge == "end":
            around = around[:-1]
            continue
        name = cells.get("name", "")
        if kind.name:
            yield Node(
                name, kind.name, line.number, tuple(around), kind.list_name, kind.or_other,
                kind.external, texts, cells,
            )  # fmt: skip
        if kind.edge == "begin":
            around = [*around, name]


def _choices(sheet: Sheet | None, default: str) -> Mapping[str, tuple[Choice, ...]]:
    lists: dict[str, list[Choice]] = {}
    for line in sheet.lines if sheet else ():
        texts, cells = _parted(sheet, line, default) if sheet else ({}, {})
        name = cells.get("list_name", "")
        if name:
            choice = Choice(name, cells.get("name", ""), line.number, texts, cells)
            lists.setdefault(name, []).append(choice)
    return {name: tuple(found) for name, found in lists.items()}


def _settings(sheet: Sheet | None) -> Mapping[str, str]:
    if sheet is None or not sheet.lines:
        return {}
    cells = cells_of(sheet, sheet.lines[0])
    return {meaning(header)[0]: cell for header, cell in cells.items()}


def _languages(nodes: Iterable[Node], choices: Mapping[str, tuple[Choice, ...]]) -> tuple[str, ...]:
    rows: list[Node | Choice] = [*nodes, *(one for found in choices.values() for one in found)]
    seen = {
        language: None
        for row in rows
        for column, words in row.texts.items()
        if column in ("label", "hint", "guidance_hint", "constraint_message", "required_message")
        for language in words
    }
    return tuple(seen)
