"""Every example of every circumstance, on every engine that is there. No file has its own test."""

from dataclasses import replace

import pytest

from jaga.screening.circumstances import _FILES, CIRCUMSTANCES
from jaga.screening.circumstances.model import Circumstance, Step
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.examples import expected, weighed
from jaga.screening.indicators import INDICATORS
from jaga.screening.model import ModelError
from jaga.screening.sql import faults
from jaga.screening.typologies import TYPOLOGIES
from jaga.screening.weighing import SIDES, side
from jaga.words import Text

EXAMPLES = [
    pytest.param(one, example, id=f"{one.id}: {example.name}")
    for one in CIRCUMSTANCES.values()
    for example in one.examples
]
EACH = pytest.mark.parametrize("one", CIRCUMSTANCES.values(), ids=CIRCUMSTANCES.keys())


@pytest.fixture(scope="module")
def engine():
    engine = DuckDBEngine(threads=1)
    yield engine
    engine.close()


@pytest.mark.parametrize(("one", "example"), EXAMPLES)
def test_example(engine, one, example):
    assert weighed(engine, one, example) == expected(example)


def _holds(engine, one: Circumstance) -> bool:
    return all(weighed(engine, one, e) == expected(e) for e in one.examples)


def _moved(one: Circumstance, position: int) -> list[Circumstance]:
    made = []
    for by in (-1, 1):
        steps = list(one.steps)
        floor = steps[position].at_least + by
        if floor not in {step.at_least for step in steps}:
            steps[position] = replace(steps[position], at_least=floor)
            made.append(replace(one, steps=tuple(steps)))
    return made


@EACH
def test_an_example_stands_on_every_boundary(engine, one):
    changed = [moved for position in range(1, len(one.steps)) for moved in _moved(one, position)]
    changed += [replace(one, least=one.least + by) for by in (-1, 1)]
    for place, parameter in enumerate(one.parameters):
        for by in (-1, 1):
            parameters = list(one.parameters)
            parameters[place] = replace(parameter, value=parameter.value + by)
            changed.append(replace(one, parameters=tuple(parameters)))
    loose = [one for one in changed if _holds(engine, one)]
    assert loose == []


@EACH
def test_it_is_house_sql_and_asks_about_no_country(one):
    assert faults(one.sql) == []
    assert "country" not in one.sql
    assert "abroad" not in one.sql


@EACH
def test_its_file_has_its_name_and_its_sentences_name_only_the_measure(one):
    module = next(file for file in _FILES if file.CIRCUMSTANCE is one)
    assert module.__name__.endswith(f".{one.id}")
    for step in one.steps:
        if step.reason:
            for words in (step.reason.id, step.reason.en):
                assert words.format(part=1, whole=2)


def test_points_go_with_a_sentence_and_never_accuse():
    one = next(iter(CIRCUMSTANCES.values()))
    for steps in (
        (Step(0, -3),), (Step(0, 3, Text("x", "x")),), (Step(0, 0, Text("x", "x")),),
        (Step(1, 0),), (Step(0, 0), Step(0, 0)), (),
    ):  # fmt: skip
        with pytest.raises(ModelError):
            replace(one, steps=steps)


def test_every_typology_has_its_side():
    sides = {id_: side(one, INDICATORS) for id_, one in TYPOLOGIES.items()}
    assert set(sides.values()) == set(SIDES)
    for id_, one in TYPOLOGIES.items():
        if one.role in ("payer", "receiver"):
            assert sides[id_] == ("debtor" if one.role == "payer" else "creditor"), id_
