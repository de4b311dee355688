"""The roles of the design, and the lines that none of them crosses."""

import pytest
from django.core.exceptions import PermissionDenied

from jaga_web.access import CASE_CONTENT, PEOPLE_MANAGE, PERMISSIONS, require
from jaga_web.people.roles import ROLES
from jaga_web.people.scope import within


def test_there_are_fifteen_and_each_says_itself():
    assert len(ROLES) == 15
    for role in ROLES.values():
        assert str(role.title)
        assert str(role.sentence).endswith(".")
        assert set(role.permissions) <= set(PERMISSIONS)


def test_every_permission_is_given_to_somebody():
    given = {name for role in ROLES.values() for name in role.permissions}
    assert given == set(PERMISSIONS)


def test_the_director_reads_protected_figures_only():
    # Of cases, and of staff as thirds of whole months of five people or more.
    assert ROLES["director"].permissions == ("figures.view", "wellbeing.view")


def test_the_administrator_reads_no_case_content():
    assert not CASE_CONTENT & set(ROLES["administrator"].permissions)


def test_only_the_administrator_manages_access():
    assert [name for name, role in ROLES.items() if PEOPLE_MANAGE in role.permissions] == [
        "administrator"
    ]


def test_only_the_supervisor_confirms():
    assert [name for name, role in ROLES.items() if "alerts.confirm" in role.permissions] == [
        "supervisor"
    ]


def test_a_refusal_names_what_is_missing(person):
    with pytest.raises(PermissionDenied, match="Membaca jejak audit"):
        require(person("director"), "audit.view")


def test_scope_is_organisation_and_region(person, organisation, other_organisation):
    from jaga_web.people.models import Organisation

    organisation.region = "31"
    organisation.save()
    rows = Organisation.objects.all()

    def seen(user):
        return set(within(user, rows, organisation="id", region="region"))

    assert seen(person("supervisor")) == {organisation}
    assert seen(person("supervisor", name="here", regions=["31"])) == {organisation}
    assert seen(person("supervisor", name="elsewhere", regions=["73"])) == set()
    organisation.region = ""
    organisation.save()
    assert seen(person("supervisor", name="elsewhere")) == {organisation}


def test_scope_can_be_narrowed_to_what_is_assigned(person):
    from jaga_web.people.models import User

    me, _other = person("caseworker"), person("counsellor")
    assert set(within(me, User.objects.all(), assigned="id")) == {me}
