"""Asking, confirming and taking back. Each is one transaction with its audit event inside."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from jaga import consent as watchlist_words
from jaga.casework import lawful_basis
from jaga.casework import referral as rules
from jaga.casework.lawful_basis.facts import LONGEST_DAYS
from jaga.errors import BadInput
from jaga.words import Text
from jaga_web.audit.actions import record
from jaga_web.cases.models import Case
from jaga_web.people.models import Organisation, User
from jaga_web.referrals import moving, permissions, queries
from jaga_web.referrals.models import Consent, Referral

SHORTEST_WORDS = 10
# The age in whole years by which jaga.consent chooses its words.
YEARS = {"0-5": 0, "6-11": 6, "12-14": 12, "15-17": 15, "18+": 18}


@dataclass(frozen=True)
class Asked:
    """What was asked and how, as whoever asked wrote it down.

    `answers` are the child's own words: one for each question of jaga.consent where the purpose
    is a watchlist, else one or none. `caregiver_answer` is "yes", "no" or "not_asked".
    """

    purpose: str
    capacity: str
    caregiver: str
    basis: str
    assent: str
    explained: str
    language: str
    valid_until: date
    explained_by: User
    partner: Organisation | None = None
    caregiver_answer: str = "not_asked"
    answers: Sequence[str] = ()
    reason: str = ""
    fields: Sequence[str] = field(default_factory=tuple)

    def facts(self, case: Case) -> lawful_basis.Facts:
        """The same as the table is asked with; BadInput where a fact is missing."""
        return lawful_basis.Facts(
            age=case.age_band,
            capacity=self.capacity,
            caregiver=self.caregiver,
            purpose=self.purpose,
            basis=self.basis,
            assent=self.assent,
        )


@transaction.atomic
def record_consent(*, case: Case, asked: Asked, by: User) -> Consent:
    """Keep what was asked and what the table answers; a refusal is kept as well."""
    permissions.check_record(by, case)
    decision = lawful_basis.decide(asked.facts(case))
    _check(case, asked, decision, by)
    consent = Consent.objects.create(
        case=case,
        reference=f"PSJ-{secrets.token_hex(5).upper()}",
        purpose=asked.purpose,
        partner=asked.partner,
        fields=[code for code in rules.FIELDS if code in asked.fields],
        age_band=case.age_band,
        capacity=asked.capacity,
        caregiver=asked.caregiver,
        basis=asked.basis,
        assent=asked.assent,
        rule=decision.row.id,
        outcome=decision.outcome,
        caregiver_answer=asked.caregiver_answer,
        explained=asked.explained.strip(),
        explained_by=asked.explained_by,
        language=asked.language.strip(),
        words="\n".join(answer.strip() for answer in asked.answers if answer.strip()) or None,
        reason=asked.reason.strip() or None,
        decided_by=by,
        valid_until=asked.valid_until,
    )
    _trace(by, "referrals.consent_recorded", consent, outcome=consent.outcome, name=consent.rule)
    return consent


@transaction.atomic
def confirm_consent(*, consent: Consent, by: User) -> Consent:
    """A second person, a supervisor, confirms; only then does it open anything."""
    consent = _locked(consent)
    permissions.check_confirm(by, consent)
    if consent.outcome != "with_supervisor" or consent.confirmed_by_id or consent.withdrawn_at:
        raise moving.changed()
    consent.confirmed_by, consent.confirmed_at = by, timezone.now()
    consent.save(update_fields=["confirmed_by", "confirmed_at"])
    _trace(by, "referrals.consent_confirmed", consent)
    return consent


@transaction.atomic
def withdraw_consent(*, consent: Consent, wanted_by: str, by: User) -> Consent:
    """Take it back: what partners could see closes now, and the child's own words are freed."""
    consent = _locked(consent)
    permissions.check_withdraw(by, consent)
    if wanted_by not in rules.WITHDRAWN_FOR:
        raise BadInput(Text("Pilih siapa yang menariknya.", "Choose who took it back."))
    if consent.withdrawn_at:
        raise moving.changed()
    consent.withdrawn_at, consent.withdrawn_for, consent.withdrawn_by = (
        timezone.now(),
        wanted_by,
        by,
    )
    consent.words = None
    consent.save(update_fields=["withdrawn_at", "withdrawn_for", "withdrawn_by", "words"])
    closed = _close_all(consent, by)
    _trace(by, "referrals.consent_withdrawn", consent, rows=closed)
    return consent


