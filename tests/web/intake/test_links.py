"""Opening the seal: asked with a reason, decided by another, over after three hours, reviewed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.web.intake import targets

from jaga.errors import BadInput
from jaga_web.audit.models import Event
from jaga_web.intake import case_page, link_actions, link_queries
from jaga_web.intake.models import LinkLook, LinkRequest

pytestmark = pytest.mark.django_db


@pytest.fixture
def bridged(organisation):
    return targets.make_bridged(organisation)


@pytest.fixture
def asked(bridged, person):
    return link_actions.ask_from_case(case=bridged[1], why=targets.REASON, by=person("supervisor"))


@pytest.fixture
def granted(asked, person):
    return link_actions.decide(
        request=asked, grant=True, reason=targets.REASON, by=person("custodian")
    )


def test_a_reason_is_asked_for(bridged, person):
    with pytest.raises(BadInput):
        link_actions.ask_from_case(case=bridged[1], why="ingin tahu", by=person("supervisor"))
    assert not LinkRequest.objects.exists()


def test_whoever_may_not_see_the_case_may_not_ask(bridged, person):
    with pytest.raises(BadInput):
        link_actions.ask_from_case(case=bridged[1], why=targets.REASON, by=person("caseworker"))


def test_a_refused_request_opens_nothing(asked, person):
    link_actions.decide(request=asked, grant=False, reason=targets.REASON, by=person("custodian"))
    with pytest.raises(BadInput):
        link_actions.look(request=asked, by=person("supervisor"))
    with pytest.raises(BadInput):
        link_actions.decide(
            request=asked, grant=True, reason=targets.REASON, by=person("custodian")
        )
    assert not LinkLook.objects.exists()


def test_nobody_opens_for_themselves(bridged, person):
    both = person("supervisor", "custodian", name="dua-peran")
    asked = link_actions.ask_from_case(case=bridged[1], why=targets.REASON, by=both)
    with pytest.raises(PermissionDenied):
        link_actions.decide(request=asked, grant=True, reason=targets.REASON, by=both)
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkRequest.objects.filter(pk=asked.pk).update(decided_by=both)


def test_the_seal_closes_after_three_hours(granted, person, monkeypatch):
    supervisor, now = person("supervisor"), timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=2, minutes=59))
    assert link_actions.look(request=granted, by=supervisor)
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=3, seconds=1))
    with pytest.raises(BadInput, match="Three hours"):
        link_actions.look(request=granted, by=supervisor)
    assert LinkLook.objects.count() == 1


def test_only_who_asked_looks(granted, person):
    with pytest.raises(PermissionDenied):
        link_actions.look(request=granted, by=person("supervisor", name="penyelia-lain"))


def test_every_look_stands_on_the_case(granted, bridged, person, signed_in):
    supervisor, case = person("supervisor"), bridged[1]
    assert list(case_page.panel(supervisor, case)["looks"]) == []
    for _time in range(2):
        link_actions.look(request=granted, by=supervisor)
    looks = case_page.panel(supervisor, case)["looks"]
    assert [one.by for one in looks] == [supervisor, supervisor]
    assert Event.objects.filter(verb="intake.link_looked", subject=f"case:{case.pk}").count() == 2
    page = signed_in("supervisor").get(f"/cases/{case.pk}/looks/").content.decode()
    assert page.count(supervisor.display_name) >= 2


def test_a_look_from_the_reports_side_stands_on_the_case_too(bridged, person):
    officer, (report, case) = person("intake_officer"), bridged
    asked = link_actions.ask_from_report(report=report, why=targets.REASON, by=officer)
    link_actions.decide(request=asked, grant=True, reason=targets.REASON, by=person("custodian"))
    bridge = link_actions.look(request=asked, by=officer)
    assert case_page.other_side(asked, bridge, officer)["case"] == case
    assert [one.by for one in case_page.panel(person("supervisor"), case)["looks"]] == [officer]


def test_an_opened_seal_shows_the_other_side_and_says_until_when(granted, bridged, signed_in):
    page = signed_in("supervisor").post(f"/reports/links/{granted.pk}/look/").content.decode()
    assert "layang-layang ungu" in page
    assert "Lihatan ini dicatat" in page


def test_a_third_person_reviews_once(granted, person):
    supervisor = person("supervisor")
    with pytest.raises(PermissionDenied):
        link_actions.review(request=granted, in_order=True, note=targets.REASON, by=supervisor)
    officer = person("data_protection_officer")
    link_actions.review(request=granted, in_order=False, note=targets.REASON, by=officer)
    with pytest.raises(BadInput):
        link_actions.review(request=granted, in_order=True, note=targets.REASON, by=officer)
    assert LinkRequest.objects.get().in_order is False


def test_the_custodian_is_told_no_number(asked, bridged, signed_in):
    report, case = bridged
    page = signed_in("custodian").get("/reports/links/").content.decode()
    assert targets.REASON in page
    for hidden in (case.number, f"/reports/{report.pk}/", "layang-layang"):
        assert hidden not in page


def test_an_erased_side_leaves_nothing_to_open(granted, bridged, person):
    from jaga_web import vault

    vault.destroy(bridged[0].key_id)
    with pytest.raises(BadInput):
        link_actions.look(request=granted, by=person("supervisor"))


def test_requests_stay_in_their_organisation(asked, person, other_organisation):
    stranger = person("custodian", organisation=other_organisation)
    assert not link_queries.to_decide(stranger).exists()
    with pytest.raises(PermissionDenied):
        link_actions.decide(request=asked, grant=True, reason=targets.REASON, by=stranger)
