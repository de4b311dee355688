"""Laws and time limits that the procedure names, each with where it was read and how surely.

`read`: the official text or a copy of it. `secondary`: quoted or summarised by somebody else.
`to confirm`: known but not seen; a lawyer or PPATK must confirm it before it binds anyone.
Limits of our own making have no law and say why they are what they are.
"""

from dataclasses import dataclass
from typing import Literal

from jaga.words import Text

Certainty = Literal["read", "secondary", "to confirm"]

CERTAINTIES: dict[Certainty, Text] = {
    "read": Text("teks atau salinannya dibaca", "the text or a copy was read"),
    "secondary": Text("dibaca lewat kutipan atau ringkasan", "read as a quotation or summary"),
    "to confirm": Text("belum dilihat; harus dipastikan", "not seen; must be confirmed"),
}


@dataclass(frozen=True)
class Law:
    """A rule from outside, what it asks here, and where it was read."""

    name: Text
    asks: Text
    where: str
    certainty: Certainty


@dataclass(frozen=True)
class Deadline:
    """A time limit: so many units from a start. `law` is None for a limit of our own."""

    id: str
    what: Text
    value: int
    unit: Text
    start: Text
    law: Text | None
    where: str
    certainty: Certainty | None
    why: Text


WORKING_DAYS = Text("hari kerja", "working days")
DAYS = Text("hari", "days")
HOURS = Text("jam", "hours")
MONTHS = Text("bulan", "months")

LAWS: tuple[Law, ...] = (
    Law(
        Text("UU 8/2010 (pencucian uang), Pasal 25", "Law 8/2010 (money laundering), art. 25"),
        Text(
            "laporan transaksi keuangan mencurigakan (LTKM) kepada PPATK",
            "suspicious transaction reports (LTKM) to PPATK",
        ),
        "",
        "to confirm",
    ),
    Law(
        Text("UU 8/2010, Pasal 12", "Law 8/2010, art. 12"),
        Text(
            "larangan memberi tahu nasabah atau orang lain tentang laporan; ancaman sampai 5 tahun "
            "dan Rp 1 miliar",
            "no word to the customer or anybody else about a report; up to 5 years and Rp 1 "
            "billion",
        ),
        "text-id.123dok.com",
        "secondary",
    ),
    Law(
        Text("UU 12/2022 (TPKS), Pasal 4", "Law 12/2022 (TPKS), art. 4"),
        Text(
            "eksploitasi seksual terhadap anak, dan pencucian uang yang berasal darinya",
            "sexual exploitation of a child, and the laundering of money that comes from it",
        ),
        "genpi.co",
        "secondary",
    ),
    Law(
        Text("UU 12/2022 (TPKS), Pasal 41–42", "Law 12/2022 (TPKS), arts 41–42"),
        Text(
            "lembaga layanan melapor kepada polisi dan perlindungan sementara dapat diberikan; "
            "berlaku bagi lembaga yang menerima penyerahan dari kami",
            "services report to the police, and temporary protection may be given; binds the "
            "services we hand over to",
        ),
        "id.wikisource.org",
        "read",
    ),
    Law(
        Text("UU 35/2014 (perlindungan anak), Pasal 17", "Law 35/2014 (child protection), art. 17"),
        Text(
            "identitas anak korban atau saksi dirahasiakan, termasuk apa pun yang menunjuk "
            "kepadanya",
            "the identity of a child who is a victim or witness is secret, and so is what points "
            "at it",
        ),
        "hukumonline.com; adoc.pub",
        "secondary",
    ),
    Law(
        Text("UU 27/2022 (PDP), Pasal 4 dan 25", "Law 27/2022 (data protection), arts 4 and 25"),
        Text(
            "data anak dan data keuangan pribadi adalah data spesifik dengan penanganan khusus",
            "children's data and personal finance are specific data with special handling",
        ),
        "student-activity.binus.ac.id; kompas.com",
        "secondary",
    ),
    Law(
        Text(
            "UU 27/2022 (PDP), Pasal 5–8 dan 10", "Law 27/2022 (data protection), arts 5–8 and 10"
        ),
        Text(
            "hak atas informasi, koreksi dan keberatan terhadap keputusan yang hanya otomatis: "
            "karena itu manusia yang memutuskan",
            "rights to information, correction, and objection to purely automated decisions: so "
            "people decide",
        ),
        "justisio.com; suara.com",
        "secondary",
    ),
    Law(
        Text("UU 27/2022 (PDP), Pasal 34", "Law 27/2022 (data protection), art. 34"),
        Text(
            "penilaian dampak sebelum data dicocokkan atau dinilai secara otomatis",
            "an impact assessment before data are matched or scored",
        ),
        "uupdp-info.id",
        "secondary",
    ),
    Law(
        Text("Ketentuan PPATK tentang goAML", "PPATK's rules on goAML"),
        Text(
            "semua laporan lewat goAML sejak 1 Februari 2021",
            "all reports go through goAML since 1 February 2021",
        ),
        "kompas.com",
        "secondary",
    ),
)

