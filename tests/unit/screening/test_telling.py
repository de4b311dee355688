"""Lift and overlap, against figures worked out by hand."""

import pytest

from jaga.screening.telling import Lift, counted_once, lifts, overlaps

FIRED = {
    "a": {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11},
    "b": {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
    "c": {1, 99},
    "d": set(),
}


def test_lift_is_a_share_over_a_share():
    found = lifts(FIRED, {1, 2, 3, 4}, active=104)
    assert found["a"] == Lift(4, 7, 4, 100)
    assert found["a"].ratio == pytest.approx((4 / 4) / (7 / 100))
    assert found["c"].ratio == pytest.approx((1 / 4) / (1 / 100))


def test_no_share_among_the_others_gives_no_ratio():
    assert lifts({"x": {1}}, {1}, active=10)["x"].ratio is None


def test_lifts_add_up():
    assert Lift(1, 2, 3, 4) + Lift(10, 20, 30, 40) == Lift(11, 22, 33, 44)


def test_overlap_is_both_over_either():
    assert overlaps(FIRED)[0] == (pytest.approx(11 / 12), "a", "b")
    assert {(one, other) for _, one, other in overlaps(FIRED)} == {
        ("a", "b"), ("a", "c"), ("b", "c"),
    }  # fmt: skip


def test_beyond_nine_tenths_two_count_as_one():
    assert counted_once(FIRED) == 3
    assert counted_once({"a": set(range(9)), "b": set(range(10))}) == 2
