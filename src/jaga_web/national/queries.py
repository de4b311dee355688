"""Reads for national data. Every one starts from what this person may know of."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from jaga.casework import simfoni
from jaga.casework.matching.comparing import children
from jaga_web.access import NATIONAL_EXPORT, NATIONAL_RECONCILE
from jaga_web.cases.models import Case, Coded, Conflict, Service
from jaga_web.national.models import Comparison, Counterpart, Decision, SimfoniRecord, Suggestion
from jaga_web.people.models import User
from jaga_web.people.scope import within
from jaga_web.referrals.models import Consent
from jaga_web.referrals.queries import in_force, today

# What a service counts as given: it began.
GIVEN = (Service.UNDER_WAY, Service.DONE)


def counted(user: User) -> QuerySet[Case]:
    """The children's cases of the organisation, without those a conflict of interest hides."""
    conflicts = Conflict.objects.filter(case=OuterRef("pk"), person=user.pk)
    rows = within(user, Case.objects.filter(kind=Case.PROTECTION))
    return rows.filter(~Exists(conflicts))


def public(user: User) -> QuerySet[Case]:
    """Of these, only the cases whose child agreed to be counted in reports to others."""
    return counted(user).filter(consent_reporting=True)


def for_packs(user: User) -> QuerySet[Case]:
    """The cases whose facts this person may type into the ministry's system, newest first."""
    rows = counted(user) if user.may(NATIONAL_EXPORT) else Case.objects.none()
    return rows.select_related("simfoni").order_by("-opened_at", "-pk")


def shareable(user: User) -> QuerySet[Case]:
    """The cases that take part in comparisons: the child agreed that the case counts elsewhere."""
    rows = public(user) if user.may(NATIONAL_RECONCILE) else Case.objects.none()
    return rows.select_related("identity").prefetch_related("coded_set").order_by("pk")


def codes_of(case: Case) -> dict[str, list[str]]:
    """Everything coded about a case, by list."""
    found = defaultdict(list, {"age_band": [case.age_band], "sex": [case.sex]})
    for name, code in Coded.objects.filter(case=case).values_list("list", "code"):
        found[name].append(code)
    given = Service.objects.filter(case=case, state__in=GIVEN)
    found["service"] = sorted(set(given.values_list("code", flat=True)))
    return dict(found)


def nameable(case: Case) -> tuple[str, ...]:
    """What a pack may say about who the child is: only a unit that records in Simfoni, and only
    the fields that a consent in force, for a referral outside, names."""
    if case.organisation.kind not in simfoni.MAY_NAME:
        return ()
    rows = Consent.objects.filter(in_force(today()), case=case, purpose="referral", partner=None)
    agreed = {field for fields in rows.values_list("fields", flat=True) for field in fields}
    return tuple(field for field in simfoni.IDENTITY if field in agreed)


def recorded(case: Case) -> SimfoniRecord | None:
    """The numbers the case has in the ministry's system, if somebody typed them back."""
    return SimfoniRecord.objects.filter(case=case).first()


def day_of(case: Case) -> date:
    """The day by which a case's codes are read: an old case keeps the codes of its time."""
    return timezone.localdate(case.opened_at)


def counterparts(user: User) -> QuerySet[Counterpart]:
    """The units this person's organisation compares lists with."""
    rows = within(user, Counterpart.objects.all())
    return rows if user.may(NATIONAL_RECONCILE) else rows.none()


def suggestions(user: User) -> QuerySet[Suggestion]:
    """The suggestions of this organisation, each with the `verdict` that holds (or None)."""
    newest = Decision.objects.filter(suggestion=OuterRef("pk")).order_by("-at", "-pk")
    rows = Suggestion.objects.filter(
        counterpart__in=counterparts(user), case__in=counted(user)
    ).annotate(verdict=Subquery(newest.values("verdict")[:1]))
    return rows.select_related("case", "counterpart")


def shown(user: User, counterpart: Counterpart) -> QuerySet[Suggestion]:
    """What is still suggested, and what somebody decided."""
    rows: Any = suggestions(user).filter(counterpart=counterpart)
    found: QuerySet[Suggestion] = rows.filter(
        Q(current=True) | Q(verdict__in=(Decision.SAME, Decision.DIFFERENT))
    )
    return found


def last_comparison(counterpart: Counterpart) -> Comparison | None:
    """The newest comparison with this unit."""
    return counterpart.comparisons.select_related("by").first()


def only_ours(user: User, counterpart: Counterpart) -> QuerySet[Case]:
    """Cases that took part last time and that no line of theirs is (yet) said to be."""
    last = last_comparison(counterpart)
    rows = counted(user).filter(pk__in=last.ours if last else [])
    return rows.exclude(pk__in=[one.case_id for one in _said_same(counterpart)]).order_by("pk")


def only_theirs(counterpart: Counterpart) -> list[str]:
    """Their lines that took part last time and that no case of ours is (yet) said to be."""
    last = last_comparison(counterpart)
    ours = {one.theirs for one in _said_same(counterpart)}
    return [ref for ref in (last.theirs if last else []) if ref not in ours]


def together(counterpart: Counterpart) -> int:
    """How many children both units know together, those called the same counted once."""
    last = last_comparison(counterpart)
    if last is None:
        return 0
    same = [(str(one.case_id), one.theirs) for one in _said_same(counterpart)]
    return children([str(number) for number in last.ours], last.theirs, same)


def children_of(rows: QuerySet[Case]) -> int:
    """How many children stand behind cases: what a person called one child is one.

    Two cases are one child when both were called the same as one line of another unit, or when
    one was closed as a duplicate.
    """
    numbers = [
        str(pk) for pk in rows.exclude(closing_code="duplicate").values_list("pk", flat=True)
    ]
    pairs = [
        (str(one.case_id), f"{one.counterpart_id}-{one.theirs}")
        for one in _said_same(None)
        if str(one.case_id) in set(numbers)
    ]
    return children(numbers, {line for _case, line in pairs}, pairs)


def _said_same(counterpart: Counterpart | None) -> QuerySet[Suggestion]:
    newest = Decision.objects.filter(suggestion=OuterRef("pk")).order_by("-at", "-pk")
    rows = Suggestion.objects.annotate(verdict=Subquery(newest.values("verdict")[:1]))
    rows = rows.filter(verdict=Decision.SAME)
    return rows if counterpart is None else rows.filter(counterpart=counterpart)
