"""One measurement in a process of its own, so that memory and CPU are its own.

For bench/screening.py and bench/spark_alike.py. Prints one line of JSON. `seconds` are (CPU, wall).
"""

import contextlib
import json
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from jaga.errors import NotInstalledRight
from jaga.ledger.store import Ledger
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.indicators import INDICATORS
from jaga.screening.pack import DEFAULT

SCAN_REPEATS = 5


class Clock:
    """CPU and wall seconds since it was made."""

    def __init__(self) -> None:
        self._cpu, self._wall = time.process_time(), time.perf_counter()

    def read(self) -> tuple[float, float]:
        """(CPU, wall)."""
        return time.process_time() - self._cpu, time.perf_counter() - self._wall


class Watched(DuckDBEngine):
    """Notes the CPU seconds of each question."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.spent: dict[str, float] = {}

    def make(self, table: str, sql: str) -> None:
        clock = Clock()
        super().make(table, sql)
        if table.startswith("answers_"):
            name = list(INDICATORS)[int(table.removeprefix("answers_")) - 1]
            self.spent[name] = clock.read()[0]


def read(world: str, ledger: str) -> dict[str, Any]:
    """Read a simulated world into a ledger."""
    from jaga.line import Job, read_into

    clock, folder = Clock(), Path(world)
    job = Job(
        [folder / "payments.parquet"], Path(ledger), folder / "accounts.csv", ledger=Path(ledger)
    )
    read_into(job, lambda *_: None)
    return {"seconds": clock.read()}


def scan(ledger: str) -> dict[str, Any]:
    """Best of several warm scans: one aggregate over every stored column."""
    connection = DuckDBEngine(threads=2).connection
    files = [str(path) for path in Ledger.open(Path(ledger)).payment_files()]
    source = f"read_parquet({files})"
    columns = [row[0] for row in connection.execute(f"describe select * from {source}").fetchall()]
    text = {"payment_key", "remark_text"}
    sums = ", ".join(f"max({c})" if c in text else f"sum({c})" for c in columns)
    times = []
    for _ in range(SCAN_REPEATS + 1):
        clock = Clock()
        connection.execute(f"select {sums} from {source}").fetchall()
        times.append(clock.read())
    return {"seconds": min(times[1:])}


def screen(ledger: str, near: str) -> dict[str, Any]:
    """A whole run from a ledger that has been read."""
    from jaga.screening.export import write_run
    from jaga.screening.screen import screen as run

    engine, clock = Watched(threads=2), Clock()
    done = run(Ledger.open(Path(ledger)), engine, pack=replace(DEFAULT, near_percent=int(near)))
    with tempfile.TemporaryDirectory() as out:
        write_run(Path(out), done.alerts, {}, done.standings)
    return {
        "seconds": clock.read(), "payments": done.payments, "accounts": done.active_accounts,
        "alerts": len(done.alerts), "questions": engine.spent,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


def files(ledger: str, name: str, out: str) -> dict[str, Any]:
    """A whole run on one engine, from its start, with the results left in `out`."""
    from jaga.screening.export import write_run
    from jaga.screening.screen import screen as run

    clock = Clock()
    with tempfile.TemporaryDirectory() as scratch:
        engine = _engine(name, Path(scratch))
        done = run(Ledger.open(Path(ledger)), engine)
        write_run(Path(out), done.alerts, {}, done.standings)
        engine.close()
        spent = _ended() if name == "spark" else 0.0
    own, wall = clock.read()
    return {
        "seconds": (own + spent, wall), "payments": done.payments,
        "accounts": done.active_accounts, "alerts": len(done.alerts),
        "standings": len(done.standings),
    }  # fmt: skip


def _engine(name: str, scratch: Path) -> Any:
    if name == "duckdb":
        return DuckDBEngine(threads=2)
    from jaga.screening.engines.spark import SparkEngine

    return SparkEngine("local[2]", scratch=scratch)


def _ended() -> float:
    """CPU seconds of Spark's Java, which the kernel tells once that program has ended."""
    from pyspark import SparkContext

    gateway = SparkContext._gateway
    gateway.shutdown()
    gateway.proc.stdin.close()
    gateway.proc.wait()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def others(ledger: str) -> dict[str, dict[str, float]]:
    """Plain questions put to everybody, by engine; raises when two engines disagree."""
    from bench import questions

    base = DuckDBEngine(threads=2)
    _prepared(base, ledger)
    found: dict[str, dict[str, tuple[int, float]]] = {
        "duckdb": {id_: questions.asked(base, id_) for id_ in questions.PLAIN}
    }
    with tempfile.TemporaryDirectory() as folder:
        unrelated = Path(folder) / "unrelated.parquet"
        base.connection.execute(f"copy unrelated to '{unrelated}' (format parquet)")
        base.close()
        with contextlib.suppress(ImportError):
            found["polars"] = {id_: questions.in_polars(unrelated, id_) for id_ in questions.PLAIN}
        with contextlib.suppress(NotInstalledRight):
            found["spark"] = _on_spark(ledger, Path(folder))
    for answers in found.values():
        for id_, (accounts, _) in answers.items():
            assert accounts == found["duckdb"][id_][0], (id_, accounts)
    return {e: {id_: s for id_, (_, s) in answers.items()} for e, answers in found.items()}


def _on_spark(ledger: str, scratch: Path) -> dict[str, tuple[int, float]]:
    from bench import questions

    from jaga.screening.engines.spark import SparkEngine

    engine = SparkEngine("local[2]", scratch=scratch)
    try:
        _prepared(engine, ledger)
        for id_ in questions.PLAIN[:1]:
            questions.asked(engine, id_)
        return {id_: questions.asked(engine, id_) for id_ in questions.PLAIN}
    finally:
        engine.close()


def _prepared(engine: Any, ledger: str) -> None:
    from jaga.ledger.watchlist import WATCHED_COLUMNS
    from jaga.screening import zones
    from jaga.screening.screen import places
    from jaga.screening.steps import prepare

    store = Ledger.open(Path(ledger))
    engine.load(store.payment_files(), store.accounts_file)
    engine.put("watchlist", WATCHED_COLUMNS, store.watched())
    engine.put("months", ("month", "starts", "ends"), [(0, 0, 2**40)])
    engine.put("zones", ("country", "place", "utc_offset"), zones.rows(places(engine)))
    prepare(engine)


if __name__ == "__main__":
    kinds = {"read": read, "scan": scan, "screen": screen, "files": files, "others": others}
    print(json.dumps(kinds[sys.argv[1]](*sys.argv[2:])))
