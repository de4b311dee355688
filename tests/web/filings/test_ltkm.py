"""From a confirmed alert to an LTKM handed over: two people, a schema, sealed facts."""

from datetime import date, datetime
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from lxml import etree
from tests.web.alerts import fabricate
from tests.web.filings.facts import PROVIDER

from jaga.errors import BadInput, JagaError, Refused
from jaga.fiu.decision import read_decision
from jaga_web.alerts.charts import WIB
from jaga_web.audit.models import Event
from jaga_web.filings import actions, clock, facts
from jaga_web.filings.models import Filing, PartyFacts

pytestmark = [pytest.mark.django_db]


def verbs():
    return [e.verb for e in Event.objects.order_by("seq") if e.verb.startswith("filings.")]


def test_from_draft_to_handed_over(drafted, fill, schema, person, signed_in):
    analyst, supervisor = person("finance_analyst"), person("supervisor")
    filing = fill(drafted)
    page = signed_in("finance_analyst").get(f"/filings/{filing.pk}/").content.decode()
    assert "sah menurut skema" in page
    assert "Rekaan Bin Contoh" in page
    with pytest.raises(PermissionDenied):
        actions.approve(filing=filing, by=analyst)
    actions.approve(filing=filing, by=supervisor)
    content = actions.download(filing=filing, by=analyst)
    root = etree.parse(BytesIO(content))
    assert etree.XMLSchema(etree.parse(schema)).validate(root)
    assert root.findtext("entity_reference") == f"LTKM-{facts.alert_facts(drafted.alert).key}"
    done = actions.hand_over(filing=filing, reference="PPATK-77", by=analyst)
    assert (done.state, done.fiu_reference) == (Filing.HANDED_OVER, "PPATK-77")
    assert verbs()[-4:] == [
        "filings.read", "filings.approved", "filings.downloaded", "filings.handed_over",
    ]  # fmt: skip


