"""What holds of the rules as a whole, and that each fault is told by name."""

from dataclasses import replace

import pytest

from jaga.screening import soundness
from jaga.screening.indicators import INDICATORS
from jaga.screening.typologies import TYPOLOGIES


def test_the_pack_is_sound():
    assert soundness.faults(INDICATORS, TYPOLOGIES) == []
    assert len(INDICATORS) >= 30
    assert len(TYPOLOGIES) >= 10


def test_every_mark_of_the_catalogue_is_served():
    assert soundness.codes(INDICATORS) >= soundness.CATALOGUE
    assert len(soundness.CATALOGUE) == 37


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sql": "select debtor as account, t as moment from payments where debtor_country = 1"},
         "asks about a country"),
        ({"sql": "select debtor as account, t as moment from unrelated where abroad = 1"},
         "asks about a country"),
        ({"examples": ()}, "needs an example that fires and one that stays quiet"),
    ],
)  # fmt: skip
def test_a_fault_of_an_indicator_is_named(change, words):
    one = replace(INDICATORS["payer_several_receivers"], **change)
    found = soundness.faults({**INDICATORS, one.id: one}, TYPOLOGIES)
    assert found == [f"payer_several_receivers: {words}"]


def test_a_typology_of_one_family_is_named():
    one = TYPOLOGIES["child_receiving"]
    one = replace(one, terms=tuple(t for t in one.terms if t.required))
    found = soundness.faults(INDICATORS, {**TYPOLOGIES, one.id: one})
    assert "child_receiving: asks questions of one family only" in found


def test_a_threshold_within_reach_of_one_question_is_named():
    one = replace(TYPOLOGIES["payer_many_receivers"], threshold=1)
    found = soundness.faults(INDICATORS, {**TYPOLOGIES, one.id: one})
    assert found == ["payer_many_receivers: can be reached by its required question alone"]


def test_too_few_are_counted_and_missing_marks_are_named():
    few = {id_: INDICATORS[id_] for id_ in list(INDICATORS)[:3]}
    found = soundness.faults(few, {})
    assert "there are 3 indicators, fewer than 30" in found
    assert "there are 0 typologies, fewer than 10" in found
    assert "no indicator serves VA-5" in found
    assert "no typology speaks of a facilitator" in found
