"""Exports of both platforms: what stands in a cell, and what it means."""

from pathlib import Path

import pytest
from tests.unit.surveys.invented_answers import PEOPLE, archive, kobo, odk, text

from jaga.errors import BadInput
from jaga.spreadsheet import as_xlsx
from jaga.surveys import bases, exports
from jaga.surveys.answers import State
from jaga.surveys.drawn import form
from jaga.surveys.lint import planted

FORM = planted.sound()
ASKED = {"consent": "ya", "age": "16", "online": "ya"}
# Refused to take part; too young to be asked on; a refusal; a no; asked and left empty.
OUT, YOUNG = {"consent": "tidak"}, {"consent": "ya", "age": "11"}
REFUSED = {**ASKED, "apps": "chat game", "threat": "diam"}
NO, LEFT = {**ASKED, "apps": "chat", "threat": "tidak"}, {**ASKED, "apps": "", "threat": ""}
EVERYBODY = [OUT, YOUNG, REFUSED, NO, LEFT]


def states(answers, question):
    return [answer.state.value for answer in answers.of(question)]


SHAPES = {
    "odk": odk(FORM, EVERYBODY),
    "odk, not split": odk(FORM, EVERYBODY, split=False),
    "odk, split only": odk(FORM, EVERYBODY, whole=False),
    "odk, without groups": odk(FORM, EVERYBODY, groups=False),
    "odk, zip": archive({"daring.csv": odk(FORM, EVERYBODY), "media/a.csv": b"not ours"}),
    "kobo": kobo(FORM, EVERYBODY),
    "kobo, details": kobo(FORM, EVERYBODY, shape="details"),
    "kobo, summary": kobo(FORM, EVERYBODY, shape="summary"),
    "kobo, English labels": kobo(FORM, EVERYBODY, labels="English (en)"),
    "kobo, Indonesian labels, summary": kobo(
        FORM, EVERYBODY, labels="Bahasa Indonesia (id)", shape="summary"
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_four_states_are_kept_apart_in_every_shape(shape):
    answers = exports.read(FORM, SHAPES[shape])
    assert states(answers, "threat") == [
        "not_asked", "not_asked", "refused", "answered", "not_asked",
    ]  # fmt: skip
    assert states(answers, "apps") == ["not_asked", "not_asked", "answered", "answered", "empty"]
    assert [answer.value for answer in answers.of("threat")] == ["", "", "diam", "tidak", ""]
    assert answers.of("apps")[2].value == "chat game"
    assert answers.notes == ()


def test_noughts_of_a_question_never_asked_are_not_a_no():
    """ODK Central writes 0 into every split column, asked or not."""
    data = odk(FORM, EVERYBODY, whole=False)
    assert b",0,0,0," in data.splitlines()[1]
    assert states(exports.read(FORM, data), "apps")[0] == "not_asked"


def test_where_neither_export_nor_logic_tells_it_is_said_to_be_unclear():
    drawn = form("""
        type               | name | relevant
        select_one yt      | a    |
        select_multiple yt | m    | pulldata('f', 'x', 'y', 'z') = '1'
    """)
    data = odk(drawn, [{"a": "ya"}, {"a": "ya", "m": "ya"}], whole=False)
    answers = exports.read(drawn, data)
    assert states(answers, "m") == ["unclear", "answered"]
    assert bases.base(drawn, answers, "m").unclear == 1


def test_a_column_that_is_not_there_is_said_and_not_taken_for_empty():
    data = odk(FORM, EVERYBODY)
    lines = [line.split(",") for line in data.decode().splitlines()]
    place = lines[0].index("all-online")
    answers = exports.read(FORM, text([line[:place] + line[place + 1 :] for line in lines]))
    assert states(answers, "online") == ["not_asked", "not_asked", "unclear", "unclear", "unclear"]
    assert any("online" in note.en for note in answers.notes)


def test_rejected_unreadable_and_doubled_submissions_are_set_aside_and_counted():
    data = odk(
        FORM, EVERYBODY,
        ReviewState=["rejected", "approved", "", "hasIssues", ""],
        Status=["", "", "not decrypted", "", ""],
        KEY=["a", "b", "c", "d", "d"],
    )  # fmt: skip
    answers = exports.read(FORM, data)
    aside = answers.set_aside
    assert len(answers.rows) == 2
    assert (aside.rejected, aside.unreadable, aside.doubled) == (1, 1, 1)


def test_versions_are_never_mixed():
    data = odk(FORM, EVERYBODY, FormVersion=["1", "2026113001", "2026113001", "1", "2026113001"])
    answers = exports.read(FORM, data)
    assert (len(answers.rows), answers.set_aside.other_versions) == (3, {"1": 2})
    chosen = exports.read(FORM, data, version="1")
    assert (chosen.version, len(chosen.rows)) == ("1", 2)
    with pytest.raises(BadInput, match=r"1 \(2\), 2026113001 \(3\)"):
        exports.read(FORM, data, version="7")
    with pytest.raises(BadInput, match="versions other"):
        exports.read(FORM, odk(FORM, [OUT], FormVersion=["other"]))


def test_kobo_names_versions_itself_and_two_of_them_are_not_mixed():
    one, two = kobo(FORM, [OUT], version="vA"), kobo(FORM, [YOUNG], version="vB")
    assert exports.read(FORM, one).version == "vA"
    both = one + two.split(b"\r\n", 1)[1]
    with pytest.raises(BadInput, match="vA"):
        exports.read(FORM, both)
    assert len(exports.read(FORM, both, version="vB").rows) == 1


def test_answers_that_the_form_would_not_have_asked_for_are_kept_and_said():
    answers = exports.read(FORM, odk(FORM, [{**YOUNG, "online": "ya"}]))
    assert states(answers, "online") == ["answered"]
    assert "would not have asked" in answers.notes[0].en


HOUSES = form("""
    type          | name  | label | relevant
    select_one yt | ok    | Boleh?  |
    begin repeat  | house | Rumah | ${ok} = 'ya'
    integer       | rooms | Kamar? |
    select_one yt | well  | Sumur? | ${rooms} > 1
    end repeat    |       |  |
""")


def test_repeats_of_odk_hang_on_their_submission():
    key = PEOPLE.format(0)
    parts = {
        "h.csv": text([["SubmissionDate", "ok", "KEY"], ["x", "ya", key], ["x", "tidak", "k2"]]),
        "h-house.csv": text([
            ["rooms", "well", "PARENT_KEY", "KEY"],
            ["1", "", key, f"{key}/house[1]"], ["3", "", key, f"{key}/house[2]"],
            ["3", "ya", "gone", "gone/house[1]"],
        ]),
    }  # fmt: skip
    answers = exports.read(HOUSES, archive(parts))
    assert states(answers, "well") == ["not_asked", "empty"]
    found = bases.base(HOUSES, answers, "well")
    assert (found.total, found.asked) == (2, 1)
    assert "entries of “Rumah”" in found.words.en


def test_repeats_of_kobo_stand_in_sheets_of_their_own():
    book = as_xlsx({
        "Survey": [["ok", "_id", "_index"], ["ya", 7, 1], ["tidak", 8, 2]],
        "house": [
            ["house/rooms", "house/well", "_index", "_parent_table_name", "_parent_index"],
            [1, "", 1, "Survey", 1], [3, "ya", 2, "Survey", 1],
        ],
    })  # fmt: skip
    answers = exports.read(HOUSES, book)
    assert states(answers, "well") == ["not_asked", "answered"]
    assert any("does not name the form's version" in note.en for note in answers.notes)


def test_what_is_no_export_of_this_form_is_refused_kindly():
    with pytest.raises(BadInput, match="no export"):
        exports.read(FORM, b"a,b\n1,2\n")
    with pytest.raises(BadInput, match="No column fits"):
        exports.read(HOUSES, odk(FORM, EVERYBODY, FormVersion=[""] * 5))
    with pytest.raises(BadInput, match="no such question"):
        exports.read(FORM, SHAPES["odk"]).of("nothing")
    with pytest.raises(BadInput, match="no such file"):
        exports.read(FORM, Path("nowhere.csv"))


def test_a_base_says_in_both_languages_who_was_asked():
    answers = exports.read(FORM, SHAPES["odk"])
    found = bases.base(FORM, answers, "threat")
    assert (found.asked, found.answered, found.refused, found.empty, found.not_asked) == (
        2, 1, 1, 0, 3,
    )  # fmt: skip
    assert "answered “Yes” to “Do you use the internet?”" in found.words.en
    assert "menjawab “Ya” untuk “Apakah kamu memakai internet?”" in found.words.id
    assert bases.base(FORM, answers, "consent").words.en == "all respondents"
    assert State.NOT_ASKED in {answer.state for answer in answers.of("threat")}
