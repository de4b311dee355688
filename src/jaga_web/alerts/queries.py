"""Reads of alerts. Every one starts from what this person may know of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import TruncMonth
from django.utils import timezone

from jaga_web.alerts import words
from jaga_web.alerts.charts import WIB
from jaga_web.alerts.models import Alert, Decision, Snooze
from jaga_web.audit.models import Event
from jaga_web.audit.queries import READ_ALERT
from jaga_web.people.models import Organisation, User
from jaga_web.people.scope import within

SORTS = {
    "rank": ("rank", "pk"),
    "score": ("-score", "pk"),
    "newest": ("-first_fired_at", "pk"),
    "oldest": ("first_fired_at", "pk"),
}
OPEN = "open"
# An account rarely has more; the search by its token lists them all.
SHOWN_OTHERS = 12


@dataclass(frozen=True)
class Wanted:
    """What a reader of the queue asked for; an empty text asks for everything.

    Work to be done is shown as far as the alert budget has room; `beyond` shows all of it.
    """

    typology: str = ""
    role: str = ""
    outcome: str = ""
    state: str = OPEN
    mine: bool = False
    beyond: bool = False
    month: str = ""
    text: str = ""
    sort: str = "rank"

    @property
    def within_budget(self) -> bool:
        """Whether alerts beyond the budget are left out: only of open work, never of a search."""
        return self.state == OPEN and not (self.beyond or self.mine or self.text)


def today() -> date:
    """The day by which snoozes end, in WIB."""
    return timezone.now().astimezone(WIB).date()


def day_began() -> datetime:
    """The moment today began in WIB; a person's read of one alert or case is logged once a day."""
    return datetime.combine(today(), datetime.min.time(), WIB)


def visible(user: User) -> QuerySet[Any]:
    """The alerts of this person's organisation and regions, with `shown_state` as of today."""
    rows = within(user, Alert.objects.all(), region="region")
    return rows.annotate(
        shown_state=Case(
            When(
                Q(state=words.SNOOZED) & Q(snoozed_until__lt=today()),
                then=F("state_before_snooze"),
            ),
            default=F("state"),
        )
    )


def queue(user: User, wanted: Wanted) -> QuerySet[Any]:
    """The visible alerts that fit `wanted`, in its order."""
    rows = visible(user).select_related("assigned_to", "run")
    for name in ("typology", "role", "outcome"):
        if value := getattr(wanted, name):
            rows = rows.filter(**{name: value})
    if wanted.state == OPEN:
        rows = rows.filter(shown_state__in=words.OPEN_STATES)
    elif wanted.state:
        rows = rows.filter(shown_state=wanted.state)
    if wanted.within_budget:
        # What somebody already works on stays in sight.
        rows = rows.filter(Q(in_budget=True) | ~Q(shown_state=words.NEW))
    if wanted.mine:
        rows = rows.filter(assigned_to=user)
    if span := month_span(wanted.month):
        rows = rows.filter(first_fired_at__gte=span[0], first_fired_at__lt=span[1])
    if wanted.text:
        rows = rows.filter(Q(subject__iexact=wanted.text) | Q(alert_id__istartswith=wanted.text))
    return rows.order_by(*SORTS.get(wanted.sort, SORTS["rank"]))


def knows_alert(user: User, start: str) -> bool:
    """Whether an alert this person may see has an id that begins like this."""
    return bool(start) and visible(user).filter(alert_id__istartswith=start).exists()


def others_of_subject(user: User, alert: Alert) -> list[Any]:
    """The other alerts of the same account that this person may see, newest first."""
    rows = visible(user).filter(subject=alert.subject).exclude(pk=alert.pk)
    return list(rows.order_by("-first_fired_at", "pk")[:SHOWN_OTHERS])


def month_span(month: str) -> tuple[datetime, datetime] | None:
    """First and past-the-last moment in WIB of a month written `2026-11`; None if it is none."""
    try:
        start = datetime.strptime(month, "%Y-%m").replace(tzinfo=WIB)
        end = (start + timedelta(days=32)).replace(day=1)
        # In UTC: a bare offset of seven hours is not a zone name that every database knows.
        return start.astimezone(UTC), end.astimezone(UTC)
    except (ValueError, OverflowError):
        # Overflow: the first and the last month a calendar knows.
        return None


def months(user: User) -> list[date]:
    """The months that have alerts this person may see, newest first."""
    found = visible(user).annotate(month=TruncMonth("first_fired_at", tzinfo=WIB))
    values = found.values_list("month", flat=True).order_by("-month").distinct()
    return [value.date() for value in values if value]


def state_counts(user: User) -> dict[str, int]:
    """How many of the alerts this person may see are in each state."""
    rows = visible(user).values_list("shown_state").annotate(count=Count("pk")).order_by()
    return dict(rows)


def typologies(user: User) -> list[str]:
    """The typologies among the alerts this person may see."""
    return list(visible(user).values_list("typology", flat=True).order_by("typology").distinct())


def open_proposal(alert: Alert) -> Decision | None:
    """The decision that waits for a second person."""
    return alert.decisions.filter(state=Decision.PROPOSED).select_related("maker").first()


def active_snoozes(organisation: Organisation, subjects: Sequence[str]) -> list[Snooze]:
    """Snoozes that hold today for any of `subjects`."""
    rows = Snooze.objects.filter(
        organisation=organisation, ended_at__isnull=True, expires_on__gte=today()
    )
    return list(rows.filter(subject__in=subjects))


def colleagues(user: User, permission: str) -> list[User]:
    """Active people of the same organisation whose roles give `permission`, by name."""
    people = User.objects.filter(organisation=user.organisation_id, is_active=True)
    return sorted(
        (person for person in people if person.may(permission)),
        key=lambda person: person.display_name.casefold(),
    )


def history(alert: Alert) -> list[tuple[Event, str]]:
    """What was done with this alert, oldest first, each with the name of who did it."""
    events = Event.objects.filter(
        organisation_id=alert.organisation_id, subject=f"alert:{alert.pk}"
    )
    # Who looked is for whoever keeps the audit trail, not for the colleagues at work.
    events = events.exclude(verb=READ_ALERT).order_by("seq")
    names = {
        person.pk: person.display_name
        for person in User.objects.filter(
            pk__in={event.actor_id for event in events if event.actor_id}
        )
    }
    return [(event, names.get(event.actor_id or 0, "")) for event in events]


def counts_for_figures(organisation: Organisation) -> list[tuple[str, str, str, date, int]]:
    """Raw counts (typology, outcome, state, month, number) for the disclosure door alone."""
    rows = (
        Alert.objects.filter(organisation=organisation)
        .annotate(
            month=TruncMonth("first_fired_at", tzinfo=WIB),
            standing=Case(
                When(state=words.HANDED_OVER, then=Value(words.CONFIRMED)),
                When(state__in=words.DECIDED_STATES, then=F("state")),
                default=Value(OPEN),
            ),
        )
        .values_list("typology", "outcome", "standing", "month")
        .annotate(count=Count("pk"))
        .order_by()
    )
    return [(row[0], row[1], row[2], row[3].date(), row[4]) for row in rows]
