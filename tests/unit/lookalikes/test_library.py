"""The library of look-alikes: one description each, a generator each, and words to check by."""

import pytest

from jaga.errors import JagaError
from jaga.lookalikes import LOOK_ALIKES, known, paying, receiving, tokens, young
from jaga.screening.indicators import INDICATORS
from jaga.screening.typologies import TYPOLOGIES
from jaga.world import lookalikes as world


def test_a_name_is_described_once():
    listed = [each.name for part in (paying, receiving, young, tokens) for each in part.KNOWN]
    assert len(listed) == len(set(listed)) == len(LOOK_ALIKES)


def test_every_look_alike_has_a_generator_unless_it_speaks_of_a_list():
    drawn = [pattern.name for pattern in world.LOOK_ALIKES]
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == {name for name, each in LOOK_ALIKES.items() if not each.of_lists}


@pytest.mark.parametrize("each", LOOK_ALIKES.values(), ids=lambda each: each.name)
def test_every_look_alike_asks_one_thing_that_a_person_can_check(each):
    for language in ("id", "en"):
        words, check = each.words.say(language), each.check.say(language)
        assert not words.endswith(".")
        assert "?" in check
        assert len(check) <= 120


def test_what_a_question_names_is_what_the_library_says():
    named = [*INDICATORS.values(), *TYPOLOGIES.values()]
    for each in (look_alike for rule in named for look_alike in rule.look_alikes):
        assert each is known(each.name)


def test_every_drawn_look_alike_is_asked_about_somewhere():
    rules = [*INDICATORS.values(), *TYPOLOGIES.values()]
    asked = {look_alike.name for rule in rules for look_alike in rule.look_alikes}
    drawn = {pattern.name for pattern in world.LOOK_ALIKES}
    assert len(drawn & asked) >= 25


def test_an_unknown_name_says_where_to_add_it():
    with pytest.raises(JagaError, match="jaga/lookalikes"):
        known("nobody")
