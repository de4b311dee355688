"""What protects people who have done nothing."""

from jaga.pages.document import Block, Heading, Items, Paragraph
from jaga.procedure import monitored
from jaga.procedure.setting import Setting
from jaga.words import Text


def blocks(setting: Setting) -> list[Block]:
    """Chapter 8."""
    return [
        Heading(1, Text("Melindungi yang tidak bersalah", "Protecting the innocent")),
        Items(
            (
                Text(
                    "Peringatan bukan tuduhan. Sebagian besar punya penjelasan wajar, dan tugas "
                    "pertama analis adalah mencarinya.",
                    "An alert is no accusation. Most have an innocent explanation, and an "
                    "analyst's "
                    "first task is to look for it.",
                ),
                Text(
                    "Dua keluarga pertanyaan harus menyala. Berita transfer atau daftar pantau "
                    "saja "
                    "tidak pernah cukup.",
                    "Two families of questions must fire. A remark or the watchlist alone is never "
                    "enough.",
                ),
                Text(
                    "Asal negara, kewarganegaraan, nama, agama dan tempat tinggal tidak pernah "
                    "menjadi pertanyaan.",
                    "Country of origin, nationality, name, religion and home are never a question.",
                ),
                Text(
                    "Peringatan yang terbantah tidak tersimpan sebagai catatan buruk nasabah dan "
                    "tidak memengaruhi layanan, harga atau kredit.",
                    "A refuted alert is no mark against a customer and touches no service, price "
                    "or "
                    "credit.",
                ),
                Text(
                    "Setiap orang boleh mengeluh dan meminta koreksi lewat saluran pengaduan "
                    "biasa. "
                    "Jawaban tidak mengungkap apakah pernah ada peringatan; data yang salah "
                    "diperbaiki dan penyaringan diulang.",
                    "Everybody may complain and ask for correction through the usual channel. The "
                    "answer does not say whether there ever was an alert; wrong data are corrected "
                    "and screening runs again.",
                ),
                Text(
                    "Setiap triwulan dilihat apakah peringatan lebih sering mengenai kelompok "
                    "tertentu daripada seharusnya; bila ya, pertanyaannya diperbaiki.",
                    "Every quarter it is checked whether alerts fall on some group more than they "
                    "should; if so, the questions are mended.",
                ),
            )
        ),
        Heading(2, Text("Penjelasan wajar yang dikenal", "Innocent explanations we know")),
        Paragraph(
            Text(
                "Kehidupan berikut memberi jejak yang serupa. Setiap peringatan menyebut yang "
                "mungkin berlaku baginya.",
                "These lives leave like traces. Each alert names those that may apply to it.",
            )
        ),
        monitored.look_alike_points(setting.pack),
    ]
