"""What each figure about case work counts, so that two people who read it mean the same.

A measure is one row: what is counted, out of what, in which unit, and who counted it before us.
Four units never add up: a report is not a case, a case is not a child, and one child may carry
several forms of violence.
"""

from dataclasses import dataclass
from datetime import datetime

from jaga.words import Text

SIMFONI = Text(
    "Simfoni PPA: anak, kasus, dan bentuk dihitung terpisah",
    "Simfoni PPA: children, cases and forms are separate counts",
)
PRIMERO = Text("Primero v2, indikator kinerja", "Primero v2 key performance indicators")
OURS = Text("ukuran kami sendiri; belum ada acuan", "ours; no precedent found")


@dataclass(frozen=True)
class Measure:
    """One figure: `numerator` out of `denominator` (None where it is a plain count)."""

    id: str
    title: Text
    numerator: Text
    denominator: Text | None
    unit: Text
    precedent: Text


@dataclass(frozen=True)
class Band:
    """A span of time: at most `days` whole days, and more than the band before (None: no end)."""

    id: str
    days: int | None
    title: Text


CASES = Text("kasus", "cases")
# By the first digit of the Kemendagri code of a province.
ISLANDS: dict[str, Text] = {
    "1": Text("Sumatera", "Sumatra"),
    "3": Text("Jawa", "Java"),
    "5": Text("Bali dan Nusa Tenggara", "Bali and Nusa Tenggara"),
    "6": Text("Kalimantan", "Kalimantan"),
    "7": Text("Sulawesi", "Sulawesi"),
    "8": Text("Maluku", "Maluku"),
    "9": Text("Papua", "Papua"),
}
OPEN_TO_CLOSE: tuple[Band, ...] = (
    Band("1m", 31, Text("sampai 1 bulan", "up to 1 month")),
    Band("3m", 92, Text("1 sampai 3 bulan", "1 to 3 months")),
    Band("6m", 183, Text("3 sampai 6 bulan", "3 to 6 months")),
    Band("more", None, Text("lebih dari 6 bulan", "more than 6 months")),
)
# From hours to weeks: what a child who waits can feel.
FIRST_CONTACT: tuple[Band, ...] = (
    Band("1d", 1, Text("sampai 1 hari", "up to 1 day")),
    Band("3d", 3, Text("1 sampai 3 hari", "1 to 3 days")),
    Band("7d", 7, Text("3 sampai 7 hari", "3 to 7 days")),
    Band("more", None, Text("lebih dari 7 hari", "more than 7 days")),
    Band("not_yet", None, Text("belum", "not yet")),
)
FIRST_SERVICE: tuple[Band, ...] = (
    Band("7d", 7, Text("sampai 7 hari", "up to 7 days")),
    Band("14d", 14, Text("8 sampai 14 hari", "8 to 14 days")),
    Band("30d", 30, Text("15 sampai 30 hari", "15 to 30 days")),
    Band("3m", 92, Text("1 sampai 3 bulan", "1 to 3 months")),
    Band("more", None, Text("lebih dari 3 bulan", "more than 3 months")),
    Band("not_yet", None, Text("belum", "not yet")),
)
REPORT_TO_CASE: tuple[Band, ...] = (
    Band("3d", 3, Text("0 sampai 3 hari", "0 to 3 days")),
    Band("5d", 5, Text("4 sampai 5 hari", "4 to 5 days")),
    Band("14d", 14, Text("6 sampai 14 hari", "6 to 14 days")),
    Band("30d", 30, Text("15 sampai 30 hari", "15 to 30 days")),
    Band("3m", 92, Text("1 sampai 3 bulan", "1 to 3 months")),
    Band("more", None, Text("lebih dari 3 bulan", "more than 3 months")),
)
CASELOAD: tuple[Band, ...] = (
    Band("9", 9, Text("sampai 9 kasus", "up to 9 cases")),
    Band("17", 17, Text("10 sampai 17 kasus", "10 to 17 cases")),
    Band("25", 25, Text("18 sampai 25 kasus", "18 to 25 cases")),
    Band("more", None, Text("lebih dari 25 kasus", "more than 25 cases")),
)

