"""How long `jaga screen` takes, as a multiple of one scan of what it stores.

    .venv/bin/python bench/screening.py            # 1 and 10 million payments
    .venv/bin/python bench/screening.py 1 3        # millions of payments

One scan is one aggregate over every stored column, two threads, warm: the least that any
program reading the ledger must do. Absolute seconds depend on the machine and its load; the
multiples depend on the program. Peak memory is the whole process's, from the kernel.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

ROOT = Path(__file__).parents[1]
PAYMENTS_PER_ACCOUNT = 45
"""About what the invented country makes in 90 days; the table prints the real count."""

SCAN_REPEATS = 5


@dataclass(frozen=True)
class Figures:
    """One size: counts, seconds, MiB."""

    payments: int
    alerts: int
    read: float
    screen: float
    scan: float
    memory: float


_CHILD = """
import json, resource, sys, time
from pathlib import Path
from jaga.line import Job, read_into
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.export import write_run
from jaga.screening.screen import screen
world, out = Path(sys.argv[1]), Path(sys.argv[2])
job = Job([world / "payments.csv.gz"], out, accounts=world / "accounts.csv")
out.mkdir(parents=True)
quiet = lambda stage, done, total: None
start = time.perf_counter()
ledger = read_into(job, quiet).ledger
read = time.perf_counter()
done = screen(ledger, DuckDBEngine(threads=2))
write_run(out, done.alerts, {})
end = time.perf_counter()
print(json.dumps({"payments": done.payments, "alerts": len(done.alerts), "read": read - start,
    "screen": end - read, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def scan_seconds(days: Path) -> float:
    """Best of several warm scans: one aggregate over every stored column."""
    connection = duckdb.connect(config={"threads": 2})
    files = f"read_parquet('{days}/*.parquet')"
    columns = [row[0] for row in connection.execute(f"describe select * from {files}").fetchall()]
    text = {"payment_key", "remark_text"}
    sums = ", ".join(f"max({c})" if c in text else f"sum({c})" for c in columns)
    times = []
    for _ in range(SCAN_REPEATS + 1):
        start = time.perf_counter()
        connection.execute(f"select {sums} from {files}").fetchall()
        times.append(time.perf_counter() - start)
    return min(times[1:])


def measure(millions: float, folder: Path) -> Figures:
    """Simulate, read, screen and scan one size."""
    accounts = int(millions * 1e6 / PAYMENTS_PER_ACCOUNT)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    world, out = folder / f"world-{millions}", folder / f"out-{millions}"
    subprocess.run(
        [sys.executable, "-m", "jaga_cli", "simulate", "--accounts", str(accounts), "--days", "90",
         "--seed", "1", "--out", str(world)],
        check=True, env=environment, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    printed = subprocess.run(
        [sys.executable, "-c", _CHILD, str(world), str(out)],
        check=True, env=environment, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return Figures(**json.loads(printed), scan=scan_seconds(out / "ledger" / "days"))


def main(sizes: list[float]) -> None:
    """Print one line per size and the growth from the first to the last."""
    print("payments    alerts  scan s  screen s  ×scan  read s  ×scan  both ×scan  peak MiB")
    found = []
    with tempfile.TemporaryDirectory(prefix="jaga-bench-") as folder:
        for size in sizes:
            f = measure(size, Path(folder))
            found.append(f)
            print(
                f"{f.payments:>10,}  {f.alerts:>6,}  {f.scan:6.2f}  {f.screen:8.1f}  "
                f"{f.screen / f.scan:5.1f}  {f.read:6.1f}  {f.read / f.scan:5.1f}  "
                f"{(f.read + f.screen) / f.scan:10.1f}  {f.memory:8.0f}",
                flush=True,
            )
    if len(found) > 1:
        first, last = found[0], found[-1]
        print(
            f"growth: payments ×{last.payments / first.payments:.1f}, "
            f"scan ×{last.scan / first.scan:.1f}, screen ×{last.screen / first.screen:.1f}, "
            f"read ×{last.read / first.read:.1f}, memory ×{last.memory / first.memory:.1f}"
        )


if __name__ == "__main__":
    main([float(text) for text in sys.argv[1:]] or [1.0, 10.0])
