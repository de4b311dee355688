"""Every step has its guidance, in both languages, short enough to read in a case."""

import re

import pytest

from jaga.casework.guidance import GUIDANCE, Guidance
from jaga.words import Text

STEPS = ("identification", "assessment", "plan", "implementation", "follow_up", "closure")


def texts(one: Guidance) -> list[Text]:
    return [one.aim, *one.to_do, *one.take_care, *one.ask_when]


def test_the_six_steps_each_have_one():
    assert tuple(GUIDANCE) == STEPS


@pytest.mark.parametrize("step", STEPS)
def test_it_says_what_to_do_what_to_guard_and_when_to_ask(step):
    one = GUIDANCE[step]
    assert min(map(len, (one.to_do, one.take_care, one.ask_when))) >= 1
    assert len(one.to_do) <= 6


@pytest.mark.parametrize("step", STEPS)
def test_sentences_are_short_in_both_languages(step):
    for text in texts(GUIDANCE[step]):
        for words in (text.id, text.en):
            assert words[-1] in ".?"
            longest = max(len(part.split()) for part in re.split(r"[.?:;]", words))
            assert longest <= 20, words


def test_nobody_is_asked_for_an_identity_card_or_for_detail():
    said = " ".join(text.en for one in GUIDANCE.values() for text in texts(one))
    assert "Ask no identity card" in said
    assert "not your task" in said
