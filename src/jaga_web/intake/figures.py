"""Counts of intake for people outside: only as tables that passed disclosure control."""

from collections import Counter

from jaga.casework import activities
from jaga.evidence.disclosure import CountTable, ProtectedTable, protect
from jaga.words import Text
from jaga_web.access import ACTIVITIES_KEEP, require
from jaga_web.intake.models import Activity
from jaga_web.people.models import User
from jaga_web.people.scope import within

TITLE = Text("Peserta menurut kegiatan dan usia", "Participants by activity and age")


def of_activities(user: User, year: int) -> ProtectedTable:
    """Seats taken in activities that began in `year`, by kind and age band, small ones withheld."""
    require(user, ACTIVITIES_KEEP)
    counts: Counter[tuple[str, str]] = Counter()
    rows = within(user, Activity.objects.filter(starts_on__year=year))
    for activity in rows:
        for band, by_sex in activity.participants.items():
            counts[activity.kind, band] += sum(by_sex.values())
    kinds = tuple(
        kind for kind in activities.KINDS if any(counts[kind, b] for b in activities.BANDS)
    )
    return protect(
        CountTable(
            id="activities-by-age",
            title=TITLE,
            rows=kinds,
            columns=activities.BANDS,
            counts=tuple(tuple(counts[kind, band] for band in activities.BANDS) for kind in kinds),
        )
    )
