"""Forms to tick and to sign."""

from jaga.pages.document import Block, Heading, Items, Paragraph, Table
from jaga.procedure.chapters.people import BLANK
from jaga.procedure.setting import Setting
from jaga.words import Text


def blocks(setting: Setting) -> list[Block]:
    """Annex B and the signatures."""
    return [
        Heading(1, Text("Lampiran B. Formulir", "Annex B. Forms")),
        *_form(Text("B1. Meninjau peringatan", "B1. Reviewing an alert"), REVIEW),
        *_form(Text("B2. Perlindungan anak", "B2. Protecting a child"), CHILD),
        *_form(Text("B3. Sebelum LTKM disampaikan", "B3. Before an LTKM is filed"), REPORT),
        *_form(Text("B4. Bertanya tentang satu nasabah", "B4. Asking about one customer"), QUERY),
        *_form(Text("B5. Keluhan dan koreksi", "B5. Complaint and correction"), CORRECTION),
        *_form(Text("B6. Uji triwulan", "B6. Quarterly test"), TEST),
        *_signatures(setting),
    ]


def _form(title: Text, items: tuple[Text, ...]) -> list[Block]:
    return [Heading(2, title), Paragraph(HEAD), Items(items, "boxes")]


HEAD = Text(
    "Nomor: ____________  Tanggal: ____________  Diisi oleh: ____________",
    "Number: ____________  Date: ____________  Filled in by: ____________",
)
REVIEW = (
    Text("Umur pemegang rekening sudah dilihat", "The holder's age was looked at"),
    Text("Semua alasan dan bukti dibaca", "All reasons and evidence were read"),
    Text(
        "Setiap penjelasan wajar diperiksa dan dicatat", "Every explanation was checked and noted"
    ),
    Text("Tidak menghubungi nasabah", "The customer was not contacted"),
    Text("Tidak berkepentingan dengan nasabah", "No interest in the customer"),
    Text("Usul dan alasannya ditulis", "Proposal and reasons are written"),
    Text("Orang kedua membaca buktinya", "A second person read the evidence"),
)
CHILD = (
    Text("Diserahkan pada hari yang sama", "Handed over the same day"),
    Text(
        "Anak, keluarga dan wali tidak dihubungi", "Child, family and guardian were not contacted"
    ),
    Text("Rekening tidak diblokir", "The account was not blocked"),
    Text("Layanan yang menerima: ____________", "Receiving service: ____________"),
    Text("Yang diserahkan hanya yang perlu", "Only what is needed was handed over"),
    Text(
        "Identitas anak tidak tertulis di luar catatan perlindungan",
        "The child's identity stands nowhere but in the protection record",
    ),
)
REPORT = (
    Text("Keputusan dua orang: terkonfirmasi", "Decision of two: confirmed"),
    Text("Umur diperiksa; bukan rekening anak", "Age checked; not a child's account"),
    Text("Orang, rekening dan transaksi lengkap", "People, accounts and transactions complete"),
    Text("Alasan hanya dari fakta yang tersimpan", "Reasons from stored facts alone"),
    Text("Lolos pemeriksaan skema goAML", "Passed the goAML schema check"),
    Text("Disampaikan dalam tenggat; tanda terima disimpan", "Filed in time; receipt kept"),
)
QUERY = (
    Text("Tujuan: ____________", "Purpose: ____________"),
    Text("Rujukan perkara: ____________", "Case: ____________"),
    Text("Jawaban hanya dipakai untuk tujuan itu", "The answer served that purpose alone"),
)
CORRECTION = (
    Text("Permintaan diterima pada: ____________", "Request received on: ____________"),
    Text(
        "Jawaban tidak mengungkap peringatan atau laporan", "The answer reveals no alert or report"
    ),
    Text("Data salah diperbaiki, penyaringan diulang", "Wrong data corrected, screening run again"),
    Text("Isian daftar pantau diperiksa dasarnya", "The watchlist entry's basis was checked"),
    Text("Dijawab dalam tenggat", "Answered in time"),
)
TEST = (
    Text("Hash paket yang diuji: ____________", "Hash of the pack tested: ____________"),
    Text("Peringatan bertambah: ______  hilang: ______", "Alerts gained: ______  lost: ______"),
    Text("Terkonfirmasi: ______  terbantah: ______", "Confirmed: ______  refuted: ______"),
    Text("Peringatan menurut kelompok dibandingkan", "Alerts by group were compared"),
    Text("Tiga peringatan dicoba dari awal sampai akhir", "Three alerts walked from start to end"),
)


def _signatures(setting: Setting) -> list[Block]:
    signing = (
        Text("Direktur yang membawahi kepatuhan", "Director in charge of compliance"),
        Text("Penanggung jawab pelaporan", "Reporting officer"),
        Text("Petugas perlindungan anak", "Child protection officer"),
        Text("Pejabat pelindungan data", "Data protection officer"),
    )
    return [
        Heading(1, Text("Pengesahan", "Signatures")),
        Paragraph(
            Text(
                f"Edisi {setting.edition}, paket {setting.pack.sha256()[:16]}. Berlaku sejak "
                "tanggal tanda tangan terakhir.",
                f"Edition {setting.edition}, pack {setting.pack.sha256()[:16]}. In force from the "
                "day of the last signature.",
            )
        ),
        Table(
            Text("Tanda tangan", "Signatures"),
            (
                Text("Jabatan", "Office"),
                Text("Nama", "Name"),
                Text("Tanggal", "Date"),
                Text("Tanda tangan", "Signature"),
            ),
            tuple((office, BLANK, BLANK, BLANK) for office in signing),
            (34, 24, 18, 24),
            tall=True,
        ),
    ]
