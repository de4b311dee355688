"""Reads of cases. Every one starts from what this person may know of."""

from django.db.models import QuerySet

from jaga_web.access import CASES_ASSIGN
from jaga_web.alerts.models import Alert
from jaga_web.alerts.queries import visible as visible_alerts
from jaga_web.cases.models import Case
from jaga_web.people.models import User
from jaga_web.people.scope import within


def visible(user: User) -> QuerySet[Case]:
    """All cases of the organisation for those who assign them; one's own for everyone else."""
    assigned = None if user.may(CASES_ASSIGN) else "owner_id"
    rows = within(user, Case.objects.all(), assigned=assigned)
    return rows.select_related("owner", "opened_by")


def listed(user: User, status: str) -> QuerySet[Case]:
    """The visible cases with `status`; all of them when it is empty."""
    rows = visible(user)
    return rows.filter(status=status) if status else rows


def alert_behind(user: User, case: Case) -> Alert | None:
    """The alert a case was opened from, if this person may also see that."""
    return visible_alerts(user).filter(alert_id=case.opened_from).first()


def opened_from(user: User, alert: Alert) -> Case | None:
    """The case opened from `alert`, if this person may see it."""
    return visible(user).filter(opened_from=alert.alert_id).first()
