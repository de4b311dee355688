"""Ready sentences for an answer, by the state of a report and the age of whoever reads them.

A start, not an answer: the person who replies changes them. Our own words; short sentences, no
promise that a person cannot keep, no question about what happened.
"""

from dataclasses import dataclass
from typing import Literal

from jaga.words import Text

Register = Literal["young", "teen", "adult"]
REGISTERS: dict[str, Register] = {
    "0-5": "young",
    "6-11": "young",
    "12-14": "teen",
    "15-17": "teen",
    "unknown": "teen",
    "18+": "adult",
}


@dataclass(frozen=True)
class Phrase:
    """One ready sentence for one state, told in three ways."""

    id: str
    status: str
    young: Text
    teen: Text
    adult: Text

    def words(self, age_band: str) -> Text:
        """The words for this age band; those for teenagers when it is not known."""
        register: Register = REGISTERS.get(age_band, "teen")
        return {"young": self.young, "teen": self.teen, "adult": self.adult}[register]


PHRASES: tuple[Phrase, ...] = (
    Phrase(
        "thanks",
        "received",
        Text(
            "Terima kasih sudah bercerita. Kamu tidak salah. Kami membaca ceritamu.",
            "Thank you for telling us. You did nothing wrong. We are reading your story.",
        ),
        Text(
            "Terima kasih sudah menulis. Ini bukan salahmu. Kami sedang membaca ceritamu.",
            "Thank you for writing. This is not your fault. We are reading what you wrote.",
        ),
        Text(
            "Terima kasih sudah melapor. Kami sedang membaca laporan Anda.",
            "Thank you for reporting. We are reading your report.",
        ),
    ),
    Phrase(
        "safe_now",
        "received",
        Text(
            "Apakah kamu aman sekarang? Kalau tidak, telepon 129 atau 110. "
            "Kamu juga boleh minta tolong orang dewasa yang kamu percaya.",
            "Are you safe now? If not, call 129 or 110. "
            "You may also ask a grown-up you trust for help.",
        ),
        Text(
            "Apakah kamu aman sekarang? Kalau tidak, hubungi 129 atau 110 saat ini juga.",
            "Are you safe now? If not, call 129 or 110 right away.",
        ),
        Text(
            "Apakah anak itu aman sekarang? Kalau tidak, hubungi 129 atau 110 saat ini juga.",
            "Is the child safe now? If not, call 129 or 110 right away.",
        ),
    ),
    Phrase(
        "what_helps",
        "read",
        Text(
            "Kami sudah membaca ceritamu. Bantuan apa yang kamu mau? Kamu boleh bilang tidak tahu.",
            "We read your story. What help do you want? You may say you do not know.",
        ),
        Text(
            "Kami sudah membaca tulisanmu. Bantuan apa yang paling kamu butuhkan sekarang? "
            "Kamu tidak perlu menceritakan rinciannya.",
            "We read what you wrote. What help do you need most now? "
            "You do not have to tell us the details.",
        ),
        Text(
            "Kami sudah membaca laporan Anda. Bantuan apa yang paling dibutuhkan sekarang?",
            "We read your report. What help is needed most now?",
        ),
    ),
    Phrase(
        "safe_contact",
        "read",
        Text(
            "Kapan kamu bisa membaca pesan kami dengan aman?",
            "When can you read our messages safely?",
        ),
        Text(
            "Kapan dan dengan cara apa kami bisa menghubungimu dengan aman?",
            "When and how can we reach you safely?",
        ),
        Text(
            "Kapan dan dengan cara apa kami dapat menghubungi Anda dengan aman?",
            "When and how can we reach you safely?",
        ),
    ),
    Phrase(
        "arranging",
        "arranging",
        Text(
            "Ada orang yang sedang menyiapkan bantuan untukmu. Kami akan memberi kabar di sini.",
            "Somebody is getting help ready for you. We will tell you here.",
        ),
        Text(
            "Seorang petugas sedang mengatur bantuan untukmu. Kabarnya kami tulis di sini.",
            "One of us is arranging help for you. We will write the news here.",
        ),
        Text(
            "Seorang petugas sedang mengatur bantuan. Kabarnya kami tulis di sini.",
            "One of us is arranging help. We will write the news here.",
        ),
    ),
    Phrase(
        "your_step",
        "arranging",
        Text(
            "Kalau kamu setuju, satu orang akan mendampingimu terus. "
            "Kamu boleh bilang ya, boleh bilang tidak.",
            "If you agree, one person will stay with you. You may say yes, you may say no.",
        ),
        Text(
            "Kalau kamu setuju, laporan ini menjadi kasus dan satu orang mendampingimu. "
            "Kamu yang memutuskan, dan kamu boleh bertanya dulu.",
            "If you agree, this report becomes a case and one person stays with you. "
            "You decide, and you may ask first.",
        ),
        Text(
            "Bila anak itu setuju, laporan ini menjadi kasus dan satu orang mendampinginya.",
            "If the child agrees, this report becomes a case and one person stays with the child.",
        ),
    ),
    Phrase(
        "waiting",
        "waiting",
        Text(
            "Kami menunggu kabarmu. Tidak apa-apa kalau lama. Kami tetap di sini.",
            "We are waiting for you. It is fine if it takes long. We are still here.",
        ),
        Text(
            "Kami menunggu jawabanmu. Jawab saat aman dan saat kamu siap.",
            "We are waiting for your answer. Answer when it is safe and when you are ready.",
        ),
        Text(
            "Kami menunggu jawaban Anda. Jawablah saat keadaannya aman.",
            "We are waiting for your answer. Answer when it is safe to do so.",
        ),
    ),
    Phrase(
        "handed_over",
        "handed_over",
        Text(
            "Sekarang ada satu orang yang mendampingimu. Kamu tetap bisa menulis di sini.",
            "Now there is one person who stays with you. You can still write here.",
        ),
        Text(
            "Sekarang satu orang mendampingimu. Kamu tetap bisa menulis dan membaca di sini.",
            "One person stays with you now. You can still write and read here.",
        ),
        Text(
            "Sekarang satu orang mendampingi anak itu. Anda tetap dapat menulis di sini.",
            "One person stays with the child now. You can still write here.",
        ),
    ),
    Phrase(
        "closed",
        "closed",
        Text(
            "Kita selesai untuk sekarang. Kalau kamu butuh lagi, tulis saja. Kami senang membantu.",
            "We are done for now. If you need us again, just write. We are glad to help.",
        ),
        Text(
            "Laporan ini selesai untuk sekarang. Kalau ada apa-apa lagi, tulislah di sini.",
            "This report is finished for now. If anything happens again, write to us here.",
        ),
        Text(
            "Laporan ini selesai. Bila ada hal baru, tulislah di sini.",
            "This report is finished. If there is anything new, write to us here.",
        ),
    ),
)

