"""A whole run on Spark gives the bytes that DuckDB gives."""

import os
from pathlib import Path

import pytest
from tests.small_country import build, results, screened

from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.line import Job, run

pytestmark = [pytest.mark.spark, pytest.mark.slow]


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    return build(
        tmp_path_factory.mktemp("country"), int(os.environ.get("JAGA_SPARK_ACCOUNTS", 600))
    )


def test_the_same_bytes_as_duckdb(spark, country, tmp_path):
    sources, accounts = [country / "payments.csv.gz"], country / "accounts.csv"
    screened(sources, tmp_path / "duckdb", accounts)
    finished = run(Job(sources, tmp_path / "spark", accounts=accounts), spark, lambda *_: None)
    assert finished.screened.alerts
    assert finished.manifest["engine"] == "spark"
    assert results(tmp_path / "spark") == results(tmp_path / "duckdb")


def test_workers_that_find_the_ledger_elsewhere(spark, country, tmp_path, monkeypatch):
    """As on object storage: the files are read at the address given, not where the ledger lies."""
    ledger = Ledger.open(tmp_path / "ledger")
    ledger.read([country / "payments.csv.gz"], ReadOptions())
    copy = tmp_path / "copy"
    (tmp_path / "ledger" / "days").rename(_made(copy) / "days")
    monkeypatch.setattr(spark, "_storage", copy.as_uri())
    spark.load(ledger.payment_files(), None)
    (counted,) = spark.rows("select count(*) as n from payments")
    assert counted[0] > 1000


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
