"""Consents: what is recorded, who confirms, and what closes when a child takes it back."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from tests.web.referrals import made

from jaga.errors import BadInput, JagaError, Refused
from jaga_web.cases.models import Case, Service
from jaga_web.referrals import actions, consent_actions, queries
from jaga_web.referrals.models import Consent


@pytest.fixture
def case(organisation):
    return made.case_of(organisation)


def test_an_own_yes_waits_for_another_person(case, partner, lead):
    consent = made.consent_of(
        case, partner, basis="own", caregiver="unsafe", caregiver_answer="not_asked"
    )
    assert not queries.valid_consents(case, "referral", partner).exists()
    with pytest.raises(PermissionDenied):
        consent_actions.confirm_consent(consent=consent, by=case.owner)
    consent_actions.confirm_consent(consent=consent, by=lead)
    assert queries.valid_consents(case, "referral", partner).exists()


def test_a_supervisor_who_decided_does_not_confirm_the_same(case, partner, lead, organisation):
    consent = made.consent_of(
        case, partner, by=lead, basis="own", caregiver="unsafe", caregiver_answer="not_asked"
    )
    with pytest.raises(PermissionDenied):
        consent_actions.confirm_consent(consent=consent, by=lead)
    other = made.somebody(organisation, "supervisor", "penyelia-kedua")
    assert consent_actions.confirm_consent(consent=consent, by=other).confirmed_by == other


def test_the_database_refuses_a_confirmation_by_the_same_person(case, partner):
    consent = made.consent_of(case, partner)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.filter(pk=consent.pk).update(
            confirmed_by=consent.decided_by, confirmed_at=consent.decided_at
        )


@pytest.mark.parametrize("caregiver", ["unsafe", "unknown", "absent"])
def test_a_caregiver_who_is_not_safe_was_not_asked(case, partner, caregiver):
    with pytest.raises(BadInput):
        made.consent_of(case, partner, basis="own", caregiver=caregiver, caregiver_answer="yes")


def test_a_caregivers_yes_is_needed_where_it_is_the_basis(case, partner):
    with pytest.raises(BadInput):
        made.consent_of(case, partner, caregiver_answer="not_asked")


def test_a_no_is_kept_and_opens_nothing(case, partner):
    made.agreement_between(case.organisation, partner)
    consent = made.consent_of(case, partner, assent="no")
    assert (consent.outcome, consent.rule) == ("refused", "child-said-no")
    with pytest.raises(Refused):
        actions.draft(consent=consent, request=made.request(), by=case.owner)


@pytest.mark.parametrize("age_band", ["0-5", "15-17"])
def test_how_it_was_explained_is_always_written_down(organisation, partner, age_band):
    case = made.case_of(organisation, age_band=age_band)
    with pytest.raises(BadInput):
        made.consent_of(case, partner, explained=" ")


def test_without_an_age_band_nothing_is_recorded(organisation, partner):
    case = made.case_of(organisation, age_band="unknown")
    with pytest.raises(BadInput):
        made.consent_of(case, partner)


def test_a_danger_holds_two_weeks_at_most(case, partner):
    values = {"basis": "vital_interest", "caregiver_answer": "not_asked", "reason": "Nyawa UJI."}
    until = queries.today() + timedelta(days=15)
    with pytest.raises(BadInput):
        made.consent_of(case, partner, valid_until=until, **values)
    until = queries.today() + timedelta(days=14)
    assert made.consent_of(case, partner, valid_until=until, **values).outcome == "with_supervisor"


def test_a_basis_without_consent_says_why(case, partner):
    with pytest.raises(BadInput):
        made.consent_of(case, partner, basis="legal_duty", caregiver_answer="not_asked")


def test_a_number_is_watched_only_after_an_own_answer_to_each_question(case, lead):
    values = {"purpose": "watchlist", "fields": ()}
    with pytest.raises(BadInput):
        made.consent_of(case, None, answers=("Satu saja",), **values)
    consent = made.consent_of(case, None, answers=("Satu", "Dua", "Tiga"), **values)
    holds = {"purpose": "watchlist", "organisation": case.organisation_id}
    assert not queries.holds(consent.reference, **holds)
    consent_actions.confirm_consent(consent=consent, by=lead)
    assert queries.holds(consent.reference, **holds)
    assert not queries.holds(consent.reference, purpose="ppatk", organisation=case.organisation_id)
    consent_actions.withdraw_consent(consent=consent, wanted_by="child", by=case.owner)
    assert not queries.holds(consent.reference, **holds)


def test_an_unknown_partner_is_refused(case, third):
    nobody = third
    nobody.user_set.all().update(is_active=False)
    with pytest.raises(BadInput) as refused:
        made.consent_of(case, nobody)
    assert "mitra" in refused.value.text.id


def test_what_a_child_said_is_freed_when_it_is_taken_back(case, partner):
    consent = made.consent_of(case, partner)
    assert consent.words == made.WORDS
    consent_actions.withdraw_consent(consent=consent, wanted_by="child", by=case.owner)
    consent.refresh_from_db()
    assert consent.words is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM referrals_consent WHERE id = %s", [consent.pk])
        assert cursor.fetchone() == (None,)


def test_nothing_that_was_said_lies_open_in_the_database(case, partner):
    consent = made.consent_of(case, partner)
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, explained FROM referrals_consent WHERE id = %s", [consent.pk])
        stored = b"".join(bytes(part) for part in cursor.fetchone())
    assert b"rumah" not in stored
    assert b"gambar" not in stored


def test_it_is_taken_back_once(case, partner):
    consent = made.consent_of(case, partner)
    consent_actions.withdraw_consent(consent=consent, wanted_by="child", by=case.owner)
    with pytest.raises(JagaError):
        consent_actions.withdraw_consent(consent=consent, wanted_by="child", by=case.owner)


def test_a_colleague_of_another_case_withdraws_nothing(case, partner, organisation):
    consent = made.consent_of(case, partner)
    other = made.somebody(organisation, "caseworker", "rekan-lain")
    with pytest.raises(PermissionDenied):
        consent_actions.withdraw_consent(consent=consent, wanted_by="child", by=other)


def test_withdrawal_closes_the_partners_page_and_file_within_one_request(
    referral, officer, owner, window
):
    theirs, ours = window(officer), window(owner)
    seen = reverse("referrals:received_page", args=[referral.pk])
    file = reverse("referrals:download", args=[referral.pk])
    answer = reverse("referrals:answer", args=[referral.pk])
    page = theirs.get(seen)
    assert made.NOTE in page.content.decode()
    assert theirs.post(file).status_code == 200
    withdraw = reverse("referrals:withdraw", args=[referral.consent_id])
    assert ours.post(withdraw, {"wanted_by": "child"}).status_code == 302
    assert theirs.get(seen).status_code == 404
    assert theirs.post(file).status_code == 404
    assert theirs.post(answer, {"state": "accepted"}).status_code == 404
    assert referral.pseudonym not in theirs.get(reverse("referrals:received")).content.decode()
    referral.refresh_from_db()
    assert (referral.state, referral.reason_code) == ("revoked", "withdrawn")


def test_an_expired_consent_closes_the_partners_page(referral, officer, window):
    seen = reverse("referrals:received_page", args=[referral.pk])
    theirs = window(officer)
    assert theirs.get(seen).status_code == 200
    yesterday = queries.today() - timedelta(days=1)
    Consent.objects.filter(pk=referral.consent_id).update(valid_until=yesterday)
    assert theirs.get(seen).status_code == 404


def test_a_closed_case_closes_the_partners_page(referral, officer, window):
    Case.objects.filter(pk=referral.case_id).update(status=Case.CLOSED)
    seen = reverse("referrals:received_page", args=[referral.pk])
    assert window(officer).get(seen).status_code == 404


def test_the_form_asks_the_table_before_it_records(case, partner, window):
    client = window(case.owner)
    address = reverse("referrals:consent_new", args=[case.pk])
    facts = {
        "purpose": "referral", "capacity": "yes", "caregiver": "unsafe",
        "basis": "caregiver", "assent": "yes",
    }  # fmt: skip
    page = client.post(address, {**facts, "step": "ask"}).content.decode()
    assert "tidak ditanya dan tidak diberi tahu" in page
    assert not Consent.objects.exists()
    record = {
        **facts, "basis": "own", "step": "record", "partner": partner.pk,
        "explained": "Dengan gambar, pelan-pelan.", "language": "Indonesia", "answers": "Boleh",
        "valid_until": (queries.today() + timedelta(days=9)).isoformat(), "fields": ["note"],
    }  # fmt: skip
    assert client.post(address, record).status_code == 302
    kept = Consent.objects.get()
    assert (kept.rule, kept.fields, kept.partner) == ("teen-agrees", ["note"], partner)


def test_a_form_without_an_answer_keeps_what_was_typed(case, window):
    address = reverse("referrals:consent_new", args=[case.pk])
    facts = {
        "purpose": "service", "capacity": "yes", "caregiver": "safe", "basis": "own",
        "assent": "yes", "step": "record", "explained": "", "language": "Jawa",
        "valid_until": queries.today().isoformat(),
    }  # fmt: skip
    page = window(case.owner).post(address, facts)
    assert page.status_code == 400
    assert 'value="Jawa"' in page.content.decode()


def test_the_register_sees_a_case_and_none_of_its_consents(case, partner, window):
    consent = made.consent_of(case, partner)
    registrar = window(made.somebody(case.organisation, "registrar"))
    page = registrar.get(reverse("cases:page", args=[case.pk]))
    assert page.status_code == 200
    assert consent.reference not in page.content.decode()
    assert "Catat persetujuan" not in page.content.decode()
    assert registrar.get(reverse("referrals:consent", args=[consent.pk])).status_code == 404


def test_whoever_gives_a_service_writes_down_that_a_child_changed_their_mind(case, partner):
    consent = made.consent_of(case, partner)
    helper = made.somebody(case.organisation, "counsellor")
    Service.objects.create(case=case, code="psychosocial", person=helper, by=case.owner)
    consent_actions.withdraw_consent(consent=consent, wanted_by="child", by=helper)
    assert not queries.valid_consents(case, "referral", partner).exists()
