"""Spark: the same SQL text for those whose payments outgrow one machine.

Every answer that later questions read is checkpointed, so that no plan grows with the run.
Spark keeps such tables on its workers, in memory and then on their disks.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from jaga.errors import NotInstalledRight
from jaga.screening.engines.base import ACCOUNT_COLUMNS, PAYMENT_COLUMNS, Row
from jaga.words import Text

PARTITIONS = 8
"""Pieces into which one machine deals rows; a cluster's own setting stands."""

_EVERYWHERE = {
    "spark.sql.ansi.enabled": "true",  # a sum past 64 bits is an error, never another number
    # What Spark concludes of a checkpointed table names columns that are gone; a union of such
    # tables then fails. No plan here gains from it.
    "spark.sql.constraintPropagation.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
_ONE_MACHINE = {
    "spark.sql.shuffle.partitions": str(PARTITIONS),
    "spark.driver.memory": "3g",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}


class SparkEngine:
    """One Spark session. Tables are temporary views of it."""

    name = "spark"

    def __init__(
        self,
        master: str | None = None,
        *,
        storage: str | None = None,
        scratch: Path | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        """`master`: as Spark writes it (local[2], spark://…, yarn); None leaves it to whoever
        started the program. `storage`: where the workers find the ledger's folder, such as
        s3a://bucket/ledger; by default at the same path as here. `scratch`: a folder for what
        memory cannot hold, on one machine. `settings`: Spark's own, over those below.

        Raises NotInstalledRight without pyspark or Java.
        """
        self._storage = storage
        self.session = _session(master, scratch, settings or {})

    def load(self, payments: Sequence[Path], accounts: Path | None) -> None:
        """Views over Parquet, read by the workers."""
        files = [self._at(path, "days/") for path in payments]
        shown = self.session.read.parquet(*files).selectExpr(*_wide(PAYMENT_COLUMNS), "payment_key")
        shown.createOrReplaceTempView("payments")
        if accounts is None:
            self.put("accounts", ACCOUNT_COLUMNS, [])
        else:
            known = self.session.read.parquet(self._at(accounts))
            self._keep("accounts", known.selectExpr(*_wide(ACCOUNT_COLUMNS)))

    def put(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Rows go over as Arrow, so that no Python runs on the workers."""
        arrays = [pa.array([row[i] for row in rows], pa.int64()) for i in range(len(columns))]
        made = self.session.createDataFrame(pa.table(arrays, names=list(columns)))
        made.createOrReplaceTempView(table)

    def make(self, table: str, sql: str) -> None:
        """Worked out at once and kept on the workers."""
        self._keep(table, self.session.sql(sql))

    def rows(self, sql: str) -> list[Row]:
        """All rows, brought here."""
        return [tuple(row) for row in self.session.sql(sql).collect()]

    def close(self) -> None:
        """End the session and what it kept."""
        self.session.stop()

    def _keep(self, table: str, answer: Any) -> None:
        answer.localCheckpoint(eager=True).createOrReplaceTempView(table)

    def _at(self, path: Path, folder: str = "") -> str:
        if self._storage is None:
            return path.resolve().as_uri()
        return f"{self._storage.rstrip('/')}/{folder}{path.name}"


def _wide(columns: Sequence[str]) -> list[str]:
    return [f"cast({name} as bigint) as {name}" for name in columns]


def _session(master: str | None, scratch: Path | None, own: Mapping[str, str]) -> Any:
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise _absent() from error
    builder = SparkSession.builder.appName("jaga")
    settings = dict(_EVERYWHERE)
    if master is not None:
        builder = builder.master(master)
        if master.startswith("local"):
            settings |= _ONE_MACHINE
            if scratch is not None:
                settings["spark.local.dir"] = str(scratch)
    for name, value in (settings | dict(own)).items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except PySparkRuntimeError as error:
        if error.getCondition() == "JAVA_GATEWAY_EXITED":
            raise _no_java() from error
        raise


def _absent() -> NotInstalledRight:
    return NotInstalledRight(
        Text(
            "Mesin spark memerlukan pyspark: jalankan `pip install --require-hashes -r "
            "requirements/spark.lock`, atau pakai --engine duckdb.",
            "The spark engine needs pyspark: run `pip install --require-hashes -r "
            "requirements/spark.lock`, or use --engine duckdb.",
        )
    )


def _no_java() -> NotInstalledRight:
    return NotInstalledRight(
        Text(
            "Mesin spark memerlukan Java 17 atau lebih baru; pada Debian pasang paket "
            "default-jre-headless, atau pakai --engine duckdb.",
            "The spark engine needs Java 17 or later; on Debian install the package "
            "default-jre-headless, or use --engine duckdb.",
        )
    )
