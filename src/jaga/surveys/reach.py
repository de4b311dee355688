"""Whether a question can be reached, and whether an answer can satisfy a constraint.

Every answer that could make a difference is tried: for a choice each choice, for a number the
numbers named in the conditions and one between, below and above each. A part that cannot be worked
out this way (a path, a sum, two answers compared, the time) counts as "may hold". So "never" is
certain, and everything else is "may be".
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
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
MOST_TRIES = 600
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
    """False only when no answer at all satisfies a constraint of `node`.

    Whether anybody is asked is another matter, and left aside."""
    own = with_here(constraint, Ref(node.name))
    wanted = [own, Op("!=", Ref(node.name), Literal(""))]
    return possible(form, node, wanted, but=node.name)


def possible(form: Form, node: Node, wanted: Sequence[Expression], but: str = "") -> bool:
    """False only when no answers to the questions named can make all of `wanted` hold.

    `node` is where the question is asked, for references into its repeat. What follows from a
    question having an answer is taken into account, except for `but`.
    """
    formulas = [_plain(form, each) for each in wanted]
    if not _Search(form, node, formulas).found():
        return False
    # In the order of discovery: what is asked for first, then what that hangs on.
    names = dict.fromkeys(name for each in formulas for name in _names(each))
    waiting = list(names)
    while waiting and len(names) <= MOST_QUESTIONS:
        name = waiting.pop(0)
        more = _logic(form).implied(name) if name != but else ()
        formulas += more
        new = [n for each in more for n in _names(each) if n not in names]
        names |= dict.fromkeys(new)
        waiting += dict.fromkeys(new)
    return _Search(form, node, formulas).found()


class _Logic:
    """What follows from each question of a form having an answer; worked out once."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.known: dict[str, tuple[Expression, ...]] = {}

    def implied(self, name: str) -> tuple[Expression, ...]:
        if name not in self.known:
            self.known[name] = tuple(_plain(self.form, each) for each in _implied(self.form, name))
        return self.known[name]


@lru_cache(maxsize=4)
def _logic(form: Form) -> _Logic:
    return _Logic(form)


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


@lru_cache(maxsize=8192)
def _names(expression: Expression) -> tuple[str, ...]:
    found = (part.name for part in walk(expression) if isinstance(part, Ref))
    return tuple(dict.fromkeys(found))


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


def _answers(form: Form, asked: Node, name: str, named: tuple[Value, ...]) -> tuple[Value, ...]:
    """Answers to try for a question; (UNKNOWN,) when they cannot be counted up.

    `named` is what the question is compared with.
    """
    node = form.named.get(name)
    inside = form.repeat_of(node) if node else ""
    if node is None or not node.asks or (inside and inside not in asked.parents):
        return (UNKNOWN,)
    if node.kind == "time":  # whether devices compare times at all differs between them
        return (UNKNOWN,)
    numbers = sorted({n for each in named if not math.isnan(n := _number(each))})
    if node.kind in kinds.CHOOSING:
        return _choices(form, node, named, numbers)
    if node.kind in kinds.NUMBERS | kinds.DAYS:
        return ("", *_around(numbers, whole=node.kind in ("integer", "date")))
    texts = [each for each in named if isinstance(each, str)]
    return tuple(dict.fromkeys(["", "\0another", *texts, *_as_text(numbers)]))


def _as_text(numbers: Sequence[float]) -> list[str]:
    return [str(number) for number in _around(numbers, whole=False)] if numbers else []


def _number(one: Value) -> float:
    number = to_number(one)
    return math.nan if isinstance(number, Unknown) else number


@lru_cache(maxsize=8192)
def _named(expression: Expression) -> tuple[tuple[str, Value], ...]:
    """(question, what it is compared with) of each comparison in an expression."""
    found: list[tuple[str, Value]] = []
    for part in walk(expression):
        sides: tuple[Expression, ...] = ()
        if isinstance(part, Op) and part.sign in COMPARES:
            sides = (part.left, part.right)
        if isinstance(part, Call) and part.name == "selected":
            sides = part.arguments
        fixed = [value(side, lambda _: UNKNOWN) for side in sides if _is_fixed(side)]
        names = [side.name for side in sides if isinstance(side, Ref)]
        found += [(name, one) for name in names for one in fixed]
    return tuple(found)


def _choices(
    form: Form, node: Node, named: tuple[Value, ...], numbers: Sequence[float]
) -> tuple[Value, ...]:
    texts = [str(int(n)) if isinstance(n, float) and n.is_integer() else str(n) for n in named]
    known = [choice.name for choice in form.choices_of(node)]
    if node.or_other:
        known.append("other")
    if node.external or not known:
        known = [*(text for text in texts if text), *_as_text(numbers), "\0another"]
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

    def __init__(self, form: Form, node: Node, formulas: Sequence[Expression]) -> None:
        named: dict[str, list[Value]] = {}
        self.about: dict[str, list[Expression]] = {}
        for formula in dict.fromkeys(formulas):
            for name in _names(formula):
                self.about.setdefault(name, []).append(formula)
            for name, one in _named(formula):
                named.setdefault(name, []).append(one)
        self.fixed = [each for each in formulas if not _names(each)]
        self.domains = {
            name: _answers(form, node, name, tuple(dict.fromkeys(named.get(name, ()))))
            for name in self.about
        }
        self.order = list(self.domains)
        self.chosen: dict[str, Value] = {}
        self.tries = 0

    def found(self) -> bool:
        """Whether some answers let every formula hold, or may let it hold."""
        return not self._fails(self.fixed) and self._from(0)

    def _from(self, place: int) -> bool:
        if place == len(self.order):
            return True
        name = self.order[place]
        for one in self.domains[name]:
            self.tries += 1
            self.chosen[name] = one
            if self.tries > MOST_TRIES or (
                not self._fails(self.about[name]) and self._from(place + 1)
            ):
                return True
        del self.chosen[name]
        return False

    def _fails(self, formulas: Iterable[Expression]) -> bool:
        return any(truth(each, self._lookup) is False for each in formulas)

    def _lookup(self, name: str) -> Value:
        return self.chosen.get(name, UNKNOWN)
