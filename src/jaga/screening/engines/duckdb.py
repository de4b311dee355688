"""DuckDB: the engine for one machine. Reads the day files in place, spills what does not fit."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

from jaga.screening.engines.base import ACCOUNT_COLUMNS, PAYMENT_COLUMNS, Row

MEMORY_LIMIT = "2GB"
"""Enough for ten million payments; past it DuckDB works on disk."""


class DuckDBEngine:
    """One in-memory database whose overflow goes to a private temporary folder."""

    name = "duckdb"

    def __init__(
        self, *, threads: int = 2, memory_limit: str = MEMORY_LIMIT, overflow: Path | None = None
    ) -> None:
        """`overflow`: a folder of its own for what memory cannot hold, emptied first, since a
        killed run leaves payments in it; by default a private temporary one."""
        self._overflow = overflow or Path(tempfile.mkdtemp(prefix="jaga-screen-"))
        shutil.rmtree(self._overflow, ignore_errors=True)
        self.connection = duckdb.connect(
            config={
                "threads": threads,
                "memory_limit": memory_limit,
                "temp_directory": str(self._overflow),
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
                "preserve_insertion_order": False,
            }
        )
        # It would print one wherever it takes the program for a person at a terminal.
        self.connection.execute("set enable_progress_bar = false")

    def load(self, payments: Sequence[Path], accounts: Path | None) -> None:
        """Views over Parquet: nothing is copied before a question asks for it."""
        self.connection.execute(
            f"create or replace view payments as select {_wide(PAYMENT_COLUMNS)}, payment_key "
            f"from {_scan(payments)}"
        )
        if accounts is None:
            self.put("accounts", ACCOUNT_COLUMNS, [])
        else:
            self.make("accounts", f"select {_wide(ACCOUNT_COLUMNS)} from {_scan([accounts])}")

    def put(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Rows become an Arrow table first: one copy, no statement per row."""
        arrays = [pa.array([row[i] for row in rows], pa.int64()) for i in range(len(columns))]
        self.connection.register("incoming", pa.table(arrays, names=list(columns)))
        self.make(table, "select * from incoming")
        self.connection.unregister("incoming")

    def make(self, table: str, sql: str) -> None:
        """Materialised, because later questions read it again and again."""
        self.connection.execute(f"create or replace table {table} as {sql}")

    def rows(self, sql: str) -> list[Row]:
        """All rows at once: screening asks for alerts, not for payments."""
        return self.connection.execute(sql).fetchall()

    def close(self) -> None:
        """Close the database before its overflow folder goes."""
        self.connection.close()
        shutil.rmtree(self._overflow, ignore_errors=True)


def _wide(columns: Sequence[str]) -> str:
    """Stored integers are narrow; house SQL knows one width, so that none overflows."""
    return ", ".join(f"cast({name} as bigint) as {name}" for name in columns)


def _scan(files: Sequence[Path]) -> str:
    names = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
    return f"read_parquet([{names}])"
