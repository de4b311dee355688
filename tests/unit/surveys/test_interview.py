"""One interview, screen by screen. Everything asked here is invented."""

from datetime import date

import pytest

from jaga.surveys import interview
from jaga.surveys.drawn import form
from jaga.surveys.interview import Answers

DAY = date(2026, 11, 30)
FORM = form(
    """
    type          | name    | label | relevant | constraint | required | calculation
    note          | hello   | Halo  |          |            |          |
    select_one yt | consent | Mau?  |          |            | yes      |
    begin group   | main    | Isi   | ${consent} = 'ya' | | |
    integer       | age     | Umur? |          | . >= 15 and . <= 17 | yes |
    select_one yt | online  | Daring? |        |            |          |
    calculate     | older   |       |          |            |     | if(${age} > 16, 'tua', 'muda')
    text          | apps    | Apa di umur ${age}? | ${online} = 'ya' | | |
    date          | day     | Kapan? |         | . <= today() |        |
    select_one yt | late    | Khusus 17 | ${older} = 'tua' | | |
    end group     |         |       |          |            |          |
    """
)


def answers(skipped=(), **given):
    return Answers(given, frozenset(skipped), DAY)


def names(screen):
    return [node.name for node in screen.nodes]


def test_consent_is_asked_alone_because_everything_hangs_on_it():
    first = interview.screen(FORM, answers())
    assert names(first) == ["hello", "consent"]


@pytest.mark.parametrize("said", [{"consent": "tidak"}, {}])
def test_without_consent_nothing_else_is_asked(said):
    first = interview.screen(FORM, answers())
    assert interview.screen(FORM, answers(**said), first.after).is_over


def test_a_question_that_depends_on_the_screen_waits_for_the_next():
    given = answers(consent="ya")
    second = interview.screen(FORM, given, interview.screen(FORM, given).after)
    assert names(second) == ["age", "online"]
    third = interview.screen(FORM, answers(consent="ya", age="16", online="tidak"), second.after)
    assert names(third) == ["day"]
    older = answers(consent="ya", age="17", online="ya")
    assert names(interview.screen(FORM, older, second.after)) == ["apps", "day", "late"]


@pytest.mark.parametrize(
    ("name", "text", "is_fine"),
    [
        ("age", "16", True),
        ("age", "14", False),
        ("age", "16.5", False),
        ("age", "enam belas", False),
        ("age", "", False),
        ("online", "", True),
        ("online", "mungkin", False),
        ("day", "2026-11-30", True),
        ("day", "2026-12-01", False),
        ("day", "kemarin", False),
        ("apps", "x" * 1001, False),
    ],
)
def test_an_answer_is_held_to_its_kind_and_its_constraint(name, text, is_fine):
    given = answers(consent="ya", **{name: text})
    assert (interview.refusal(FORM, FORM.named[name], given, "id") == "") is is_fine


def test_what_is_passed_over_needs_no_answer():
    given = answers(skipped=["age"], consent="ya")
    assert interview.refusal(FORM, FORM.named["age"], given, "id") == ""


def test_answers_that_a_change_of_mind_hid_are_not_kept():
    given = answers(consent="ya", age="16", online="tidak", apps="rahasia lama")
    assert interview.kept(FORM, given).given == {"consent": "ya", "age": "16", "online": "tidak"}


def test_a_label_says_the_answers_it_names():
    given = answers(age="16")
    said = interview.words(FORM, FORM.named["apps"], "label", given, "id")
    assert said == "Apa di umur 16?"


def test_a_filter_lets_through_only_the_choices_of_the_answer_before():
    filtered = form(
        """
        type           | name | label    | choice_filter
        select_one p   | prov | Provinsi |
        select_one k   | kab  | Kota     | prov = ${prov}
        """,
        """
        list_name | name | label | prov
        p         | a    | A     |
        p         | b    | B     |
        k         | a1   | A1    | a
        k         | b1   | B1    | b
        """,
    )
    found = interview.choices(filtered, filtered.named["kab"], answers(prov="b"))
    assert [one.name for one in found] == ["b1"]
    assert interview.refusal(filtered, filtered.named["kab"], answers(prov="b", kab="a1"), "id")
    assert names(interview.screen(filtered, answers())) == ["prov"]


@pytest.mark.parametrize(
    "line",
    [
        "image | a | Foto | ",
        "audio | a | Suara | ",
        "geopoint | a | Letak | ",
        "select_one yt or_other | a | Pilih | ",
        "text | a | Tulis | pulldata('x', 'y', 'z', 'w') = 1",
        "text | a | Tulis | ../b = 1",
    ],
)
def test_what_cannot_be_asked_or_worked_out_here_is_named(line):
    drawn = form(f"type | name | label | relevant\n{line}")
    assert len(interview.hindrances(drawn)) == 1


def test_the_form_of_these_tests_can_be_asked():
    assert interview.hindrances(FORM) == []


def test_a_ring_of_calculations_ends():
    ring = form(
        """
        type      | name | label | relevant    | calculation
        calculate | a    |       |             | ${b} + 1
        calculate | b    |       |             | ${a} + 1
        text      | c    | C     | ${a} > 0    |
        """
    )
    assert names(interview.screen(ring, answers())) == ["c"]
