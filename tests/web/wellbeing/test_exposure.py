"""The ledger counts what a person reads, and keeps no case number."""

import pytest

from jaga_web.wellbeing import actions, queries
from jaga_web.wellbeing.models import Break, Exposure, Sitting


def minutes() -> float:
    return sum(row.seconds for row in Exposure.objects.all()) / 60


@pytest.mark.parametrize(
    ("views", "expected"),
    [
        ((0,), 1),
        ((0, 5), 6),
        ((0, 0.5), 1.5),
        ((0, 40), 16),
        ((0, 10, 20), 21),
        ((0, 24 * 60), 2),
    ],
)
def test_minutes_lie_between_views_and_are_capped(look, views, expected):
    for view in views:
        look(view)
    assert minutes() == expected


def test_a_case_counts_by_its_sensitivity(look):
    look(0, "case:1", "high")
    look(5, "case:2", "low")
    rows = {row.weight: (row.seconds, row.weighted_seconds) for row in Exposure.objects.all()}
    assert rows == {"high": (300, 900), "low": (60, 60)}


def test_no_case_number_is_kept(look):
    look(0, "case:987654")
    rows = [*Exposure.objects.values(), *Sitting.objects.values()]
    assert rows
    assert "987654" not in str(rows)


def test_the_same_case_has_another_mark_for_another_person_or_week(look, person):
    look(0)
    look(1)
    look(0, by=person("supervisor"))
    look(7 * 24 * 60)
    assert len(set(Exposure.objects.values_list("mark", flat=True))) == 3


def test_being_away_is_a_pause(look):
    for minute in range(0, 61, 10):
        look(minute)
    assert Sitting.objects.get().weighted_seconds >= 120 * 60
    look(61 + 15 + queries.DEFAULTS.break_minutes)
    assert Sitting.objects.get().weighted_seconds == 3 * 60
    assert list(Break.objects.values_list("kind", flat=True)) == [Break.NATURAL]


def test_an_unknown_weight_is_our_mistake(person):
    with pytest.raises(KeyError):
        actions.note_exposure(by=person("caseworker"), subject="case:1", weight="heavy")


def test_old_days_are_forgotten(look):
    look(0)
    look(401 * 24 * 60)
    assert Exposure.objects.count() == 1
