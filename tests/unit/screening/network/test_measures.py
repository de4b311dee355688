"""Flow-through reckoned by hand, groups without the subject, communities that stay the same."""

import random

from tests.unit.screening.network.made import network, pays

from jaga.screening.network.flow import flow
from jaga.screening.network.groups import grouping
from jaga.screening.network.model import Flow

DAY, NOW = 86_400, 100 * 86_400


def test_everything_passed_on_in_time():
    moments = [(0, 500, 0), (10, 300, 0), (20, 0, 800)]
    assert flow(moments, DAY, NOW) == Flow(800, 800, 0, 0)


def test_eighty_of_a_hundred():
    """100 came; 80 left within the day; 20 stayed: passed 80 %, kept 20 %."""
    found = flow([(0, 100, 0), (5, 0, 80)], DAY, NOW)
    assert found == Flow(100, 80, 20, 0)
    assert (found.passed_percent, found.kept_percent) == (80, 20)


def test_what_leaves_after_the_window_was_kept():
    assert flow([(0, 100, 0), (DAY + 1, 0, 100)], DAY, NOW) == Flow(100, 0, 100, 0)
    assert flow([(0, 100, 0), (DAY, 0, 100)], DAY, NOW) == Flow(100, 100, 0, 0)


def test_the_oldest_money_goes_first():
    """60 of the first 100 leave, the other 40 grow cold, and 50 of the second 70 leave."""
    moments = [(0, 100, 0), (DAY // 2, 70, 0), (DAY - 1, 0, 60), (DAY + 5, 0, 50)]
    assert flow(moments, DAY, NOW) == Flow(170, 110, 60, 0)


def test_money_may_leave_in_the_second_it_came():
    together, apart = [(0, 100, 100)], [(0, 0, 100), (0, 100, 0)]
    assert flow(together, DAY, NOW) == flow(apart, DAY, NOW) == Flow(100, 100, 0, 0)


def test_money_that_left_before_any_came_is_other_money():
    assert flow([(0, 0, 500), (1, 100, 0)], DAY, NOW) == Flow(100, 0, 100, 0)


def test_what_could_still_leave_when_the_period_ends_is_open():
    assert flow([(NOW - 10, 100, 0), (NOW - 5, 0, 30)], DAY, NOW) == Flow(100, 30, 0, 70)


def test_nothing_came():
    assert flow([(0, 0, 5)], DAY, NOW) == Flow(0, 0, 0, 0)
    assert flow([], DAY, NOW).passed_percent == 0


def test_a_facilitator_stands_out():
    """m: 900 came from three people, 810 left within the window: 90 %."""
    found = network(pays("""
        0 a m 300
        1 b m 300
        2 c m 300
        9 m s 810
        100 z a 1
        400 z a 1
    """), "s")  # fmt: skip
    through = next(party for party in found.parties if party.token == "m")
    assert through.flow == Flow(900, 810, 90, 0)
    assert through.passes_on


def test_half_passed_on_is_enough_and_a_coin_less_is_not():
    half, less = (network(pays(f"0 a m 1000\n1 m s {went}\n400 x y"), "s") for went in (500, 499))
    assert [p.token for p in half.parties if p.passes_on] == ["m"]
    assert not any(p.passes_on for p in less.parties)


def test_groups_are_those_tied_without_the_subject():
    """0 is the subject; 1-2 know each other, 3-4-5 as well, 6 only the subject."""
    ties = [(0, n, 1) for n in range(1, 7)] + [(1, 2, 1), (3, 4, 1), (4, 5, 1)]
    assert grouping(7, ties, {0}).groups == (0, 2, 2, 1, 1, 1, 0)


def test_two_cliques_joined_by_one_payment_are_two_communities():
    one = [(a, b, 3) for a in range(4) for b in range(a)]
    two = [(a + 4, b + 4, 3) for a, b, _ in one]
    found = grouping(8, [*one, *two, (0, 4, 1)], set())
    assert found.communities == (1, 1, 1, 1, 2, 2, 2, 2)
    # 12 × 3 of 37 inside, degrees 37 a side of 74: 36/37 − 2 × (37/74)² = 0.47297
    assert found.modularity == 0.473


def test_communities_are_the_same_whatever_chance_was_used_before():
    chance = random.Random(3)
    ties = sorted({(*sorted(chance.sample(range(60), 2)), 1) for _ in range(150)})
    random.seed(1)
    first, state = grouping(60, ties, {0}), random.getstate()
    random.seed(99)
    assert grouping(60, ties, {0}) == first
    random.seed(1)
    assert random.getstate() == state
