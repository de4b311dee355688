"""The same child seen by two units is suggested once; twins and namesakes wait for a person.

Every name here is invented (rekaan).
"""

from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaga.casework.matching import comparing
from jaga.casework.matching.comparing import REASONS, RULES, Match, children, compare, judge
from jaga.casework.matching.tokens import Known, tokens

# A busy machine is no fault of the code.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
KEY = bytes(range(32))
RATIH = Known(
    "a1", "Ratih Rekaan Wulandari", "2012-05-01", "f", "33", "Desa Contoh", "Sumarni", "12-14"
)


def line(known, **changes):
    made = tokens(replace(known, **changes), KEY)
    assert made is not None
    return made


# What the other unit wrote → what we suggest.
TRAPS = {
    "the very same": ({}, "same"),
    "two agencies referring one child, one spelling old": (
        {"name": "Ratih Rekaan Woelandari"}, "same"),
    "moved to another province": ({"region": "31", "village": "Desa Lain"}, "same"),
    "mother not known": ({"mother": ""}, "same"),
    "sex recorded otherwise": ({"sex": "m"}, "perhaps"),
    "day of birth not known": ({"birth_date": "2012"}, "perhaps"),
    "no birth at all": ({"birth_date": ""}, "perhaps"),
    "no birth, other village: perhaps a namesake": (
        {"birth_date": "", "village": "Desa Lain"}, "perhaps"),
    "namesake, another day, another village": (
        {"birth_date": "2012-11-09", "village": "Desa Lain"}, "different"),
    "namesake, another year": ({"birth_date": "2009-05-01"}, "different"),
    "day and month swapped": ({"birth_date": "2012-01-05"}, "perhaps"),
    "twin: same family, day and house, another name": (
        {"name": "Ratna Rekaan Wulandari"}, "perhaps"),
    "twin with nothing of the name in common": ({"name": "Sekar Melati"}, "different"),
    "single name of three": ({"name": "Ratih"}, "perhaps"),
    "single name, no day, elsewhere": (
        {"name": "Ratih", "birth_date": "", "village": "Desa Lain"}, "different"),
    "a member of staff of the same name": (
        {"birth_date": "1988-02-02", "age_band": "18+", "mother": "Endang"}, "different"),
}  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS)
def test_traps(trap):
    changes, expected = TRAPS[trap]
    match = judge(line(RATIH), line(RATIH, ref="b1", **changes))
    assert match.level == expected, match.reasons


def test_twins_in_one_list_are_never_the_same_as_their_brother_or_sister():
    rani, ranni = line(RATIH, name="Rani Contoh"), line(RATIH, ref="a2", name="Ranni Contoh")
    found = compare([rani, ranni], [line(RATIH, ref="b1", name="Rani Contoh")])
    assert {(match.ours, match.level) for match in found} == {("a1", "perhaps"), ("a2", "perhaps")}
    assert all("several" in match.reasons for match in found)


def test_twins_whose_names_share_a_word_are_told_to_look_like_twins():
    match = judge(line(RATIH), line(RATIH, ref="b1", name="Ratna Rekaan Wulandari"))
    assert "name_shared" in match.reasons
    assert "kembar" in REASONS["name_shared"].say("id")


def test_two_single_names_meet_when_the_day_agrees():
    ours, theirs = line(RATIH, name="Soeharti"), line(RATIH, ref="b1", name="Suharti")
    assert judge(ours, theirs).level == "same"


def test_fields_at_odds_are_named_without_their_values():
    match = judge(
        line(RATIH, form=("sexual",)),
        line(RATIH, ref="b1", region="31", age_band="15-17", form=("sexual", "neglect")),
    )
    assert match.differs == ("region", "age_band", "form")
    assert "31" not in repr(match)


def test_no_rule_asks_for_less_than_a_common_word_and_no_two_years():
    """`compare` looks only at such pairs."""
    assert all("differs" not in rule.name + rule.birth for rule in RULES)


WORDS = st.sampled_from(["Ratih", "Ratna", "Rahma", "Rahmah", "Wulandari", "Contoh", "Siti"])
KNOWN = st.builds(
    Known,
    ref=st.just("x"),
    name=st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
    birth_date=st.sampled_from(["", "2012", "2012-05", "2012-05-01", "2012-01-05", "2010-03-03"]),
    sex=st.sampled_from(["f", "m", "unknown", ""]),
    region=st.sampled_from(["", "33", "31"]),
    village=st.sampled_from(["", "Desa Contoh", "Desa Lain"]),
    mother=st.sampled_from(["", "Sumarni", "Endang"]),
)


def listed(side, known):
    return [line(one, ref=f"{side}{number}") for number, one in enumerate(known)]


def mirrored(match):
    return replace(match, ours=match.theirs, theirs=match.ours)


@CALM
@given(st.data())
def test_comparing_finds_what_judging_every_pair_would(data):
    many = st.lists(KNOWN, max_size=6)
    ours, theirs = listed("a", data.draw(many)), listed("b", data.draw(many))
    every = {(a.ref, b.ref) for a in ours for b in theirs if judge(a, b).level != "different"}
    assert {(match.ours, match.theirs) for match in compare(ours, theirs)} == every


@CALM
@given(KNOWN, KNOWN)
def test_a_pair_is_judged_the_same_from_both_sides(one, other):
    ours, theirs = line(one, ref="a"), line(other, ref="b")
    assert judge(ours, theirs) == mirrored(judge(theirs, ours))


@CALM
@given(st.lists(KNOWN, max_size=5), st.lists(KNOWN, max_size=5))
def test_lists_are_compared_the_same_from_both_sides(ours, theirs):
    a, b = listed("a", ours), listed("b", theirs)
    assert set(compare(a, b)) == {mirrored(match) for match in compare(b, a)}


@CALM
@given(st.lists(KNOWN, max_size=5), st.lists(KNOWN, max_size=5))
def test_nothing_is_merged_without_a_person(ours, theirs):
    """Whatever is suggested, the children counted stay as many as the lines."""
    a, b = listed("a", ours), listed("b", theirs)
    refs = [row.ref for row in a], [row.ref for row in b]
    before = (tuple(a), tuple(b))
    found = compare(a, b)
    assert (tuple(a), tuple(b)) == before
    assert children(*refs, same=[]) == len(a) + len(b)
    assert {field.name for field in fields(Match)} == {
        "ours", "theirs", "level", "reasons", "differs",
    }  # fmt: skip
    assert all(match.level in ("same", "perhaps") and match.reasons for match in found)
    assert not [name for name in vars(comparing) if "merge" in name.lower()]


@CALM
@given(st.lists(KNOWN, max_size=6), st.lists(KNOWN, max_size=6))
def test_a_line_that_fits_two_is_never_called_the_same(ours, theirs):
    found = compare(listed("a", ours), listed("b", theirs))
    for side in ("ours", "theirs"):
        for match in found:
            company = [m for m in found if getattr(m, side) == getattr(match, side)]
            assert match.level == "perhaps" or len(company) == 1


def test_one_child_in_three_lines_is_counted_once():
    assert children(["a1", "a2"], ["b1"], [("a1", "b1")]) == 2
    assert children(["a1", "a2"], ["b1"], [("a1", "b1"), ("a2", "b1")]) == 1
    assert children(["a1"], ["b1"], [("a1", "gone")]) == 2


def test_a_child_without_a_name_has_no_line():
    assert tokens(replace(RATIH, name=" "), KEY) is None
