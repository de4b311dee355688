"""One small world for all tests of this folder; reading it is the slow part."""

import pyarrow as pa
import pyarrow.csv as pacsv
import pytest

from jaga.world import WorldSpec, simulate

SPEC = WorldSpec(accounts=4000, days=60, seed=7)
TEXT = pacsv.ConvertOptions(
    column_types={name: pa.string() for name in ("merchant_category", "place", "payment_id")},
    strings_can_be_null=True,
)


def table(path):
    """A CSV file as a list of dicts' columns."""
    return pacsv.read_csv(path, convert_options=TEXT)


def keyed(payments):
    """{payment_key: row} of a payments table."""
    return {f"{row['debtor_agent']}/{row['payment_id']}": row for row in payments.to_pylist()}


@pytest.fixture(scope="session")
def world(tmp_path_factory):
    """The folder of a world of 4,000 accounts and 60 days."""
    out = tmp_path_factory.mktemp("world")
    return simulate(SPEC, out)


@pytest.fixture(scope="session")
def payments(world):
    return table(world.out / "payments.csv.gz")


@pytest.fixture(scope="session")
def accounts(world):
    return {row["account"]: row for row in table(world.out / "accounts.csv").to_pylist()}


@pytest.fixture(scope="session")
def labels(world):
    return table(world.out / "labels.csv").to_pylist()


@pytest.fixture(scope="session")
def rows(payments):
    return keyed(payments)
