"""The words said before a number is watched: the risk and the way back stand in each."""

import re

import pytest

from jaga.consent import NOT_ASKED, WORDS, band, words_for


@pytest.mark.parametrize(
    ("age", "found"),
    [
        (0, "under 6"), (5, "under 6"), (6, "6 to 11"), (11, "6 to 11"), (12, "12 to 14"),
        (14, "12 to 14"), (15, "15 to 17"), (17, "15 to 17"), (18, "adult"), (60, "adult"),
    ],
)  # fmt: skip
def test_each_age_has_its_words(age, found):
    assert band(age) == found
    words = words_for(age)
    assert (words is None) == (found == "under 6")


def test_a_small_child_is_not_asked_and_nor_is_an_unsafe_parent():
    assert "under 6" in NOT_ASKED.en
    assert "parent" in NOT_ASKED.en


@pytest.mark.parametrize("words", WORDS, ids=[one.band for one in WORDS])
def test_the_risk_the_delay_the_no_and_the_way_back_are_said(words):
    said = " ".join(one.en for one in words.sentences).lower()
    diucapkan = " ".join(one.id for one in words.sentences).lower()
    assert re.search(r"guess", said)
    assert "ebak" in diucapkan
    assert re.search(r"together with numbers from", said)
    assert "bersama nomor" in diucapkan
    assert re.search(r"say no|refuse", said)
    assert re.search(r"bilang tidak|menolak", diucapkan)
    assert re.search(r"change your mind|take it back", said)
    assert re.search(r"berubah pikiran|menarik kembali", diucapkan)
    assert len(words.questions) >= 2


def test_younger_children_hear_shorter_sentences():
    longest = [max(len(one.id.split()) for one in words.sentences) for words in WORDS[:3]]
    assert longest == sorted(longest)
