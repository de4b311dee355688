"""Numbers of both languages in digits and words; what can be read in two ways is not guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.evidence.numbers import counted, numbers, readings
from jaga.evidence.rounding import shown


def told(text, language="id"):
    return [(one.value, one.share or one.currency, one.of) for one in numbers(text, language)]


@pytest.mark.parametrize(
    ("token", "language", "means"),
    [
        ("1.168", "id", ("1168",)),
        ("1,168", "en", ("1168",)),
        ("1,168", "id", ("1.168", "1168")),  # an English thousand, or an odd decimal
        ("1.168", "en", ("1.168", "1168")),
        ("64,52", "id", ("64.52",)),
        ("64.52", "id", ("64.52",)),  # never 6452, as parse_decimal has it
        ("1.01", "id", ("1.01",)),
        ("37,50", "id", ("37.50",)),
        ("1.234.567,89", "id", ("1234567.89",)),
        ("1,234,567.89", "en", ("1234567.89",)),
        ("114.000.000.000", "id", ("114000000000",)),
        ("0.125", "id", ("0.125",)),
        ("1.2.3", "id", ()),
        ("10.000.00", "id", ()),
    ],
)
def test_points_and_commas(token, language, means):
    assert readings(token, language) == means


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Rp 114 M", "id", [("114000000000", "IDR", "")]),
        ("Rp12.500.000 dan 1,2 juta", "id", [("12500000", "IDR", ""), ("1200000", "", "")]),
        ("64,52 % dan 3 persen", "id", [("64.52", "percent", ""), ("3", "percent", "")]),
        ("naik 12 poin persen", "id", [("12", "points", "")]),
        ("3 percentage points of 5 per cent", "en", [("3", "points", ""), ("5", "percent", "")]),
        ("tiga (3) desa", "id", [("3", "", "")]),
        ("3 dari 10 anak; two in five", "id", [("3", "", "10"), ("2", "", "5")]),
        ("507 dari 3 provinsi", "id", [("507", "", ""), ("3", "", "")]),
        ("seratus dua puluh lima", "id", [("125", "", "")]),
        ("dua belas ribu tiga ratus", "id", [("12300", "", "")]),
        ("seribu dua ratus sebelas", "id", [("1211", "", "")]),
        ("two thousand and twelve", "en", [("2012", "", "")]),
        ("one hundred and five, twenty-three", "en", [("105", "", ""), ("23", "", "")]),
        ("satu-satunya", "id", []),
    ],
)
def test_numbers_of_a_text(text, language, found):
    assert told(text, language) == found


def test_both_ends_of_a_range_are_marked():
    assert [one.part_of_range for one in numbers("12-17 tahun, 9 desa", "id")] == [
        True,
        True,
        False,
    ]


def test_a_phrase_that_begins_with_a_number():
    assert counted("five provinces") == (5, "provinces")
    assert counted("in 5 provinces") is None


@given(st.integers(0, 10**9), st.integers(0, 99), st.sampled_from(["id", "en"]))
def test_what_our_formatter_writes_is_read_back(whole, hundredths, language):
    stated = f"{whole}.{hundredths:02d}"
    assert readings(shown(stated, language), language) == (stated,)
    assert readings(shown(str(whole), language), language) == (str(whole),)
