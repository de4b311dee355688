"""Keeping entries of media monitoring. They are counted apart and never become a case."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from jaga.casework.monitoring import KINDS, TITLES
from jaga.casework.provinces import PROVINCES
from jaga_web.access import MONITORING_KEEP, require
from jaga_web.audit.actions import record
from jaga_web.intake.models import MonitoringEntry
from jaga_web.intake.permissions import check_own
from jaga_web.intake.refusing import must_be_in
from jaga_web.people.models import User
from jaga_web.refusing import refuse

LONGEST_OUTLET = 80


@transaction.atomic
def note(*, values: Mapping[str, str], same_event: MonitoringEntry | None, by: User) -> int:
    """Keep one piece of news in codes; returns its number.

    `values`: published_on, outlet, title_code, kind, place ("" where none is told), source.
    """
    require(by, MONITORING_KEEP)
    if same_event is not None:
        check_own(by, same_event.organisation_id)
    entry = MonitoringEntry.objects.create(
        organisation=by.organisation,
        same_event=(same_event.same_event or same_event) if same_event else None,
        noted_by=by,
        **_checked(values),
    )
    _trace(by, "intake.monitoring_noted", entry)
    return entry.pk


@transaction.atomic
def correct(*, entry: MonitoringEntry, values: Mapping[str, str], by: User) -> MonitoringEntry:
    """Put an entry right."""
    require(by, MONITORING_KEEP)
    check_own(by, entry.organisation_id)
    entry = MonitoringEntry.objects.select_for_update().get(pk=entry.pk)
    for name, value in _checked(values).items():
        setattr(entry, name, value)
    entry.save()
    _trace(by, "intake.monitoring_corrected", entry)
    return entry


def _checked(values: Mapping[str, str]) -> dict[str, str | date]:
    outlet = values.get("outlet", "").strip()
    if not 2 <= len(outlet) <= LONGEST_OUTLET:
        raise refuse("Tuliskan nama medianya.", "Write the name of the outlet.")
    place = values.get("place", "")
    if place:
        must_be_in(place, PROVINCES, "Pilih provinsi dari daftar.", "Choose a listed province.")
    return {
        "published_on": _day(values.get("published_on", "")),
        "outlet": outlet,
        "title_code": must_be_in(
            values.get("title_code", ""),
            TITLES,
            "Pilih isi judul dari daftar.",
            "Choose from the list what the headline tells of.",
        ),
        "kind": must_be_in(
            values.get("kind", ""), KINDS, "Pilih jenisnya dari daftar.", "Choose a listed kind."
        ),
        "place": place,
        "source": values.get("source", "").strip()[:500],
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise refuse("Isi tanggal terbitnya.", "Fill in the day it was published.") from None


def _trace(by: User, verb: str, entry: MonitoringEntry) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"monitoring:{entry.pk}",
        organisation=entry.organisation_id,
        detail={"kind": entry.kind},
    )
