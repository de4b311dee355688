"""A form without a version, whose answers cannot be told from those of the next one."""

from collections.abc import Iterator

from jaga.surveys.forms import Form
from jaga.surveys.lint.model import Example, Fault, Rule, Source, whole
from jaga.words import Text


def _check(form: Form) -> Iterator[Fault]:
    if not form.version:
        yield whole("settings", "version"), _WORDS, _TODO, None


_WORDS = Text("Formulir ini tidak menyebut versinya.", "This form does not name its version.")
_TODO = Text(
    "Tambahkan kolom version di lembar settings, misalnya 2026113001; naikkan pada tiap perubahan.",
    "Add a column version to the sheet settings, for example 2026113001; raise it at each change.",
)

RULE = Rule(
    id="no_version",
    title=Text("Tanpa versi", "No version"),
    why=Text(
        "Jawaban atas dua susunan pertanyaan akan bercampur tanpa terlihat.",
        "Answers to two sets of questions would mix without anybody seeing it.",
    ),
    sources=(Source("ODK", "Form design", "docs.getodk.org/form-update"),),
    severity="warning",
    guards=True,
    check=_check,
    examples=(
        Example("no settings, and settings without it", (1,), """
            type | name | label
            text | a    | A
        """),
        Example("named", (), """
            type | name | label
            text | a    | A
        """, settings="""
            version
            1
        """),
    ),
)  # fmt: skip
