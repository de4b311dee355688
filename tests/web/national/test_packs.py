"""Paste packs: codes for everybody who may, who the child is only where it may be told."""

import csv
import io

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from tests.web.national import fabricate

from jaga_web import vault
from jaga_web.audit.models import Event
from jaga_web.cases.models import Conflict, Service
from jaga_web.national import actions
from jaga_web.national.models import SimfoniRecord
from jaga_web.people.models import Organisation


@pytest.fixture
def uptd(db):
    return Organisation.objects.create(name="UPTD Contoh", kind="uptd")


def text_of(case, by, form="txt"):
    return actions.make_pack(case=case, form=form, language="id", by=by).content.decode()


def test_a_pack_says_what_to_type_and_that_it_is_assumed(organisation, person):
    case = fabricate.case(organisation, codes={"form": ["sexual"], "place": ["lodging"]})
    by = person("registrar")
    Service.objects.create(case=case, code="health", state=Service.DONE, by=by)
    Service.objects.create(case=case, code="legal", state=Service.PLANNED, by=by)
    text = text_of(case, by)
    assert "periksa ke KemenPPPA" in text
    assert "Bentuk kekerasan: Kekerasan seksual" in text
    assert "Tempat kejadian: Tempat lain (Penginapan: kode Simfoni lebih luas)" in text
    assert "Layanan yang diberikan: Kesehatan" in text
    assert "Bantuan hukum" not in text


def test_a_pack_of_a_unit_that_does_not_record_names_nobody(organisation, person):
    case = fabricate.case(organisation, identity={})
    fabricate.consent(case, ["name", "address", "phone"])
    text = text_of(case, person("registrar")) + text_of(case, person("registrar"), "csv")
    for value in fabricate.IDENTITY.values():
        assert value not in text


@pytest.mark.parametrize(
    ("consent", "told"),
    [
        ({"fields": ["name", "phone"]}, {"name", "phone"}),
        ({"fields": ["name"], "withdrawn": True}, set()),
        ({"fields": ["name"], "purpose": "aggregate"}, set()),
        ({"fields": ["nickname", "risk"]}, set()),
        (None, set()),
    ],
)
def test_a_unit_that_records_names_only_what_a_consent_names(uptd, person, consent, told):
    case = fabricate.case(uptd, identity={})
    if consent:
        fabricate.consent(case, **consent)
    by = person("registrar", organisation=uptd)
    text = text_of(case, by)
    named = {field for field, value in fabricate.IDENTITY.items() if value in text}
    assert named == told
    event = Event.objects.get(verb="national.pack_made")
    assert event.detail["named"] == len(told)


def test_a_consent_for_one_partner_is_not_one_for_the_ministry(uptd, organisation, person):
    case = fabricate.case(uptd, identity={})
    fabricate.consent(case, ["name"], partner=organisation)
    assert fabricate.IDENTITY["name"] not in text_of(case, person("registrar", organisation=uptd))


def test_an_erased_child_is_not_named(uptd, person):
    case = fabricate.case(uptd, identity={})
    fabricate.consent(case, ["name"])
    vault.destroy(case.key_id)
    text = text_of(case, person("registrar", organisation=uptd))
    assert fabricate.IDENTITY["name"] not in text
    assert vault.ERASED not in text


def test_every_file_leaves_its_event_and_a_page_shows_no_identity(uptd, signed_in):
    case = fabricate.case(uptd, identity={})
    fabricate.consent(case, ["name"])
    client = signed_in("registrar", organisation=uptd)
    page = client.get(f"/national/packs/{case.pk}/").content.decode()
    assert "Berkas akan memuat" in page
    assert fabricate.IDENTITY["name"] not in page
    assert not Event.objects.filter(verb="national.pack_made").exists()
    answer = client.post(f"/national/packs/{case.pk}/file/", {"form": "csv"})
    rows = list(csv.reader(io.StringIO(answer.content.decode())))
    assert ["Nama", fabricate.IDENTITY["name"], "", "assumed"] in rows
    assert Event.objects.filter(verb="national.pack_made", subject=f"case:{case.pk}").count() == 1
    assert Event.objects.filter(verb="cases.read", subject=f"case:{case.pk}").count() == 1


def test_a_formula_in_a_name_stays_text(uptd, person):
    case = fabricate.case(uptd, identity={"name": "=HYPERLINK(1)"})
    fabricate.consent(case, ["name"])
    rows = csv.reader(
        io.StringIO(text_of(case, person("registrar", organisation=uptd), form="csv"))
    )
    assert "'=HYPERLINK(1)" in {cell for row in rows for cell in row}


def test_numbers_that_come_back_are_sealed_and_can_be_corrected(organisation, signed_in):
    case = fabricate.case(organisation)
    client = signed_in("supervisor")
    address = f"/national/packs/{case.pk}/numbers/"
    client.post(address, {"number": "SIM-REKAAN-1", "ticket": ""})
    client.post(address, {"number": "SIM-REKAAN-2", "ticket": "SAPA-REKAAN-9"})
    kept = SimfoniRecord.objects.get(case=case)
    assert (kept.number, kept.ticket) == ("SIM-REKAAN-2", "SAPA-REKAAN-9")
    with connection.cursor() as cursor:
        cursor.execute("select number, ticket from national_simfonirecord")
        raw = b"".join(bytes(value) for value in cursor.fetchone())
    assert b"REKAAN" not in raw
    assert "tercatat" in client.get("/national/packs/").content.decode()
    assert Event.objects.filter(verb="national.written_back").count() == 2
    assert "REKAAN" not in repr(list(Event.objects.values_list("detail", "subject")))


@pytest.mark.parametrize("values", [{"number": " "}, {"number": "9" * 61}])
def test_what_is_no_number_is_refused_with_a_sentence(organisation, signed_in, values):
    case = fabricate.case(organisation)
    answer = signed_in("supervisor").post(
        f"/national/packs/{case.pk}/numbers/", values, follow=True
    )
    assert "notice error" in answer.content.decode()
    assert not SimfoniRecord.objects.exists()


def test_an_erased_case_takes_no_number(organisation, signed_in):
    case = fabricate.case(organisation)
    vault.destroy(case.key_id)
    answer = signed_in("supervisor").post(
        f"/national/packs/{case.pk}/numbers/", {"number": "SIM-REKAAN-1"}, follow=True
    )
    assert "Kasus ini sudah dihapus" in answer.content.decode()


def test_a_conflict_of_interest_hides_the_case(organisation, person, signed_in):
    case = fabricate.case(organisation)
    by = person("registrar")
    Conflict.objects.create(case=case, person=by, reason_code="relative", by=by)
    client = signed_in("registrar")
    assert case.number not in client.get("/national/packs/").content.decode()
    assert client.get(f"/national/packs/{case.pk}/").status_code == 404
    with pytest.raises(PermissionDenied):
        text_of(case, by)


def test_a_suspicion_is_no_case_for_the_ministry(organisation, person, signed_in):
    case = fabricate.case(organisation)
    case.kind = "suspicion"
    case.save()
    assert signed_in("registrar").get(f"/national/packs/{case.pk}/").status_code == 404
    with pytest.raises(PermissionDenied):
        text_of(case, person("registrar"))
