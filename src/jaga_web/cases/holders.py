"""What people hold in cases and in the apps below: cases, services, clocks, alerts.

Registered in people/leaving.py by `register_all`, which this app calls when it is ready.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jaga.casework.services import SERVICES
from jaga.words import Text
from jaga_web import access
from jaga_web.alerts import actions as alert_actions
from jaga_web.alerts import words
from jaga_web.alerts.models import Alert
from jaga_web.alerts.queries import visible as visible_alerts
from jaga_web.audit.actions import record
from jaga_web.cases import actions, queries
from jaga_web.cases.models import Case, Conflict, Service
from jaga_web.clocks import actions as clock_actions
from jaga_web.clocks.models import Clock
from jaga_web.clocks.queries import visible as visible_clocks
from jaga_web.people.leaving import Held, Holder, Need, People, need, register
from jaga_web.people.models import Organisation, User

SHOWN_OF_ALERT = 8


def cases_of(person: User) -> list[Held]:
    """The open cases a person holds."""
    rows = _open_cases().filter(owner=person).order_by("number")
    return [
        Held(f"case:{case.pk}", Text(f"Kasus {case.number}", f"Case {case.number}"))
        for case in rows
    ]


def services_of(person: User) -> list[Held]:
    """The planned and running services of open cases that a person is to give."""
    rows = _open_services().filter(person=person).select_related("case")
    own = {held.subject for held in cases_of(person)}
    return [
        Held(
            f"service:{row.pk}",
            _with_number(_service_title(row.code), row.case.number),
            _part(f"case:{row.case_id}", own),
        )
        for row in rows.order_by("due_on", "pk")
    ]


def clocks_of(person: User) -> list[Held]:
    """The running clocks a person answers for."""
    rows = _running_clocks().filter(owner=person).defer("evidence").order_by("due_at", "pk")
    own = {held.subject for held in cases_of(person)}
    numbers = _numbers(row.subject for row in rows)
    return [
        Held(
            f"clock:{row.pk}",
            _with_number(row.deadline.title, numbers.get(row.subject, "")),
            _part(row.subject, own),
        )
        for row in rows
    ]


def alerts_of(person: User) -> list[Held]:
    """The undecided alerts that are assigned to a person."""
    rows = _undecided_alerts().filter(assigned_to=person)
    return [
        Held(f"alert:{row.pk}", Text(f"Peringatan {short}", f"Alert {short}"))
        for row in rows.order_by("pk")
        if (short := row.alert_id[:SHOWN_OF_ALERT])
    ]


def hand_case(*, subject: str, person: User, to: User, by: User) -> None:
    """Make a colleague the owner of a case."""
    actions.assign(case=Case.objects.get(pk=_number(subject), owner=person), to=to, by=by)


@transaction.atomic
def hand_service(*, subject: str, person: User, to: User, by: User) -> None:
    """Let a colleague give a planned service."""
    access.require(by, access.CASES_ASSIGN)
    service = Service.objects.select_for_update().get(pk=_number(subject), person=person)
    service.person = to
    service.save(update_fields=["person"])
    record(
        by=by,
        verb="cases.service_handed",
        subject=f"case:{service.case_id}",
        organisation=by.organisation_id,
        detail={"to": to.pk},
    )


def hand_clock(*, subject: str, person: User, to: User, by: User) -> None:
    """Let a colleague answer for a clock, unless it has already gone with its case."""
    clock = Clock.objects.filter(pk=_number(subject), owner=person).first()
    if clock is not None:
        clock_actions.hand_to(clock=clock, to=to, by=by)


def hand_alert(*, subject: str, person: User, to: User, by: User) -> None:
    """Assign an alert to a colleague."""
    alert = Alert.objects.get(pk=_number(subject), assigned_to=person)
    alert_actions.assign(alert=alert, to=to, by=by)


def _open_cases() -> QuerySet[Case]:
    return Case.objects.filter(status=Case.OPEN)


def _open_services() -> QuerySet[Service]:
    return Service.objects.filter(
        state__in=[Service.PLANNED, Service.UNDER_WAY], case__status=Case.OPEN
    )


def _running_clocks() -> QuerySet[Clock]:
    return Clock.objects.filter(ended_at__isnull=True)


def _undecided_alerts() -> QuerySet[Alert]:
    return Alert.objects.filter(state__in=[*words.OPEN_STATES, words.SNOOZED])


def _people(rows: "Callable[[], QuerySet[Any]]", column: str) -> People:
    """Whom `column` of any of these rows names, in an organisation."""

    def of(organisation: int) -> "QuerySet[Any, int]":
        found = rows().filter(**{f"{column}__organisation": organisation})
        return found.values_list(column, flat=True)

    return of


def register_all() -> None:
    """Tell people/leaving.py of all of these, and of what must not lose its last person."""
    register(
        Holder(
            "cases", _("Kasus"), cases_of, _people(_open_cases, "owner"),
            _visible_cases, hand_case, access.CASES_OWN, _barred_from_case, order=10,
        )
    )  # fmt: skip
    register(
        Holder(
            "services", _("Layanan dalam rencana"), services_of,
            _people(_open_services, "person"), _visible_services, hand_service, access.CASES_VIEW,
            _barred_from_service, order=20,
        )
    )  # fmt: skip
    register(
        Holder(
            "clocks", _("Tenggat"), clocks_of, _people(_running_clocks, "owner"),
            _visible_clocks, hand_clock, access.CASES_VIEW, _barred_from_clock, order=30,
        )
    )  # fmt: skip
    register(
        Holder(
            "alerts", _("Peringatan"), alerts_of, _people(_undecided_alerts, "assigned_to"),
            _visible_alerts, hand_alert, access.ALERTS_DECIDE, order=40,
        )
    )  # fmt: skip
    need(Need(access.CASES_ASSIGN, _has_open_cases))
    need(Need(access.IDENTITY_OPEN, _has_cases))


def _visible_cases(user: User, items: Sequence[Held]) -> list[Held]:
    return _kept(items, queries.visible(user))


def _visible_services(user: User, items: Sequence[Held]) -> list[Held]:
    return _kept(items, Service.objects.filter(case__in=queries.visible(user).values("pk")))


def _visible_clocks(user: User, items: Sequence[Held]) -> list[Held]:
    return _kept(items, visible_clocks(user))


def _visible_alerts(user: User, items: Sequence[Held]) -> list[Held]:
    if not user.may(access.ALERTS_DECIDE):
        return []
    return _kept(items, visible_alerts(user))


def _barred_from_case(subject: str) -> frozenset[int]:
    """Whoever has a conflict of interest with the case."""
    rows = Conflict.objects.filter(case=_number(subject))
    return frozenset(rows.values_list("person", flat=True))


def _barred_from_service(subject: str) -> frozenset[int]:
    rows = Conflict.objects.filter(case__service=_number(subject))
    return frozenset(rows.values_list("person", flat=True))


def _barred_from_clock(subject: str) -> frozenset[int]:
    about = Clock.objects.get(pk=_number(subject)).subject
    return _barred_from_case(about) if about.startswith("case:") else frozenset()


def _kept(
    items: Sequence[Held], rows: "QuerySet[Case] | QuerySet[Service] | QuerySet[Clock]"
) -> list[Held]:
    numbers = [_number(item.subject) for item in items]
    seen = set(rows.filter(pk__in=numbers).values_list("pk", flat=True))
    return [item for item in items if _number(item.subject) in seen]


def _numbers(subjects: Iterable[str]) -> dict[str, str]:
    """The numbers people know, of the cases among these subjects."""
    wanted = [_number(one) for one in subjects if one.startswith("case:")]
    rows = Case.objects.filter(pk__in=wanted).values_list("pk", "number")
    return {f"case:{pk}": number for pk, number in rows}


def _with_number(title: Text, number: str) -> Text:
    return Text(f"{title.id} · {number}", f"{title.en} · {number}") if number else title


def _service_title(code: str) -> Text:
    kind = SERVICES.get(code)
    return kind.title if kind else Text("Layanan", "Service")


def _part(subject: str, own: set[str]) -> str:
    return subject if subject in own else ""


def _number(subject: str) -> int:
    return int(subject.partition(":")[2])


def _has_open_cases(organisation: Organisation) -> bool:
    return Case.objects.filter(organisation=organisation, status=Case.OPEN).exists()


def _has_cases(organisation: Organisation) -> bool:
    return Case.objects.filter(organisation=organisation).exists()
