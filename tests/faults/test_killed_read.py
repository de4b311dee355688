"""kill -9 at fifty moments of a read; reading again gives the store of an undisturbed read."""

import hashlib
import multiprocessing
import random
import shutil
import time

import pytest
from tests.unit.ledger.payments import row, write

from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger

ROWS = 6_000
MOMENTS = 50

# A server that has imported everything forks one reader per moment: starting Python anew each
# time would take longer than the reads.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["jaga.ledger.store"])


def read(root, files, done):
    """What the killed process does."""
    Ledger.open(root).read(files, ReadOptions())
    done.touch()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("killed")
    chance = random.Random(9)
    rows = [
        row(
            payment_id=f"P{n}",
            booked_at=f"2025-01-{n % 28 + 1:02d}T08:00:00+07:00",
            debtor_account=f"D{chance.randrange(500)}",
            creditor_account=f"C{chance.randrange(500)}",
            amount="x" if n % 1000 == 0 else str(n + 1),
        )
        for n in range(ROWS)
    ]
    return [write(folder / "a.csv", rows[: ROWS // 2]), write(folder / "b.csv", rows[ROWS // 2 :])]


def state(root):
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


def start(root, files, done):
    process = PROCESSES.Process(target=read, args=(root, files, done))
    process.start()
    return process


@pytest.mark.slow
def test_a_read_killed_at_any_moment_and_read_again_is_whole(tmp_path, files):
    clean = Ledger.open(tmp_path / "clean")
    clean.read(files, ReadOptions())
    expected = state(clean.root)

    began = time.monotonic()
    done = tmp_path / "done"
    process = start(tmp_path / "timed", files, done)
    process.join()
    whole = time.monotonic() - began
    assert done.exists()
    assert state(tmp_path / "timed") == expected

    chance = random.Random(50)
    killed = 0
    for number in range(2 * MOMENTS):
        root = tmp_path / "store"
        done.unlink(missing_ok=True)
        process = start(root, files, done)
        time.sleep(whole * chance.random())
        process.kill()
        process.join()
        if done.exists():
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
