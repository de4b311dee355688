"""How long two hops around a subject take in a large ledger.

    .venv/bin/python bench/network.py          # ten million payments
    .venv/bin/python bench/network.py 1        # millions of payments

Simulates the country, reads it, then follows the money of subjects of different sizes, each in
a process of its own. Seconds depend on the machine; peak memory is the whole process's.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jaga.ledger.store import Ledger
from jaga.line import Job, read_into
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.network.follow import follow_one
from jaga.screening.network.model import Limits
from jaga.screening.network.subject import RunFolder
from jaga.world.simulate import simulate
from jaga.world.spec import WorldSpec

PAYMENTS_PER_ACCOUNT = 50
SUBJECTS = 5
MEASURE = "--measure"


def build(millions: float, folder: Path) -> None:
    """The country as a ledger in `folder`/run."""
    world, out = folder / "world", folder / "run"
    accounts = int(millions * 1e6 / PAYMENTS_PER_ACCOUNT)
    simulate(WorldSpec(accounts=accounts, days=90, seed=31), world, "parquet")
    out.mkdir()
    read_into(
        Job([world / "payments.parquet"], out, accounts=world / "accounts.csv"),
        lambda stage, done, total: None,
    )


def measure(folder: Path) -> None:
    """One line a subject, from a process that did nothing else."""
    ledger = Ledger.open(folder / "run" / "ledger")
    run = RunFolder(folder / "run", {}, (), ledger)
    payments = sum(entry["rows"] for entry in ledger.manifest["days"].values())
    print("| payments | parties | seconds | CPU seconds | peak MiB |\n|---|---|---|---|---|")
    for place in range(SUBJECTS):
        token = ledger.token("account", [1000 * place + 1]).popitem()[1]
        engine = DuckDBEngine()
        start, worked = time.perf_counter(), time.process_time()
        found = follow_one(run, engine, token, Limits())
        seconds, worked = time.perf_counter() - start, time.process_time() - worked
        engine.close()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        line = f"| {payments:,} | {len(found.parties)} | {seconds:.1f} | {worked:.1f} | {peak:,} |"
        print(line, flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == [MEASURE]:
        measure(Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as made:
            build(float(sys.argv[1]) if len(sys.argv) > 1 else 10, Path(made))
            subprocess.run([sys.executable, __file__, MEASURE, made], check=True)
