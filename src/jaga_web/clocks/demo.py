"""Invented clocks for a demonstration: in time, late, paused, running and nearly over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from jaga.errors import Refused
from jaga.words import Text
from jaga_web.clocks import actions, breach_actions
from jaga_web.clocks.models import Clock
from jaga_web.people.models import Organisation, User

EVIDENCE = "Bukti rekaan (UJI)"


@dataclass(frozen=True)
class Subject:
    """What clocks are invented for: "case:3", its key, who holds it, and when it began."""

    subject: str
    key: str
    owner: User
    began_at: datetime
    zone: str = "Asia/Jakarta"


@transaction.atomic
def seed(*, organisation: Organisation, subjects: Sequence[Subject]) -> list[Clock]:
    """Clocks of every state, one rule after the other over the subjects; twice changes nothing.

    Refused outside a demonstration.
    """
    if not settings.JAGA_DEMO:
        raise Refused(
            Text(
                "Data rekaan hanya untuk mode peraga.",
                "Invented data is for the demonstration only.",
            )
        )
    made: list[Clock] = []
    for place, one in enumerate(subjects):
        report = _start(organisation, one, "police_report_tpks41", one.began_at)
        contact = _start(organisation, one, "first_contact_medium", one.began_at)
        _bring_to_state(place % 4, one, report, contact)
        made += [report, contact]
    return made


@transaction.atomic
def seed_breach(*, by: User) -> None:
    """One invented breach whose clock runs; made once."""
    if settings.JAGA_DEMO and not Clock.objects.filter(rule=breach_actions.RULE).exists():
        breach_actions.open_breach(
            found_at=timezone.now() - timedelta(hours=30),
            what="Daftar hadir rapat terkirim ke alamat yang salah (rekaan).",
            by=by,
        )


def _start(organisation: Organisation, one: Subject, rule: str, at: datetime) -> Clock:
    return actions.start(
        organisation=organisation,
        subject=one.subject,
        key=one.key,
        rule=rule,
        started_at=at,
        by=None,
        zone=one.zone,
        owner=one.owner,
    )


def _bring_to_state(turn: int, one: Subject, report: Clock, contact: Clock) -> None:
    """In time; late; paused; left as it is."""
    if report.ended_at or contact.ended_at or contact.pauses.exists():
        return
    after = {0: timedelta(hours=4), 1: timedelta(hours=9)}.get(turn)
    if after is not None:
        at = min(one.began_at + after, timezone.now())
        actions.finish(clock=contact, evidence=EVIDENCE, by=one.owner, at=at)
    if turn == 0:
        at = min(one.began_at + timedelta(hours=40), timezone.now())
        actions.finish(clock=report, evidence=EVIDENCE, by=one.owner, at=at)
    if turn == 2:
        actions.pause(clock=contact, reason="unsafe_to_contact", by=one.owner)
