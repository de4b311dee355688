"""Reads of requests to open a seal: for custodians, for those who asked, for reviewers."""

from django.db.models import Count, F, QuerySet

from jaga_web.access import AUDIT_VIEW, IDENTITY_OPEN
from jaga_web.intake.models import LinkRequest
from jaga_web.people.models import User
from jaga_web.people.scope import within


def _rows(user: User) -> QuerySet[LinkRequest]:
    rows = within(user, LinkRequest.objects.all())
    return rows.select_related("asked_by", "decided_by", "reviewed_by").annotate(
        times_looked=Count("looks")
    )


def to_decide(user: User) -> QuerySet[LinkRequest]:
    """All requests of the organisation, for custodians; those that wait come first."""
    if not user.may(IDENTITY_OPEN):
        return LinkRequest.objects.none()
    return _rows(user).order_by(F("decided_at").desc(nulls_first=True), "-asked_at")


def to_review(user: User) -> QuerySet[LinkRequest]:
    """What was opened, for those who read the audit trail; unreviewed first."""
    if not user.may(AUDIT_VIEW):
        return LinkRequest.objects.none()
    granted = _rows(user).filter(state=LinkRequest.GRANTED)
    return granted.order_by(F("reviewed_at").desc(nulls_first=True), "-decided_at")


def own(user: User) -> QuerySet[LinkRequest]:
    """What this person asked for."""
    return _rows(user).filter(asked_by=user.pk)
