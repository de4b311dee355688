"""Who may do what with national data. Each function is one rule."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga_web.access import NATIONAL_EXPORT, NATIONAL_RECONCILE, require
from jaga_web.cases.models import Case
from jaga_web.cases.permissions import check_same_organisation
from jaga_web.national.models import Counterpart, Suggestion
from jaga_web.people.models import User


def check_pack(user: User, case: Case) -> None:
    """Refuse unless this person may prepare the case for the ministry's system."""
    check_same_organisation(user, case)
    require(user, NATIONAL_EXPORT)
    if case.kind != Case.PROTECTION:
        raise PermissionDenied(_("Hanya kasus perlindungan anak yang dicatat di Simfoni."))


def check_counterpart(user: User, counterpart: Counterpart) -> None:
    """Refuse unless this person may compare lists with the unit."""
    require(user, NATIONAL_RECONCILE)
    if counterpart.organisation_id != user.organisation_id:
        raise PermissionDenied(_("Unit ini di luar organisasi Anda."))


def check_suggestion(user: User, suggestion: Suggestion) -> None:
    """Refuse unless this person may decide it; a conflict of interest in the case counts here."""
    check_counterpart(user, suggestion.counterpart)
    check_same_organisation(user, suggestion.case)
