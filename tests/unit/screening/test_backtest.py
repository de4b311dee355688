"""The scorecard: budgets, who counts as found, intervals, and adding cards up."""

from dataclasses import replace

import pytest

from jaga.screening.backtest import Label, Line, in_budget, score, wilson
from jaga.screening.model import Alert
from jaga.screening.months import midnight

JANUARY = 1_736_000_000
FEBRUARY = JANUARY + 31 * 86_400


def alert(subject: str, typology: str = "payer_many_receivers", at: int = JANUARY) -> Alert:
    return Alert("id", typology, 1, subject, "payer", "suspicion", at, at, at, 60, 60, (), ())


def label(account: str, typology: str = "payer_many_receivers", key: str = "k") -> Label:
    return Label(account, key, typology, "payer", key)


def test_the_budget_cuts_each_month_by_rank():
    ranked = [alert(f"a{n}") for n in range(5)] + [alert("b", at=FEBRUARY)]
    chosen = in_budget(ranked, active_accounts=10_000, budget=2)
    assert [one.subject for one in chosen] == ["a0", "a1", "b"]


def test_an_account_costs_one_place():
    ranked = [alert("a"), alert("a", "prolific_small_payer"), alert("b"), alert("a", at=FEBRUARY)]
    chosen = in_budget(ranked, active_accounts=10_000, budget=2)
    assert [one.subject for one in chosen] == ["a", "b"]


def test_an_account_cut_by_one_month_may_enter_in_the_next():
    ranked = [alert("a"), alert("b"), alert("b", at=FEBRUARY)]
    chosen = in_budget(ranked, active_accounts=10_000, budget=1)
    assert [one.subject for one in chosen] == ["a", "b"]


def test_found_by_any_alert_and_by_its_own_are_told_apart():
    alerts = [alert("a", "prolific_small_payer"), alert("b")]
    card = score(alerts, [label("a"), label("b"), label("c")], 10_000)
    line = card.lines["payer_many_receivers"]
    assert (line.positives, line.found, line.found_own) == (3, 2, 1)
    assert card.whole.true_alerts == 2


def test_an_innocent_account_lowers_precision():
    card = score([alert("innocent"), alert("b")], [label("b")], 10_000)
    assert (card.whole.alerts, card.whole.true_alerts) == (2, 1)


def test_payments_until_the_alert_count_only_those_before_it():
    labels = [label("a", key=str(n)) for n in range(4)]
    times = {"0": JANUARY - 5, "1": JANUARY, "2": JANUARY + 1, "3": JANUARY + 9}
    assert score([alert("a")], labels, 10_000, booked=times).payments_to_alert == (2,)


def test_days_to_the_alert_begin_at_the_first_labelled_payment():
    day = 86_400
    labels = [label("a", key="0"), label("a", key="1"), label("b", key="2")]
    times = {"0": JANUARY - 3 * day, "1": JANUARY - day, "2": JANUARY + day}
    card = score([alert("a"), alert("b")], labels, 10_000, booked=times)
    assert card.seconds_to_alert == (0, 3 * day)
    assert card.median_days() == 1.5
    assert score([], labels, 10_000, booked=times).median_days() is None
    assert (card + card).seconds_to_alert == (0, 3 * day, 0, 3 * day)


def test_cards_add_up():
    card = score([alert("a")], [label("a"), label("b")], 10_000)
    double = card + card
    assert double.whole == card.whole + card.whole
    assert double.lines["payer_many_receivers"].positives == 4
    assert double.active_accounts == 20_000


def test_line_addition_covers_every_field():
    assert Line(1, 2, 3, 4, 5, 6, 7) + Line(1, 1, 1, 1, 1, 1, 1) == Line(2, 3, 4, 5, 6, 7, 8)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(10, 10, 0.7225, 1.0), (0, 10, 0.0, 0.2775), (81, 263, 0.2553, 0.3662)],
)
def test_wilson_against_published_values(hits, of, low, high):
    """Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3."""
    assert wilson(hits, of) == pytest.approx((low, high), abs=5e-5)


def test_no_trials_tell_nothing():
    assert wilson(0, 0) == (0.0, 1.0)


def test_months_are_cut_at_midnight_in_wib():
    from datetime import date

    last_second = replace(alert("a"), first_fired_at=midnight(date(2025, 2, 1)) - 1)
    first_second = replace(alert("b"), first_fired_at=midnight(date(2025, 2, 1)))
    assert len(in_budget([last_second, first_second], 10_000, 1)) == 2
