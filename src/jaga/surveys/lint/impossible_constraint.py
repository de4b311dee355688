"""A constraint that no answer satisfies."""

from collections.abc import Iterator

from jaga.surveys.forms import Form
from jaga.surveys.lint.model import XLSFORM, Example, Fault, Rule, at
from jaga.surveys.reach import answerable, readable
from jaga.words import Text


def _check(form: Form) -> Iterator[Fault]:
    for node in form.questions:
        constraint = readable(node.cell("constraint"))
        if constraint is not None and not answerable(form, node, constraint):
            yield at(node, "constraint"), _WORDS, _TODO, None


_WORDS = Text(
    "Tidak ada jawaban yang memenuhi batasan ini.", "No answer satisfies this constraint."
)
_TODO = Text(
    "Periksa arah < dan >, dan apakah yang dimaksud or, bukan and.",
    "Check which way < and > point, and whether or is meant and not and.",
)

RULE = Rule(
    id="impossible_constraint",
    title=Text("Batasan mustahil", "An impossible constraint"),
    why=Text(
        "Pewawancara tidak dapat melewati pertanyaan ini, atau mengosongkannya.",
        "Interviewers cannot pass this question, or leave it empty.",
    ),
    sources=(XLSFORM,),
    severity="error",
    guards=False,
    check=_check,
    examples=(
        Example("at least 100 and at most 99", (2,), """
            type    | name | constraint
            integer | a    | . >= 100 and . <= 99
        """),
        Example("nothing whole lies between, no day is before itself", (2, 3), """
            type    | name | constraint
            integer | a    | . > 1 and . < 2
            date    | d    | . > date('2026-01-01') and . < date('2026-01-01')
        """),
        Example("two words, a choice that is not there, several against the list", (2, 3, 4), """
            type               | name | constraint
            text               | a    | . = 'x' and . = 'y'
            select_one yt      | b    | . = 'yes'
            select_multiple yt | c    | selected(., 'ya') and not(selected(., 'ya'))
        """),
        Example("possible, or not to be told", (), """
            type               | name | constraint
            decimal            | a    | . > 1 and . < 2
            integer            | b    | . >= 10 and . < ${a}
            text               | c    | regex(., '[0-9]{3}') and string-length(.) = 3
            date               | d    | . <= today() and . >= date('2000-01-01')
            select_multiple yt | e    | not(selected(., 'ya') and count-selected(.) > 1)
        """),
    ),
)  # fmt: skip
