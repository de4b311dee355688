"""A small invented country with enough to find, and ways to hand its rows in differently."""

import csv
import gzip
import io
import random
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from jaga.line import Finished, Job, run
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.world.simulate import simulate
from jaga.world.spec import WorldSpec

RESULTS = ("alerts.csv", "alerts.parquet", "evidence.parquet", "standings.parquet")
Rows = list[list[str]]


def spec(accounts: int = 600) -> WorldSpec:
    """Thirty days with harm at four times the usual share, so that alerts are sure to come."""
    return WorldSpec(accounts=accounts, days=30, seed=7, prevalence=0.02, look_alike_ratio=10)


def build(folder: Path, accounts: int = 600, form: str = "csv.gz") -> Path:
    """Write the country into `folder`."""
    simulate(spec(accounts), folder, form)
    return folder


def rows_of(path: Path) -> Rows:
    """Header and rows of a CSV file, compressed or not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def write(path: Path, header: list[str], rows: Rows) -> Path:
    """A CSV file; compressed when its name ends in .gz."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    content = text.getvalue().encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def split(folder: Path, header: list[str], rows: Rows, files: int) -> list[Path]:
    """The rows dealt over so many files, both in an order of chance."""
    folder.mkdir()
    chance = random.Random(files)
    shuffled = chance.sample(rows, len(rows))
    paths = [write(folder / f"{n}.csv", header, shuffled[n::files]) for n in range(files)]
    return chance.sample(paths, files)


def screened(
    sources: Sequence[Path], out: Path, accounts: Path, threads: int = 2, ledger: Path | None = None
) -> Finished:
    """Run the whole line."""
    engine = DuckDBEngine(threads=threads)
    try:
        return run(Job(sources, out, accounts=accounts, ledger=ledger), engine, lambda *_: None)
    finally:
        engine.close()


def results(out: Path, names: Iterable[str] = RESULTS) -> dict[str, str]:
    """Hashes of the bytes that must not depend on anything but the payments. The bytes themselves,
    when they differ, would keep a test busy for many minutes with telling how."""
    return {name: sha256((out / name).read_bytes()).hexdigest() for name in names}
