"""Answers to a questionnaire, each with what it means when nothing stands there.

An empty cell is not a "no". A question was not asked; or it was asked and left empty; or it was
refused; or it was answered, and "no" is an answer. Where an export does not tell the first two
apart and the form's logic does not either, the state is UNCLEAR and says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from jaga.errors import BadInput
from jaga.surveys.forms import Form
from jaga.words import Text


class State(StrEnum):
    """What a cell says about one question and one person."""

    NOT_ASKED = "not_asked"
    EMPTY = "empty"
    REFUSED = "refused"
    ANSWERED = "answered"
    UNCLEAR = "unclear"


STATE_WORDS = {
    State.NOT_ASKED: Text("tidak ditanyakan", "not asked"),
    State.EMPTY: Text("ditanya, dikosongkan", "asked and left empty"),
    State.REFUSED: Text("tidak ingin menjawab", "refused"),
    State.ANSWERED: Text("dijawab", "answered"),
    State.UNCLEAR: Text("tidak dapat dipastikan", "cannot be told"),
}


@dataclass(frozen=True)
class Answer:
    """A state, and the value as the form names it: choice names with spaces between, or text.

    The value is empty unless the state is ANSWERED or REFUSED.
    """

    state: State
    value: str = ""


@dataclass(frozen=True)
class Row:
    """One submission, or one turn of a repeat. `parent` is the key of the row it belongs to.

    `meta` holds what the platform adds: submitted, submitter, version, review, start, end.
    """

    key: str
    parent: str
    answers: Mapping[str, Answer]
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SetAside:
    """Rows that are not counted: rejected in review, of other versions, unreadable, doubled."""

    rejected: int = 0
    other_versions: Mapping[str, int] = field(default_factory=dict)
    unreadable: int = 0
    doubled: int = 0


@dataclass(frozen=True)
class Answers:
    """All answers of one export. `tables` is "" → submissions, repeat's name → its turns.

    `version` is the one version that all rows are of. `notes` say what a reader has to know.
    """

    form: Form
    source: str
    version: str
    tables: Mapping[str, tuple[Row, ...]]
    set_aside: SetAside
    notes: tuple[Text, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The submissions."""
        return self.tables.get("", ())

    def table_of(self, question: str) -> tuple[Row, ...]:
        """The rows in which a question stands; BadInput when the form has no such question."""
        node = self.form.named.get(question)
        if node is None or not node.asks:
            raise BadInput(
                Text(
                    "Pertanyaan itu tidak ada dalam formulir. Pakai nama dari kolom name.",
                    "The form has no such question. Use a name from its column name.",
                )
            )
        return self.tables.get(self.form.repeat_of(node), ())

    def of(self, question: str) -> tuple[Answer, ...]:
        """The answers to one question, in the order of the rows."""
        return tuple(row.answers[question] for row in self.table_of(question))
