"""`jaga network` end to end on a run folder, and its sentences when something is missing."""

import csv
import io
import json
import shutil
from hashlib import sha256

import igraph
import pytest
from tests import small_country
from typer.testing import CliRunner

from jaga_cli.app import app


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("network")
    world = small_country.build(folder / "world", accounts=600)
    small_country.screened([world / "payments.csv.gz"], folder / "run", world / "accounts.csv")
    return folder / "run"


@pytest.fixture(scope="module")
def alerts(run):
    return rows_of(run / "alerts.csv")


def rows_of(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def call(*arguments):
    return CliRunner().invoke(app, ["network", *map(str, arguments)], env={"JAGA_LANGUAGE": "en"})


def said(result) -> str:
    return str(result.exception or "")


def test_the_files_agree_with_each_other_and_with_the_manifest(run, alerts, tmp_path):
    result = call(run, alerts[0]["alert_id"], "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    out = tmp_path / "out"
    made = {p.name for p in out.iterdir()}
    assert made == {"network.svg", "network.graphml", "nodes.csv", "edges.csv", "manifest.json"}
    manifest = json.loads((out / "manifest.json").read_text())
    for name, digest in manifest["files"].items():
        assert sha256((out / name).read_bytes()).hexdigest() == digest
    nodes, edges = rows_of(out / "nodes.csv"), rows_of(out / "edges.csv")
    assert nodes[0]["account"] == manifest["subject"] == alerts[0]["subject"]
    assert manifest["counts"]["nodes"] == len(nodes) > 1
    assert manifest["parameters"]["hop_hours"] == 72
    graph = igraph.Graph.Read_GraphML(str(out / "network.graphml"))
    assert graph.is_directed()
    assert graph.vs["account"] == [one["account"] for one in nodes]
    assert graph.es["amount_idr"] == [float(one["amount_idr"]) for one in edges]
    assert set(graph.vs["protected"]) <= {True, False}


def test_the_same_subject_gives_the_same_bytes(run, alerts, tmp_path):
    for name in ("one", "two"):
        call(run, alerts[0]["subject"], "--out", tmp_path / name, "--hops", "3")
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_an_alert_is_followed_around_its_window_and_an_account_over_everything(
    run, alerts, tmp_path
):
    call(run, alerts[0]["alert_id"], "--out", tmp_path / "alert")
    call(run, alerts[0]["subject"], "--out", tmp_path / "account")
    spans = [json.loads((tmp_path / n / "manifest.json").read_text()) for n in ("alert", "account")]
    assert spans[1]["since"] <= spans[0]["since"] <= alerts[0]["window_start"]
    assert spans[0]["until"] <= spans[1]["until"]


@pytest.mark.parametrize(
    ("extra", "code", "words"),
    [
        ([], 3, "knows no such account"),
        (["--hops", "5"], 2, "--hops takes 1 to 4"),
        (["--max-nodes", "1"], 2, "--max-nodes takes"),
        (["--since", "2031-01-01"], 2, "--since must come before"),
    ],
)
def test_what_cannot_be_followed_is_said(run, tmp_path, extra, code, words):
    result = call(run, "nobody", "--out", tmp_path / "out", *extra)
    assert result.exception.exit_code == code
    assert words in said(result)
    assert "nobody" not in said(result)


def test_days_without_payments_are_said(run, alerts, tmp_path):
    days = ["--since", "2031-01-01", "--until", "2031-02-01"]
    assert "no payment on those days" in said(
        call(run, alerts[0]["subject"], "--out", tmp_path / "out", *days)
    )


def test_a_folder_that_is_no_run_and_a_run_without_its_ledger(run, alerts, tmp_path):
    assert "not a whole screening run" in said(call(tmp_path, "x", "--out", tmp_path / "out"))
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("manifest.json", "alerts.parquet"):
        (moved / name).write_bytes((run / name).read_bytes())
    assert "--ledger" in said(call(moved, alerts[0]["subject"], "--out", tmp_path / "out"))
    again = call(moved, alerts[0]["subject"], "--out", tmp_path / "out", "--ledger", run / "ledger")
    assert again.exit_code == 0


def test_a_day_file_cut_short_is_said_by_its_name(run, alerts, tmp_path):
    broken = tmp_path / "broken"
    shutil.copytree(run, broken)
    day = sorted((broken / "ledger" / "days").glob("*.parquet"))[3]
    day.write_bytes(day.read_bytes()[:-20])
    result = call(broken, alerts[0]["subject"], "--out", tmp_path / "out")
    assert result.exception.exit_code == 3
    assert day.name in said(result)
    assert not (tmp_path / "out" / "manifest.json").exists()


def test_the_runs_own_folder_is_not_overwritten(run, alerts):
    before = (run / "manifest.json").read_bytes()
    result = call(run, alerts[0]["subject"], "--out", run)
    assert result.exception.exit_code == 5
    assert (run / "manifest.json").read_bytes() == before
