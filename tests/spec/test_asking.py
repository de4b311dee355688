"""What lets most accounts go unasked must change no answer: counts, narrowing and look-back.

Every worked example is held against it, and the examples stand on every boundary.
"""

from dataclasses import replace

import pytest
from tests.gathered import Gathered

from jaga.screening import ask, bounds, standing
from jaga.screening.engines.base import PAYMENT_COLUMNS
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.indicators import INDICATORS
from jaga.screening.measure import firing_sql
from jaga.screening.model import Bound
from jaga.screening.pack import DEFAULT
from jaga.screening.steps import ASKED, touched

DAY = 86_400
ALL = "select account from asked"
EVERY_INDICATOR = pytest.mark.parametrize("indicator", INDICATORS.values(), ids=INDICATORS.keys())
GATHERED = Gathered(INDICATORS.values())
NUMBERED = {id_: (n, one) for n, (id_, one) in enumerate(INDICATORS.items(), start=1)}


@pytest.fixture(scope="module")
def engine():
    engine = DuckDBEngine(threads=1)
    GATHERED.load(engine)
    bounds.make(engine, NUMBERED, 2**33)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def answers(engine):
    return {id_: GATHERED.answers(engine, one) for id_, one in INDICATORS.items()}


def _above(engine, indicator):
    """Answers that weigh more than the counts of `bounds` allow."""
    weight = bounds.weight_sql(NUMBERED, indicator.id)
    return engine.rows(
        f"select a.account from ({firing_sql(indicator, 1)}) as a "
        f"left join bounds as b on b.account = a.account where a.weight > {weight}"
    )


@pytest.fixture(scope="module")
def counted(engine):
    """`bounds` over the whole time that the examples span."""
    every = {id_: (n, replace(one, lookback_days=2**16)) for id_, (n, one) in NUMBERED.items()}
    bounds.make(engine, every, 0)
    return engine


@EVERY_INDICATOR
def test_no_answer_is_above_its_bound(counted, answers, indicator):
    assert answers[indicator.id]
    assert _above(counted, indicator) == []


def test_a_bound_that_says_too_little_is_seen(engine):
    """So that the test above does not pass because bounds are never near."""
    wrong = Bound("debtor", "payments", "amount_idr < $max_amount_idr - 599999")
    indicator = replace(INDICATORS["payer_prolific_small"], bounds=(wrong,), lookback_days=2**16)
    one = {indicator.id: (1, indicator)}
    engine.make("kept", "select * from bounds")
    bounds.make(engine, one, 0)
    above = engine.rows(
        f"select a.account from ({firing_sql(indicator, 1)}) as a left join bounds as b "
        f"on b.account = a.account where a.weight > {bounds.weight_sql(one, indicator.id)}"
    )
    engine.make("bounds", "select * from kept")
    assert above


@EVERY_INDICATOR
def test_asked_alone_an_account_gets_the_same_answer(engine, answers, indicator):
    """Only those who answered are asked; the others' payments are seen where they meet them."""
    accounts = sorted({row[1] for row in answers[indicator.id]})
    engine.put("asked", ("account", "typology"), [(account, 0) for account in accounts])
    columns = ", ".join(f"p.{name}" for name in PAYMENT_COLUMNS)
    for table, text in ASKED.items():
        engine.make(f"asked_{table}", text.format(columns=columns, touched=touched(ALL, ALL)))
    rows = engine.rows(firing_sql(indicator, 1, "select account from asked"))
    assert sorted(rows, key=str) == answers[indicator.id]


def _loaded_anew(engine, indicator, rows, days):
    """One copy of the example for each answer, holding only the days that a run would load."""
    moments = []
    for place, (id_, _) in enumerate(GATHERED.examples, start=1):
        mine = [row for row in rows if id_ == indicator.id and row[1] // 1000 == place]
        moments += [(place, row) for row in mine]
    seen = Gathered([])
    seen.examples = [GATHERED.examples[place - 1] for place, _ in moments]
    seen._drawn = [
        _Short(GATHERED._drawn[place - 1], (row[4] + 7 * 3600) // DAY - days, days)
        for place, row in moments
    ]
    seen.load(engine)
    return moments, engine.rows(firing_sql(indicator, 1))


class _Short:
    """A drawing without the payments before a day, or after so many more: runs load days."""

    def __init__(self, drawing, since_day, days):
        self._drawing, self._since, self._until = drawing, since_day, since_day + days
        self.accounts, self.watchlist = drawing.accounts, drawing.watchlist

    def payments(self):
        day = PAYMENT_COLUMNS.index("day")
        rows = self._drawing.payments()
        return [row for row in rows if self._since <= row[day] <= self._until]


def _missing(indicator, rows, days):
    """Answers that are not given again when only `days` before their day are loaded."""
    engine = DuckDBEngine(threads=1)
    try:
        moments, found = _loaded_anew(engine, indicator, rows, days)
    finally:
        engine.close()
    again = {(row[1] // 1000, row[1] % 1000, *row[2:]) for row in found}
    return [
        row for n, (_, row) in enumerate(moments, start=1)
        if (n, row[1] % 1000, *row[2:]) not in again
    ]  # fmt: skip


@EVERY_INDICATOR
def test_the_declared_look_back_is_enough(answers, indicator):
    own = [row for row in answers[indicator.id] if _is_own(indicator, row)]
    assert own
    assert _missing(indicator, own, indicator.lookback_days) == []


@pytest.mark.parametrize(
    "id_", ["payer_several_receivers", "receiver_many_senders", "payer_night_payments"]
)
def test_one_day_less_is_too_little(answers, id_):
    indicator = INDICATORS[id_]
    own = [row for row in answers[id_] if _is_own(indicator, row)]
    assert _missing(indicator, own, indicator.lookback_days - 1)


def _is_own(indicator, row):
    return GATHERED.examples[row[1] // 1000 - 1][0] == indicator.id


def test_history_that_is_asked_for_is_loaded():
    longest = DEFAULT.lookback_days
    assert all(one.history_days <= longest for one in INDICATORS.values())
    assert all(one.evidence.days <= longest for one in INDICATORS.values())


def test_leaving_out_by_counts_leaves_the_firings_as_they_are(engine):
    """The run's own asking, with and without bounds, on everything the examples hold."""
    engine.put("months", ("month", "starts", "ends"), [(0, 0, 2**40)])
    pack = standing.lowered(DEFAULT, 30)
    free = {id_: replace(one, bounds=()) for id_, one in pack.indicators.items()}
    quiet = lambda *_: None  # noqa: E731
    asked = ask.firings(engine, pack, quiet)
    assert asked
    assert asked == ask.firings(engine, replace(pack, indicators=free), quiet)
