"""Steps, plans and closures on real cases: the table holds, and so does the database."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from jaga.casework.steps import CLOSED, STEPS, TABLE
from jaga.errors import BadInput
from jaga_web.access import PERMISSIONS
from jaga_web.alerts.queries import today
from jaga_web.cases import actions, demo, step_actions, work_actions
from jaga_web.cases.models import Approval, Case
from jaga_web.clocks.models import Clock
from jaga_web.people.roles import ROLES

WORDS = "sudah dibicarakan dengan anak (rekaan)"
PLACES = (*STEPS, CLOSED)


def test_permissions_of_the_table_exist():
    assert {row.permission for row in TABLE.values()} <= set(PERMISSIONS)


@pytest.mark.parametrize("before", PLACES)
def test_no_role_moves_a_case_it_does_not_hold_or_lead(before, carried, person):
    case = carried(before)
    for role in ROLES:
        if role == "supervisor":
            continue
        other = person(role, name=f"lain-{role}")
        for after in PLACES:
            with pytest.raises((PermissionDenied, BadInput)):
                step_actions.move(case=case, after=after, reason=WORDS, by=other)
    case.refresh_from_db()
    assert step_actions.place(case) == before


@pytest.mark.parametrize("before", PLACES)
def test_an_owner_moves_along_the_table_alone(before, carried, owner):
    case = carried(before)
    for after in set(PLACES) - {row[1] for row in TABLE if row[0] == before}:
        with pytest.raises(BadInput):
            step_actions.move(case=case, after=after, reason=WORDS, by=owner)


def test_a_step_is_refused_while_evidence_lacks(child, owner):
    with pytest.raises(BadInput) as refused:
        step_actions.move(case=child, after="assessment", by=owner)
    assert "risiko" in refused.value.say("id")


def test_nobody_approves_their_own_plan(carried, owner, supervisor, person):
    case = carried("plan")
    asked = step_actions.ask_plan(case=case, by=supervisor)
    for one in (supervisor, owner):
        with pytest.raises(PermissionDenied):
            step_actions.decide(approval=asked, answer="approved", note="", by=one)
    second = person("supervisor", name="penyelia-dua")
    step_actions.decide(approval=asked, answer="approved", note="", by=second)
    step_actions.move(case=case, after="implementation", by=owner)


def test_the_database_too_refuses_one_person_in_both_parts(carried, owner, supervisor):
    asked = step_actions.ask_plan(case=carried("plan"), by=owner)
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.filter(pk=asked.pk).update(state="approved", decided_by=owner)
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.filter(pk=asked.pk).update(state="approved")
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=asked.case_id).update(status="closed", closed_by=owner)


def test_a_plan_that_changes_after_its_approval_is_put_forward_again(carried, owner, supervisor):
    case = carried("plan")
    asked = step_actions.ask_plan(case=case, by=owner)
    step_actions.decide(approval=asked, answer="approved", note="", by=supervisor)
    work_actions.add_goal(case=case, values={"area": "health", "words": "Sehat"}, by=owner)
    with pytest.raises(BadInput):
        step_actions.move(case=case, after="implementation", by=owner)


def test_a_running_plan_is_changed_through_its_step_only(carried, owner):
    case = carried("implementation")
    goal = {"area": "health", "words": "Sehat"}
    with pytest.raises(BadInput):
        work_actions.add_goal(case=case, values=goal, by=owner)
    step_actions.move(case=case, after="plan", reason=WORDS, by=owner)
    work_actions.add_goal(case=case, values=goal, by=owner)


def test_an_unfinished_service_keeps_a_case_open(carried, owner):
    case = carried("follow_up")
    demo.answer(case, "closing", owner, closing_safe="yes", closing_goals="all", closing_told="yes")
    with pytest.raises(BadInput):
        step_actions.ask_closure(case=case, reason_code="goals_reached", words=WORDS, by=owner)
    assert not case.approval_set.filter(what="closure").exists()
    for service in case.service_set.all():
        with pytest.raises(BadInput):
            work_actions.end_service(service=service, values={"state": "not_given"}, by=owner)
        work_actions.end_service(
            service=service, values={"state": "not_given", "explanation": WORDS}, by=owner
        )
    step_actions.ask_closure(case=case, reason_code="goals_reached", words=WORDS, by=owner)


def test_a_closure_is_approved_by_a_supervisor_other_than_the_owner(carried, owner, supervisor):
    case = carried("closure")
    asked = case.approval_set.get(what="closure")
    with pytest.raises(PermissionDenied):
        step_actions.decide(approval=asked, answer="approved", note="", by=owner)
    step_actions.decide(approval=asked, answer="approved", note="", by=supervisor)
    case.refresh_from_db()
    assert (case.status, case.closed_by, case.closing_code) == (
        "closed", supervisor, "goals_reached"
    )  # fmt: skip


def test_a_returned_closure_goes_back_to_work(carried, supervisor, owner):
    case = carried("closure")
    asked = case.approval_set.get(what="closure")
    with pytest.raises(BadInput):
        step_actions.decide(approval=asked, answer="returned", note="", by=supervisor)
    step_actions.decide(approval=asked, answer="returned", note=WORDS, by=supervisor)
    case.refresh_from_db()
    assert (case.step, case.status) == ("follow_up", "open")
    step_actions.ask_closure(case=case, reason_code="goals_reached", words=WORDS, by=owner)


def test_reopening_takes_a_reason_and_renews_assessment_and_plan(carried, supervisor, owner):
    case = carried("closed")
    with pytest.raises(BadInput):
        step_actions.move(case=case, after="assessment", reason=WORDS, by=supervisor)
    again = {"reason": WORDS, "reason_code": "asked"}
    with pytest.raises(PermissionDenied):
        step_actions.move(case=case, after="assessment", by=owner, **again)
    step_actions.move(case=case, after="assessment", by=supervisor, **again)
    case.refresh_from_db()
    assert (case.status, case.step, case.closed_by, case.closing_reason) == (
        "open", "assessment", None, None
    )  # fmt: skip
    assert not case.approval_set.filter(state="approved").exists()


def test_a_child_s_case_is_not_closed_in_one_step(child, supervisor):
    with pytest.raises(BadInput):
        actions.close(case=child, reason=WORDS, by=supervisor)


def test_risk_starts_the_clock_of_first_contact_and_registration_ends_it(carried, owner):
    case = carried("identification")
    clock = Clock.objects.get(subject=f"case:{case.pk}")
    assert (clock.rule, clock.zone, clock.owner) == ("first_contact_high", "Asia/Jakarta", owner)
    work_actions.judge_risk(case=case, values={"level": "low", "reason": WORDS}, by=owner)
    running = Clock.objects.filter(subject=f"case:{case.pk}", ended_at__isnull=True)
    assert [one.rule for one in running] == ["first_contact_low"]
    case.refresh_from_db()
    step_actions.move(case=case, after="assessment", by=owner)
    assert not running.all().exists()


def test_each_follow_up_moves_the_clock_of_the_next_review(carried):
    case = carried("follow_up")
    running = Clock.objects.filter(subject=f"case:{case.pk}", ended_at__isnull=True)
    assert [one.rule for one in running] == ["case_review"]
    assert running[0].due_at.date() >= case.next_review_on


def test_a_service_keeps_the_day_it_began(carried, owner):
    service = carried("implementation").service_set.first()
    for state, began in (
        ("planned", False), ("under_way", True), ("planned", False), ("done", True),
        ("not_given", False),
    ):  # fmt: skip
        values = {"state": state, "explanation": WORDS}
        work_actions.end_service(service=service, values=values, by=owner)
        service.refresh_from_db()
        assert (service.begun_on is not None) == began
    service.begun_on, day = today() - timedelta(days=9), today()
    service.state = "under_way"
    service.save()
    work_actions.end_service(service=service, values={"state": "done"}, by=owner)
    service.refresh_from_db()
    assert (service.begun_on, service.ended_on) == (day - timedelta(days=9), day)


def test_a_follow_up_keeps_what_the_child_said_of_the_help(carried):
    [held] = carried("follow_up").followup_set.all()
    assert held.helped == "helped"


@pytest.mark.parametrize("days", [-40, 5])
def test_a_follow_up_lies_within_the_life_of_the_case(carried, owner, days):
    held = today() + timedelta(days=days)
    values = {
        "held_on": held.isoformat(), "next_review_on": (held + timedelta(days=60)).isoformat(),
        "manner": "visit", "outcome": "better", "helped": "helped",
    }  # fmt: skip
    with pytest.raises(BadInput):
        work_actions.follow_up(case=carried("follow_up"), values=values, by=owner)
