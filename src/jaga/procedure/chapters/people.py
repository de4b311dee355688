"""Who decides, who checks, and who may not see what."""

from jaga.pages.document import Block, Heading, Note, Paragraph, Table
from jaga.procedure.setting import Setting
from jaga.words import Text

ROLES: tuple[tuple[Text, Text, Text], ...] = (
    (
        Text("Analis keuangan", "Finance analyst"),
        Text(
            "membaca peringatan, memeriksa penjelasan wajar, mengusulkan keputusan",
            "reads alerts, checks explanations, proposes a decision",
        ),
        Text("mengesahkan usulnya sendiri", "approve their own proposal"),
    ),
    (
        Text("Penyelia", "Supervisor"),
        Text(
            "mengesahkan atau mengembalikan usul; memimpin antrean",
            "approves or returns proposals; leads the queue",
        ),
        Text(
            "mengusulkan dan mengesahkan perkara yang sama", "propose and approve the same matter"
        ),
    ),
    (
        Text("Petugas perlindungan anak", "Child protection officer"),
        Text(
            "menerima peringatan perlindungan, menyerahkannya ke layanan, menjaga kerahasiaan anak",
            "receives protection alerts, hands over to services, keeps the child's confidence",
        ),
        Text(
            "menghubungi anak atau keluarganya atas nama penyedia",
            "contact the child or family for the provider",
        ),
    ),
    (
        Text("Penanggung jawab pelaporan", "Reporting officer"),
        Text(
            "menyampaikan LTKM lewat goAML; satu-satunya yang memegang akun goAML",
            "files LTKM through goAML; alone holds the goAML account",
        ),
        Text("melapor tanpa keputusan dua orang", "report without a decision of two"),
    ),
    (
        Text("Pejabat pelindungan data", "Data protection officer"),
        Text(
            "menjaga daftar pantau, catatan pencarian, koreksi dan penghapusan",
            "looks after the watchlist, the log of queries, corrections and erasure",
        ),
        Text("memutuskan peringatan", "decide alerts"),
    ),
    (
        Text("Layanan nasabah dan cabang", "Customer service and branches"),
        Text("melayani nasabah seperti biasa", "serve customers as usual"),
        Text(
            "melihat peringatan, laporan atau daftar pantau", "see alerts, reports or the watchlist"
        ),
    ),
    (
        Text("Audit internal", "Internal audit"),
        Text(
            "menguji prosedur, memeriksa catatan, melapor kepada direksi",
            "tests the procedure, checks the records, reports to the board",
        ),
        Text("mengubah keputusan", "change decisions"),
    ),
)


def blocks(setting: Setting) -> list[Block]:
    """Chapter 3."""
    return [
        Heading(1, Text("Siapa yang memutuskan", "Who decides")),
        Paragraph(
            Text(
                "Setiap keputusan atas peringatan diambil dua orang: satu mengusulkan, satu lagi "
                "mengesahkan atau mengembalikan dengan alasan. Keduanya tidak boleh orang yang "
                "sama dan tidak boleh berkepentingan dengan nasabah itu. Pengganti ditunjuk "
                "tertulis lebih dahulu.",
                "Every decision on an alert is taken by two people: one proposes, another approves "
                "or returns it with a reason. They are never the same person, and neither has an "
                "interest in that customer. Deputies are named in writing beforehand.",
            )
        ),
        Table(
            Text("Peran, tugas dan batasnya", "Roles, tasks and limits"),
            (Text("Peran", "Role"), Text("Bertugas", "Does"), Text("Tidak boleh", "May not")),
            ROLES,
            (24, 44, 32),
        ),
        Table(
            Text("Pemegang peran", "Who holds the roles"),
            (Text("Peran", "Role"), Text("Nama", "Name"), Text("Pengganti", "Deputy")),
            tuple((role, BLANK, BLANK) for role, _, _ in ROLES[:5]),
            (40, 30, 30),
        ),
        Note(
            Text(
                "Tiga keputusan yang mungkin: terkonfirmasi, terbantah, belum dapat disimpulkan. "
                "“Belum dapat disimpulkan” adalah keputusan yang sah dan tidak merugikan nasabah.",
                "Three decisions are possible: confirmed, refuted, inconclusive. “Inconclusive” is "
                "a sound decision and does the customer no harm.",
            )
        ),
    ]


BLANK = Text("____________", "____________")
