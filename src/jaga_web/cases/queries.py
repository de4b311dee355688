"""Reads of cases. Every one starts from what this person may know of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jaga_web.access import CASES_ASSIGN, CASES_OPEN, CASES_VIEW, NATIONAL_RECONCILE
from jaga_web.alerts.models import Alert
from jaga_web.alerts.queries import colleagues, today
from jaga_web.alerts.queries import visible as visible_alerts
from jaga_web.audit.models import Event
from jaga_web.audit.queries import READ_CASE
from jaga_web.cases.models import Approval, Case, Conflict, Goal, Identity, Look, Service
from jaga_web.cases.permissions import sections_seen
from jaga_web.clocks import queries as clocks
from jaga_web.people.models import User
from jaga_web.people.scope import within

# Acts that were looks at a case; higher apps may add theirs in their AppConfig.ready().
# Each with what it was, in words the child can read after the name of who looked.
LOOKS: dict[str, Promise | str] = {
    READ_CASE: _("membaca berkas kasus"),
    "cases.identity_looked": _("membuka identitas anak"),
}


def visible(user: User) -> QuerySet[Case]:
    """The cases that exist for this person.

    Whoever assigns cases: all of the organisation and of their regions. Others: those they own,
    those they give a service in, those they opened and nobody holds yet, and for the register
    every protection case. Never one from which a conflict of interest keeps them: this holds for
    lists, counts, searches and addresses alike.
    """
    rows = within(user, Case.objects.all()).exclude(
        pk__in=Conflict.objects.filter(person=user.pk).values("case")
    )
    wide = _in_regions(user)
    mine = Q(owner=user.pk) | Q(pk__in=Service.objects.filter(person=user.pk).values("case"))
    if user.may(CASES_OPEN):
        mine |= Q(opened_by=user.pk, owner__isnull=True)
    if user.may(CASES_ASSIGN):
        mine |= wide
    elif user.may(NATIONAL_RECONCILE):
        mine |= wide & Q(kind=Case.PROTECTION)
    return rows.filter(mine).select_related("owner", "opened_by")


def _in_regions(user: User) -> Q:
    return Q(region__in=[*user.regions, ""]) if user.regions else Q(pk__isnull=False)


def hidden(user: User) -> set[int]:
    """Cases that do not exist for this person because of a conflict of interest."""
    return set(Conflict.objects.filter(person=user.pk).values_list("case", flat=True))


def listed(user: User, filters: Mapping[str, str]) -> QuerySet[Case]:
    """The visible cases that fit: status, step, risk, number, and `mine`."""
    rows = visible(user)
    for name in ("status", "step", "risk"):
        if filters.get(name):
            rows = rows.filter(**{name: filters[name]})
    if filters.get("number"):
        rows = rows.filter(number__icontains=filters["number"].strip())
    return rows.filter(owner=user.pk) if filters.get("mine") else rows


def next_due(user: User, cases: Iterable[Case]) -> dict[int, datetime]:
    """The soonest running deadline of each of these cases that this person may see."""
    subjects = {f"case:{case.pk}": case.pk for case in cases}
    soonest: dict[int, datetime] = {}
    for clock in clocks.due(user).filter(subject__in=subjects):
        number = subjects[clock.subject]
        soonest[number] = min(clock.due_at, soonest.get(number, clock.due_at))
    return soonest


def alert_behind(user: User, case: Case) -> Alert | None:
    """The alert a case was opened from, if this person may also see that."""
    return visible_alerts(user).filter(alert_id=case.opened_from).first()


def opened_from(user: User, alert: Alert) -> Case | None:
    """The case opened from `alert`, if this person may see it."""
    return visible(user).filter(opened_from=alert.alert_id).first()


def staff_for(user: User, case: Case, permission: str = CASES_VIEW) -> list[User]:
    """Colleagues who may be given something in this case: none who has a conflict with it."""
    kept_away = set(case.conflicts.values_list("person", flat=True))
    return [one for one in colleagues(user, permission) if one.pk not in kept_away]


def services(user: User, case: Case) -> QuerySet[Service]:
    """The services of a case: all for whoever reads the whole of it, else one's own."""
    rows = case.service_set.select_related("person", "goal")
    return rows if "goal" in sections_seen(user, case) else rows.filter(person=user.pk)


def service(user: User, case: Case, number: int) -> Service | None:
    """One service of a case, if this person may see it."""
    return services(user, case).filter(pk=number).first()


def goal(user: User, case: Case, number: int) -> Goal | None:
    """One goal of a case, for whoever reads the whole of it."""
    return case.goal_set.filter(pk=number).first() if "goal" in sections_seen(user, case) else None


def open_request(case: Case, what: str) -> Approval | None:
    """What waits for a second person."""
    return case.approval_set.filter(what=what, state=Approval.ASKED).select_related("by").first()


def has_identity(case: Case) -> bool:
    """Whether anything was written down of who the child is."""
    return Identity.objects.filter(case=case).exists()


def looked_today(user: User, case: Case) -> bool:
    """Whether this person gave a reason today for looking at who the child is."""
    return Look.objects.filter(case=case, by=user.pk, on=today()).exists()


@dataclass(frozen=True)
class Looked:
    """One look at the file, as the child may read it."""

    on: date
    who: str
    roles: list[str]
    what: Promise | str
    reason_code: str


def _named(user: User, person: User | None) -> str:
    if person is None:
        return ""
    ours = person.organisation_id == user.organisation_id
    return person.display_name if ours else person.organisation.name


def looks(user: User, case: Case) -> list[Looked]:
    """Who looked at this file, newest first: reads of the case, and of the identity with why.

    Somebody of another organisation is named by that organisation.
    """
    events = Event.objects.filter(
        organisation_id=user.organisation_id, subject=f"case:{case.pk}", verb__in=list(LOOKS)
    )
    people = {one.pk: one for one in User.objects.select_related("organisation")}
    return [
        Looked(
            on=event.at.date(),
            who=_named(user, people.get(event.actor_id or 0)),
            roles=event.actor_role.split(","),
            what=LOOKS[event.verb],
            reason_code=str(event.detail.get("code", "")),
        )
        for event in events.order_by("-seq")
    ]
