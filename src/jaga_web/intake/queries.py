"""Reads of the inbox. Words stay sealed in every list; only one report's page opens them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case as When
from django.db.models import IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models import When as Then
from django.utils import timezone

from jaga_web.channel import queries as channel
from jaga_web.channel.models import Message, Report
from jaga_web.clocks.models import Clock
from jaga_web.intake.models import Handling
from jaga_web.people.models import User

SEALED = ("words", "address", "safe_contact", "callback", "identity")
OPEN, MINE, CASES = "open", "mine", "cases"
# How long after coming in a report may still lack its first clock and be given one.
YOUNG = timedelta(days=30)


@dataclass(frozen=True)
class Talk:
    """How a conversation stands: its length on both sides, and who waits for whom."""

    theirs: int
    ours: int
    waiting_since: datetime | None
    unread: int

    @property
    def ratio(self) -> str:
        """Words of the reporter for one of ours, such as "2,5 : 1"; "" while one is silent."""
        if not self.ours or not self.theirs:
            return ""
        return f"{self.theirs / self.ours:.1f} : 1".replace(".", ",")


def inbox(user: User, chosen: str) -> QuerySet[Report]:
    """Reports without their words: those not safe now first, then the newest.

    `chosen`: OPEN (no case yet, not closed), MINE (looked after by this person), CASES, or a
    status of Report; anything else shows all.
    """
    urgency = When(
        Then(status=Report.CLOSED, then=Value(3)),
        Then(safe_now="no", then=Value(0)),
        Then(safe_now="unsure", then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    latest = Handling.objects.filter(report=OuterRef("pk")).order_by("-at", "-pk")
    rows = (
        channel.visible(user)
        .defer(*SEALED)
        .annotate(
            urgency=urgency,
            handler=Subquery(latest.values("to_id")[:1]),
        )
        .select_related("referred_in")
        .order_by("urgency", "-received_at", "-pk")
    )
    return rows.filter(_chosen(user, chosen))


def _chosen(user: User, chosen: str) -> Q:
    if chosen == OPEN:
        return Q(case_opened_at=None) & ~Q(status=Report.CLOSED)
    if chosen == MINE:
        return Q(handler=user.pk) & ~Q(status=Report.CLOSED)
    if chosen == CASES:
        return Q(case_opened_at__isnull=False)
    return Q(status=chosen) if chosen in dict(Report.STATUSES) else Q()


def one(user: User, number: int) -> QuerySet[Report]:
    """The report with this number, if this person may read it."""
    return channel.visible(user).filter(pk=number).select_related("organisation", "referred_in")


def clocks_of(reports: list[Report]) -> dict[int, list[Clock]]:
    """The clocks of these reports, by report."""
    subjects = {f"report:{report.pk}": report.pk for report in reports}
    found: dict[int, list[Clock]] = {}
    rows = Clock.objects.filter(subject__in=subjects).defer("evidence")
    for clock in rows.prefetch_related("pauses"):
        found.setdefault(subjects[clock.subject], []).append(clock)
    return found


def waiting_since(reports: list[Report]) -> dict[int, datetime | None]:
    """Since when each reporter waits for a word of ours; None where we spoke last.

    Reads times alone: no message is opened for it.
    """
    rows = Message.objects.filter(report__in=reports).order_by("at", "pk")
    since: dict[int, datetime | None] = {report.pk: report.received_at for report in reports}
    for number, from_reporter, at in rows.values_list("report_id", "from_reporter", "at"):
        if not from_reporter:
            since[number] = None
        elif since[number] is None:
            since[number] = at
    return since


def talk(report: Report, messages: list[Message]) -> Talk:
    """Counts words of both sides; the report's own words are the reporter's."""
    theirs = len(report.words.split()) + sum(
        len(one.body.split()) for one in messages if one.from_reporter
    )
    ours = sum(len(one.body.split()) for one in messages if not one.from_reporter)
    unread = sum(one.from_reporter and one.read_at is None for one in messages)
    return Talk(theirs, ours, waiting_since([report])[report.pk], unread)


def handler_of(report: Report) -> Handling | None:
    """Who looks after a report now."""
    return report.handlings.select_related("to", "by").first()


def without_clock(user: User, rule: str) -> list[Report]:
    """Young open reports of this person's scope that have no clock of `rule` yet."""
    rows = channel.visible(user).filter(received_at__gt=timezone.now() - YOUNG)
    rows = rows.exclude(status=Report.CLOSED).select_related("organisation").defer(*SEALED)
    known = set(
        Clock.objects.filter(rule=rule, organisation=user.organisation_id).values_list(
            "subject", flat=True
        )
    )
    return [report for report in rows if f"report:{report.pk}" not in known]
