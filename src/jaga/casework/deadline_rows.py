"""The deadlines themselves. A row is a fact: change it only with its source."""

from jaga.casework.deadlines import Deadline, Example, Step
from jaga.words import Text

WIB, WITA, WIT = "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"

SUPERVISED = (Step(50, "cases.own"), Step(80, "cases.assign"), Step(101, "cases.assign"))
PROTECTED = (Step(50, "breach.keep"), Step(80, "breach.keep"), Step(101, "breach.keep"))

OWN = Text("standar layanan sendiri", "own service standard")
LOCAL = Text("standar layanan setempat (SIPPN)", "local service standard (SIPPN)")


def _named(law: str) -> Text:
    """A law is called the same in both languages."""
    return Text(law, law)


PAUSE_REASONS: dict[str, Text] = {
    "unsafe_to_contact": Text(
        "Menghubungi sekarang tidak aman menurut aturan kontak aman",
        "Contact now would be unsafe under the safe-contact rules",
    ),
    "child_asked_to_wait": Text("Anak meminta waktu", "The child asked for time"),
    "waiting_for_complainant": Text(
        "Menunggu keterangan pengadu", "Waiting for the person who complained"
    ),
    "office_unreachable": Text(
        "Bencana atau gangguan membuat layanan tidak terjangkau",
        "A disaster or an outage put the service out of reach",
    ),
}

UNSAFE = ("unsafe_to_contact", "child_asked_to_wait", "office_unreachable")

LAW = (
    Deadline(
        id="police_report_tpks41",
        title=Text("Lapor ke polisi", "Report to the police"),
        law=_named("UU 12/2022 TPKS art. 41(2)-(3)"),
        starts=Text("Korban melapor dan diketahui siapa", "The victim reported and is known"),
        unit="hours",
        length=72,
        evidence=Text(
            "Nomor tanda terima laporan polisi", "The number of the police's receipt of the report"
        ),
        owner="cases.own",
        mark="P",
        source="id.wikisource.org, UU 12/2022 page 29",
        reason="The law says 3x24 hours since the victim reported; hours, so no day is left out.",
        steps=SUPERVISED,
        examples=(
            Example(WIB, "2026-03-18 20:15", "2026-03-21 20:15"),  # across Nyepi and Lebaran
            Example(WITA, "2026-12-24 00:00", "2026-12-27 00:00"),
            Example(WIT, "2027-02-26 09:30", "2027-03-01 09:30"),
        ),
    ),
    Deadline(
        id="temporary_protection_tpks42",
        title=Text("Pelindungan sementara dari polisi", "Temporary protection by the police"),
        law=_named("UU 12/2022 TPKS art. 42"),
        starts=Text("Polisi menerima laporan", "The police received the report"),
        unit="hours",
        length=24,
        evidence=Text(
            "Surat pelindungan sementara, atau catatan penolakan",
            "The letter of temporary protection, or a note of the refusal",
        ),
        owner="legal.keep",
        mark="P",
        source="id.wikisource.org, UU 12/2022 page 29",
        reason="The police may protect within 1x24 hours; the clock reminds somebody to ask.",
        steps=(Step(50, "legal.keep"), Step(80, "cases.assign"), Step(101, "cases.assign")),
        examples=(Example(WIT, "2026-08-16 23:00", "2026-08-17 23:00"),),
    ),
    Deadline(
        id="breach_notice_pdp46",
        title=Text("Pemberitahuan kegagalan pelindungan data", "Notice of a data breach"),
        law=_named("UU 27/2022 PDP art. 46"),
        starts=Text("Kegagalan diketahui", "The breach was found"),
        unit="hours",
        length=72,
        evidence=Text(
            "Pemberitahuan tertulis kepada orangnya dan kepada lembaga",
            "The written notice to the person and to the authority",
        ),
        owner="breach.keep",
        mark="S",
        source="nasional.kompas.com/read/2022/09/20/14335911",
        reason="3x24 hours; counted from when it was found, the earlier of two readings.",
        steps=PROTECTED,
        examples=(Example(WIB, "2026-11-27 16:00", "2026-11-30 16:00"),),
    ),
)

