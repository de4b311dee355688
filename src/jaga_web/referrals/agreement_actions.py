"""Agreements between organisations, decisions of counsel, referrals across a border."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from jaga.casework import referral as rules
from jaga.casework.lawful_basis import PURPOSES, QUESTIONS
from jaga.errors import BadInput
from jaga.words import Text
from jaga_web.access import (
    CASES_APPROVE,
    LEGAL_KEEP,
    REFERRALS_ANSWER,
    require,
)
from jaga_web.audit.actions import record
from jaga_web.people.models import Organisation, User
from jaga_web.referrals import moving, permissions, queries
from jaga_web.referrals.models import Agreement, CounselDecision

# An agreement is read again at least this often. Own rule.
LONGEST_DAYS = 730
SHORTEST_WORDS = 10


@dataclass(frozen=True)
class Terms:
    """What two organisations agree on."""

    partner: Organisation
    purpose: str
    fields: Sequence[str]
    partner_as: str
    starts_on: date
    ends_on: date
    reference: str = ""


@transaction.atomic
def draft_agreement(*, terms: Terms, by: User) -> Agreement:
    """Write down what both are to sign."""
    require(by, CASES_APPROVE)
    _check_terms(terms, by)
    agreement = Agreement.objects.create(
        organisation=by.organisation,
        partner=terms.partner,
        purpose=terms.purpose,
        fields=[code for code in rules.FIELDS if code in terms.fields],
        partner_as=terms.partner_as,
        starts_on=terms.starts_on,
        ends_on=terms.ends_on,
        reference=terms.reference.strip(),
        drafted_by=by,
    )
    _trace(by, "referrals.agreement_drafted", agreement, to=terms.partner.pk)
    return agreement


@transaction.atomic
def sign(*, agreement: Agreement, by: User) -> Agreement:
    """Sign for our organisation; the partner sees it from then on."""
    require(by, CASES_APPROVE)
    agreement = _locked(agreement)
    permissions.check_agreement(by, agreement, agreement.organisation_id)
    if agreement.signed_by_id or agreement.ended_at:
        raise moving.changed()
    agreement.signed_by, agreement.signed_at = by, timezone.now()
    agreement.save(update_fields=["signed_by", "signed_at"])
    _trace(by, "referrals.agreement_signed", agreement)
    return agreement


@transaction.atomic
def sign_as_partner(*, agreement: Agreement, by: User) -> Agreement:
    """Sign for the receiving organisation."""
    require(by, REFERRALS_ANSWER)
    agreement = _locked(agreement)
    permissions.check_agreement(by, agreement, agreement.partner_id)
    if not agreement.signed_by_id or agreement.partner_signed_by_id or agreement.ended_at:
        raise moving.changed()
    agreement.partner_signed_by, agreement.partner_signed_at = by, timezone.now()
    agreement.save(update_fields=["partner_signed_by", "partner_signed_at"])
    _trace(by, "referrals.agreement_signed_by_partner", agreement)
    return agreement


@transaction.atomic
def end(*, agreement: Agreement, by: User) -> Agreement:
    """End it before its day; every referral under it closes to the partner at once."""
    require(by, CASES_APPROVE)
    agreement = _locked(agreement)
    permissions.check_agreement(by, agreement, agreement.organisation_id)
    if agreement.ended_at:
        raise moving.changed()
    agreement.ended_at, agreement.ended_by = timezone.now(), by
    agreement.save(update_fields=["ended_at", "ended_by"])
    _trace(by, "referrals.agreement_ended", agreement)
    return agreement


@transaction.atomic
def record_counsel(
    *, question: str, decision: str, counsel: str, decided_on: date, review_on: date, by: User
) -> CounselDecision:
    """Keep what counsel answered to an open question; the newest answer holds."""
    require(by, LEGAL_KEEP)
    if question not in QUESTIONS:
        raise BadInput(Text("Pertanyaan ini tidak ada.", "There is no such question."))
    if min(len(decision.strip()), len(counsel.strip())) < SHORTEST_WORDS:
        raise BadInput(
            Text(
                "Tuliskan keputusannya, dan siapa yang memberikannya dengan nomor suratnya.",
                "Write the decision, and who gave it, with the number of the letter.",
            )
        )
    if decided_on > queries.today() or review_on <= decided_on:
        raise BadInput(
            Text(
                "Keputusan sudah diambil, dan ditinjau sesudahnya. Periksa kedua tanggal.",
                "The decision lies behind and the review after it. Check both dates.",
            )
        )
    row = CounselDecision.objects.create(
        organisation=by.organisation,
        question=question,
        decision=decision.strip(),
        counsel=counsel.strip(),
        decided_on=decided_on,
        review_on=review_on,
        recorded_by=by,
    )
    record(
        by=by,
        verb="referrals.counsel_recorded",
        subject=f"counsel:{row.pk}",
        organisation=by.organisation_id,
        detail={"name": question},
    )
    return row


def _check_terms(terms: Terms, by: User) -> None:
    if terms.partner.pk == by.organisation_id or not queries.is_known(terms.partner):
        raise moving.unknown_partner()
    if terms.purpose not in PURPOSES or terms.partner_as not in rules.PARTNER_AS:
        raise BadInput(
            Text("Pilih tujuan dan peran mitra.", "Choose the purpose and the partner's part.")
        )
    if not set(terms.fields) & set(rules.FIELDS):
        raise BadInput(
            Text("Pilih sekurangnya satu keterangan.", "Choose at least one thing to be told.")
        )
    last = terms.starts_on + timedelta(days=LONGEST_DAYS)
    if not terms.starts_on <= terms.ends_on <= last:
        raise BadInput(
            Text(
                "Perjanjian berakhir sesudah dimulai, paling lama dua tahun.",
                "An agreement ends after it begins, within two years.",
            )
        )


def _locked(agreement: Agreement) -> Agreement:
    return Agreement.objects.select_for_update().get(pk=agreement.pk)


def _trace(by: User, verb: str, agreement: Agreement, **detail: str | int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"agreement:{agreement.pk}",
        organisation=agreement.organisation_id,
        detail=detail,
    )
