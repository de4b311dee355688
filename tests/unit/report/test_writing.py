"""Numbers are printed as they were stated, in the reader's own way of writing them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.report.example import example
from jaga.report.vocabulary import UNITS
from jaga.report.writing import interval, period, rupiah, stated, valued, written

FACT = example()[0][0]
TIED = "\N{NO-BREAK SPACE}"


@given(whole=st.integers(-(10**15), 10**15), decimals=st.text("0123456789", max_size=4))
def test_a_written_number_reads_back_to_the_same_digits(whole, decimals):
    value = f"{whole}.{decimals}" if decimals else str(whole)
    for language, group, point in (("id", ".", ","), ("en", ",", ".")):
        back = written(value, language).replace(group, "").replace(point, ".")
        assert back.replace("\N{MINUS SIGN}", "-") == value


@pytest.mark.parametrize(
    ("value", "unit", "indonesian", "english"),
    [
        ("64.52", "percent", "64,52%", "64.52%"),
        ("27.0", "percent", "27,0%", "27.0%"),
        ("0.125", "percent", "0,125%", "0.125%"),
        ("1168", "persons", "1.168 orang", "1,168 people"),
        ("1", "institutions", "1 lembaga", "1 institution"),
        ("114000000000", "IDR", "Rp114 miliar", "Rp114 billion"),
        ("8750000000", "IDR", "Rp8,75 miliar", "Rp8.75 billion"),
        ("8757000000", "IDR", "Rp8.757 juta", "Rp8,757 million"),
        ("350000", "IDR", "Rp350.000", "Rp350,000"),
        ("5.4", "hours", "5,4 jam", "5.4 hours"),
        ("3", "boats", "3 boats", "3 boats"),
    ],
)
def test_values_stand_with_their_units(value, unit, indonesian, english):
    assert valued(value, unit, "id").replace(TIED, " ") == indonesian
    assert valued(value, unit, "en").replace(TIED, " ") == english


@given(st.integers(1, 10**14))
def test_an_amount_loses_nothing_in_large_words(amount):
    said = rupiah(str(amount), "id").removeprefix("Rp")
    number, _, word = said.partition(TIED)
    whole, _, rest = number.replace(".", "").partition(",")
    zeros = {"triliun": 12, "miliar": 9, "juta": 6, "": 0}[word]
    assert int(whole + rest.ljust(zeros, "0") if zeros else whole) == amount


def test_what_was_said_of_a_number_stays_with_it():
    assert stated(replace(FACT, value="5", unit="hours", qualifier="about"), "id") == (
        f"sekitar 5{TIED}jam"
    )
    assert stated(replace(FACT, value="360", unit="persons", qualifier="more than"), "en") == (
        f"more than 360{TIED}people"
    )


def test_intervals_and_periods_are_written_out():
    ranged = replace(FACT, unit="percent", low="44.8", high="53.4", level="95")
    assert interval(ranged, "id") == "44,8% sampai 53,4% (95%)"
    assert interval(replace(ranged, high=""), "en") == ""
    assert period("2023-09", "id") == "September 2023"
    assert period("2021-2023", "en") == "2021–2023"
    assert period("musim hujan", "id") == "musim hujan"


def test_every_unit_of_the_example_has_words():
    used = {fact.unit for fact in example()[0]}
    assert used - {"percent", "IDR"} <= set(UNITS)
