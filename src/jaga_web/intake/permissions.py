"""Who may do what in intake. Each function is one rule; its message is what people read."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga_web.access import CASES_OPEN, REPORTS_ANSWER, REPORTS_BRIDGE, require
from jaga_web.intake.models import LinkRequest
from jaga_web.people.models import User


def check_own(user: User, organisation: int) -> None:
    """What came in never leaves its organisation."""
    if user.organisation_id != organisation:
        raise PermissionDenied(_("Ini di luar organisasi Anda."))


def check_bridge(user: User, organisation: int, *, child_agreed: bool) -> None:
    """With the child's own step any officer opens the case; without it only a supervisor."""
    check_own(user, organisation)
    require(user, REPORTS_ANSWER)
    require(user, CASES_OPEN)
    if not child_agreed:
        require(user, REPORTS_BRIDGE)


def check_decide(user: User, request: LinkRequest) -> None:
    """Whoever asks does not open the seal for themselves."""
    check_own(user, request.organisation_id)
    if request.asked_by_id == user.pk:
        raise PermissionDenied(_("Anda yang meminta; orang lain yang memutuskan."))


def check_review(user: User, request: LinkRequest) -> None:
    """A third person looks at it afterwards."""
    check_own(user, request.organisation_id)
    if user.pk in (request.asked_by_id, request.decided_by_id):
        raise PermissionDenied(_("Permintaan ini ditinjau orang ketiga."))
