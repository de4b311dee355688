"""Forms as data: each question can be answered, passed over or refused with a sentence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.casework import codes, forms, services, zones
from jaga.casework.provinces import PROVINCES
from jaga.errors import BadInput

EVERY = [asked for section in forms.SECTIONS for asked in forms.questions(section)]
SELECTS = [one for one in EVERY if one.type.startswith("select")]
# Words that would make a child tell what happened; needs and wishes are asked instead.
STORY = re.compile(r"ceritakan|kronologi|apa yang terjadi|describe what|what happened to")


def test_every_section_has_questions_and_every_question_a_section():
    assert {one.section for one in EVERY} == set(forms.SECTIONS)


@pytest.mark.parametrize("asked", EVERY, ids=lambda one: f"{one.section}-{one.name}")
def test_a_question_says_why_it_is_asked_and_asks_for_no_story(asked):
    assert asked.why.id
    assert asked.why.en
    for text in (asked.label, asked.why):
        assert not STORY.search(text.id.lower())
        assert not STORY.search(text.en.lower())


@pytest.mark.parametrize("asked", SELECTS, ids=lambda one: f"{one.section}-{one.name}")
def test_every_list_has_choices_and_takes_each_of_them(asked):
    known = forms.choices(asked.choices)
    assert known or asked.choices in forms.OPEN_LISTS
    for code in known:
        assert forms.check(asked, code) == code
    with pytest.raises(BadInput):
        forms.check(asked, "no-such-code")


def test_names_of_kept_answers_are_used_once():
    kept = [one.name for one in EVERY if forms.SECTIONS[one.section].kind != "event"]
    assert len(kept) == len(set(kept))


def test_mirrored_answers_fit_their_lists():
    for one in EVERY:
        if one.mirror == "codes":
            assert one.choices in codes.lists()
            assert one.type == "select_multiple"
        if one.mirror == "count":
            assert one.type == "select_one"
            assert one.name not in codes.lists()
            assert not one.needed


def test_free_text_is_identity_and_codes_are_content():
    for one in EVERY:
        assert one.klass == ("case content" if one in SELECTS else "identity")


def test_who_the_child_is_need_not_be_told():
    assert not any(one.needed for one in forms.questions("identity"))
    assert forms.answered("identity", {})


@pytest.mark.parametrize("typed", ["2012", "2012-05", "2012-05-01", ""])
def test_an_unknown_or_partial_birth_date_is_one(typed):
    assert forms.check(forms.question("identity", "birth_date"), typed) == typed


@pytest.mark.parametrize("typed", ["12", "2012-13", "2012-02-30", "kemarin", "2012-5-1x"])
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(BadInput):
        forms.check(forms.question("identity", "birth_date"), typed)


def test_one_word_is_a_whole_name():
    assert forms.check(forms.question("identity", "name"), " Melur ") == "Melur"


def test_a_child_may_pass_over_a_question_and_that_is_an_answer():
    safe = forms.question("registration", "safe_now")
    assert forms.check(safe, forms.SKIPPED) == forms.SKIPPED
    with pytest.raises(BadInput):
        forms.check(forms.question("registration", "age_band"), forms.SKIPPED)


def test_a_section_is_answered_when_each_needed_question_is():
    needed = {one.name: "x" for one in forms.questions("assessment") if one.needed}
    assert forms.answered("assessment", needed)
    for name in needed:
        assert not forms.answered("assessment", {**needed, name: ""})


@given(st.sampled_from(SELECTS), st.lists(st.text(max_size=8), max_size=4))
def test_codes_are_kept_in_the_order_of_their_list_or_refused(asked, typed):
    known = list(forms.choices(asked.choices))
    try:
        kept = forms.check(asked, " ".join(typed)).split()
    except BadInput:
        return
    assert kept in ([], [forms.SKIPPED]) or kept == [code for code in known if code in kept]


@given(st.text(max_size=forms.LONGEST))
def test_text_is_kept_as_it_was_written(text):
    asked = forms.question("assessment", "assessment_summary")
    assert forms.check(asked, text) == text.strip()


def test_too_long_a_text_is_refused():
    with pytest.raises(BadInput):
        forms.check(forms.question("wishes", "help_words"), "a" * (forms.LONGEST + 1))


def test_every_service_says_where_its_term_comes_from_and_how_surely():
    for code, kind in services.SERVICES.items():
        assert code == kind.code
        assert kind.source.startswith(("Perpres 55/2024", "Permen PPPA 2/2022"))
        assert kind.evidence in ("primary", "secondary")
    assert services.title("older-code").id == "older-code"


@pytest.mark.parametrize(
    ("region", "zone"),
    [
        ("31", "Asia/Jakarta"),
        ("51", "Asia/Makassar"),
        ("94", "Asia/Jayapura"),
        ("", "Asia/Jakarta"),
    ],
)
def test_a_province_has_its_clock(region, zone):
    assert zones.zone_of(region) == zone


def test_every_province_has_a_clock():
    assert {zones.zone_of(code) for code in PROVINCES} == {
        "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"
    }  # fmt: skip
