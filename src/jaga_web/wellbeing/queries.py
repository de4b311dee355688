"""Reads of the ledger: one's own in full; of others at most a level; of teams only thirds."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from django.db.models import Count, Max, QuerySet, Sum
from django.utils import timezone as clock

from jaga.casework import caseload, exposure
from jaga.casework.staff_figures import MONTHS_SHOWN, Figures, PersonMonth, figures
from jaga.casework.supervision import DEBRIEF_HOURS
from jaga_web.people.models import Organisation, User
from jaga_web.people.queries import colleagues
from jaga_web.wellbeing.models import (
    Break,
    CriticalEvent,
    Exposure,
    Policy,
    Sharing,
    Sitting,
    Supervision,
)
from jaga_web.wellbeing.permissions import reads_what_is_heavy

WIB = timezone(timedelta(hours=7))
WEEK = timedelta(days=6)
SHOWN = 30


@dataclass(frozen=True)
class Chosen:
    """What an organisation has chosen, or the defaults; each in the unit of its bound."""

    mode: str
    break_after: int
    break_minutes: int
    high_per_week: int
    caseload_warning: int
    caseload_limit: int

    @property
    def holds(self) -> bool:
        """Whether the pages of cases wait for the end of a break."""
        return self.mode == Policy.HOLD


@dataclass(frozen=True)
class Week:
    """Seven days of one person: weighted seconds, different heavy cases, and the level."""

    weighted_seconds: int
    high_cases: int
    level: exposure.Level
    over_limit: bool

    @property
    def minutes(self) -> int:
        """Weighted minutes, whole."""
        return self.weighted_seconds // 60


@dataclass(frozen=True)
class Colleague:
    """What a supervisor may know of one person: perhaps a level, and when they last talked."""

    person: User
    level: exposure.Level | None
    last_talk: date | None


DEFAULTS = Chosen(
    Policy.PROMPT,
    exposure.BOUNDS["break_after"].value,
    exposure.BOUNDS["break_minutes"].value,
    exposure.BOUNDS["high_per_week"].value,
    caseload.BOUNDS["warning"].value,
    caseload.BOUNDS["limit"].value,
)


def day_of(moment: datetime) -> date:
    """The day in WIB."""
    return moment.astimezone(WIB).date()


def today() -> date:
    """Today in WIB."""
    return day_of(clock.now())


def chosen_by(organisation: int | Organisation) -> Chosen:
    """What the organisation has chosen, else the defaults."""
    row = Policy.objects.filter(organisation=organisation).first()
    if row is None:
        return DEFAULTS
    return Chosen(
        row.mode,
        row.break_after,
        row.break_minutes,
        row.high_per_week,
        row.caseload_warning,
        row.caseload_limit,
    )


def days_of(person: User) -> QuerySet[Exposure]:
    """Everything the ledger holds of this person. Only ever asked for oneself."""
    return Exposure.objects.filter(person=person)


def week_of(person: User) -> Week:
    """The last seven days of a person, today included."""
    return _weeks([person], chosen_by(person.organisation_id))[person.pk]


def _weeks(people: Sequence[User], chosen: Chosen) -> dict[int, Week]:
    """The same of several people of one organisation, in two queries."""
    since = today() - timedelta(days=7)
    rows = Exposure.objects.filter(person__in=people, day__gt=since).order_by()
    seconds = dict(rows.values_list("person").annotate(sum=Sum("weighted_seconds")))
    # A mark lasts one calendar week, so the current one tells cases apart.
    monday = today() - timedelta(days=today().weekday())
    heavy = rows.filter(weight="high", day__gte=monday)
    high = dict(heavy.values_list("person").annotate(many=Count("mark", distinct=True)))
    return {
        one.pk: _week(seconds.get(one.pk, 0), high.get(one.pk, 0), chosen.high_per_week)
        for one in people
    }


def _week(seconds: int, high: int, most: int) -> Week:
    level = exposure.level(seconds, high, most)
    return Week(seconds, high, level, level == "rest")


def ledger(person: User) -> list[dict[str, object]]:
    """One's own days, newest first: day, kind, weight, how many, minutes and weighted minutes."""
    rows = (
        days_of(person)
        .values("day", "kind", "weight")
        .annotate(many=Count("mark"), read=Sum("seconds"), heavy=Sum("weighted_seconds"))
        .order_by("-day", "kind", "weight")
    )
    return [
        {
            **row,
            "kind": exposure.KINDS[row["kind"]],
            "minutes": row["read"] // 60,
            "weighted": row["heavy"] // 60,
        }
        for row in rows[:SHOWN]
    ]


