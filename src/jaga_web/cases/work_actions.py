"""The work itself: risk, goals, services, follow-ups, conferences. One record each."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from jaga_web.access import CASES_VIEW
from jaga_web.alerts.queries import today
from jaga_web.cases import timing
from jaga_web.cases.acting import checked, locked, must_be_open, trace
from jaga_web.cases.models import Case, Conference, FollowUp, Goal, Judgement, Service
from jaga_web.cases.permissions import check_edit, check_same_organisation, check_write, conflicted
from jaga_web.people.models import User
from jaga_web.refusing import refuse

Values = Mapping[str, str]
# From here on the plan is approved; changing it leads back through the plan.
PLANNING = ("identification", "assessment", "plan")


@transaction.atomic
def judge_risk(*, case: Case, values: Values, by: User) -> Judgement:
    """Judge the risk, with the reason; earlier judgements stay."""
    case = _for(case, "risk", by)
    given = checked("risk", values)
    made = Judgement.objects.create(case=case, level=given["level"], reason=given["reason"], by=by)
    case.risk = made.level
    case.save(update_fields=["risk"])
    timing.risk_judged(case, by)
    trace(by, "cases.risk_judged", case, code=made.level)
    return made


@transaction.atomic
def add_goal(*, case: Case, values: Values, by: User) -> Goal:
    """Add a goal while the plan is made."""
    case = _planning(case, "goal", by)
    given = checked("goal", values)
    made = Goal.objects.create(case=case, area=given["area"], words=given["words"], by=by)
    trace(by, "cases.goal_added", case, code=made.area)
    return made


@transaction.atomic
def end_goal(*, goal: Goal, values: Values, by: User) -> Goal:
    """Say how a goal stands."""
    case = _for(goal.case, "goal_end", by)
    goal.state = checked("goal_end", values)["state"]
    goal.save(update_fields=["state"])
    trace(by, "cases.goal_ended", case, code=goal.state)
    return goal


@transaction.atomic
def add_service(*, case: Case, values: Values, by: User) -> Service:
    """Plan a service, with who answers for it and by when."""
    case = _planning(case, "service", by)
    given = checked("service", values)
    person, goal = _person(case, values.get("person", "")), _goal(case, values.get("goal", ""))
    if person is None and not given["provider"]:
        raise refuse(
            "Pilih petugas, atau tuliskan lembaga yang memberi layanannya.",
            "Choose a member of staff, or write which organisation gives the service.",
        )
    made = Service.objects.create(
        case=case,
        goal=goal,
        code=given["code"],
        person=person,
        provider=given["provider"] or None,
        due_on=date.fromisoformat(given["due_on"]),
        by=by,
    )
    trace(by, "cases.service_added", case, code=made.code)
    return made


@transaction.atomic
def end_service(*, service: Service, values: Values, by: User) -> Service:
    """Say how a service stands: by whoever edits the case, or whoever answers for it."""
    case = locked(service.case)
    check_same_organisation(by, case)
    if service.person_id != by.pk or not by.may(CASES_VIEW):
        check_write(by, case, "service_end")
    must_be_open(case)
    given = checked("service_end", values)
    if given["state"] == Service.NOT_GIVEN and not given["explanation"]:
        raise refuse(
            "Jelaskan mengapa layanan tidak diberikan.", "Explain why the service was not given."
        )
    ended = given["state"] in (Service.DONE, Service.NOT_GIVEN)
    service.state, service.explanation = given["state"], given["explanation"] or None
    service.ended_on = today() if ended else None
    began = given["state"] in (Service.UNDER_WAY, Service.DONE)
    service.begun_on = (service.begun_on or today()) if began else None
    service.save(update_fields=["state", "explanation", "begun_on", "ended_on"])
    trace(by, "cases.service_ended", case, code=service.state)
    return service


@transaction.atomic
def follow_up(*, case: Case, values: Values, by: User) -> FollowUp:
    """Record a follow-up and the date of the next review."""
    case = _for(case, "follow_up", by)
    given = checked("follow_up", values)
    held, review = date.fromisoformat(given["held_on"]), date.fromisoformat(given["next_review_on"])
    _within(case, held)
    if review <= held:
        raise refuse(
            "Tinjauan berikutnya harus sesudah tindak lanjut ini.",
            "The next review must come after this follow-up.",
        )
    made = FollowUp.objects.create(
        case=case,
        held_on=held,
        manner=given["manner"],
        outcome=given["outcome"],
        words=given["words"] or None,
        child_view=given["child_view"] or None,
        helped=given["helped"],
        next_review_on=review,
        by=by,
    )
    case.next_review_on = review
    case.save(update_fields=["next_review_on"])
    if made.outcome != "not_met":
        timing.met(case, by, "tindak lanjut tercatat")
    timing.reviewed(case, by, review)
    trace(by, "cases.followed_up", case, code=made.outcome)
    return made


@transaction.atomic
def confer(*, case: Case, values: Values, by: User) -> Conference:
    """Record a case conference: roles, decisions, the child's view, dissent."""
    case = _for(case, "conference", by)
    given = checked("conference", values)
    held = date.fromisoformat(given["held_on"])
    _within(case, held)
    made = Conference.objects.create(
        case=case,
        held_on=held,
        participants=given["participants"].split(),
        child_heard=given["child_heard"],
        child_view=given["child_view"] or None,
        decisions=given["decisions"],
        dissent=given["dissent"] or None,
        by=by,
    )
    trace(by, "cases.conferred", case, rows=len(made.participants))
    return made


def _for(case: Case, section: str, by: User) -> Case:
    case = locked(case)
    check_write(by, case, section)
    must_be_open(case)
    return case


def _planning(case: Case, section: str, by: User) -> Case:
    """Goals and services are added until the plan is approved and under way."""
    case = _for(case, section, by)
    check_edit(by, case)
    if case.step not in PLANNING:
        raise refuse(
            "Rencana sudah berjalan. Kembali dulu ke langkah rencana untuk mengubahnya.",
            "The plan is under way. Go back to the plan first to change it.",
        )
    case.approval_set.filter(what="plan", state__in=["asked", "approved"]).update(state="overtaken")
    return case


def _person(case: Case, number: str) -> User | None:
    if not number:
        return None
    found = User.objects.filter(pk=int(number) if number.isdigit() else 0).first()
    fits = found and found.organisation_id == case.organisation_id and found.may(CASES_VIEW)
    if found is None or not fits or conflicted(found, case):
        raise refuse("Pilih petugas dari daftar.", "Choose the member of staff from the list.")
    return found


def _goal(case: Case, number: str) -> Goal | None:
    if not number:
        return None
    found = case.goal_set.filter(pk=int(number) if number.isdigit() else 0).first()
    if found is None:
        raise refuse("Pilih tujuan dari daftar.", "Choose the goal from the list.")
    return found


def _within(case: Case, held: date) -> None:
    # A date written in the east may be tomorrow's in the west.
    day = timedelta(days=1)
    if held > timezone.now().date() + day:
        raise refuse("Tanggalnya belum tiba.", "The date has not come yet.")
    if held < case.opened_at.date() - day:
        raise refuse(
            "Tanggalnya sebelum kasus dibuka. Periksa tahunnya.",
            "The date is before the case was opened. Check the year.",
        )
