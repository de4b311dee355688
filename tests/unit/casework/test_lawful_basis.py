"""The table of lawful bases over its whole product, and by example."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.casework import lawful_basis as table
from jaga.casework.lawful_basis import Facts, decide
from jaga.errors import BadInput

COLUMNS = (
    tuple(table.AGES),
    tuple(table.CAPACITIES),
    tuple(table.CAREGIVERS),
    tuple(table.PURPOSES),
    tuple(table.BASES),
    tuple(table.ASSENTS),
)
EVERYTHING = [Facts(*codes) for codes in product(*COLUMNS)]
FACTS = st.builds(Facts, *map(st.sampled_from, COLUMNS))
CHILDREN = st.builds(Facts, st.sampled_from(table.CHILD_AGES), *map(st.sampled_from, COLUMNS[1:]))


def changed(facts: Facts, **new: str) -> Facts:
    return Facts(**{**vars(facts), **new})


@pytest.mark.parametrize(
    ("row", "example"), [(row, each) for row in table.ROWS for each in row.examples]
)
def test_worked_examples_are_answered_by_their_row(row, example):
    assert decide(example.asked).row.id == row.id


def test_every_row_answers_something_and_every_combination_is_answered():
    assert {decide(facts).row.id for facts in EVERYTHING} == {row.id for row in table.ROWS}


def test_ids_are_used_once_and_questions_exist():
    ids = [row.id for row in table.ROWS]
    assert len(ids) == len(set(ids))
    named = {question for row in table.ROWS for question in row.questions}
    assert named <= set(table.QUESTIONS)
    assert len(table.QUESTIONS) == 5


@given(FACTS)
def test_every_answer_says_how_why_and_what_instead(facts):
    decision = decide(facts)
    assert decision.explain.id
    assert decision.row.reason.en
    assert decision.outcome != "refused" or decision.row.instead
    assert decision.outcome == "refused" or decision.whom_to_ask
    assert "alleged" in decision.not_told
    assert not set(decision.whom_to_ask) & set(decision.not_told)


@given(FACTS)
def test_an_unsafe_caregiver_is_never_asked_and_never_told(facts):
    for caregiver in ("unsafe", "unknown"):
        decision = decide(changed(facts, caregiver=caregiver))
        assert "caregiver" not in decision.whom_to_ask
        assert "caregiver" in decision.not_told
        assert decide(changed(facts, caregiver=caregiver, basis="caregiver")).outcome == "refused"


@given(CHILDREN.filter(lambda facts: facts.basis != "caregiver"))
def test_without_a_safe_caregiver_a_supervisor_always_confirms(facts):
    decision = decide(changed(facts, caregiver="unsafe"))
    assert decision.outcome in ("refused", "with_supervisor")
    assert decision.outcome == "refused" or "supervisor" in decision.whom_to_ask


@given(CHILDREN)
def test_a_safer_caregiver_never_permits_less(facts):
    given = [decide(changed(facts, caregiver=one)).permission for one in table.CAREGIVERS]
    assert given == sorted(given, reverse=True)


@given(CHILDREN)
def test_an_older_capable_child_who_wishes_it_is_never_permitted_less(facts):
    wish = changed(facts, capacity="yes", assent="yes")
    given = [decide(changed(wish, age=age)).permission for age in table.CHILD_AGES]
    assert all(younger <= older for younger, older in pairwise(given))


@given(CHILDREN)
def test_a_yes_never_permits_less_than_silence_and_silence_never_less_than_a_no(facts):
    given = [decide(changed(facts, assent=one)).permission for one in ("no", "not_asked", "yes")]
    assert given == sorted(given)


@given(CHILDREN)
def test_more_capacity_never_permits_less_of_what_a_child_wishes(facts):
    order = ("not_now", "unknown", "yes")
    given = [decide(changed(facts, assent="yes", capacity=one)).permission for one in order]
    assert given == sorted(given)


@given(FACTS)
def test_a_childs_no_ends_it_on_every_basis_of_consent(facts):
    refused = changed(facts, assent="no")
    for basis in table.CONSENT_BASES:
        assert decide(changed(refused, basis=basis)).outcome == "refused"
    for purpose in ("watchlist", "research"):
        assert decide(changed(refused, purpose=purpose)).outcome == "refused"


@given(FACTS, st.sampled_from(("legal_duty", "vital_interest")))
def test_nothing_without_consent_goes_without_a_supervisor(facts, basis):
    assert decide(changed(facts, basis=basis)).outcome != "allowed"


@given(FACTS)
def test_whoever_comes_of_age_is_not_permitted_less(facts):
    wish = changed(facts, capacity="yes", assent="yes")

    def most(age: str) -> int:
        asked = [decide(changed(wish, age=age, basis=basis)) for basis in table.CONSENT_BASES]
        return max(one.permission for one in asked)

    assert most("18+") >= most("15-17")


@pytest.mark.parametrize("column", ["age", "capacity", "caregiver", "purpose", "basis", "assent"])
def test_an_unknown_code_is_refused_with_a_sentence(column):
    good = table.ROWS[0].examples[0].asked
    with pytest.raises(BadInput) as refused:
        changed(good, **{column: "unheard-of"})
    assert refused.value.text.id.endswith(".")


def test_the_page_holds_every_row_and_question():
    page = table.page()
    assert all(f". {row.id}: " in page for row in table.ROWS)
    assert all(f"### {each}: " in page for each in table.QUESTIONS)
