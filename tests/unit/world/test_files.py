"""What a run writes: columns, order, bytes."""

import gzip
import json
import os
import subprocess
import sys
from datetime import datetime, timedelta, timezone

import pyarrow.parquet as pq
import pytest
from tests.unit.world.conftest import SPEC, table

from jaga.errors import WrongUsage
from jaga.ledger.tables import ACCOUNTS, LABELS, PAYMENTS, RAILS, REMARK_CLASSES, STATUSES
from jaga.world import WorldSpec, simulate

FILES = ("payments.csv.gz", "accounts.csv", "labels.csv", "lookalikes.csv", "world.json")
SMALL = WorldSpec(accounts=700, days=20, seed=3)


def content(folder):
    return {name: (folder / name).read_bytes() for name in FILES}


def test_the_same_spec_gives_the_same_bytes_in_another_process(tmp_path):
    simulate(SMALL, tmp_path / "here")
    code = (
        "import sys; from pathlib import Path; from jaga.world import *;"
        "simulate(WorldSpec(accounts=700, days=20, seed=3), Path(sys.argv[1]))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "12345", "PYTHONPATH": os.pathsep.join(sys.path)}
    there = tmp_path / "there"
    subprocess.run([sys.executable, "-c", code, str(there)], check=True, env=environment)
    assert content(tmp_path / "here") == content(there)


def test_another_seed_gives_other_bytes(tmp_path):
    simulate(SMALL, tmp_path / "a")
    simulate(WorldSpec(accounts=700, days=20, seed=4), tmp_path / "b")
    a, b = content(tmp_path / "a"), content(tmp_path / "b")
    assert all(a[name] != b[name] for name in FILES)


def test_columns_are_those_of_the_ledger(world, payments):
    wanted = [c.name for c in PAYMENTS if c.name != "remark"]
    assert payments.column_names == wanted
    assert table(world.out / "accounts.csv").column_names == [c.name for c in ACCOUNTS]
    assert table(world.out / "labels.csv").column_names == [c.name for c in LABELS]


def test_words_are_those_of_the_ledger(payments):
    def words(column):
        return set(payments[column].unique().to_pylist()) - {None}

    assert words("rail") <= set(RAILS)
    assert words("status") == set(STATUSES)
    assert words("remark_class") <= set(REMARK_CLASSES)


def test_rows_are_sorted_and_within_the_days_of_the_run(world):
    with gzip.open(world.out / "payments.csv.gz", "rt") as file:
        next(file)
        pairs = [(datetime.fromisoformat(x[1]), x[0]) for x in (row.split(",") for row in file)]
    assert pairs == sorted(pairs)
    jakarta = timezone(timedelta(hours=7))
    assert pairs[0][0].astimezone(jakarta).date() == SPEC.start
    last = pairs[-1][0].astimezone(jakarta).date()
    assert last == SPEC.start + timedelta(SPEC.days - 1)


def test_payment_ids_are_unique(payments):
    assert len(payments["payment_id"].unique()) == len(payments)


def test_amounts_are_positive_and_rupiah_whole(payments):
    for row in payments.select(["amount", "currency"]).to_pylist():
        assert row["amount"] > 0
        assert row["currency"] != "IDR" or row["amount"] == int(row["amount"])


def test_the_gzip_header_holds_no_time_and_no_name(world):
    header = (world.out / "payments.csv.gz").read_bytes()[:10]
    assert header[3] == 0
    assert header[4:8] == b"\0\0\0\0"


def test_world_json_says_that_all_is_invented(world, payments):
    record = json.loads((world.out / "world.json").read_text())
    assert record["invented"] is True
    assert record["counts"]["payments"] == len(payments) == world.payments
    assert record["spec"]["seed"] == SPEC.seed


def test_parquet_holds_the_same_rows(tmp_path):
    simulate(SMALL, tmp_path / "csv")
    simulate(SMALL, tmp_path / "parquet", "parquet")
    rows = pq.read_table(tmp_path / "parquet" / "payments.parquet")
    with gzip.open(tmp_path / "csv" / "payments.csv.gz", "rt") as file:
        lines = file.read().splitlines()[1:]
    joined = [",".join(v or "" for v in row.values()) for row in rows.to_pylist()]
    assert joined == lines


def test_one_format_replaces_the_other(tmp_path):
    simulate(SMALL, tmp_path)
    simulate(SMALL, tmp_path, "parquet")
    assert [p.name for p in tmp_path.glob("payments*")] == ["payments.parquet"]


@pytest.mark.parametrize(
    "wrong",
    [{"accounts": 10}, {"days": 0}, {"seed": -1}, {"prevalence": 0.5}, {"look_alike_ratio": 80},
     {"shift": "sideways"}, {"prevalence": 0.02, "look_alike_ratio": 50}],
)  # fmt: skip
def test_a_spec_out_of_bounds_says_what_to_choose(wrong):
    with pytest.raises(WrongUsage):
        WorldSpec(**{"accounts": 1000, "days": 30, "seed": 1, **wrong})


def test_an_unknown_format_is_wrong_usage(tmp_path):
    with pytest.raises(WrongUsage, match="csv.gz"):
        simulate(SMALL, tmp_path, "xlsx")
