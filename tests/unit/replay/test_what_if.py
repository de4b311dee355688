"""Counts alone answer for other thresholds exactly as the standings themselves would."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.screening import compose
from jaga.screening.indicators import INDICATORS
from jaga.screening.measure import Firing
from jaga.screening.pack import DEFAULT
from jaga.screening.replay.what_if import Counts, counts, ladder, told
from jaga.screening.standing import Standing, again, lowered, standings, summary, without
from jaga.screening.typologies import TYPOLOGIES

TYPOLOGY = TYPOLOGIES["payer_many_receivers"]
PACK = replace(DEFAULT, typologies={TYPOLOGY.id: TYPOLOGY})
ASKED = [term.indicator for term in TYPOLOGY.terms]
NEEDED = [term.indicator for term in TYPOLOGY.terms if term.required]
FREE = [name for name in ASKED if name not in NEEDED]

answers = st.lists(
    st.tuples(st.integers(0, 50), st.sampled_from(ASKED), st.integers(1, 60)), max_size=8
)


def _standings(people: list[list[tuple[int, str, int]]]) -> tuple[Standing, ...]:
    low = lowered(PACK, PACK.near_percent).typologies[TYPOLOGY.id]
    found = []
    for account, given_answers in enumerate(people):
        needed = [(0, name, 30) for name in NEEDED]
        firings = [
            Firing(name, account, 24_300, weight, at, (1, 1, 1))
            for at, name, weight in (*needed, *given_answers)
        ]
        one = compose.candidate(low, firings, INDICATORS)
        if one is not None:
            found.append(one)
    return standings(found, {n: f"akun-{n}" for n in range(len(people))}, PACK)


@given(
    st.lists(answers, max_size=12),
    st.integers(38, 150),
    st.one_of(st.none(), st.sampled_from(FREE)),
)
def test_counts_are_what_the_standings_give_one_by_one(people, threshold, left_out):
    found = _standings(people)
    one = told(json.loads(json.dumps(summary(found, PACK)))[TYPOLOGY.id])
    threshold = max(threshold, one.floor)
    rule = TYPOLOGY if left_out is None else without(TYPOLOGY, left_out)
    assert rule is not None
    rule = replace(rule, threshold=threshold)
    then = {s.subject for s in found if again(s.climb, rule, INDICATORS)}
    now = {s.subject for s in found if s.points >= s.threshold}
    expected = Counts(len(now), len(then), len(then - now), len(now - then))
    assert counts(one, threshold, left_out) == expected


TOLD = told(
    {
        "threshold": 60,
        "floor": 30,
        "points": {"30": 5, "59": 2, "60": 3, "80": 1},
        "without": {"night": {"alerts": {"45": 2, "70": 1}, "near": {"30": 4}}},
    }
)


@pytest.mark.parametrize(
    ("threshold", "without_one", "expected"),
    [
        (60, None, Counts(4, 4, 0, 0)),
        (59, None, Counts(4, 6, 2, 0)),
        (61, None, Counts(4, 1, 0, 3)),
        (30, None, Counts(4, 11, 7, 0)),
        (60, "night", Counts(4, 1, 0, 3)),
        (30, "night", Counts(4, 7, 4, 1)),
    ],
)
def test_by_hand(threshold, without_one, expected):
    assert counts(TOLD, threshold, without_one) == expected


def test_below_the_floor_nobody_knows():
    with pytest.raises(ValueError, match="below"):
        counts(TOLD, 29)


def test_the_ladder_goes_from_the_floor_to_twice_the_threshold():
    steps = ladder(TOLD)
    assert steps[0] == (30, 11)
    assert steps[-1] == (120, 0)
    assert (60, 4) in steps
    assert [n for _, n in steps] == sorted((n for _, n in steps), reverse=True)
