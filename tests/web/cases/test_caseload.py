"""Cases weigh by risk and step; supervisors see each load, others their own."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from jaga.casework import caseload as rules
from jaga_web.cases import caseload
from jaga_web.cases.models import Case, Conflict
from jaga_web.wellbeing import actions as wellbeing
from jaga_web.wellbeing import supervision_actions

PAGE = "/cases/caseload/"


def loads(user) -> dict[str, int]:
    return {one.person.username: one.load for one in caseload.loads(user)}


def hints(user, case=None) -> dict[str, rules.Suggestion]:
    return {one.person.username: one.suggestion for one in caseload.hints(user, case)}


def test_a_load_is_the_sum_of_open_cases(carries, people):
    carries(people["bima"], risk="high", step="assessment")
    carries(people["bima"], risk="low", step="closure")
    carries(people["bima"], risk="high", step="plan", status=Case.CLOSED)
    found = loads(people["citra"])
    assert found["bima"] == 180 + 22
    assert found["rani"] == 0


def test_a_caseworker_sees_the_own_load_alone(carries, people, signed_in):
    carries(people["bima"], risk="medium")
    carries(people["rani"], risk="high")
    assert loads(people["bima"]) == {"bima": 100}
    page = signed_in("caseworker", name="bima").get(PAGE, {"case": "1"}).content.decode()
    assert "Bima Contoh" in page
    assert "Rani Contoh" not in page
    assert "Siapa dapat memegang" not in page


def test_the_supervisor_sees_each_load_and_who_could_take_the_next(carries, people, signed_in):
    for _number in range(3):
        carries(people["bima"], risk="high", step="assessment")
    waiting = carries(None)
    page = signed_in("supervisor", name="citra").get(PAGE).content.decode()
    assert "5,4" in page
    assert waiting.number in page
    first = caseload.hints(people["citra"])[0]
    assert first.suggestion.load == 0
    assert rules.FITS in first.suggestion.reasons


def test_limits_are_the_organisations_own(carries, people):
    for _number in range(3):
        carries(people["bima"], risk="medium")
    assert {one.state for one in caseload.loads(people["citra"])} == {"room"}
    supervision_actions.set_policy(
        by=people["citra"], mode="prompt", break_after=120, break_minutes=10, high_per_week=8,
        caseload_warning=2, caseload_limit=3,
    )  # fmt: skip
    states = {one.person.username: one.state for one in caseload.loads(people["citra"])}
    assert states["bima"] == "full"
    assert not hints(people["citra"])["bima"].free


def test_a_conflict_of_interest_is_not_suggested_and_not_told(carries, people, signed_in):
    case = carries(None)
    Conflict.objects.create(
        case=case, person=people["rani"], reason_code="family", by=people["citra"]
    )
    assert "rani" not in hints(people["citra"], case)
    assert "rani" in hints(people["citra"])
    page = signed_in("supervisor", name="citra").get(PAGE, {"case": case.pk}).content.decode()
    assert "Rani Contoh" not in page[page.index('id="hints"') :]


def test_who_works_for_another_region_comes_later(carries, people, person):
    person("caseworker", name="jauh", regions=["31"])
    case = carries(None, region="51")
    suggestion = hints(people["citra"], case)["jauh"]
    assert (suggestion.free, rules.ELSEWHERE in suggestion.reasons) == (False, True)
    assert hints(people["citra"])["jauh"].free


def test_who_needs_rest_is_spared_once_the_limit_is_passed(carries, people):
    for number in range(9):
        assert hints(people["citra"])["bima"].free
        wellbeing.note_exposure(by=people["bima"], subject=f"case:{number}", weight="high")
    assert rules.TIRED in hints(people["citra"])["bima"].reasons


def test_another_organisation_has_its_own_loads(carries, people, person, other_organisation):
    theirs = person("caseworker", organisation=other_organisation)
    case = carries(theirs, risk="high")
    assert theirs.username not in loads(people["citra"])
    boss = person("supervisor", organisation=other_organisation)
    assert loads(boss)[theirs.username] == rules.weight("high", case.step)


def test_a_case_of_another_organisation_is_not_found(
    carries, signed_in, person, other_organisation
):
    case = carries(person("caseworker", organisation=other_organisation))
    assert signed_in("supervisor").get(PAGE, {"case": case.pk}).status_code == 404
    assert signed_in("supervisor").get(PAGE, {"case": "satu"}).status_code == 200


def test_hints_are_for_those_who_assign(people):
    assert caseload.hints(people["bima"]) == []
    assert caseload.without_owner(people["bima"]) == []
    with pytest.raises(PermissionDenied):
        supervision_actions.ask_for_debrief(by=people["bima"], person=people["rani"], code="loss")


def test_the_page_has_an_address(signed_in, people):
    assert reverse("cases:caseload") == PAGE
    assert signed_in("counsellor").get(PAGE).status_code == 403
