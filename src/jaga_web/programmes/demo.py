"""A year of activities for the demonstration, all invented: programmes, partners and numbers."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from jaga.errors import Refused
from jaga.programmes.activities import Activity, Count
from jaga.programmes.places import of_code
from jaga.words import Text
from jaga_web.people.models import User
from jaga_web.programmes import actions, queries

UNIQUE, CONTACTS, REACH, THINGS = "unique_persons", "contacts", "estimated_reach", "things"


@dataclass(frozen=True)
class Invented:
    """One invented activity: what it is, how many days ago it began, and how long it took."""

    code: str
    title: str
    programme: str
    pillar: str
    ago: int
    long: int
    partners: tuple[str, ...]
    places: tuple[str, ...]
    counts: tuple[Count, ...]

    def dated(self, today: date) -> Activity:
        """The activity with its days, counted back from `today`."""
        starts_on = today - timedelta(days=self.ago)
        return Activity(
            code=self.code,
            title=self.title,
            programme=self.programme,
            pillar=self.pillar,
            starts_on=starts_on,
            ends_on=starts_on + timedelta(days=self.long),
            partners=self.partners,
            places=tuple(sorted(of_code(place) for place in self.places)),
            counts=tuple(sorted(self.counts)),
        )


ACTIVITIES = (
    Invented(
        "PRG-01", "Pelatihan agen sebaya (rekaan)", "Sahabat Daring Contoh", "education", 240, 2,
        ("Mitra Contoh", "Dinas Contoh Kota Rekaan"), ("36.74",),
        (Count(UNIQUE, "children", "f", "under_18", 34),
         Count(UNIQUE, "children", "m", "under_18", 21),
         Count(UNIQUE, "young_people", "f", "from_18", 9)),
    ),
    Invented(
        "PRG-02", "Kunjungan ke sekolah (rekaan)", "Sahabat Daring Contoh", "education", 190, 12,
        ("Mitra Contoh",), ("31", "32.76"),
        (Count(CONTACTS, "children", "unknown", "under_18", 1280, "about"),
         Count(UNIQUE, "teachers", "unknown", "from_18", 46),
         Count(THINGS, "schools", "", "", 11)),
    ),
    Invented(
        "PRG-03", "Seminar daring untuk orang tua (rekaan)", "Sahabat Daring Contoh", "education",
        150, 0, (), (),
        (Count(CONTACTS, "parents", "unknown", "from_18", 640, "more_than"),
         Count(REACH, "public", "unknown", "unknown", 5200, "about")),
    ),
    Invented(
        "PRG-04", "Pelatihan panduan penanganan (rekaan)", "Layanan Ramah Contoh", "institution",
        120, 3, ("Lembaga Donor Rekaan",), ("33", "35", "73", "52", "12"),
        (Count(UNIQUE, "officers", "f", "from_18", 17),
         Count(UNIQUE, "officers", "m", "from_18", 6),
         Count(THINGS, "service_units", "", "", 14)),
    ),
    # Two people only: their number is kept here and withheld wherever a figure leaves.
    Invented(
        "PRG-05", "Film dokumenter (rekaan)", "Suara Penyintas Contoh", "education", 95, 20,
        ("Komunitas Rekaan",), ("31",),
        (Count(UNIQUE, "survivors", "f", "from_18", 2), Count(THINGS, "documents", "", "", 1)),
    ),
    Invented(
        "PRG-06", "Desa tangguh melindungi anak (rekaan)", "Desa Aman Contoh", "advocacy", 80, 15,
        ("Dinas Contoh Kabupaten Rekaan",), ("32.04",),
        (Count(THINGS, "villages", "", "", 7), Count(THINGS, "rules", "", "", 5),
         Count(UNIQUE, "villagers", "f", "from_18", 88),
         Count(UNIQUE, "villagers", "m", "from_18", 74)),
    ),
    Invented(
        "PRG-07", "Pertemuan dengan penyedia jasa keuangan (rekaan)", "Jejak Uang Contoh",
        "advocacy", 60, 0, ("Asosiasi Rekaan", "Otoritas Rekaan"), ("31",),
        (Count(THINGS, "companies", "", "", 25), Count(THINGS, "meetings", "", "", 2),
         Count(UNIQUE, "company_staff", "unknown", "from_18", 41)),
    ),
)  # fmt: skip
REASON = "Daftar hadir dihitung ulang; satu nama tertulis dua kali (rekaan)."


@transaction.atomic
def seed(*, by: User) -> None:
    """Invented activities; one was amended once. Doing it twice changes nothing."""
    if not settings.JAGA_DEMO:
        raise Refused(
            Text(
                "Kegiatan rekaan hanya untuk instalasi peraga.",
                "Invented activities are for demonstrations only.",
            )
        )
    if queries.newest(by.organisation).exists():
        return
    today = timezone.localdate()
    actions.take_in(rows=[one.dated(today) for one in ACTIVITIES], by=by)
    version = queries.newest(by.organisation).get(activity__code="PRG-04")
    actions.amend(
        activity=version.activity,
        facts=queries.facts_of(version),
        version=version.number,
        reason=REASON,
        by=by,
    )
