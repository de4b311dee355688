"""An invented legal road for the cases of a demonstration."""

from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from jaga.errors import Refused
from jaga.words import Text
from jaga_web.cases.models import Case
from jaga_web.clocks import demo as clocks
from jaga_web.legal import actions, queries
from jaga_web.legal.models import Milestone
from jaga_web.people.models import User

ZONE = "Asia/Jakarta"
# Kind, state, road (0 begins one), hours since the case was opened, rupiah.
ROAD = (
    ("police_report", "made", 0, 20, None),
    ("temporary_protection", "asked", 0, 24, None),
    ("temporary_protection", "granted", 1, 40, None),
    ("lpsk", "asked", 0, 90, None),
    ("restitution", "asked", 0, 120, None),
    ("restitution", "assessed", 1, 240, 42_500_000),
)


@transaction.atomic
def seed(*, cases: Sequence[Case], by: User) -> None:
    """Clocks for every case, and for every third a legal road with one label confirmed.

    `by` keeps the legal side. Refused outside a demonstration; twice changes nothing.
    """
    if not settings.JAGA_DEMO:
        raise Refused(
            Text(
                "Data rekaan hanya untuk mode peraga.",
                "Invented data is for the demonstration only.",
            )
        )
    held = [case for case in cases if case.owner is not None and case.key_id]
    if not held:
        return
    clocks.seed(
        organisation=held[0].organisation,
        subjects=[
            clocks.Subject(f"case:{case.pk}", case.key_id, case.owner, case.opened_at)
            for case in held
            if case.owner is not None
        ],
    )
    for case in held[::3]:
        _road(case, by)
        _label(case, by)


def _road(case: Case, by: User) -> None:
    if Milestone.objects.filter(case=case).exists():
        return
    for kind, state, track, hours, amount in ROAD:
        at = case.opened_at + timedelta(hours=hours)
        if at > timezone.now():
            return
        step = actions.Step(kind, state, at, ZONE, "UJI-REKAAN-1", track, amount)
        actions.note_milestone(case=case, step=step, by=by)


def _label(case: Case, by: User) -> None:
    found = queries.labels_of(case)
    if found and not any(one.decision for one in found):
        actions.decide_label(
            case=case,
            scheme=found[0].scheme,
            code=found[0].code,
            decision="confirmed",
            reason="Fakta rekaan memenuhi unsurnya (UJI).",
            by=by,
        )
