"""Time limits, and the way of an alert from the queue to a decision."""

from jaga.pages.document import Block, Heading, Items, Note, Paragraph, Table
from jaga.procedure.laws import CERTAINTIES, DEADLINES, Deadline
from jaga.procedure.setting import Setting
from jaga.words import Text

STEPS = (
    Text(
        "Lihat umur pemegang rekening. Bila ia anak, mungkin anak, atau umurnya tidak tercatat, "
        "berhenti di sini dan ikuti bab tentang perlindungan anak.",
        "Look at the holder's age. If it is a child, may be one, or the age is not recorded, stop "
        "here and follow the chapter on protecting a child.",
    ),
    Text(
        "Baca setiap alasan dan pembayaran yang menjadi buktinya. Baca juga apa yang tidak dapat "
        "dinilai.",
        "Read every reason and the payments that show it. Read what could not be told as well.",
    ),
    Text(
        "Periksa setiap penjelasan wajar yang disebut pada peringatan dan tuliskan hasilnya: "
        "terbukti, tidak terbukti, tidak dapat diperiksa.",
        "Check every innocent explanation that the alert names and write down the result: holds, "
        "does not hold, could not be checked.",
    ),
    Text(
        "Pakai hanya data yang sudah ada pada penyedia. Nasabah tidak ditanya.",
        "Use only what the provider already has. The customer is not asked.",
    ),
    Text(
        "Usulkan keputusan dengan alasan dalam kalimat yang dapat dibaca orang lain.",
        "Propose a decision, with reasons in sentences that somebody else can read.",
    ),
    Text(
        "Orang kedua membaca bukti, bukan hanya usul, lalu mengesahkan atau mengembalikannya.",
        "A second person reads the evidence, not the proposal alone, and approves or returns it.",
    ),
    Text(
        "Terkonfirmasi: penanggung jawab pelaporan menyusun LTKM hanya dari fakta yang tersimpan "
        "dan menyampaikannya lewat goAML dalam tenggat.",
        "Confirmed: the reporting officer writes the LTKM from stored facts alone and files it "
        "through goAML in time.",
    ),
    Text(
        "Terbantah: peringatan ditutup; pertanyaan yang menyesatkan boleh ditunda untuk nasabah "
        "itu dengan alasan dan tanggal berakhir.",
        "Refuted: the alert is closed; a question that misled may be snoozed for that customer, "
        "with a reason and an end.",
    ),
    Text(
        "Pembayaran dan rekening berjalan seperti biasa, kecuali PPATK atau aparat yang berwenang "
        "meminta penundaan secara tertulis.",
        "Payments and account go on as usual, unless PPATK or a competent authority asks in "
        "writing "
        "for a postponement.",
    ),
)


def blocks(setting: Setting) -> list[Block]:
    """Chapters 4 and 5."""
    return [
        Heading(1, Text("Tenggat", "Time limits")),
        Paragraph(
            Text(
                "Tenggat undang-undang mengikat. Tenggat sendiri boleh diperketat; melonggarkannya "
                "memerlukan alasan tertulis dan pengesahan ulang.",
                "Limits of the law bind. Limits of our own may be made stricter; loosening them "
                "needs a written reason and a new signature.",
            )
        ),
        Table(
            Text("Tenggat, awal hitungan dan dasarnya", "Time limits, their start and their basis"),
            (
                Text("Apa", "What"),
                Text("Tenggat", "Limit"),
                Text("Sejak", "From"),
                Text("Dasar dan alasan", "Basis and reason"),
            ),
            tuple((one.what, limit(one), one.start, _basis(one)) for one in DEADLINES),
            (28, 15, 21, 36),
        ),
        Heading(1, Text("Menangani peringatan", "Handling an alert")),
        Items(STEPS, "steps"),
        Note(
            Text(
                "Jumlah peringatan dibatasi supaya setiap peringatan benar-benar dibaca. Bila "
                "antrean lebih panjang daripada kemampuan, tambah orang; jangan persingkat "
                "langkah.",
                "The number of alerts is limited so that each is truly read. When the queue is "
                "longer than people can read, add people; do not shorten the steps.",
            )
        ),
    ]


def limit(one: Deadline) -> Text:
    """How long, in words: a limit of nought is the same day."""
    if one.value == 0:
        return Text("hari yang sama", "the same day")
    return Text(f"{one.value} {one.unit.id}", f"{one.value} {one.unit.en}")


def _basis(one: Deadline) -> Text:
    law = one.law or Text("tenggat sendiri", "our own limit")
    parts_id, parts_en = [law.id, one.why.id], [law.en, one.why.en]
    if one.certainty is not None:
        sure = CERTAINTIES[one.certainty]
        where = f"{one.where}, " if one.where else ""
        parts_id.append(f"{where}{sure.id}")
        parts_en.append(f"{where}{sure.en}")
    return Text("; ".join(parts_id) + ".", "; ".join(parts_en) + ".")
