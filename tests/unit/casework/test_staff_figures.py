"""No figure tells about fewer than five people, or about one who stands out."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jaga.casework.staff_figures import PersonMonth, band, figures

HOUR = 3600
PEOPLE = st.lists(
    st.builds(
        PersonMonth,
        weighted_seconds=st.integers(0, 400 * HOUR),
        prompts=st.integers(0, 60),
        rested=st.just(0),
        supervised=st.booleans(),
    ),
    max_size=12,
)


def team(*hours: float, **rest) -> list[PersonMonth]:
    return [PersonMonth(int(one * HOUR), **rest) for one in hours]


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        (team(1, 1, 1, 1), None),
        (team(1, 1, 1, 1, 0), None),  # who read nothing does not make a fifth
        (team(1, 1, 1, 1, 1), 60),
        (team(1, 1, 1, 1, 1, 1.5), 60),  # 65 minutes, rounded to ten
        (team(9, 1, 1, 1, 1), None),  # one of them is more than half of it
        (team(4, 1, 1, 1, 1), 100),
    ],
)
def test_worked_examples(people, shown):
    found = figures(people)
    assert (found and found.mean_minutes) == shown


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(0, 6, "few"), (1, 6, "few"), (2, 6, "some"), (4, 6, "some"), (5, 6, "most"), (6, 6, "most")],
)
def test_thirds(part, whole, expected):
    assert band(part, whole) == expected


def test_prompts_of_few_are_not_told():
    few = [*team(1, 1, 1, 1, prompts=2, rested=2), *team(1, 1)]
    assert figures(few).rested is None
    assert figures(team(1, 1, 1, 1, 1, prompts=2, rested=2)).rested == "most"


@given(PEOPLE)
def test_fewer_than_five_are_never_shown(people: list[PersonMonth]):
    read = [one for one in people if one.weighted_seconds]
    assume(len(read) < 5)
    assert figures(people) is None


@given(PEOPLE)
def test_nobody_is_more_than_half_of_what_is_shown(people: list[PersonMonth]):
    if figures(people) is not None:
        amounts = [one.weighted_seconds for one in people]
        assert max(amounts) * 2 <= sum(amounts)


@given(PEOPLE, st.randoms())
def test_the_order_of_people_tells_nothing(people: list[PersonMonth], chance):
    mixed = list(people)
    chance.shuffle(mixed)
    assert figures(mixed) == figures(people)
