"""Who may open what in referrals; see tests/web/matrix.py.

On the partner's pages the organisation given is the RECEIVING one: the referral and the agreement
are made by another and lie with it, so "theirs" is a referral that lies with somebody else.
"""

from datetime import timedelta
from typing import Any

from tests.web.matrix import Arguments, Row, roles
from tests.web.referrals import made

from jaga_web.people.models import Organisation, User
from jaga_web.referrals import abroad_actions, agreement_actions, queries
from jaga_web.referrals.abroad_actions import Crossing
from jaga_web.referrals.models import Agreement, Consent

READERS = roles(
    "intake_officer", "caseworker", "supervisor", "legal_officer", "counsellor", "registrar"
)
SENDERS = roles("caseworker", "supervisor")
HOLDERS = roles("caseworker", "supervisor", "legal_officer")
LEAD = roles("supervisor")
LAWYERS = roles("legal_officer", "supervisor")
PARTNER = roles("partner_officer")


def _holder(organisation: Organisation) -> User:
    """Somebody whom the matrix does not sign in."""
    return made.somebody(organisation, "caseworker", f"pemegang-{organisation.pk}")


def a_case(organisation: Organisation) -> Arguments:
    return {"case": made.case_of(organisation, _holder(organisation)).pk}


def _consent(organisation: Organisation, **changes: Any) -> Consent:
    partner = made.partner_of(organisation)
    made.agreement_between(organisation, partner)
    return made.consent_of(made.case_of(organisation, _holder(organisation)), partner, **changes)


def a_consent(organisation: Organisation) -> Arguments:
    return {"number": _consent(organisation).pk}


def a_consent_to_refer_on(organisation: Organisation) -> Arguments:
    return {"consent": _consent(organisation).pk}


def an_unconfirmed_consent(organisation: Organisation) -> Arguments:
    own = {"basis": "own", "caregiver": "unsafe", "caregiver_answer": "not_asked"}
    return {"number": _consent(organisation, **own).pk}


def a_draft(organisation: Organisation) -> Arguments:
    consent = _consent(organisation)
    referral = made.actions.draft(consent=consent, request=made.request(), by=_holder(organisation))
    return {"number": referral.pk}


def _agreement(organisation: Organisation, partner: Organisation) -> Agreement:
    terms = agreement_actions.Terms(
        partner, "referral", ("note",), "processor", queries.today(), queries.today()
    )
    lead = made.somebody(organisation, "supervisor", f"penyusun-{organisation.pk}")
    return agreement_actions.draft_agreement(terms=terms, by=lead)


def an_agreement(organisation: Organisation) -> Arguments:
    return {"number": _agreement(organisation, made.partner_of(organisation)).pk}


def an_offered_agreement(organisation: Organisation) -> Arguments:
    made.somebody(organisation, "partner_officer")
    sender = made.partner_of(organisation)
    agreement = _agreement(sender, organisation)
    agreement_actions.sign(agreement=agreement, by=agreement.drafted_by)
    return {"number": agreement.pk}


def a_received_referral(organisation: Organisation) -> Arguments:
    made.somebody(organisation, "partner_officer")
    return {"number": made.sent_to(organisation, made.partner_of(organisation)).pk}


def a_crossing(organisation: Organisation) -> Arguments:
    case = made.case_of(organisation, _holder(organisation))
    crossing = Crossing("in", "MY", "Lembaga Rekaan", "Kurir UJI")
    return {
        "number": abroad_actions.note_abroad(
            case=case, crossing=crossing, by=_holder(organisation)
        ).pk
    }


def terms(_: Arguments) -> dict[str, Any]:
    """The form of an agreement with a partner."""
    organisation = Organisation.objects.get(name="Lembaga Contoh")
    today = queries.today()
    return {
        "partner": made.partner_of(organisation).pk,
        "purpose": "referral",
        "fields": ["note"],
        "partner_as": "processor",
        "starts_on": today.isoformat(),
        "ends_on": (today + timedelta(days=9)).isoformat(),
    }


def record(_: Arguments) -> dict[str, Any]:
    """The form that records a consent for our own service."""
    return {
        "step": "record",
        "purpose": "service",
        "capacity": "yes",
        "caregiver": "safe",
        "caregiver_answer": "yes",
        "basis": "caregiver",
        "assent": "yes",
        "explained": "Dengan gambar, pelan-pelan (UJI).",
        "language": "Indonesia",
        "valid_until": queries.today().isoformat(),
    }


