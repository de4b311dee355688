"""Who sees which part of a case: the whole, what a service needs, or the register."""

import pytest

from jaga_web.cases import demo, queries

WORDS = {
    "contact": "Hari sekolah, pukul 13 sampai 14 (rekaan).",
    "wish": "Ingin sekolah lagi (rekaan).",
    "assessment": demo.INVENTED,
    "goal": "Kembali ke sekolah (rekaan).",
    "code": "Eksploitasi atau kekerasan seksual anak daring",
}


@pytest.fixture
def shown(carried, signed_in):
    """What of WORDS stands on the page of one case for a role."""
    case = carried("implementation")

    def make(role, **options):
        page = signed_in(role, **options).get(f"/cases/{case.pk}/")
        assert page.status_code in (200, 404)
        return {name for name, words in WORDS.items() if words in page.content.decode()}

    make.case = case
    return make


def test_the_owner_and_who_leads_read_the_whole(shown):
    assert shown("caseworker") == shown("supervisor") == set(WORDS)


def test_a_counsellor_sees_what_the_service_needs_and_no_assessment(shown):
    assert shown("counsellor") == {"contact", "wish"}


def test_a_counsellor_sees_their_own_services_alone_and_may_report_on_them(shown, person):
    helper = person("counsellor")
    (mine,) = queries.services(helper, shown.case)
    assert mine.code == "psychosocial"
    assert shown.case.service_set.count() == 2


def test_the_register_sees_codes_and_not_a_word(shown):
    assert shown("registrar") == {"code"}


@pytest.mark.parametrize("role", ["intake_officer", "legal_officer"])
def test_others_see_nothing(shown, role):
    assert shown(role) == set()


def test_another_caseworker_sees_nothing(shown):
    assert shown("caseworker", name="lain") == set()


def test_whoever_opened_a_case_registers_it_until_somebody_holds_it(person, signed_in):
    from jaga_web.cases import actions

    door, owner = person("intake_officer"), person("caseworker")
    case = actions.open_case(organisation=door.organisation, source="report", by=door)
    client = signed_in("intake_officer")
    address = f"/cases/{case.pk}/section/registration/"
    assert client.get(address).status_code == 200
    assert client.get(f"/cases/{case.pk}/section/assessment/").status_code == 404
    actions.assign(case=case, to=owner, by=person("supervisor"))
    assert client.get(address).status_code == 404


def test_lists_filter_by_step_risk_and_number(carried, signed_in):
    high, other = carried("plan"), carried("assessment")
    client = signed_in("supervisor")
    for filters, there in (
        ({"step": "plan"}, {high}),
        ({"risk": "high"}, {high, other}),
        ({"risk": "low"}, set()),
        ({"number": other.number}, {other}),
        ({"mine": "1"}, set()),
    ):
        page = client.get("/cases/", filters).content.decode()
        assert {case for case in (high, other) if f'"/cases/{case.pk}/"' in page} == there
