"""Keeping group activities: counts of seats by age band and sex, and nobody's name."""

from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from jaga.casework.activities import Facts
from jaga_web.access import ACTIVITIES_KEEP, require
from jaga_web.audit.actions import record
from jaga_web.intake.models import Activity
from jaga_web.intake.permissions import check_own
from jaga_web.people.models import User
from jaga_web.refusing import refuse


@transaction.atomic
def add(*, facts: Facts, by: User) -> Activity:
    """Keep one activity."""
    require(by, ACTIVITIES_KEEP)
    activity = Activity.objects.create(organisation=by.organisation, by=by, **_columns(facts))
    _trace(by, "intake.activity_added", activity.pk, rows=1)
    return activity


@transaction.atomic
def add_many(*, rows: list[Facts], by: User) -> int:
    """Keep every row of a paste, or none; returns how many."""
    require(by, ACTIVITIES_KEEP)
    made = [
        Activity.objects.create(organisation=by.organisation, by=by, **_columns(facts))
        for facts in rows
    ]
    _trace(by, "intake.activity_added", made[0].pk, rows=len(made))
    return len(made)


@transaction.atomic
def correct(*, activity: Activity, facts: Facts, version: int, by: User) -> Activity:
    """Put an activity right. A form made for an older version is refused, so nothing is lost."""
    require(by, ACTIVITIES_KEEP)
    check_own(by, activity.organisation_id)
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    if activity.version != version:
        raise refuse(
            "Orang lain memperbaiki kegiatan ini lebih dulu. Bandingkan dengan isi terbaru di "
            "bawah, lalu simpan lagi.",
            "Somebody else corrected this activity first. Compare with what is kept now, shown "
            "below, and save again.",
        )
    for name, value in _columns(facts).items():
        setattr(activity, name, value)
    activity.version, activity.by, activity.at = version + 1, by, timezone.now()
    activity.save()
    _trace(by, "intake.activity_corrected", activity.pk, rows=1)
    return activity


def _columns(facts: Facts) -> dict[str, object]:
    columns = asdict(facts)
    columns["place"] = columns.pop("province")
    return columns


def _trace(by: User, verb: str, number: int, *, rows: int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"activity:{number}",
        organisation=by.organisation_id,
        detail={"rows": rows},
    )
