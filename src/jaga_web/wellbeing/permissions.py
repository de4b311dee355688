"""Who may know what of a person's exposure: the person; a level for others, if at all."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga_web import access
from jaga_web.access import SUPERVISION_KEEP, require
from jaga_web.people.models import User

READS_WHAT_IS_HEAVY = (
    access.CASES_VIEW,
    access.REPORTS_VIEW,
    access.ALERTS_VIEW,
    access.IDENTITY_OPEN,
    access.REFERRALS_ANSWER,
    access.MONITORING_KEEP,
    access.COMPLAINTS_KEEP,
)


def reads_what_is_heavy(user: User) -> bool:
    """Whether this person's work shows them cases, reports or alerts."""
    return any(user.may(permission) for permission in READS_WHAT_IS_HEAVY)


def check_reads_what_is_heavy(user: User) -> None:
    """Refuse unless `reads_what_is_heavy`."""
    if not reads_what_is_heavy(user):
        raise PermissionDenied(_("Halaman ini untuk orang yang membaca kasus atau laporan."))


def check_supervises(user: User, person: User) -> None:
    """A supervisor speaks with people of the own organisation, not with oneself."""
    require(user, SUPERVISION_KEEP)
    if user.organisation_id != person.organisation_id:
        raise PermissionDenied(_("Orang ini di luar organisasi Anda."))
    if user.pk == person.pk:
        raise PermissionDenied(_("Supervisi dicatat oleh orang lain, bukan oleh diri sendiri."))