def test_whoever_drafted_or_edited_last_does_not_approve(drafted, fill, schema, person):
    fill(drafted)
    supervisor = person("supervisor")
    actions.save_party(
        filing=drafted, account=drafted.alert.subject,
        values={"account_number": "1", "my_client": "yes"}, by=supervisor,
    )  # fmt: skip
    with pytest.raises(PermissionDenied):
        actions.approve(filing=drafted, by=supervisor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Filing.objects.filter(pk=drafted.pk).update(approved_by=drafted.drafted_by)


def test_without_a_schema_nothing_is_approved(drafted, fill, person, signed_in, settings):
    settings.JAGA_GOAML_XSD = None
    fill(drafted)
    page = signed_in("supervisor").get(f"/filings/{drafted.pk}/").content.decode()
    assert "belum diperiksa" in page
    with pytest.raises(Refused, match="No goAML schema is installed"):
        actions.approve(filing=drafted, by=person("supervisor"))


def test_what_is_missing_is_said_in_sentences(drafted, schema, person, signed_in):
    page = signed_in("finance_analyst").get(f"/filings/{drafted.pk}/").content.decode()
    assert "Data pelapor belum lengkap: nomor pihak pelapor (rentity_id), nama lembaga" in page
    assert "Data pemilik rekening terlapor belum ada di daftar pihak." in page
    assert "Rekening lawan 1, 2, 3, 4, 5, 6: nomor rekening belum diisi" in page
    with pytest.raises(Refused, match="The reporting party is incomplete"):
        actions.approve(filing=drafted, by=person("supervisor"))


def test_a_child_by_birth_date_never_becomes_a_suspect(drafted, fill, schema, person):
    filing = fill(drafted)
    values = {"account_number": "1", "birthdate": "2012-02-02", "my_client": "yes"}
    actions.save_party(
        filing=filing, account=filing.alert.subject, values=values, by=person("finance_analyst")
    )
    with pytest.raises(Refused, match="under 18"):
        actions.approve(filing=filing, by=person("supervisor"))


def test_only_a_confirmed_suspicion_begins_one(provider, alert, child_alert, person):
    analyst = person("finance_analyst")
    with pytest.raises(Refused, match="not confirmed"):
        actions.begin(alert=alert, kind=Filing.LTKM, by=analyst)
    with pytest.raises(Refused, match="never reported as a suspect"):
        actions.begin(alert=child_alert, kind=Filing.LTKM, by=analyst)


def test_begun_twice_is_one(drafted, confirmed, person):
    again = actions.begin(alert=confirmed, kind=Filing.LTKM, by=person("supervisor"))
    assert again == drafted
    assert verbs() == ["filings.begun"]


def test_the_kind_of_organisation_decides(organisation, other_organisation, confirmed, person):
    analyst = person("finance_analyst")
    with pytest.raises(Refused, match="Only a provider"):
        actions.begin(alert=confirmed, kind=Filing.LTKM, by=analyst)
    organisation.kind = "provider"
    organisation.save()
    analyst.organisation.refresh_from_db()
    with pytest.raises(Refused, match="is for non-governmental"):
        actions.begin(alert=confirmed, kind=Filing.INFORMATION, by=analyst)
    organisation.kind = "uptd"
    organisation.save()
    analyst.organisation.refresh_from_db()
    with pytest.raises(Refused):
        actions.begin(alert=confirmed, kind=Filing.INFORMATION, by=analyst)


def test_facts_are_sealed_in_the_database(drafted, fill):
    fill(drafted)
    with connection.cursor() as cursor:
        cursor.execute("SELECT facts FROM filings_partyfacts")
        stored = [bytes(row[0]) for row in cursor.fetchall()]
    assert stored
    assert not any(b"Rekaan" in one or b"3171011203800001" in one for one in stored)
    assert any("Rekaan" in one.facts for one in PartyFacts.objects.all())


def test_pasted_rows_find_their_accounts(drafted, person):
    token = drafted.alert.subject
    text = f"account,account_number,my_client,name\n{token},1234567890,ya,Rekaan Satu\n"
    assert actions.paste_parties(filing=drafted, text=text, by=person("finance_analyst")) == 1
    party = facts.parties_of(drafted)[token]
    assert (party.number, party.name) == ("1234567890", "Rekaan Satu")
    with pytest.raises(BadInput, match="Row 1: this account is not in the report"):
        actions.paste_parties(
            filing=drafted, text="account,name\n99,Orang\n", by=person("finance_analyst")
        )


def test_ready_is_closed_until_reopened(drafted, fill, schema, person):
    filing, analyst = fill(drafted), person("finance_analyst")
    actions.approve(filing=filing, by=person("supervisor"))
    with pytest.raises(BadInput, match="has changed"):
        actions.save_party(filing=filing, account=filing.alert.subject, values={}, by=analyst)
    actions.reopen(filing=filing, by=analyst)
    filing.refresh_from_db()
    assert (filing.state, filing.content, filing.approved_by) == ("draft", "", None)
    with pytest.raises(BadInput, match="has changed"):
        actions.download(filing=filing, by=analyst)


def test_the_number_of_the_receipt_may_come_later_and_is_typed_once(drafted, fill, schema, person):
    filing, analyst = fill(drafted), person("finance_analyst")
    actions.approve(filing=filing, by=person("supervisor"))
    with pytest.raises(BadInput, match="has changed"):
        actions.note_receipt(filing=filing, reference="PPATK-77", by=analyst)
    actions.hand_over(filing=filing, reference=" ", by=analyst)
    with pytest.raises(BadInput, match="the number PPATK gave"):
        actions.note_receipt(filing=filing, reference=" ", by=analyst)
    noted = actions.note_receipt(filing=filing, reference="PPATK-77", by=analyst)
    assert (noted.state, noted.fiu_reference) == (Filing.HANDED_OVER, "PPATK-77")
    with pytest.raises(BadInput, match="has changed"):
        actions.note_receipt(filing=filing, reference="PPATK-78", by=analyst)


def test_the_decision_leaves_as_a_file_the_command_reads(confirmed, provider, person, tmp_path):
    content = actions.export_decision(alert=confirmed, by=person("finance_analyst"))
    path = tmp_path / "d.json"
    path.write_bytes(content)
    decision = read_decision(path)
    assert (decision.alert_id, decision.age_checked) == (confirmed.alert_id, True)
    assert decision.approved_by == "supervisor"
    assert b"Orang" not in content


@pytest.mark.parametrize(
    ("known", "due"),
    [("2026-11-20T10:00", "2026-11-25"), ("2026-11-16T10:00", "2026-11-19"),
     ("2026-11-21T10:00", "2026-11-25")],
)  # fmt: skip
def test_three_working_days(known, due):
    at = datetime.fromisoformat(known).replace(tzinfo=WIB)
    assert clock.due(at) == date.fromisoformat(due)


def test_a_half_sender_is_refused(provider, person):
    values, analyst = {**PROVIDER, "institution_code": " "}, person("finance_analyst")
    with pytest.raises(JagaError, match="code of the institution"):
        actions.save_sender(values=values, by=analyst)


def test_people_fill_in_and_are_told(drafted, signed_in):
    client = signed_in("finance_analyst")
    url = f"/filings/{drafted.pk}/parties/0/"
    assert "Nomor rekening" in client.get(url).content.decode()
    answer = client.post(url, {"account_number": "12", "npwp": "1"})
    assert answer.status_code == 400
    assert "NPWP harus 15 atau 16 angka" in answer.content.decode()
    assert client.post(url, {"account_number": "12", "name": "Rekaan"}).status_code == 302
    assert "Rekaan" in client.get(f"/filings/{drafted.pk}/").content.decode()
    assert client.get(f"/filings/{drafted.pk}/parties/99/").status_code == 404


def test_a_protection_alert_that_comes_later_stops_the_report(
    drafted, fill, schema, person, taken_in
):
    filing = fill(drafted)
    taken_in([fabricate.alert("child_extortion_burst", "akun satu")])
    with pytest.raises(Refused, match="never reported as a suspect"):
        actions.approve(filing=filing, by=person("supervisor"))
