"""Who may do what with one alert. Each function is one rule; its message is what people read."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga_web.access import (
    ALERTS_CONFIRM,
    ALERTS_DECIDE,
    ALERTS_HAND_OVER,
    ALERTS_SNOOZE,
    require,
)
from jaga_web.alerts.models import Alert, Decision
from jaga_web.people.models import User


def check_same_organisation(user: User, alert: Alert) -> None:
    """An alert belongs to one organisation and, if it has a region, to those who work there."""
    outside = bool(user.regions and alert.region and alert.region not in user.regions)
    if alert.organisation_id != user.organisation_id or outside:
        raise PermissionDenied(_("Peringatan ini di luar organisasi atau wilayah Anda."))


def check_decide(user: User, alert: Alert) -> None:
    """People who decide work on alerts of their own scope."""
    require(user, ALERTS_DECIDE)
    check_same_organisation(user, alert)


def check_confirm(user: User, decision: Decision) -> None:
    """The second person is another than the first."""
    require(user, ALERTS_CONFIRM)
    check_same_organisation(user, decision.alert)
    if decision.maker_id == user.pk:
        raise PermissionDenied(
            _("Anda yang mengusulkan keputusan ini; orang lain yang harus mengesahkannya.")
        )


def check_snooze(user: User, alert: Alert) -> None:
    """Snoozing has its own permission, because it hides work from others."""
    require(user, ALERTS_SNOOZE)
    check_same_organisation(user, alert)


def check_hand_over(user: User, alert: Alert) -> None:
    """Handing over starts work elsewhere and has its own permission."""
    require(user, ALERTS_HAND_OVER)
    check_same_organisation(user, alert)
