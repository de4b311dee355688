"""Which evidence of jaga.casework.steps a case has to show."""

from collections.abc import Callable

from jaga.casework import forms
from jaga_web.cases import answers
from jaga_web.cases.models import Approval, Case, Goal, Identity, Service

FORMS = {
    "registration_answered": "registration",
    "safe_contact_asked": "safe_contact",
    "assessment_answered": "assessment",
    "wishes_asked": "wishes",
    "closure_answered": "closing",
}
# Where on the case page each lack is mended: a section, or the anchor of a part.
PLACES = {
    **FORMS,
    "identity_or_reason": "identity",
    "risk_set": "risk",
    "goal_set": "goal",
    "service_named": "service",
    "service_begun": "service",
    "services_settled": "service",
    "follow_up_held": "follow_up",
}


def shown(case: Case) -> frozenset[str]:
    """The ids of the evidence that is there. Reasons are given with the act itself."""
    given = answers.values(case, FORMS.values())
    asked = {name for name, section in FORMS.items() if forms.answered(section, given[section])}
    return frozenset(asked | {name for name, there in _FOUND.items() if there(case)})


def _identity(case: Case) -> bool:
    found = Identity.objects.filter(case=case).first()
    return found is not None and bool(found.name or found.nickname or found.unknown_because)


def _service_named(case: Case) -> bool:
    planned = case.service_set.exclude(state=Service.NOT_GIVEN).filter(due_on__isnull=False)
    return any(one.person_id or one.provider for one in planned)


def _approval(case: Case, what: str, *states: str) -> bool:
    return case.approval_set.filter(what=what, state__in=states).exists()


_UNSETTLED = (Service.PLANNED, Service.UNDER_WAY)

_FOUND: dict[str, Callable[[Case], bool]] = {
    "identity_or_reason": _identity,
    "risk_set": lambda case: bool(case.risk),
    "goal_set": lambda case: case.goal_set.exclude(state=Goal.DROPPED).exists(),
    "service_named": _service_named,
    "plan_approved": lambda case: _approval(case, Approval.PLAN, Approval.APPROVED),
    "service_begun": lambda case: case.service_set.filter(
        state__in=[Service.UNDER_WAY, Service.DONE]
    ).exists(),
    "services_settled": lambda case: not case.service_set.filter(state__in=_UNSETTLED).exists(),
    "follow_up_held": lambda case: case.followup_set.exists(),
    "closure_asked": lambda case: _approval(
        case, Approval.CLOSURE, Approval.ASKED, Approval.APPROVED
    ),
    "closure_approved": lambda case: _approval(case, Approval.CLOSURE, Approval.APPROVED),
}
