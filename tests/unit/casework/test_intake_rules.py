"""The tables of intake: complaints step by step, grounds of a bridge, activities, ready words."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.casework import activities, bridging, complaints, monitoring, phrases
from jaga.casework.provinces import PROVINCES
from jaga.errors import BadInput

REASON = "Petugas sudah memeriksa semuanya."
STATES = sorted(complaints.STATES)
ROW = {
    "kind": "safe_space",
    "starts_on": "2026-08-03",
    "ends_on": "",
    "province": "52",
    "setting": "evacuation",
    "partner": "Mitra Contoh",
    "sessions": "",
    "f_6_11": "8",
}


@pytest.mark.parametrize("source", STATES)
@pytest.mark.parametrize("target", STATES)
def test_only_the_steps_of_the_table_are_taken(source: str, target: str):
    listed = {one.target for one in complaints.TRANSITIONS if one.source == source}
    if target in listed:
        assert complaints.step(source, target, REASON).target == target
        with pytest.raises(BadInput):
            complaints.step(source, target, "  pendek  ")
    else:
        with pytest.raises(BadInput):
            complaints.step(source, target, REASON)


def test_every_state_of_a_complaint_leads_to_the_end_and_can_be_reached():
    reached, edge = {complaints.RECEIVED}, [complaints.RECEIVED]
    while edge:
        found = {step.target for step in complaints.next_steps(edge.pop())} - reached
        reached |= found
        edge += found
    assert reached == set(complaints.STATES)
    assert all(complaints.next_steps(state) for state in complaints.STATES)


@given(
    ground=st.sampled_from(["child", "", "consent", *bridging.grounds()]),
    agreed=st.booleans(),
    reason=st.sampled_from(["", "pendek", REASON]),
)
def test_a_bridge_has_the_childs_step_or_a_ground_with_a_reason(ground, agreed, reason):
    allowed = (ground == "child" and agreed) or (ground in bridging.grounds() and reason == REASON)
    if allowed:
        bridging.check(ground, agreed=agreed, reason=reason)
    else:
        with pytest.raises(BadInput):
            bridging.check(ground, agreed=agreed, reason=reason)


def test_no_ground_but_the_childs_step_takes_the_words_along():
    for ground in bridging.grounds():
        assert not bridging.words_go_along(ground, agreed=True)
    assert bridging.words_go_along("child", agreed=True)
    assert not bridging.words_go_along("child", agreed=False)


def test_every_ground_says_where_it_is_from_and_that_counsel_must_check():
    assert all(one.source and one.evidence == "S" for one in bridging.GROUNDS)


def test_one_row_of_an_activity():
    facts = activities.facts_from(ROW, PROVINCES)
    assert (facts.starts_on, facts.ends_on, facts.sessions) == (*[date(2026, 8, 3)] * 2, 1)
    assert facts.participants["6-11"]["f"] == activities.total(facts.participants) == 8


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "party"),
        ("starts_on", "3 Agustus"),
        ("ends_on", "2026-08-02"),
        ("province", "99"),
        ("f_6_11", "-1"),
        ("f_6_11", "banyak"),
        ("f_6_11", "0"),
        ("m_6_11", "10000"),
        ("m_6_11", "٣"),
        ("sessions", "400"),
        ("partner", "x" * 121),
    ],
)
def test_a_wrong_row_is_refused_with_its_number(name: str, value: str):
    with pytest.raises(BadInput):
        activities.facts_from({**ROW, name: value}, PROVINCES)
    with pytest.raises(BadInput, match="Row 2"):
        activities.rows_from(_paste([ROW, {**ROW, name: value}]), PROVINCES)


@pytest.mark.parametrize(
    "heading",
    ["", "kind,starts_on,name\nx,y,z", ",".join(ROW), ",".join(ROW) + "\n" + "1," * 12],
)
def test_a_paste_without_rows_or_with_a_strange_column_is_refused(heading: str):
    with pytest.raises(BadInput):
        activities.rows_from(heading, PROVINCES)


@given(st.dictionaries(st.sampled_from(activities.COUNT_COLUMNS), st.integers(0, 9999), min_size=1))
def test_what_is_pasted_is_what_is_counted(counts):
    row = {**ROW, "f_6_11": "0", **{name: str(number) for name, number in counts.items()}}
    if sum(counts.values()):
        (facts,) = activities.rows_from(_paste([row]), PROVINCES)
        assert activities.total(facts.participants) == sum(counts.values())
    else:
        with pytest.raises(BadInput):
            activities.rows_from(_paste([row]), PROVINCES)


def test_every_ready_phrase_is_told_in_three_ways():
    for phrase in phrases.PHRASES:
        told = {phrase.words(band).id for band in ("6-11", "12-14", "18+")}
        assert len(told) >= 2
        assert phrase.words("unknown") == phrase.teen
        assert "Anda" not in phrase.young.id + phrase.teen.id
        assert "kamu" not in phrase.adult.id.lower()


def test_ids_of_phrases_are_unique_and_every_status_has_one():
    assert len({one.id for one in phrases.PHRASES}) == len(phrases.PHRASES)
    for status in ("received", "read", "arranging", "waiting", "handed_over", "closed"):
        assert phrases.for_status(status)


def test_the_honest_words_name_the_three_days_the_police_and_the_way_out():
    for said in phrases.READ_ALOUD.values():
        assert "3×24" in said.id
        assert "3×24" in said.en
        assert "polisi" in said.id
        assert "tidak harus" in said.id


def test_there_are_38_provinces_and_headlines_are_codes():
    assert len(PROVINCES) == 38
    assert all(code.isidentifier() for code in (*monitoring.TITLES, *monitoring.KINDS))


def _paste(rows: list[dict[str, str]]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, names)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
