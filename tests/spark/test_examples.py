"""Spark answers every worked example as written down, and as DuckDB does, from the same text."""

from dataclasses import replace

import pytest
from tests.gathered import Gathered

from jaga.screening.ask import required_ids
from jaga.screening.examples import expected
from jaga.screening.indicators import INDICATORS
from jaga.screening.typologies import TYPOLOGIES

pytestmark = [pytest.mark.spark, pytest.mark.slow]
GATHERED = Gathered(INDICATORS.values())


@pytest.fixture(scope="module")
def engines(spark, duckdb_engine):
    for engine in (spark, duckdb_engine):
        GATHERED.load(engine)
    return spark, duckdb_engine


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=INDICATORS.keys())
def test_every_example_is_answered_alike(engines, indicator):
    spark, duckdb = engines
    answers = GATHERED.answers(spark, indicator)
    assert answers == GATHERED.answers(duckdb, indicator)
    own = GATHERED.own(indicator, answers)
    assert own
    for example, rows in own:
        assert rows == expected(example), example.name


def _moved(indicator, step):
    first = replace(indicator.parameters[0], value=indicator.parameters[0].value + step)
    return replace(indicator, parameters=(first, *indicator.parameters[1:]))


@pytest.mark.parametrize("id_", sorted(required_ids(TYPOLOGIES.values()))[:4])
def test_a_boundary_moved_on_one_engine_alone_is_seen(engines, id_):
    """So that equal answers above do not come from examples that would not notice."""
    spark, duckdb = engines
    indicator = INDICATORS[id_]
    as_written = GATHERED.answers(duckdb, indicator)
    assert any(GATHERED.answers(spark, _moved(indicator, step)) != as_written for step in (1, -1))


def test_a_comparison_changed_in_the_text_of_one_engine_alone_is_seen(engines):
    spark, duckdb = engines
    indicator = INDICATORS["payer_prolific_small"]
    changed = replace(indicator, sql=indicator.sql.replace("amount_idr < ", "amount_idr <= "))
    assert changed.sql != indicator.sql
    assert GATHERED.answers(spark, changed) != GATHERED.answers(duckdb, indicator)
    assert GATHERED.answers(duckdb, changed) == GATHERED.answers(spark, changed)
