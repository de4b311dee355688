"""What the page of a case shows, for one reader: the next act first, the rest closed."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from jaga.casework import forms, services, steps
from jaga.casework.steps import Row
from jaga.words import Text
from jaga_web.access import ALERTS_VIEW, CASES_ASSIGN, CASES_OWN
from jaga_web.cases import answers, drawing, evidence, panels, queries
from jaga_web.cases.models import Approval, Case
from jaga_web.cases.permissions import (
    actor,
    leads,
    may_close,
    may_decide,
    sections_seen,
    sections_written,
)
from jaga_web.cases.step_actions import place
from jaga_web.cases.work_actions import PLANNING
from jaga_web.people.models import User


@dataclass(frozen=True)
class Line:
    """One answered question; `story` lines stay folded under a warning."""

    label: Text
    said: list[Text]
    story: bool


@dataclass(frozen=True)
class Part:
    """One section as it stands on the page."""

    id: str
    title: Text
    note: Text
    state: str
    lines: list[Line] = field(default_factory=list)
    address: str = ""

    @property
    def codes(self) -> list[Line]:
        """The lines that may be read at a glance."""
        return [line for line in self.lines if not line.story]

    @property
    def stories(self) -> list[Line]:
        """The lines that stay folded."""
        return [line for line in self.lines if line.story]


def content(user: User, case: Case) -> dict[str, Any]:
    """Everything the templates of the case page need."""
    seen, written = sections_seen(user, case), sections_written(user, case)
    whole = seen == frozenset(forms.SECTIONS)
    stages = _steps(case, seen, written)
    return {
        "case": case,
        "alert": queries.alert_behind(user, case) if user.may(ALERTS_VIEW) else None,
        "seen": seen,
        "written": written,
        "whole": whole,
        "line": stages,
        "next": _next(user, case) if written else None,
        "others": _others(user, case),
        "waiting": _waiting(user, case),
        "plan": _plan(user, case) if {"goal", "service"} & seen else None,
        "history": _history(case) if whole else None,
        "panels": panels.drawn(user, case),
        "slots": panels.SLOTS,
        "colleagues": queries.staff_for(user, case, CASES_OWN),
        "people": queries.staff_for(user, case) if leads(user, case) else [],
        "may_assign": user.may(CASES_ASSIGN),
        "may_close": may_close(user, case),
        "may_lead": leads(user, case),
        "conflicts": case.conflicts.select_related("person") if leads(user, case) else [],
        "conflict_reasons": forms.choices("conflict"),
        "closing_reasons": forms.choices("closing_reason"),
        "reopening_reasons": forms.choices("reopening_reason"),
    }


def _steps(case: Case, seen: frozenset[str], written: frozenset[str]) -> list[dict[str, Any]]:
    """The six steps as a line, each with the sections this person sees there."""
    names = list(steps.STEPS)
    here = names.index(case.step)
    entries = [one.id for one in forms.SECTIONS.values() if one.kind == "entries"]
    given = answers.values(case, [one for one in entries if one in seen])
    return [
        {
            "step": step,
            "number": number + 1,
            "state": "done" if number < here or case.status == Case.CLOSED else
            "now" if number == here else "ahead",
            # Services of the plan are worked on until the closure.
            "opened": number == here
            or (step.id == "plan" and case.step in ("implementation", "follow_up")),
            "parts": [
                _part(case, section, given[section], section in written)
                for section in entries
                if section in given and forms.SECTIONS[section].step == step.id
            ],
        }
        for number, step in enumerate(steps.STEPS.values())
    ]  # fmt: skip


def _part(case: Case, section: str, given: dict[str, str], may_write: bool) -> Part:
    of = forms.SECTIONS[section]
    lines = [
        Line(asked.label, drawing.in_words(asked, given[asked.name]), asked.type == "text")
        for asked in forms.questions(section)
        if given[asked.name]
    ]
    whole = forms.answered(section, given)
    return Part(
        section,
        of.title,
        of.note,
        "answered" if whole and lines else "begun" if lines else "empty",
        lines,
        reverse("cases:section", args=[case.pk, section]) if may_write else "",
    )


def _next(user: User, case: Case) -> dict[str, Any] | None:
    """The ordinary way on from here: its sentence, what it lacks and where that is mended."""
    rows = [row for row in steps.rows_from(place(case)) if row.forward]
    if not rows or rows[0].id == "closed":
        return None
    row, shown = rows[0], evidence.shown(case)
    return {
        "row": row,
        "allowed": steps.allows(row, actor(user, case)),
        "lacking": [
            (steps.EVIDENCE[name].lacking, _address(case, name))
            for name in row.evidence
            if name not in shown and name not in ("closure_asked", "plan_approved")
        ],
        "asks_plan": row.id == "planned" and "plan_approved" not in shown,
        "asks_closure": "closure_asked" in row.evidence,
    }


def _address(case: Case, name: str) -> str:
    where = evidence.PLACES.get(name, "")
    if name in ("service_begun", "services_settled"):
        return "#plan-parts"
    if where == "identity":
        return reverse("cases:identity", args=[case.pk])
    if where in evidence.FORMS.values():
        return reverse("cases:section", args=[case.pk, where])
    return reverse("cases:add", args=[case.pk, where]) if where else ""


def _others(user: User, case: Case) -> list[Row]:
    """The ways back, the early end and the reopening this person may take."""
    who = actor(user, case)
    return [
        row
        for row in steps.rows_from(place(case))
        if not row.forward and row.id != "closure_returned" and steps.allows(row, who)
    ]


def _waiting(user: User, case: Case) -> list[dict[str, Any]]:
    """What waits for a second person, and whether this is one."""
    asked = (queries.open_request(case, what) for what in (Approval.PLAN, Approval.CLOSURE))
    return [
        {
            "request": one,
            "may_decide": may_decide(user, one),
            "reason": forms.words("closing_reason", one.reason_code) if one.reason_code else None,
        }
        for one in asked
        if one is not None
    ]


def _plan(user: User, case: Case) -> dict[str, Any]:
    """Goals and services, as far as this person sees them."""
    found = list(queries.services(user, case))
    goals = case.goal_set.all() if "goal" in sections_seen(user, case) else []
    return {
        "goals": [(goal, forms.words("area", goal.area)) for goal in goals],
        "services": [(one, services.title(one.code)) for one in found],
        "growing": case.step in PLANNING,
        "approval": case.approval_set.filter(what=Approval.PLAN)
        .select_related("by", "decided_by")
        .last(),
    }


def _history(case: Case) -> dict[str, Any]:
    """The records of a case, newest first, with their codes in words."""
    return {
        "risks": list(case.judgement_set.select_related("by").order_by("-at", "-pk")),
        "follow_ups": [
            (
                one,
                forms.words("manner", one.manner),
                forms.words("outcome", one.outcome),
                forms.words("helped", one.helped) if one.helped else None,
            )
            for one in case.followup_set.select_related("by").order_by("-held_on", "-pk")
        ],
        "conferences": [
            (
                one,
                [forms.words("participant", code) for code in one.participants],
                forms.words("child_heard", one.child_heard),
            )
            for one in case.conference_set.select_related("by").order_by("-held_on", "-pk")
        ],
        "moves": [
            (one, _title(one.before), _title(one.after))
            for one in case.transition_set.select_related("by").order_by("-at", "-pk")
        ],
        "decisions": list(
            case.approval_set.select_related("by", "decided_by").order_by("-at", "-pk")
        ),
    }


def _title(step: str) -> Text:
    found = steps.STEPS.get(step)
    return found.title if found else Text("Ditutup", "Closed")
