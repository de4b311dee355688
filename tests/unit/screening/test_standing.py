"""Standings: another threshold, or an indicator left out, from the answers of one screening."""

from dataclasses import replace

import pytest

from jaga.screening import compose, standing
from jaga.screening.indicators import INDICATORS
from jaga.screening.measure import Firing
from jaga.screening.pack import DEFAULT
from jaga.screening.typologies import TYPOLOGIES

WHOLE = TYPOLOGIES["payer_many_receivers"]
PAYER = replace(WHOLE, terms=tuple(replace(term, percent=100) for term in WHOLE.terms))
PACK = replace(DEFAULT, typologies={PAYER.id: PAYER})
MONTH = 2025 * 12 + 2
FAMILIES = {term.indicator: INDICATORS[term.indicator].family for term in PAYER.terms}
REQUIRED = next(term.indicator for term in PAYER.terms if term.required)
OTHERS = [name for name, family in FAMILIES.items() if family != FAMILIES[REQUIRED]]


def _found(*answers: tuple[int, str, int], account: int = 7) -> compose.Candidate:
    firings = [Firing(name, account, MONTH, weight, at, (1, 1, 1)) for at, name, weight in answers]
    found = compose.candidate(replace(PAYER, threshold=1), firings, INDICATORS)
    assert found is not None
    return found


def _standing(*answers: tuple[int, str, int]) -> standing.Standing:
    (one,) = standing.standings([_found(*answers)], {7: "akun"}, PACK)
    return one


@pytest.fixture
def one() -> standing.Standing:
    """Points 30 (one family, so nothing stands), 50, 60, then 65."""
    return _standing(
        (10, REQUIRED, 30), (20, OTHERS[0], 20), (30, REQUIRED, 40), (40, OTHERS[1], 5)
    )


def test_points_rise_from_the_moment_two_families_stand(one):
    assert one.rise == ((20, 50), (30, 60), (40, 65))
    assert one.points == 65


def test_another_threshold_has_its_own_first_moment(one):
    assert [one.first_at(t) for t in (1, 50, 51, 60, 65, 66)] == [20, 20, 30, 30, 40, None]


def test_answers_told_twice_give_the_run_own_candidate(one):
    told = standing.again(one.climb, replace(PAYER, threshold=51), INDICATORS)
    assert told is not None
    assert (told.first_fired_at, told.rise) == (30, one.rise)


def test_without_an_indicator_its_points_are_gone(one):
    smaller = standing.without(PAYER, OTHERS[1])
    assert smaller is not None
    told = standing.again(one.climb, replace(smaller, threshold=60), INDICATORS)
    assert told is not None
    assert told.score == 60
    assert standing.again(one.climb, replace(smaller, threshold=61), INDICATORS) is None


def test_what_a_typology_cannot_do_without_cannot_be_left_out():
    alone = replace(
        PAYER, terms=tuple(replace(t, required=t.indicator == REQUIRED) for t in PAYER.terms)
    )
    assert standing.without(alone, REQUIRED) is None


def test_a_summary_counts_and_names_nobody(one):
    told = standing.summary([one], PACK)["payer_many_receivers"]
    assert told["points"] == {"65": 1}
    assert told["floor"] == standing.scaled(PAYER.threshold, 50)
    standing_now = "alerts" if one.points >= PAYER.threshold else "near"
    assert told["without"][OTHERS[1]][standing_now] == {"60": 1}
    assert "akun" not in str(told)


@pytest.mark.parametrize(
    ("threshold", "percent", "expected"), [(75, 50, 38), (75, 100, 75), (1, 1, 1)]
)
def test_a_share_of_a_threshold_is_whole_points(threshold, percent, expected):
    assert standing.scaled(threshold, percent) == expected


def test_the_manifest_counts_as_many_alerts_as_the_run_raised(one):
    """A count at or above the threshold is the number of alerts."""
    told = standing.summary([one], PACK)["payer_many_receivers"]
    reached = sum(n for points, n in told["points"].items() if int(points) >= PAYER.threshold)
    assert reached == (one.points >= PAYER.threshold)
