"""Small payments files for the tests, from text."""

import csv
from pathlib import Path

import duckdb

from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger

HEADER = "payment_id,booked_at,amount,currency,rail,debtor_account,creditor_account"
ROW = {
    "payment_id": "P1",
    "booked_at": "2025-01-31T08:15:00+07:00",
    "amount": "150000.00",
    "currency": "IDR",
    "rail": "qris",
    "debtor_account": "D1",
    "creditor_account": "C1",
}


def row(**changes: str) -> dict[str, str]:
    """One sound payment with some values changed."""
    return {**ROW, **changes}


def write(path: Path, rows: list[dict[str, str]], delimiter: str = ",") -> Path:
    """A CSV file of the rows; columns are those of any row."""
    names = list(dict.fromkeys(name for one in rows for name in one))
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, names, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def read(tmp_path: Path, *rows: dict[str, str], **options: object):
    """Read rows into a fresh store: (ledger, report)."""
    path = write(tmp_path / "payments.csv", list(rows))
    ledger = Ledger.open(tmp_path / "store")
    return ledger, ledger.read([path], ReadOptions(**options))


def stored(ledger: Ledger, columns: str = "*") -> list[tuple]:
    """The rows of all days, in order."""
    files = [str(path) for path in ledger.payment_files()]
    if not files:
        return []
    return duckdb.execute(
        f"SELECT {columns} FROM read_parquet(?) ORDER BY payment", [files]
    ).fetchall()


def rejects(ledger: Ledger) -> list[dict[str, str]]:
    """The rows of all rejects files."""
    found = []
    for one in ledger.manifest["inputs"]:
        if one["rejects"]:
            with (ledger.root / one["rejects"]).open(newline="", encoding="utf-8") as file:
                found += list(csv.DictReader(file))
    return found


def balanced(report) -> bool:
    """Rows in = kept + rejected, for every input."""
    return all(one.rows_in == one.kept + sum(one.rejected.values()) for one in report.inputs)
