"""Figures say what they count; bands have no gap and no overlap."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaga.casework import measures
from jaga.casework.provinces import PROVINCES

# A busy machine is no fault of the code.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
START = datetime(2026, 3, 1, 8, tzinfo=UTC)


def test_every_measure_says_what_it_counts_and_who_counted_it_before():
    for name, one in measures.MEASURES.items():
        assert name == one.id
        assert one.numerator.id
        assert one.numerator.en
        assert one.unit.en
        assert one.precedent.id


@pytest.mark.parametrize(
    ("bands", "value", "expected"),
    [
        (measures.OPEN_TO_CLOSE, 31, "1m"),
        (measures.OPEN_TO_CLOSE, 32, "3m"),
        (measures.OPEN_TO_CLOSE, 183, "6m"),
        (measures.OPEN_TO_CLOSE, 184, "more"),
        (measures.FIRST_CONTACT, 0, "1d"),
        (measures.FIRST_CONTACT, 8, "more"),
        (measures.REPORT_TO_CASE, 4, "5d"),
        (measures.CASELOAD, 1, "9"),
        (measures.CASELOAD, 26, "more"),
    ],
)
def test_worked_bands(bands, value, expected):
    assert measures.band(value, bands) == expected


@CALM
@given(st.integers(0, 5000))
def test_every_number_has_one_band(value):
    for bands in (measures.OPEN_TO_CLOSE, measures.FIRST_CONTACT, measures.REPORT_TO_CASE):
        assert measures.band(value, bands) in {one.id for one in bands}


def test_every_province_lies_in_a_group_of_islands():
    found = {measures.island(code) for code in PROVINCES}
    assert found == set(measures.ISLANDS)
    assert measures.island("21") == measures.island("14") == "1"
    assert measures.island("") == measures.island("4") == ""


@pytest.mark.parametrize(
    ("after", "days"),
    [
        (timedelta(0), 0),
        (timedelta(minutes=1), 1),
        (timedelta(days=1), 1),
        (timedelta(days=1, seconds=1), 2),
        (timedelta(hours=-1), 0),
    ],
)
def test_a_begun_day_is_a_day(after, days):
    assert measures.whole_days(START, START + after) == days


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [(None, 20, None), (5, None, None), (0, 0, None), (0, 20, 0), (15, 20, 75), (10, 15, 67)],
)
def test_a_share_is_told_only_where_both_counts_are(part, whole, share):
    assert measures.share_of(part, whole) == share
