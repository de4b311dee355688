"""GRIM both ways, on vectors worked out elsewhere and on every share our formatter prints."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaga.evidence.grim import bases, counts, judge, power, revealed
from jaga.evidence.rounding import HALF_UP, ROUNDINGS, percent, printed, shown


@pytest.mark.parametrize(
    ("rounding", "value", "places", "expected"),
    [(one, *example) for one in ROUNDINGS for example in one.examples],
    ids=lambda one: getattr(one, "id", None),
)
def test_each_way_of_rounding_prints_its_examples(rounding, value, places, expected):
    assert printed(Fraction(value), places, rounding) == expected


def test_the_vector_that_cannot_be():
    found = judge("64.52", 179)
    assert found.verdict == "impossible"
    assert found.beside == ((115, "64.25"), (116, "64.80"))
    assert found.bases == (31, 62, 93, 124, 155)


def test_the_vector_that_only_rounding_up_explains():
    found = judge("49.1", 512)
    assert (found.verdict, found.rounding.id, found.counts) == ("doubtful", "up", (251,))
    assert {507, 509, 511, 513} <= set(found.bases)


def test_the_vector_that_gives_three_away():
    assert judge("99.4", 512).counts == (509,)
    assert revealed("99.4", 512) == (3,)


@pytest.mark.parametrize(
    ("stated", "n", "small"),
    [("99", 512, ()), ("95", 40, (2,)), ("0.6", 507, (3,)), ("50", 8, (4,)), ("0", 40, ())],
)
def test_what_a_share_gives_away(stated, n, small):
    assert revealed(stated, n) == small


@pytest.mark.parametrize(
    ("places", "n", "caught"),
    [(0, 179, "0"), (1, 179, "82.0"), (2, 179, "98.2"), (1, 512, "48.8"), (2, 512, "94.9"),
     (1, 1019, "0"), (2, 1019, "89.8"), (1, 40, "95.9")],
)  # fmt: skip
def test_power_is_what_random_wrong_figures_showed(places, n, caught):
    """The figures of an independent run over every figure of that precision."""
    assert printed(power(places, n) * 100, len(caught.partition(".")[2])) == caught


def test_a_check_that_cannot_fail_says_so():
    assert judge("69", 512).cannot_fail
    assert not judge("37.5", 512).cannot_fail


@pytest.mark.parametrize(
    ("mean", "n", "items", "verdict"),
    [("3.19", 28, 1, "impossible"), ("3.18", 28, 1, "possible"), ("3.19", 28, 3, "possible"),
     ("5.19", 28, 2, "doubtful")],
)  # fmt: skip
def test_means_of_whole_numbers(mean, n, items, verdict):
    assert judge(mean, n, scale=1, items=items).verdict == verdict


@settings(max_examples=300, deadline=None)
@given(data=st.data(), n=st.integers(1, 3000), places=st.integers(0, 3))
def test_every_share_our_formatter_prints_is_possible(data, n, places):
    k = data.draw(st.integers(0, n))
    found = judge(percent(k, n, places), n)
    assert found.verdict == "possible"
    assert k in found.counts


@settings(max_examples=100, deadline=None)
@given(n=st.integers(1, 120), tenths=st.integers(0, 1000))
def test_the_counts_are_those_that_trying_each_finds(n, tenths):
    stated = f"{tenths // 10}.{tenths % 10}"
    for rounding in ROUNDINGS:
        tried = [k for k in range(n + 1) if printed(Fraction(100 * k, n), 1, rounding) == stated]
        assert list(counts(stated, n, rounding)) == tried


@settings(max_examples=30, deadline=None)
@given(n=st.integers(1, 90), tenths=st.integers(0, 1000))
def test_bases_fit_by_the_usual_rounding(n, tenths):
    stated = f"{tenths // 10}.{tenths % 10}"
    for base in bases(stated, n):
        assert counts(stated, base, HALF_UP)


def test_figures_are_written_as_readers_write_them():
    assert shown("1019", "id") == "1.019"
    assert shown("64.50", "id") == "64,50"
    assert shown("-1234.5", "en") == "-1,234.5"
