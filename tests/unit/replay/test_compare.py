"""Gained and lost, with what made the difference: a worked example by hand."""

from dataclasses import replace

import pytest

from jaga.errors import BadInput
from jaga.screening.pack import DEFAULT
from jaga.screening.replay.compare import compare
from jaga.screening.replay.sides import Side
from jaga.screening.standing import Standing

TYPOLOGY = "worked"
MONTH = 2025 * 12


def numbers(threshold: int, **percents: int) -> dict:
    """One typology of three indicators; `round_` = 50 means that it counts half."""
    terms = {
        name: {"percent": percents.get(name, 100), "required": name == "several"}
        for name in ("several", "night", "round_")
        if percents.get(name, 100)
    }
    return {"indicators": {}, "typologies": {TYPOLOGY: {"threshold": threshold, "terms": terms}}}


def standing(subject: str, threshold: int, points: int, **weights: int) -> Standing:
    climb = tuple((at, name, weight) for at, (name, weight) in enumerate(weights.items(), 10))
    return Standing(
        f"{TYPOLOGY}-{subject}", TYPOLOGY, 1, subject, MONTH, threshold, points, climb,
        ((9 + len(climb), points),),
    )  # fmt: skip


def side(name: str, told: dict, *found: Standing, near: int = 1) -> Side:
    return Side(
        name,
        {one.key: one for one in found},
        told,
        near,
        "2025-01-01",
        "2025-01-31",
        "none",
        frozenset({"a"}),
    )


BEFORE = side(
    "before", numbers(60),
    standing("kept", 60, 70, several=40, night=30),
    standing("risen", 60, 50, several=30, night=20),
    standing("halved", 60, 64, several=40, round_=24),
    standing("gone", 60, 60, several=30, night=30),
)  # fmt: skip
AFTER = side(
    "after", numbers(55, round_=50),
    standing("kept", 55, 70, several=40, night=30),
    standing("risen", 55, 60, several=40, night=20),
    standing("halved", 55, 52, several=40, round_=24),
    standing("fresh", 55, 58, several=40, night=18),
)  # fmt: skip


def told(changes) -> dict[str, list[tuple]]:
    return {one.subject: [(d.what, d.before, d.after) for d in one.differences] for one in changes}


def test_each_change_says_what_made_it():
    found = compare(BEFORE, AFTER)
    assert found.kept == 1
    assert told(found.gained) == {
        "fresh": [("threshold", 60, 55), ("not_standing", None, None)],
        "risen": [("threshold", 60, 55), ("several", 30, 40)],
    }
    assert told(found.lost) == {
        "gone": [("threshold", 60, 55), ("not_standing", None, None)],
        "halved": [("threshold", 60, 55), ("round_", 24, 12)],
    }


def test_each_change_says_where_it_stood_and_when_it_fired():
    (risen,) = [one for one in compare(BEFORE, AFTER).gained if one.subject == "risen"]
    assert (risen.before.points, risen.before.threshold, risen.before.first_fired_at) == (
        50, 60, None,
    )  # fmt: skip
    assert (risen.after.points, risen.after.threshold, risen.after.first_fired_at) == (60, 55, 11)


def test_the_words_say_why_in_both_languages():
    found = compare(BEFORE, AFTER)
    (halved,) = [one for one in found.lost if one.subject == "halved"]
    assert "dihitung 50 %, dulu 100 %" in halved.differences[1].words.id
    assert "counts 50 %, 100 % before" in halved.differences[1].words.en
    (fresh,) = [one for one in found.gained if one.subject == "fresh"]
    assert "a required question had no answer" in fresh.differences[1].words.en
    assert "points" not in fresh.differences[1].words.en, "near 1 %: nothing stood below"


def test_a_side_that_keeps_half_says_so():
    half = replace(BEFORE, near_percent=50)
    (fresh,) = [one for one in compare(half, AFTER).gained if one.subject == "fresh"]
    assert "fewer than 30 points" in fresh.differences[1].words.en


def test_the_way_back_gains_what_was_lost():
    there, back = compare(BEFORE, AFTER), compare(AFTER, BEFORE)
    assert {one.subject for one in there.gained} == {one.subject for one in back.lost}
    assert {one.subject for one in there.lost} == {one.subject for one in back.gained}
    assert there.kept == back.kept


def test_a_typology_switched_off_loses_all_its_alerts():
    off = side("off", {"indicators": {}, "typologies": {}})
    found = compare(BEFORE, off)
    assert {one.subject for one in found.lost} == {"kept", "halved", "gone"}
    assert all([d.what for d in one.differences] == ["typology"] for one in found.lost)


def test_a_term_left_out_says_so():
    out = side("out", numbers(60, night=0), standing("kept", 60, 40, several=40))
    found = compare(BEFORE, out)
    (kept,) = [one for one in found.lost if one.subject == "kept"]
    assert [(d.what, d.before, d.after) for d in kept.differences] == [("night", 30, 0)]
    assert "left out now" in kept.differences[0].words.en


@pytest.mark.parametrize("other", [{"key": "other"}, {"since": "2025-01-02"}])
def test_what_cannot_be_compared_is_refused(other):
    with pytest.raises(BadInput):
        compare(BEFORE, replace(AFTER, **other))


def test_other_files_are_told_and_not_refused():
    assert compare(BEFORE, AFTER).same_inputs
    assert not compare(BEFORE, replace(AFTER, inputs=frozenset({"b"}))).same_inputs


def test_the_default_numbers_are_told_as_a_side_reads_them():
    told_numbers = DEFAULT.numbers()["typologies"]["payer_many_receivers"]
    assert set(told_numbers) >= {"threshold", "terms"}
    assert all(set(term) == {"percent", "required"} for term in told_numbers["terms"].values())
