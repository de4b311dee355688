"""A country makes no question fire: not in a payment, not in an account, not by crossing."""

from itertools import cycle

import pytest

from jaga.ledger.tables import country_code
from jaga.screening import zones
from jaga.screening.engines.base import ACCOUNT_COLUMNS, PAYMENT_COLUMNS
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.examples import WATCHED_COLUMNS, Drawing
from jaga.screening.indicators import INDICATORS
from jaga.screening.measure import firing_sql
from jaga.screening.steps import prepare

CORRIDORS = [("AU", "ID"), ("ID", "PH"), ("US", "NL"), ("ID", "ID"), ("GB", "TH")]
"""Pairs of countries of different hours, written over the payments of an example in turn."""

SAME_CLOCK = ["ID", "TH", "VN", "KH"]
"""Countries seven hours east of Greenwich: a question about the hour cannot tell them apart."""


@pytest.fixture(scope="module")
def engine():
    engine = DuckDBEngine(threads=1)
    yield engine
    engine.close()


def _written(columns, rows, **values):
    """The rows with the named columns replaced, row by row, from endless iterators."""
    places = {columns.index(name): value for name, value in values.items()}
    return [
        tuple(next(places[n]) if n in places else cell for n, cell in enumerate(row))
        for row in rows
    ]


def _answer(engine, indicator, example, payments, accounts):
    drawing = Drawing(example)
    engine.put("payments", PAYMENT_COLUMNS, payments)
    engine.put("accounts", ACCOUNT_COLUMNS, accounts)
    engine.put("watchlist", WATCHED_COLUMNS, drawing.watchlist())
    engine.put("zones", ("country", "place", "utc_offset"), zones.rows(set()))
    engine.put("months", ("month", "starts", "ends"), [(0, 0, 2**40)])
    prepare(engine)
    return sorted(engine.rows(firing_sql(indicator, 1)))


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=INDICATORS.keys())
def test_countries_change_no_answer(engine, indicator):
    asks_the_hour = "_clock" in indicator.sql
    pairs = [(a, b) for a in SAME_CLOCK for b in SAME_CLOCK] if asks_the_hour else CORRIDORS
    for example in indicator.examples:
        drawing = Drawing(example)
        payments, accounts = drawing.payments(), drawing.accounts()
        plain = _answer(engine, indicator, example, payments, accounts)
        here = cycle(country_code(a) for a, _ in pairs)
        there = cycle(country_code(b) for _, b in pairs)
        home = cycle(country_code(a) for a, _ in pairs)
        if asks_the_hour:
            if "country" not in example.accounts:
                continue
            moved = payments
        else:
            moved = _written(PAYMENT_COLUMNS, payments, debtor_country=here, creditor_country=there)
        settled = _written(ACCOUNT_COLUMNS, accounts, country=home)
        if asks_the_hour and any(row[ACCOUNT_COLUMNS.index("place")] for row in accounts):
            settled = accounts
        assert _answer(engine, indicator, example, moved, settled) == plain, example.name
