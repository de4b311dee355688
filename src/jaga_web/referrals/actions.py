"""What people do with a referral. Each action is one transaction with its audit event inside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from jaga.casework import referral as rules
from jaga.casework import referral_services
from jaga.errors import BadInput, Refused
from jaga.words import Text
from jaga_web.access import REFERRALS_ANSWER, require
from jaga_web.audit.actions import record
from jaga_web.cases.models import Case
from jaga_web.cases.permissions import check_identity
from jaga_web.people.models import User
from jaga_web.referrals import disclosure, moving, permissions, queries
from jaga_web.referrals.models import Agreement, Consent, Move, Referral

# How long a partner may look at most, whatever consent and agreement allow. Own rule.
LONGEST_DAYS = 180
SHORTEST_NOTE = 10


@dataclass(frozen=True)
class Request:
    """What is asked of a partner, as whoever drafts it chose it."""

    service: str
    subtype: str
    urgency: str
    fields: Sequence[str]
    note: str = ""
    safe_contact: str = ""
    planned_service: int | None = None


@transaction.atomic
def draft(*, consent: Consent, request: Request, by: User) -> Referral:
    """Prepare a referral on a consent; nothing leaves yet. A missing subtype may follow."""
    permissions.check_send(by, consent.case)
    agreement = _agreement(consent)
    _check_request(request, consent, agreement)
    assert consent.partner is not None
    last = min(
        consent.valid_until, agreement.ends_on, queries.today() + timedelta(days=LONGEST_DAYS)
    )
    referral = Referral.objects.create(
        case=consent.case,
        partner=consent.partner,
        agreement=agreement,
        consent=consent,
        pseudonym=disclosure.pseudonym(consent.case, consent.partner),
        service=request.service,
        subtype=request.subtype,
        planned_service=_planned(consent.case, request.planned_service),
        urgency=request.urgency,
        fields=_fields(request, consent, agreement),
        note=request.note.strip(),
        safe_contact=request.safe_contact.strip(),
        expires_on=last,
        drafted_by=by,
    )
    Move.objects.create(referral=referral, state=rules.DRAFT, by=by)
    _trace(by, "referrals.drafted", referral)
    return referral


@transaction.atomic
def change(*, referral: Referral, request: Request, by: User) -> Referral:
    """Change a draft; what was sent stays as it was seen."""
    referral = _locked(referral)
    permissions.check_send(by, referral.case)
    _must_be(referral, rules.DRAFT)
    _check_request(request, referral.consent, referral.agreement)
    referral.service, referral.subtype = request.service, request.subtype
    referral.planned_service = _planned(referral.case, request.planned_service)
    referral.urgency = request.urgency
    referral.fields = _fields(request, referral.consent, referral.agreement)
    referral.note, referral.safe_contact = request.note.strip(), request.safe_contact.strip()
    referral.save()
    _trace(by, "referrals.changed", referral)
    return referral


@transaction.atomic
def send(*, referral: Referral, by: User) -> Referral:
    """Open it to the partner, frozen as the preview showed it."""
    referral = _locked(referral)
    permissions.check_send(by, referral.case)
    _must_be(referral, rules.DRAFT)
    if disclosure.tells_identity(referral.fields):
        check_identity(by, referral.case)
    _check_ready(referral)
    allowed = rules.tellable(referral.agreement.fields, referral.consent.fields)
    referral.fields = [code for code in referral.fields if code in allowed]
    referral.disclosed = disclosure.frozen(referral)
    referral.sent_by, referral.sent_at = by, timezone.now()
    referral.save(update_fields=["fields", "disclosed", "sent_by", "sent_at"])
    moving.move(referral, rules.SENT, by=by)
    _trace(by, "referrals.sent", referral, to=referral.partner_id, rows=len(referral.fields))
    return referral


@transaction.atomic
def revoke(*, referral: Referral, reason_code: str, by: User) -> Referral:
    """Take it back with a reason; the partner's page is gone with its next request."""
    referral = _locked(referral)
    permissions.check_send(by, referral.case)
    if reason_code not in rules.REVOCATIONS:
        raise BadInput(Text("Pilih alasannya.", "Choose the reason."))
    _must_go(referral, rules.REVOKED, "sender")
    moving.move(referral, rules.REVOKED, by=by, reason_code=reason_code)
    _trace(by, "referrals.revoked", referral, code=reason_code)
    return referral


@transaction.atomic
def answer(
    *, referral: Referral, state: str, by: User, reason_code: str = "", note: str = ""
) -> Referral:
    """The partner's step: accept, reject with a reason, begin, finish."""
    require(by, REFERRALS_ANSWER)
    permissions.check_partner(by, referral)
    referral = _locked(referral)
    if not queries.is_reachable(referral):
        raise moving.changed()
    transition = _must_go(referral, state, "partner")
    if transition.with_reason and reason_code not in rules.REJECTIONS:
        raise BadInput(
            Text(
                "Pilih alasan penolakan, supaya pengirim tahu apa yang dapat dilakukan.",
                "Choose the reason, so that the sender knows what can be done.",
            )
        )
    code = reason_code if transition.with_reason else ""
    moving.move(referral, state, by=by, reason_code=code, note=note)
    _trace(by, "referrals.answered", referral, outcome=state, code=code or "-")
    return referral


