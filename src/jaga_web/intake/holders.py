"""The reports a person looks after, for the day on which that person leaves."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jaga.words import Text
from jaga_web.access import REPORTS_VIEW
from jaga_web.channel.models import Report
from jaga_web.channel.queries import visible
from jaga_web.intake import report_actions
from jaga_web.intake.queries import SEALED, handler_of
from jaga_web.people.leaving import Held, Holder, register
from jaga_web.people.models import User


def reports_of(person: User) -> list[Held]:
    """The reports that are not closed and whose last handler is this person."""
    rows = _open_ones().filter(handlings__to=person).defer(*SEALED).distinct().order_by("pk")
    return [
        Held(f"report:{row.pk}", Text(f"Laporan {row.pk}", f"Report {row.pk}"))
        for row in rows
        if (handling := handler_of(row)) is not None and handling.to_id == person.pk
    ]


def people(organisation: int) -> QuerySet[Report, int]:
    """Who was ever put in charge of one."""
    rows = _open_ones().filter(handlings__to__organisation=organisation)
    return rows.values_list("handlings__to", flat=True)


def hand_report(*, subject: str, person: User, to: User, by: User) -> None:
    """Put a colleague in charge of a report."""
    report_actions.hand(report=Report.objects.get(pk=_number(subject)), to=to, note="", by=by)


def register_reports() -> None:
    """Tell people/leaving.py of them."""
    register(
        Holder(
            "reports", _("Laporan masuk"), reports_of, people, _visible, hand_report,
            REPORTS_VIEW, order=50,
        )
    )  # fmt: skip


def _open_ones() -> QuerySet[Report]:
    return Report.objects.filter(deleted_at__isnull=True).exclude(status=Report.CLOSED)


def _visible(user: User, items: Sequence[Held]) -> list[Held]:
    if not user.may(REPORTS_VIEW):
        return []
    numbers = [_number(item.subject) for item in items]
    seen = set(visible(user).filter(pk__in=numbers).values_list("pk", flat=True))
    return [item for item in items if _number(item.subject) in seen]


def _number(subject: str) -> int:
    return int(subject.partition(":")[2])
