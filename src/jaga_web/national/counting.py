"""Counts about case work. Nothing here leaves but as a protected table (see board.py)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from jaga.casework import measures, sums
from jaga.evidence.disclosure import CountTable, ProtectedTable, protect
from jaga_web.access import CASES_ASSIGN
from jaga_web.cases.models import Approval, Case, Coded, FollowUp, Judgement, Service
from jaga_web.channel.models import Report
from jaga_web.clocks.models import Clock
from jaga_web.legal.models import Milestone
from jaga_web.national import queries
from jaga_web.people.models import User
from jaga_web.people.scope import within
from jaga_web.referrals.models import Referral

Pairs = Iterable[tuple[str, str]]
CHECKED = ("verified", "unverified")
SEXES = ("f", "m", "x", "unknown")
RISKS = ("high", "medium", "low", "unknown")
IN_TIME, LATE, OVERDUE = "in_time", "late", "overdue"
ONE = "count"
BEFORE_PLAN = ("identification", "assessment")
LEVELS = {"low": 0, "medium": 1, "high": 2}


def table(id_: str, pairs: Pairs, rows: Sequence[str], columns: Sequence[str]) -> ProtectedTable:
    """How often each (row, column) came up, through the door; the only way out of this file.

    Rows and columns are fixed beforehand: one that appears only when somebody is in it would
    tell that somebody is.
    """
    counts = Counter(pairs)
    measure = id_.partition(".")[0]
    return protect(
        CountTable(
            id=id_,
            title=measures.MEASURES[measure].title,
            rows=tuple(rows),
            columns=tuple(columns),
            counts=tuple(tuple(counts[row, column] for column in columns) for row in rows),
        )
    )


def single(id_: str, count: int) -> ProtectedTable:
    """One number through the door."""
    return table(id_, [(id_, ONE)] * count, [id_], [ONE])


def by_check(id_: str, rows: QuerySet[Case], field: str, values: Sequence[str]) -> ProtectedTable:
    """Cases by one coded field, always split by whether what is known was checked."""
    pairs = ((value or "unknown", check) for value, check in rows.values_list(field, "verified"))
    return table(id_, pairs, values, CHECKED)


def crossed(
    id_: str, rows: QuerySet[Case], fields: tuple[str, str], values: tuple[Sequence[str], ...]
) -> list[ProtectedTable]:
    """Cases by two fields: one table of checked cases and one of the others."""
    return [
        table(
            f"{id_}.{check}",
            (
                (one or "unknown", other or "unknown")
                for one, other in rows.filter(verified=check).values_list(*fields)
            ),
            *values,
        )
        for check in CHECKED
    ]


def by_island(id_: str, rows: QuerySet[Case]) -> list[ProtectedTable]:
    """Cases by group of islands and sex: a province alone holds too few to tell of."""
    places = [*measures.ISLANDS, "unknown"]
    return [
        table(
            f"{id_}.{check}",
            (
                (measures.island(region) or "unknown", sex)
                for region, sex in rows.filter(verified=check).values_list("region", "sex")
            ),
            places,
            SEXES,
        )
        for check in CHECKED
    ]


def codes_by(
    id_: str, rows: QuerySet[Case], list_: str, values: Sequence[str], bands: Sequence[str]
) -> list[ProtectedTable]:
    """Codes of one list by age band; a case stands in as many rows as it has codes."""
    coded = Coded.objects.filter(case__in=rows, list=list_)
    return [
        table(
            f"{id_}.{check}",
            coded.filter(case__verified=check).values_list("code", "case__age_band"),
            values,
            bands,
        )
        for check in CHECKED
    ]


def forms(rows: QuerySet[Case]) -> int:
    """How many forms of violence are recorded; more than there are cases."""
    return Coded.objects.filter(case__in=rows, list="form").count()


def reports(user: User) -> QuerySet[Report]:
    """Every report the organisation received, deleted ones too: they came in."""
    return within(user, Report.objects.all())


def contacts_by_door(user: User, doors: Sequence[str]) -> ProtectedTable:
    """Reports by the door they came in by; a report without a case counts like any other."""
    came = reports(user).values_list("door", flat=True)
    return table("contacts_by_door", ((ONE, door) for door in came), [ONE], doors)


def report_to_case(user: User) -> ProtectedTable:
    """How long children who reported waited for their case; asked of reports, not of cases."""
    opened = reports(user).filter(case_opened_at__isnull=False)
    waited = (
        measures.band(measures.whole_days(start, end), measures.REPORT_TO_CASE)
        for start, end in opened.values_list("received_at", "case_opened_at")
        if end
    )
    bands = [band.id for band in measures.REPORT_TO_CASE]
    return table("report_to_case", ((ONE, band) for band in waited), [ONE], bands)


def first_contact(user: User, rows: QuerySet[Case]) -> ProtectedTable:
    """From the clock of the first contact, by the risk that set it."""
    clocks = _clocks(user, rows, rule__startswith="first_contact_")
    bands = [band.id for band in measures.FIRST_CONTACT]
    pairs = (
        (clock.rule.removeprefix("first_contact_"), _waited(clock.started_at, clock.ended_at))
        for clock in clocks
    )
    return table("first_contact", pairs, RISKS[:3], bands)


def first_service(rows: QuerySet[Case]) -> ProtectedTable:
    """From opening to the first service that began; by the risk as it is now."""
    first: dict[int, date] = {}
    facts, undated = {}, set()
    for one in Service.objects.filter(case__in=rows).select_related("case"):
        day = one.begun_on or (one.ended_on if one.state == Service.DONE else None)
        facts[one.case_id] = one.case.opened_at, one.case.risk or "unknown"
        if day:
            first[one.case_id] = min(day, first.get(one.case_id, day))
        elif one.state in queries.GIVEN:
            undated.add(one.case_id)
    pairs = (
        (risk, _served(opened, first.get(case)))
        for case, (opened, risk) in facts.items()
        if case not in undated
    )
    return table("first_service", pairs, RISKS, [band.id for band in measures.FIRST_SERVICE])


def reporting_delay(rows: QuerySet[Case], bands: Sequence[str]) -> ProtectedTable:
    """From what took place to the report, in the bands of the registration."""
    told = _answers(rows, "incident_ago")
    bands_of = (told.get(case, "unknown") for case in rows.values_list("pk", flat=True))
    pairs = ((ONE, band if band in bands else "unknown") for band in bands_of)
    return table("reporting_delay", pairs, [ONE], bands)


def police_report(user: User, rows: QuerySet[Case]) -> ProtectedTable:
    """Clocks of the report to the police that were met or ran out; running ones are not due."""
    clocks = _clocks(user, rows, rule="police_report_tpks41")
    stands = (_kept(clock, timezone.now()) for clock in clocks)
    pairs = ((ONE, stand) for stand in stands if stand)
    return table("police_report", pairs, [ONE], [IN_TIME, LATE, OVERDUE])


def referrals(rows: QuerySet[Case], states: Sequence[str]) -> ProtectedTable:
    """Referrals that were sent, by where they stand."""
    found = Referral.objects.filter(case__in=rows, sent_at__isnull=False)
    pairs = ((ONE, state) for state in found.values_list("state", flat=True))
    return table("referrals", pairs, [ONE], states)


def rejections(rows: QuerySet[Case], reasons: Sequence[str]) -> ProtectedTable:
    """Rejected referrals, by the reason given."""
    found = Referral.objects.filter(case__in=rows, state="rejected")
    pairs = ((reason, ONE) for reason in found.values_list("reason_code", flat=True))
    return table("referrals.rejected", pairs, reasons, [ONE])


def plans(rows: QuerySet[Case]) -> ProtectedTable:
    """Cases whose plan was put forward: approved, or not (yet)."""
    asked = Approval.objects.filter(case__in=rows, what=Approval.PLAN)
    approved = Q(state__in=(Approval.APPROVED, Approval.OVERTAKEN), decided_by__isnull=False)
    per_case = asked.order_by().values("case").annotate(yes=Count("pk", filter=approved))
    pairs = ((ONE, "approved" if found["yes"] else "not_approved") for found in per_case)
    return table("plans_approved", pairs, [ONE], ["approved", "not_approved"])


def safety_plan(rows: QuerySet[Case]) -> ProtectedTable:
    """Open cases that came as far as the plan: whether the child has a plan to stay safe."""
    reached = rows.filter(status=Case.OPEN).exclude(step__in=BEFORE_PLAN)
    told = _answers(reached, "safety_plan")
    answers = (told.get(case) for case in reached.values_list("pk", flat=True))
    pairs = ((ONE, one if one in ("yes", "no") else "unknown") for one in answers)
    return table("safety_plan", pairs, [ONE], ["yes", "no", "unknown"])


def risk_change(rows: QuerySet[Case]) -> ProtectedTable:
    """First judgement against the last, for cases judged more than once."""
    levels: dict[int, list[int]] = {}
    found = Judgement.objects.filter(case__in=rows).order_by("at", "pk")
    for case, level in found.values_list("case_id", "level"):
        levels.setdefault(case, []).append(LEVELS[level])
    changes = [many[-1] - many[0] for many in levels.values() if len(many) > 1]
    names = ("fell" if change < 0 else "rose" if change else "stayed" for change in changes)
    return table("risk_change", ((ONE, name) for name in names), [ONE], ["fell", "stayed", "rose"])


def open_to_close(rows: QuerySet[Case]) -> ProtectedTable:
    """How long closed cases were open."""
    closed = rows.filter(status=Case.CLOSED, closed_at__isnull=False)
    pairs = (
        (ONE, measures.band(measures.whole_days(start, end), measures.OPEN_TO_CLOSE))
        for start, end in closed.values_list("opened_at", "closed_at")
        if end
    )
    return table("open_to_close", pairs, [ONE], [band.id for band in measures.OPEN_TO_CLOSE])


def restitution(rows: QuerySet[Case], states: Sequence[str]) -> ProtectedTable:
    """Where each claim for restitution stands: a case may hold several."""
    latest: dict[tuple[int, int], str] = {}
    found = Milestone.objects.filter(case__in=rows, kind="restitution").order_by("place")
    for case, track, state in found.values_list("case_id", "track", "state"):
        latest[case, track] = state
    return table("restitution", ((ONE, state) for state in latest.values()), [ONE], states)


def restitution_sum(rows: QuerySet[Case], states: Sequence[str]) -> int | None:
    """Rupiah written down with these states, through the door for sums."""
    found = Milestone.objects.filter(case__in=rows, kind="restitution", state__in=states)
    written = found.order_by("noted_at", "pk").values_list("case_id", "amount_idr")
    return sums.told([(case, amount) for case, amount in written if amount])


def closing(rows: QuerySet[Case], reasons: Sequence[str]) -> ProtectedTable:
    """Why cases were closed."""
    found = rows.filter(status=Case.CLOSED).values_list("closing_code", "verified")
    return table("closing", ((code or "unknown", check) for code, check in found), reasons, CHECKED)


def caseload(rows: QuerySet[Case]) -> ProtectedTable:
    """Staff by how many open cases they hold: people are counted, so the door holds for them."""
    held = rows.filter(status=Case.OPEN, owner__isnull=False).order_by().values("owner")
    loads = (found["n"] for found in held.annotate(n=Count("pk")))
    pairs = ((ONE, measures.band(load, measures.CASELOAD)) for load in loads)
    return table("caseload", pairs, [ONE], [band.id for band in measures.CASELOAD])


def supervisor_ratio(user: User, rows: QuerySet[Case]) -> int | None:
    """People who hold cases for each person who may assign them; made of a protected count."""
    held = rows.filter(status=Case.OPEN, owner__isnull=False)
    holders = single("supervisor_ratio", held.order_by().values("owner").distinct().count())
    staff = within(user, User.objects.filter(is_active=True))
    return measures.ratio_of(holders.grand_total, sum(one.may(CASES_ASSIGN) for one in staff))


def follow_up(rows: QuerySet[Case], outcomes: Sequence[str]) -> ProtectedTable:
    """How each child was at the latest follow-up."""
    latest: dict[int, str] = {}
    found = FollowUp.objects.filter(case__in=rows).order_by("held_on", "pk")
    for case, outcome in found.values_list("case_id", "outcome"):
        latest[case] = outcome
    return table("follow_up", ((ONE, one) for one in latest.values()), [ONE], outcomes)


def feedback(rows: QuerySet[Case], answers: Sequence[str]) -> ProtectedTable:
    """What each child who was asked said last of the help; the closure comes last."""
    asked = FollowUp.objects.filter(case__in=rows).exclude(helped="").order_by("held_on", "pk")
    latest = dict(asked.values_list("case_id", "helped")) | _answers(rows, "closing_helped")
    return table("feedback", ((ONE, one) for one in latest.values()), [ONE], answers)


def _answers(rows: QuerySet[Case], name: str) -> dict[int, str]:
    """The code each case holds for a question whose answers are counted."""
    return dict(Coded.objects.filter(case__in=rows, list=name).values_list("case_id", "code"))


def _clocks(user: User, rows: QuerySet[Case], **rule: str) -> QuerySet[Clock]:
    subjects = [f"case:{number}" for number in rows.values_list("pk", flat=True)]
    return within(user, Clock.objects.filter(**rule)).filter(subject__in=subjects)


def _waited(start: datetime, end: datetime | None) -> str:
    if end is None:
        return "not_yet"
    return measures.band(measures.whole_days(start, end), measures.FIRST_CONTACT[:-1])


def _served(opened: datetime, day: date | None) -> str:
    if day is None:
        return "not_yet"
    return measures.band(
        max(0, (day - timezone.localdate(opened)).days), measures.FIRST_SERVICE[:-1]
    )


def _kept(clock: Clock, now: datetime) -> str:
    """Whether a deadline was kept; empty while it still runs."""
    if clock.ended_at is not None:
        return IN_TIME if clock.ended_at <= clock.due_at else LATE
    return OVERDUE if clock.due_at < now else ""
