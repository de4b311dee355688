"""Who the child is: apart, sealed, optional, and never looked at without a trace."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from jaga_web.audit.models import Event
from jaga_web.cases import demo, entry_actions
from jaga_web.cases.models import Case, Identity, Look
from jaga_web.sealing import fingerprint

REASON = "menelepon sesuai aturan kontak aman (rekaan)"
SECRETS = ("Melur UJI", "Rekaan Lor", "1234500000000001")


@pytest.fixture
def known(child, owner):
    demo.answer(
        child, "identity", owner, name=SECRETS[0], village=SECRETS[1], nik=SECRETS[2],
        birth_date="2012",
    )  # fmt: skip
    return child


def looks(client, case, **sent):
    return client.post(
        f"/cases/{case.pk}/identity/", {"reason_code": "contact", "reason": REASON, **sent}
    )


def test_a_look_takes_a_reason_and_is_logged_once_a_day(known, signed_in):
    client = signed_in("caseworker")
    page = f"/cases/{known.pk}/identity/"
    assert SECRETS[0] not in client.get(page).content.decode()
    assert looks(client, known, reason="ya").status_code == 400
    assert not Look.objects.exists()
    for _ in range(2):
        looks(client, known)
    assert SECRETS[0] in client.get(page).content.decode()
    assert Look.objects.count() == 1
    assert Event.objects.filter(verb="cases.identity_looked").count() == 1


def test_another_person_gives_a_reason_of_their_own(known, signed_in):
    looks(signed_in("caseworker"), known)
    page = signed_in("supervisor").get(f"/cases/{known.pk}/identity/").content.decode()
    assert SECRETS[0] not in page


def test_changing_it_takes_a_look_too(known, signed_in):
    client = signed_in("caseworker")
    form = f"/cases/{known.pk}/section/identity/"
    assert client.get(form)["Location"] == f"/cases/{known.pk}/identity/"
    looks(client, known)
    assert SECRETS[0] in client.get(form).content.decode()


def test_no_other_page_names_the_child(known, signed_in, person):
    client = signed_in("supervisor")
    pages = ["/cases/?status=", f"/cases/{known.pk}/", f"/cases/{known.pk}/looks/", "/audit/"]
    for page in pages:
        text = client.get(page).content.decode()
        assert not any(secret in text for secret in SECRETS), page
    assert Case.objects.get().pseudonym in client.get("/cases/").content.decode()


@pytest.mark.parametrize("role", ["counsellor", "legal_officer", "registrar", "intake_officer"])
def test_others_never_see_it(known, person, role):
    with pytest.raises(PermissionDenied):
        entry_actions.look_at_identity(
            case=known, reason_code="contact", reason=REASON, by=person(role)
        )


def test_it_is_sealed_in_the_database(known):
    with connection.cursor() as cursor:
        for table in ("cases_identity", "cases_entry"):
            cursor.execute(f"SELECT * FROM {table}")
            stored = b"".join(
                part if isinstance(part, bytes) else str(part).encode()
                for row in cursor.fetchall()
                for part in row
            )
            assert not any(secret.encode() in stored for secret in SECRETS)


def test_a_child_may_stay_unnamed_and_a_birth_date_unknown(child, owner):
    demo.answer(child, "identity", owner, unknown_because="anonymous")
    row = Identity.objects.get(case=child)
    assert (row.name, row.birth_date, row.name_mark) == (None, None, "")


def test_marks_find_the_same_name_again_whatever_its_spelling(known, owner):
    row = Identity.objects.get(case=known)
    assert row.name_mark == fingerprint("melur uji", "cases.identity.name")
    demo.answer(known, "identity", owner, name="")
    row.refresh_from_db()
    assert (row.name, row.name_mark) == (None, "")


def test_whoever_looked_stands_in_a_list_the_child_can_read(known, signed_in):
    looks(signed_in("caseworker"), known)
    signed_in("supervisor").get(f"/cases/{known.pk}/")
    page = signed_in("supervisor").get(f"/cases/{known.pk}/looks/").content.decode()
    for words in ("membuka identitas anak", "Menghubungi anak", "membaca berkas kasus", "Penyelia"):
        assert words in page
    assert REASON not in page