def _close_all(consent: Consent, by: User) -> int:
    """Revoke every referral that rests on this consent; how many there were."""
    open_states = (rules.DRAFT, *rules.OPEN)
    rows = Referral.objects.select_for_update().filter(consent=consent, state__in=open_states)
    for referral in rows:
        moving.move(referral, rules.REVOKED, by=by, reason_code="withdrawn")
    return len(rows)


def _check(case: Case, asked: Asked, decision: lawful_basis.Decision, by: User) -> None:
    for words, problem in _NEEDED.items():
        if len(str(getattr(asked, words)).strip()) < (2 if words == "language" else SHORTEST_WORDS):
            raise BadInput(problem)
    if asked.explained_by.organisation_id != case.organisation_id:
        raise BadInput(Text("Pilih yang menjelaskan dari daftar.", "Choose who explained it."))
    _check_caregiver(asked, decision)
    _check_partner(asked, by)
    _check_words(asked, case)
    _check_until(asked)
    if asked.basis not in lawful_basis.CONSENT_BASES and len(asked.reason.strip()) < SHORTEST_WORDS:
        raise BadInput(
            Text(
                "Tuliskan mengapa dasar ini dipakai dan bukan persetujuan.",
                "Write why this basis is used, and not a consent.",
            )
        )


_NEEDED = {
    "explained": Text(
        "Tuliskan bagaimana hal ini dijelaskan kepada anak, atau mengapa ia belum ditanya.",
        "Write how it was explained to the child, or why the child was not asked.",
    ),
    "language": Text("Tuliskan bahasa yang dipakai.", "Write the language that was used."),
}


def _check_caregiver(asked: Asked, decision: lawful_basis.Decision) -> None:
    """An unsafe caregiver was not asked; where the caregiver's yes is the basis, it is there."""
    if asked.caregiver != "safe" and asked.caregiver_answer != "not_asked":
        raise BadInput(
            Text(
                "Pengasuh yang tidak aman, tidak ada, atau belum dikenal tidak ditanya. "
                "Bila ia sudah terlanjur tahu, beri tahu penyelia sekarang.",
                "A caregiver who is unsafe, absent or not known is not asked. If the caregiver "
                "knows already, tell the supervisor now.",
            )
        )
    relies = asked.basis == "caregiver" and decision.outcome != "refused"
    if relies and asked.caregiver_answer != "yes":
        raise BadInput(
            Text(
                "Dasar ini butuh persetujuan pengasuh. Tanya dahulu, atau pilih dasar lain.",
                "This basis needs the caregiver's consent. Ask first, or choose another basis.",
            )
        )


def _check_partner(asked: Asked, by: User) -> None:
    if asked.partner is None:
        return
    if asked.partner.pk == by.organisation_id or not queries.is_known(asked.partner):
        raise moving.unknown_partner()


def questions_for(*, purpose: str, age_band: str) -> tuple[Text, ...]:
    """What the child answers in own words: for a watchlist the questions of jaga.consent."""
    if purpose != "watchlist":
        return ()
    words = watchlist_words.words_for(YEARS.get(age_band, 0))
    return words.questions if words else ()


def _check_words(asked: Asked, case: Case) -> None:
    """Without an own answer to each question nothing goes on a watchlist."""
    questions = questions_for(purpose=asked.purpose, age_band=case.age_band)
    given = [answer for answer in asked.answers if answer.strip()]
    if asked.assent == "yes" and len(given) < len(questions):
        raise BadInput(
            Text(
                "Tuliskan jawaban anak dengan kata-katanya sendiri untuk setiap pertanyaan.",
                "Write the child's answer in own words to each question.",
            )
        )


def _check_until(asked: Asked) -> None:
    first = queries.today()
    last = first + timedelta(days=LONGEST_DAYS[asked.basis])
    if not first <= asked.valid_until <= last:
        raise BadInput(
            Text(
                "Pilih tanggal berlaku antara {first} dan {last}.",
                "Choose a date between {first} and {last}.",
            ).filled(first=first, last=last)
        )


def _locked(consent: Consent) -> Consent:
    return Consent.objects.select_for_update().get(pk=consent.pk)


def _trace(by: User, verb: str, consent: Consent, **detail: str | int) -> None:
    values: Mapping[str, str | int] = {"case": consent.case_id, **detail}
    record(
        by=by,
        verb=verb,
        subject=f"consent:{consent.pk}",
        organisation=consent.case.organisation_id,
        detail=values,
    )
