"""The referrals of the cases a person holds: they belong to the case and go where it goes."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jaga.casework.referral import DRAFT, OPEN
from jaga.words import Text
from jaga_web.access import CASES_OWN
from jaga_web.cases.models import Case
from jaga_web.cases.queries import visible
from jaga_web.people.leaving import Held, Holder, register
from jaga_web.people.models import User
from jaga_web.referrals.models import Referral


def referrals_of(person: User) -> list[Held]:
    """What is drafted, sent or being worked on for the open cases of this person."""
    rows = _open_ones().filter(case__owner=person).select_related("case")
    return [
        Held(
            f"referral:{row.pk}",
            Text(f"Rujukan · {row.case.number}", f"Referral · {row.case.number}"),
            part_of=f"case:{row.case_id}",
        )
        for row in rows.order_by("pk")
    ]


def people(organisation: int) -> QuerySet[Referral, int]:
    """Who holds a case with one."""
    rows = _open_ones().filter(case__owner__organisation=organisation)
    return rows.values_list("case__owner", flat=True)


def goes_along(*, subject: str, person: User, to: User, by: User) -> None:
    """Nothing to write: whoever holds the case answers for its referrals."""


def register_referrals() -> None:
    """Tell people/leaving.py of them."""
    register(
        Holder(
            "referrals", _("Rujukan"), referrals_of, people, _visible, goes_along, CASES_OWN,
            order=35,
        )
    )  # fmt: skip


def _open_ones() -> QuerySet[Referral]:
    return Referral.objects.filter(case__status=Case.OPEN, state__in=[DRAFT, *OPEN])


def _visible(user: User, items: Sequence[Held]) -> list[Held]:
    own = visible(user).values_list("pk", flat=True)
    seen = {f"case:{number}" for number in own}
    return [item for item in items if item.part_of in seen]
