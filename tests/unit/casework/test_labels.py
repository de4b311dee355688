"""Labels are proposed from facts, and from nothing else."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jaga.casework import codes, labels

ON = date(2026, 3, 1)
EVERY_FACT = [(list_, code) for list_ in codes.lists() for code in codes.concepts(list_)]
facts = st.lists(st.sampled_from(EVERY_FACT), max_size=6)


def test_a_worked_example():
    found = labels.proposed([("modus", "extortion_money")], ON)
    assert [(one.scheme, one.code) for one in found] == [("uu_tpks_4_1", "i"), ("pp_78_2021", "j")]
    assert found[0].facts == (("modus", "extortion_money"),)
    assert {one.evidence for one in found} == {"inferred"}


def test_no_facts_no_labels_and_unknown_facts_are_left_out():
    assert labels.proposed([], ON) == ()
    assert labels.proposed([("unheard_of", "x"), ("modus", "unheard_of")], ON) == ()
    assert labels.proposed([("modus", "unknown")], ON) == ()


def test_nothing_is_proposed_before_its_law():
    assert labels.proposed([("modus", "extortion_money")], date(2020, 1, 1)) == ()


@given(facts, st.randoms())
def test_order_and_repetition_of_facts_do_not_matter(found, chance):
    mixed = [*found, *found]
    chance.shuffle(mixed)
    assert labels.proposed(mixed, ON) == labels.proposed(found, ON)


@given(facts)
def test_every_proposal_is_a_label_with_its_facts(found):
    for one in labels.proposed(found, ON):
        assert labels.is_label(one.scheme, one.code)
        assert set(one.facts) <= set(found)
        assert one.facts


def test_no_list_asks_whether_a_child_agreed():
    names = " ".join([*codes.lists(), *(code for _list, code in EVERY_FACT)])
    assert "consent" not in names.replace("non_consensual", "")
    assert "agreed" not in names
