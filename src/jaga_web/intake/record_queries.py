"""Reads of monitoring, activities and complaints, each within the person's organisation."""

from django.db.models import Count, Q, QuerySet

from jaga_web.access import ACTIVITIES_KEEP, COMPLAINTS_KEEP, MONITORING_KEEP
from jaga_web.intake.models import Activity, Complaint, MonitoringEntry
from jaga_web.people.models import User
from jaga_web.people.scope import within


def monitoring(user: User) -> QuerySet[MonitoringEntry]:
    """The entries of media monitoring this person may see."""
    rows = within(user, MonitoringEntry.objects.all())
    rows = rows if user.may(MONITORING_KEEP) else rows.none()
    return rows.select_related("same_event", "noted_by")


def news_counts(user: User) -> dict[str, int]:
    """How many entries there are, and about how many events: two counts that are never added."""
    return monitoring(user).aggregate(
        entries=Count("pk"), events=Count("pk", filter=Q(same_event__isnull=True))
    )


def activities(user: User) -> QuerySet[Activity]:
    """The activities this person may see."""
    rows = within(user, Activity.objects.all())
    rows = rows if user.may(ACTIVITIES_KEEP) else rows.none()
    return rows.select_related("by")


def years(user: User) -> list[int]:
    """The years in which activities began, newest first."""
    return [day.year for day in activities(user).dates("starts_on", "year", order="DESC")]


def complaints(user: User) -> QuerySet[Complaint]:
    """The complaints this person may see."""
    rows = within(user, Complaint.objects.all())
    rows = rows if user.may(COMPLAINTS_KEEP) else rows.none()
    return rows.select_related("taken_in_by").prefetch_related("steps__by")
