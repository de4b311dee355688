"""A function that no device knows."""

from collections.abc import Iterator
from difflib import get_close_matches

from jaga.surveys.expressions import Call, walk
from jaga.surveys.forms import Form
from jaga.surveys.lint.functions import BROWSER_ONLY, KNOWN
from jaga.surveys.lint.model import XFORMS, Example, Fault, Rule, Severity, Source, at
from jaga.surveys.lint.written import trees
from jaga.words import Text


def _check(form: Form) -> Iterator[Fault]:
    for node, column, tree in trees(form):
        names = {part.name for part in walk(tree) if isinstance(part, Call)}
        for name in sorted(names - KNOWN):
            words, severity = _words(name)
            yield at(node, column), words, _todo(name), severity


def _words(name: str) -> tuple[Text, Severity]:
    if name in BROWSER_ONLY:
        return Text(
            f"Fungsi {name}() hanya ada di peramban, tidak di telepon.",
            f"The function {name}() exists in browsers only, not on telephones.",
        ), "warning"
    return Text(f"Fungsi {name}() tidak ada.", f"There is no function {name}()."), "error"


def _todo(name: str) -> Text:
    near = get_close_matches(name, KNOWN, n=1)
    if near:
        return Text(f"Mungkin maksudnya {near[0]}().", f"Perhaps {near[0]}() is meant.")
    return Text(
        "Pakai fungsi yang ada di spesifikasi ODK XForms.",
        "Use a function of the ODK XForms specification.",
    )


RULE = Rule(
    id="unknown_function",
    title=Text("Fungsi tidak dikenal", "A function is not known"),
    why=Text(
        "Formulir diterima ketika diunggah, dan berhenti ketika sampai pada fungsi itu.",
        "The form is accepted when it is uploaded, and stops when it comes to the function.",
    ),
    sources=(XFORMS, Source("W3C", "XML Path Language 1.0", "section 4, core function library")),
    severity="error",
    guards=False,
    check=_check,
    examples=(
        Example("made up, misspelt, and from a spreadsheet", (2, 3, 4), """
            type      | name | constraint | calculation
            text      | a    | foo(.)     |
            calculate | b    |            | count_selected(${a})
            calculate | c    |            | 1 + average(${a})
        """),
        Example("inside the brackets of a path", (2,), """
            type      | name | calculation
            calculate | b    | instance('l')/list/item[lower(name) = 'x']/label
        """),
        Example("only in browsers", (2,), """
            type      | name | calculation
            calculate | b    | ceiling(2.5)
        """),
        Example("functions of the specification", (), """
            type      | name | calculation
            calculate | b    | if(selected(${c}, 'x'), jr:choice-name(${c}, '${c}'), once(uuid()))
        """),
    ),
)  # fmt: skip