SERVICE = (
    Deadline(
        id="acknowledgement",
        title=Text("Kabar pertama kepada pelapor", "First word to the reporter"),
        law=OWN,
        starts=Text("Laporan masuk", "The report came in"),
        unit="hours",
        length=24,
        evidence=Text("Pesan pertama kepada pelapor", "The first message to the reporter"),
        owner="reports.answer",
        mark="own",
        source="own choice",
        reason="A child that wrote should not spend a second night without an answer.",
        steps=(Step(50, "reports.answer"), Step(80, "reports.bridge"), Step(101, "reports.bridge")),
        configurable=True,
        examples=(Example(WITA, "2026-05-13 21:00", "2026-05-14 21:00"),),
    ),
    Deadline(
        id="first_contact_high",
        title=Text("Kontak pertama, risiko tinggi", "First contact, high risk"),
        law=LOCAL,
        starts=Text("Risiko dinilai tinggi", "The risk was judged high"),
        unit="hours",
        length=1,
        evidence=Text("Catatan kontak pertama", "The note of the first contact"),
        owner="cases.own",
        mark="S",
        source="sippn.menpan.go.id 8202366, 8261591",
        reason="The standards say at once; an hour is what a clock can measure of at once.",
        steps=SUPERVISED,
        configurable=True,
        pauses=UNSAFE,
        examples=(Example(WIB, "2026-01-01 23:30", "2026-01-02 00:30"),),
    ),
    Deadline(
        id="first_contact_medium",
        title=Text("Kontak pertama, risiko sedang", "First contact, medium risk"),
        law=LOCAL,
        starts=Text("Risiko dinilai sedang", "The risk was judged medium"),
        unit="hours",
        length=6,
        evidence=Text("Catatan kontak pertama", "The note of the first contact"),
        owner="cases.own",
        mark="S",
        source="sippn.menpan.go.id 8202366, 8261591",
        reason="About six hours in the standards that were read.",
        steps=SUPERVISED,
        configurable=True,
        pauses=UNSAFE,
        examples=(Example(WIB, "2026-06-05 20:00", "2026-06-06 02:00"),),
    ),
    Deadline(
        id="first_contact_low",
        title=Text("Kontak pertama, risiko rendah", "First contact, low risk"),
        law=LOCAL,
        starts=Text("Risiko dinilai rendah", "The risk was judged low"),
        unit="hours",
        length=24,
        evidence=Text("Catatan kontak pertama", "The note of the first contact"),
        owner="cases.own",
        mark="own",
        source="own choice; the standards that were read name no number",
        reason="The next day, so that low risk is not forgotten.",
        steps=SUPERVISED,
        configurable=True,
        pauses=UNSAFE,
        examples=(Example(WIT, "2026-06-05 20:00", "2026-06-06 20:00"),),
    ),
    Deadline(
        id="outreach",
        title=Text("Penjangkauan", "Outreach"),
        law=LOCAL,
        starts=Text("Penjangkauan diputuskan", "Outreach was decided"),
        unit="hours",
        length=12,
        evidence=Text("Catatan penjangkauan", "The note of the outreach"),
        owner="cases.own",
        mark="S",
        source="sippn.menpan.go.id 8202366, 8261591",
        reason="Twelve hours in the standards that were read.",
        steps=SUPERVISED,
        configurable=True,
        pauses=UNSAFE,
        examples=(Example(WITA, "2026-10-01 18:00", "2026-10-02 06:00"),),
    ),
    Deadline(
        id="complaint_follow_up",
        title=Text("Tindak lanjut aduan", "Follow-up of a complaint"),
        law=LOCAL,
        starts=Text("Aduan diterima", "The complaint was received"),
        unit="working_days",
        length=3,
        evidence=Text("Jawaban kepada pengadu", "The answer to the person who complained"),
        owner="complaints.keep",
        mark="S",
        source="sippn.menpan.go.id 8202366, 8261591",
        reason="At most three working days in the standards that were read.",
        steps=(Step(50, "complaints.keep"), Step(80, "cases.assign"), Step(101, "cases.assign")),
        configurable=True,
        pauses=("waiting_for_complainant", "office_unreachable"),
        examples=(
            Example(WIB, "2026-11-02 10:00", "2026-11-05 23:59"),
            Example(WIB, "2026-11-06 10:00", "2026-11-11 23:59"),  # Friday: a weekend between
            # Across Lebaran: joint leave, Nyepi, joint leave, the feast, joint leave.
            Example(WIB, "2026-03-17 15:00", "2026-03-27 23:59"),
            Example(WIT, "2025-03-27 08:00", "2025-04-10 23:59"),
            Example(WIB, "2026-12-30 10:00", "2027-01-04 23:59", holidays_known=False),
        ),
    ),
    Deadline(
        id="case_review",
        title=Text("Tinjauan kasus", "Review of the case"),
        law=OWN,
        starts=Text("Tanggal tinjauan ditetapkan", "The date of the review was set"),
        unit="date",
        length=0,
        evidence=Text("Catatan tinjauan", "The note of the review"),
        owner="cases.own",
        mark="own",
        source="Inter-Agency Guidelines for Case Management 2014, step 5",
        reason="The plan says when it is looked at again; the date comes from there.",
        steps=SUPERVISED,
        pauses=UNSAFE,
    ),
)

DEADLINES: dict[str, Deadline] = {row.id: row for row in (*LAW, *SERVICE)}
