"""What a survivor is told before a number they know may be watched, by age.

Said aloud by somebody they trust, in these or plainer words, before any number is written
down. The bands follow the usual practice of case management with child survivors (0–5,
6–11, 12–14, 15–17: own knowledge of Caring for Child Survivors, to be checked against the
text). Assent is recorded with how it was explained; `consent_ref` of a watchlist names it.
"""

from dataclasses import dataclass
from typing import Literal

from jaga.ledger.watchlist import DELAY_DAYS, LONGEST_DAYS
from jaga.words import Text

Band = Literal["under 6", "6 to 11", "12 to 14", "15 to 17", "adult"]


@dataclass(frozen=True)
class Words:
    """What is said to one age band: sentences in order, and the questions that show whether it
    was understood. Without an own answer to each question nothing is recorded."""

    band: Band
    title: Text
    sentences: tuple[Text, ...]
    questions: tuple[Text, ...]


POINTS_BACK = Text(
    "Kalau nomor ini dipantau, orang di baliknya mungkin menebak dari siapa nomor itu datang.",
    "If this number is watched, the person behind it may guess who it came from.",
)
NO_HARM_IN_NO = Text(
    "Kamu boleh bilang tidak. Bantuan untukmu tetap sama.",
    "You may say no. The help for you stays the same.",
)
TAKE_BACK = Text(
    "Kamu boleh berubah pikiran kapan saja, tanpa alasan. Sejak itu nomor itu tidak dipantau lagi.",
    "You may change your mind at any time, without a reason. From then on it is no longer watched.",
)
CANNOT_UNDO = Text(
    "Yang sudah terlanjur dibaca orang sebelum kamu berubah pikiran tidak bisa dihapus dari "
    "ingatan "
    "mereka. Itu sebabnya kami bertanya dahulu.",
    "What somebody read before you changed your mind cannot be taken out of their memory. That is "
    "why we ask first.",
)
NOT_WHO = Text(
    "Bank dan dompet digital hanya melihat nomornya. Namamu, ceritamu dan umurmu tidak ikut.",
    "Banks and wallets see the number alone. Your name, your story and your age do not go with it.",
)

