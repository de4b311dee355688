"""The tables inside docs/reference/payments-file.md, between its markers, from the code."""

import re
from collections.abc import Callable
from pathlib import Path

from jaga.ledger import tables
from jaga.ledger.reasons import REASONS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "payments-file.md"
_PART = re.compile(r"(<!-- table: (?P<name>[a-z]+) -->\n).*?(?=<!-- end of table -->)", re.S)


def _columns(columns: tuple[tables.Column, ...]) -> str:
    rows = "".join(
        f"| `{one.name}` | {'yes' if one.required else ''} | {one.classification} "
        f"| {one.meaning.en} | {one.meaning.id} |\n"
        for one in columns
    )
    return f"| column | required | treat as | meaning | arti |\n|---|---|---|---|---|\n{rows}"


def _reasons() -> str:
    rows = "".join(f"| `{code}` | {text.en} | {text.id} |\n" for code, text in REASONS.items())
    return f"| code | reason | alasan |\n|---|---|---|\n{rows}"


TABLES: dict[str, Callable[[], str]] = {
    "payments": lambda: _columns(tables.PAYMENTS),
    "accounts": lambda: _columns(tables.ACCOUNTS),
    "watchlist": lambda: _columns(tables.WATCHLIST),
    "reasons": _reasons,
}


def filled(page: str) -> str:
    """The page with every marked table as the code has it now."""
    return _PART.sub(lambda match: match[1] + TABLES[match["name"]](), page)
