"""What a rule of the form lint is, what it finds, and how its worked examples are drawn.

Two kinds of finding. An error is certain: the form does not do what it says, or breaks a rule of
child safety. A warning is for a person to judge. Either may keep a form from young collectors
(`Rule.guards`, see `jaga.surveys.publishable`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from jaga.surveys.drawn import YES_NO, form
from jaga.surveys.forms import HEADER_ROW, Choice, Form, Node
from jaga.words import Text

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Source:
    """Where a rule comes from: publisher, title, and the place in it."""

    publisher: str
    title: str
    locator: str


@dataclass(frozen=True)
class Finding:
    """One fault: where it is (row as the spreadsheet counts), what it is, and what to do.

    `column` is XLSForm's name, with `::language` for translated ones; `question` may be empty.
    """

    rule: str
    severity: Severity
    guards: bool
    sheet: str
    row: int
    column: str
    question: str
    words: Text
    todo: Text


@dataclass(frozen=True)
class Place:
    """A cell: sheet, row, column, and the question's name if it has one."""

    sheet: str
    row: int
    column: str
    question: str = ""


# What a check gives for each fault: where, what it is, what to do; None is as sure as the rule.
Fault = tuple[Place, Text, Text, Severity | None]


@dataclass(frozen=True)
class Example:
    """A drawn form and the rows at which the rule finds a fault; none means the rule is silent."""

    name: str
    rows: tuple[int, ...]
    survey: str
    choices: str = YES_NO
    settings: str = ""

    @property
    def form(self) -> Form:
        """The form, read."""
        return form(self.survey, self.choices, self.settings)


@dataclass(frozen=True)
class Rule:
    """One question asked of a form. `guards`: its findings keep a form from being published."""

    id: str
    title: Text
    why: Text
    sources: tuple[Source, ...]
    severity: Severity
    guards: bool
    check: Callable[[Form], Iterable[Fault]]
    examples: tuple[Example, ...]

    def findings(self, given: Form) -> tuple[Finding, ...]:
        """What the rule finds in a form, from its first row down."""
        found = [
            Finding(
                self.id, severity or self.severity, self.guards, place.sheet, place.row,
                place.column, place.question, words, todo,
            )
            for place, words, todo, severity in self.check(given)
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda one: (one.sheet, one.row, one.column)))


def at(node: Node, column: str) -> Place:
    """A cell of a question."""
    return Place("survey", node.row, column, node.name)


def at_choice(choice: Choice, column: str) -> Place:
    """A cell of a choice."""
    return Place("choices", choice.row, column)


def whole(sheet: str, column: str) -> Place:
    """A sheet as a whole."""
    return Place(sheet, HEADER_ROW, column)


XLSFORM = Source("XLSForm.org", "XLSForm reference", "xlsform.org/en")
XFORMS = Source("ODK", "ODK XForms Specification", "getodk.github.io/xforms-spec, XPath Functions")
# Nothing of ours is asked of a child that these do not allow.
ETHICS = Source(
    "UNICEF Innocenti", "Ethical Research Involving Children (ERIC)", "compendium, guidance 2013"
)
ONLINE = Source(
    "WHO",
    "Putting women first: ethical and safety recommendations for research on violence",
    "WHO/FCH/GWH/01.1, 2001",
)
PDP = Source("Republik Indonesia", "UU 27/2022 Pelindungan Data Pribadi", "pasal 16, 20, 25")
JAGA = Source("Jaga", "Hanya yang diperlukan", "docs/adr/0012-no-media-ever.md")
