"""What protects a child once an alert may concern one, and silence towards the customer."""

from jaga.pages.document import Block, Heading, Items, Note, Paragraph
from jaga.procedure.setting import Setting
from jaga.words import Text

STEPS = (
    Text(
        "Serahkan pada hari yang sama kepada petugas perlindungan anak, juga pada hari libur.",
        "Hand over to the child protection officer the same day, holidays too.",
    ),
    Text(
        "Jangan hubungi anak, keluarganya atau walinya. Wali bisa saja orang yang "
        "merugikan anak itu.",
        "Do not contact the child, the family or the guardian. A guardian may be the "
        "person who harms the child.",
    ),
    Text(
        "Jangan blokir, batasi atau tutup rekening. Tekanan pada anak dapat bertambah "
        "bila uang tiba-tiba berhenti.",
        "Do not block, limit or close the account. Pressure on a child can grow when "
        "money stops at once.",
    ),
    Text(
        "Petugas menghubungi SAPA 129 atau UPTD PPA setempat; bila bahaya mendesak, "
        "polisi. Yang diserahkan hanya yang perlu untuk menolong.",
        "The officer calls SAPA 129 or the local UPTD PPA; in urgent danger, the "
        "police. "
        "Only what is needed to help is handed over.",
    ),
    Text(
        "Rekening pihak dewasa yang membayar atau menerima ditinjau sebagai perkara "
        "tersendiri, tanpa menyebut anak itu.",
        "The account of an adult who pays or receives is reviewed as a matter of its "
        "own, without naming the child.",
    ),
    Text(
        "Identitas anak, keluarga, sekolah dan tempat tinggalnya tidak masuk surat "
        "elektronik, obrolan atau notulen.",
        "The identity of the child, family, school and home goes into no e-mail, chat or minutes.",
    ),
)


def blocks(setting: Setting) -> list[Block]:
    """Chapters 6 and 7."""
    return [*_child(), *_silence()]


def _child() -> list[Block]:
    return [
        Heading(1, Text("Melindungi anak", "Protecting a child")),
        Paragraph(
            Text(
                "Peringatan mengarah ke perlindungan bila pemegang rekening di bawah 18 tahun, "
                "mungkin di bawah 18 tahun menurut tahun lahirnya, atau rekeningnya tertaut pada "
                "wali. Apa pun yang menyala, anak itu bukan terduga.",
                "An alert leads to protection where the holder is under 18, may be by year of "
                "birth, "
                "or has an account linked to a guardian. Whatever fired, that child is no suspect.",
            )
        ),
        Items(
            STEPS,
            "steps",
        ),
        Note(
            Text(
                "Bila umur tidak tercatat, orang memeriksanya lebih dahulu dari data yang ada. "
                "Sebelum umur diketahui, tidak ada LTKM atas rekening itu.",
                "Where the age is not recorded, a person checks it first from the data at hand. "
                "Until it is known there is no LTKM about that account.",
            )
        ),
    ]


def _silence() -> list[Block]:
    return [
        Heading(1, Text("Tidak membocorkan", "Not tipping off")),
        Items(
            (
                Text(
                    "Tidak seorang pun memberi tahu nasabah, keluarganya atau pihak lain bahwa ada "
                    "peringatan, pencarian atau laporan, langsung maupun tersirat.",
                    "Nobody tells the customer, the family or anybody else that there is an alert, "
                    "a "
                    "query or a report, plainly or by a hint.",
                ),
                Text(
                    "Peran yang berhadapan dengan nasabah tidak melihat peringatan, konsep LTKM "
                    "dan "
                    "daftar pantau pada sistem.",
                    "Roles that face customers do not see alerts, LTKM drafts or the watchlist in "
                    "the system.",
                ),
                Text(
                    "Bila nasabah bertanya, jawabannya sama seperti kepada setiap nasabah; "
                    "pertanyaan itu dicatat dan diteruskan kepada penyelia.",
                    "When a customer asks, the answer is the one every customer gets; the question "
                    "is "
                    "noted and passed to the supervisor.",
                ),
                Text(
                    "Pemutusan hubungan usaha dengan alasan prosedur ini tidak dilakukan tanpa "
                    "penanggung jawab pelaporan.",
                    "No business relation is ended because of this procedure without the reporting "
                    "officer.",
                ),
            )
        ),
    ]
