"""Reads of clocks. Every one starts from what this person may know of."""

from django.db.models import Q, QuerySet

from jaga.casework.deadline_rows import DEADLINES
from jaga_web.access import BREACH_KEEP, CASES_VIEW
from jaga_web.clocks import subjects
from jaga_web.clocks.models import Breach, Clock, Standard
from jaga_web.clocks.permissions import leads
from jaga_web.people.models import User
from jaga_web.people.scope import within


def visible(user: User) -> QuerySet[Clock]:
    """The clocks this person may see.

    Whoever leads sees all of the organisation's. Others see their own, those brought before them,
    and those their role answers for (nobody's yet, or far enough advanced) where they may open
    the subject. A conflict of interest hides a subject's clocks from everybody it concerns.
    """
    rows = within(user, Clock.objects.all()).exclude(subject__in=subjects.hidden(user))
    if not leads(user):
        mine = Q(owner=user.pk) | Q(escalations__to=user.pk) | Q(pk__in=_answered_for(user))
        rows = rows.filter(mine).distinct()
    return rows.select_related("owner").prefetch_related("pauses", "escalations__to")


def due(user: User) -> QuerySet[Clock]:
    """The running clocks this person may see, due soonest first."""
    return visible(user).filter(ended_at__isnull=True)


def ended(user: User) -> QuerySet[Clock]:
    """The clocks that ended, newest first; late ones stay marked."""
    return visible(user).filter(ended_at__isnull=False).order_by("-ended_at", "-pk")


def find(user: User, number: int) -> Clock | None:
    """One clock this person may read: in their list, or of a subject they may open."""
    clock = visible(user).filter(pk=number).first()
    if clock is None:
        rows = within(user, Clock.objects.filter(pk=number)).select_related("owner")
        clock = rows.exclude(subject__in=subjects.hidden(user)).first()
        if clock and clock.subject not in subjects.known(user, [clock.subject]):
            return None
    return clock


def of_subject(user: User, subject: str) -> QuerySet[Clock]:
    """All clocks of a subject the caller has found visible to `user`, ended ones too."""
    rows = within(user, Clock.objects.filter(subject=subject))
    return rows.select_related("owner").prefetch_related("pauses", "escalations__to")


def breaches(user: User) -> QuerySet[Breach]:
    """The breaches of the organisation, for those who keep them."""
    rows = within(user, Breach.objects.all())
    return rows if user.may(BREACH_KEEP) else rows.none()


def standards(user: User) -> dict[str, int]:
    """The organisation's own lengths, by rule."""
    rows = within(user, Standard.objects.all())
    return dict(rows.values_list("rule", "length"))


def colleagues(user: User) -> list[User]:
    """People of the organisation to whom a clock can be handed or brought."""
    rows = User.objects.filter(organisation=user.organisation_id, is_active=True)
    return [one for one in rows.order_by("username") if one.may(CASES_VIEW)]


def _answered_for(user: User) -> list[int]:
    """Running clocks that a permission of this person brings before them."""
    rules = {
        rule: [step.percent for step in row.steps if user.may(step.permission)]
        for rule, row in DEADLINES.items()
    }
    names = [rule for rule, steps in rules.items() if steps or user.may(DEADLINES[rule].owner)]
    running = within(user, Clock.objects.filter(rule__in=names, ended_at__isnull=True))
    running = running.defer("evidence").prefetch_related("pauses")
    found = [clock for clock in running if _brought(user, clock, rules[clock.rule])]
    open_to = subjects.known(user, (clock.subject for clock in found))
    return [clock.pk for clock in found if clock.subject in open_to]


def _brought(user: User, clock: Clock, steps: list[int]) -> bool:
    if clock.owner_id is None and user.may(clock.deadline.owner):
        return True
    return any(clock.used >= step for step in steps)
