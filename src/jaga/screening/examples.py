"""Worked examples: tables drawn as text, loaded into an engine, answered by the real SQL.

Accounts, devices and people are written as short names and become whole numbers in the
order of the alphabet, so that a reader never meets a code.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone

from jaga.ledger.tables import (
    TOKEN_KINDS,
    WATCHLIST_SOURCES,
    country_code,
    currency_code,
    holder_kind_code,
    rail_code,
    remark_code,
    status_code,
)
from jaga.ledger.watchlist import WATCHED_COLUMNS
from jaga.screening import weighing, zones
from jaga.screening.circumstances.model import Circumstance
from jaga.screening.engines.base import ACCOUNT_COLUMNS, PAYMENT_COLUMNS, Engine
from jaga.screening.measure import FIRING_COLUMNS, firing_sql, value_names
from jaga.screening.model import Example, Indicator
from jaga.screening.steps import prepare

WIB = timezone(timedelta(hours=7))
Cells = dict[str, str]
_NAMES = (
    "account", "debtor", "creditor", "device", "phone", "ip", "holder", "guardian", "token",
)  # fmt: skip


def cells(text: str) -> list[Cells]:
    """Rows of a table drawn with `|`, as column name to cell; lines of dashes are skipped."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip(" |+-")]
    split = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [dict(zip(split[0], row, strict=True)) for row in split[1:]]


def epoch(text: str) -> int:
    """Epoch seconds of a WIB wall-clock time like 2025-01-31 23:59:59."""
    return int(datetime.fromisoformat(text).replace(tzinfo=WIB).timestamp())


def wall_clock(seconds: int) -> str:
    """The WIB wall-clock time of epoch seconds."""
    return datetime.fromtimestamp(seconds, UTC).astimezone(WIB).strftime("%Y-%m-%d %H:%M:%S")


def _days(text: str) -> int:
    return (date.fromisoformat(text) - date(1970, 1, 1)).days


_CELL: dict[str, Callable[[str], int]] = {
    "rail": rail_code,
    "remark": remark_code,
    "status": status_code,
    "holder_kind": holder_kind_code,
    "currency": currency_code,
    "country": country_code,
    "debtor_country": country_code,
    "creditor_country": country_code,
    "opened_day": _days,
    "token_kind": TOKEN_KINDS.index,
    "source": WATCHLIST_SOURCES.index,
    "released_day": _days,
    "expires_day": _days,
}


class Drawing:
    """One example's tables as rows of whole numbers."""

    def __init__(self, example: Example) -> None:
        self._payments = cells(example.payments)
        self._accounts = cells(example.accounts) if example.accounts else []
        self._watchlist = cells(example.watchlist) if example.watchlist else []
        names = {
            row[column]
            for row in (*self._payments, *self._accounts, *self._watchlist)
            for column in _NAMES
            if row.get(column)
        }
        self.codes = {name: code for code, name in enumerate(sorted(names), start=1)}
        self.names = {code: name for name, code in self.codes.items()}

    def _cell(self, column: str, text: str) -> int | None:
        if not text:
            return None
        if column in _NAMES:
            return self.codes[text]
        return _CELL[column](text) if column in _CELL else int(text)

    def payments(self) -> list[tuple[int | None, ...]]:
        """Rows of PAYMENT_COLUMNS; what is not drawn is settled rupiah by bank transfer."""
        return [self._payment(n, row) for n, row in enumerate(self._payments, start=1)]

    def _payment(self, number: int, drawn: Cells) -> tuple[int | None, ...]:
        t = epoch(drawn["t"])
        row: dict[str, int | None] = {
            "payment": number,
            "t": t,
            "day": (t + 7 * 3600) // 86_400,
            "currency": currency_code("IDR"),
            "amount_minor": int(drawn["amount_idr"]) * 100,
            "rail": 0,
            "status": status_code("settled"),
        }
        row.update({name: self._cell(name, text) for name, text in drawn.items() if name != "t"})
        return tuple(row.get(name) for name in PAYMENT_COLUMNS)

    def accounts(self) -> list[tuple[int | None, ...]]:
        """Rows of ACCOUNT_COLUMNS; `opened_on` is drawn as a date."""
        return self._rows(self._accounts, ACCOUNT_COLUMNS)

    def watchlist(self) -> list[tuple[int | None, ...]]:
        """Rows of WATCHED_COLUMNS; `released_on` and `expires_on` are drawn as dates."""
        return self._rows(self._watchlist, WATCHED_COLUMNS)

    def _rows(self, table: list[Cells], columns: Sequence[str]) -> list[tuple[int | None, ...]]:
        rows = []
        for drawn in table:
            named = {re.sub("_on$", "_day", name): text for name, text in drawn.items()}
            row = {name: self._cell(name, text) for name, text in named.items()}
            rows.append(tuple(row.get(name) for name in columns))
        return rows