# Read aloud, word for word, before anybody asks who a caller is. The duty is that of UU 12/2022
# art. 41; whether it binds this organisation is for its counsel to say, so the words promise the
# stricter reading.
READ_ALOUD: dict[Register, Text] = {
    "young": Text(
        "Kamu tidak harus menyebut namamu. Kalau kami tahu siapa kamu, kami harus memberi tahu "
        "polisi paling lambat 3 hari (3×24 jam) setelah kamu bercerita. Kamu boleh bertanya dulu, "
        "dan kamu boleh diam.",
        "You do not have to say your name. If we know who you are, we have to tell the police "
        "within 3 days (3×24 hours) after you told us. You may ask first, and you may say nothing.",
    ),
    "teen": Text(
        "Kamu tidak harus menyebut siapa dirimu. Begitu kami tahu siapa kamu, undang-undang "
        "meminta kami melapor ke polisi paling lambat 3×24 jam sejak kamu melapor kepada kami. "
        "Tanpa nama, kami tetap bisa mendengarkan dan memberi tahu bantuan yang ada.",
        "You do not have to say who you are. Once we know, the law asks us to report to the "
        "police within 3×24 hours of your report to us. Without a name we can still listen and "
        "tell you what help there is.",
    ),
    "adult": Text(
        "Anda tidak harus menyebut siapa Anda atau siapa anak itu. Begitu kami tahu siapa anak "
        "itu, undang-undang meminta kami melapor ke polisi paling lambat 3×24 jam. Tanpa nama, "
        "kami tetap dapat mendengarkan dan memberi tahu bantuan yang ada.",
        "You do not have to say who you or the child are. Once we know who the child is, the law "
        "asks us to report to the police within 3×24 hours. Without a name we can still listen "
        "and tell you what help there is.",
    ),
}


def for_status(status: str) -> tuple[Phrase, ...]:
    """The ready sentences that fit this state."""
    return tuple(one for one in PHRASES if one.status == status)


def by_id(name: str) -> Phrase | None:
    """The ready sentence with this id."""
    return next((one for one in PHRASES if one.id == name), None)
