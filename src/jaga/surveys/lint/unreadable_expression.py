"""An expression that is no expression: half of one, two in a row, curled quotation marks."""

from collections.abc import Iterator

from jaga.surveys.expressions import ExpressionError, parse
from jaga.surveys.forms import Form
from jaga.surveys.lint.model import XFORMS, Example, Fault, Rule, at
from jaga.surveys.lint.written import cells
from jaga.words import Text


def _check(form: Form) -> Iterator[Fault]:
    for node, column, written in cells(form):
        try:
            parse(written)
        except ExpressionError as error:
            if error.kind != "bracket":
                yield at(node, column), error.text, _TODO, None


_TODO = Text(
    "Tulis ulang ungkapan ini, misalnya ${umur} >= 10 and ${setuju} = 'ya'.",
    "Write this expression again, for example ${age} >= 10 and ${agrees} = 'yes'.",
)

RULE = Rule(
    id="unreadable_expression",
    title=Text("Ungkapan tidak terbaca", "An expression cannot be read"),
    why=Text(
        "Perangkat berhenti pada pertanyaan ini, atau menampilkannya kepada semua orang.",
        "Devices stop at this question, or show it to everybody.",
    ),
    sources=(XFORMS,),
    severity="error",
    guards=False,
    check=_check,
    examples=(
        Example("stops half-way", (2,), """
            type | name | relevant
            text | a    | ${b} = 'x' and
        """),
        Example("curled quotation marks, as text programs make them", (2,), """
            type | name | relevant
            text | a    | ${b} = ‘x’
        """),
        Example("what programmers write elsewhere", (2, 3), """
            type | name | relevant
            text | a    | ${b} == 'x'
            text | c    | ${b} = 'x' && ${b} = 'y'
        """),
        Example("paths, signs and functions are read", (), """
            type | name | relevant
            text | a    | -(1) < count(../r[x > 1]/y) * 2 mod 3 and /data/a/@id != ..
        """),
    ),
)  # fmt: skip
