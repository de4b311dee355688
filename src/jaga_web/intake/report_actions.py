"""What staff do with a report beside answering it; the words themselves belong to the channel."""

from collections.abc import Mapping

from django.db import transaction

from jaga_web.access import REPORTS_ANSWER, REPORTS_VIEW, require
from jaga_web.audit.actions import record
from jaga_web.channel import actions as channel
from jaga_web.channel.models import Report
from jaga_web.channel.told import LONGEST_LINE, Told, clean
from jaga_web.clocks import actions as clocks
from jaga_web.intake import queries
from jaga_web.intake.bridge_queries import of_report
from jaga_web.intake.models import Handling, IncomingReferral
from jaga_web.intake.permissions import check_own
from jaga_web.intake.refusing import must_be_in
from jaga_web.intake.words import CHILD_KNOWS, COUNTRIES, SENDERS
from jaga_web.people.models import User
from jaga_web.refusing import refuse

ACKNOWLEDGEMENT = "acknowledgement"


@transaction.atomic
def take_in(*, door: str, told: Told, read_aloud: bool, by: User) -> Report:
    """Keep what somebody told us by telephone, WhatsApp, in person or in a letter.

    The honest words about the 3×24 hours come first. A letter cannot be read to; whoever writes
    one is told in the answer.
    """
    if door != "letter" and not read_aloud:
        raise refuse(
            "Bacakan dulu kalimat tentang 3×24 jam, lalu beri tanda.",
            "First read out the words about the 3×24 hours, then tick the box.",
        )
    report = channel.take_in(door=door, told=told, by=by)
    _start_clock(report, by)
    return report


@transaction.atomic
def take_in_referral(*, told: Told, values: Mapping[str, str], by: User) -> Report:
    """Keep what another organisation sent us, from here or across a border.

    `values`: sender_kind, country, child_knows, sender, reference.
    """
    sender = clean(values.get("sender", ""))[:LONGEST_LINE]
    if len(sender) < 3:
        raise refuse("Tuliskan lembaga pengirimnya.", "Write which organisation sent it.")
    report = channel.take_in(door="letter", told=told, by=by)
    IncomingReferral.objects.create(
        report=report,
        sender=sender,
        reference=clean(values.get("reference", ""))[:LONGEST_LINE],
        **_codes(values),
    )
    _start_clock(report, by)
    _trace(by, "intake.referral_taken_in", report)
    return report


@transaction.atomic
def note_callback(*, report: Report, reach: str, window: str, by: User) -> None:
    """Instead of six words: how to reach the person, and when it is safe to call."""
    require(by, REPORTS_ANSWER)
    check_own(by, report.organisation_id)
    reach, window = clean(reach)[:LONGEST_LINE], clean(window)[:LONGEST_LINE]
    if not reach or not window:
        raise refuse(
            "Isi dua-duanya: cara menghubungi, dan kapan aman.",
            "Fill in both: how to reach the person, and when it is safe.",
        )
    report = Report.objects.select_for_update().get(pk=report.pk)
    report.callback = f"{window}\n{reach}"
    report.save(update_fields=["callback"])
    _trace(by, "intake.callback_noted", report)


@transaction.atomic
def answer(*, report: Report, body: str, by: User) -> None:
    """Write to whoever reported; the first answer ends the 24-hour clock."""
    if of_report(report) is not None:
        raise refuse(
            "Laporan ini sudah menjadi kasus; yang menjawab adalah pemegang kasusnya.",
            "This report has become a case; whoever holds the case answers.",
        )
    channel.answer(report=report, body=body, by=by)
    acknowledged(report=report, by=by)


@transaction.atomic
def acknowledged(*, report: Report, by: User) -> None:
    """The first word reached the reporter: the clock of 24 hours ends."""
    clocks.finish_of(
        subject=f"report:{report.pk}", rule=ACKNOWLEDGEMENT, evidence="jawaban pertama", by=by
    )


@transaction.atomic
def hand(*, report: Report, to: User, note: str, by: User) -> Handling:
    """Put a colleague in charge of a report; their name stands in the inbox."""
    require(by, REPORTS_ANSWER)
    check_own(by, report.organisation_id)
    if to.organisation_id != report.organisation_id or not to.may(REPORTS_VIEW):
        raise refuse(
            "Pilih rekan yang boleh membaca laporan.", "Choose a colleague who may read reports."
        )
    handling = Handling.objects.create(report=report, to=to, note=clean(note)[:500], by=by)
    _trace(by, "intake.report_handed", report, to=to.pk)
    return handling


@transaction.atomic
def start_missing_clocks(*, by: User) -> int:
    """Start the 24-hour clock of every report that has none yet, from when it came in.

    Whoever writes through the page meets no clock, so the staff side starts it; it counts from
    the moment the report came in, however late somebody looks.
    """
    require(by, REPORTS_VIEW)
    lacking = queries.without_clock(by, ACKNOWLEDGEMENT)
    for report in lacking:
        _start_clock(report, by)
    return len(lacking)


def _start_clock(report: Report, by: User) -> None:
    clocks.start(
        organisation=report.organisation,
        subject=f"report:{report.pk}",
        key=report.key_id,
        rule=ACKNOWLEDGEMENT,
        started_at=report.received_at,
        by=by,
    )


def _codes(values: Mapping[str, str]) -> dict[str, str]:
    return {
        "sender_kind": must_be_in(
            values.get("sender_kind", ""),
            SENDERS,
            "Pilih jenis lembaga pengirim.",
            "Choose the kind of organisation.",
        ),
        "country": must_be_in(
            values.get("country", ""), COUNTRIES, "Pilih negara pengirim.", "Choose the country."
        ),
        "child_knows": must_be_in(
            values.get("child_knows", ""),
            CHILD_KNOWS,
            "Pilih apakah anak tahu tentang rujukan ini.",
            "Choose whether the child knows of this referral.",
        ),
    }


def _trace(by: User, verb: str, report: Report, **detail: str | int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"report:{report.pk}",
        organisation=report.organisation_id,
        detail=detail,
    )
