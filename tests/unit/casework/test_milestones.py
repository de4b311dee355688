"""The table of the legal road: every row whole, every other step refused."""

import itertools

import pytest

from jaga.casework import milestones
from jaga.casework.deadline_rows import DEADLINES

ROWS = milestones.ROWS
STATES = [milestones.BEGINNING, *milestones.STATES]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.kind}-{row.before}-{row.after}")
def test_every_row_is_whole(row):
    assert row.kind in milestones.KINDS
    assert row.after in milestones.STATES
    assert row.law
    assert set(row.ends) | set(row.starts) <= set(DEADLINES)
    assert milestones.step(row.kind, row.before, row.after) is row


def test_no_step_is_listed_twice():
    steps = [(row.kind, row.before, row.after) for row in ROWS]
    assert len(steps) == len(set(steps))


@pytest.mark.parametrize("kind", milestones.KINDS)
def test_every_other_step_is_none(kind):
    legal = {(row.before, row.after) for row in ROWS if row.kind == kind}
    found = {pair for pair in itertools.product(STATES, STATES) if milestones.step(kind, *pair)}
    assert found == legal


@pytest.mark.parametrize("kind", milestones.KINDS)
def test_every_state_is_reached_from_the_beginning_and_some_end(kind):
    reached, waiting = set(), {milestones.BEGINNING}
    while waiting:
        state = waiting.pop()
        reached.add(state)
        waiting |= {row.after for row in milestones.next_of(kind, state)} - reached
    assert reached == {row.before for row in ROWS if row.kind == kind} | {
        row.after for row in ROWS if row.kind == kind
    }
    assert not all(milestones.next_of(kind, state) for state in reached)


def test_only_restitution_has_sums_and_the_police_report_ends_its_clock():
    assert {row.kind for row in ROWS if row.amount} == {"restitution"}
    made = milestones.step("police_report", "", "made")
    assert (made.ends, made.mark) == (("police_report_tpks41",), "P")
    assert {row.mark for row in ROWS if row.kind == "restitution"} == {"S"}
