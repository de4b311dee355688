"""A sensitive question that has to be answered."""

from collections.abc import Iterator

from jaga.surveys.forms import Form
from jaga.surveys.lint.model import ETHICS, ONLINE, Example, Fault, Rule, Severity, at
from jaga.surveys.lint.topics import refusals, sensitive
from jaga.words import Text


def _check(form: Form) -> Iterator[Fault]:
    for node in form.questions:
        how = sensitive(node)
        needed = node.cell("required").lower() not in ("", "no", "false", "false()")
        if how and needed and not any(refusals(form, node)):
            severity: Severity = "error" if how == "said" else "warning"
            yield at(node, "required"), _WORDS, _TODO, severity


_WORDS = Text(
    "Pertanyaan peka ini wajib dijawab dan tidak dapat dilewati.",
    "This sensitive question is required and cannot be skipped.",
)
_TODO = Text(
    'Tambahkan pilihan "tidak ingin menjawab", atau kosongkan kolom required. Bila tidak peka, '
    "tulis no di kolom jaga_sensitive.",
    'Add the choice "prefer not to answer", or empty its required column. If it is not '
    "sensitive, write no in a column jaga_sensitive.",
)

RULE = Rule(
    id="no_way_to_skip",
    title=Text("Pertanyaan peka tanpa jalan lewat", "A sensitive question without a way to skip"),
    why=Text(
        "Yang dipaksa menjawab dapat terluka lagi, atau menjawab yang bukan sebenarnya.",
        "Whoever is made to answer may be hurt again, or answers what is not so.",
    ),
    sources=(ETHICS, ONLINE),
    severity="error",
    guards=True,
    check=_check,
    examples=(
        Example("said, known by its words, required by a condition", (2, 3, 4), """
            type          | name | label                             | required   | jaga_sensitive
            text          | a    | Ceritakan harimu                  | yes        | yes
            select_one yt | b    | Apakah kamu pernah diancam?       | true()     |
            select_one yt | c    | Have you been threatened?         | ${b}='ya'  |
        """),
        Example("may be left empty, may be refused, or is said not to be sensitive", (), """
            type          | name | label                       | required | jaga_sensitive
            select_one yt | a    | Apakah kamu pernah diancam? |          |
            select_one yn | b    | Apakah kamu pernah diancam? | yes      |
            select_one yt | c    | Tahu apa itu kekerasan?     | yes      | no
            text          | d    | Warna?                      | yes      |
        """, """
            list_name | name | label
            yt        | ya   | Ya
            yn        | ya   | Ya
            yn        | x    | Tidak ingin menjawab
        """),
    ),
)  # fmt: skip
