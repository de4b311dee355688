"""The young and their honest money."""

from jaga.lookalikes.model import Ceiling, Known
from jaga.words import Text

KNOWN: tuple[Known, ...] = (
    Known(
        "birthday",
        Text("Hadiah ulang tahun atau hari raya", "Gifts for a birthday or holiday"),
        Text(
            "Apakah semuanya datang dalam satu sampai tiga hari, bulat, dari keluarga dan "
            "kenalannya?",
            "Did all of it come within one to three days, in round sums, from family and friends?",
        ),
        ceiling=Ceiling(15, 10, "many payers of a minor, in a day or two"),
    ),
    Known(
        "young_gamer",
        Text("Pemain muda yang membeli kredit gim", "A young gamer who buys game credit"),
        Text(
            "Apakah penerimanya perusahaan gim atau penjual yang dikenal, dan berulang tiap musim?",
            "Is the receiver a game firm or a known seller, and does it come back each season?",
        ),
        ceiling=Ceiling(25, 10, "bursts of equal vouchers, some from a new seller"),
    ),
    Known(
        "concert_tickets",
        Text("Pembelian tiket konser atau pertemuan", "Tickets for a concert or meeting"),
        Text(
            "Apakah tanggalnya dekat dengan penjualan tiket dan teman-temannya mengganti uangnya?",
            "Is the date close to a ticket sale, and do friends pay their share back?",
        ),
        ceiling=Ceiling(75, 10, "a burst to one new receiver, with money borrowed just before"),
    ),
    Known(
        "emergency",
        Text("Keadaan darurat keluarga", "A family emergency"),
        Text(
            "Apakah uangnya ke rumah sakit, apotek atau kerabat, dan keluarga tahu?",
            "Does the money go to a hospital, pharmacy or relative, and does the family know?",
        ),
        ceiling=Ceiling(55, 10, "a burst to new receivers, with money borrowed just before it"),
    ),
    Known(
        "student",
        Text("Mahasiswa baru", "A new student"),
        Text(
            "Apakah pengirimnya keluarga dan belanjanya kos, makan dan kampus?",
            "Are the senders family, and is it spent on lodging, food and campus?",
        ),
        ceiling=Ceiling(25, 10, "a young person with a new account and several senders"),
    ),
    Known(
        "young_creator",
        Text("Kreator muda dengan izin wali", "A young creator with a guardian's consent"),
        Text(
            "Apakah walinya tahu, rekening wali ikut dipakai, dan kontennya terbuka untuk umum?",
            "Does a guardian know, is the guardian's account used too, and is the content public?",
        ),
        ceiling=Ceiling(55, 10, "a minor whom many people pay"),
    ),
    Known(
        "young_athlete",
        Text("Atlet muda yang dibiayai", "A young athlete who is supported"),
        Text(
            "Apakah ada klub atau sekolah yang mengirim dan lomba pada tanggal itu?",
            "Is there a club or school that sends, and a competition on that date?",
        ),
        ceiling=Ceiling(20, 10, "a minor whom several adults pay"),
    ),
    Known(
        "family_business",
        Text(
            "Rekening anak yang dipakai usaha keluarga",
            "A child's account used by the family's stall",
        ),
        Text(
            "Apakah jumlahnya harga dagangan dan uangnya diserahkan ke orang tua hari itu juga?",
            "Are the sums prices of goods, and is the money handed to the parents that day?",
        ),
        ceiling=Ceiling(90, 10, "a minor whom many people pay and who hands it on the same day"),
    ),
    Known(
        "other_fraud",
        Text(
            "Korban penipuan lain: tetap perlu dibantu",
            "A victim of another fraud: help them all the same",
        ),
        Text(
            "Apakah ada barang yang dijanjikan dan penjual yang menghilang?",
            "Was something promised, and has the seller gone silent?",
        ),
        ceiling=Ceiling(
            25,
            10,
            "a burst to one new receiver and then silence; a victim all the same, worth helping",
        ),
    ),
    Known(
        "school_saver",
        Text("Tabungan sekolah seorang anak", "A child's savings for school"),
        Text(
            "Apakah penyetornya keluarga, jumlahnya kecil dan uangnya tetap di rekening?",
            "Do family members pay in, are the sums small, and does the money stay?",
        ),
        ceiling=Ceiling(15, 10, "a minor whom several adults pay again and again"),
    ),
)
