"""kill -9 at fifty moments of `jaga screen`; running again gives the files of an undisturbed run.

Half of the runs keep a ledger beside the results, half make one inside them.
"""

import csv
import json
import os
import random
import shutil
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.process import jaga_from_shell, start
from tests.small_country import RESULTS, build, results, rows_of, write

from jaga.screening.export import write_rejects, write_run

MOMENTS = 50
AT_ONCE = 2
REJECTED = 9


@dataclass(frozen=True)
class Place:
    """Where one run happens."""

    folder: Path
    words: tuple[str, ...]

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def start(self):
        return start(list(self.words), self.folder, JAGA_LANGUAGE="en")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = build(tmp_path_factory.mktemp("country"), accounts=500)
    header, *rows = rows_of(folder / "payments.csv.gz")
    for row in rows[:REJECTED]:
        row[header.index("currency")] = "nothing"
    half = len(rows) // 2
    return [
        write(folder / "a.csv", header, rows[:half]),
        write(folder / "b.csv.gz", header, rows[half:]),
        folder / "accounts.csv",
    ]


@pytest.fixture(scope="module")
def whole(tmp_path_factory, files):
    """Hashes of the files of an undisturbed run, from a shell."""
    place = _place(tmp_path_factory.mktemp("whole"), files, kept=False)
    ended = jaga_from_shell(*place.words, folder=place.folder, JAGA_LANGUAGE="en")
    assert ended.code == 0, ended.complained
    assert _counts(place.out)["alerts"] > 0
    return results(place.out, (*RESULTS, "rejects.csv"))


def _place(folder: Path, files: list[Path], *, kept: bool) -> Place:
    folder.mkdir(exist_ok=True)
    first, second, accounts = map(str, files)
    words = ("screen", first, second, "--accounts", accounts, "--out", "out")
    return Place(folder, (*words, "--ledger", "ledger") if kept else words)


def _counts(out: Path) -> dict[str, int]:
    return json.loads((out / "manifest.json").read_text())["counts"]


def _duration(places: list[Place]) -> float:
    """Seconds that so many undisturbed runs take beside each other."""
    began = time.monotonic()
    processes = [place.start() for place in places]
    for process in processes:
        process.join()
        assert process.exitcode == 0
    return time.monotonic() - began


def _kill(places: list[Place], moments: list[float]) -> int:
    """Start all, kill each at its moment (s); returns how many had not ended before."""
    began = time.monotonic()
    processes = [place.start() for place in places]
    killed = 0
    for moment, process in sorted(zip(moments, processes, strict=True), key=lambda pair: pair[0]):
        process.join(max(0.0, began + moment - time.monotonic()))
        process.kill()
        process.join()
        killed += process.exitcode == -9
    return killed


def _doing(place: Place, whole: dict[str, str]) -> str:
    """What a run was doing when it was killed, once what it left has been checked.

    Whatever stands under its own name is whole; a manifest stands only beside all of it.
    """
    out = place.out
    written = [name for name in whole if (out / name).exists()]
    assert results(out, written) == {name: whole[name] for name in written}
    if (out / "manifest.json").exists():
        assert len(written) == len(whole)
        return "nothing more"
    ledger = place.folder / "ledger" if "--ledger" in place.words else out / "ledger"
    if "alerts.csv" in written:
        return "writing"
    read = "rejects.csv" in written and (ledger / "manifest.json").exists()
    return "asking" if read else "reading"


def _check_finished(place: Place, whole: dict[str, str], rows: int) -> None:
    out = place.out
    assert results(out, whole) == whole
    manifest = json.loads((out / "manifest.json").read_text())
    assert sum(one["rows_in"] for one in manifest["inputs"]) == rows
    for one in manifest["inputs"]:
        assert one["rows_in"] == one["kept"] + sum(one["rejected"].values())
    assert manifest["counts"]["payments"] == rows - REJECTED
    with (out / "rejects.csv").open(newline="") as file:
        assert len(list(csv.reader(file))) == 1 + REJECTED
    left = [path.name for path in place.folder.rglob("*")]
    assert not [name for name in left if name.endswith(".part") or name.startswith("staging")]
    assert {path.name for path in out.iterdir()} - {"ledger"} == {*whole, "manifest.json"}


@pytest.mark.slow
def test_a_run_killed_at_any_moment_and_run_again_is_whole(
    tmp_path, files, whole, record_testsuite_property
):
    rows = sum(len(rows_of(path)) - 1 for path in files[:2])
    timed = [_place(tmp_path / f"timed{n}", files, kept=n % 2 == 0) for n in range(AT_ONCE)]
    duration = min(_duration(timed), _duration(timed))
    for place in timed:
        _check_finished(place, whole, rows)
    chance, killed, number, doing = random.Random(50), 0, 0, Counter[str]()
    while killed < MOMENTS:
        assert number < 2 * MOMENTS, "runs end before they can be killed"
        places = [
            _place(tmp_path / f"run{number + n}", files, kept=n % 2 == 0) for n in range(AT_ONCE)
        ]
        # Evenly over the duration, each within its own slot.
        slots = [(number + n + chance.random()) % MOMENTS / MOMENTS for n in range(AT_ONCE)]
        number += AT_ONCE
        killed += _kill(places, [slot * duration for slot in slots])
        doing.update(_doing(place, whole) for place in places)
        duration = _duration(places)  # as fast as this machine is now
        for place in places:
            _check_finished(place, whole, rows)
            shutil.rmtree(place.folder)
    for name, count in sorted(doing.items()):
        record_testsuite_property(f"runs killed while {name}", count)
    assert doing["reading"] >= 5
    assert doing["asking"] >= 5


@pytest.mark.parametrize("stopped_at", range(5))
def test_a_run_stopped_while_writing_has_no_manifest(tmp_path, monkeypatch, stopped_at):
    """Each file is flushed once, so the flushes number the moments between files."""
    flushes, fsync = iter(range(9)), os.fsync

    def flush(file):
        if next(flushes) == stopped_at:
            raise KeyboardInterrupt
        fsync(file)

    monkeypatch.setattr("os.fsync", flush)
    with pytest.raises(KeyboardInterrupt):
        _write(tmp_path / "out")
    assert not (tmp_path / "out" / "manifest.json").exists()
    monkeypatch.undo()
    _write(tmp_path / "out")
    _write(tmp_path / "other")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {*RESULTS, "rejects.csv", "manifest.json"}
    assert results(tmp_path / "out") == results(tmp_path / "other")


def _write(out: Path) -> None:
    out.mkdir(exist_ok=True)
    write_rejects(out, [])
    write_run(out, [], {"run_id": "x"})
