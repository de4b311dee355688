"""The table of a referral's steps, its fields, subtypes and reminders."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.casework import referral, services
from jaga.casework.referral_services import SUBTYPES, known

STATES = st.sampled_from(list(referral.STATES))
ACTORS = st.sampled_from(["sender", "partner"])
FIELDS = st.sets(st.sampled_from(list(referral.FIELDS)))
NOON = datetime(2026, 3, 2, 12)


def test_every_state_is_reached_from_a_draft_and_the_last_ones_lead_nowhere():
    reached, before = {referral.DRAFT}, set()
    while reached != before:
        before = set(reached)
        reached |= {one.after for one in referral.TRANSITIONS if one.before in before}
    assert reached == set(referral.STATES)
    ends = set(referral.STATES) - {one.before for one in referral.TRANSITIONS}
    assert ends == {"rejected", "done", "revoked"}


@given(STATES, STATES, ACTORS)
def test_a_step_that_is_not_in_the_table_does_not_exist(before, after, actor):
    found = referral.step(before, after, actor)
    assert (found is not None) == (after in referral.next_states(before, actor))


@given(STATES)
def test_a_partner_moves_only_what_it_can_look_at_and_a_sender_never_answers(state):
    if referral.next_states(state, "partner"):
        assert state in referral.OPEN
    assert set(referral.next_states(state, "sender")) <= {"sent", "revoked"}


def test_a_sender_can_take_back_whatever_is_not_over():
    for state in (referral.DRAFT, *referral.OPEN):
        assert referral.step(state, "revoked", "sender").with_reason


@given(FIELDS, FIELDS)
def test_only_what_both_allow_is_told(agreed, consented):
    told = referral.tellable(agreed, consented)
    assert set(told) == agreed & consented
    assert list(told) == [code for code in referral.FIELDS if code in told]


@pytest.mark.parametrize("secret", ["nik", "school", "village", "caregivers", "birth_date"])
def test_what_identifies_a_child_to_the_public_is_never_a_field(secret):
    assert secret not in referral.FIELDS


def test_every_service_has_subtypes_and_no_other():
    assert set(SUBTYPES) == set(services.SERVICES)
    assert all(SUBTYPES.values())


@pytest.mark.parametrize(
    ("service", "subtype", "there"),
    [
        ("legal", "advice", True),
        ("legal", "", False),
        ("health", "advice", False),
        ("unheard-of", "advice", False),
    ],
)
def test_a_subtype_belongs_to_its_service(service, subtype, there):
    assert known(service, subtype) == there


@pytest.mark.parametrize(
    ("state", "urgency", "hours", "whose"),
    [
        ("sent", "urgent", 6, None),
        ("sent", "urgent", 6.1, "partner"),
        ("sent", "normal", 71, None),
        ("sent", "normal", 73, "partner"),
        ("accepted", "urgent", 25, "partner"),
        ("accepted", "normal", 25, None),
        ("in_service", "normal", 24 * 91, "sender"),
        ("done", "normal", 24 * 400, None),
        ("draft", "urgent", 24 * 400, None),
    ],
)
def test_reminders_by_example(state, urgency, hours, whose):
    found = referral.overdue(state, urgency, NOON - timedelta(hours=hours), NOON)
    assert (found.whose if found else None) == whose


def test_every_open_state_has_a_reminder_for_each_urgency():
    have = {(one.state, one.urgency) for one in referral.REMINDERS}
    assert have == {(state, urgency) for state in referral.OPEN for urgency in referral.URGENCIES}
