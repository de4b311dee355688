"""A list of facts is read as stated, written back the same, and refused in words."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaga.errors import BadInput
from jaga.evidence.facts import REQUIRED, Fact, read_facts, write_facts

HEAD = ",".join(REQUIRED)
LINE = "F1,2,research,baseline,A,children who agree,37.50,percent,64,children,Kota,2031,proportion,"
FACT = Fact(
    id="F1", section="2", pillar="research", programme="baseline", partner="A",
    measure="children who agree", measure_id="", value="37.50", unit="percent", k=None, n=64,
    base="children", base_id="", place="Kota", place_code="", period="2031", kind="proportion",
    qualifier="",
)  # fmt: skip


def read(tmp_path, text):
    path = tmp_path / "facts.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return read_facts(path)


def test_a_value_keeps_its_trailing_zero(tmp_path):
    assert read(tmp_path, f"{HEAD}\n{LINE}\n") == (FACT,)


# What a cell may hold: any words, also such that a spreadsheet takes for a formula.
cells = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12).filter(
    lambda cell: not cell.startswith("'")
)


@settings(max_examples=40, deadline=None)
@given(measure=cells, low=st.sampled_from(["", "-3.20"]), k=st.none() | st.integers(0, 999))
def test_what_is_written_is_read_back(tmp_path_factory, measure, low, k):
    fact = replace(FACT, measure=measure, low=low, k=k, weighted=True)
    assert read(tmp_path_factory.mktemp("facts"), write_facts([fact])) == (fact,)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "empty"),
        (f"{HEAD},colour\n{LINE},red\n", "measure_id"),
        (HEAD.replace("base_n,", ""), "base_n"),
        (f"{HEAD},fact_id\n", "twice"),
        (f"{HEAD}\n{LINE},\n", "Line 2"),
        (f"{HEAD}\n{LINE}\n{LINE}\n", "used twice"),
        (f"{HEAD}\n{LINE.replace('37.50', '37,50 %')}\n", "Line 2"),
        (f"{HEAD}\n{LINE.replace('37.50', '1.168.000')}\n", "decimal point"),
        (f"{HEAD}\n{LINE.replace('37.50', '9' * 5000)}\n", "decimal point"),
        (f"{HEAD}\n{LINE.replace('37.50', '٣٧')}\n", "decimal point"),
        (f"{HEAD}\n{LINE.replace(',64,', ',many,')}\n", "base_n"),
        (f"{HEAD}\n{LINE}\u202e\n", "turn a number"),
        (f"{HEAD}\n{LINE.replace('proportion', 'share')}\n", "estimated reach"),
    ],
)
def test_a_list_that_is_none_says_what_to_do(tmp_path, text, named):
    with pytest.raises(BadInput, match=named):
        read(tmp_path, text)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "facts.csv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput):
        read_facts(path)
