"""Who may do what with one case. Each function is one rule; its message is what people read."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga_web.access import CASES_ASSIGN, CASES_OWN, require
from jaga_web.cases.models import Case
from jaga_web.people.models import User


def may_close(user: User, case: Case) -> bool:
    """The owner closes a case; so does whoever assigns cases."""
    return user.may(CASES_OWN) and (case.owner_id == user.pk or user.may(CASES_ASSIGN))


def check_close(user: User, case: Case) -> None:
    """Refuse unless `may_close`."""
    require(user, CASES_OWN)
    if not may_close(user, case):
        raise PermissionDenied(_("Hanya pemegang kasus atau penyelia yang dapat menutupnya."))


def check_same_organisation(user: User, case: Case) -> None:
    """A case never leaves its organisation."""
    if case.organisation_id != user.organisation_id:
        raise PermissionDenied(_("Kasus ini di luar organisasi Anda."))
