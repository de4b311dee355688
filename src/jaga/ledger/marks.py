"""What files say of payments that stand elsewhere: rejected, or returned.

A mark is kept for good, so the order in which a payment and its report are read does not
matter. A payment takes the furthest of its statuses: settled, then rejected, then returned.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from jaga.ledger.commit import settle
from jaga.ledger.days import EPOCH, ROW_GROUP, count, files, grouped
from jaga.ledger.staging import MARKS

_MATCHES = "m.payment_id = p.payment_id AND (m.agent IS NULL OR m.agent = p.agent)"


def take(
    engine: duckdb.DuckDBPyConnection, known: Path | None, said: list[Path], stored: list[Path]
) -> list[date]:
    """Turn the kept rows by all marks, the stored rows by new ones; the stored days that turn.

    `known`: marks of earlier reads; `said`: marks of this one; `stored`: the day files.
    """
    if known is None and not said:
        return []
    _load(engine, known, said)
    _turn_kept(engine)
    return _turn_stored(engine, stored) if stored and count(engine, "fresh") else []


def _load(engine: duckdb.DuckDBPyConnection, stored: Path | None, staged: list[Path]) -> None:
    """Make the tables `marks` (all of them) and `fresh` (those the store does not hold)."""
    known = f"FROM read_parquet({files([stored])})" if stored else _none()
    found = f"FROM read_parquet({files(staged)})" if staged else _none()
    engine.execute(f"CREATE TABLE fresh AS (SELECT DISTINCT * {found}) EXCEPT (SELECT * {known})")
    engine.execute(f"CREATE TABLE marks AS (SELECT * {known}) UNION (FROM fresh)")


def _turn_kept(engine: duckdb.DuckDBPyConnection) -> None:
    """Let the view `kept` give the marked status of its rows."""
    engine.execute(f"""
        CREATE TABLE turned AS
        SELECT p.input, p.row, max(m.status) AS status FROM
            (SELECT input, row, status, debtor_agent AS agent, {_number("debtor_agent")} FROM kept)
            AS p JOIN marks AS m ON {_MATCHES}
        WHERE m.status > p.status GROUP BY ALL""")
    if count(engine, "turned"):
        engine.execute("ALTER VIEW kept RENAME TO unmarked")
        engine.execute("""
            CREATE VIEW kept AS
            SELECT u.* REPLACE (coalesce(t.status, u.status) AS status)
            FROM unmarked AS u LEFT JOIN turned AS t USING (input, row)""")


def _turn_stored(engine: duckdb.DuckDBPyConnection, stored: list[Path]) -> list[date]:
    """Make the table `turned_before` (payment_key, status); the days it touches."""
    source = f"read_parquet({files(stored)})"
    engine.execute(f"""
        CREATE TABLE turned_before AS
        WITH named AS (
            SELECT day, payment_key, status, token AS agent, {_number("token")}
            FROM {source} LEFT JOIN codes ON kind = 'agent' AND code = debtor_agent)
        SELECT p.day, p.payment_key, max(m.status) AS status
        FROM named AS p JOIN fresh AS m ON {_MATCHES}
        WHERE m.status > p.status GROUP BY ALL""")
    rows = engine.execute("SELECT DISTINCT day FROM turned_before ORDER BY day").fetchall()
    return [EPOCH + timedelta(days=day) for (day,) in rows]


def stored_with_marks(stored: list[Path], columns: str) -> str:
    """The query of stored rows in the status `turned_before` gives them."""
    marked = ", ".join(
        "coalesce(t.status, s.status) AS status" if name == "status" else f"s.{name}"
        for name in columns.split(", ")
    )
    return (
        f"SELECT {marked} FROM read_parquet({files(stored)}) AS s "
        "LEFT JOIN turned_before AS t USING (payment_key)"
    )


def write(engine: duckdb.DuckDBPyConnection, staging: Path, root: Path) -> dict[str, Any]:
    """Write all marks in order; their manifest entry."""
    made = staging / "marks.parquet"
    reader = engine.execute(
        "SELECT payment_id, agent, status FROM marks ORDER BY ALL NULLS FIRST"
    ).to_arrow_reader(ROW_GROUP)
    with pq.ParquetWriter(made, MARKS, compression="zstd") as writer:
        for table in grouped(reader, MARKS):
            writer.write_table(table, row_group_size=ROW_GROUP)
    final, digest = settle(made, root, "marks-", ".parquet")
    return {"file": final.name, "sha256": digest, "rows": count(engine, "marks")}


def _number(agent: str) -> str:
    """The payment's own number: its key without the institution and the stroke after it."""
    return f"substr(payment_key, length(coalesce({agent}, '')) + 2) AS payment_id"


def _none() -> str:
    return (
        "FROM (SELECT NULL::VARCHAR AS payment_id, NULL::VARCHAR AS agent, "
        "NULL::INTEGER AS status WHERE false)"
    )