def breaks(person: User) -> QuerySet[Break]:
    """One's own answers to prompts, newest first."""
    return Break.objects.filter(person=person).order_by("-at", "-pk")[:SHOWN]


def debriefs(person: User) -> QuerySet[CriticalEvent]:
    """One's own heavy events that still ask for a talk, oldest first."""
    return CriticalEvent.objects.filter(person=person, answer="").order_by("at", "pk")


def late_debriefs(person: User) -> bool:
    """Whether one of them has waited longer than it should."""
    oldest = clock.now() - timedelta(hours=DEBRIEF_HOURS)
    return debriefs(person).filter(at__lt=oldest).exists()


def sitting(person: User) -> Sitting | None:
    """Where the person is now, if anywhere."""
    return Sitting.objects.filter(person=person).first()


def shares(person: User) -> bool:
    """Whether this person lets the supervisor see the level."""
    return Sharing.objects.filter(person=person, shares=True).exists()


def seen_by_supervisor(person: User) -> exposure.Level | None:
    """The level a supervisor sees: if the person shares it, or the limit is passed; else None."""
    return levels_seen([person], chosen_by(person.organisation_id))[person.pk]


def levels_seen(people: Sequence[User], chosen: Chosen) -> dict[int, exposure.Level | None]:
    """What a supervisor sees of each of these people of one organisation."""
    sharing = Sharing.objects.filter(person__in=people, shares=True)
    open_ones = set(sharing.values_list("person", flat=True))
    weeks = _weeks(people, chosen)
    return {
        number: week.level if week.over_limit or number in open_ones else None
        for number, week in weeks.items()
    }


def talks_with(user: User) -> QuerySet[Supervision]:
    """The supervision this person has received, newest first."""
    rows = Supervision.objects.filter(person=user).select_related("supervisor", "person")
    return rows.order_by("-on", "-pk")[:SHOWN]


def talks_between(supervisor: User, person: User) -> QuerySet[Supervision]:
    """What one supervisor has written of talks with one person; others' talks stay theirs."""
    rows = Supervision.objects.filter(supervisor=supervisor, person=person)
    return rows.order_by("-on", "-pk")[:SHOWN]


def team(supervisor: User) -> list[Colleague]:
    """The people of the organisation whose work is heavy, by name, without oneself."""
    talks = dict(
        Supervision.objects.filter(supervisor=supervisor)
        .values_list("person")
        .annotate(last=Max("on"))
    )
    people = [
        person
        for person in colleagues(supervisor)
        if person.is_active and person.pk != supervisor.pk and reads_what_is_heavy(person)
    ]
    levels = levels_seen(people, chosen_by(supervisor.organisation_id))
    return [Colleague(person, levels[person.pk], talks.get(person.pk)) for person in people]


def months(of: date) -> list[date]:
    """The first days of the months that are over, newest first."""
    found, first = [], of.replace(day=1)
    for _number in range(MONTHS_SHOWN):
        first = (first - timedelta(days=1)).replace(day=1)
        found.append(first)
    return found


def summary(user: User) -> list[tuple[date, Figures | None]]:
    """Each finished month of the whole organisation, or None where it would tell about one."""
    return [(month, figures(_month(user.organisation_id, month))) for month in months(today())]


def _month(organisation: int, first: date) -> list[PersonMonth]:
    past = (first + timedelta(days=32)).replace(day=1)
    read = dict(
        Exposure.objects.filter(person__organisation=organisation, day__gte=first, day__lt=past)
        .values_list("person")
        .annotate(sum=Sum("weighted_seconds"))
    )
    answers: dict[int, list[str]] = defaultdict(list)
    rows = Break.objects.filter(person__in=read, day__gte=first, day__lt=past)
    for person, kind in rows.values_list("person", "kind"):
        answers[person].append(kind)
    begin, end = _moment(first), _moment(past)
    # By when it was written, not by the day of the talk: a month that is over never changes.
    talked = set(
        Supervision.objects.filter(
            person__in=read, organisation=organisation, at__gte=begin, at__lt=end
        ).values_list("person", flat=True)
    )
    return [
        PersonMonth(
            seconds,
            len(answers[person]),
            len([kind for kind in answers[person] if kind != Break.DISMISSED]),
            person in talked,
        )
        for person, seconds in read.items()
    ]


def _moment(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), WIB)