def _load(engine: Engine, drawing: Drawing) -> None:
    engine.put("payments", PAYMENT_COLUMNS, drawing.payments())
    engine.put("accounts", ACCOUNT_COLUMNS, drawing.accounts())
    engine.put("watchlist", WATCHED_COLUMNS, drawing.watchlist())
    engine.put("zones", ("country", "place", "utc_offset"), zones.rows(set()))
    whole_time = [(0, 0, 2**40)]
    engine.put("months", ("month", "starts", "ends"), whole_time)
    prepare(engine)


def answer(engine: Engine, indicator: Indicator, example: Example) -> list[Cells]:
    """What the indicator answers to the example, drawn with the columns of `example.rows`."""
    drawing = Drawing(example)
    _load(engine, drawing)
    names = value_names(indicator)
    found = engine.rows(firing_sql(indicator, 1))
    return _drawn([dict(zip(FIRING_COLUMNS, row, strict=True)) for row in found], names, drawing)


def weighed(engine: Engine, one: Circumstance, example: Example) -> list[Cells]:
    """What the circumstance answers to the example, over a record of all its days; too little to
    tell is no row."""
    drawing = Drawing(example)
    _load(engine, drawing)
    records = [(code, 0, 0, 2**40) for name, code in drawing.codes.items() if name == "s"]
    engine.put("records", ("account", "month", "starts", "ends"), records)
    for table in ("unrelated", "payments"):
        engine.make(f"asked_{table}", f"select p.* from {table} as p")
    weighing.prepare(engine)
    return [
        {"account": drawing.names[account], "side": side, "part": str(part),
         "whole": str(whole), "points": str(told.points)}
        for account, _, side, part, whole in sorted(weighing.answers(engine, one))
        if (told := one.step(part, whole))
    ]  # fmt: skip


def _drawn(rows: Iterable[dict[str, int]], names: list[str], drawing: Drawing) -> list[Cells]:
    out = []
    for row in rows:
        cell = {"account": drawing.names[row["account"]], "at": wall_clock(row["moment"])}
        cell |= {name: _shown(name, row[f"v{i + 1}"]) for i, name in enumerate(names)}
        out.append(cell | {"weight": str(row["weight"])})
    return in_order(out)


def _shown(name: str, value: int) -> str:
    if name == "source":
        return WATCHLIST_SOURCES[value]
    if name.endswith("_day"):
        return (date(1970, 1, 1) + timedelta(days=value)).isoformat()
    return str(value)


def in_order(rows: Iterable[Cells]) -> list[Cells]:
    """Rows by account, moment and weight, as examples list them."""
    return sorted(rows, key=lambda row: (row["account"], row["at"], int(row["weight"])))


def expected(example: Example) -> list[Cells]:
    """The rows the example promises; an empty text promises none."""
    rows = cells(example.rows) if example.rows.strip() else []
    return in_order(rows) if rows and "at" in rows[0] else rows
