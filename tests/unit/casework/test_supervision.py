"""A supervision note holds what was agreed, and nothing that finds a case or a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.casework import supervision
from jaga.errors import BadInput


@pytest.mark.parametrize(
    "note",
    [
        "JGA-2026-000123",
        "lihat jga 12",
        "nomor 000123",
        "telepon 0812 3456 789",
        "9 9 0 0 kali",
        "1.2.3.4",
        "x" * 201,
    ],
)
def test_what_could_find_somebody_is_refused(note: str):
    with pytest.raises(BadInput) as refused:
        supervision.check_note(note)
    assert note not in refused.value.say("id")


@pytest.mark.parametrize("note", ["", "Bicara lagi pekan depan", "dua pekan, 3 hari", "pukul 14"])
def test_an_agreement_is_kept(note: str):
    assert supervision.check_note(f"  {note} ") == note


@given(st.integers(1, 9_999), st.integers(1, 999_999), st.sampled_from(["-", " ", "/", ".", ""]))
def test_no_case_number_passes_however_it_is_written(year: int, number: int, between: str):
    with pytest.raises(BadInput):
        supervision.check_note(f"soal {year:04d}{between}{number:06d} itu")


def test_a_code_outside_the_list_is_refused():
    assert supervision.known(supervision.TOPICS, "workload") == "workload"
    with pytest.raises(BadInput):
        supervision.known(supervision.TOPICS, "diagnosis")
