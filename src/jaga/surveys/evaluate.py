"""What an expression comes to for given answers; UNKNOWN where that cannot be told.

Values are those of XPath 1.0: text, numbers, true and false. What only a device knows (the time,
files beside the form, random numbers) is UNKNOWN, and what depends on it is UNKNOWN too, unless it
does not matter: `false() and UNKNOWN` is false.
"""

import math
import re
from collections.abc import Callable
from datetime import date

from jaga.surveys.expressions import (
    COMPARES,
    Call,
    Expression,
    Here,
    Literal,
    Minus,
    Number,
    Op,
    Ref,
)


class Unknown:
    """The one value that stands for "cannot be told"."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown()
Value = str | float | bool | Unknown
# Answer of a question by its name, as text; `.` is asked for as "".
Lookup = Callable[[str], Value]

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_FIRST_DAY = date(1970, 1, 1).toordinal()
HERE = ""


def value(expression: Expression, lookup: Lookup) -> Value:
    """What the expression comes to."""
    # The commonest first: a form is asked many thousand times whether something can hold.
    if isinstance(expression, Op):
        return _operation(expression, lookup)
    if isinstance(expression, Ref):
        return UNKNOWN if expression.last_saved else lookup(expression.name)
    if isinstance(expression, Literal):
        return expression.text
    if isinstance(expression, Call):
        return _call(expression, lookup)
    if isinstance(expression, Number):
        return expression.value
    if isinstance(expression, Minus):
        minus = to_number(value(expression.of, lookup))
        return minus if isinstance(minus, Unknown) else -minus
    return lookup(HERE) if isinstance(expression, Here) else UNKNOWN


def truth(expression: Expression, lookup: Lookup) -> bool | Unknown:
    """Whether the expression holds."""
    return to_truth(value(expression, lookup))


def to_truth(one: Value) -> bool | Unknown:
    """XPath's boolean(): text that is not empty, numbers that are neither 0 nor NaN."""
    if isinstance(one, Unknown):
        return UNKNOWN
    if isinstance(one, float):
        return one != 0 and not math.isnan(one)
    return bool(one)


def to_number(one: Value) -> float | Unknown:
    """XPath's number(), where ODK also takes a day as days since 1970-01-01; NaN for other text."""
    if isinstance(one, Unknown | float):
        return one
    if isinstance(one, bool):
        return float(one)
    day = _DAY.fullmatch(one.strip())
    try:
        if day:
            return float(date(*map(int, day.groups())).toordinal() - _FIRST_DAY)
        return float(one) if re.fullmatch(r"\s*-?(\d+\.?\d*|\.\d+)\s*", one) else math.nan
    except ValueError:
        return math.nan


def to_text(one: Value) -> str | Unknown:
    """XPath's string(): whole numbers without a point."""
    if isinstance(one, Unknown | str):
        return one
    if isinstance(one, bool):
        return "true" if one else "false"
    if math.isnan(one):
        return "NaN"
    return str(int(one)) if one.is_integer() else repr(one)


def _operation(operation: Op, lookup: Lookup) -> Value:
    if operation.sign in ("and", "or"):
        return _both_or_either(operation, lookup)
    left, right = value(operation.left, lookup), value(operation.right, lookup)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return UNKNOWN
    if operation.sign in COMPARES:
        return _compare(operation.sign, left, right)
    first, second = to_number(left), to_number(right)
    if isinstance(first, Unknown) or isinstance(second, Unknown) or operation.sign == "|":
        return UNKNOWN
    return _reckon(operation.sign, first, second)


def _both_or_either(operation: Op, lookup: Lookup) -> bool | Unknown:
    settles = operation.sign == "or"
    left = truth(operation.left, lookup)
    if left is settles:
        return settles
    right = truth(operation.right, lookup)
    if right is settles:
        return settles
    unknown = isinstance(left, Unknown) or isinstance(right, Unknown)
    return UNKNOWN if unknown else not settles


def _compare(sign: str, left: str | float | bool, right: str | float | bool) -> bool | Unknown:
    if sign in ("=", "!="):
        return _same(left, right) is (sign == "=")
    first, second = to_number(left), to_number(right)
    if isinstance(first, Unknown) or isinstance(second, Unknown):
        return UNKNOWN
    return {
        "<": first < second, "<=": first <= second, ">": first > second, ">=": first >= second,
    }[sign]  # fmt: skip


def _same(left: str | float | bool, right: str | float | bool) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return to_truth(left) is to_truth(right)
    if isinstance(left, float) or isinstance(right, float):
        return to_number(left) == to_number(right)
    return left == right


def _reckon(sign: str, left: float, right: float) -> float:
    if sign == "+":
        return left + right
    if sign == "-":
        return left - right
    if sign == "*":
        return left * right
    if right == 0 or math.isnan(left) or math.isnan(right):
        return math.nan if sign == "mod" or left == 0 or math.isnan(left) else math.inf
    return left / right if sign == "div" else math.fmod(left, right)


def _call(call: Call, lookup: Lookup) -> Value:
    if call.name == "if" and len(call.arguments) == 3:
        return _if(call, lookup)
    function = _FUNCTIONS.get(call.name)
    if function is None:
        return UNKNOWN
    given = [value(argument, lookup) for argument in call.arguments]
    if any(isinstance(each, Unknown) for each in given):
        return UNKNOWN
    try:
        return function(*given)
    except (TypeError, ValueError, IndexError, OverflowError):
        return UNKNOWN


def _if(call: Call, lookup: Lookup) -> Value:
    holds = truth(call.arguments[0], lookup)
    if isinstance(holds, Unknown):
        first, second = (value(argument, lookup) for argument in call.arguments[1:])
        return first if first == second else UNKNOWN
    return value(call.arguments[1 if holds else 2], lookup)


def _number(one: Value) -> float:
    number = to_number(one)
    return math.nan if isinstance(number, Unknown) else number


def _text(one: Value) -> str:
    return str(to_text(one))


def _selected_at(one: Value, place: Value) -> Value:
    items, at = _text(one).split(), int(_number(place))
    return items[at] if 0 <= at < len(items) else ""


def _substr(one: Value, start: Value, end: Value | None = None) -> Value:
    stop = None if end is None else int(_number(end))
    return _text(one)[int(_number(start)) : stop]


# Functions whose answer needs nothing but their arguments.
_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "true": lambda: True,
    "false": lambda: False,
    "not": lambda a: not to_truth(a),
    "boolean": to_truth,
    "boolean-from-string": lambda a: _text(a).lower() in ("true", "1"),
    "string": to_text,
    "number": to_number,
    "date": to_number,
    "int": lambda a: float(math.trunc(_number(a))),
    "abs": lambda a: abs(_number(a)),
    "once": lambda a: a,
    "selected": lambda a, b: _text(b).strip() in _text(a).split(),
    "count-selected": lambda a: float(len(_text(a).split())),
    "selected-at": _selected_at,
    "coalesce": lambda a, b: a if _text(a) else b,
    "concat": lambda *a: "".join(map(_text, a)),
    "contains": lambda a, b: _text(b) in _text(a),
    "starts-with": lambda a, b: _text(a).startswith(_text(b)),
    "ends-with": lambda a, b: _text(a).endswith(_text(b)),
    "string-length": lambda a: float(len(_text(a))),
    "normalize-space": lambda a: " ".join(_text(a).split()),
    "substr": _substr,
}
