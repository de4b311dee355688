"""Minimal cases: opened from confirmed alerts only, seen by whom they concern."""

import pytest
from django.core.exceptions import PermissionDenied
from tests.web.alerts.conftest import (  # noqa: F401
    alert,
    confirmed,
    rule_out,
    taken_in,
)

from jaga.errors import BadInput
from jaga_web.audit.models import Event
from jaga_web.cases import actions, queries
from jaga_web.cases.models import Case

REASON = "keluarga sudah didampingi layanan lain"


@pytest.fixture
def case(confirmed, person):  # noqa: F811
    return actions.open_from_alert(alert=confirmed, by=person("finance_analyst"))


def test_hand_over_opens_a_numbered_case_and_closes_the_alert(case, confirmed):  # noqa: F811
    confirmed.refresh_from_db()
    assert confirmed.state == "handed_over"
    assert (case.opened_from, case.kind) == (confirmed.alert_id, "suspicion")
    assert case.number.endswith("-000001")
    verbs = Event.objects.order_by("-seq").values_list("verb", flat=True)[:2]
    assert set(verbs) == {"alerts.handed_over", "cases.opened"}


def test_numbers_go_up(case):
    assert actions._next_number().endswith("-000002")


def test_an_alert_nobody_confirmed_opens_nothing(alert, person):  # noqa: F811
    with pytest.raises(BadInput):
        actions.open_from_alert(alert=alert, by=person("finance_analyst"))
    assert not Case.objects.exists()
    assert not Event.objects.filter(verb="cases.opened").exists()


def test_an_alert_is_handed_over_once(case, confirmed, signed_in):  # noqa: F811
    again = signed_in("supervisor").post(f"/cases/open/{confirmed.pk}/", follow=True)
    assert "Keadaan peringatan ini sudah berubah" in again.content.decode()
    assert Case.objects.count() == 1


def test_the_alert_leads_to_the_case_itself_for_whoever_may_see_it(
    case,
    confirmed,  # noqa: F811
    signed_in,
):
    link = f"/cases/of-alert/{confirmed.pk}/"
    supervisor = signed_in("supervisor")
    assert link in supervisor.get(f"/alerts/{confirmed.pk}/").content.decode()
    assert supervisor.get(link)["Location"] == f"/cases/{case.pk}/"
    assert signed_in("finance_analyst").get(link)["Location"] == "/cases/"


def test_a_caseworker_sees_only_their_own(case, person):
    mine, other = person("caseworker"), person("caseworker", name="lain")
    actions.assign(case=case, to=mine, by=person("supervisor"))
    assert list(queries.visible(mine)) == [case]
    assert not queries.visible(other).exists()
    assert list(queries.visible(person("supervisor"))) == [case]


def test_another_organisation_sees_and_changes_nothing(case, person, other_organisation):
    outsider = person("supervisor", organisation=other_organisation)
    assert not queries.visible(outsider).exists()
    with pytest.raises(PermissionDenied):
        actions.assign(case=case, to=outsider, by=outsider)
    with pytest.raises(PermissionDenied):
        actions.close(case=case, reason=REASON, by=outsider)


@pytest.mark.parametrize("role", ["director", "administrator", "finance_analyst", "counsellor"])
def test_only_those_who_hold_cases_become_owners(case, person, role):
    with pytest.raises(BadInput):
        actions.assign(case=case, to=person(role), by=person("supervisor"))


def test_closing_takes_a_reason_and_the_owner_or_a_supervisor(case, person):
    owner, other = person("caseworker"), person("caseworker", name="lain")
    actions.assign(case=case, to=owner, by=person("supervisor"))
    with pytest.raises(PermissionDenied):
        actions.close(case=case, reason=REASON, by=other)
    with pytest.raises(BadInput):
        actions.close(case=case, reason="selesai", by=owner)
    closed = actions.close(case=case, reason=REASON, by=owner)
    assert (closed.status, closed.closing_reason) == ("closed", REASON)
    with pytest.raises(BadInput):
        actions.assign(case=case, to=other, by=person("supervisor"))


def test_a_closed_case_is_listed_where_one_looks_for_it(case, signed_in, person):
    actions.close(case=case, reason=REASON, by=person("supervisor"))
    client = signed_in("supervisor")
    assert case.number not in client.get("/cases/").content.decode()
    page = client.get("/cases/", {"status": "closed"}).content.decode()
    assert case.number in page
    assert REASON in client.get(f"/cases/{case.pk}/").content.decode()


def test_an_analyst_who_hands_over_goes_back_to_the_alert(confirmed, signed_in):  # noqa: F811
    response = signed_in("finance_analyst").post(f"/cases/open/{confirmed.pk}/", follow=True)
    assert response.redirect_chain == [(f"/alerts/{confirmed.pk}/", 302)]
    assert "JGA-" in response.content.decode()
