"""A condition that names a choice which the list does not have."""

from collections.abc import Iterator
from difflib import get_close_matches

from jaga.surveys import kinds
from jaga.surveys.evaluate import to_number
from jaga.surveys.expressions import Call, Expression, Literal, Minus, Number, Op, walk
from jaga.surveys.forms import Form, Node
from jaga.surveys.lint.model import XLSFORM, Example, Fault, Rule, at
from jaga.surveys.lint.written import asked_of, trees
from jaga.words import Text


def _check(form: Form) -> Iterator[Fault]:
    for node, column, tree in trees(form):
        for asked, literal in _compared(form, node, tree):
            known = [choice.name for choice in form.choices_of(asked)]
            if asked.or_other:
                known.append("other")
            if known and not _among(literal, known):
                yield at(node, column), _words(asked, literal), _todo(literal, known), None
    yield from _defaults(form)


def _defaults(form: Form) -> Iterator[Fault]:
    for node in form.questions:
        known = [choice.name for choice in form.choices_of(node)] + ["other"] * node.or_other
        written = node.cell("default")
        fixed = node.kind == "select_one" and written.replace("_", "").isalnum()
        if fixed and form.choices_of(node) and not _among(written, known):
            yield at(node, "default"), _words(node, written), _todo(written, known), None


def _compared(form: Form, node: Node, tree: Expression) -> Iterator[tuple[Node, str]]:
    """(choosing question, what it is compared with); emptiness is no choice."""
    for part in walk(tree):
        for side, other in _sides(part):
            asked = asked_of(form, node, side)
            text = _fixed(other)
            if asked and text and asked.kind in kinds.CHOOSING and not _joined(asked, part, text):
                yield asked, text


def _sides(part: Expression) -> Iterator[tuple[Expression, Expression]]:
    if isinstance(part, Op) and part.sign in ("=", "!="):
        yield part.left, part.right
        yield part.right, part.left
    if isinstance(part, Call) and part.name == "selected" and len(part.arguments) == 2:
        yield part.arguments[0], part.arguments[1]


def _joined(asked: Node, part: Expression, text: str) -> bool:
    """`${several} = 'a b'` compares with two choices at once."""
    return asked.kind != "select_one" and isinstance(part, Op) and " " in text


def _fixed(side: Expression) -> str:
    if isinstance(side, Literal):
        return side.text.strip()
    if isinstance(side, Minus) and isinstance(side.of, Number):
        return f"-{side.of.value:g}"
    return f"{side.value:g}" if isinstance(side, Number) else ""


def _among(text: str, known: list[str]) -> bool:
    number = to_number(text)
    return text in known or any(to_number(name) == number for name in known)


def _words(asked: Node, text: str) -> Text:
    return Text(
        f"Pilihan '{text}' tidak ada dalam daftar {asked.list_name} milik {asked.name}.",
        f"The choice '{text}' is not in the list {asked.list_name} of {asked.name}.",
    )


def _todo(text: str, known: list[str]) -> Text:
    near = get_close_matches(text, known, n=1)
    listed = near[0] if near else ", ".join(known[:6])
    return Text(f"Pilih dari daftar: {listed}.", f"Take one of the list: {listed}.")


RULE = Rule(
    id="missing_choice",
    title=Text("Pilihan tidak ada dalam daftar", "A choice that the list does not have"),
    why=Text(
        "Pertanyaan yang bergantung padanya tidak pernah, atau selalu, muncul.",
        "A question that hangs on it is never shown, or always.",
    ),
    sources=(XLSFORM,),
    severity="error",
    guards=False,
    check=_check,
    examples=(
        Example("another language's word", (3, 4), """
            type          | name | relevant
            select_one yt | a    |
            text          | b    | ${a} = 'yes'
            text          | c    | not(selected(${a}, 'no'))
        """),
        Example("the other way round, of one's own, as number and as default", (2, 3, 4, 4), """
            type              | name | constraint | relevant    | default
            select_one yt     | a    | . != 'yes' |             |
            text              | b    |            | 'yes' = ${a} |
            select_one yt     | c    |            | ${a} = 1    | yes
        """),
        Example("choices of the list, numbers, emptiness, other, two at once", (), """
            type                | name | relevant                               | default
            select_one yt       | a    |                                        | ya
            select_one n or_other | b  | ${a} = 'ya' or ${a} = ''               |
            select_multiple yt  | c    | ${b} = 1 or ${b} = '2' or ${b} = 'other' |
            text                | d    | ${c} = 'ya tidak'                      |
        """, """
            list_name | name  | label
            yt        | ya    | Ya
            yt        | tidak | Tidak
            n         | 1     | Satu
            n         | 2     | Dua
        """),
        Example("a list from a file is not known here", (), """
            type                             | name | relevant
            select_one_from_file villages.csv | a   |
            text                             | b    | ${a} = 'x'
        """),
    ),
)  # fmt: skip
