"""The periods: every row's examples, and what postpones them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.casework.retention import CASE, RULES

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize("rule", RULES.values(), ids=str)
def test_each_row_says_why_and_its_examples_hold(rule):
    assert rule.examples
    assert rule.source
    assert ("to be decided" in rule.source) == (rule.confidence == "to be decided")
    for one in rule.examples:
        assert rule.due_on(one.last_activity, one.closed, one.postponed) == one.due


@given(DAYS, DAYS, st.none() | DAYS, st.integers(1, 900))
def test_activity_and_postponement_only_ever_lengthen(activity, closed, postponed, later):
    due = CASE.due_on(activity, closed, postponed)
    assert due is not None
    assert due >= closed + timedelta(days=CASE.days)
    again = CASE.due_on(activity + timedelta(days=later), closed, postponed)
    assert again is not None
    assert again >= due
    assert CASE.due_on(activity, None, postponed) is None
