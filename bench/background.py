"""How long one answer about one customer takes, on a ledger of any size.

    .venv/bin/python bench/background.py LEDGER [ACCOUNTS]

LEDGER is a folder kept by `jaga screen --ledger`. Answers for accounts of every size: the
busiest, and others spread evenly down to the quietest. Seconds depend on the machine and
its load, so each is printed beside one scan of the two account columns of the same ledger.
"""

import resource
import statistics
import sys
import time
from pathlib import Path

import duckdb

from jaga.ledger.store import Ledger
from jaga.screening.background import background
from jaga.screening.engines.duckdb import DuckDBEngine


def _accounts(ledger: Ledger, count: int) -> list[tuple[int, int]]:
    """(account, payments), the busiest person or wallet first, then evenly down."""
    files = [str(file) for file in ledger.payment_files()]
    rows = duckdb.execute(
        "SELECT account, count(*) AS n FROM (SELECT debtor AS account FROM read_parquet($1) "
        "UNION ALL SELECT creditor FROM read_parquet($1)) GROUP BY account "
        "ORDER BY n DESC, account",
        [files],
    ).fetchall()
    step = max(len(rows) // count, 1)
    return [(int(account), int(n)) for account, n in rows[::step][:count]]


def _scan(ledger: Ledger) -> float:
    files = [str(file) for file in ledger.payment_files()]
    times = []
    for _ in range(3):
        start = time.perf_counter()
        duckdb.execute("SELECT max(debtor), max(creditor) FROM read_parquet(?)", [files]).fetchall()
        times.append(time.perf_counter() - start)
    return min(times)


def main(folder: str, count: int = 8) -> None:
    """Print payments, seconds and multiples of a scan for each account."""
    ledger = Ledger.open(Path(folder))
    total = sum(day["rows"] for day in ledger.manifest["days"].values())
    scan, seconds = _scan(ledger), []
    print(f"{total:,} payments; one scan of two columns: {scan:.2f} s")
    for account, payments in _accounts(ledger, count):
        engine = DuckDBEngine()
        token = ledger.token("account", [account])[account]
        start = time.perf_counter()
        found = background(ledger, token, engine)
        seconds.append(time.perf_counter() - start)
        engine.close()
        fired = len(found.accounts[0].fired)
        print(f"{payments:>9,} payments: {seconds[-1]:6.2f} s, {fired} answers fire")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"median {statistics.median(seconds):.2f} s, peak memory {memory:,.0f} MiB")


if __name__ == "__main__":
    main(sys.argv[1], *(int(n) for n in sys.argv[2:3]))
