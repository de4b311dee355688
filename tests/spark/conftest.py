"""One Spark session for all: a start takes longer than most tests."""

import pytest

from jaga.screening.engines.duckdb import DuckDBEngine

SMALL = {
    # Tiny tables: compiling code for each stage would take longer than the stage.
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.default.parallelism": "1",
}


@pytest.fixture(scope="session")
def spark(tmp_path_factory):
    pytest.importorskip("pyspark", reason="no pyspark: the Spark engine")
    from jaga.screening.engines.spark import SparkEngine

    engine = SparkEngine("local[2]", scratch=tmp_path_factory.mktemp("spark"), settings=SMALL)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def duckdb_engine():
    engine = DuckDBEngine(threads=1)
    yield engine
    engine.close()