MEASURES: dict[str, Measure] = {
    one.id: one
    for one in (
        Measure(
            "reports",
            Text("Laporan", "Reports"),
            Text("Laporan yang masuk, apa pun jalannya", "Reports that came in, by any door"),
            None, Text("laporan", "reports"), SIMFONI,
        ),
        Measure(
            "cases",
            Text("Kasus", "Cases"),
            Text("Kasus perlindungan yang dibuka", "Protection cases opened"),
            None, CASES, SIMFONI,
        ),
        Measure(
            "children",
            Text("Anak", "Children"),
            Text(
                "Anak dengan kasus; kasus yang oleh petugas dinyatakan satu anak dihitung sekali",
                "Children with a case; cases a person called one child count once",
            ),
            None, Text("anak", "children"), SIMFONI,
        ),
        Measure(
            "forms",
            Text("Bentuk kekerasan", "Forms of violence"),
            Text(
                "Bentuk yang dicatat; satu anak dapat mengalami beberapa",
                "Forms recorded; one child may carry several",
            ),
            None, Text("bentuk", "forms"), SIMFONI,
        ),
        Measure(
            "by_age_and_sex",
            Text("Kasus menurut usia dan jenis kelamin", "Cases by age and sex"),
            Text("Kasus dalam kelompok itu", "Cases in that group"),
            None, CASES, SIMFONI,
        ),
        Measure(
            "by_manifestation_and_age",
            Text("Kasus menurut manifestasi dan usia", "Cases by manifestation and age"),
            Text(
                "Kasus dengan manifestasi itu; satu kasus dapat masuk beberapa baris",
                "Cases with that manifestation; a case may stand in several rows",
            ),
            None, CASES, Text("ECPAT: lima manifestasi", "ECPAT: five manifestations"),
        ),
        Measure(
            "by_region_and_sex",
            Text("Kasus menurut wilayah dan jenis kelamin", "Cases by region and sex"),
            Text(
                "Kasus dari kelompok pulau itu; satu provinsi sering terlalu kecil",
                "Cases from that group of islands; one province is often too small",
            ),
            None, CASES, SIMFONI,
        ),
        Measure(
            "by_source",
            Text("Kasus menurut asalnya", "Cases by source"),
            Text("Kasus yang bermula dari jalan itu", "Cases that began that way"),
            None, CASES, PRIMERO,
        ),
        Measure(
            "contacts_by_door",
            Text("Kontak menurut jalannya", "Helpline contacts by mode"),
            Text("Laporan yang masuk lewat jalan itu", "Reports that came in by that door"),
            Text("Semua laporan yang masuk", "All reports that came in"),
            Text("laporan", "reports"),
            Text("Child Helpline International, Voices", "Child Helpline International, Voices"),
        ),
        Measure(
            "report_to_case",
            Text("Dari laporan sampai kasus dibuka", "From report to case"),
            Text(
                "Kasus menurut waktu dari laporan masuk sampai dibuka",
                "Cases by the time from the report's arrival to opening",
            ),
            Text("Kasus yang dibuka dari laporan", "Cases opened from a report"),
            CASES, Text(
                "Primero v2, dihitung dari laporan dan bukan dari kejadian",
                "Primero v2 reporting delay, counted from the report and not the incident",
            ),
        ),
        Measure(
            "first_contact",
            Text("Waktu sampai kontak pertama yang aman", "Time to first safe contact"),
            Text(
                "Kasus menurut waktu sampai kontak pertama, per tingkat risiko",
                "Cases by the time to the first contact, for each risk",
            ),
            Text("Kasus dengan tenggat kontak pertama", "Cases with a first-contact deadline"),
            CASES, OURS,
        ),
        Measure(
            "first_service",
            Text("Waktu sampai layanan pertama", "Time to first service"),
            Text(
                "Kasus menurut waktu dari dibuka sampai layanan pertama berjalan atau selesai, "
                "per tingkat risiko sekarang",
                "Cases by the time from opening until the first service was under way or done, "
                "by risk today",
            ),
            Text(
                "Kasus yang rencananya memuat layanan; layanan tanpa tanggal mulai tidak ikut",
                "Cases whose plan names a service; services that began on an unknown day are out",
            ),
            CASES, OURS,
        ),
        Measure(
            "reporting_delay",
            Text("Dari kejadian sampai laporan", "From incident to report"),
            Text(
                "Kasus menurut rentang yang dipilih petugas saat registrasi",
                "Cases by the band that staff chose at registration",
            ),
            Text(
                "Semua kasus; yang tidak diisi masuk \u201ctidak diketahui\u201d",
                "All cases; those without an answer stand under \u201cnot known\u201d",
            ),
            CASES, PRIMERO,
        ),
        Measure(
            "police_report",
            Text("Laporan polisi dalam 3×24 jam", "Police report within 3×24 hours"),
            Text(
                "Kasus yang dilaporkan ke polisi dalam tenggat, dengan bukti",
                "Cases reported to the police in time, with evidence",
            ),
            Text(
                "Kasus yang wajib dilaporkan dan tenggatnya sudah berakhir atau dipenuhi",
                "Cases that must be reported and whose deadline has passed or was met",
            ),
            CASES, Text("ukuran kami; UU 12/2022 pasal 41", "ours; UU 12/2022 art. 41(2)-(3)"),
        ),
        Measure(
            "referrals",
            Text("Rujukan menurut keadaan", "Referrals by state"),
            Text("Rujukan dalam keadaan itu", "Referrals in that state"),
            Text("Rujukan yang sudah dikirim", "Referrals that were sent"),
            Text("rujukan", "referrals"), PRIMERO,
        ),
        Measure(
            "plans_approved",
            Text("Rencana yang disahkan", "Plans approved"),
            Text("Kasus yang rencananya disahkan penyelia", "Cases whose plan was approved"),
            Text("Kasus yang rencananya diajukan", "Cases whose plan was put forward"),
            CASES, PRIMERO,
        ),
        Measure(
            "safety_plan",
            Text("Rencana keselamatan ada", "A safety plan exists"),
            Text(
                "Kasus yang menyatakan rencana keselamatan sudah dibuat bersama anak",
                "Cases that say a safety plan was made with the child",
            ),
            Text(
                "Kasus terbuka pada langkah rencana atau sesudahnya",
                "Open cases at the step of the plan or later",
            ),
            CASES, PRIMERO,
        ),
        Measure(
            "risk",
            Text("Kasus terbuka menurut risiko", "Open cases by risk"),
            Text("Kasus terbuka dengan risiko itu", "Open cases of that risk"),
            Text("Kasus terbuka", "Open cases"),
            CASES, PRIMERO,
        ),
        Measure(
            "risk_change",
            Text("Perubahan risiko", "Change of risk"),
            Text(
                "Kasus yang risikonya turun, tetap, atau naik sejak penilaian pertama",
                "Cases whose risk fell, stayed or rose since the first judgement",
            ),
            Text("Kasus yang dinilai sekurangnya dua kali", "Cases judged at least twice"),
            CASES, PRIMERO,
        ),
        Measure(
            "open_to_close",
            Text("Waktu dari dibuka sampai ditutup", "Time from opening to closure"),
            Text("Kasus tertutup menurut lamanya", "Closed cases by how long they took"),
            Text("Kasus yang ditutup", "Closed cases"),
            CASES, PRIMERO,
        ),
        Measure(
            "closing",
            Text("Sebab penutupan", "Reasons of closure"),
            Text("Kasus yang ditutup dengan sebab itu", "Cases closed for that reason"),
            Text("Kasus yang ditutup", "Closed cases"),
            CASES, PRIMERO,
        ),
        Measure(
            "caseload",
            Text("Beban kasus", "Caseload"),
            Text(
                "Petugas menurut banyaknya kasus terbuka yang dipegang",
                "Staff by the number of open cases they hold",
            ),
            Text("Petugas yang memegang kasus terbuka", "Staff who hold an open case"),
            Text("petugas", "staff"), PRIMERO,
        ),
        Measure(
            "supervisor_ratio",
            Text("Pemegang kasus per penyelia", "Case holders per supervisor"),
            Text(
                "Petugas yang memegang kasus terbuka, dibulatkan ke lima",
                "Staff who hold an open case, to the nearest five",
            ),
            Text("Orang aktif yang boleh membagi kasus", "Active people who may assign cases"),
            Text("petugas per penyelia", "staff per supervisor"), PRIMERO,
        ),
        Measure(
            "follow_up",
            Text("Keadaan anak pada tindak lanjut terakhir", "How the child is at last"),
            Text("Kasus menurut hasil terakhir", "Cases by their latest outcome"),
            Text("Kasus dengan tindak lanjut", "Cases with a follow-up"),
            CASES, PRIMERO,
        ),
        Measure(
            "feedback",
            Text("Bantuan menolong, menurut anak", "Help that helped, as children say"),
            Text(
                "Kasus menurut jawaban anak yang terakhir, saat penutupan atau tindak lanjut",
                "Cases by the child's last answer, at the closure or a follow-up",
            ),
            Text("Kasus yang anaknya ditanya", "Cases whose child was asked"),
            CASES, PRIMERO,
        ),
        Measure(
            "restitution",
            Text("Restitusi", "Restitution"),
            Text("Permohonan menurut keadaan terakhirnya", "Claims by where they came to last"),
            Text("Permohonan restitusi yang dicatat", "Claims for restitution recorded"),
            Text("permohonan", "claims"), Text("ukuran kami; PP 29/2025", "ours; PP 29/2025"),
        ),
        Measure(
            "restitution_sums",
            Text("Jumlah uang restitusi", "Sums of restitution"),
            Text(
                "Rupiah yang dinilai, dikabulkan, dan dibayar, per kelompok sekurangnya lima "
                "kasus; yang tersisa menunggu. Jumlah yang diminta tidak dicatat",
                "Rupiah assessed, granted and paid, in batches of five cases or more; the rest "
                "waits. The sum asked for is not recorded",
            ),
            Text(
                "Kelompok yang tidak satu kasus pun memegang lebih dari separuhnya",
                "Batches of which no case holds more than half",
            ),
            Text("rupiah, dibulatkan ke juta", "rupiah, to whole millions"),
            Text("ukuran kami; PP 29/2025", "ours; PP 29/2025"),
        ),
    )
}  # fmt: skip