DEADLINES: tuple[Deadline, ...] = (
    Deadline(
        "protection",
        Text("Anak mungkin dalam bahaya: diserahkan", "A child may be in danger: handed over"),
        0,
        WORKING_DAYS,
        Text("peringatan perlindungan dibaca", "the protection alert is read"),
        None,
        "",
        None,
        Text(
            "hari yang sama, juga pada hari libur: bahaya bagi anak tidak menunggu",
            "the same day, holidays too: danger to a child does not wait",
        ),
    ),
    Deadline(
        "first_look",
        Text("Peringatan kecurigaan: ditinjau pertama kali", "Suspicion alert: first looked at"),
        2,
        WORKING_DAYS,
        Text("peringatan masuk antrean", "the alert enters the queue"),
        None,
        "",
        None,
        Text(
            "supaya tenggat LTKM tidak habis sebelum ada yang membaca",
            "so that the time for the LTKM is not gone before anybody reads it",
        ),
    ),
    Deadline(
        "decision",
        Text("Peringatan kecurigaan: diputuskan dua orang", "Suspicion alert: decided by two"),
        5,
        DAYS,
        Text("peringatan masuk antrean", "the alert enters the queue"),
        None,
        "ijm.org.ph",
        "secondary",
        Text(
            "organisasi perlindungan meminta 5 hari, bukan 50–100",
            "protection organisations ask for 5 days, not 50–100",
        ),
    ),
    Deadline(
        "ltkm",
        Text("LTKM disampaikan kepada PPATK", "LTKM filed with PPATK"),
        3,
        WORKING_DAYS,
        Text("unsur mencurigakan diketahui", "the suspicious element is known"),
        Text("UU 8/2010, Pasal 25", "Law 8/2010, art. 25"),
        "",
        "to confirm",
        Text("tenggat undang-undang", "the law's limit"),
    ),
    Deadline(
        "cross_border",
        Text("Laporan transfer lintas negara (LTKL)", "Report of a cross-border transfer (LTKL)"),
        14,
        WORKING_DAYS,
        Text("transfer dilakukan", "the transfer is made"),
        Text("ketentuan PPATK", "PPATK's rules"),
        "adoc.pub",
        "secondary",
        Text("tanpa batas nilai; terpisah dari LTKM", "no threshold; apart from the LTKM"),
    ),
    Deadline(
        "police",
        Text(
            "Lembaga layanan penerima melapor kepada polisi",
            "The receiving service reports to the police",
        ),
        72,
        HOURS,
        Text("korban melapor", "the victim reports"),
        Text("UU 12/2022, Pasal 41", "Law 12/2022, art. 41"),
        "id.wikisource.org",
        "read",
        Text("tenggat penerima, bukan penyedia", "the receiver's limit, not the provider's"),
    ),
    Deadline(
        "breach",
        Text(
            "Kebocoran data diberitahukan kepada subjek dan lembaga",
            "A data breach is told to the subject and the authority",
        ),
        72,
        HOURS,
        Text("kebocoran diketahui", "the breach is known"),
        Text("UU 27/2022, Pasal 46", "Law 27/2022, art. 46"),
        "kompas.com",
        "secondary",
        Text(
            "anak diberi tahu lewat jalan yang aman, bukan alamat bawaan",
            "a child is told by a safe way, not by the address on file",
        ),
    ),
    Deadline(
        "complaint",
        Text("Keluhan atau permintaan koreksi dijawab", "A complaint or correction is answered"),
        10,
        WORKING_DAYS,
        Text("permintaan diterima", "the request is received"),
        None,
        "",
        None,
        Text(
            "usul kami; ganti dengan tenggat pengaduan lembaga Anda",
            "our proposal; put your own complaint rule in its place",
        ),
    ),
    Deadline(
        "test",
        Text("Uji balik paket parameter", "Backtest of the parameter pack"),
        3,
        MONTHS,
        Text("uji sebelumnya", "the test before"),
        None,
        "",
        None,
        Text("setiap triwulan, dan setiap kali angka diubah", "every quarter and at any change"),
    ),
    Deadline(
        "training",
        Text("Pelatihan semua peran diulang", "Training of every role is repeated"),
        12,
        MONTHS,
        Text("pelatihan sebelumnya", "the training before"),
        None,
        "",
        None,
        Text("cara dan ketentuan berubah", "methods and rules change"),
    ),
)
