"""Asking the table."""

from jaga.casework.lawful_basis.explain import how_to_explain
from jaga.casework.lawful_basis.facts import Decision, Facts
from jaga.casework.lawful_basis.rows import ROWS

# Who must not come to know, by how safe the caregiver is. Held here and not row by row, so that
# no row can forget it.
_NOT_TOLD: dict[str, tuple[str, ...]] = {
    "safe": ("alleged",),
    "absent": ("alleged",),
    "unknown": ("alleged", "caregiver"),
    "unsafe": ("alleged", "caregiver"),
}


def decide(facts: Facts) -> Decision:
    """The answer of the first row that matches; the last rows match whatever is left."""
    row = next(one for one in ROWS if one.matches(facts))
    not_told = _NOT_TOLD[facts.caregiver]
    # A child who decides alone decides as well who hears of it.
    if facts.caregiver == "safe" and facts.basis == "own":
        not_told += ("caregiver_unless_agreed",)
    ask = tuple(
        each for each in row.ask if each not in not_told and not _missing(each, facts.caregiver)
    )
    return Decision(
        row=row,
        outcome=row.outcome,
        whom_to_ask=ask,
        not_told=not_told,
        explain=how_to_explain(facts.age, facts.capacity),
        questions=row.questions,
    )


def _missing(person: str, caregiver: str) -> bool:
    return person == "caregiver" and caregiver == "absent"
