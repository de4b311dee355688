"""Who may do what with a clock. Each function is one rule; its message is what people read."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga_web.access import CASES_ASSIGN, REPORTS_BRIDGE
from jaga_web.clocks.models import Clock
from jaga_web.people.models import User


def leads(user: User) -> bool:
    """Whoever assigns cases or decides over reports sees every clock of the organisation."""
    return user.may(CASES_ASSIGN) or user.may(REPORTS_BRIDGE)


def may_change(user: User, clock: Clock) -> bool:
    """The owner, and whoever leads the work."""
    return clock.owner_id == user.pk or leads(user)


def check_change(user: User, clock: Clock) -> None:
    """Refuse unless `may_change`, within one organisation."""
    check_same_organisation(user, clock.organisation_id)
    if not may_change(user, clock):
        raise PermissionDenied(_("Hanya pemegang tenggat atau penyelia yang dapat mengubahnya."))


def check_same_organisation(user: User, organisation: int) -> None:
    """A clock never leaves its organisation."""
    if user.organisation_id != organisation:
        raise PermissionDenied(_("Tenggat ini di luar organisasi Anda."))
