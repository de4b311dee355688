"""A thousand damaged files: a sentence or a report, never a traceback, and no row lost."""

import contextlib
import gzip
import random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.unit.ledger.payments import balanced, row, write

from jaga.errors import BadInput, JagaError
from jaga.ledger.canonical import Validator
from jaga.ledger.commit import empty_manifest
from jaga.ledger.options import ReadOptions
from jaga.ledger.readers import open_file
from jaga.ledger.staging import stage
from jaga.ledger.store import Ledger
from jaga.ledger.tables import PAYMENTS

NASTY = [
    b"\0",
    b"\xff",
    b"\xe9",
    b'"',
    b'""',
    b"\n",
    b"\r",
    b"\r\n",
    b",",
    b";",
    b"\t",
    b"|",
    b"-",
    b"9" * 40,
    b"NaN",
    b"1e309",
    b"\xef\xbb\xbf",
    b"PAR1",
    b"<?xml",
    b"\x1f\x8b",
    b"2025-99-99",
    b"'; DROP TABLE x; --",
    b"${x}",
    "٣".encode(),
    "\u202e".encode(),
    b" ",
]


def original(folder):
    rows = [
        row(
            payment_id=f"P{n}",
            remark='berita, "dua"\nbaris' if n % 5 == 0 else "bayar",
            debtor_country="ID",
            merchant_category="5411",
            debtor_agent="B",
            place="3273",
        )
        for n in range(12)
    ]
    return write(folder / "original.csv", rows).read_bytes()


def mutated(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(content) + 1)
        kind = chance.randrange(5)
        if kind == 0:
            content = content[:at] + chance.choice(NASTY) + content[at:]
        elif kind == 1:
            content = content[:at] + content[at + chance.randrange(1, 9) :]
        elif kind == 2:
            content = content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
        elif kind == 3 and chance.random() < 0.2:
            content = content[:at]
        else:
            end = min(len(content), at + chance.randrange(60))
            content = content[:end] + content[at:end] + content[end:]
    return content


def test_a_thousand_mutated_files(tmp_path, monkeypatch):
    monkeypatch.setattr("jaga.ledger.readers.csv.BLOCK_BYTES", 700)
    chance = random.Random(1325)
    content = original(tmp_path)
    validator = Validator(ReadOptions())
    read = refused = 0
    for number in range(1000):
        path = tmp_path / "payments.csv"
        path.write_bytes(mutated(content, chance))
        try:
            raw = open_file(path, PAYMENTS, {}, {}, None)
            staged = stage(raw, number, validator, tmp_path, lambda *_: None)
        except JagaError:
            refused += 1
            continue
        read += 1
        assert staged.rows_in == staged.kept + _count(staged.rejects)
        for file in (*staged.rows, *([staged.rejects] if staged.rejects else [])):
            file.unlink()
    validator.close()
    assert read > 500
    assert refused > 50


def damaged(content: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return content[: chance.randrange(len(content))]
    made = bytearray(content)
    for _ in range(chance.choice((1, 3, 30))):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def test_damaged_parquet_files(tmp_path):
    chance = random.Random(4)
    rows = [row(payment_id=f"P{n}", remark="é" * (n % 9)) for n in range(200)]
    pq.write_table(
        pa.table({name: [one[name] for one in rows] for name in rows[0]}),
        tmp_path / "sound.parquet",
        row_group_size=50,
        compression="none",
    )
    content = (tmp_path / "sound.parquet").read_bytes()
    validator = Validator(ReadOptions())
    read = refused = rejected = 0
    for number in range(200):
        path = tmp_path / "payments.parquet"
        path.write_bytes(damaged(content, chance))
        try:
            raw = open_file(path, PAYMENTS, {}, {}, None)
            staged = stage(raw, number, validator, tmp_path, lambda *_: None)
        except JagaError:
            refused += 1
            continue
        read += 1
        rejected += _count(staged.rejects)
        assert staged.rows_in == staged.kept + _count(staged.rejects)
    validator.close()
    assert read > 10
    assert refused > 10
    assert rejected > 0


def _count(path):
    return pq.read_metadata(path).num_rows if path else 0


@pytest.mark.parametrize("seed", range(25))
def test_mutated_files_through_the_whole_read(tmp_path, seed):
    chance = random.Random(seed)
    content = mutated(original(tmp_path), chance)
    path = tmp_path / "payments.csv.gz"
    path.write_bytes(
        mutated(gzip.compress(content, mtime=0), chance)
        if seed % 5 == 0
        else gzip.compress(content, mtime=0)
    )
    ledger = Ledger.open(tmp_path / "store")
    with contextlib.suppress(BadInput):
        report = ledger.read([path], ReadOptions())
        assert balanced(report)
        assert report.rows_in > 0
        days = sum(entry["rows"] for entry in ledger.manifest["days"].values())
        assert days == report.kept
        return
    assert ledger.manifest == empty_manifest()
