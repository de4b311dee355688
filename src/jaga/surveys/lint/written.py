"""The expressions that stand in a form, each with its question and column."""

from collections.abc import Iterator

from jaga.surveys.expressions import Expression, ExpressionError, Ref, parse
from jaga.surveys.forms import Form, Node

COLUMNS = (
    "relevant", "constraint", "calculation", "required", "read_only", "choice_filter",
    "repeat_count",
)  # fmt: skip
_PLAIN_ANSWERS = ("yes", "no", "true", "false")


def cells(form: Form) -> Iterator[tuple[Node, str, str]]:
    """(node, column, expression as written) of every expression in the survey sheet."""
    for node in form.nodes:
        for column in COLUMNS:
            written = node.cell(column).strip()
            if written and written.lower() not in _PLAIN_ANSWERS:
                yield node, column, written


def trees(form: Form) -> Iterator[tuple[Node, str, Expression]]:
    """The same as trees; those that cannot be read are another rule's matter."""
    for node, column, written in cells(form):
        try:
            yield node, column, parse(written)
        except ExpressionError:
            continue


def asked_of(form: Form, node: Node, side: Expression) -> Node | None:
    """The question that a side of a comparison stands for: `${name}`, or `.` in its own row."""
    from jaga.surveys.expressions import Here

    if isinstance(side, Here):
        return node
    return form.named.get(side.name) if isinstance(side, Ref) else None
