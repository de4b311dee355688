"""A conflict of interest: the case does not exist for that person, in lists, counts or search."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaga_web.cases import actions, conflict_actions, queries
from jaga_web.clocks import queries as clocks


@pytest.fixture
def declare(supervisor):
    def make(case, person, by=None):
        return conflict_actions.declare(
            case=case, person=person, reason_code="relative", by=by or supervisor
        )

    return make


def test_the_owner_who_declares_one_loses_the_case_at_once(child, owner, signed_in, declare):
    client = signed_in("caseworker")
    assert child.number in client.get("/cases/").content.decode()
    answer = client.post(f"/cases/{child.pk}/conflict/", {"reason_code": "relative"})
    assert answer["Location"] == "/cases/"
    child.refresh_from_db()
    assert child.owner is None
    assert child.number not in client.get("/cases/").content.decode()
    found = client.get("/cases/", {"number": child.number[-3:]}).content.decode()
    assert child.number not in found
    assert client.get(f"/cases/{child.pk}/").status_code == 404


def test_every_address_of_the_case_is_gone_for_a_supervisor_too(child, signed_in, person, declare):
    other = person("supervisor", name="penyelia-dua")
    declare(child, other)
    client = signed_in("supervisor", name="penyelia-dua")
    for address in ("", "identity/", "looks/", "section/registration/", "add/risk/"):
        assert client.get(f"/cases/{child.pk}/{address}").status_code == 404
    for address in ("move/", "conflict/", "assign/"):
        assert client.post(f"/cases/{child.pk}/{address}").status_code == 404


def test_neither_clocks_nor_the_audit_trail_tell_of_it(carried, person, declare, signed_in):
    case, other = carried("identification"), person("supervisor", name="penyelia-dua")
    assert clocks.due(other).filter(subject=f"case:{case.pk}").exists()
    client = signed_in("supervisor", name="penyelia-dua")
    assert f"case:{case.pk}" in client.get("/audit/").content.decode()
    declare(case, other)
    assert not clocks.due(other).filter(subject=f"case:{case.pk}").exists()
    assert f"case:{case.pk}" not in client.get("/audit/").content.decode()


def test_it_is_never_assigned_to_them_and_their_services_go(carried, person, declare):
    case, helper = carried("implementation"), person("counsellor")
    assert queries.visible(helper).filter(pk=case.pk).exists()
    declare(case, helper)
    assert not case.service_set.filter(person=helper).exists()
    assert helper not in queries.staff_for(person("supervisor"), case)


def test_actions_refuse_them_whatever_page_they_come_from(child, owner, declare):
    declare(child, owner)
    with pytest.raises(PermissionDenied):
        conflict_actions.declare(case=child, person=owner, reason_code="other", by=owner)


def test_only_a_supervisor_records_another_s_and_only_another_ends_it(
    child, owner, supervisor, person, declare
):
    with pytest.raises(PermissionDenied):
        declare(child, supervisor, by=owner)
    made = declare(child, owner)
    with pytest.raises(PermissionDenied):
        conflict_actions.end(conflict=made, by=owner)
    conflict_actions.end(conflict=made, by=supervisor)
    assert queries.visible(supervisor).filter(pk=child.pk).exists()


PEOPLE = ("caseworker", "supervisor", "counsellor", "registrar", "legal_officer", "intake_officer")


@given(
    conflicts=st.sets(st.tuples(st.integers(0, 2), st.sampled_from(PEOPLE)), max_size=8),
    who=st.sampled_from(PEOPLE),
)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_list_count_or_page_holds_a_case_in_conflict(conflicts, who, owner, supervisor, person):
    """Whatever the role and whatever was declared, what is shown and what is in conflict are
    strangers to each other; and nobody else loses sight of anything."""
    made = [
        actions.open_case(organisation=owner.organisation, source="direct", by=owner)
        for _ in range(3)
    ]
    user = person(who)
    before = set(queries.visible(user))
    for number, role in conflicts:
        case, kept_away = made[number], person(role)
        if not case.conflicts.filter(person=kept_away).exists():
            case.conflicts.create(person=kept_away, reason_code="relative", by=owner)
    hidden = {made[number] for number, role in conflicts if role == who}
    assert set(queries.visible(user)) == before - hidden
    client = Client()
    client.force_login(user)
    page = client.get("/cases/", {"status": ""}).content.decode()
    assert not any(case.number in page for case in hidden)
    assert all(client.get(f"/cases/{case.pk}/").status_code == 404 for case in hidden)
