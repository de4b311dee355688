"""Invented reports for the demonstration. Nobody wrote them; each says so in its own words."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from jaga.errors import Refused
from jaga.words import Text
from jaga_web.channel import actions, receipts
from jaga_web.channel import reporter_actions as own
from jaga_web.channel.models import Message, Report
from jaga_web.channel.told import Told, expiry
from jaga_web.people.models import User

# Whoever tries the demonstration comes back to the first report with these.
CODE = "sepeda perahu bambu jeruk pelangi kancil"
NAME = "Anak Rekaan Contoh"


@dataclass(frozen=True)
class Invented:
    """One invented report: how it came, what was told, what was said since, how far it is."""

    door: str
    days_ago: int
    told: Told
    said: tuple[tuple[bool, str], ...] = ()
    status: str = Report.RECEIVED
    agreed: bool = False


INVENTED = (
    Invented(
        "lapor",
        2,
        Told(
            path="me",
            safe_now="yes",
            age_band="12-14",
            help_wanted=["listen", "stop"],
            words="(rekaan) Ada yang terus mengirimiku pesan. Aku mau itu berhenti.",
            safe_contact={
                "when": "sore, sesudah sekolah",
                "name_to_use": "Bulan",
                "must_not_know": "orang di rumah",
                "code_word": "layang-layang",
            },
        ),
        (
            (False, "(rekaan) Halo Bulan. Kami percaya padamu. Boleh kami bertanya sedikit?"),
            (True, "(rekaan) Boleh. Aku baca besok sore."),
        ),
        Report.ARRANGING,
        agreed=True,
    ),
    Invented(
        "lapor",
        1,
        Told(
            path="friend",
            safe_now="unsure",
            age_band="15-17",
            help_wanted=["remove", "law"],
            words="(rekaan) Temanku takut. Ada halaman yang harus hilang.",
            address="contoh.invalid/halaman-rekaan",
        ),
    ),
    Invented(
        "lapor",
        5,
        Told(path="me", safe_now="yes", age_band="15-17", help_wanted=["school"]),
        ((False, "(rekaan) Terima kasih sudah menulis. Bantuan apa di sekolah yang kamu mau?"),),
        Report.WAITING,
    ),
    Invented(
        "lapor",
        0,
        Told(
            path="me",
            safe_now="no",
            age_band="6-11",
            help_wanted=["safe_place"],
            words="(rekaan) Aku mau di rumah bibi saja.",
            safe_contact={"trusted_adult": "guru olahraga"},
        ),
    ),
    Invented(
        "phone",
        1,
        Told(
            path="me",
            safe_now="yes",
            age_band="12-14",
            help_wanted=["health", "law"],
            words="(rekaan) Menelepon sendiri, minta ditemani ke dokter.",
            identity={"name": NAME, "place": "Kota Contoh", "reach": "lewat guru, siang"},
        ),
        (),
        Report.READ,
    ),
    Invented(
        "letter",
        12,
        Told(
            path="friend",
            safe_now="unsure",
            help_wanted=["unsure"],
            words="(rekaan) Surat tanpa nama tentang seorang teman.",
        ),
        (),
        Report.CLOSED,
    ),
)


@transaction.atomic
def seed(*, by: User) -> list[Report]:
    """Make the invented reports for the organisation of `by`, who may answer reports.

    Doing it twice changes nothing. Refused outside a demonstration.
    """
    if not settings.JAGA_DEMO:
        raise Refused(
            Text(
                "Laporan rekaan hanya untuk mode peraga.",
                "Invented reports are for the demonstration only.",
            )
        )
    there = Report.objects.filter(organisation=by.organisation)
    if not there.exists():
        for number, one in enumerate(INVENTED):
            _make(number, one, by)
    return list(there.order_by("pk"))


def _make(number: int, one: Invented, by: User) -> None:
    if one.door == Report.LAPOR:
        arrived = own.arrive(told=one.told, organisation=by.organisation, form=f"demo-{number}")
        assert arrived is not None, "each invented report has a form of its own"
        report = arrived[0]
    else:
        report = actions.take_in(door=one.door, told=one.told, by=by)
    for from_reporter, body in one.said:
        if from_reporter:
            own.say(report=report, body=body)
        else:
            actions.answer(report=report, body=body, by=by)
    if one.agreed:
        own.agree(report=report, to=True)
    if one.status not in (Report.RECEIVED, Report.READ):
        actions.set_status(report=report, status=one.status, by=by)
    _date(report, one, number)


def _date(report: Report, one: Invented, number: int) -> None:
    """Let it look as if it had come some days ago; the first one takes the known words."""
    then = timezone.now() - timedelta(days=one.days_ago, hours=number)
    rows = Report.objects.filter(pk=report.pk)
    rows.update(received_at=then, last_activity_at=then, expires_at=expiry(then))
    Message.objects.filter(report=report, from_reporter=False).update(at=then)
    if number == 0:
        rows.update(receipt_mark=receipts.mark_of(CODE), receipt_confirmed_at=then)
