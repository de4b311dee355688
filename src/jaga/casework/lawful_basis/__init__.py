"""Who must agree before something is done for or told about a child: one table of rows.

The table is asked with six facts and always answers. It settles no question that the law
leaves open: those are in `questions`, and every row that leans on one names it. Sources carry
their evidence: "own knowledge" and "secondary" are good enough to work with and not to sign, so
have counsel check them.
"""

from jaga.casework.lawful_basis.decide import decide
from jaga.casework.lawful_basis.explain import EXPLAIN, NOT_NOW, how_to_explain
from jaga.casework.lawful_basis.facts import (
    AGES,
    ASSENTS,
    BASES,
    CAPACITIES,
    CAREGIVERS,
    CHILD_AGES,
    CONSENT_BASES,
    PEOPLE,
    PURPOSES,
    Decision,
    Example,
    Facts,
    Row,
)
from jaga.casework.lawful_basis.page import page
from jaga.casework.lawful_basis.questions import QUESTIONS, Question
from jaga.casework.lawful_basis.rows import ROWS

__all__ = [
    "AGES",
    "ASSENTS",
    "BASES",
    "CAPACITIES",
    "CAREGIVERS",
    "CHILD_AGES",
    "CONSENT_BASES",
    "EXPLAIN",
    "NOT_NOW",
    "PEOPLE",
    "PURPOSES",
    "QUESTIONS",
    "ROWS",
    "Decision",
    "Example",
    "Facts",
    "Question",
    "Row",
    "decide",
    "how_to_explain",
    "page",
]
