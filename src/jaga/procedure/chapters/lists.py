"""The watchlist's rules and those of asking about one customer, from the code that holds them."""

from jaga.ledger import watchlist
from jaga.ledger.tables import WATCHLIST_SOURCES
from jaga.pages.document import Block, Heading, Items, Paragraph, Table, plain
from jaga.procedure.setting import Setting
from jaga.screening.purpose_log import PURPOSES, REPEATED
from jaga.words import Text


def blocks(setting: Setting) -> list[Block]:
    """Chapters 9 and 10."""
    return [*_watchlist(), *_queries()]


def _watchlist() -> list[Block]:
    return [
        Heading(1, Text("Daftar pantau", "The watchlist")),
        Paragraph(
            Text(
                "Daftar pantau memuat rekening, telepon dan perangkat yang dipakai terhadap anak, "
                "sebagai token. Pemiliknya belum tentu bersalah; karena itu setiap isian berakhir, "
                "dapat dikoreksi, tidak pernah menimbulkan peringatan sendirian dan tidak pernah "
                "menolak pembayaran.",
                "The watchlist holds accounts, phones and devices that were used against children, "
                "as tokens. Their holders need not be guilty; so an entry ends, can be corrected, "
                "never raises an alert alone and never refuses a payment.",
            )
        ),
        Table(
            Text("Masa berlaku isian menurut asalnya", "How long an entry holds, by its source"),
            (Text("Asal", "Source"), Text("Paling lama (hari)", "At most (days)")),
            tuple(
                (watchlist.SOURCE_WORDS[code], plain(str(watchlist.LONGEST_DAYS[word])))
                for code, word in enumerate(WATCHLIST_SOURCES)
            ),
            (60, 40),
        ),
        Items(_rules()),
    ]


def _rules() -> tuple[Text, ...]:
    delay, batch = watchlist.DELAY_DAYS, watchlist.SMALLEST_BATCH
    wait = watchlist.LONGEST_WAIT_DAYS
    return (
        Text(
            "Nomor dari kasus hanya diterima dengan rujukan persetujuan. Sebelum setuju, "
            "penyintas diberi tahu dengan kata-kata yang jelas bahwa pembayaran dapat "
            "menunjuk kembali kepadanya.",
            "A number from a case is taken only with a reference to a consent. Before they "
            "agree, a survivor is told in plain words that payments can point back at "
            "them.",
        ),
        Text(
            f"Nomor dari kasus dilepas kepada penyaringan pada tanggal 1, paling cepat "
            f"{delay} hari setelah ditambahkan, bersama paling sedikit {batch} persetujuan "
            f"berbeda atau paling lambat pada tanggal 1 setelah {wait} hari.",
            f"A number from a case is released to screening on the first of a month, at "
            f"least {delay} days after it was added, together with {batch} different "
            f"consents at least, or else on the first of a month after {wait} days.",
        ),
        Text(
            "Penyaringan hanya mengetahui jenis asal dan tanggal lepas, tidak tahu tentang "
            "anak mana pun.",
            "Screening knows the kind of source and the day of release alone, and nothing "
            "of any child.",
        ),
        Text(
            "Persetujuan boleh ditarik kapan saja, tanpa alasan; sejak daftar dibaca ulang "
            "isian itu tidak dipakai lagi, juga untuk pembayaran yang lampau.",
            "A consent may be taken back at any time, without a reason; once the list is "
            "read again the entry is no longer used, for past payments too.",
        ),
        Text(
            "Isian yang dikeluhkan diperiksa; bila tidak seorang pun dapat menyebut "
            "dasarnya, isian itu ditarik.",
            "An entry that is complained of is checked; if nobody can say what it rests "
            "on, it is withdrawn.",
        ),
    )


def _queries() -> list[Block]:
    return [
        Heading(1, Text("Bertanya tentang satu nasabah", "Asking about one customer")),
        Paragraph(
            Text(
                "Jawaban atas satu nasabah tidak memuat skor atau kesimpulan. Setiap pencarian "
                "menyebut tujuannya dan dicatat sebelum dijawab, dengan nama penanya; tanpa "
                "tujuan, "
                "pencarian ditolak. Tujuan yang diakui:",
                "An answer about one customer holds no score and no conclusion. Every query names "
                "its purpose and is kept before it is answered, with the name of who asks; without "
                "a purpose it is refused. The purposes are:",
            )
        ),
        Items(tuple(words for name, words in PURPOSES.items() if name != "other")),
        Paragraph(
            Text(
                "Pejabat pelindungan data membaca catatan itu setiap bulan: pencarian tanpa "
                "rujukan "
                f"perkara, dan satu nasabah yang dicari orang yang sama {REPEATED} kali atau "
                f"lebih.",
                "The data protection officer reads the log every month: queries without a case, "
                "and "
                f"one customer looked up by the same person {REPEATED} times or more.",
            )
        ),
    ]
