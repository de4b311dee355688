"""House SQL: one text that every engine reads the same way.

Integers only, and only the syntax listed here. sqlglot parses and refuses; it never
translates, because translations between engines differ without saying so. A node
enters `HOUSE_NODES` only with its test on each engine
in tests/spec/test_house_sql.py.
"""

import re
from collections.abc import Mapping
from functools import cache

import sqlglot
from sqlglot import exp

DIALECT = "duckdb"

_NODES = """
Select From Where Group Having Join Table TableAlias Alias Column Identifier Star
With CTE Subquery Union Literal Boolean Null Paren Neg Not And Or
EQ NEQ GT GTE LT LTE Between In Is Add Sub Mul Div Mod Case If Coalesce
Count Distinct Sum Min Max Lag Lead RowNumber Window WindowSpec Order Ordered
Cast DataType
"""

HOUSE_NODES = frozenset(_NODES.split())
"""Kinds of syntax node allowed, as sqlglot names them."""

HOUSE_TYPES = frozenset({"BIGINT"})
"""The one type a value may be cast to."""

_PARAMETER = re.compile(r"\$([a-z_][a-z0-9_]*)")


class HouseSqlError(Exception):
    """The SQL uses something outside the allow-list. Names it and says where to read on."""


def parameters_used(sql: str) -> set[str]:
    """Names of every `$parameter` in the text."""
    return set(_PARAMETER.findall(sql))


def bind(sql: str, values: Mapping[str, int]) -> str:
    """The same text with each `$parameter` replaced by its whole number."""

    def number(match: re.Match[str]) -> str:
        value = values[match.group(1)]
        return str(value) if value >= 0 else f"({value})"

    missing = parameters_used(sql) - set(values)
    if missing:
        raise HouseSqlError(f"no value for {', '.join(sorted(missing))}: add a Parameter")
    return _PARAMETER.sub(number, sql)


def _fault(node: exp.Expr) -> str | None:
    """Why this node is outside house SQL, or None."""
    name = type(node).__name__
    if name not in HOUSE_NODES:
        return name
    if isinstance(node, exp.Literal) and (node.is_string or not node.is_int):
        return "a literal that is no whole number"
    if isinstance(node, exp.DataType) and node.this.name not in HOUSE_TYPES:
        return f"the type {node.this.name}"
    if isinstance(node, exp.Join) and node.method:
        return f"a {node.method} join"
    if isinstance(node, exp.Count) and isinstance(node.this, exp.Distinct):
        return "count(distinct) over a window" if isinstance(node.parent, exp.Window) else None
    return None


def faults(sql: str) -> list[str]:
    """What the text uses beyond house SQL, in order of appearance; empty means portable."""
    try:
        tree = sqlglot.parse_one(bind(sql, dict.fromkeys(parameters_used(sql), 1)), read=DIALECT)
    except sqlglot.errors.ParseError:
        return ["text that does not parse as one SELECT"]
    if not isinstance(tree, exp.Select | exp.Union):
        return [f"{type(tree).__name__} where one SELECT belongs"]
    return [fault for node in tree.walk() if (fault := _fault(node))]


def check(sql: str, where: str) -> None:
    """Raise HouseSqlError naming `where` when the text leaves house SQL."""
    found = faults(sql)
    if found:
        raise HouseSqlError(
            f"{where}: house SQL has no {found[0]}. See docs/how-to/add-an-indicator.md"
        )


@cache
def columns(sql: str) -> tuple[str, ...]:
    """Names of the columns the SELECT answers with; asked once per alert, so parsed once."""
    tree = sqlglot.parse_one(bind(sql, dict.fromkeys(parameters_used(sql), 1)), read=DIALECT)
    return tuple(map(str, tree.named_selects)) if isinstance(tree, exp.Query) else ()
