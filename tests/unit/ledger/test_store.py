"""The store over several reads: nothing twice, nothing lost, nothing half."""

import hashlib
import json
import resource
import subprocess
import sys
from datetime import date

import pytest
from tests.unit.ledger.payments import balanced, row, stored, write

from jaga.errors import BadInput
from jaga.ledger import commit
from jaga.ledger.mapping import mapping_from
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger


def state(root):
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file() and path.name != "lock"
    }


def test_reading_the_same_content_again_adds_nothing_and_says_so(tmp_path):
    ledger = Ledger.open(tmp_path / "store")
    ledger.read([write(tmp_path / "a.csv", [row()])], ReadOptions())
    before = state(ledger.root)
    (tmp_path / "b.csv").write_bytes((tmp_path / "a.csv").read_bytes())
    report = ledger.read([tmp_path / "b.csv", tmp_path / "a.csv"], ReadOptions())
    assert report.rows_in == 0
    assert all(one.already_read for one in report.inputs)
    assert "read before" in report.warnings[0].en
    assert state(ledger.root) == before


def test_a_file_rejected_for_want_of_a_mapping_can_be_read_again_with_one(tmp_path):
    path = write(tmp_path / "a.csv", [row(amount="1.000,00")])
    ledger = Ledger.open(tmp_path / "store")
    assert ledger.read([path], ReadOptions()).kept == 0
    mapping = mapping_from({"decimal": ",", "thousands": "."})
    assert ledger.read([path], ReadOptions(mapping=mapping)).kept == 1
    assert ledger.read([path], ReadOptions(mapping=mapping)).rows_in == 0


def test_late_rows_join_their_day_and_known_keys_are_duplicates(tmp_path):
    ledger = Ledger.open(tmp_path / "store")
    first = [row(payment_id=f"P{n}", creditor_account=f"C{n}") for n in range(5)]
    ledger.read([write(tmp_path / "a.csv", first)], ReadOptions())
    old = ledger.payment_files()
    late = [row(payment_id="P3", amount="1"), row(payment_id="P9", creditor_account="A0")]
    report = ledger.read([write(tmp_path / "b.csv", late)], ReadOptions())
    assert (report.kept, report.rejected) == (1, {"duplicate": 1})
    rows = stored(ledger, "payment_key, amount_idr, payment % 4294967296")
    assert sorted(key for key, _, _ in rows) == ["/P0", "/P1", "/P2", "/P3", "/P4", "/P9"]
    assert {amount for _, amount, _ in rows} == {150_000}
    assert [position for _, _, position in rows] == list(range(6))
    assert not old[0].exists()
    assert ledger.manifest["days"]["2025-01-31"]["rows"] == 6


def test_files_are_listed_from_day_to_day(tmp_path):
    rows = [
        row(payment_id=f"P{n}", booked_at=f"2025-01-{n:02d}T12:00:00+07:00") for n in range(1, 6)
    ]
    ledger = Ledger.open(tmp_path / "store")
    ledger.read([write(tmp_path / "a.csv", rows)], ReadOptions())
    names = [path.name[:10] for path in ledger.payment_files(date(2025, 1, 2), date(2025, 1, 4))]
    assert names == ["2025-01-02", "2025-01-03", "2025-01-04"]
    assert len(ledger.payment_files()) == 5


def test_one_bad_source_means_nothing_is_read(tmp_path):
    ledger = Ledger.open(tmp_path / "store")
    good = write(tmp_path / "a.csv", [row()])
    (tmp_path / "b.csv").write_text("x\n1\n")
    before = state(ledger.root)
    with pytest.raises(BadInput, match=r"b\.csv"):
        ledger.read([good, tmp_path / "b.csv"], ReadOptions())
    assert state(ledger.root) == before


def test_opening_removes_what_a_killed_read_left_and_nothing_else(tmp_path):
    ledger = Ledger.open(tmp_path / "store")
    ledger.read([write(tmp_path / "a.csv", [row()])], ReadOptions())
    before = state(ledger.root)
    (ledger.root / "staging-dead").mkdir()
    (ledger.root / "staging-dead" / "rows-0.parquet").write_bytes(b"half")
    (ledger.root / "days" / "2025-01-31-0000.parquet").write_bytes(b"orphan")
    (ledger.root / "manifest.json.new").write_text("{")
    (ledger.root / "my notes.txt").write_text("mine")
    Ledger.open(ledger.root)
    after = state(ledger.root)
    assert after.pop("my notes.txt")
    assert after == before


def test_two_reads_at_once_are_refused_in_words(tmp_path):
    ledger = Ledger.open(tmp_path / "store")
    path = write(tmp_path / "a.csv", [row()])
    with ledger.reading(), pytest.raises(BadInput, match="Another Jaga process"):
        Ledger.open(ledger.root).read([path], ReadOptions())
    assert ledger.read([path], ReadOptions()).kept == 1


def test_a_manifest_nobody_understands_is_a_sentence(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps({"format": 99}))
    with pytest.raises(BadInput, match=r"manifest\.json"):
        Ledger.open(tmp_path)


def test_a_data_folder_that_is_a_file_is_a_sentence(tmp_path):
    (tmp_path / "store").write_text("")
    with pytest.raises(BadInput, match="Name a folder"):
        Ledger.open(tmp_path / "store")


def test_progress_ends_at_the_size_of_the_file(tmp_path):
    path = write(tmp_path / "a.csv", [row(payment_id=f"P{n}") for n in range(50)])
    seen = []
    Ledger.open(tmp_path / "store").read([path], ReadOptions(), lambda *what: seen.append(what))
    size = path.stat().st_size
    assert ("read", size, size) in seen
    assert ("write", 50, 50) in seen


def test_the_store_holds_no_key(tmp_path):
    key = b"a key nobody should find anywhere"
    ledger = Ledger.open(tmp_path / "store")
    report = ledger.read(
        [write(tmp_path / "a.csv", [row(debtor_account="123456789")])], ReadOptions(token_key=key)
    )
    assert balanced(report)
    for path in ledger.root.rglob("*"):
        if path.is_file():
            assert key not in path.read_bytes()
            assert b"123456789" not in path.read_bytes()


_LIMITED = """
import resource, sys
from pathlib import Path
from jaga.errors import JagaError
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
ledger = Ledger.open(Path(sys.argv[1]))
size = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    ledger.read([Path(sys.argv[2])], ReadOptions())
except JagaError as error:
    sys.exit(error.exit_code if "disk is full" in error.text.en else 9)
"""


@pytest.mark.parametrize("limit", [1_000, 20_000])
def test_a_full_disk_is_a_sentence_and_changes_nothing(tmp_path, limit):
    ledger = Ledger.open(tmp_path / "store")
    ledger.read([write(tmp_path / "a.csv", [row()])], ReadOptions())
    before = state(ledger.root)
    rows = [row(payment_id=f"Q{n}", debtor_account=f"{n * 7919}") for n in range(3000)]
    path = write(tmp_path / "b.csv", rows)
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(ledger.root), str(path), str(limit)],
        env={"PYTHONPATH": "src"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (3, b"")
    Ledger.open(ledger.root)
    assert state(ledger.root) == before
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != limit


def test_named_files_are_exactly_those_on_disk(tmp_path):
    ledger = Ledger.open(tmp_path / "store")
    ledger.read([write(tmp_path / "a.csv", [row(), row(amount="x")])], ReadOptions())
    assert commit.named_files(ledger.manifest) == set(state(ledger.root)) | {"lock"}
