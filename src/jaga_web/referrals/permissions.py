"""Who may do what with consents and referrals; each message is what people read."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga_web.access import CASES_APPROVE, CASES_OWN, CASES_VIEW, REFERRALS_SEND, require
from jaga_web.cases.models import Case
from jaga_web.people.models import User
from jaga_web.referrals import queries
from jaga_web.referrals.models import Agreement, Consent, Referral


def check_works(user: User, case: Case, permission: str) -> None:
    """Refuse unless the person may do this, and works on that very case."""
    require(user, permission)
    if not queries.worked_on(user).filter(pk=case.pk).exists():
        raise PermissionDenied(_("Kasus ini di luar lingkup Anda."))


def check_record(user: User, case: Case) -> None:
    """Whoever may hold cases records a consent in one they work on."""
    check_works(user, case, CASES_OWN)


def may_confirm(user: User, consent: Consent) -> bool:
    """A supervisor, who is not the one who decided."""
    return (
        user.may(CASES_APPROVE)
        and consent.decided_by_id != user.pk
        and consent.outcome == "with_supervisor"
        and consent.confirmed_by_id is None
        and consent.withdrawn_at is None
    )


def check_confirm(user: User, consent: Consent) -> None:
    """Refuse unless the case is theirs to see and another person decided."""
    check_works(user, consent.case, CASES_APPROVE)
    if consent.decided_by_id == user.pk:
        raise PermissionDenied(_("Anda yang memutuskan; orang lain yang mengesahkan."))


def check_withdraw(user: User, consent: Consent) -> None:
    """A child may say it to anybody: whoever works on the case writes it down."""
    check_works(user, consent.case, CASES_VIEW)


def check_send(user: User, case: Case) -> None:
    """Whoever sends referrals, for a case they hold or lead."""
    require(user, REFERRALS_SEND)
    if not queries.held(user).filter(pk=case.pk).exists():
        raise PermissionDenied(_("Kasus ini di luar lingkup Anda."))


def check_partner(user: User, referral: Referral) -> None:
    """Only the receiving organisation answers."""
    if referral.partner_id != user.organisation_id:
        raise PermissionDenied(_("Rujukan ini ditujukan kepada lembaga lain."))


def check_agreement(user: User, agreement: Agreement, organisation: int) -> None:
    """Each side signs for itself."""
    if user.organisation_id != organisation:
        raise PermissionDenied(_("Perjanjian ini bukan milik lembaga Anda."))
