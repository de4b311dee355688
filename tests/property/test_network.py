"""Money paths against brute force: time order, nesting, and one answer from any engine or split."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.screening.network.made import Pay, network, ties, tokens

from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.ledger.tables import currency_code, holder_kind_code
from jaga.screening.engines.base import ACCOUNT_COLUMNS, PAYMENT_COLUMNS
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.network.asking import STATEMENTS, LedgerSource
from jaga.screening.network.build import Alerted, networks
from jaga.screening.network.files import graphml, nodes_csv
from jaga.screening.network.follow import follow_one
from jaga.screening.network.model import Holder, Limits, Network, Seed
from jaga.screening.network.spans import merged, without
from jaga.screening.network.subject import RunFolder
from jaga.screening.sql import faults

HOUR = 3600
NAMES = [f"a{n}" for n in range(9)]
payments = st.lists(
    st.builds(
        Pay, st.integers(0, 12).map(lambda h: h * HOUR), st.sampled_from(NAMES),
        st.sampled_from(NAMES), st.integers(1, 5).map(lambda n: n * 1000),
    ),
    min_size=1, max_size=40,
)  # fmt: skip
limits = st.builds(
    Limits, hops=st.integers(1, 4), hop_hours=st.integers(1, 6), max_nodes=st.integers(2, 10),
    hub_ties=st.integers(1, 5),
)  # fmt: skip
WIDE = Limits(hops=3, hop_hours=4, max_nodes=1000, hub_ties=1000)


def paths(rows: list[Pay], subject: str, hops: int, window: int) -> Iterator[tuple[Pay, ...]]:
    """Every path out of the subject that goes forward in time, one payment after another."""
    going: list[tuple[Pay, ...]] = [(one,) for one in rows if one.debtor == subject]
    for _ in range(hops):
        yield from going
        going = [
            (*path, one)
            for path in going
            for one in rows
            if one.debtor == path[-1].creditor and 0 <= one.t - path[-1].t <= window * HOUR
        ]


def _with_subject(rows: list[Pay]) -> list[Pay]:
    real = [one for one in rows if one.debtor != one.creditor]
    return [*real, Pay(0, "a0", "a1", 1000)]


@settings(max_examples=60, deadline=None)
@given(payments)
def test_a_tie_is_shown_exactly_when_some_path_in_time_order_holds_it(rows):
    rows = _with_subject(rows)
    turned = [Pay(12 * HOUR - one.t, one.creditor, one.debtor) for one in rows]
    out = {(p.debtor, p.creditor) for path in paths(rows, "a0", 3, 4) for p in path}
    back = {(p.creditor, p.debtor) for path in paths(turned, "a0", 3, 4) for p in path}
    assert ties(network(rows, "a0", WIDE)) == out | back
    for path in paths(rows, "a0", 3, 4):
        assert all(one.t <= other.t for one, other in pairwise(path))


@settings(max_examples=60, deadline=None)
@given(payments, limits)
def test_k_hops_lie_within_k_plus_one(rows, limit):
    rows = _with_subject(rows)
    near, far = (network(rows, "a0", replace(limit, hops=h)) for h in (limit.hops, limit.hops + 1))
    assert tokens(near) <= tokens(far)
    assert ties(near) <= ties(far)
    assert len(far.parties) <= limit.max_nodes


@pytest.fixture(scope="module")
def engine():
    made = DuckDBEngine(threads=1)
    yield made
    made.close()


def loaded(engine: DuckDBEngine, rows: list[Pay], order: list[str], kinds: dict[str, int]):
    """The payments in an engine, accounts coded in `order`."""
    codes = {name: 7 * place + 3 for place, name in enumerate(order)}
    blank = dict.fromkeys(PAYMENT_COLUMNS)
    lines = [
        {**blank, "payment": n, "t": p.t, "debtor": codes[p.debtor], "creditor": codes[p.creditor],
         "amount_idr": p.amount_idr, "currency": currency_code("IDR"), "status": 0}
        for n, p in enumerate(rows)
    ]  # fmt: skip
    lines.append({**lines[0], "payment": len(rows), "status": 1})
    engine.put("payments", PAYMENT_COLUMNS, [tuple(line.values()) for line in lines])
    known = [
        {**dict.fromkeys(ACCOUNT_COLUMNS), "account": codes[n], "holder_kind": kind}
        for n, kind in kinds.items()
    ]
    engine.put("accounts", ACCOUNT_COLUMNS, [tuple(line.values()) for line in known])
    names = {code: name for name, code in codes.items()}
    return codes, LedgerSource(engine, lambda wanted: {c: names[c] for c in wanted})


@settings(max_examples=25, deadline=None)
@given(payments, limits, st.permutations(NAMES))
def test_house_sql_answers_as_the_plain_reading_does_whatever_the_codes(engine, rows, limit, order):
    rows = _with_subject(rows)
    kinds = {"a3": holder_kind_code("business")}
    codes, source = loaded(engine, rows, list(order), kinds)
    seed = Seed(codes["a0"], min(p.t for p in rows), max(p.t for p in rows))
    asked = networks(source, [seed, seed], limit, Alerted())
    plain = network(rows, "a0", limit, {"a3": Holder("business")})
    assert asked == [plain, plain]


def test_every_statement_is_house_sql():
    assert [faults(text) for text in STATEMENTS] == [[] for _ in STATEMENTS]


def _drawn(found: Network) -> tuple[bytes, bytes]:
    return nodes_csv(found), graphml(found)


def test_the_same_files_however_the_ledger_was_split(tmp_path):
    rows = [
        f"p{n},2025-01-{1 + n % 9:02}T0{n % 10}:00:00+07:00,{1000 + n % 4},IDR,bank_transfer,"
        f"a{n * 7 % 11},a{n * 5 % 13 + 1}"
        for n in range(120)
    ]
    header = "payment_id,booked_at,amount,currency,rail,debtor_account,creditor_account"
    drawn = set()
    for parts in (1, 3):
        folder = tmp_path / str(parts)
        folder.mkdir()
        ledger = Ledger.open(folder / "ledger")
        for part in range(parts):
            file = folder / f"{part}.csv"
            file.write_text("\n".join([header, *rows[part::parts][:: 1 - 2 * (part % 2)]]) + "\n")
            ledger.read([file], ReadOptions())
        engine = DuckDBEngine(threads=parts)
        found = follow_one(RunFolder(folder, {}, (), ledger), engine, "a7", Limits(max_nodes=9))
        engine.close()
        assert len(found.parties) == 9
        drawn.add(_drawn(found))
    assert len(drawn) == 1


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6)


def _seconds(stretches) -> set[int]:
    return {second for starts, ends in stretches for second in range(starts, ends + 1)}


@given(spans, spans)
def test_stretches_hold_the_seconds_they_should(one, two):
    assert _seconds(merged(one)) == _seconds(one)
    assert _seconds(without(merged(one), merged(two))) == _seconds(one) - _seconds(two)