@transaction.atomic
def note_look(*, referral: Referral, by: User, kind: str = "page") -> None:
    """Log one look of the partner, for both organisations: each look, not one a day."""
    permissions.check_partner(by, referral)
    for subject, organisation in (
        (f"referral:{referral.pk}", referral.partner_id),
        (f"case:{referral.case_id}", referral.case.organisation_id),
    ):
        record(
            by=by,
            verb=queries.READ_BY_PARTNER,
            subject=subject,
            organisation=organisation,
            detail={"kind": kind},
        )


@transaction.atomic
def download(*, referral: Referral, labels: Sequence[tuple[str, str]], by: User) -> bytes:
    """What the page shows, as plain text, with its look logged."""
    require(by, REFERRALS_ANSWER)
    if not queries.is_reachable(referral):
        raise moving.changed()
    content = disclosure.as_text(referral, labels).encode()
    note_look(referral=referral, by=by, kind="file")
    return content


def _agreement(consent: Consent) -> Agreement:
    """What must hold before anything is drafted for this consent's partner."""
    partner = consent.partner
    if partner is None or consent.purpose != "referral":
        raise BadInput(
            Text(
                "Persetujuan ini bukan untuk rujukan ke lembaga mitra.",
                "This consent is not for a referral to a partner.",
            )
        )
    if not queries.is_known(partner):
        raise moving.unknown_partner()
    _check_consent(consent)
    found = queries.agreement_in_force(consent.case.organisation_id, partner.pk, "referral")
    if found is None:
        raise no_agreement()
    return found


def no_agreement() -> Refused:
    """Nothing leaves without an agreement that both signed."""
    return Refused(
        Text(
            "Belum ada perjanjian pelindungan data yang berlaku dengan lembaga ini. Penyelia "
            "menyusunnya, dan kedua lembaga menandatanganinya.",
            "There is no data protection agreement in force with this organisation. A supervisor "
            "drafts it, and both organisations sign.",
        )
    )


def _check_consent(consent: Consent) -> None:
    if not Consent.objects.filter(queries.in_force(queries.today()), pk=consent.pk).exists():
        raise Refused(
            Text(
                "Persetujuannya belum disahkan, sudah lewat, atau ditarik kembali. Tanya anak "
                "lagi sebelum mengirim.",
                "The consent is not confirmed yet, has expired or was taken back. Ask the child "
                "again before sending.",
            )
        )


def _check_ready(referral: Referral) -> None:
    """Whatever changed since the draft: partner, consent, agreement, subtype."""
    if not referral_services.known(referral.service, referral.subtype):
        raise BadInput(
            Text(
                "Pilih jenis layanannya. Rujukan tanpa jenis layanan biasanya ditolak mitra.",
                "Choose the kind of service. A referral without one is usually rejected.",
            )
        )
    if not queries.is_known(referral.partner):
        raise moving.unknown_partner()
    _check_consent(referral.consent)
    on = queries.today()
    if not Agreement.objects.filter(queries.agreed(on), pk=referral.agreement_id).exists():
        raise no_agreement()


def _check_request(request: Request, consent: Consent, agreement: Agreement) -> None:
    if request.service not in referral_services.SUBTYPES:
        raise BadInput(Text("Pilih layanannya.", "Choose the service."))
    if request.subtype and not referral_services.known(request.service, request.subtype):
        raise BadInput(Text("Pilih jenis layanannya.", "Choose the kind of service."))
    if request.urgency not in rules.URGENCIES:
        raise BadInput(Text("Pilih seberapa mendesak.", "Choose how urgent it is."))
    beyond = set(request.fields) - set(rules.tellable(agreement.fields, consent.fields))
    if beyond:
        raise Refused(
            Text(
                "Hanya yang diizinkan anak dan perjanjian yang boleh disampaikan.",
                "Only what the child and the agreement allow may be told.",
            )
        )
    if "note" in request.fields and len(request.note.strip()) < SHORTEST_NOTE:
        raise BadInput(
            Text(
                "Tuliskan apa yang perlu diketahui mitra, atau jangan pilih bagian itu.",
                "Write what the partner needs to know, or leave that part out.",
            )
        )


def _fields(request: Request, consent: Consent, agreement: Agreement) -> list[str]:
    allowed = rules.tellable(agreement.fields, consent.fields)
    return [code for code in allowed if code in request.fields]


def _planned(case: Case, number: int | None) -> int | None:
    if number is None or not queries.planned(case).filter(pk=number).exists():
        return None
    return number


def _must_be(referral: Referral, state: str) -> None:
    if referral.state != state:
        raise moving.changed()


def _must_go(referral: Referral, state: str, actor: str) -> rules.Transition:
    found = rules.step(referral.state, state, actor)
    if found is None:
        raise moving.changed()
    return found


def _locked(referral: Referral) -> Referral:
    return Referral.objects.select_for_update().get(pk=referral.pk)


def _trace(by: User, verb: str, referral: Referral, **detail: str | int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"referral:{referral.pk}",
        organisation=referral.case.organisation_id,
        detail={"case": referral.case_id, **detail},
    )
