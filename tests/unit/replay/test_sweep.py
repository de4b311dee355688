"""A sweep from one screening: equal to screening again, and its rates by hand."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.small_country import build

from jaga.charts import curve_svg
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.screening.backtest import Label
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.model import Alert, Payment
from jaga.screening.pack import DEFAULT, read_pack
from jaga.screening.replay import told
from jaga.screening.replay.firsts import first_firings, medians
from jaga.screening.replay.sweep import ALL, Ground, at_percent, sweep
from jaga.screening.screen import Screened, screen
from jaga.screening.standing import Standing, lowered

DAY = 86_400
REGULATOR = Path(__file__).parents[3] / "docs" / "how-to" / "regulator-list.toml"
THRESHOLDS = {"a": 60, "b": 40}


def standing(typology: str, subject: str, points: int) -> Standing:
    threshold = THRESHOLDS[typology]
    return Standing(
        f"{typology}-{subject}", typology, 1, subject, 24_300, threshold, points, (), ((5, points),)
    )


FOUND = [
    standing("a", "x", 30),
    standing("a", "y", 60),
    standing("a", "z", 90),
    standing("b", "x", 40),
    standing("b", "w", 39),
]
LABELS = [Label("x", "k", "b", "payer", "k"), Label("w", "k", "b", "payer", "k")]


def test_a_sweep_counts_by_hand():
    steps = sweep(FOUND, THRESHOLDS, Ground(5_000, 2, LABELS), (50, 100, 150))
    rows = {(s.percent, s.typology): (s.threshold, s.alerts, s.accounts, s.kept) for s in steps}
    assert rows[50, ALL] == (None, 5, 4, 3)
    assert rows[100, ALL] == (None, 3, 3, 3)
    assert rows[150, ALL] == (None, 1, 1, 1)
    assert rows[50, "a"] == (30, 3, 3, 2)
    assert rows[150, "b"] == (60, 0, 0, 0)
    whole = {s.percent: s for s in steps if s.typology == ALL}
    assert whole[100].per_10000 == 3.0, "3 alerts, half of 10,000 accounts, two months"
    assert (whole[100].found, whole[100].positives) == (1, 2)
    assert (whole[50].found, whole[150].found) == (2, 0)


def test_without_labels_there_is_no_recall():
    steps = sweep(FOUND, THRESHOLDS, Ground(5_000, 1), (100,))
    assert all(s.found is None and s.positives is None for s in steps)
    assert not told.has_labels(steps)
    assert "still there" in told.sweep_words(steps).en


def test_the_chart_and_its_words_say_the_same_in_both_languages():
    steps = sweep(FOUND, THRESHOLDS, Ground(5_000, 1, LABELS))
    drawn = curve_svg(told.sweep_curve(steps, 20, "id"))
    assert drawn.startswith("<svg")
    for words in ("Akun berlabel yang ditemukan", "anggaran 20", "100 %"):
        assert words in drawn
    assert "<script" not in drawn
    assert "http:" not in drawn.replace("http://www.w3.org/", "")
    assert "6,0 per 10.000 rekening" in told.sweep_words(steps).id
    assert "6.0 per 10,000 accounts" in told.sweep_words(steps).en
    table = list(csv.DictReader(io.StringIO(told.sweep_csv(steps).decode())))
    assert len(table) == len(steps)
    assert {row["typology"] for row in table} == {ALL, "a", "b"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    folder = build(tmp_path_factory.mktemp("country"))
    ledger = Ledger.open(tmp_path_factory.mktemp("store") / "ledger")
    ledger.read_accounts(folder / "accounts.csv", ReadOptions())
    ledger.read([folder / "payments.csv.gz"], ReadOptions())
    return ledger


def _screened(ledger: Ledger, **options) -> Screened:
    engine = DuckDBEngine(threads=2)
    try:
        return screen(ledger, engine, **options)
    finally:
        engine.close()


@pytest.fixture(scope="module")
def once(ledger) -> Screened:
    return _screened(ledger)


@pytest.mark.slow
@pytest.mark.parametrize("percent", [60, 125])
def test_a_step_is_what_screening_again_gives(ledger, once, percent):
    """The real thing at two points: the same alerts, points and first moments."""
    again = _screened(ledger, pack=replace(lowered(DEFAULT, percent), near_percent=100))
    thresholds = {t.id: t.threshold for t in DEFAULT.typologies.values()}
    reached = at_percent(once.standings, thresholds, percent)
    least = {t.id: t.threshold for t in lowered(DEFAULT, percent).typologies.values()}
    by_sweep = {(s.alert_id, s.subject, s.first_at(least[s.typology])) for s in reached}
    assert by_sweep == {(a.alert_id, a.subject, a.first_fired_at) for a in again.alerts}
    assert len(by_sweep) > 0
    points = {s.alert_id: s.points for s in again.standings}
    assert points == {s.alert_id: s.points for s in reached}


@pytest.mark.slow
def test_keeping_standings_changes_no_alert(ledger, once):
    assert _screened(ledger).alerts == once.alerts
    assert {s.alert_id for s in once.standings if s.points >= s.threshold} == {
        a.alert_id for a in once.alerts
    }
    assert len(once.standings) > len(once.alerts)


@pytest.mark.slow
def test_fewer_days_tell_of_those_days_alone(ledger):
    since = date(2025, 1, 10)
    part = _screened(ledger, since=since)
    starts = 1_736_442_000  # 2025-01-10 in WIB
    assert all(at >= starts for s in part.standings for at, _, _ in s.climb)


def _alert(subject: str, first: int, times: list[int]) -> Alert:
    paid = [
        Payment(f"k{t}", t, subject, "y", 1, 100, "IDR", "bank_transfer", None, None, None)
        for t in times
    ]
    return Alert(
        f"id-{subject}-{first}", "a", 1, subject, "payer", "suspicion", times[0], times[-1], first,
        60, 60, (), tuple(paid),
    )  # fmt: skip


def test_payments_and_days_up_to_the_first_firing():
    alert = _alert("x", 3 * DAY, [DAY, 3 * DAY, 3 * DAY + 1])
    labels = [Label("x", f"l{n}", "a", "payer", "l1") for n in (1, 2, 3)]
    booked = {"l1": DAY - 1, "l2": 3 * DAY, "l3": 9 * DAY}
    (one,) = first_firings([alert], labels, booked)
    assert (one.payments, one.all_payments, one.capped) == (2, 3, False)
    assert (one.labelled, one.days) == (2, 2)
    (bare,) = first_firings([replace(alert, subject="stranger")], labels, booked)
    assert (bare.labelled, bare.days) == (None, None)


def test_medians_take_each_account_once_by_its_earliest_alert():
    alerts = [_alert("x", 9 * DAY, [DAY]), _alert("x", 2 * DAY, [DAY]), _alert("y", 8 * DAY, [DAY])]
    labels = [Label("x", "l1", "a", "payer", "l1"), Label("y", "l2", "a", "payer", "l2")]
    found = medians(first_firings(alerts, labels, {"l1": DAY, "l2": 2 * DAY}))
    assert (found.accounts, found.payments, found.days) == (2, 1, 3.5)


def test_no_label_no_median():
    assert medians(first_firings([_alert("x", DAY, [DAY])])).days is None


@pytest.mark.slow
def test_a_regulators_list_is_what_a_run_asks(ledger):
    """What the list switches off answers nowhere, and its bands and shares are what weighs."""
    pack = read_pack(REGULATOR)
    found = _screened(ledger, pack=replace(pack, near_percent=1))
    assert found.alerts
    assert "prolific_small_payer" not in {s.typology for s in found.standings}
    answered = {name for s in found.standings for name in s.weights()}
    assert "payer_rail_switch" not in answered
    many = [s for s in found.standings if s.typology == "payer_many_receivers"]
    assert {s.weights()["payer_several_receivers"] for s in many} <= {14, 24, 40}
    assert not any("payer_round_amounts" in s.weights() for s in many)
    told = {r.indicator for a in found.alerts for r in a.reasons}
    assert "payer_rail_switch" not in told, "not asked is not the same as could not tell"
