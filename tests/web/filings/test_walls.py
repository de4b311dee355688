"""Nobody outside the wall learns that a report exists (UU 8/2010 art. 12): role × page."""

import re

import pytest
from django.test import Client
from tests.web.permission_matrix import ROWS
from tests.web.test_permission_matrix import ask, seen

from jaga_web import access
from jaga_web.alerts.models import Alert
from jaga_web.audit.models import Event
from jaga_web.filings import actions, queries
from jaga_web.filings.models import Filing
from jaga_web.people.roles import ROLES, permissions_of

pytestmark = pytest.mark.django_db

OUTSIDE = [role for role in ROLES if access.FILINGS_VIEW not in permissions_of([role])]
# What a page would say or link to if it knew of reports. The address typed by the visitor may be
# echoed by a refusal (it is theirs); so those pages are looked at without it.
TELLS = re.compile(r"LTKM|PPATK|goAML|laporan kepada|/filings/|filings\.", re.IGNORECASE)
# 64 random letters in every form: they spell anything by chance.
TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")\w{64}"')
READABLE = [row for row in ROWS if row.method == "GET"]


def told(text: str, address: str) -> list[str]:
    return TELLS.findall(TOKEN.sub(r'\1"', text.replace(address, "")))


def test_a_token_by_chance_is_no_word_of_ours():
    token = "x" * 30 + "lTkM" + "y" * 30
    assert told(f'<input name="csrfmiddlewaretoken" value="{token}">', "/") == []
    assert told(f'<input name="other" value="{token}">', "/") == ["lTkM"]


def test_who_stands_outside():
    assert set(OUTSIDE) == set(ROLES) - {"finance_analyst", "supervisor"}


@pytest.fixture
def stage(drafted, fill, schema, person):
    """A report handed over, with everything about it in the database."""
    filing = fill(drafted)
    actions.approve(filing=filing, by=person("supervisor"))
    actions.download(filing=filing, by=person("supervisor"))
    actions.hand_over(filing=filing, reference="PPATK-NOMOR-77", by=person("supervisor"))
    filing.refresh_from_db()
    return filing


@pytest.mark.parametrize("role", OUTSIDE)
def test_no_page_tells_of_reports(role, stage, signed_in, organisation):
    client = signed_in(role)
    for row in READABLE:
        response = ask(client, row, organisation)
        text = seen(response)
        address = response.wsgi_request.get_full_path()
        if row.url.startswith("filings:"):
            assert response.status_code == 404
        assert told(text, address) == [], f"{row} tells {role}"
        assert "PPATK-NOMOR-77" not in text
        assert stage.sha256 not in text


@pytest.mark.parametrize("role", OUTSIDE)
def test_forms_do_not_exist_for_them(role, signed_in, organisation):
    client = signed_in(role)
    for row in ROWS:
        if row.url.startswith("filings:") and row.method == "POST":
            response = ask(client, row, organisation)
            assert response.status_code == 404
            assert told(seen(response), response.wsgi_request.get_full_path()) == []


def test_the_audit_page_hides_the_acts_and_their_number(stage, signed_in, organisation):
    officer, supervisor = signed_in("data_protection_officer"), signed_in("supervisor")
    for query in ("", "?verb=filings.begun", f"?verb=&actor={stage.drafted_by_id}"):
        page = officer.get(f"/audit/{query}").content.decode()
        assert told(page, "/audit/" + query) == []
        assert f"filing:{stage.pk}" not in page
    walled = Event.objects.filter(organisation_id=organisation.pk, verb__startswith="filings.")
    assert walled.count() > 4
    assert "Mengesahkan laporan kepada PPATK" in supervisor.get("/audit/").content.decode()


def test_the_alert_itself_does_not_know(stage, signed_in):
    """Neither its history nor its downloads; only the link, for those who may draft."""
    page = signed_in("finance_analyst").get(f"/alerts/{stage.alert_id}/").content.decode()
    assert "Susun LTKM" in page
    history = page[page.index('class="history"') :]
    assert "PPATK" not in history[: history.index("</ol>")]
    export = signed_in("finance_analyst").get("/alerts/queue.csv?state=").content.decode()
    assert TELLS.findall(export) == []
    assert not any("filing" in field.name for field in Alert._meta.get_fields())


def test_the_link_is_for_confirmed_suspicions_of_the_right_kind(
    organisation, alert, child_alert, confirmed, signed_in
):
    client = signed_in("finance_analyst")
    child_alert.state = "confirmed"
    child_alert.save()
    page = client.get(f"/alerts/{confirmed.pk}/").content.decode()
    assert "Susun informasi kepada PPATK" in page
    assert "Susun LTKM" not in page
    assert "/filings/begin" not in client.get(f"/alerts/{child_alert.pk}/").content.decode()
    organisation.kind = "ministry"
    organisation.save()
    assert "/filings/begin" not in client.get(f"/alerts/{confirmed.pk}/").content.decode()


def test_a_provider_sees_no_ngo_form_and_an_ngo_no_ltkm(confirmed, signed_in):
    client = signed_in("finance_analyst")
    answer = client.post(f"/filings/begin/{confirmed.pk}/", {"kind": "ltkm"}, follow=True)
    assert "Hanya penyedia jasa" in answer.content.decode()
    assert not Filing.objects.exists()


def test_a_visitor_is_sent_to_the_door(stage):
    assert Client().get("/filings/")["Location"].startswith("/sign-in/")


def test_another_organisation_sees_none_of_it(stage, signed_in, other_organisation):
    client = signed_in("supervisor", organisation=other_organisation)
    assert "Belum ada laporan" in client.get("/filings/").content.decode()
    assert client.get(f"/filings/{stage.pk}/").status_code == 404


@pytest.mark.parametrize("role", OUTSIDE)
def test_no_read_of_the_code_gives_them_a_row(role, drafted, person):
    assert queries.visible(person(role)).count() == 0
    assert queries.visible(person("supervisor")).count() == 1