# What others count and we do not: its name, and why not.
NOT_MEASURED: dict[str, tuple[Text, Text]] = {
    "referral_appropriate": (
        Text("Rujukan yang tepat", "Appropriate referrals"),
        Text(
            "Belum ada aturan yang menyatakan kapan rujukan tepat. Penilaian perujuk sendiri "
            "akan selalu baik.",
            "No rule says when a referral is appropriate. Judged by those who referred, all "
            "would be.",
        ),
    ),
}


def band(value: int, bands: tuple[Band, ...]) -> str:
    """The band of a whole number of days (or of cases)."""
    return next(one.id for one in bands if one.days is None or value <= one.days)


def island(province: str) -> str:
    """The group of islands of a province code, as a key of ISLANDS; empty for none."""
    first = province[:1].replace("2", "1")
    return first if first in ISLANDS else ""


def whole_days(start: datetime, end: datetime) -> int:
    """Days from `start` to `end`, a begun day counted as a whole one; never below zero."""
    seconds = (end - start).total_seconds()
    return max(0, -int(-seconds // 86_400))


def share_of(part: int | None, whole: int | None) -> int | None:
    """Per cent to whole numbers, from protected counts; None where it would tell of too few.

    Both counts come through the disclosure door, so the share is as coarse as they are.
    """
    if part is None or not whole:
        return None
    return (200 * part + whole) // (2 * whole)


def ratio_of(part: int | None, whole: int) -> int | None:
    """How many of `part` (a protected count) there are for one of `whole`, to whole numbers."""
    if part is None or not whole:
        return None
    return (2 * part + whole) // (2 * whole)
