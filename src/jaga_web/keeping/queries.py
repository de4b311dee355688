"""Reads of what is kept. Every one starts from what this person may know of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max, QuerySet
from django.utils import timezone

from jaga.casework.retention import CASE, REMIND_DAYS_BEFORE
from jaga_web.cases.models import Case
from jaga_web.cases.queries import visible
from jaga_web.keeping import reach
from jaga_web.keeping.models import (
    Attachment,
    Destruction,
    Erasure,
    Hold,
    Postponement,
    Tombstone,
)
from jaga_web.people.models import User
from jaga_web.people.scope import within


@dataclass(frozen=True)
class Due:
    """A closed case whose time is over, or soon will be."""

    case: Case
    on: date
    last_activity: date
    holds: list[Hold]
    erasure: Erasure | None

    @property
    def is_over(self) -> bool:
        """Whether the day has come."""
        return self.on <= timezone.localdate()


def attachments(case: Case) -> QuerySet[Attachment]:
    """The documents of a case the reader was let into, without what they hold."""
    return case.attachments.defer("content").select_related("by")


def readable(user: User) -> QuerySet[Attachment]:
    """Every attachment of the cases this person may see, without what it holds."""
    return Attachment.objects.filter(case__in=visible(user)).defer("content")


def holds(case: Case) -> list[Hold]:
    """The holds of a case that were not lifted, those past their day too."""
    rows = case.holds.filter(lifted_at=None)
    return list(rows.select_related("placed_by", "reviewed_by"))


def holds_of(user: User) -> QuerySet[Hold]:
    """Every hold of the cases this person may see."""
    return Hold.objects.filter(case__in=visible(user)).select_related("case")


def erasure_of(case: Case) -> Erasure | None:
    """The request under way for a case, if there is one."""
    return case.erasures.exclude(state=Erasure.RETURNED).select_related("asked_by").first()


def returned(case: Case) -> Erasure | None:
    """The last request that was returned, for whoever asked."""
    rows = case.erasures.filter(state=Erasure.RETURNED).select_related("decided_by")
    return rows.order_by("-decided_at").first()


def requests(user: User) -> QuerySet[Erasure]:
    """The requests of the organisation that wait; a custodian need not see the cases."""
    rows = within(user, Erasure.objects.all(), organisation="case__organisation_id")
    rows = rows.exclude(state=Erasure.RETURNED).exclude(case__conflicts__person=user)
    return rows.select_related("case", "asked_by", "decided_by").prefetch_related("case__holds")


def tombstones(user: User) -> QuerySet[Tombstone]:
    """The cases of the organisation that were erased."""
    return within(user, Tombstone.objects.all()).select_related("asked_by", "approved_by")


def waiting_keys(user: User) -> int:
    """How many keys of erased cases are still to be destroyed."""
    rows = Destruction.objects.filter(done_at=None)
    return within(user, rows, organisation="tombstone__organisation_id").count()


def due_on(case: Case) -> date | None:
    """When the time of one case is over; None while it does not run."""
    return _days([case]).get(case.pk, (None, None))[0]


def due(user: User) -> list[Due]:
    """The closed cases whose time is over or ends soon, the longest overdue first."""
    soon = timezone.localdate() + timedelta(days=REMIND_DAYS_BEFORE)
    closed = visible(user).filter(
        status=Case.CLOSED, closed_at__date__lte=soon - timedelta(days=CASE.days)
    )
    cases = {case.pk: case for case in closed}
    found = []
    for number, (day, activity) in _days(cases.values()).items():
        if day is not None and activity is not None and day <= soon:
            case = cases[number]
            found.append(Due(case, day, activity, holds(case), erasure_of(case)))
    return sorted(found, key=lambda one: (one.on, one.case.number))


def holds_to_review(user: User) -> list[Hold]:
    """Holds whose day has passed or comes soon: lift them or say until when they stand."""
    soon = timezone.localdate() + timedelta(days=REMIND_DAYS_BEFORE)
    return list(holds_of(user).filter(lifted_at=None, until__lte=soon).order_by("until"))


def _days(cases: Iterable[Case]) -> dict[int, tuple[date | None, date | None]]:
    """For each case: when its time is over, and its last activity."""
    rows = {case.pk: case for case in cases}
    moments = reach.last_activities(list(rows))
    longer = dict(
        Postponement.objects.filter(case__in=rows)
        .order_by()
        .values_list("case")
        .annotate(until=Max("until"))
    )
    found = {}
    for number, case in rows.items():
        activity = _local(moments.get(number))
        closed = _local(case.closed_at) if case.status == Case.CLOSED else None
        found[number] = CASE.due_on(activity, closed, longer.get(number)), activity
    return found


def _local(moment: datetime | None) -> date | None:
    return None if moment is None else timezone.localdate(moment)
