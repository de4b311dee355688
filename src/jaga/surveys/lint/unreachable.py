"""A question that no answers lead to."""

from collections.abc import Iterator

from jaga.surveys import kinds
from jaga.surveys.forms import Form, Node
from jaga.surveys.lint.model import XLSFORM, Example, Fault, Rule, at
from jaga.surveys.reach import conditions, reachable
from jaga.words import Text


def _check(form: Form) -> Iterator[Fault]:
    lost: set[str] = set()
    for node in form.nodes:
        if not conditions(form, node) or reachable(form, node):
            continue
        container = next((each for each in form.around(node) if each.name in lost), None)
        lost.add(node.name)
        if container is None and _is_shown(node):
            words = _by_another(node, lost) or _ALONE
            yield at(node, "relevant"), words, _TODO, None


def _is_shown(node: Node) -> bool:
    return node.asks or node.kind == "note" or node.kind in kinds.CONTAINERS


def _by_another(node: Node, lost: set[str]) -> Text | None:
    for name in sorted(lost):
        if f"${{{name}}}" in node.cell("relevant"):
            return Text(
                f"Tidak pernah muncul, karena {name} yang menjadi syaratnya tidak pernah muncul.",
                f"It is never shown, because {name}, on which it hangs, is never shown.",
            )
    return None


_ALONE = Text(
    "Tidak ada jawaban yang membuat baris ini muncul.", "No answers make this row appear."
)
_TODO = Text(
    "Periksa syarat di kolom relevant, juga syarat kelompok dan pertanyaan di atasnya.",
    "Check the condition in its relevant, and those of the groups and questions above it.",
)

RULE = Rule(
    id="unreachable",
    title=Text("Pertanyaan tidak pernah muncul", "A question is never shown"),
    why=Text(
        "Jawabannya akan kosong bagi semua orang, dan kosong mudah terbaca sebagai tidak.",
        "Its answers will be empty for everybody, and empty is easily read as no.",
    ),
    sources=(XLSFORM,),
    severity="error",
    guards=False,
    check=_check,
    examples=(
        Example("two answers at once", (3,), """
            type          | name | relevant
            select_one yt | a    |
            text          | b    | ${a} = 'ya' and ${a} = 'tidak'
        """),
        Example("a number outside its own limits", (3,), """
            type    | name | relevant   | constraint
            integer | age  |            | . >= 10 and . <= 17
            text    | b    | ${age} >= 18 |
        """),
        Example("hangs on one that is never shown; of a group, the group is named", (3, 4, 5), """
            type          | name | relevant
            select_one yt | a    |
            text          | b    | ${a} = 'yes'
            text          | c    | ${b} != ''
            begin group   | g    | not(${a} = 'ya' or ${a} != 'ya')
            text          | d    |
            end group     |      |
        """),
        Example("some answers lead there, or it cannot be told", (), """
            type               | name | relevant
            select_one yt      | a    |
            select_multiple yt | m    | ${a} = 'ya' or ${a} != 'ya'
            text               | b    | selected(${m}, 'ya') and selected(${m}, 'tidak')
            text               | c    | ${b} = ${a} and today() > date('2999-01-01')
            text               | d    | count-selected(${m}) = 2 and ${c} = ''
        """),
    ),
)  # fmt: skip
