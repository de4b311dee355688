"""Paths go forward in time, end where everybody's money meets, and say what they leave out."""

from tests.unit.screening.network.made import fan, network, pays, ties, tokens

from jaga.screening.network.follow import nearest
from jaga.screening.network.model import Holder, Limits


def test_money_is_followed_only_after_it_came():
    found = network(pays("""
        10 a s
        20 s b
        15 b early
        21 b late
        5  before a
        12 after a
    """), "s")  # fmt: skip
    assert ties(found) == {("a", "s"), ("s", "b"), ("b", "late"), ("before", "a")}


def test_money_may_leave_in_the_second_it_came_because_some_files_give_days_only():
    assert ("b", "c") in ties(network(pays("1 s b\n1 b c"), "s"))


def test_past_the_window_the_path_is_cold():
    payments = pays("0 s b\n72 b warm\n73 b cold")
    assert tokens(network(payments, "s")) == {"s", "b", "warm"}
    assert tokens(network(payments, "s", Limits(hop_hours=73))) == {"s", "b", "warm", "cold"}


def test_a_path_ends_at_a_business_and_is_marked():
    payments = pays("0 s shop\n1 shop supplier\n0 s b\n1 b c")
    found = network(payments, "s", holders={"shop": Holder("business")})
    assert "supplier" not in tokens(found)
    shop = next(party for party in found.parties if party.token == "shop")
    assert shop.end_point
    assert shop.flow is None


def test_a_business_that_is_the_subject_is_followed():
    found = network(pays("0 s b\n1 a s"), "s", holders={"s": Holder("business")})
    assert tokens(found) == {"s", "a", "b"}
    assert not found.parties[0].end_point


def test_a_round_trip_comes_back_to_the_subject_once():
    found = network(pays("0 s b\n1 b s\n2 s b"), "s", Limits(hops=4))
    assert [(t.debtor, t.creditor, t.payments) for t in found.ties] == [(1, 2, 2), (2, 1, 1)]


def test_a_hub_keeps_its_largest_ties_and_counts_the_rest():
    found = network(fan(10), "s", Limits(hub_ties=4))
    assert {p.token for p in found.parties if p.after} == {f"out0-{n}" for n in (6, 7, 8, 9)}
    assert found.parties[0].hub
    assert (found.parties[0].more_before, found.parties[0].more_after) == (6, 6)
    assert found.left_out == 12


def test_at_the_most_nodes_nearer_and_larger_go_first_from_either_side_in_turn():
    found = network(fan(10, hops=2), "s", Limits(max_nodes=8))
    assert len(found.parties) == 8
    # Seven places for ten on either side: the four largest, and in turn the three largest.
    shown = {f"in0-{n}" for n in (6, 7, 8, 9)} | {f"out0-{n}" for n in (7, 8, 9)}
    assert {p.token for p in found.parties[1:]} == shown
    assert found.left_out == 13 + 7


def test_parties_are_numbered_nearest_first_then_by_amount():
    found = network(pays("0 a s 50\n1 s b 70\n2 b c 60\n2 b d 60"), "s")
    assert [(p.number, p.token) for p in found.parties] == [
        (1, "s"), (2, "b"), (3, "a"), (4, "c"), (5, "d"),
    ]  # fmt: skip


def test_who_may_be_a_child_is_protected_and_has_no_flow():
    payments = pays("0 s young\n1 young x\n0 s warded\n0 s known\n0 s grown\n1 grown y")
    holders = {
        "young": Holder("person", 1960), "warded": Holder("person", None, has_guardian=True),
        "grown": Holder("person", 1940),
    }  # fmt: skip
    found = network(payments, "s", holders=holders, protected=frozenset({"known"}))
    by_token = {party.token: party for party in found.parties}
    assert {t for t, p in by_token.items() if p.protected} == {"young", "warded", "known"}
    assert by_token["young"].flow is None
    assert not by_token["young"].passes_on
    assert by_token["grown"].passes_on


def test_nothing_around_an_account_is_a_network_of_one():
    found = network(pays("0 a b\n1 c c"), "a", Limits(hops=1))
    assert tokens(found) == {"a", "b"}
    assert tokens(network(pays("0 a b\n0 a a\n500 c d"), "c", Limits(hops=1))) == {"c", "d"}


def test_a_smaller_picture_keeps_both_sides_and_counts_what_it_leaves():
    whole = network(fan(10, hops=2), "s")
    small = nearest(whole, 1, 7)
    assert [p.token for p in small.parties] == [
        "s", "in0-9", "in0-8", "in0-7", "out0-9", "out0-8", "out0-7",
    ]  # fmt: skip
    assert (len(small.ties), small.left_out) == (6, 14)
    assert nearest(whole, 2, 1000).ties == whole.ties
