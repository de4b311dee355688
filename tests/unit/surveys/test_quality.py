"""Checks over all answers: what was planted is found, and ordinary answers are left in peace."""

import random

import pytest
from tests.unit.surveys.invented_answers import odk

from jaga.surveys import exports, quality, tidy
from jaga.surveys.drawn import form
from jaga.surveys.lint import planted

QUESTIONS = "\n".join(f"select_one yt | q{n} | Q{n}" for n in range(24))
FORM = form(f"type | name | label\ninteger | age | Umur?\n{QUESTIONS}", settings="version\n1")


def people(number=60, seed=1):
    """Invented people who answer by chance."""
    draw = random.Random(seed)
    return [
        {
            "age": str(draw.randint(10, 17)),
            **{f"q{n}": draw.choice(["ya", "tidak"]) for n in range(24)},
        }
        for _ in range(number)
    ]


def found(given, **meta):
    meta.setdefault("SubmitterID", [str(n % 3) for n in range(len(given))])
    return quality.found(exports.read(FORM, odk(FORM, given, **meta)))


def test_ordinary_answers_are_left_in_peace():
    assert [found(people(seed=seed)) for seed in range(5)] == [()] * 5


def test_a_copied_interview_is_found_and_named_by_both_keys():
    given = people()
    given[40] = {**given[4], "age": "13", "q3": "ya"}
    one = found(given)
    assert [each.kind for each in one] == ["alike"]
    assert [key[-2:] for key in one[0].keys] == ["04", "40"]


def test_an_interviewer_who_always_hears_yes_is_found():
    given = people()
    for person in given[::3]:
        person["q7"] = "ya"
    for person in given[1::3] + given[2::3]:
        person["q7"] = random.Random(person["q1"] + person["q2"]).choice(["tidak"] * 9 + ["ya"])
    assert ("interviewer", "q7", "0") in {(e.kind, e.question, e.interviewer) for e in found(given)}


def test_an_interviewer_whose_children_are_older_is_found_by_the_mean():
    given = people()
    for person in given[::3]:
        person["age"] = str(int(person["age"]) + 6)
    kinds = {(e.kind, e.question, e.interviewer) for e in found(given)}
    assert ("interviewer", "age", "0") in kinds


def test_an_interviewer_whom_nobody_answers_is_found():
    given = people()
    for person in given[::3]:
        person["q5"] = ""
    words = [e.words.en for e in found(given) if e.question == "q5" and e.interviewer == "0"]
    assert any("do not answer" in each for each in words)


def test_one_answer_for_nearly_everybody_and_a_figure_far_out_are_found():
    given = people()
    for person in given:
        person["q9"] = "ya"
    given[3]["age"] = "71"
    kinds = {(e.kind, e.question) for e in found(given)}
    assert {("frequent", "q9"), ("outlying", "age")} <= kinds
    assert all("71" not in e.words.en for e in found(given))  # a finding quotes no answer


def test_interviews_far_too_short_are_found():
    starts = ["2026-11-02T08:00:00+07:00"] * 60
    ends = [
        "2026-11-02T08:05:00+07:00" if n in (7, 9) else "2026-11-02T08:30:00+07:00"
        for n in range(60)
    ]
    one = [e for e in found(people(), start=starts, end=ends) if e.kind == "short"]
    assert [len(e.keys) for e in one] == [2]
    assert "30 minutes" in one[0].words.en


def test_tidy_files_hold_states_and_no_identity():
    drawn = form("""
        type               | name | label                 | relevant
        select_one yt      | a    | Ada?                  |
        text               | name | Siapa nama lengkapmu? |
        select_multiple yt | m    | Apa saja?             | ${a} = 'ya'
        integer            | n    | Selisih?              |
        text               | t    | Lain?                 |
    """)
    given = [
        {"a": "ya", "name": "Rekaan Satu", "m": "", "n": "-3", "t": "=1+1"},
        {"a": "tidak", "m": ""},
    ]
    answers = exports.read(drawn, odk(drawn, given))
    files = tidy.files(answers)
    assert not any("Rekaan" in text for text in files.values())
    head, first, second = (line.split(",") for line in files["data.csv"].splitlines())
    assert dict(zip(head, first, strict=True)).items() >= {
        "a": "ya", "m": "", "m/ya": "", "n": "-3", "t": "'=1+1",
    }.items()  # fmt: skip
    assert ("m", "empty") in [
        tuple(line.split(",")[3:5]) for line in files["answers.csv"].splitlines()
    ]
    assert dict(zip(head, second, strict=True))["m/ya"] == ""
    assert ",name,answered," in files["answers.csv"]


@pytest.mark.parametrize("interviewer", ["", "q0"])
def test_a_question_may_name_the_interviewer(interviewer):
    answers = exports.read(FORM, odk(FORM, people()))
    assert all(e.question != "q0" or not interviewer for e in quality.found(answers, interviewer))


def test_the_sound_form_gives_a_line_of_bases_for_each_question():
    sound = planted.sound()
    files = tidy.files(exports.read(sound, odk(sound, [{"consent": "tidak"}])))
    assert len(files["bases.csv"].splitlines()) == 1 + len(sound.questions)
