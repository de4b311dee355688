"""The same payments give the same bytes, however they are handed in."""

import random

import pyarrow.parquet as pq
import pytest
from tests.small_country import build, results, rows_of, screened, split, write

from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    return build(tmp_path_factory.mktemp("country"))


@pytest.fixture(scope="module")
def payments(country):
    header, *rows = rows_of(country / "payments.csv.gz")
    return header, rows


@pytest.fixture(scope="module")
def whole(country):
    """What comes of the country as it was written: one file, two threads."""
    finished = screened([country / "payments.csv.gz"], country / "whole", country / "accounts.csv")
    by_typology = finished.manifest["counts"]["by_typology"]
    assert sum(by_typology.values()) > 3
    assert sum(count > 0 for count in by_typology.values()) >= 2
    return results(country / "whole")


@pytest.mark.parametrize("files", [1, 2, 50])
def test_rows_in_any_number_of_files_in_any_order(tmp_path, country, payments, whole, files):
    parts = split(tmp_path / "parts", *payments, files)
    screened(parts, tmp_path / "out", country / "accounts.csv")
    assert results(tmp_path / "out") == whole


def test_a_folder_of_fifty_files(tmp_path, country, payments, whole):
    split(tmp_path / "parts", *payments, 50)
    screened([tmp_path / "parts"], tmp_path / "out", country / "accounts.csv")
    assert results(tmp_path / "out") == whole


def test_accounts_in_another_order(tmp_path, country, whole):
    header, *rows = rows_of(country / "accounts.csv")
    accounts = write(tmp_path / "a.csv", header, random.Random(3).sample(rows, len(rows)))
    screened([country / "payments.csv.gz"], tmp_path / "out", accounts)
    assert results(tmp_path / "out") == whole


def test_plain_csv(tmp_path, country, payments, whole):
    plain = write(tmp_path / "payments.csv", *payments)
    screened([plain], tmp_path / "out", country / "accounts.csv")
    assert results(tmp_path / "out") == whole


def test_parquet(tmp_path, country, whole):
    build(tmp_path / "again", form="parquet")
    screened([tmp_path / "again" / "payments.parquet"], tmp_path / "out", country / "accounts.csv")
    assert results(tmp_path / "out") == whole


@pytest.mark.parametrize("threads", [1, 3])
def test_another_number_of_threads(tmp_path, country, whole, threads):
    screened([country / "payments.csv.gz"], tmp_path / "out", country / "accounts.csv", threads)
    assert results(tmp_path / "out") == whole


def test_fifty_files_read_one_after_the_other_into_a_kept_ledger(
    tmp_path, country, payments, whole
):
    """Slices of time in an order of chance, so that most days are laid out more than once."""
    header, rows = payments
    ordered = sorted(rows, key=lambda row: row[header.index("booked_at")])
    length = -(-len(rows) // 50)
    parts = [
        write(tmp_path / f"{n}.csv", header, ordered[n * length : (n + 1) * length])
        for n in range(50)
    ]
    *first, last = random.Random(50).sample(parts, 50)
    for part in first:
        Ledger.open(tmp_path / "ledger").read([part], ReadOptions())
    screened([last], tmp_path / "out", country / "accounts.csv", ledger=tmp_path / "ledger")
    assert results(tmp_path / "out") == whole


def test_a_payment_more_or_less_does_change_the_result(tmp_path, country, payments, whole):
    """So that equal bytes above do not come from looking away."""
    header, rows = payments
    shown = {key.split("/")[-1] for key in _evidence(country / "whole")}
    position = header.index("payment_id")
    fewer = [row for row in rows if row[position] not in shown]
    assert 0 < len(rows) - len(fewer) < len(rows) / 2
    screened(
        [write(tmp_path / "fewer.csv", header, fewer)], tmp_path / "out", country / "accounts.csv"
    )
    assert results(tmp_path / "out") != whole


def _evidence(out):
    return pq.read_table(out / "evidence.parquet")["payment_key"].to_pylist()