WORDS: tuple[Words, ...] = (
    Words(
        "6 to 11",
        Text("Anak 6 sampai 11 tahun", "A child of 6 to 11"),
        (
            Text(
                "Kamu tahu nomor orang yang membayar atau meminta uang. Kami ingin bertanya: "
                "bolehkah nomor itu dijaga, supaya ia tidak menyakiti anak lain?",
                "You know a number of somebody who paid or asked for money. May we have that "
                "number "
                "looked after, so that it does not hurt another child?",
            ),
            Text(
                "Orang itu mungkin menebak bahwa kamu yang bercerita.",
                "That person may guess that it was you who told.",
            ),
            Text(
                "Supaya sulit ditebak, kami menunggu lama dahulu dan mengirimnya bersama nomor "
                "dari "
                "anak lain.",
                "To make it hard to guess, we wait a long time first and send it together with "
                "numbers from other children.",
            ),
            NO_HARM_IN_NO,
            Text("Kamu boleh berubah pikiran kapan saja.", "You may change your mind at any time."),
        ),
        (
            Text(
                "Apa yang bisa terjadi kalau nomor itu dijaga?", "What can happen if it is watched?"
            ),
            Text("Apa yang terjadi kalau kamu bilang tidak?", "What happens if you say no?"),
        ),
    ),
    Words(
        "12 to 14",
        Text("Anak 12 sampai 14 tahun", "A child of 12 to 14"),
        (
            Text(
                "Nomor rekening, telepon atau perangkat yang dipakai orang itu bisa dipantau oleh "
                "bank dan dompet digital, supaya pola pembayarannya terlihat.",
                "The account, phone or device number that person used can be watched by banks and "
                "wallets, so that the pattern of payments is seen.",
            ),
            POINTS_BACK,
            Text(
                "Karena itu nomor tidak langsung dikirim: kami menunggu paling sedikit "
                f"{DELAY_DAYS} hari, lalu mengirimnya pada tanggal 1 bersama nomor dari anak lain. "
                "Itu membuat tebakan lebih sulit, tetapi tidak mustahil.",
                f"So it is not sent at once: we wait {DELAY_DAYS} days at least, then send it on "
                f"the "
                "first of a month together with numbers from other children. That makes guessing "
                "harder, not impossible.",
            ),
            NOT_WHO,
            NO_HARM_IN_NO,
            TAKE_BACK,
        ),
        (
            Text(
                "Siapa yang mungkin menebak, dan apa yang akan ia lakukan?",
                "Who might guess, and what would they do?",
            ),
            Text(
                "Apakah kamu merasa aman bila itu terjadi?", "Would you be safe if that happened?"
            ),
            Text("Bagaimana cara menarik kembali?", "How do you take it back?"),
        ),
    ),
    Words(
        "15 to 17",
        Text("Anak 15 sampai 17 tahun", "A child of 15 to 17"),
        (
            Text(
                "Nomor rekening, telepon atau perangkat yang dipakai orang itu bisa dimasukkan ke "
                "daftar pantau. Bank dan dompet digital lalu melihat bila nomor itu muncul dalam "
                "pembayaran; kecocokan saja tidak memblokir apa pun dan bukan bukti.",
                "The account, phone or device number that person used can go on a watchlist. Banks "
                "and wallets then see when it appears in payments; a match alone blocks nothing "
                "and "
                "proves nothing.",
            ),
            POINTS_BACK,
            Text(
                "Pembayaran juga bisa menunjuk kembali kepadamu: bila rekeningmu pernah membayar "
                "atau "
                "dibayar nomor itu, namamu ada pada pembayaran itu, dan analis dapat melihatnya.",
                "Payments can point back at you as well: if your account paid or was paid by that "
                "number, your name stands on that payment, and an analyst may see it.",
            ),
            Text(
                f"Nomor dilepas paling cepat {DELAY_DAYS} hari kemudian, pada tanggal 1, bersama "
                "nomor dari orang lain. Itu menyamarkan waktunya; tebakan menjadi lebih sulit, "
                "tetapi tidak mustahil.",
                f"It is released {DELAY_DAYS} days later at the earliest, on the first of a month, "
                "together with numbers from others. That blurs the time; guessing becomes harder, "
                "not impossible.",
            ),
            NOT_WHO,
            Text(
                f"Paling lama {LONGEST_DAYS['case']} hari, lalu kami bertanya lagi kepadamu.",
                f"It lasts {LONGEST_DAYS['case']} days at most; then we ask you again.",
            ),
            NO_HARM_IN_NO,
            TAKE_BACK,
            CANNOT_UNDO,
        ),
        (
            Text(
                "Siapa yang mungkin menebak, dan apa yang akan ia lakukan?",
                "Who might guess, and what would they do?",
            ),
            Text(
                "Bagian mana dari pembayaran yang bisa menunjuk kepadamu?",
                "What in the payments could point at you?",
            ),
            Text("Bagaimana cara menarik kembali?", "How do you take it back?"),
        ),
    ),
    Words(
        "adult",
        Text("Penyintas dewasa", "An adult survivor"),
        (
            Text(
                "Nomor rekening, telepon atau perangkat yang dipakai orang itu dapat dimasukkan ke "
                "daftar pantau bank dan dompet digital. Kecocokan saja tidak memblokir apa pun dan "
                "bukan bukti; ia hanya menambah alasan bila polanya sudah ada.",
                "The account, phone or device number that person used can go on the watchlist of "
                "banks and wallets. A match alone blocks nothing and proves nothing; it adds a "
                "reason where there is a pattern already.",
            ),
            Text(
                "Pembayaran dapat menunjuk kembali kepada Anda: orang itu mungkin menebak dari "
                "siapa "
                "nomornya datang, dan bila rekening Anda pernah bertransaksi dengannya, analis "
                "dapat "
                "melihat nama Anda pada pembayaran itu.",
                "Payments can point back at you: that person may guess who the number came from, "
                "and "
                "if your account dealt with it, an analyst may see your name on that payment.",
            ),
            Text(
                f"Nomor dilepas paling cepat {DELAY_DAYS} hari kemudian, pada tanggal 1, bersama "
                f"nomor dari orang lain, dan berlaku paling lama {LONGEST_DAYS['case']} hari.",
                f"It is released {DELAY_DAYS} days later at the earliest, on the first of a month, "
                f"together with numbers from others, and holds {LONGEST_DAYS['case']} days at "
                f"most.",
            ),
            Text(
                "Nama, cerita dan umur Anda tidak ikut. Anda boleh menolak tanpa kehilangan "
                "bantuan, "
                "dan menarik kembali kapan saja tanpa alasan.",
                "Your name, story and age do not go with it. You may refuse without losing help, "
                "and "
                "take it back at any time without a reason.",
            ),
        ),
        (
            Text(
                "Siapa yang mungkin menebak, dan apakah Anda aman bila itu terjadi?",
                "Who might guess, and would you be safe if that happened?",
            ),
            Text("Bagaimana cara menarik kembali?", "How do you take it back?"),
        ),
    ),
)

NOT_ASKED = Text(
    "Anak di bawah 6 tahun tidak diminta menyetujui. Nomor yang ia ketahui hanya masuk daftar bila "
    "penyelia mencatat dasar hukum lain, dan tidak pernah atas persetujuan orang tua yang mungkin "
    "merugikan anak itu.",
    "A child under 6 is not asked to agree. A number it knows goes on the list only where a "
    "supervisor records another lawful basis, and never on the consent of a parent who may be the "
    "one who harms the child.",
)


_FROM: tuple[tuple[int, Band], ...] = (
    (18, "adult"),
    (15, "15 to 17"),
    (12, "12 to 14"),
    (6, "6 to 11"),
)


def band(age: int) -> Band:
    """The band of an age in whole years; of two possible ages, ask with the younger."""
    return next((name for above, name in _FROM if age >= above), "under 6")


def words_for(age: int) -> Words | None:
    """What is said at this age, or None where a child is not asked (`NOT_ASKED`)."""
    return next((one for one in WORDS if one.band == band(age)), None)
