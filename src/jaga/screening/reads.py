"""Which rows of `payments` a question can use, told from its own SQL.

A question of purchases by merchant code reads a few rows in a hundred. Keeping those alone of
each asked account's payments takes a fraction of the time and of the memory. The condition is
what each of its scans demands of a payment's own columns, so that no rule has to say it twice.
"""

from collections.abc import Iterator
from functools import cache

import sqlglot
from sqlglot import exp

from jaga.screening.engines.base import PAYMENT_COLUMNS
from jaga.screening.measure import bindings
from jaga.screening.model import Indicator
from jaga.screening.sql import DIALECT, bind, faults

PAYMENTS = "payments"


def payments_read(indicator: Indicator) -> str:
    """House SQL over `p` for the rows that the question can use; empty where it may use any."""
    scans = _scans(bind(indicator.sql, bindings(indicator)))
    return " or ".join(f"({one})" for one in dict.fromkeys(scans)) if all(scans) else ""


@cache
def _scans(sql: str) -> tuple[str, ...]:
    """What each scan of `payments` demands of a row; empty text where that is not plain."""
    tree = sqlglot.parse_one(sql, read=DIALECT)
    found = [t for t in tree.find_all(exp.Table) if t.name == PAYMENTS]
    return tuple(_demanded(table) for table in found)


def _demanded(table: exp.Table) -> str:
    select = table.find_ancestor(exp.Select)
    where = select and select.args.get("where")
    if select is None or where is None or any(j.side for j in select.args.get("joins") or ()):
        return ""  # an outer join may keep rows that its own condition would drop
    alone = not select.args.get("joins")
    parts = [_as_p(part) for part in _conjuncts(where.this) if _own(part, table, alone=alone)]
    text = " and ".join(f"({part})" for part in parts)
    # The text comes from a tree: what is no house SQL any more must not reach an engine.
    return "" if not text or faults(f"select p.t from {PAYMENTS} as p where {text}") else text


def _conjuncts(node: exp.Expr) -> Iterator[exp.Expr]:
    if isinstance(node, exp.And):
        yield from _conjuncts(node.left)
        yield from _conjuncts(node.right)
    elif isinstance(node, exp.Paren) and isinstance(node.this, exp.And):
        yield from _conjuncts(node.this)
    else:
        yield node


def _own(part: exp.Expr, table: exp.Table, *, alone: bool) -> bool:
    """Whether it names this scan's columns and nothing else."""
    names = {table.alias_or_name} | ({""} if alone else set())
    return not part.find(exp.Select) and all(
        column.table in names and column.name in PAYMENT_COLUMNS
        for column in part.find_all(exp.Column)
    )


def _as_p(part: exp.Expr) -> str:
    text = part.copy()
    for column in text.find_all(exp.Column):
        column.set("table", exp.to_identifier("p"))
    return text.sql(dialect=DIALECT)
