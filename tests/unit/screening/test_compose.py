"""Adding up: two families, the moment of the threshold, outcomes, and what a border may do."""

import pytest

from jaga.screening import compose, weighing
from jaga.screening.circumstances import CIRCUMSTANCES
from jaga.screening.compose import Candidate, Holder
from jaga.screening.indicators import INDICATORS
from jaga.screening.measure import Firing
from jaga.screening.model import Payment
from jaga.screening.typologies import TYPOLOGIES

PAYER = TYPOLOGIES["payer_many_receivers"]
MONTH = 2025 * 12


def fired(indicator: str, at: int, weight: int, *values: int) -> Firing:
    return Firing(indicator, 7, MONTH, weight, at, values or (3, 3, 300_000))


def payment(
    at: int, key: str = "a/1", here: str | None = "ID", there: str | None = "ID"
) -> Payment:
    return Payment(
        key, at, "x", "y", 100_000, 10_000_000, "IDR", "bank_transfer", here, there, "none"
    )


ENOUGH = [
    fired("payer_several_receivers", 10, 40),
    fired("payer_night_payments", 20, 25, 4),
    fired("payer_unlikely_remarks", 30, 25, 2, 2),
]


def test_the_moment_is_when_the_last_needed_answer_came():
    found = compose.candidate(PAYER, ENOUGH, INDICATORS)
    assert found is not None
    assert (found.first_fired_at, found.score) == (30, 66)


def test_one_family_never_alerts_however_heavy():
    heavy = [fired("payer_several_receivers", 10, 500)]
    assert compose.candidate(PAYER, heavy, INDICATORS) is None


def test_without_the_required_answer_there_is_no_alert():
    rest = [fired("payer_night_payments", 20, 60, 5), fired("payer_rail_switch", 30, 60, 2)]
    assert compose.candidate(PAYER, rest, INDICATORS) is None


def test_order_of_firings_does_not_matter():
    assert compose.candidate(PAYER, ENOUGH[::-1], INDICATORS) == compose.candidate(
        PAYER, ENOUGH, INDICATORS
    )


@pytest.mark.parametrize(
    ("born", "guardian", "expected"),
    [
        (2007, False, "protection"),
        (2006, False, "suspicion"),
        (1980, True, "protection"),
        (None, False, "suspicion"),
    ],
)
def test_whoever_may_be_a_child_is_protected_whatever_fired(born, guardian, expected):
    assert compose.outcome(PAYER, Holder(born, guardian), 2025) == expected


def test_a_child_typology_always_protects():
    child = TYPOLOGIES["child_extortion_burst"]
    assert compose.outcome(child, Holder(1960, False), 2025) == "protection"


def _alert(payments: list[Payment], holder: Holder = Holder(1980, False), reasons=()):  # noqa: B008
    found = Candidate(PAYER, 7, MONTH, tuple(ENOUGH), 30, 80)
    return compose.alert(found, "subject", holder, payments, reasons, child_signal=False)


def test_a_border_weighs_but_the_threshold_is_met_without_it():
    assert _alert([payment(1)]).score == 80
    assert _alert([payment(1, there="AU")]).score == 80 * 110 // 100
    below = [fired("payer_several_receivers", 10, 42), fired("payer_night_payments", 11, 25, 4)]
    assert compose.candidate(PAYER, below, INDICATORS) is None


def test_an_unknown_country_is_not_a_border():
    assert _alert([payment(1, there=None)]).score == 80


def test_an_unknown_age_says_so():
    alert = _alert([payment(1)], Holder(None, False))
    assert [r.indicator for r in alert.reasons if r.answer == "could_not_tell"] == ["holder_age"]


def test_harm_rises_with_frequency_not_with_amount():
    steady = _alert([payment(t) for t in (0, 10, 20, 30)])
    rising = _alert([payment(t) for t in (0, 20, 25, 28, 30)])
    assert rising.harm > steady.harm


def test_a_circumstance_moves_the_rank_alone():
    plain = _alert([payment(1)])
    one = CIRCUMSTANCES["unlikely_remarks_share"]
    for part, points in ((0, -5), (3, 0), (40, 0)):
        said = weighing.reason(one, part, 100)
        moved = _alert([payment(1)], reasons=[said] if said else [])
        assert moved.harm == plain.harm + points
        assert (moved.score, moved.first_fired_at) == (plain.score, plain.first_fired_at)


def test_an_alert_keeps_its_name_between_runs_and_differs_by_month():
    one = compose.alert_id(PAYER, "subject", MONTH)
    assert one == compose.alert_id(PAYER, "subject", MONTH)
    assert len({one, compose.alert_id(PAYER, "subject", MONTH + 1)}) == 2
