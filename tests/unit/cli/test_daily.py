"""`--day` and `jaga combine`, through the real process, on a small invented country."""

import json

import pytest
from tests.process import jaga
from tests.small_country import build

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    folder = build(tmp_path_factory.mktemp("country"), 500)
    ended = jaga(
        "screen", "payments.csv.gz", "--accounts", "accounts.csv", "--ledger", "ledger",
        "--day", "2025-01-30", "--out", "run", folder=folder,
    )  # fmt: skip
    assert ended.code == 0, ended.complained
    return folder


def test_a_daily_run_screens_its_month_so_far(country):
    told = json.loads((country / "run" / "manifest.json").read_text())
    assert (told["since"], told["until"]) == ("2025-01-01", "2025-01-30")


def test_one_month_combined_is_that_month(country):
    ended = jaga("combine", "run", "--out", "all", folder=country, language="en")
    assert ended.code == 0, ended.complained
    assert "alerts from 1 months." in ended.said
    for name in ("alerts.csv", "evidence.parquet"):
        assert (country / "all" / name).read_bytes() == (country / "run" / name).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["combine", "accounts.csv", "--out", "x"], 3, "no folder of a finished"),
        (["screen", "p", "--out", "x", "--day", "2025-01-30", "--since", "2025-01-01"], 2, "both"),
        (["screen", "p", "--out", "x", "--day", "yesterday"], 2, "--day"),
        (["screen", "p", "--out", "x", "--spark-master", "yarn"], 2, "--engine spark"),
    ],
)
def test_what_does_not_fit_is_told(country, arguments, code, said):
    ended = jaga(*arguments, folder=country, language="en")
    assert ended.code == code
    assert said in ended.complained
    assert "Traceback" not in ended.complained
