"""Invented cases, consents, agreements and referrals between two organisations."""

from datetime import timedelta

from jaga_web.cases import actions as cases
from jaga_web.cases.models import Case, Identity
from jaga_web.people.models import Organisation, User
from jaga_web.referrals import actions, agreement_actions, consent_actions, queries
from jaga_web.referrals.actions import Request
from jaga_web.referrals.agreement_actions import Terms
from jaga_web.referrals.consent_actions import Asked

FIELDS = ("age_band", "note", "safe_contact", "nickname")
NOTE = "Butuh pendengar yang sabar (UJI)."
CONTACT = "Lewat guru UJI, hari Selasa."
NICKNAME = "Rekaan UJI"
# What lies in the case and is never told by these referrals.
SECRET_NAME, SECRET_SCHOOL = "Contoh Bin Rekaan", "Sekolah UJI Tertutup"
WORDS = "Iya, boleh, asal bukan di rumah (UJI)."


def somebody(organisation: Organisation, role: str, name: str = "") -> User:
    """One person of a role in an organisation, made once."""
    return User.objects.get_or_create(
        username=name or f"{role}-di-{organisation.pk}",
        defaults={
            "display_name": f"Orang {name or role}",
            "organisation": organisation,
            "roles": [role],
        },
    )[0]


def case_of(organisation: Organisation, owner: User | None = None, age_band: str = "15-17") -> Case:
    """An open case with an identity, held by a caseworker."""
    owner = owner or somebody(organisation, "caseworker")
    case = cases.open_case(
        organisation=organisation, source="direct", by=owner, age_band=age_band, sex="f"
    )
    Identity.objects.create(
        case=case, name=SECRET_NAME, nickname=NICKNAME, school=SECRET_SCHOOL, phone="0800000002"
    )
    Case.objects.filter(pk=case.pk).update(owner=owner)
    case.refresh_from_db()
    return case


def asked(by: User, **changes) -> Asked:
    """A consent to a referral that the child gave with a safe caregiver, unless changed."""
    values = {
        "purpose": "referral",
        "capacity": "yes",
        "caregiver": "safe",
        "basis": "caregiver",
        "assent": "yes",
        "caregiver_answer": "yes",
        "explained": "Dengan gambar dan cerita, di ruang tenang (UJI).",
        "language": "Indonesia",
        "valid_until": queries.today() + timedelta(days=30),
        "explained_by": by,
        "answers": (WORDS,),
        "fields": FIELDS,
        **changes,
    }
    return Asked(**values)


def consent_of(case: Case, partner: Organisation | None, **changes):
    by = changes.pop("by", None) or case.owner
    given = asked(by, partner=partner, **changes)
    return consent_actions.record_consent(case=case, asked=given, by=by)


def agreement_between(organisation: Organisation, partner: Organisation, **changes):
    """An agreement in force, signed by both."""
    lead, theirs = somebody(organisation, "supervisor"), somebody(partner, "partner_officer")
    values = {
        "partner": partner,
        "purpose": "referral",
        "fields": (*FIELDS, "name"),
        "partner_as": "controller",
        "starts_on": queries.today(),
        "ends_on": queries.today() + timedelta(days=365),
        **changes,
    }
    agreement = agreement_actions.draft_agreement(terms=Terms(**values), by=lead)
    agreement = agreement_actions.sign(agreement=agreement, by=lead)
    return agreement_actions.sign_as_partner(agreement=agreement, by=theirs)


def request(**changes) -> Request:
    values = {
        "service": "psychological",
        "subtype": "counselling",
        "urgency": "normal",
        "fields": FIELDS,
        "note": NOTE,
        "safe_contact": CONTACT,
        **changes,
    }
    return Request(**values)


def partner_of(organisation: Organisation) -> Organisation:
    """Another organisation with somebody who answers."""
    partner = Organisation.objects.get_or_create(name="UPTD PPA Contoh", kind="uptd")[0]
    if partner == organisation:
        partner = Organisation.objects.get_or_create(name="Lembaga Contoh Dua", kind="ngo")[0]
    somebody(partner, "partner_officer")
    return partner


def draft_of(organisation: Organisation, partner: Organisation, **changes):
    """A draft on a consent and an agreement that hold."""
    agreement_between(organisation, partner)
    consent = consent_of(case_of(organisation), partner)
    return actions.draft(consent=consent, request=request(**changes), by=consent.case.owner)


def sent_to(partner: Organisation, organisation: Organisation, **changes):
    """A referral that lies with `partner`."""
    referral = draft_of(organisation, partner, **changes)
    return actions.send(referral=referral, by=referral.case.owner)
