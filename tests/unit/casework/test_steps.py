"""The table of steps: what it allows, and that nothing else is."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.casework import steps
from jaga.casework.steps import APPROVE, ASSIGN, CLOSED, EVIDENCE, ROWS, STEPS, TABLE, Actor

PLACES = (*STEPS, CLOSED)
EVERY_PAIR = list(product(PLACES, PLACES))
ALL_EVIDENCE = frozenset(EVIDENCE)
# A caseworker, a supervisor, a legal officer, and somebody who only reads.
ROLES = {
    "caseworker": frozenset({"cases.own", "cases.view"}),
    "supervisor": frozenset({"cases.own", "cases.view", ASSIGN, APPROVE}),
    "legal officer": frozenset({"cases.own", "cases.view"}),
    "reader": frozenset({"cases.view"}),
    "nobody": frozenset(),
}
ACTORS = [
    Actor(permissions, holds, asked)
    for permissions in ROLES.values()
    for holds, asked in product((False, True), repeat=2)
]


def fits(row, actor):
    """The rule in other words than the code's."""
    if row.who == "holder":
        return "cases.own" in actor.permissions and (actor.holds or ASSIGN in actor.permissions)
    may = APPROVE in actor.permissions
    return may and not (row.who == "another" and (actor.holds or actor.asked))


@pytest.mark.parametrize(("before", "after"), EVERY_PAIR)
def test_every_pair_with_every_actor_and_each_missing_evidence(before, after):
    row = TABLE.get((before, after))
    for actor in ACTORS:
        allowed = row is not None and fits(row, actor)
        assert (not steps.refusals(before, after, actor, ALL_EVIDENCE)) == allowed
        for missing in row.evidence if row else ():
            assert steps.refusals(before, after, actor, ALL_EVIDENCE - {missing})


@given(st.sampled_from(EVERY_PAIR), st.sampled_from(ACTORS), st.sets(st.sampled_from([*EVIDENCE])))
def test_nothing_passes_without_all_of_its_evidence(pair, actor, shown):
    if not steps.refusals(*pair, actor, shown):
        assert set(TABLE[pair].evidence) <= shown


def test_a_refusal_says_each_thing_that_lacks():
    actor = Actor(ROLES["caseworker"], holds=True)
    said = steps.refusals("plan", "implementation", actor, {"goal_set"})
    assert len(said) == 2
    assert all(text.id.endswith(".") and text.en.endswith(".") for text in said)


def test_no_child_s_case_ends_by_one_person():
    endings = [row for row in ROWS if row.after == CLOSED]
    assert [row.who for row in endings] == ["another"]
    assert "closure_approved" in endings[0].evidence


def test_the_ordinary_way_leads_through_all_six_steps_to_the_end():
    way = ["identification"]
    while way[-1] != CLOSED:
        way.append(next(row.after for row in steps.rows_from(way[-1]) if row.forward))
    assert way == list(PLACES)


def test_every_row_names_known_steps_and_evidence_and_is_the_only_one_of_its_pair():
    assert len(TABLE) == len(ROWS)
    for row in ROWS:
        assert {row.before, row.after} <= set(PLACES)
        assert set(row.evidence) <= set(EVIDENCE)
        assert row.source
    used = {name for row in ROWS for name in row.evidence}
    assert used == set(EVIDENCE)


def test_every_step_can_be_left_and_every_end_undone():
    for place in PLACES:
        assert steps.rows_from(place)
