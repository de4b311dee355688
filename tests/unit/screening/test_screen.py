"""Asking few accounts must answer as asking all; months, zones and numbers in sentences."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jaga.errors import BadInput
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.ledger.tables import country_code
from jaga.screening import months, wording, zones
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.pack import DEFAULT, Pack
from jaga.screening.screen import screen
from jaga.world import WorldSpec, simulate


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder: Path = tmp_path_factory.mktemp("screen")
    simulate(WorldSpec(accounts=1_500, days=60, seed=5, prevalence=0.015), folder / "world")
    ledger = Ledger.open(folder / "ledger")
    ledger.read_accounts(folder / "world" / "accounts.csv", ReadOptions())
    ledger.read([folder / "world" / "payments.csv.gz"], ReadOptions())
    return ledger


def _screened(ledger: Ledger, pack: Pack = DEFAULT, **options):
    engine = DuckDBEngine(threads=1)
    try:
        return screen(ledger, engine, pack=pack, **options)
    finally:
        engine.close()


def test_asking_only_the_accounts_already_named_answers_the_same(ledger):
    """The shortcut of `ask`: with every indicator reading the whole ledger, nothing changes."""
    whole = {name: replace(i, whole_ledger=True) for name, i in DEFAULT.indicators.items()}
    without = _screened(ledger, Pack("whole", whole, DEFAULT.typologies))
    found = _screened(ledger)
    assert found.alerts == without.alerts
    assert len(found.alerts) > 10


def test_a_part_of_the_days_gives_that_part_of_the_alerts(ledger):
    february = _screened(ledger, since=date(2025, 2, 1))
    start = months.midnight(date(2025, 2, 1))
    whole = [a for a in _screened(ledger).alerts if a.first_fired_at >= start]
    assert {a.alert_id for a in february.alerts} == {a.alert_id for a in whole}
    assert {a.first_fired_at for a in february.alerts} == {a.first_fired_at for a in whole}


@pytest.mark.parametrize(
    ("since", "until"),
    [(date(2030, 1, 1), None), (None, date(2020, 1, 1)), (date(2025, 2, 2), date(2025, 2, 1))],
)
def test_days_outside_the_ledger_are_named(ledger, since, until):
    with pytest.raises(BadInput, match="2025-01-01"):
        _screened(ledger, since=since, until=until)


def test_an_empty_ledger_points_at_the_rejects(tmp_path):
    with pytest.raises(BadInput, match=r"rejects\.csv"):
        _screened(Ledger.open(tmp_path / "ledger"))


def test_months_meet_at_midnight_and_stop_at_the_last_day():
    found = months.rows(date(2025, 1, 15), date(2025, 3, 2))
    assert [row[0] for row in found] == [2025 * 12, 2025 * 12 + 1, 2025 * 12 + 2]
    assert all(a[2] == b[1] for a, b in zip(found, found[1:], strict=False))
    assert found[-1][2] == months.midnight(date(2025, 3, 3))


@pytest.mark.parametrize(
    ("country", "place", "hours"),
    [("ID", 31, 7), ("ID", 5171, 8), ("ID", 940101, 9), ("ID", -1, 7), ("AU", -1, 10)],
)
def test_it_is_night_where_the_holder_lives(country, place, hours):
    assert zones.utc_offset(country_code(country), place) == hours * 3600


def test_an_unlisted_country_has_no_night():
    assert zones.utc_offset(country_code("BR"), -1) is None


def test_amounts_are_written_as_each_language_writes_them():
    assert wording.rupiah(1_500_000, "id") == "Rp 1.500.000"
    assert wording.rupiah(1_500_000, "en") == "Rp 1,500,000"
