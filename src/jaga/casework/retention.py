"""How long things are kept: one row for each kind of record, with its reason and how sure it is.

A period of `confidence` "to be decided" is a proposal: no law that we could read sets it, so the
organisation decides and writes down why. Examples are run by one test.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from jaga.words import Text

Confidence = Literal["secondary source", "house rule", "to be decided"]
# A reminder appears this many days before the end, so that somebody looks in time.
REMIND_DAYS_BEFORE = 30
# Nobody postpones without end: look again within this many days.
LONGEST_POSTPONEMENT_DAYS = 365
# A hold for the law is looked at again within this many days.
LONGEST_HOLD_DAYS = 365


@dataclass(frozen=True)
class Example:
    """Days from which a period runs, and the day on which it ends (None: it does not run)."""

    last_activity: date | None
    closed: date | None
    due: date | None
    postponed: date | None = None


@dataclass(frozen=True)
class Rule:
    """One kind of record: `days` after its last activity, once it is in the state `when`."""

    id: str
    title: Text
    when: Text
    days: int
    reason: Text
    source: str
    confidence: Confidence
    needs_closing: bool
    erased_by: Text
    examples: tuple[Example, ...]

    def due_on(
        self, last_activity: date | None, closed: date | None, postponed: date | None = None
    ) -> date | None:
        """The first day on which it is no longer kept; None while the period does not run.

        Activity after the closing counts too: whoever still writes still needs it.
        """
        if last_activity is None or (self.needs_closing and closed is None):
            return None
        begun = max(day for day in (last_activity, closed) if day is not None)
        due = begun + timedelta(days=self.days)
        return max(due, postponed) if postponed is not None else due


REPORT = Rule(
    id="report",
    title=Text("Laporan yang masuk", "A report that came in"),
    when=Text("sejak kegiatan terakhir pelapor atau staf", "since the last act of either side"),
    days=90,
    reason=Text(
        "Laporan yang tidak menjadi kasus tidak perlu disimpan lama. Jawaban pelapor memulai"
        " masa ini lagi, supaya tidak terhapus saat ia sedang menulis.",
        "A report that became no case need not be kept long. An answer of the reporter starts"
        " the period again, so that nothing goes while they write.",
    ),
    source="GlobaLeaks: default of 90 days; its issue 3591 on reporters who just wrote",
    confidence="house rule",
    needs_closing=False,
    erased_by=Text("otomatis oleh saluran lapor", "by the reporting channel, on its own"),
    examples=(
        Example(date(2026, 1, 1), None, date(2026, 4, 1)),
        Example(date(2026, 3, 1), None, date(2026, 5, 30)),
    ),
)
CASE = Rule(
    id="case",
    title=Text("Kasus yang ditutup", "A closed case"),
    when=Text("sejak ditutup, atau sejak kegiatan terakhir", "since closing or the last act"),
    days=1826,
    reason=Text(
        "Usulan lima tahun. Undang-undang yang kami baca tidak menyebut angka. Tenggang"
        " penuntutan untuk anak dapat lebih panjang: tanyakan kepada penasihat hukum.",
        "Five years are proposed. No law that we read names a number. Time limits for"
        " prosecution may be longer where a child is concerned: ask counsel.",
    ),
    source="to be decided by the organisation, with counsel",
    confidence="to be decided",
    needs_closing=True,
    erased_by=Text("permintaan dan pengesahan dua orang", "a request and another's approval"),
    examples=(
        Example(date(2026, 1, 1), None, None),
        Example(date(2026, 1, 1), date(2026, 1, 10), date(2031, 1, 10)),
        Example(date(2026, 6, 1), date(2026, 1, 10), date(2031, 6, 1)),
        Example(date(2026, 1, 1), date(2026, 1, 10), date(2031, 3, 1), date(2031, 3, 1)),
        Example(date(2026, 1, 1), date(2026, 1, 10), date(2031, 1, 10), date(2027, 3, 1)),
    ),
)
AUDIT = Rule(
    id="audit",
    title=Text("Jejak audit", "The audit trail"),
    when=Text("sejak kejadiannya", "since the event"),
    days=1826,
    reason=Text(
        "Jejak memuat nomor dan kode saja. Rantainya utuh selama masa ini; memangkasnya adalah"
        " keputusan organisasi, sesudah jangkarnya disimpan di luar.",
        "The trail holds numbers and codes alone. Its chain stays whole this long; cutting it is"
        " the organisation's decision, once its anchor is kept elsewhere.",
    ),
    source="GlobaLeaks: audit log purged after 5 years",
    confidence="house rule",
    needs_closing=False,
    erased_by=Text("tidak oleh Jaga", "not by Jaga"),
    examples=(Example(date(2026, 1, 1), None, date(2031, 1, 1)),),
)
TOMBSTONE = Rule(
    id="tombstone",
    title=Text("Catatan penghapusan", "The record of an erasure"),
    when=Text("sejak penghapusan", "since the erasure"),
    days=3652,
    reason=Text(
        "Nomor kasus, tanggal, dan siapa yang mengesahkan, tanpa isi: bukti bahwa penghapusan"
        " terjadi dan bukan kehilangan.",
        "Case number, dates and who approved, without content: proof that it was erased and not"
        " lost.",
    ),
    source="to be decided by the organisation",
    confidence="to be decided",
    needs_closing=False,
    erased_by=Text("tidak oleh Jaga", "not by Jaga"),
    examples=(Example(date(2026, 1, 1), None, date(2036, 1, 1)),),
)
RULES: dict[str, Rule] = {rule.id: rule for rule in (REPORT, CASE, AUDIT, TOMBSTONE)}
