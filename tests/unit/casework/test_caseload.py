"""How heavy cases are, and who could take the next one."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.casework import caseload
from jaga.casework.caseload import Candidate
from jaga.casework.steps import STEPS

CASES = st.lists(st.tuples(st.sampled_from([*caseload.RISKS]), st.sampled_from([*caseload.STEPS])))
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        number=st.integers(1, 50),
        load=st.integers(0, 4000),
        region_fits=st.booleans(),
        conflict=st.booleans(),
        needs_rest=st.booleans(),
    ),
    unique_by=lambda one: one.number,
)


def test_every_step_of_a_case_has_a_weight():
    assert set(caseload.STEPS) == set(STEPS)


@pytest.mark.parametrize(
    ("risk", "step", "weight"),
    [
        ("medium", "implementation", 100),
        ("high", "assessment", 180),
        ("low", "closure", 22),
        ("", "identification", 100),
    ],
)
def test_worked_weights(risk, step, weight):
    assert caseload.weight(risk, step) == weight


@pytest.mark.parametrize("step", caseload.STEPS)
def test_a_higher_risk_never_weighs_less(step: str):
    weights = [caseload.weight(risk, step) for risk in ("low", "medium", "high")]
    assert weights == sorted(weights)


@given(CASES, CASES)
def test_loads_add_up_whoever_holds_the_cases(some, others):
    assert caseload.load([*some, *others]) == caseload.load(some) + caseload.load(others)


@pytest.mark.parametrize(
    ("load", "state"), [(1999, "room"), (2000, "warning"), (2499, "warning"), (2500, "full")]
)
def test_states(load, state):
    assert caseload.state(load, 20, 25) == state


@given(CANDIDATES)
def test_a_conflict_of_interest_is_never_suggested(people):
    barred = {one.number for one in people if one.conflict}
    named = {one.number for one in caseload.suggest(people, 20, 25)}
    assert not named & barred
    assert named == {one.number for one in people} - barred


@given(CANDIDATES)
def test_whoever_is_free_comes_first_and_the_lightest_of_them_at_the_top(people):
    found = caseload.suggest(people, 20, 25)
    assert [one.free for one in found] == sorted((one.free for one in found), reverse=True)
    for first, second in itertools.pairwise(one.load for one in found if one.free):
        assert first <= second


def test_reasons_say_what_is_against_somebody():
    people = [
        Candidate(1, 2600),
        Candidate(2, 300, region_fits=False),
        Candidate(3, 100, needs_rest=True),
        Candidate(4, 2100),
    ]
    found = caseload.suggest(people, 20, 25)
    assert [one.number for one in found] == [4, 3, 2, 1]
    assert caseload.FITS in found[0].reasons
    assert caseload.WARNED in found[0].reasons
    assert found[1].reasons == (caseload.ROOM, caseload.TIRED)
    assert found[2].reasons == (caseload.ROOM, caseload.ELSEWHERE)
    assert found[3].reasons == (caseload.FULL,)
