"""The commands beside `screen`, through the real process, on a small invented country."""

import csv
import json
import re

import pyarrow.parquet as pq
import pytest
from tests.process import jaga
from tests.small_country import build, rows_of, write

from jaga.screening.circumstances import CIRCUMSTANCES
from jaga.screening.indicators import INDICATORS
from jaga.screening.typologies import TYPOLOGIES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    return build(tmp_path_factory.mktemp("country"))


def test_indicators_lists_every_question_with_its_source(tmp_path):
    ended = jaga("indicators", folder=tmp_path)
    assert ended.code == 0, ended.complained
    for name in (*INDICATORS, *TYPOLOGIES):
        assert name in ended.said
    assert INDICATORS["payer_several_receivers"].sources[0].publisher in ended.said


@pytest.mark.parametrize(("language", "word"), [("id", "contoh"), ("en", "examples")])
def test_indicators_check_answers_every_example(tmp_path, language, word):
    ended = jaga("indicators", "--check", folder=tmp_path, language=language)
    assert ended.code == 0, ended.said
    asked = (*INDICATORS.values(), *CIRCUMSTANCES.values())
    examples = sum(len(one.examples) for one in asked)
    first, *typologies = ended.said.splitlines()
    assert f"{examples} {word}" in first
    assert [line.split()[0] for line in typologies] == list(TYPOLOGIES)


def test_check_finds_this_installation_sound(tmp_path):
    ended = jaga("check", folder=tmp_path)
    assert ended.code == 0, ended.said
    assert f"{len(INDICATORS)} indicators" in ended.said
    assert "✗" not in ended.said


def test_trace_shows_rows_and_columns_at_each_door(tmp_path, country):
    ended = jaga("trace", country, folder=tmp_path)
    assert ended.code == 0, ended.complained
    rows = len(rows_of(country / "payments.csv.gz")) - 1
    assert f"{rows} = {rows} + 0" in ended.said
    for door in ("2 ledger", "3 alerts", "4 evidence payments", "5 figures that may leave"):
        assert door in ended.said
    assert "amount_idr int64" in ended.said
    assert not list(tmp_path.glob("*.parquet"))


def test_simulate_tells_what_it_wrote(tmp_path):
    words = ("simulate", "--accounts", 500, "--days", 14, "--seed", 3, "--out", "w")
    ended = jaga(*words, folder=tmp_path)
    assert ended.code == 0, ended.complained
    assert f"{len(rows_of(tmp_path / 'w' / 'payments.csv.gz')) - 1:,}" in ended.said


def test_simulate_refuses_a_country_it_cannot_draw(tmp_path):
    words = ("simulate", "--accounts", 3, "--days", 14, "--seed", 3, "--out", "w")
    ended = jaga(*words, folder=tmp_path)
    assert ended.code == 2
    assert "--accounts" in ended.complained
    assert not (tmp_path / "w").exists()


def test_simulate_does_not_write_into_a_file(tmp_path):
    (tmp_path / "w").touch()
    words = ("simulate", "--accounts", 500, "--days", 14, "--seed", 3, "--out", "w")
    ended = jaga(*words, folder=tmp_path)
    assert ended.code == 3
    assert "--out" in ended.complained


def test_backtest_prints_a_scorecard_a_program_can_read(tmp_path, country):
    words = ("backtest", country, "--labels", country / "labels.csv", "--json")
    ended = jaga(*words, folder=tmp_path)
    assert ended.code == 0, ended.complained
    card = json.loads(ended.said)
    assert {"all", "typologies", "active_accounts", "config_sha256",
            "budget_per_10000_accounts_per_month"} <= set(card)  # fmt: skip
    assert set(card["typologies"]) == set(TYPOLOGIES)
    for line in (card["all"], *card["typologies"].values()):
        for rate in ("recall", "recall_own", "precision"):
            one = line[rate]
            assert one["of"] == 0 or one["low"] <= one["value"] <= one["high"]
    assert card["all"]["positives"] == sum(
        line["positives"] for line in card["typologies"].values()
    )
    assert card["all"]["positives"] == 12


def test_backtest_prints_a_scorecard_a_person_can_read(tmp_path, country):
    words = ("backtest", country, "--labels", country / "labels.csv")
    ended = jaga(*words, folder=tmp_path, language="id")
    assert ended.code == 0, ended.complained
    for word in ("Tipologi", "Ketepatan", "Semua", "Anggaran: 20"):
        assert word in ended.said


def test_backtest_without_labels_says_what_to_do(tmp_path, country):
    ended = jaga("backtest", country, "--labels", "no.csv", folder=tmp_path)
    assert ended.code == 3
    assert "labels" in ended.complained
    assert "Traceback" not in ended.complained


PLAIN = re.compile(rb"7401992200\d{6}|inv-[a-z]\d{6}")
"""Account numbers as this test writes them, and devices, phones, addresses and people."""


@pytest.fixture(scope="module")
def numbered(country, tmp_path_factory):
    """The country with account numbers of sixteen digits, and rows that are rejected."""
    folder = tmp_path_factory.mktemp("numbered")

    def renamed(rows):
        return [[re.sub(r"^inv-a(\d{6})$", r"7401992200\1", cell) for cell in row] for row in rows]

    for name in ("payments.csv.gz", "accounts.csv"):
        header, *rows = renamed(rows_of(country / name))
        column = "amount" if "amount" in header else "birth_year"
        for row in rows[:5]:
            row[header.index(column)] = "7401992200999999"
        for row in rows[5:10]:
            row[0] = ""
        write(folder / name, header, rows)
    return folder


def _run_keyed(folder, numbered, *more):
    (folder / "key").write_text("k" * 40)
    words = ("screen", numbered / "payments.csv.gz", "--accounts", numbered / "accounts.csv")
    ended = jaga(*words, "--out", "out", "--token-key", "key", *more, folder=folder)
    assert ended.code == 0, ended.complained
    return ended


def test_a_keyed_run_leaves_no_plain_number_anywhere(tmp_path, numbered):
    ended = _run_keyed(tmp_path, numbered)
    assert not PLAIN.search((ended.said + ended.complained).encode())
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(files) > 30
    for path in files:
        assert not PLAIN.search(path.read_bytes()), path.name
        if path.suffix == ".parquet":  # compressed, so the bytes alone prove little
            assert not PLAIN.search(repr(pq.read_table(path).to_pylist()).encode()), path.name
        assert not PLAIN.search(path.name.encode())


def test_without_a_key_the_same_search_finds_numbers(tmp_path, numbered):
    words = ("screen", numbered / "payments.csv.gz", "--out", "out")
    jaga(*words, folder=tmp_path)
    assert PLAIN.search((tmp_path / "out" / "alerts.csv").read_bytes())


def test_subjects_of_a_keyed_run_are_tokens_that_another_key_changes(tmp_path, numbered):
    _run_keyed(tmp_path, numbered)
    with (tmp_path / "out" / "alerts.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert all(re.fullmatch(r"v1:[a-z2-7]{26}", row["subject"], re.I) for row in rows)
    first = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert first["keyed"] is True
    (tmp_path / "other").write_text("o" * 40)
    _run_keyed(tmp_path, numbered, "--token-key", "other")
    with (tmp_path / "out" / "alerts.csv").open(newline="") as file:
        others = {row["subject"] for row in csv.DictReader(file)}
    assert not others & {row["subject"] for row in rows}
    second = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert first["run_id"] != second["run_id"]
