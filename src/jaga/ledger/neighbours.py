"""One customer's part of a ledger: their payments, and those of whom they dealt with.

A question about one account must not take as long as a question about everybody. What an
indicator can see of an account lies among its own payments, those of its counterparties,
and those made with its devices.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb

from jaga.ledger import days
from jaga.ledger.store import Ledger
from jaga.ledger.tables import TOKEN_KINDS

MOST_ACCOUNTS = 10
"""Accounts answered for when a device or a holder stands behind several."""


def overlay(ledger: Ledger, folder: Path) -> Ledger:
    """A store in `folder` over the same files: what is read into it does not touch the first."""
    for name in _files(ledger):
        made = folder / name
        made.parent.mkdir(parents=True, exist_ok=True)
        made.symlink_to((ledger.root / name).resolve())
    shutil.copy(ledger.root / "manifest.json", folder / "manifest.json")
    return Ledger.open(folder)


def _files(ledger: Ledger) -> list[str]:
    parts = [ledger.manifest[name] for name in ("codes", "accounts", "watchlist")]
    entries = [*ledger.manifest["days"].values(), *(part for part in parts if part)]
    return [str(entry["file"]) for entry in entries]


def kinds_of(ledger: Ledger, token: str) -> dict[str, int]:
    """What the ledger knows a token as: kind of token → code. Empty: it does not know it."""
    with duckdb.connect() as engine:
        rows = engine.execute(
            "SELECT kind, code FROM read_parquet(?) WHERE token = ? ORDER BY kind",
            [str(ledger.codes_file), token],
        ).fetchall()
    return {str(kind): int(code) for kind, code in rows if kind in TOKEN_KINDS}


def accounts_behind(ledger: Ledger, kind: str, code: int, files: Sequence[Path]) -> list[int]:
    """Accounts that a holder holds, or that a device, phone or address of the network paid
    from; at most MOST_ACCOUNTS and one more, those with the lowest codes."""
    if kind == "holder":
        if ledger.accounts_file is None:
            return []
        source, column, account = days.files([ledger.accounts_file]), "holder", "account"
    else:
        source, column, account = days.files(list(files)), kind, "debtor"
    with duckdb.connect() as engine:
        rows = engine.execute(
            f"SELECT DISTINCT {account} FROM read_parquet({source}) "
            f"WHERE {column} = ? ORDER BY 1 LIMIT ?",
            [code, MOST_ACCOUNTS + 1],
        ).fetchall()
    return [int(row[0]) for row in rows]


def neighbourhood(files: Sequence[Path], account: int, folder: Path) -> Path:
    """A day file, in `folder`, of every payment that touches the account, a counterparty of a
    payment without merchant code, or a device, phone or address the account paid with."""
    made = folder / "neighbourhood.parquet"
    engine = days.connect(folder)
    try:
        engine.execute(
            f"CREATE VIEW stored AS SELECT * FROM read_parquet({days.files(list(files))})"
        )
        engine.execute(
            "CREATE TABLE own AS SELECT debtor, creditor, mcc, device, phone, ip FROM stored "
            "WHERE debtor = $1 OR creditor = $1",
            [account],
        )
        engine.execute(
            "CREATE TABLE near AS SELECT $1::INTEGER AS code "
            "UNION SELECT debtor FROM own WHERE mcc IS NULL "
            "UNION SELECT creditor FROM own WHERE mcc IS NULL",
            [account],
        )
        for column in ("device", "phone", "ip"):
            engine.execute(
                f"CREATE TABLE {column}s AS SELECT DISTINCT {column} AS code FROM own "
                f"WHERE debtor = ? AND {column} IS NOT NULL",
                [account],
            )
        engine.execute(
            "COPY (SELECT * FROM stored WHERE debtor IN (FROM near) OR creditor IN (FROM near) "
            "OR device IN (FROM devices) OR phone IN (FROM phones) OR ip IN (FROM ips)) "
            f"TO '{str(made).replace(chr(39), chr(39) * 2)}' (FORMAT parquet)"
        )
    finally:
        engine.close()
    return made
