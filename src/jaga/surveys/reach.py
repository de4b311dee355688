"""Whether a question can be reached, and whether an answer can satisfy a constraint.

Every answer that could make a difference is tried: for a choice each choice, for a number the
numbers named in the conditions and one between, below and above each. A part that cannot be worked
out this way (a path, a sum, two answers compared, the time) counts as "may hold". So "never" is
certain, and everything else is "may be".
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from jaga.surveys import kinds
from jaga.surveys.evaluate import UNKNOWN, Unknown, Value, to_number, truth, value
from jaga.surveys.expressions import (
    COMPARES,
    Call,
    Expression,
    ExpressionError,
    Literal,
    Minus,
    Number,
    Op,
    Path,
    Ref,
    parse,
    walk,
    with_here,
)
from jaga.surveys.forms import Form, Node

# Beyond these the answer is "may be": a form is looked at while somebody waits.
MOST_QUESTIONS = 30
MOST_TRIES = 6_000
MOST_NAMED_CHOICES = 5

MAY_HOLD = Path("?")
TRUE, FALSE = Call("true"), Call("false")
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def conditions(form: Form, node: Node) -> list[Expression]:
    """All that must hold for a node to be shown: its own relevant and those around it."""
    chain = [*form.around(node), node]
    return [found for each in chain if (found := readable(each.cell("relevant"))) is not None]


def readable(written: str) -> Expression | None:
    """The expression, or None when there is none; what cannot be read may hold."""
    if not written.strip():
        return None
    try:
        return parse(written)
    except ExpressionError:
        return MAY_HOLD


def reachable(form: Form, node: Node, also: Sequence[Expression] = ()) -> bool:
    """False only when no answers at all lead to `node` (with `also` holding as well)."""
    return possible(form, node, [*conditions(form, node), *also])


def follows(form: Form, first: Node, second: Node) -> bool:
    """Whether whoever reaches `first` is certainly shown `second` too."""
    shown = [*conditions(form, second)]
    if not shown:
        return True
    together = shown[0]
    for each in shown[1:]:
        together = Op("and", together, each)
    if not _is_simple(form, together):
        return shown == conditions(form, first)[: len(shown)]
    return not reachable(form, first, [Call("not", (together,))])


def _is_simple(form: Form, expression: Expression) -> bool:
    return MAY_HOLD not in set(walk(_plain(form, expression)))


def answerable(form: Form, node: Node, constraint: Expression) -> bool:
    """False only when no answer at all satisfies a constraint of `node`."""
    own = with_here(constraint, Ref(node.name))
    return possible(form, node, [own, Op("!=", Ref(node.name), Literal(""))])


def possible(form: Form, node: Node, wanted: Sequence[Expression]) -> bool:
    """False only when no answers to the questions named can make all of `wanted` hold."""
    formulas = [_plain(form, each) for each in wanted]
    names = _names(formulas)
    done: set[str] = set()
    while names - done and len(done) < MOST_QUESTIONS:
        for name in sorted(names - done):
            done.add(name)
            formulas += [_plain(form, each) for each in _implied(form, name)]
        names = _names(formulas)
    domains = {name: _answers(form, node, name, formulas) for name in sorted(names)}
    return _Search(formulas, domains).found()


def _implied(form: Form, name: str) -> Iterator[Expression]:
    """A question that has an answer was shown, and its constraint held."""
    node = form.named.get(name)
    if node is None:
        return
    needed = conditions(form, node)
    constraint = readable(node.cell("constraint")) if node.asks else None
    if constraint is not None:
        needed.append(with_here(constraint, Ref(name)))
    for each in needed:
        yield Op("or", Op("=", Ref(name), Literal("")), each)


def _names(formulas: Iterable[Expression]) -> set[str]:
    return {part.name for each in formulas for part in walk(each) if isinstance(part, Ref)}


def _plain(form: Form, expression: Expression) -> Expression:
    """The expression with every part that cannot be tried replaced by MAY_HOLD."""
    if isinstance(expression, Op) and expression.sign in ("and", "or"):
        left, right = _plain(form, expression.left), _plain(form, expression.right)
        return Op(expression.sign, left, right)
    if isinstance(expression, Call) and expression.name in ("not", "boolean", "if"):
        return Call(expression.name, tuple(_plain(form, each) for each in expression.arguments))
    if isinstance(expression, Op) and expression.sign in COMPARES:
        return _plain_comparison(form, expression)
    if isinstance(expression, Call) and expression.name == "selected":
        simple = len(expression.arguments) == 2 and isinstance(expression.arguments[0], Ref)
        return expression if simple and _is_fixed(expression.arguments[1]) else MAY_HOLD
    known = isinstance(expression, Ref) and not expression.last_saved
    return expression if known or _is_fixed(expression) else MAY_HOLD


def _plain_comparison(form: Form, comparison: Op) -> Expression:
    left, right = comparison.left, comparison.right
    if _is_fixed(left) and not _is_fixed(right):
        return _plain_comparison(
            form, Op(_MIRRORED.get(comparison.sign, comparison.sign), right, left)
        )
    if not _is_fixed(right):
        return MAY_HOLD
    return comparison if _is_fixed(left) or _is_tried(form, left) else MAY_HOLD


def _is_tried(form: Form, side: Expression) -> bool:
    if isinstance(side, Call) and side.name == "count-selected" and len(side.arguments) == 1:
        one = side.arguments[0]
        node = form.named.get(one.name) if isinstance(one, Ref) else None
        return node is not None and 0 < len(form.choices_of(node)) <= MOST_NAMED_CHOICES
    return isinstance(side, Ref) and not side.last_saved


def _is_fixed(expression: Expression) -> bool:
    """Whether it says the same whatever is answered: numbers, words, days."""
    if isinstance(expression, Call):
        fixed = expression.name in ("true", "false", "date", "number")
        return fixed and all(map(_is_fixed, expression.arguments))
    if isinstance(expression, Minus):
        return _is_fixed(expression.of)
    return isinstance(expression, Number | Literal)


def _answers(
    form: Form, asked: Node, name: str, formulas: Iterable[Expression]
) -> tuple[Value, ...]:
    """Answers to try for a question; (UNKNOWN,) when they cannot be counted up."""
    node = form.named.get(name)
    inside = form.repeat_of(node) if node else ""
    if node is None or not node.asks or (inside and inside not in asked.parents):
        return (UNKNOWN,)
    named = tuple(dict.fromkeys(_named(name, formulas)))
    if node.kind in kinds.CHOOSING:
        return _choices(form, node, named)
    numbers = sorted({n for each in named if not math.isnan(n := _number(each))})
    if node.kind in kinds.NUMBERS | kinds.DAYS:
        return ("", *_around(numbers, whole=node.kind in ("integer", "date")))
    texts = [each for each in named if isinstance(each, str)]
    around = [str(number) for number in _around(numbers, whole=False)] if numbers else []
    return tuple(dict.fromkeys(["", "\0another", *texts, *around]))


def _number(one: Value) -> float:
    number = to_number(one)
    return math.nan if isinstance(number, Unknown) else number


def _named(name: str, formulas: Iterable[Expression]) -> Iterator[Value]:
    """What a question is compared with."""
    for part in (part for each in formulas for part in walk(each)):
        sides: tuple[Expression, ...] = ()
        if isinstance(part, Op) and part.sign in COMPARES:
            sides = (part.left, part.right)
        if isinstance(part, Call) and part.name == "selected":
            sides = part.arguments
        if Ref(name) in sides:
            yield from (value(s, lambda _: UNKNOWN) for s in sides if _is_fixed(s))


def _choices(form: Form, node: Node, named: tuple[Value, ...]) -> tuple[Value, ...]:
    texts = [str(int(n)) if isinstance(n, float) and n.is_integer() else str(n) for n in named]
    known = [choice.name for choice in form.choices_of(node)]
    if node.or_other:
        known.append("other")
    if node.external or not known:
        known = [*(text for text in texts if text), "\0another"]
    if node.kind == "select_one":
        return ("", *dict.fromkeys(known))
    if len(known) > MOST_NAMED_CHOICES:
        near = [name for name in known if name in texts]
        rest = [name for name in known if name not in texts]
        known = near + rest[:1]
        if len(near) > MOST_NAMED_CHOICES:
            return (UNKNOWN,)
    return tuple(
        " ".join(some) for size in range(len(known) + 1) for some in combinations(known, size)
    )


def _around(numbers: Sequence[float], whole: bool) -> Iterator[float]:
    """Each number, one below, one above, and one between each two; whole ones if need be."""
    if not numbers:
        yield 1.0
        return
    points = {number + step for number in numbers for step in (-1.0, 0.0, 1.0)}
    points |= {(first + second) / 2 for first, second in zip(numbers, numbers[1:], strict=False)}
    if whole:
        points = {float(side(point)) for point in points for side in (math.floor, math.ceil)}
    yield from sorted(points)


class _Search:
    """Tries answers one question at a time and turns back as soon as a formula fails."""

    def __init__(self, formulas: Sequence[Expression], domains: Mapping[str, tuple[Value, ...]]):
        self.formulas = formulas
        self.order = sorted(domains, key=lambda name: len(domains[name]))
        self.domains = domains
        self.chosen: dict[str, Value] = {}
        self.tries = 0

    def found(self) -> bool:
        """Whether some answers let every formula hold, or may let it hold."""
        return self._from(0)

    def _from(self, place: int) -> bool:
        self.tries += 1
        if self.tries > MOST_TRIES:
            return True
        if any(truth(each, self._lookup) is False for each in self.formulas):
            return False
        if place == len(self.order):
            return True
        name = self.order[place]
        for one in self.domains[name]:
            self.chosen[name] = one
            if self._from(place + 1):
                return True
        del self.chosen[name]
        return False

    def _lookup(self, name: str) -> Value:
        return self.chosen.get(name, UNKNOWN)
