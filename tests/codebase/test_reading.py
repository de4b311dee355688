"""What the site says can be read: short sentences in both languages, shorter for children."""

import pytest
from tests.codebase import reading


def of(child: bool, language: int) -> list[str]:
    return [
        one[language]
        for one in reading.texts()
        if (reading.limit_of(one[0]) is reading.CHILD) is child
    ]


def test_no_sentence_is_too_long():
    assert reading.too_long(list(reading.texts())) == []


@pytest.mark.parametrize("child", [True, False], ids=["child", "staff"])
def test_sentences_are_short_on_average(child, record_testsuite_property):
    limit = reading.CHILD if child else reading.STAFF
    for language, name in ((1, "Indonesian"), (2, "English")):
        found = reading.mean(of(child, language))
        who = "children" if child else "staff"
        record_testsuite_property(f"words in a sentence for {who}, {name}", f"{found:.1f}")
        assert found <= limit.mean, name


@pytest.mark.parametrize("child", [True, False], ids=["child", "staff"])
def test_english_is_of_a_low_school_grade(child):
    limit = reading.CHILD if child else reading.STAFF
    assert reading.grade(of(child, 2)) <= limit.grade


def test_the_words_of_templates_and_code_are_looked_at():
    names = {name for name, *_ in reading.texts()}
    assert any(name.startswith("alerts/templates") for name in names)
    assert any(name.endswith("actions.py") or name.endswith("views.py") for name in names)


def test_a_planted_long_sentence_is_found():
    long = " ".join(["kata"] * 21) + "."
    assert reading.too_long([("channel/templates/x.html", long, "")])
    assert not reading.too_long([("alerts/templates/x.html", long, "")])
    assert reading.too_long([("alerts/templates/x.html", "", " ".join(["word"] * 26))])


def test_known_texts_have_their_known_grade():
    # 13 words, 1 sentence, 24 syllables of a made-up line, reckoned by hand: about 11.
    line = "The administrator will investigate every notification before the organisation decides."
    assert 15 < reading.grade([line]) < 25
    assert reading.grade(["We read it. We will help you soon. You can stop now."]) < 2
