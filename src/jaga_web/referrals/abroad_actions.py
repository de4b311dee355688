"""Referrals across a border: written down, handed over by people through a safe channel."""

import re
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from jaga.casework import referral as rules
from jaga.errors import BadInput, Refused
from jaga.words import Text
from jaga_web.audit.actions import record
from jaga_web.cases.models import Case
from jaga_web.people.models import User
from jaga_web.referrals import moving, permissions, queries
from jaga_web.referrals.models import Abroad, Consent

SHORTEST_WORDS = 3
# Which state may follow which.
NEXT = {
    "prepared": ("handed_over", "ended"),
    "handed_over": ("answered", "ended"),
    "answered": ("ended",),
    "ended": (),
}


@dataclass(frozen=True)
class Crossing:
    """Where it goes or comes from, who is there, and by what safe channel people speak."""

    direction: str
    country: str
    organisation_name: str
    channel: str
    note: str = ""


@transaction.atomic
def note_abroad(
    *, case: Case, crossing: Crossing, by: User, consent: Consent | None = None
) -> Abroad:
    """Write down a referral across a border; out of the country only on a consent that holds."""
    permissions.check_send(by, case)
    _check(crossing)
    if crossing.direction == "out" and not _agreed(case, consent):
        raise Refused(
            Text(
                "Catat dahulu persetujuan anak untuk rujukan ke luar sistem ini.",
                "Record the child's consent to a referral outside this system first.",
            )
        )
    row = Abroad.objects.create(
        case=case,
        direction=crossing.direction,
        country=crossing.country,
        consent=consent if crossing.direction == "out" else None,
        organisation_name=crossing.organisation_name.strip(),
        channel=crossing.channel.strip(),
        note=crossing.note.strip(),
        state="prepared" if crossing.direction == "out" else "handed_over",
        noted_by=by,
    )
    _trace(by, "referrals.abroad_noted", row, kind=row.direction)
    return row


@transaction.atomic
def move_abroad(*, row: Abroad, state: str, by: User) -> Abroad:
    """Note that it was handed over, answered or ended; by people, outside this software."""
    row = Abroad.objects.select_for_update().get(pk=row.pk)
    permissions.check_send(by, row.case)
    if state not in NEXT.get(row.state, ()):
        raise moving.changed()
    if state == "handed_over" and not _agreed(row.case, row.consent):
        raise Refused(
            Text(
                "Persetujuannya tidak berlaku lagi. Jangan sampaikan apa pun.",
                "The consent no longer holds. Tell nothing.",
            )
        )
    row.state = state
    row.answered_at = timezone.now() if state == "answered" else row.answered_at
    row.save(update_fields=["state", "answered_at"])
    _trace(by, "referrals.abroad_moved", row, outcome=state)
    return row


def _agreed(case: Case, consent: Consent | None) -> bool:
    """A consent for a referral to somebody outside this installation, that holds today."""
    if consent is None:
        return False
    return queries.valid_consents(case, "referral", None).filter(pk=consent.pk).exists()


def _check(crossing: Crossing) -> None:
    if crossing.direction not in rules.DIRECTIONS:
        raise BadInput(Text("Pilih arahnya.", "Choose the direction."))
    if not re.fullmatch(r"[A-Z]{2}", crossing.country) or crossing.country == "ID":
        raise BadInput(
            Text(
                "Tuliskan kode negara lain dengan dua huruf, misalnya MY.",
                "Write the two letters of the other country, such as MY.",
            )
        )
    if min(len(crossing.organisation_name.strip()), len(crossing.channel.strip())) < SHORTEST_WORDS:
        raise BadInput(
            Text(
                "Tuliskan lembaganya dan saluran aman yang dipakai.",
                "Write the organisation and the safe channel that is used.",
            )
        )


def _trace(by: User, verb: str, row: Abroad, **detail: str | int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"abroad:{row.pk}",
        organisation=row.case.organisation_id,
        detail={"case": row.case_id, **detail},
    )
