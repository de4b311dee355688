"""kill -9 at fifty moments of a read; reading again gives the store of an undisturbed read."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest
from tests.unit.ledger.payments import row, write

from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger

ROWS = 6_000
MOMENTS = 50

_READER = """
import sys
from pathlib import Path
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
print("ready", flush=True)
Ledger.open(Path(sys.argv[1])).read([Path(name) for name in sys.argv[2:]], ReadOptions())
print("done", flush=True)
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("killed")
    chance = random.Random(9)
    rows = [
        row(payment_id=f"P{n}", booked_at=f"2025-01-{n % 28 + 1:02d}T08:00:00+07:00",
            debtor_account=f"D{chance.randrange(500)}",
            creditor_account=f"C{chance.randrange(500)}",
            amount="x" if n % 1000 == 0 else str(n + 1))
        for n in range(ROWS)
    ]
    return [write(folder / "a.csv", rows[: ROWS // 2]), write(folder / "b.csv", rows[ROWS // 2 :])]


def state(root):
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*")) if path.is_file() and path.name != "lock"
    }


def start(root, files):
    """A reading process that has finished importing and begins to read."""
    process = subprocess.Popen(
        [sys.executable, "-c", _READER, str(root), *map(str, files)],
        env={**os.environ, "PYTHONPATH": "src"}, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"ready\n"
    return process


@pytest.mark.slow
def test_a_read_killed_at_any_moment_and_read_again_is_whole(tmp_path, files):
    clean = Ledger.open(tmp_path / "clean")
    clean.read(files, ReadOptions())
    expected = state(clean.root)

    process = start(tmp_path / "timed", files)
    began = time.monotonic()
    assert process.stdout.readline() == b"done\n"
    whole = time.monotonic() - began
    process.communicate()
    assert state(tmp_path / "timed") == expected

    chance = random.Random(50)
    killed = 0
    for number in range(2 * MOMENTS):
        root = tmp_path / "store"
        process = start(root, files)
        time.sleep(whole * chance.random())
        process.send_signal(signal.SIGKILL)
        if process.communicate()[0] == b"done\n":
            whole *= 0.95  # this machine has become faster than when it was timed
        else:
            killed += 1
        ledger = Ledger.open(root)
        assert ledger.manifest["inputs"] in ([], clean.manifest["inputs"]), number
        ledger.read(files, ReadOptions())
        assert state(root) == expected, number
        shutil.rmtree(root)
        if killed == MOMENTS:
            break
    assert killed == MOMENTS
