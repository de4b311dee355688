"""Which facts may be printed, one by one and beside each other. Everybody here is invented."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaga.evidence.facts import Fact
from jaga.evidence.withholding import CASE, FEW, about_people, feasible, verdict


def fact(value, *, kind="count", unit="persons", n=None, k=None, name="F1", **more):
    given = {
        "section": "2", "pillar": "", "programme": "Program rekaan", "partner": "",
        "measure": "", "measure_id": "", "base": "", "base_id": "", "place": "Rekaan",
        "place_code": "", "period": "2026", "qualifier": "",
    }  # fmt: skip
    return Fact(id=name, value=str(value), unit=unit, k=k, n=n, kind=kind, **(given | more))


def rule(one, *peers):
    return verdict(one, peers).rule


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (fact(7, kind="case", unit="years"), "case"),
        (fact(2, kind="unique persons"), "small"),
        (fact(4, unit="complaints"), "small"),
        (fact(3, unit="penyintas"), "small"),
        (fact(2, unit="bundles"), "small"),  # an unknown unit is taken for people
        (fact(0), ""),
        (fact(5), ""),
        (fact(2, unit="events"), ""),
        (fact(1, unit="private sector associations"), ""),
        (fact(5, unit="districts and cities"), ""),
        (fact(2, kind="duration", unit="months"), ""),
        (fact("99.4", kind="proportion", unit="percent", n=512, base="child respondents"), "share"),
        (fact("49.1", kind="proportion", unit="percent", n=512, base="child respondents"), ""),
        (fact("30", kind="proportion", unit="percent", n=10, base="children"), "share"),
        (fact("99", kind="proportion", unit="percent", n=179, base="providers"), ""),
        (fact("99", kind="proportion", unit="percent", n=179, base="respondents"), "share"),
        (fact("2.9", kind="proportion", unit="percent"), ""),
        (fact("99", kind="proportion", unit="percent", n=512, k=505), ""),
        (fact("99", kind="proportion", unit="percent", n=512, k=508), "share"),
        (fact("5.5", kind="mean", unit="hours", n=3, base="children"), "share"),
        (fact("5.5", kind="mean", unit="hours", n=30, base="children"), ""),
        (fact(20, n=23), "share"),
        (fact(17, n=23), ""),
    ],
)
def test_each_fact_alone(one, expected):
    answer = verdict(one, [])
    assert answer.rule == expected
    assert answer.shown == (not expected)


def test_the_printed_reason_does_not_say_that_the_number_is_small():
    small, share = verdict(fact(2), []), verdict(fact(20, n=23), [])
    assert small.reason == share.reason == FEW
    assert verdict(fact(7, kind="case"), []).reason == CASE


def test_a_small_part_takes_a_partner_with_it():
    parts = [fact(c, n=40, base="peserta", name=f"P{c}") for c in (3, 9, 28)]
    assert [rule(one, *parts) for one in parts] == ["small", "part", ""]


def test_small_parts_that_hide_each_other_need_no_partner():
    parts = [fact(c, n=40, base="peserta", name=f"P{c}") for c in (3, 4, 33)]
    assert [rule(one, *parts) for one in parts] == ["small", "small", ""]


def test_parts_that_leave_a_few_unsaid_are_parts_all_the_same():
    parts = [fact(c, n=40, base="peserta", name=f"P{c}") for c in (10, 28)]
    assert [rule(one, *parts) for one in parts] == ["part", ""]


def test_a_whole_that_stands_as_a_fact_of_its_own_gives_no_part_back():
    whole, part, few = fact(25, name="W"), fact(22, name="A"), fact(3, name="B")
    everything = [whole, part, few]
    assert [rule(one, *everything) for one in everything] == ["", "part", "small"]


def test_another_place_or_year_is_another_whole():
    few = fact(3, name="B", place="Lain")
    assert rule(fact(22, name="A"), fact(25, name="W"), few) == ""


def test_shares_of_one_base_that_add_up_hide_together():
    shares = [
        fact(v, kind="proportion", unit="percent", n=200, k=k, base="anak", name=f"S{k}")
        for v, k in (("1.5", 3), ("18.5", 37), ("80", 160))
    ]
    assert [rule(one, *shares) for one in shares] == ["share", "part", ""]


def test_what_counts_as_people():
    assert about_people(fact("1", kind="proportion", measure="anak pengguna aplikasi"))
    assert not about_people(fact("1", kind="proportion", measure="providers that agree"))
    assert not about_people(fact(1, kind="amount", unit="IDR"))


@settings(deadline=None)
@given(st.integers(1, 600), st.data(), st.integers(0, 2))
def test_every_share_our_own_rounding_prints_allows_its_count(n, data, digits):
    k = data.draw(st.integers(0, n))
    assert k in feasible(f"{100 * k / n:.{digits}f}", n)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=2, max_size=6), st.integers(0, 4))
def test_what_is_shown_of_a_whole_leaves_small_parts_unknown(counts, rest):
    n = sum(counts) + rest
    parts = [fact(c, n=n, base="peserta", name=f"P{i}") for i, c in enumerate(counts)]
    mixed = random.Random(n).sample(parts, len(parts))
    shown = [verdict(one, mixed).shown for one in parts]
    hidden = [c for c, seen in zip(counts, shown, strict=True) if not seen]
    left = n - sum(c for c, seen in zip(counts, shown, strict=True) if seen)
    assert not any(0 < c < 5 for c, seen in zip(counts, shown, strict=True) if seen)
    if any(shown) and any(0 < c < 5 for c in [*hidden, rest]):
        assert left >= 5
        assert len(hidden) + (rest > 0) >= 2