def counsel(_: Arguments) -> dict[str, Any]:
    """The form that records counsel's answer."""
    return {
        "question": "parent-who-may-harm",
        "decision": "Jawaban rekaan UJI.",
        "counsel": "Penasihat rekaan UJI",
        "decided_on": queries.today().isoformat(),
        "review_on": (queries.today() + timedelta(days=9)).isoformat(),
    }


DRAFT_FORM = {
    "service": "legal:advice", "urgency": "normal", "fields": ["note"], "note": made.NOTE
}  # fmt: skip
ABROAD_FORM = {
    "direction": "in", "country": "MY", "organisation_name": "Lembaga Rekaan",
    "channel": "Kurir UJI",
}  # fmt: skip


def ours(url: str, allowed: frozenset[str], may: frozenset[str], **options: Any) -> Row:
    """A page of a case that somebody else holds: `may` have the permission, `allowed` see it."""
    return Row(url, roles=allowed, hidden=may - allowed, **options)


def form(url: str, allowed: frozenset[str], may: frozenset[str], **options: Any) -> Row:
    """A form on such a page, that leads back to it."""
    options = {"shows": "/referrals/", "status": 302, **options}
    return ours(url, allowed, may, method="POST", **options)


def partners(url: str, target: Any, **options: Any) -> Row:
    """A page of the receiving organisation."""
    return Row(url, roles=PARTNER, target=target, **options)


ROWS: tuple[Row, ...] = (
    Row("referrals:list", shows="Rujukan keluar", roles=SENDERS),
    ours("referrals:new", LEAD, SENDERS, shows="Simpan rancangan", target=a_consent_to_refer_on),
    form("referrals:new", LEAD, SENDERS, target=a_consent_to_refer_on, data=DRAFT_FORM),
    ours("referrals:page", LEAD, SENDERS, shows="Inilah yang akan dilihat", target=a_draft),
    form("referrals:change", LEAD, SENDERS, target=a_draft, data=DRAFT_FORM),
    form("referrals:send", LEAD, SENDERS, target=a_draft),
    form("referrals:revoke", LEAD, SENDERS, target=a_draft, data={"reason": "in_error"}),
    ours("referrals:consent_new", LEAD, HOLDERS, shows="Lihat jawaban tabel", target=a_case),
    form("referrals:consent_new", LEAD, HOLDERS, target=a_case, data=record),
    ours("referrals:consent", LEAD, READERS, shows="Bagaimana dijelaskan", target=a_consent),
    form("referrals:confirm", LEAD, LEAD, target=an_unconfirmed_consent),
    form("referrals:withdraw", LEAD, READERS, target=a_consent, data={"wanted_by": "child"}),
    Row("referrals:agreements", shows="Perjanjian dengan mitra", roles=SENDERS),
    Row("referrals:agreement_new", shows='name="partner_as"', roles=LEAD),
    Row(
        "referrals:agreement_new",
        shows="/agreements/",
        status=302,
        roles=LEAD,
        method="POST",
        data=terms,
    ),
    ours("referrals:agreement", SENDERS, SENDERS, shows="Ditandatangani", target=an_agreement),
    form("referrals:sign", LEAD, LEAD, target=an_agreement),
    form("referrals:end", LEAD, LEAD, target=an_agreement),
    Row("referrals:questions", shows="penasihat hukum", roles=LAWYERS),
    Row(
        "referrals:counsel",
        shows="/questions/",
        status=302,
        roles=LAWYERS,
        method="POST",
        data=counsel,
    ),
    ours("referrals:abroad", LEAD, SENDERS, shows="Saluran aman", target=a_case),
    form("referrals:abroad", LEAD, SENDERS, target=a_case, data=ABROAD_FORM),
    form("referrals:abroad_move", LEAD, SENDERS, target=a_crossing, data={"state": "answered"}),
    Row("referrals:received", shows="Rujukan masuk", roles=PARTNER),
    partners("referrals:received_page", a_received_referral, shows=made.NOTE),
    partners(
        "referrals:answer",
        a_received_referral,
        method="POST",
        shows="/received/",
        status=302,
        data={"state": "accepted"},
    ),
    partners("referrals:download", a_received_referral, method="POST", shows=made.NOTE),
    partners("referrals:received_agreement", an_offered_agreement, shows="Tanda tangani"),
    partners(
        "referrals:received_sign",
        an_offered_agreement,
        method="POST",
        shows="/received/",
        status=302,
    ),
)
