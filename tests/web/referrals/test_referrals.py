"""Referrals: what must be there before one leaves, what the partner sees, what comes back."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from tests.web.referrals import made

from jaga.casework import referral as rules
from jaga.errors import BadInput, JagaError, Refused
from jaga_web import vault
from jaga_web.audit.models import Event
from jaga_web.cases.models import Look, Service
from jaga_web.referrals import actions, agreement_actions, consent_actions, disclosure, queries
from jaga_web.referrals.models import Agreement, Consent, Referral


def received(referral: Referral) -> str:
    return reverse("referrals:received_page", args=[referral.pk])


def test_a_missing_subtype_is_refused_with_a_sentence(organisation, partner):
    referral = made.draft_of(organisation, partner, subtype="")
    with pytest.raises(BadInput) as refused:
        actions.send(referral=referral, by=referral.case.owner)
    assert "jenis layanan" in refused.value.text.id
    referral.refresh_from_db()
    assert (referral.state, referral.disclosed) == ("draft", None)


def test_a_subtype_of_another_service_is_refused(organisation, partner):
    with pytest.raises(BadInput):
        made.draft_of(organisation, partner, service="health", subtype="counselling")


def test_a_partner_that_became_unknown_is_refused(organisation, partner):
    referral = made.draft_of(organisation, partner)
    partner.user_set.update(is_active=False)
    with pytest.raises(BadInput) as refused:
        actions.send(referral=referral, by=referral.case.owner)
    assert "tidak dikenal" in refused.value.text.id


def test_without_an_agreement_nothing_leaves(organisation, partner):
    case = made.case_of(organisation)
    consent = made.consent_of(case, partner)
    with pytest.raises(Refused):
        actions.draft(consent=consent, request=made.request(), by=case.owner)


@pytest.mark.parametrize("missing", ["signed_by", "partner_signed_by"])
def test_one_signature_is_not_an_agreement(organisation, partner, missing):
    agreement = made.agreement_between(organisation, partner)
    Agreement.objects.filter(pk=agreement.pk).update(**{missing: None})
    assert queries.agreement_in_force(organisation.pk, partner.pk, "referral") is None


def test_an_agreement_of_another_purpose_does_not_serve(organisation, partner):
    made.agreement_between(organisation, partner, purpose="aggregate")
    assert queries.agreement_in_force(organisation.pk, partner.pk, "referral") is None


def test_an_agreement_that_runs_out_closes_what_is_on_its_way(referral, officer, owner, window):
    theirs = window(officer)
    assert theirs.get(received(referral)).status_code == 200
    yesterday = queries.today() - timedelta(days=1)
    Agreement.objects.filter(pk=referral.agreement_id).update(
        starts_on=yesterday, ends_on=yesterday
    )
    assert theirs.get(received(referral)).status_code == 404
    ours = window(owner).get(reverse("referrals:page", args=[referral.pk])).content.decode()
    assert "tertutup bagi mitra" in ours


def test_ending_an_agreement_closes_its_referrals(referral, officer, lead, window):
    agreement_actions.end(agreement=referral.agreement, by=lead)
    assert window(officer).get(received(referral)).status_code == 404


def test_only_what_child_and_agreement_allow_is_told(organisation, partner):
    made.agreement_between(organisation, partner, fields=("note", "age_band"))
    consent = made.consent_of(made.case_of(organisation), partner, fields=("note", "name"))
    for field in ("age_band", "name", "phone"):
        with pytest.raises(Refused):
            actions.draft(
                consent=consent, request=made.request(fields=[field]), by=consent.case.owner
            )
    referral = actions.draft(
        consent=consent, request=made.request(fields=["note"]), by=consent.case.owner
    )
    assert disclosure.shown(referral) == [("note", made.NOTE)]


def test_the_preview_is_what_the_partner_sees(organisation, partner, officer, window):
    referral = made.draft_of(organisation, partner, fields=["note", "age_band"])
    before = disclosure.shown(referral)
    actions.send(referral=referral, by=referral.case.owner)
    referral.refresh_from_db()
    assert disclosure.shown(referral) == before
    page = window(officer).get(received(referral)).content.decode()
    assert made.NOTE in page
    assert "15 sampai 17 tahun" in page


def test_the_partner_sees_nothing_else_of_the_case(referral, officer, window):
    theirs = window(officer)
    answers = [
        theirs.get(received(referral)),
        theirs.get(reverse("referrals:received")),
        theirs.post(reverse("referrals:download", args=[referral.pk])),
    ]
    seen = "".join(answer.content.decode() for answer in answers)
    assert made.NICKNAME in seen
    secrets = (referral.case.number, referral.case.pseudonym, made.SECRET_NAME)
    for secret in (*secrets, made.SECRET_SCHOOL, "0800000002", referral.consent.reference):
        assert secret not in seen


def test_the_partner_goes_nowhere_else(referral, officer, window):
    theirs = window(officer)
    for address in (
        reverse("cases:page", args=[referral.case_id]),
        reverse("referrals:page", args=[referral.pk]),
        reverse("referrals:consent", args=[referral.consent_id]),
    ):
        assert theirs.get(address).status_code in (403, 404)


def test_a_third_organisation_sees_nothing(referral, third, window):
    stranger = window(made.somebody(third, "partner_officer"))
    for address in (
        received(referral),
        reverse("referrals:received_agreement", args=[referral.agreement_id]),
    ):
        assert stranger.get(address).status_code == 404
    for name in ("answer", "download"):
        address = reverse(f"referrals:{name}", args=[referral.pk])
        assert stranger.post(address, {"state": "accepted"}).status_code == 404
    assert referral.pseudonym not in stranger.get(reverse("referrals:received")).content.decode()
    with pytest.raises(PermissionDenied):
        actions.answer(
            referral=referral, state="accepted", by=made.somebody(third, "partner_officer")
        )


def test_a_pseudonym_is_the_same_for_a_partner_and_another_for_the_next(referral, third):
    case = referral.case
    assert disclosure.pseudonym(case, referral.partner) == referral.pseudonym
    assert disclosure.pseudonym(case, third) != referral.pseudonym
    assert case.number not in referral.pseudonym


def test_every_look_is_logged_for_both(referral, officer, owner, window):
    theirs = window(officer)
    for _ in range(2):
        theirs.get(received(referral))
    theirs.post(reverse("referrals:download", args=[referral.pk]))
    looks = Event.objects.filter(verb=queries.READ_BY_PARTNER)
    about_referral = looks.filter(subject=f"referral:{referral.pk}")
    about_case = looks.filter(
        subject=f"case:{referral.case_id}", organisation_id=owner.organisation_id
    )
    assert (about_referral.count(), about_case.count()) == (3, 3)
    page = window(owner).get(reverse("referrals:page", args=[referral.pk])).content.decode()
    assert page.count(f"petugas mitra nomor {officer.pk}") == 3
    file = window(owner).get(reverse("cases:looks", args=[referral.case_id])).content.decode()
    assert file.count("membaca rujukan yang ditujukan kepadanya") == 3
    assert officer.organisation.name in file
    assert officer.display_name not in file


def test_a_rejection_returns_its_reason_to_the_owner(referral, officer, owner, window):
    address = reverse("referrals:answer", args=[referral.pk])
    theirs = window(officer)
    assert theirs.post(address, {"state": "rejected"}).status_code == 400
    posted = {"state": "rejected", "reason": "full", "note": "Coba lagi bulan depan (UJI)."}
    assert theirs.post(address, posted).status_code == 302
    page = window(owner).get(reverse("referrals:page", args=[referral.pk])).content.decode()
    assert "Tidak ada tempat saat ini" in page
    assert "Coba lagi bulan depan (UJI)." in page
    # Whoever works at the partner is named by the partner, as among those who looked.
    assert officer.display_name not in page
    assert theirs.get(received(referral)).status_code == 404


def test_a_returned_decision_moves_the_service_of_the_plan(organisation, partner, officer):
    made.agreement_between(organisation, partner)
    consent = made.consent_of(made.case_of(organisation), partner)
    case = consent.case
    service = Service.objects.create(case=case, code="psychological", by=case.owner)
    wanted = made.request(planned_service=service.pk)
    referral = actions.draft(consent=consent, request=wanted, by=case.owner)
    actions.send(referral=referral, by=case.owner)
    states = []
    for state in (rules.ACCEPTED, rules.IN_SERVICE, rules.DONE):
        actions.answer(referral=referral, state=state, by=officer)
        service.refresh_from_db()
        states.append(service.state)
    assert states == [Service.PLANNED, Service.UNDER_WAY, Service.DONE]
    assert service.ended_on == queries.today()


def test_a_service_of_another_case_is_not_touched(organisation, partner, officer):
    made.agreement_between(organisation, partner)
    consent = made.consent_of(made.case_of(organisation), partner)
    other = made.case_of(organisation)
    service = Service.objects.create(case=other, code="psychological", by=other.owner)
    wanted = made.request(planned_service=service.pk)
    referral = actions.draft(consent=consent, request=wanted, by=consent.case.owner)
    assert referral.planned_service is None


def test_access_ends_when_it_is_done(referral, officer, window):
    theirs = window(officer)
    for state in (rules.ACCEPTED, rules.IN_SERVICE, rules.DONE):
        assert theirs.get(received(referral)).status_code == 200
        actions.answer(referral=referral, state=state, by=officer)
    assert theirs.get(received(referral)).status_code == 404


def test_an_old_form_sent_again_changes_nothing(referral, officer, owner, window):
    theirs = window(officer)
    address = reverse("referrals:answer", args=[referral.pk])
    old = {"state": "accepted", "note": "Satu kali"}
    assert theirs.post(address, old).status_code == 302
    moves = referral.moves.count()
    assert theirs.post(address, old).status_code == 400
    theirs.post(address, {"state": "in_service"})
    assert theirs.post(address, {"state": "rejected", "reason": "full"}).status_code == 400
    referral.refresh_from_db()
    assert (referral.state, referral.moves.count()) == ("in_service", moves + 1)
    send = reverse("referrals:send", args=[referral.pk])
    assert window(owner).post(send).status_code == 400


def test_a_sender_never_answers_for_the_partner(referral, owner):
    with pytest.raises(PermissionDenied):
        actions.answer(referral=referral, state="accepted", by=owner)


@pytest.mark.parametrize("state", list(rules.STATES))
@pytest.mark.parametrize("wanted", list(rules.STATES))
def test_a_partner_takes_only_the_steps_of_the_table(referral, officer, state, wanted):
    Referral.objects.filter(pk=referral.pk).update(state=state)
    legal = rules.step(state, wanted, "partner") is not None
    try:
        actions.answer(referral=referral, state=wanted, reason_code="full", by=officer)
        taken = True
    except JagaError:
        taken = False
    assert taken == legal
    referral.refresh_from_db()
    assert referral.state == (wanted if legal else state)


def test_a_danger_is_sent_at_once_when_a_supervisor_confirms(organisation, partner, lead):
    made.agreement_between(organisation, partner)
    case = made.case_of(organisation)
    consent = made.consent_of(
        case,
        partner,
        basis="vital_interest",
        caregiver="unsafe",
        caregiver_answer="not_asked",
        assent="not_asked",
        answers=(),
        reason="Keselamatan terancam malam ini (UJI).",
        valid_until=queries.today() + timedelta(days=3),
    )
    wanted = made.request(urgency="urgent")
    with pytest.raises(Refused):
        actions.draft(consent=consent, request=wanted, by=case.owner)
    consent_actions.confirm_consent(consent=consent, by=lead)
    consent.refresh_from_db()
    referral = actions.draft(consent=consent, request=wanted, by=case.owner)
    assert actions.send(referral=referral, by=case.owner).state == "sent"
    assert referral.expires_on == consent.valid_until


def test_late_answers_are_shown(referral, owner, window):
    Referral.objects.filter(pk=referral.pk).update(moved_at=timezone.now() - timedelta(hours=73))
    page = window(owner).get(reverse("referrals:list")).content.decode()
    assert "terlambat" in page


def test_an_erased_case_opens_no_referral(referral, officer, window):
    vault.destroy(referral.case.key_id)
    assert window(officer).get(received(referral)).status_code == 404


def test_the_senders_page_does_not_open_the_identity_by_itself(referral, owner, window):
    address = reverse("referrals:page", args=[referral.pk])
    assert made.NICKNAME not in window(owner).get(address).content.decode()
    Look.objects.create(case=referral.case, by=owner, on=queries.today(), reason_code="contact")
    assert made.NICKNAME in window(owner).get(address).content.decode()


def test_an_unconfirmed_consent_does_not_open_what_was_sent(referral, officer, window):
    Consent.objects.filter(pk=referral.consent_id).update(outcome="with_supervisor")
    assert window(officer).get(received(referral)).status_code == 404


def test_a_draft_is_changed_and_what_was_sent_is_not(organisation, partner, window):
    referral = made.draft_of(organisation, partner)
    client = window(referral.case.owner)
    address = reverse("referrals:change", args=[referral.pk])
    posted = {"service": "legal:advice", "urgency": "urgent", "fields": ["note"], "note": made.NOTE}
    assert client.post(address, posted).status_code == 302
    referral.refresh_from_db()
    assert (referral.service, referral.fields) == ("legal", ["note"])
    actions.send(referral=referral, by=referral.case.owner)
    assert client.post(address, posted).status_code == 400
