"""Reports and complaints as subjects of clocks: names and pages, for whoever may open them."""

from django.urls import reverse
from django.utils.translation import gettext as _

from jaga_web.channel.queries import visible
from jaga_web.clocks.subjects import Kind, Known, register
from jaga_web.intake.record_queries import complaints
from jaga_web.people.models import User


def register_all() -> None:
    """Say to the clocks what these two are; a conflict of interest hides cases, not these."""
    register("report", Kind(known=_reports, hidden=_none))
    register("complaint", Kind(known=_complaints, hidden=_none))


def _reports(user: User, numbers: set[int]) -> dict[int, Known]:
    return {
        number: Known(
            _("Laporan %(number)d") % {"number": number}, reverse("intake:report", args=[number])
        )
        for number in visible(user).filter(pk__in=numbers).values_list("pk", flat=True)
    }


def _complaints(user: User, numbers: set[int]) -> dict[int, Known]:
    return {
        one.pk: Known(
            _("Aduan %(number)d") % {"number": one.pk}, reverse("intake:complaint", args=[one.pk])
        )
        for one in complaints(user).filter(pk__in=numbers)
    }


def _none(_user: User) -> set[int]:
    return set()
