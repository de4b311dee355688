"""The register of the demonstration. Every application in it is invented, and says so."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from jaga.errors import Refused
from jaga.programmes.places import of_code
from jaga.programmes.registers import Entry
from jaga.words import Text
from jaga_web.people.models import User
from jaga_web.registers import actions, queries


@dataclass(frozen=True)
class Invented:
    """One invented row; `ago` is in days: of the source, first seen, last seen."""

    code: str
    name: str
    ways: str
    means: str
    source: str
    ago: tuple[int, int, int]
    place: str = ""
    state: str = "listed"
    note: str = "aplikasi rekaan"

    def dated(self, today: date) -> Entry:
        """The row with its days, counted back from `today`."""
        source_date, first_seen, last_seen = (today - timedelta(days=days) for days in self.ago)
        return Entry(
            code=self.code,
            name=self.name,
            ways=tuple(self.ways.split()),
            means=tuple(self.means.split()),
            source=self.source,
            source_date=source_date,
            first_seen=first_seen,
            last_seen=last_seen,
            place=of_code(self.place) if self.place else None,
            state=self.state,
            note=self.note,
        )


ROWS = (
    Invented("APL-01", "Obrolan Rekaan", "contact arranging", "e_wallet",
             "Asesmen lapangan (rekaan)", (260, 300, 268), "31"),
    Invented("APL-01", "Obrolan Rekaan", "contact arranging paying", "e_wallet gift",
             "Asesmen lanjutan (rekaan)", (70, 300, 82), "31"),
    Invented("APL-02", "Siaran Contoh", "offering paying", "gift voucher",
             "Asesmen lapangan (rekaan)", (260, 290, 265)),
    Invented("APL-03", "Gim Rekaan", "contact", "airtime voucher",
             "Laporan pemantauan media (rekaan)", (140, 170, 150)),
    Invented("APL-04", "Kencan Contoh", "contact arranging", "bank_transfer",
             "Asesmen lanjutan (rekaan)", (70, 120, 75), "32"),
    Invented("APL-05", "Berbagi Berkas Rekaan", "sharing hiding", "crypto",
             "Terbitan mitra (rekaan)", (200, 230, 210)),
    Invented("APL-06", "Pasar Contoh", "offering", "e_wallet qr",
             "Asesmen lanjutan (rekaan)", (70, 90, 74), "31"),
    Invented("APL-03", "Gim Rekaan", "contact", "airtime voucher", "Surat penyedia (rekaan)",
             (30, 170, 45), state="withdrawn", note="Penyedia menutup fiturnya (rekaan)."),
)  # fmt: skip


def seed(*, by: User) -> None:
    """Invented applications: one seen twice, one withdrawn. Doing it twice changes nothing."""
    if not settings.JAGA_DEMO:
        raise Refused(
            Text(
                "Register rekaan hanya untuk instalasi peraga.",
                "An invented register is for demonstrations only.",
            )
        )
    if not queries.for_figures(by.organisation):
        today = timezone.localdate()
        actions.note(rows=[row.dated(today) for row in ROWS], by=by)
