"""What a circumstance is: a share of a subject's record that speaks for an ordinary life.

Indicators only ever add, so that more payments never undo an alert. But a record can also speak
for an ordinary life: payments by day, remarks that fit, people who are paid for months. A
circumstance says so, in points below zero: it explains and never accuses. They decide which alert
people see first, never whether there is one; so no ordinary trait closes a question.
"""

from dataclasses import dataclass, field
from typing import Literal

from jaga.screening.model import Example, Family, ModelError, Parameter, Source
from jaga.words import Text

Unit = Literal["percent", "times"]


@dataclass(frozen=True)
class Step:
    """From this measured value on, so many points (0 or less), and the sentence that says why.

    Zero points say nothing and need no sentence."""

    at_least: int
    points: int
    reason: Text | None = None


@dataclass(frozen=True)
class Circumstance:
    """One share or count over the record of a subject's month and the look-back before it.

    `sql` is one SELECT in house SQL over `own_unrelated` and `own_payments`, giving `account,
    month, side, part, whole`. The measure is `part` in percent of `whole`, or `part` itself
    (`times`); below `least` in `whole` it is not told. It weighs on the side on which a typology's
    subject stands.
    """

    id: str
    title: Text
    family: Family
    sources: tuple[Source, ...]
    sql: str
    unit: Unit
    least: int
    steps: tuple[Step, ...]
    examples: tuple[Example, ...]
    parameters: tuple[Parameter, ...] = field(default=())

    def __post_init__(self) -> None:
        floors = [step.at_least for step in self.steps]
        if not floors or floors != sorted(set(floors)) or floors[0] != 0:
            raise ModelError(f"circumstance {self.id}: list steps from 0 upwards")
        if any(bool(step.points) != bool(step.reason) for step in self.steps):
            raise ModelError(f"circumstance {self.id}: points and a sentence go together")
        if any(step.points > 0 for step in self.steps):
            raise ModelError(f"circumstance {self.id}: it explains; what accuses is an indicator")
        if not self.sources:
            raise ModelError(f"circumstance {self.id}: name at least one published source")

    def measured(self, part: int, whole: int) -> int | None:
        """The measure, or None when there is too little to tell."""
        if whole < self.least:
            return None
        return part * 100 // whole if self.unit == "percent" else part

    def step(self, part: int, whole: int) -> Step | None:
        """The step that the record reaches; None when there is too little to tell."""
        value = self.measured(part, whole)
        return None if value is None else [s for s in self.steps if value >= s.at_least][-1]
