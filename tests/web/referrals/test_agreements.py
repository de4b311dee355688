"""Agreements, counsel's decisions, and referrals across a border."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from tests.web.referrals import made

from jaga.casework.lawful_basis import QUESTIONS
from jaga.errors import BadInput, JagaError, Refused
from jaga_web.referrals import abroad_actions, agreement_actions, consent_actions, queries
from jaga_web.referrals.abroad_actions import Crossing
from jaga_web.referrals.models import Abroad, Agreement

OUT = Crossing("out", "MY", "Lembaga Rekaan Seberang", "Telepon terenkripsi, bukan surel (UJI)")


def test_a_partner_reads_an_agreement_only_once_we_signed(organisation, partner, officer, lead):
    terms = agreement_actions.Terms(
        partner, "referral", ("note",), "processor", queries.today(), queries.today()
    )
    agreement = agreement_actions.draft_agreement(terms=terms, by=lead)
    assert not queries.agreements_offered(officer).exists()
    with pytest.raises(JagaError):
        agreement_actions.sign_as_partner(agreement=agreement, by=officer)
    agreement_actions.sign(agreement=agreement, by=lead)
    assert queries.agreement_in_force(organisation.pk, partner.pk, "referral") is None
    agreement_actions.sign_as_partner(agreement=agreement, by=officer)
    assert queries.agreement_in_force(organisation.pk, partner.pk, "referral") == agreement


def test_neither_side_signs_for_the_other(organisation, partner, third, lead):
    agreement = made.agreement_between(organisation, partner)
    stranger = made.somebody(third, "partner_officer")
    with pytest.raises(PermissionDenied):
        agreement_actions.sign_as_partner(agreement=agreement, by=stranger)
    with pytest.raises(PermissionDenied):
        agreement_actions.sign(agreement=agreement, by=made.somebody(third, "supervisor"))
    with pytest.raises(JagaError):
        agreement_actions.sign(agreement=agreement, by=lead)


def test_nobody_agrees_with_themselves(organisation, partner, lead):
    made.somebody(organisation, "partner_officer")
    with pytest.raises(BadInput):
        made.agreement_between(organisation, organisation)
    agreement = made.agreement_between(organisation, partner)
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=agreement.pk).update(partner=organisation)


@pytest.mark.parametrize("days", [-1, 731])
def test_an_agreement_has_an_end_within_two_years(organisation, partner, days):
    until = queries.today() + timedelta(days=days)
    with pytest.raises(BadInput):
        made.agreement_between(organisation, partner, ends_on=until)


def test_an_agreement_that_has_not_begun_does_not_hold(organisation, partner):
    made.agreement_between(organisation, partner, starts_on=queries.today() + timedelta(days=1))
    assert queries.agreement_in_force(organisation.pk, partner.pk, "referral") is None


def test_the_newest_answer_of_counsel_holds_and_only_at_home(organisation, third, window):
    lawyer = made.somebody(organisation, "legal_officer")
    question = next(iter(QUESTIONS))
    address = reverse("referrals:counsel")
    today = queries.today()
    for decision in ("Jawaban pertama rekaan.", "Jawaban kedua rekaan."):
        posted = {
            "question": question, "decision": decision, "counsel": "Penasihat rekaan, surat 1/UJI",
            "decided_on": today.isoformat(),
            "review_on": (today + timedelta(days=90)).isoformat(),
        }  # fmt: skip
        assert window(lawyer).post(address, posted).status_code == 302
    page = window(lawyer).get(reverse("referrals:questions")).content.decode()
    assert "Jawaban kedua rekaan." in page
    assert "Jawaban pertama rekaan." not in page
    theirs = window(made.somebody(third, "legal_officer"))
    assert "rekaan." not in theirs.get(reverse("referrals:questions")).content.decode()


def test_a_question_that_is_not_open_takes_no_answer(organisation, window):
    lawyer = window(made.somebody(organisation, "legal_officer"))
    today = queries.today().isoformat()
    posted = {"question": "unheard-of", "decided_on": today, "review_on": today}
    assert lawyer.post(reverse("referrals:counsel"), posted).status_code == 400


def test_out_of_the_country_only_with_a_consent_that_holds(organisation):
    case = made.case_of(organisation)
    with pytest.raises(Refused):
        abroad_actions.note_abroad(case=case, crossing=OUT, by=case.owner)
    consent = made.consent_of(case, None)
    row = abroad_actions.note_abroad(case=case, crossing=OUT, consent=consent, by=case.owner)
    consent_actions.withdraw_consent(consent=consent, wanted_by="child", by=case.owner)
    with pytest.raises(Refused):
        abroad_actions.move_abroad(row=row, state="handed_over", by=case.owner)
    assert abroad_actions.move_abroad(row=row, state="ended", by=case.owner).state == "ended"


def test_a_consent_for_a_partner_here_does_not_carry_abroad(organisation, partner):
    case = made.case_of(organisation)
    consent = made.consent_of(case, partner)
    with pytest.raises(Refused):
        abroad_actions.note_abroad(case=case, crossing=OUT, consent=consent, by=case.owner)


def test_what_comes_in_needs_no_consent_and_is_answered(organisation, window):
    case = made.case_of(organisation)
    client = window(case.owner)
    address = reverse("referrals:abroad", args=[case.pk])
    posted = {
        "direction": "in", "country": "th", "organisation_name": "Lembaga Rekaan Utara",
        "channel": "Utusan kedutaan (UJI)",
    }  # fmt: skip
    assert client.post(address, posted).status_code == 302
    row = Abroad.objects.get()
    assert (row.country, row.consent) == ("TH", None)
    move = reverse("referrals:abroad_move", args=[row.pk])
    client.post(move, {"state": "answered"})
    row.refresh_from_db()
    assert row.state == "answered"
    client.post(move, {"state": "prepared"})
    row.refresh_from_db()
    assert row.state == "answered"


@pytest.mark.parametrize("country", ["ID", "M", "12", ""])
def test_a_country_is_two_letters_and_another_one(organisation, country):
    case = made.case_of(organisation)
    crossing = Crossing("in", country, "Lembaga Rekaan", "Kurir UJI")
    with pytest.raises(BadInput):
        abroad_actions.note_abroad(case=case, crossing=crossing, by=case.owner)
