"""Who may know what of a person's exposure: the person; a level for others, if at all."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga_web.access import (
    ALERTS_VIEW,
    CASES_VIEW,
    IDENTITY_OPEN,
    REPORTS_VIEW,
    SUPERVISION_KEEP,
    require,
)
from jaga_web.people.models import User

READS_WHAT_IS_HEAVY = (CASES_VIEW, REPORTS_VIEW, ALERTS_VIEW, IDENTITY_OPEN)


def reads_what_is_heavy(user: User) -> bool:
    """Whether this person's work shows them cases, reports or alerts."""
    return any(user.may(permission) for permission in READS_WHAT_IS_HEAVY)


def check_supervises(user: User, person: User) -> None:
    """A supervisor speaks with people of the own organisation, not with oneself."""
    require(user, SUPERVISION_KEEP)
    if user.organisation_id != person.organisation_id:
        raise PermissionDenied(_("Orang ini di luar organisasi Anda."))
    if user.pk == person.pk:
        raise PermissionDenied(_("Supervisi dicatat oleh orang lain, bukan oleh diri sendiri."))
