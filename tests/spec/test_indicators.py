"""Every example of every indicator, and what each file must state. No file has its own test."""

from dataclasses import replace

import pytest

from jaga.screening import sql as house
from jaga.screening.engines.base import Engine
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.examples import answer, expected
from jaga.screening.indicators import _FILES, INDICATORS
from jaga.screening.measure import bindings, firing_sql, value_names
from jaga.screening.model import ROLES, Indicator
from jaga.screening.steps import ASKED, STEPS, touched
from jaga.screening.typologies import TYPOLOGIES

EXAMPLES = [
    pytest.param(indicator, example, id=f"{indicator.id}: {example.name}")
    for indicator in INDICATORS.values()
    for example in indicator.examples
]
EVERY_INDICATOR = pytest.mark.parametrize("indicator", INDICATORS.values(), ids=INDICATORS.keys())
EVERY_TYPOLOGY = pytest.mark.parametrize("typology", TYPOLOGIES.values(), ids=TYPOLOGIES.keys())


@pytest.fixture(scope="module")
def engine():
    engine = DuckDBEngine(threads=1)
    yield engine
    engine.close()


@pytest.mark.parametrize(("indicator", "example"), EXAMPLES)
def test_example(engine, indicator, example):
    assert answer(engine, indicator, example) == expected(example)


def _keeps_its_promises(engine: Engine, indicator: Indicator) -> bool:
    return all(answer(engine, indicator, e) == expected(e) for e in indicator.examples)


def _with_parameter(indicator: Indicator, position: int, step: int) -> Indicator:
    changed = list(indicator.parameters)
    changed[position] = replace(changed[position], value=changed[position].value + step)
    return replace(indicator, parameters=tuple(changed))


def _moved_bands(indicator: Indicator, position: int) -> list[Indicator]:
    """The indicator with one band a step lower and a step higher; where its neighbour stands
    there already, the band falls away instead."""
    floors = {band.at_least for band in indicator.bands}
    moved = []
    for step in (-1, 1):
        changed = list(indicator.bands)
        floor = changed[position].at_least + step
        if floor in floors:
            del changed[position]
        else:
            changed[position] = replace(changed[position], at_least=floor)
        moved.append(replace(indicator, bands=tuple(changed)))
    return moved


@EVERY_INDICATOR
def test_an_example_stands_on_every_boundary(engine, indicator):
    """One step on a parameter or a band, either way, must break an example: else the boundary
    could move without anyone noticing."""
    loose = [
        parameter.name
        for position, parameter in enumerate(indicator.parameters)
        if all(
            _keeps_its_promises(engine, _with_parameter(indicator, position, step))
            for step in (-1, 1)
        )
    ] + [
        f"band {band.at_least}"
        for position, band in enumerate(indicator.bands)
        if all(_keeps_its_promises(engine, one) for one in _moved_bands(indicator, position))
    ]
    assert loose == []


@EVERY_INDICATOR
def test_uses_only_house_sql(indicator):
    assert house.faults(indicator.sql) == []
    assert house.faults(firing_sql(indicator, 1)) == []
    assert house.faults(firing_sql(indicator, 1, "select account from asked")) == []


@EVERY_INDICATOR
def test_every_parameter_is_used_and_every_name_is_known(indicator):
    used = house.parameters_used(indicator.sql) | house.parameters_used(indicator.evidence.where)
    known = set(bindings(indicator))
    assert used <= known
    for name in indicator.values:
        in_words = name in indicator.reason_fields()
        assert in_words or any(u == name or u.startswith(f"{name}_") for u in used), name


@EVERY_INDICATOR
def test_answers_account_and_moment_first(indicator):
    columns = house.columns(indicator.sql)
    assert columns[:2] == ("account", "moment")
    assert indicator.measure in columns


@EVERY_INDICATOR
def test_sentences_use_known_values(indicator):
    assert indicator.reason_fields() <= set(value_names(indicator)) | set(bindings(indicator))


@EVERY_INDICATOR
def test_has_an_example_that_fires_and_one_that_stays_quiet(indicator):
    assert {bool(example.rows.strip()) for example in indicator.examples} == {True, False}


@EVERY_INDICATOR
def test_looks_no_further_back_than_it_says(indicator):
    seconds = [v for name, v in bindings(indicator).items() if name.endswith("_seconds")]
    assert max(seconds, default=0) <= indicator.lookback_days * 86_400
    assert indicator.evidence.days <= indicator.lookback_days + 3


@EVERY_INDICATOR
def test_asks_no_country(indicator):
    """A country may weigh on a score; no question may be about one."""
    used = indicator.sql + indicator.evidence.where
    assert "country" not in used
    assert "abroad" not in used


def test_shared_steps_are_house_sql():
    for step in STEPS:
        assert house.faults(step.sql) == [], step.name
    for name, text in ASKED.items():
        assert (
            house.faults(text.format(columns="p.t", touched=touched("select 1 as n", ""))) == []
        ), name


def test_every_file_in_the_folder_is_listed():
    import pkgutil

    from jaga.screening import indicators

    found = {module.name for module in pkgutil.iter_modules(indicators.__path__)}
    assert found == {file.__name__.rsplit(".", 1)[1] for file in _FILES}
    assert found == set(INDICATORS)


@EVERY_TYPOLOGY
def test_a_typology_asks_two_families_and_can_be_reached(typology):
    terms = [(INDICATORS[term.indicator], term) for term in typology.terms]
    assert len({indicator.family for indicator, _ in terms}) >= 2
    best = sum(indicator.bands[-1].weight * term.percent // 100 for indicator, term in terms)
    required = sum(i.bands[-1].weight * t.percent // 100 for i, t in terms if t.required)
    assert required < typology.threshold <= best


def test_every_role_has_a_typology():
    assert {typology.role for typology in TYPOLOGIES.values()} == set(ROLES)


def test_every_indicator_serves_a_typology():
    used = {term.indicator for typology in TYPOLOGIES.values() for term in typology.terms}
    assert used == set(INDICATORS)


def test_an_indicator_outside_house_sql_is_never_asked():
    indicator = next(iter(INDICATORS.values()))
    sql = "select debtor as account, t as moment, sqrt(amount_idr) as receivers from payments"
    with pytest.raises(house.HouseSqlError, match=indicator.id):
        firing_sql(replace(indicator, sql=sql), 1)
