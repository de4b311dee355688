"""House SQL: one text that every engine reads the same way.

Integers only, and only the syntax listed here. sqlglot parses and refuses; it never
translates, because translations between engines differ without saying so. A node
enters `HOUSE_NODES` only with its test on each engine
in tests/spec/test_house_sql.py.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

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

LARGEST = 2**63 - 1
"""The largest whole number that every engine holds."""

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_WORD = re.compile(r"[a-z_][a-z0-9_]*")
_PARAMETER = re.compile(r"\$([a-z_][a-z0-9_]*)")


class HouseSqlError(Exception):
    """The SQL uses something outside the allow-list. Names it and says where to read on."""


def parameters_used(sql: str) -> set[str]:
    """Names of every `$parameter` in the text."""
    return set(_PARAMETER.findall(sql))


def names_used(sql: str) -> set[str]:
    """Every word of the text: whatever table or column it reads is among them."""
    return set(_WORD.findall(sql))


def bind(sql: str, values: Mapping[str, int]) -> str:
    """The same text with each `$parameter` replaced by its whole number."""

    def number(match: re.Match[str]) -> str:
        value = values[match.group(1)]
        return str(value) if value >= 0 else f"({value})"

    missing = parameters_used(sql) - set(values)
    if missing:
        raise HouseSqlError(f"no value for {', '.join(sorted(missing))}: add a Parameter")
    return _PARAMETER.sub(number, sql)


@cache
def _tree(sql: str) -> exp.Expr:
    """The text as a tree. Parsing is slow and each rule is asked about several times."""
    return sqlglot.parse_one(bind(sql, dict.fromkeys(parameters_used(sql), 1)), read=DIALECT)


def _whole_number(node: exp.Literal) -> bool:
    text = str(node.this)
    return not node.is_string and text.isascii() and text.isdigit() and int(text) <= LARGEST


def _plain_table(node: exp.Table) -> bool:
    """A bare name: quotes and dots would let a file or another database in."""
    name = node.this
    return (
        isinstance(name, exp.Identifier)
        and not name.quoted
        and _NAME.fullmatch(name.name) is not None
        and not (node.db or node.catalog)
    )


def _without_rest(node: exp.Div) -> bool:
    """Whether it is (a - a % b) / b inside a cast, as `windows.whole` writes it."""
    above, below = node.this.unnest(), node.expression.unnest()
    if not (isinstance(node.parent, exp.Cast) and isinstance(above, exp.Sub)):
        return False
    rest = above.expression.unnest()
    return (
        isinstance(rest, exp.Mod)
        and rest.this.unnest() == above.this.unnest()
        and rest.expression.unnest() == below
    )


def _bare(node: exp.Expr, *allowed: str) -> bool:
    """Whether nothing but the allowed parts of the syntax is used."""
    return not any(value for part, value in node.args.items() if part not in allowed)


_HOLDS: dict[type[exp.Expr], tuple[Callable[[Any], bool], str]] = {
    exp.Literal: (_whole_number, "a literal that is no whole number of 64 bits"),
    exp.DataType: (lambda n: n.this.name in HOUSE_TYPES, "a type beside bigint"),
    exp.Table: (_plain_table, "a table that is no bare name"),
    exp.Div: (_without_rest, "a division that may leave a rest (use windows.whole)"),
    exp.Min: (lambda n: _bare(n, "this"), "min of several values"),
    exp.Max: (lambda n: _bare(n, "this"), "max of several values"),
    exp.Star: (_bare, "a star with exceptions"),
    exp.Group: (lambda n: _bare(n, "expressions"), "group by all, cube or rollup"),
    exp.With: (lambda n: _bare(n, "expressions"), "a recursive query"),
    exp.CTE: (lambda n: _bare(n, "this", "alias"), "a query told how to be kept"),
    exp.Union: (lambda n: not n.args.get("by_name"), "union by name"),
    exp.Between: (lambda n: not n.args.get("symmetric"), "between symmetric"),
    exp.WindowSpec: (
        lambda n: str(n.args.get("kind")).upper() in ("ROWS", "RANGE"),
        "a frame of groups",
    ),
    exp.Join: (
        lambda n: not n.method and n.kind not in ("SEMI", "ANTI"),
        "a join that is ASOF, NATURAL, POSITIONAL, SEMI or ANTI",
    ),
    exp.Distinct: (
        lambda n: (
            isinstance(n.parent, exp.Select | exp.Count)
            and not isinstance(n.parent.parent, exp.Window)
        ),
        "distinct inside a sum or a window",
    ),
}
"""What an allowed node must hold besides, and the words for when it does not."""


def _fault(node: exp.Expr) -> str | None:
    """Why this node is outside house SQL, or None."""
    name = type(node).__name__
    if name not in HOUSE_NODES:
        return name
    holds, words = _HOLDS.get(type(node), (lambda _: True, ""))
    return None if holds(node) else words


def faults(sql: str) -> list[str]:
    """What the text uses beyond house SQL, in order of appearance; empty means portable."""
    try:
        tree = _tree(sql)
    except sqlglot.errors.SqlglotError:
        return ["text that does not parse as one SELECT"]
    if not isinstance(tree, exp.Select | exp.Union):
        return [f"{type(tree).__name__} where one SELECT belongs"]
    return [fault for node in tree.walk() if (fault := _fault(node))]


@cache
def tables(sql: str) -> frozenset[str]:
    """Names of every table and step that the SELECT reads."""
    tree = _tree(sql)
    return frozenset(table.name for table in tree.find_all(exp.Table))


@cache
def check(sql: str, where: str) -> None:
    """Raise HouseSqlError naming `where` when the text leaves house SQL; parsed once a text."""
    found = faults(sql)
    if found:
        raise HouseSqlError(
            f"{where}: house SQL has no {found[0]}. See docs/how-to/add-an-indicator.md"
        )


@cache
def columns(sql: str) -> tuple[str, ...]:
    """Names of the columns the SELECT answers with; asked once per alert, so parsed once."""
    tree = _tree(sql)
    return tuple(map(str, tree.named_selects)) if isinstance(tree, exp.Query) else ()
