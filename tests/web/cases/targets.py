"""Cases in the state an address asks for, made by people who are nobody of the matrix."""

from jaga_web.cases import conflict_actions, demo, work_actions
from jaga_web.cases.models import Case
from jaga_web.people.models import User

REASON = "sudah dibicarakan dengan anak (rekaan)"
ROW = demo.CASES[0]


def _somebody(organisation, role):
    return User.objects.get_or_create(
        username=f"{role}-luar-matriks-{organisation.pk}",
        defaults={"display_name": "Orang lain", "organisation": organisation, "roles": [role]},
    )[0]


def _made(organisation, until):
    row = demo.Invented("Melur UJI", "Rekaan", "2011", "12-14", "f", "32", "high", until)
    return demo.make(
        row,
        owner=_somebody(organisation, "caseworker"),
        supervisor=_somebody(organisation, "supervisor"),
    )


def a_child(organisation):
    """A protection case at its first step, registered."""
    return {"number": _made(organisation, "identification").pk}


def _with(organisation, until, **more):
    return {"number": _made(organisation, until).pk, **more}


def a_section(organisation):
    return _with(organisation, "assessment", section="assessment")


def an_addition(organisation):
    return _with(organisation, "plan", kind="goal")


def at_the_plan(organisation):
    return _with(organisation, "plan")


def a_service(organisation):
    case = _made(organisation, "implementation")
    return {"number": case.pk, "service": case.service_set.first().pk}


def a_goal(organisation):
    case = _made(organisation, "implementation")
    return {"number": case.pk, "goal": case.goal_set.first().pk}


def ready_to_end(organisation):
    case = _made(organisation, "follow_up")
    owner = _somebody(organisation, "caseworker")
    for service in case.service_set.all():
        work_actions.end_service(service=service, values={"state": "done"}, by=owner)
    demo.answer(case, "closing", owner, closing_safe="yes", closing_goals="all", closing_told="yes")
    return {"number": case.pk}


def a_request(organisation):
    """A closure that waits for a second person."""
    return _with(organisation, "closure", what="closure")


def a_conflict(organisation):
    case = _made(organisation, "identification")
    one = conflict_actions.declare(
        case=case,
        person=_somebody(organisation, "counsellor"),
        reason_code="relative",
        by=_somebody(organisation, "supervisor"),
    )
    return {"number": case.pk, "conflict": one.pk}


def a_goal_typed(arguments):
    return {"area": "education", "words": "Kembali ke sekolah (rekaan)."}


def an_answer(arguments):
    case = Case.objects.get(pk=arguments["number"])
    assert case.step == "assessment"
    return {"v-safety_need": 0, "safety_need": "some"}


def a_direct_case():
    return {"source": "direct", "age_band": "12-14"}
