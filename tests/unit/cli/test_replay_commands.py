"""`jaga backtest` over history: another pack, a sweep, and a run made again."""

import csv
import json

import pytest
from tests.process import jaga
from tests.small_country import build

from jaga.screening.pack import DEFAULT
from jaga.screening.standing import scaled

pytestmark = pytest.mark.slow

PACK = f"""
name = "lebih-rendah"
[typologies.payer_many_receivers]
threshold = {scaled(DEFAULT.typologies["payer_many_receivers"].threshold, 60)}
"""


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    return build(tmp_path_factory.mktemp("country"))


def test_a_pack_against_the_default_with_a_sweep(tmp_path, country):
    (tmp_path / "pack.toml").write_text(PACK, encoding="utf-8")
    words = (
        "backtest", country, "--labels", country / "labels.csv", "--parameters", "pack.toml",
        "--baseline", "default", "--sweep", "--out", "out", "--json",
    )  # fmt: skip
    ended = jaga(*words, folder=tmp_path)
    assert ended.code == 0, ended.complained
    told = json.loads(ended.said)
    compared = told["comparison"]
    assert compared["baseline"] == "default"
    assert compared["gained"]
    assert compared["lost"] == []
    assert told["alerts"] == compared["kept"] + len(compared["gained"])
    assert {step["percent"] for step in told["sweep"]} == set(range(50, 151, 5))
    assert len(told["first_firings"]) == told["alerts"]
    assert "recall" in told["all"], "the scorecard stays where programs read it"
    with (tmp_path / "out" / "changes.csv").open(encoding="utf-8") as file:
        assert [row["kind"] for row in csv.DictReader(file)] == ["gained"] * len(compared["gained"])
    assert (tmp_path / "out" / "sweep.svg").read_text(encoding="utf-8").startswith("<svg")
    _again(tmp_path, country, told["alerts"])


def _again(folder, country, alerts):
    """The run that a backtest keeps is one that can be made again; and changed, it is found."""
    words = ("backtest", country, "--reproduce", "out/run/manifest.json")
    ended = jaga(*words, folder=folder)
    assert ended.code == 0, ended.said
    assert f"The same: {alerts} alerts" in ended.said
    with (folder / "out" / "run" / "alerts.csv").open("a", encoding="utf-8") as file:
        file.write("x\n")
    ended = jaga(*words, "--json", folder=folder)
    assert ended.code == 5
    assert json.loads(ended.said)["same"] is False


def test_a_range_of_days_in_words_without_labels(tmp_path, country):
    words = ("backtest", country, "--since", "2025-01-05", "--until", "2025-01-25", "--sweep")
    ended = jaga(*words, folder=tmp_path, language="id")
    assert ended.code == 0, ended.complained
    assert "2025-01-05 sampai 2025-01-25" in ended.said
    assert "Pada ambang 50 %" in ended.said
    assert not [p for p in tmp_path.iterdir() if p.is_dir()], "without --out nothing is left behind"


def test_a_kept_ledger_answers_again_without_reading(tmp_path, country):
    words = ("backtest", country, "--ledger", "store", "--json")
    told = [json.loads(jaga(*words, folder=tmp_path).said) for _ in range(2)]
    assert told[0] == told[1]
    assert told[0]["alerts"] > 0
    assert (tmp_path / "store" / "manifest.json").exists()


def test_numbers_beside_a_manifest_are_refused(tmp_path, country):
    words = ("backtest", country, "--reproduce", "m.json", "--since", "2025-01-05")
    ended = jaga(*words, folder=tmp_path)
    assert ended.code == 2
    assert "--parameters" in ended.complained


def test_a_baseline_that_is_no_run_says_what_to_do(tmp_path, country):
    (tmp_path / "empty").mkdir()
    ended = jaga("backtest", country, "--baseline", "empty", folder=tmp_path)
    assert ended.code == 3
    assert "manifest.json" in ended.complained
