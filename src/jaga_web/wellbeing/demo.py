"""Invented strain of invented staff, so that the demonstration has months to show."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction

from jaga.casework import exposure
from jaga.errors import Refused
from jaga.words import Text
from jaga_web.people.models import User
from jaga_web.sealing import fingerprint
from jaga_web.wellbeing import actions, supervision_actions
from jaga_web.wellbeing.models import Break, Exposure
from jaga_web.wellbeing.queries import WIB, today

DAYS = 95
# Minutes a day with light, medium and heavy cases, by the person's name at the sign-in.
READ: dict[str, tuple[int, int, int]] = {
    "pekerja-kasus": (10, 25, 35),
    "penyelia": (5, 15, 25),
    "penerimaan": (20, 20, 10),
    "hukum": (10, 20, 15),
    "konselor": (0, 15, 25),
    "registrasi": (25, 10, 0),
    "analis": (15, 10, 0),
}


@transaction.atomic
def seed(people: Mapping[str, User]) -> None:
    """Three months of reading and breaks, a shared level and a talk. In demonstrations only."""
    if not settings.JAGA_DEMO:
        raise Refused(
            Text(
                "Catatan rekaan hanya untuk mode peraga.",
                "Invented records are for the demonstration only.",
            )
        )
    for name, minutes in READ.items():
        if name in people and not Exposure.objects.filter(person=people[name]).exists():
            _read(people[name], minutes)
    worker, supervisor = people["pekerja-kasus"], people["penyelia"]
    actions.share_level(by=worker, shares=True)
    supervision_actions.note_supervision(
        by=supervisor,
        person=worker,
        on=today() - timedelta(days=3),
        topic="strain",
        next_step="lighter_week",
        note="Contoh rekaan: pekan depan lebih ringan",
    )


def _read(person: User, minutes: tuple[int, int, int]) -> None:
    """Working days only; Fridays are lighter, every tenth day brings a prompt to rest."""
    for ago in range(1, DAYS):
        day = today() - timedelta(days=ago)
        if day.weekday() > 4:
            continue
        share = 2 if day.weekday() == 4 else 1
        for weight, spent in zip(exposure.WEIGHTS, minutes, strict=True):
            seconds = spent * 60 // share
            if seconds:
                Exposure.objects.create(
                    person=person,
                    day=day,
                    kind="case",
                    weight=weight,
                    mark=_mark(person, day, weight),
                    seconds=seconds,
                    weighted_seconds=exposure.weighted(seconds, weight),
                )
        if ago % 10 == person.pk % 10:
            kind = Break.DISMISSED if ago % 3 == 0 else Break.TAKEN
            reason = "deadline" if kind == Break.DISMISSED else ""
            moment = datetime(day.year, day.month, day.day, 11, tzinfo=WIB)
            Break.objects.create(person=person, at=moment, day=day, kind=kind, reason=reason)


def _mark(person: User, day: date, weight: str) -> str:
    """As real ones: another each week."""
    year, week, _day = day.isocalendar()
    return fingerprint(f"{person.pk}:{year}-{week}:demo-{weight}", "wellbeing.exposure.mark")
