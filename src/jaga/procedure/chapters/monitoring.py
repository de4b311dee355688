"""What is monitored and why: principles and patterns; the questions themselves in an annex."""

from jaga.pages.document import Block, Heading, Items, Paragraph, Table, plain
from jaga.procedure import monitored
from jaga.procedure.setting import Setting
from jaga.words import Text


def blocks(setting: Setting) -> list[Block]:
    """Chapter 2."""
    pack = setting.pack
    asked = len(monitored.indicator_ids(pack))
    patterns = len(pack.typologies)
    return [
        Heading(1, Text("Apa yang dipantau dan mengapa", "What is monitored and why")),
        Paragraph(
            Text(
                f"Setiap hari pembayaran baru ditanyai dengan {asked} pertanyaan (indikator). "
                f"Jawaban yang menyala dijumlahkan dalam {patterns} pola (tipologi). Peringatan "
                "timbul bila sebuah pola mencapai ambangnya; setiap peringatan membawa alasannya "
                "dalam kalimat, pembayaran yang menjadi buktinya, dan penjelasan wajar yang harus "
                "diperiksa.",
                f"Every day new payments are asked {asked} questions (indicators). Answers that "
                f"fire are added up in {patterns} patterns (typologies). An alert is raised when a "
                "pattern reaches its threshold; each alert carries its reasons in sentences, the "
                "payments that show them, and the innocent explanations to check.",
            )
        ),
        Items(
            (
                Text(
                    "“Tidak dapat dinilai” adalah jawaban tersendiri: data yang tidak ada bukan "
                    "angka nol.",
                    "“Could not be told” is an answer of its own: missing data are not a zero.",
                ),
                Text(
                    "Pembayaran lintas negara hanya menambah bobot pola yang sudah ada.",
                    "Payments across a border add weight to a pattern that is already there, no "
                    "more.",
                ),
                Text(
                    "Berita transfer dibaca sebagai golongan; isinya tidak disimpan.",
                    "Remarks are read as a class; their text is not kept.",
                ),
                Text(
                    "Antrean diurutkan menurut bahaya bagi anak, bukan menurut besarnya uang.",
                    "The queue is ordered by harm to children, not by amount.",
                ),
            )
        ),
        _overview(setting),
        *monitored.typology_blocks(pack),
    ]


def _overview(setting: Setting) -> Table:
    return Table(
        Text("Pola yang dipantau", "Patterns that are monitored"),
        (
            Text("Pola", "Pattern"),
            Text("Menyangkut", "Speaks of"),
            Text("Mengarah ke", "Leads to"),
            Text("Ambang (poin)", "Threshold (points)"),
        ),
        tuple(
            (
                one.title,
                monitored.ROLES[one.role],
                monitored.OUTCOMES[one.outcome],
                plain(str(one.threshold)),
            )
            for one in setting.pack.typologies.values()
        ),
        (42, 26, 17, 15),
    )


def catalogue(setting: Setting) -> list[Block]:
    """Annex A: every indicator with its sentence, numbers, sources and look-alikes."""
    return [
        Heading(1, Text("Lampiran A. Semua indikator", "Annex A. Every indicator")),
        Paragraph(
            Text(
                "Angka dalam kalimat berasal dari paket parameter; “…” berarti angka yang baru "
                "diketahui dari pembayaran nasabah. Nama dalam tabel sama dengan berkas paket. "
                "Kolom dasar menyebut mengapa sebuah angka demikian: dari terbitan, atau pilihan "
                "sendiri.",
                "Numbers in a sentence come from the parameter pack; “…” stands for what is only "
                "known from a customer's payments. Names in the tables are those of the pack file. "
                "The basis says why a number is what it is.",
            )
        ),
        *monitored.indicator_blocks(setting.pack),
    ]
