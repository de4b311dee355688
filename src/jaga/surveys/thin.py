"""Which estimates rest on too few answers to be printed as they are. About trust, not secrecy.

Whether a figure would tell of a few people is another question, and `jaga.evidence` has the answer.
"""

from dataclasses import dataclass
from typing import Literal

from jaga.words import Text

Mark = Literal["withheld", "parentheses", "plain"]

# The reading guide of the Demographic and Health Surveys, as in Malawi DHS 2015-16 (FR319): an
# asterisk for fewer than 25 unweighted cases, parentheses for 25 to 49.
WITHHELD_BELOW = 25
PARENTHESES_BELOW = 50
SOURCE = "DHS Program, Malawi Demographic and Health Survey 2015-16 (FR319), reading guide"

NOTE = Text(
    "* kurang dari {withheld} jawaban, tidak ditampilkan; (…) {withheld} sampai {most} jawaban, "
    "baca dengan hati-hati.",
    "* fewer than {withheld} answers, not shown; (…) {withheld} to {most} answers, read with care.",
).filled(withheld=WITHHELD_BELOW, most=PARENTHESES_BELOW - 1)


def mark(n: int) -> Mark:
    """How a figure on `n` unweighted answers is printed."""
    if n < WITHHELD_BELOW:
        return "withheld"
    return "parentheses" if n < PARENTHESES_BELOW else "plain"


def marked(figure: str, n: int) -> str:
    """`figure` as it may be printed."""
    how = mark(n)
    if how == "withheld":
        return "*"
    return f"({figure})" if how == "parentheses" else figure


@dataclass(frozen=True)
class Example:
    """A worked example: a figure on n answers, and how it is printed."""

    n: int
    printed: str
    figure: str = "49.1"


EXAMPLES = (
    Example(0, "*"),
    Example(24, "*"),
    Example(25, "(49.1)"),
    Example(49, "(49.1)"),
    Example(50, "49.1"),
    Example(512, "49.1"),
)
