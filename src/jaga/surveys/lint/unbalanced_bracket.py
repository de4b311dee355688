"""A bracket that is opened and not closed, or closed and not opened."""

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
            if error.kind == "bracket":
                yield at(node, column), error.text, _TODO, None


_TODO = Text(
    "Hitung kurung buka dan kurung tutup; jumlahnya harus sama.",
    "Count the opening and the closing brackets; there must be as many of each.",
)

RULE = Rule(
    id="unbalanced_bracket",
    title=Text("Kurung tidak seimbang", "Brackets do not match"),
    why=Text(
        "Formulir seperti ini terbuka di komputer, lalu gagal di telepon.",
        "Such a form opens on a computer and then fails on a telephone.",
    ),
    sources=(XFORMS,),
    severity="error",
    guards=False,
    check=_check,
    examples=(
        Example("never closed", (2,), """
            type    | name | constraint
            integer | a    | (. >= 1 and . <= 5
        """),
        Example("closed twice, and a square one", (2, 3), """
            type    | name | relevant       | calculation
            text    | a    | selected(., 'x'))) |
            calculate | b  |                | instance('l')/list/item[name='x'
        """),
        Example("brackets inside words are words", (), """
            type    | name | constraint
            text    | a    | . != '(' and (. != ')')
        """),
    ),
)  # fmt: skip
