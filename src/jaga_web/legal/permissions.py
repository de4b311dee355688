"""Who may do what with the legal side of a case. Each function is one rule."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga_web.access import CASES_OWN, LEGAL_KEEP, require
from jaga_web.cases import queries as cases
from jaga_web.cases.models import Case
from jaga_web.people.models import User


def may_keep(user: User, case: Case) -> bool:
    """Whoever keeps the legal side, and whoever holds the case."""
    return user.may(LEGAL_KEEP) or (user.may(CASES_OWN) and case.owner_id == user.pk)


def check_keep(user: User, case: Case) -> None:
    """Refuse unless `may_keep`, for a case this person may know of."""
    _check_known(user, case)
    if not may_keep(user, case):
        raise PermissionDenied(
            _("Hanya pemegang kasus atau petugas hukum yang dapat mencatat ini.")
        )


def check_label(user: User, case: Case) -> None:
    """Labels are confirmed and refused by legal officers alone."""
    _check_known(user, case)
    require(user, LEGAL_KEEP)


def _check_known(user: User, case: Case) -> None:
    if not cases.visible(user).filter(pk=case.pk).exists():
        raise PermissionDenied(_("Kasus ini di luar jangkauan Anda."))
