"""Invented consents and referrals for the demonstration: one case for each way it may go."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.conf import settings
from django.db import transaction

from jaga.casework import referral as rules
from jaga.errors import Refused
from jaga.words import Text
from jaga_web.cases.models import Case
from jaga_web.people.models import Organisation, User
from jaga_web.referrals import abroad_actions, actions, agreement_actions, queries
from jaga_web.referrals import consent_actions as asking
from jaga_web.referrals.models import Agreement, Consent, Referral

FIELDS = ("age_band", "sex", "note", "safe_contact")
NOTE = "Membutuhkan pendengar yang sabar. Catatan rekaan; tidak ada anak seperti ini."
CONTACT = "Lewat telepon, hari sekolah, pukul 13 sampai 14 (rekaan)."
EXPLAINED = "Dengan gambar dan cerita, di ruang yang tenang (rekaan)."
SAID = "Boleh, asal bukan di rumah (rekaan)."


@transaction.atomic
def seed(*, cases: Sequence[Case], supervisor: User, officer: User) -> list[Referral]:
    """An agreement with the officer's organisation, and a consent for each open, held case.

    Refused outside a demonstration; cases that have a consent are left as they are.
    """
    if not settings.JAGA_DEMO:
        raise Refused(
            Text(
                "Data rekaan hanya untuk mode peraga.",
                "Invented data is for the demonstration only.",
            )
        )
    partner = officer.organisation
    if queries.agreement_in_force(supervisor.organisation_id, partner.pk, "referral") is None:
        _agreement(supervisor, officer)
    made: list[Referral | None] = []
    for case in cases:
        if case.owner and case.status == Case.OPEN and not _has_any(case):
            made.append(WAYS[len(made) % len(WAYS)](case, supervisor, officer))
    return [one for one in made if one is not None]


def _has_any(case: Case) -> bool:
    return case.consents.exists() or case.abroad.exists()


def _agreement(supervisor: User, officer: User) -> Agreement:
    today = queries.today()
    terms = agreement_actions.Terms(
        partner=officer.organisation,
        purpose="referral",
        fields=(*FIELDS, "nickname"),
        partner_as="controller",
        starts_on=today,
        ends_on=today + timedelta(days=365),
        reference="DPISP-REKAAN-1",
    )
    made = agreement_actions.draft_agreement(terms=terms, by=supervisor)
    agreement_actions.sign(agreement=made, by=supervisor)
    return agreement_actions.sign_as_partner(agreement=made, by=officer)


def _ask(
    case: Case, partner: Organisation, *, basis: str = "caregiver", assent: str = "yes"
) -> Consent:
    """A consent with a safe caregiver, or of the child alone with an unsafe one."""
    assert case.owner is not None
    together = basis == "caregiver"
    asked = asking.Asked(
        purpose="referral",
        capacity="yes",
        caregiver="safe" if together else "unsafe",
        basis=basis,
        assent=assent,
        explained=EXPLAINED,
        language="Indonesia",
        valid_until=queries.today() + timedelta(days=120),
        explained_by=case.owner,
        partner=partner,
        caregiver_answer="yes" if together else "not_asked",
        answers=(SAID,) if assent == "yes" else (),
        fields=FIELDS,
    )
    return asking.record_consent(case=case, asked=asked, by=case.owner)


def _draft(case: Case, _supervisor: User, officer: User) -> Referral:
    """On its way to be looked over."""
    assert case.owner is not None
    wanted = actions.Request(
        service="psychosocial",
        subtype="child",
        urgency="normal",
        fields=FIELDS,
        note=NOTE,
        safe_contact=CONTACT,
        planned_service=queries.planned(case).values_list("pk", flat=True).first(),
    )
    consent = _ask(case, officer.organisation)
    return actions.draft(consent=consent, request=wanted, by=case.owner)


def _sent(case: Case, supervisor: User, officer: User) -> Referral:
    """With the partner, waiting for an answer."""
    assert case.owner is not None
    return actions.send(referral=_draft(case, supervisor, officer), by=case.owner)


def _in_service(case: Case, supervisor: User, officer: User) -> Referral:
    """Accepted and begun."""
    referral = _sent(case, supervisor, officer)
    for state in (rules.ACCEPTED, rules.IN_SERVICE):
        referral = actions.answer(referral=referral, state=state, by=officer, note=NOTE)
    return referral


def _done(case: Case, supervisor: User, officer: User) -> Referral:
    """Finished; the partner sees it no more."""
    referral = _in_service(case, supervisor, officer)
    return actions.answer(referral=referral, state=rules.DONE, by=officer)


def _rejected(case: Case, supervisor: User, officer: User) -> Referral:
    """Came back with a reason."""
    referral = _sent(case, supervisor, officer)
    return actions.answer(
        referral=referral, state=rules.REJECTED, reason_code="full", by=officer, note=NOTE
    )


def _taken_back(case: Case, supervisor: User, officer: User) -> Referral:
    """The child changed their mind while the partner was at work."""
    assert case.owner is not None
    referral = _in_service(case, supervisor, officer)
    asking.withdraw_consent(consent=referral.consent, wanted_by="child", by=case.owner)
    referral.refresh_from_db()
    return referral


def _said_no(case: Case, _supervisor: User, officer: User) -> None:
    """A no, which is kept and opens nothing."""
    _ask(case, officer.organisation, assent="no")


def _waiting(case: Case, _supervisor: User, officer: User) -> None:
    """The child's own yes beside an unsafe caregiver: a supervisor has yet to confirm."""
    _ask(case, officer.organisation, basis="own")


def _from_abroad(case: Case, _supervisor: User, _officer: User) -> None:
    """Came from another country through a safe channel."""
    assert case.owner is not None
    crossing = abroad_actions.Crossing(
        "in", "MY", "Lembaga Rekaan Seberang", "Utusan resmi, tanpa surel (rekaan)."
    )
    abroad_actions.note_abroad(case=case, crossing=crossing, by=case.owner)


WAYS: tuple[Callable[[Case, User, User], Referral | None], ...] = (
    _sent,
    _in_service,
    _waiting,
    _draft,
    _rejected,
    _taken_back,
    _said_no,
    _done,
    _from_abroad,
)
