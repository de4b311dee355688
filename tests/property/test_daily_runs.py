"""Daily runs, put together, are the run over everything: the same bytes."""

import csv
import json
from datetime import date, datetime, timedelta
from hashlib import sha256

import pytest
from tests.small_country import RESULTS, rows_of, write

from jaga.errors import BadInput, Refused
from jaga.line import Job, run
from jaga.screening.combined import combine
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.examples import WIB
from jaga.screening.pack import DEFAULT
from jaga.world.simulate import simulate
from jaga.world.spec import WorldSpec

pytestmark = pytest.mark.slow

FIRST, DAYS = date(2025, 1, 1), 70
FILES = (*RESULTS, "standings.parquet")
BETWEEN = (date(2025, 1, 20), date(2025, 2, 14))
"""Days in mid-month that are screened too, as every day would be; their runs are replaced."""


def _job(sources, out, ledger, accounts, **days):
    return Job(sources, out, accounts=accounts, ledger=ledger, **days)


def _run(job, pack=DEFAULT):
    engine = DuckDBEngine(threads=2)
    try:
        return run(Job(**{**vars(job), "pack": pack}), engine, lambda *_: None)
    finally:
        engine.close()


def _hashes(folder):
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in FILES}


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    folder = tmp_path_factory.mktemp("country")
    spec = WorldSpec(accounts=700, days=DAYS, seed=11, prevalence=0.02, look_alike_ratio=10)
    simulate(spec, folder, "csv.gz")
    return folder


@pytest.fixture(scope="module")
def by_day(country):
    """The payments as one file for each booking day (WIB)."""
    header, *rows = rows_of(country / "payments.csv.gz")
    place = header.index("booked_at")
    days = {}
    for row in rows:
        booked = datetime.fromisoformat(row[place]).astimezone(WIB).date()
        days.setdefault(booked, []).append(row)
    return {day: write(country / f"day-{day}.csv", header, rows) for day, rows in days.items()}


@pytest.fixture(scope="module")
def whole(country):
    out = country / "whole"
    finished = _run(_job([country / "payments.csv.gz"], out, None, country / "accounts.csv"))
    months = {alert.first_fired_at // (30 * 86_400) for alert in finished.screened.alerts}
    assert len(months) >= 3
    return _hashes(out)


def _ends():
    """The last day of each month that the country has, and days between."""
    last = FIRST + timedelta(days=DAYS - 1)
    days = (FIRST + timedelta(days=n) for n in range(DAYS))
    final = [d for d in days if (d + timedelta(days=1)).day == 1 or d == last]
    return sorted({*final, *BETWEEN})


def _daily(country, by_day, folder, pack=DEFAULT):
    """Read each day's file as it comes; screen at some days in mid-month and at month ends."""
    ledger, waiting, runs = folder / "ledger", [], []
    ends = _ends()
    for day in sorted(by_day):
        waiting.append(by_day[day])
        if day in ends:
            out = folder / day.isoformat()
            job = _job(
                waiting, out, ledger, country / "accounts.csv", since=day.replace(day=1), until=day
            )
            _run(job, pack)
            runs.append(out)
            waiting = []
    return runs


@pytest.fixture(scope="module")
def daily(country, by_day, tmp_path_factory):
    return _daily(country, by_day, tmp_path_factory.mktemp("daily"))


def test_the_last_runs_of_the_months_are_the_run_over_everything(daily, whole, tmp_path):
    manifest = combine(daily, tmp_path / "all")
    assert len(manifest["combined"]) == 3
    assert _hashes(tmp_path / "all") == whole
    told = json.loads((tmp_path / "all" / "manifest.json").read_text())
    assert told["counts"]["alerts"] == len(_alerts(tmp_path / "all"))
    assert (told["since"], told["until"]) == ("2025-01-01", "2025-03-11")


def _alerts(folder):
    with (folder / "alerts.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def test_an_alert_in_mid_month_keeps_its_name_and_only_gains(daily):
    early, later = ({a["alert_id"]: a for a in _alerts(run)} for run in daily[:2])
    assert early
    assert early.keys() <= later.keys()
    for id_, alert in early.items():
        assert alert["first_fired_at"] == later[id_]["first_fired_at"]


def test_a_look_back_declared_too_short_is_seen(country, by_day, whole, tmp_path):
    """So that equal bytes above do not come from a look-back that nothing needs."""
    short = {
        id_: type(one)(**{**vars(one), "lookback_days": 3})
        for id_, one in DEFAULT.indicators.items()
    }
    pack = type(DEFAULT)(**{**vars(DEFAULT), "indicators": short})
    assert max(one.evidence.days for one in short.values()) > 3
    short = {
        id_: type(one)(
            **{**vars(one), "evidence": type(one.evidence)(**{**vars(one.evidence), "days": 3})}
        )
        for id_, one in short.items()
    }
    pack = type(DEFAULT)(**{**vars(DEFAULT), "indicators": short})
    runs = _daily(country, by_day, tmp_path, pack)
    combine(runs, tmp_path / "all")
    full = tmp_path / "full"
    _run(_job([country / "payments.csv.gz"], full, None, country / "accounts.csv"), pack)
    assert _hashes(tmp_path / "all")["alerts.csv"] != _hashes(full)["alerts.csv"]


def test_late_rows_are_taken_in_by_running_the_touched_months_again(
    country, by_day, whole, tmp_path
):
    """A file of January that comes in March: January and what looks back to it run again."""
    late = date(2025, 1, 17)
    on_time = {day: file for day, file in by_day.items() if day != late}
    runs = _daily(country, on_time, tmp_path)
    combine(runs, tmp_path / "without")
    assert _hashes(tmp_path / "without") != whole
    again = []
    for day in (day for day in _ends() if day not in BETWEEN):
        out = tmp_path / f"again-{day}"
        job = _job(
            [by_day[late]], out, tmp_path / "ledger", country / "accounts.csv",
            since=day.replace(day=1), until=day,
        )  # fmt: skip
        _run(job)
        again.append(out)
    combine([*runs, *again], tmp_path / "all")
    assert _hashes(tmp_path / "all") == whole


def test_runs_that_do_not_belong_together_are_refused(daily, country, tmp_path):
    two_months = tmp_path / "two"
    ledger = daily[0].parent / "ledger"
    source = [country / "payments.csv.gz"]
    days = {"since": date(2025, 1, 1), "until": date(2025, 2, 28)}
    _run(_job(source, two_months, ledger, country / "accounts.csv", **days))
    with pytest.raises(Refused, match="one month"):
        combine([two_months], tmp_path / "out")
    with pytest.raises(BadInput, match="finished"):
        combine([tmp_path / "nothing"], tmp_path / "out")
