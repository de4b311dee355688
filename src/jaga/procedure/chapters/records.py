"""What is kept, how people are trained, and how the procedure is tested."""

from jaga.pages.document import Block, Heading, Items, Paragraph
from jaga.procedure.chapters.handling import limit
from jaga.procedure.laws import DEADLINES
from jaga.procedure.setting import Setting
from jaga.words import Text


def blocks(setting: Setting) -> list[Block]:
    """Chapters 11 to 13."""
    return [*_kept(), *_training(), *_tested()]


def _every(id_: str) -> Text:
    return next(limit(one) for one in DEADLINES if one.id == id_)


def _kept() -> list[Block]:
    return [
        Heading(1, Text("Catatan dan penyimpanan", "Records")),
        Items(
            (
                Text(
                    "Disimpan: peringatan dengan alasan dan bukti, pemeriksaan penjelasan wajar, "
                    "usul dan pengesahan, laporan dan tanda terimanya, manifes setiap penyaringan.",
                    "Kept: alerts with reasons and evidence, explanations checked, proposals and "
                    "approvals, reports and their receipts, the manifest of each run.",
                ),
                Text(
                    "Jejak audit berantai tidak dapat diubah tanpa ketahuan dan diperiksa setiap "
                    "bulan.",
                    "The audit trail is chained, so that a change shows, and is verified every "
                    "month.",
                ),
                Text(
                    "Lama penyimpanan diisi menurut ketentuan yang berlaku bagi lembaga kami: "
                    "________ tahun. Setelah itu data dimusnahkan, kecuali ditahan karena perkara.",
                    "How long records are kept follows the rules that bind us: ________ years. "
                    "Then "
                    "they are destroyed, unless held for a matter in law.",
                ),
                Text(
                    "Catatan tentang anak disimpan terpisah, terbaca hanya oleh petugas "
                    "perlindungan anak.",
                    "Records about a child are kept apart, readable by the child protection "
                    "officer "
                    "alone.",
                ),
                Text(
                    "Kebocoran data ditangani menurut tenggat pada bab Tenggat; anak diberi tahu "
                    "lewat jalan yang aman.",
                    "A data breach follows the chapter on time limits; a child is told by a safe "
                    "way.",
                ),
            )
        ),
    ]


def _training() -> list[Block]:
    every = _every("training")
    return [
        Heading(1, Text("Pelatihan", "Training")),
        Paragraph(
            Text(
                f"Setiap peran dilatih sebelum bertugas dan setiap {every.id}, dengan negeri "
                f"rekaan "
                "tanpa data nasabah.",
                f"Every role is trained before it starts and every {every.en}, on an invented "
                "country without customers' data.",
            )
        ),
        Items(
            (
                Text(
                    "Membaca alasan dan mencari penjelasan wajar",
                    "Reading reasons, looking for innocent explanations",
                ),
                Text(
                    "Anak bukan terduga: langkah perlindungan",
                    "A child is no suspect: steps of protection",
                ),
                Text(
                    "Larangan membocorkan, dan jawaban kepada nasabah",
                    "Not tipping off, and what to answer customers",
                ),
                Text("Menulis alasan LTKM hanya dari fakta", "Writing an LTKM from facts alone"),
                Text(
                    "Beban kerja bagi petugas sendiri: jeda, pendampingan, hak berhenti",
                    "The strain on staff: breaks, support, the right to stop",
                ),
            )
        ),
    ]


def _tested() -> list[Block]:
    every = _every("test")
    return [
        Heading(1, Text("Pengujian dan perubahan", "Testing and change")),
        Items(
            (
                Text(
                    f"Setiap {every.id} paket parameter diuji balik: peringatan yang bertambah dan "
                    "hilang, berapa yang terkonfirmasi, kapan pertama kali menyala.",
                    f"Every {every.en} the parameter pack is backtested: alerts gained and lost, "
                    f"how "
                    "many were confirmed, when they first fired.",
                ),
                Text(
                    "Angka baru dijalankan lebih dahulu atas data lampau sebelum dipakai; hasilnya "
                    "dilampirkan pada pengesahan.",
                    "New numbers run over past data before they are used; the result is attached "
                    "to "
                    "the signature.",
                ),
                Text(
                    "Audit internal mencoba tiga peringatan setiap triwulan dari awal sampai "
                    "akhir, "
                    "salah satunya peringatan perlindungan.",
                    "Internal audit walks three alerts from start to end each quarter, one of them "
                    "a "
                    "protection alert.",
                ),
                Text(
                    "Daftar resmi PPATK tentang tanda bahaya, bila diterima, menjadi paket "
                    "parameter dan prosedur ini dibangkitkan ulang.",
                    "PPATK's own list of red flags, once received, becomes a parameter pack and "
                    "this "
                    "procedure is generated again.",
                ),
            )
        ),
    ]
