"""The rows of one export or one collection, in the one shape that bases and estimates need.

They are opened for the length of a request, and no page draws one.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any, Literal

from jaga.surveys.forms import Form
from jaga.words import Text

Standing = Literal["answered", "empty", "refused", "not_asked", "unsure"]
STANDINGS: tuple[Standing, ...] = ("answered", "empty", "refused", "not_asked", "unsure")


@dataclass(frozen=True)
class Responses:
    """`columns`: text of each row by column, questions and others alike, all equally long.

    `standings`: by question, how each row stands to it.
    """

    form: Form
    rows: int
    columns: Mapping[str, Sequence[str]]
    standings: Mapping[str, Sequence[Standing]]
    notes: tuple[Text, ...] = ()

    def where(self, kept: Sequence[bool]) -> "Responses":
        """Only the rows that are `kept`."""

        def some(column: Sequence[Any]) -> tuple[Any, ...]:
            return tuple(compress(column, kept))

        return replace(
            self,
            rows=sum(kept),
            columns={name: some(column) for name, column in self.columns.items()},
            standings={name: some(column) for name, column in self.standings.items()},
        )

    def counts(self, question: str) -> dict[Standing, int]:
        """How many rows stand how to a question."""
        found = Counter(self.standings[question])
        return {standing: found[standing] for standing in STANDINGS}

    def answered(self, question: str) -> list[bool]:
        """By row, whether there is an answer to count."""
        return [standing == "answered" for standing in self.standings[question]]
