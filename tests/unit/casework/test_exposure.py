"""The rules of exposure, with worked examples."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.casework import exposure

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
CAP = exposure.BOUNDS["cap"].value * 60


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


@pytest.mark.parametrize("name", exposure.BOUNDS)
def test_each_bound_says_what_it_is_and_why(name: str):
    bound = exposure.BOUNDS[name]
    assert bound.value > 0
    assert bound.unit
    assert bound.source
    assert len(bound.reason.id) > 20


@pytest.mark.parametrize(
    ("seen", "counted", "now", "before", "this", "rested"),
    [
        (0, 1, 5, 4 * 60, 60, False),
        (0, 1, 0.5, 0, 30, False),  # the minute of the first look covers half of the next
        (0, 1, 15, 14 * 60, 60, False),
        (0, 1, 16, 14 * 60, 60, False),  # a page left open counts no more than the cap
        (0, 1, 24.9, 14 * 60, 60, False),
        (0, 1, 25, 14 * 60, 60, True),  # the cap, and then the length of a break
    ],
)
def test_a_second_view(seen, counted, now, before, this, rested):
    looked = exposure.look(now=at(now), seen_at=at(seen), counted_until=at(counted))
    assert (looked.before, looked.now, looked.rested) == (before, this, rested)


def test_a_day_that_is_over_is_not_changed():
    looked = exposure.look(now=at(9), seen_at=at(0), counted_until=at(1), same_day=False)
    assert (looked.before, looked.now, looked.rested) == (0, 60, True)


@given(st.lists(st.integers(min_value=0, max_value=7200), max_size=30))
def test_no_time_is_counted_twice_and_none_that_did_not_pass(gaps: list[int]):
    now, looked = NOON, exposure.look(now=NOON)
    total = looked.now
    for gap in gaps:
        seen, now = now, now + timedelta(seconds=gap)
        looked = exposure.look(now=now, seen_at=seen, counted_until=looked.counted_until)
        total += looked.before + looked.now
    assert total <= sum(gaps) + 60
    assert total == sum(min(gap, CAP) for gap in gaps) + 60


@pytest.mark.parametrize(
    ("minutes", "high", "expected"),
    [
        (0, 0, "calm"),
        (599, 8, "calm"),
        (600, 0, "watch"),
        (1199, 0, "watch"),
        (1200, 0, "rest"),
        (0, 9, "rest"),
    ],
)
def test_levels(minutes: int, high: int, expected: str):
    assert exposure.level(minutes * 60, high) == expected


@given(st.integers(0, 200_000), st.integers(0, 200_000), st.integers(0, 20))
def test_more_is_never_calmer(less: int, added: int, high: int):
    order = ["calm", "watch", "rest"]
    before, after = exposure.level(less, high), exposure.level(less + added, high)
    assert order.index(after) >= order.index(before)


def test_a_break_is_due_at_the_limit():
    assert not exposure.due(119 * 60 + 59, 120)
    assert exposure.due(120 * 60, 120)
