"""Innocent people whom many pay: trades, treasurers, creators, guests of a country."""

from jaga.lookalikes.model import Ceiling, Known
from jaga.words import Text

KNOWN: tuple[Known, ...] = (
    Known(
        "arisan",
        Text("Bandar arisan", "The keeper of an arisan"),
        Text(
            "Apakah anggota tetap menyetor jumlah yang sama, lalu satu orang menerima seluruhnya?",
            "Do the same members pay the same stake, and does one person then get all of it?",
        ),
        ceiling=Ceiling(15, 10, "many payers of one sum, but one payout that is the whole pot"),
    ),
    Known(
        "online_shop",
        Text("Toko daring tanpa kode usaha", "An online shop without a merchant code"),
        Text(
            "Apakah ada lapak yang dapat dilihat, harga yang beragam, dan pembelian stok "
            "serta ongkos kirim?",
            "Is there a shop to be seen, varied prices, and purchases of stock and postage?",
        ),
        ceiling=Ceiling(35, 10, "many payers of one account; sums vary and come by day"),
    ),
    Known(
        "pulsa_counter",
        Text("Konter pulsa atau loket pembayaran", "A counter for mobile credit or bills"),
        Text(
            "Apakah nilainya nilai pulsa yang umum, pada jam toko, dan ada setoran ke operator?",
            "Are the values those of common top-ups, in shop hours, with deposits to operators?",
        ),
        ceiling=Ceiling(45, 10, "many payers and money that leaves the same day"),
    ),
    Known(
        "school_treasurer",
        Text("Bendahara kelas atau sekolah", "A treasurer of a class or school"),
        Text(
            "Apakah keluarga yang sama membayar tiap bulan dan uangnya diserahkan ke sekolah?",
            "Do the same families pay each month, and is the money handed to the school?",
        ),
        ceiling=Ceiling(15, 10, "many payers of one sum who come back each month"),
    ),
    Known(
        "freelancer",
        Text("Pekerja lepas bagi klien luar negeri", "A freelancer with clients abroad"),
        Text(
            "Apakah ada tagihan atau akun kerja, dan pembayarnya perusahaan atau klien yang sama?",
            "Are there invoices or a work profile, and are the payers firms or the same clients?",
        ),
        ceiling=Ceiling(25, 10, "payers from several countries"),
    ),
    Known(
        "streamer",
        Text("Penyiar yang mendapat hadiah penonton", "A broadcaster who receives viewers' gifts"),
        Text(
            "Apakah siarannya dapat dilihat umum dan platform membayar tiap minggu?",
            "Can anybody watch the broadcast, and does the platform pay out weekly?",
        ),
        ceiling=Ceiling(
            60,
            30,
            "many payers at night, some of them paying minors, and money that leaves in hours",
        ),
    ),
    Known(
        "charity",
        Text("Penggalangan dana atau panti asuhan", "A charity drive or a children's home"),
        Text(
            "Apakah lembaganya terdaftar, jumlahnya bulat, dan uang dibelanjakan ke toko "
            "dan sekolah?",
            "Is the body registered, are gifts round, and is money spent in shops and on schools?",
        ),
        ceiling=Ceiling(25, 10, "many payers in round sums, some abroad, and cash soon after"),
    ),
    Known(
        "driver",
        Text("Pengemudi yang menarik hasil harian", "A driver who draws the day's takings"),
        Text(
            "Apakah kreditnya pada jam berangkat dan pulang, kecil, dan ditarik malam itu juga?",
            "Are credits small, at commuting hours, and drawn that same evening?",
        ),
        ceiling=Ceiling(30, 10, "many payers and money that leaves the same evening"),
    ),
    Known(
        "food_seller",
        Text("Pedagang makanan malam", "A night food seller"),
        Text(
            "Apakah jumlahnya harga sepiring dua piring, dan paginya dibelanjakan ke pasar?",
            "Are the sums those of a plate or two, and is the market paid next morning?",
        ),
        ceiling=Ceiling(30, 10, "many payers at night and money that leaves by morning"),
    ),
    Known(
        "boarding_house",
        Text("Pemilik kos", "A boarding-house owner"),
        Text(
            "Apakah penghuni yang sama membayar sewa yang sama di awal bulan?",
            "Do the same tenants pay the same rent early each month?",
        ),
        ceiling=Ceiling(20, 10, "many payers of one sum"),
    ),
    Known(
        "game_trader",
        Text("Penjual isi ulang gim", "A seller of game credit"),
        Text(
            "Apakah ada pembelian kredit ke perusahaan gim sebanding dengan penjualannya?",
            "Are there purchases of credit from game firms in proportion to the sales?",
        ),
        ceiling=Ceiling(60, 20, "many young payers at night and money that leaves in hours"),
    ),
    Known(
        "tutor",
        Text("Guru les", "A tutor"),
        Text(
            "Apakah pembayarnya orang tua, jumlah muridnya sedikit, dan jadwal lesnya nyata?",
            "Are the payers parents, the pupils few, and is there a timetable?",
        ),
        ceiling=Ceiling(30, 10, "one sum from many payers every month, as a paid group has"),
    ),
    Known(
        "gym",
        Text("Pengelola sasana atau kursus", "The keeper of a gym or course"),
        Text(
            "Apakah ada tempat yang dapat didatangi dan sewa tempat yang dibayar?",
            "Is there a hall that can be visited, and a rent that is paid?",
        ),
        ceiling=Ceiling(30, 10, "one sum from many payers every month, as a paid group has"),
    ),
    Known(
        "village_treasurer",
        Text("Bendahara lingkungan", "A treasurer of a neighbourhood"),
        Text(
            "Apakah iurannya kecil dan sama, dari rumah-rumah di satu lingkungan?",
            "Are the dues small and equal, from homes of one neighbourhood?",
        ),
        ceiling=Ceiling(25, 10, "one sum from many payers every month, partly on a second account"),
    ),
    Known(
        "reseller",
        Text("Penjual ulang atau makelar", "A reseller or broker"),
        Text(
            "Apakah tiap pesanan dibayarkan ke pemasok yang sama, dengan keuntungan yang wajar?",
            "Is each order paid on to the same suppliers, with an ordinary margin?",
        ),
        ceiling=Ceiling(
            90,
            10,
            "every credit goes on the same day less a margin: gathering and splitting from outside",
        ),
    ),
    Known(
        "sub_agent",
        Text("Agen pengiriman uang kecil", "A small agent who sends money for others"),
        Text(
            "Apakah ada perjanjian keagenan dan biaya yang tetap kecil?",
            "Is there an agency contract, and is the fee small and steady?",
        ),
        ceiling=Ceiling(
            95,
            30,
            "every credit goes on the same day less a fee: gathering and splitting from outside",
        ),
    ),
    Known(
        "event_organiser",
        Text("Panitia acara anak muda", "An organiser of youth events"),
        Text(
            "Apakah acaranya diumumkan, tiketnya satu harga, dan kru dibayar sesudahnya?",
            "Was the event announced, is there one ticket price, and is a crew paid afterwards?",
        ),
        ceiling=Ceiling(70, 10, "many young payers, then a split among young helpers"),
    ),
    Known(
        "sales_rep",
        Text("Tenaga penjual keliling", "A travelling sales representative"),
        Text(
            "Apakah penginapan di banyak kota sesuai jadwal kunjungan dan ada pemberi kerja?",
            "Are lodgings in many towns as on a round of visits, and is there an employer?",
        ),
        ceiling=Ceiling(30, 10, "credits from strangers, lodging and rides, as an organiser has"),
    ),
    Known(
        "tour_guide",
        Text("Pemandu wisata", "A tour guide"),
        Text(
            "Apakah pembayarnya tamu, pada hari tur, dan kamar dipesan untuk mereka?",
            "Are the payers guests, on days of a tour, and are rooms booked for them?",
        ),
        ceiling=Ceiling(
            15, 10, "credits from strangers, lodging, rides and advertisements, as an organiser has"
        ),
    ),
    Known(
        "small_advertiser",
        Text("Usaha kecil yang beriklan", "A small business that advertises"),
        Text(
            "Apakah iklannya untuk barang yang dapat dilihat dan penjualannya mengikuti?",
            "Are the advertisements for goods that can be seen, and do sales follow?",
        ),
        ceiling=Ceiling(35, 10, "credits from strangers and advertisements at one price"),
    ),
    Known(
        "migrant_household",
        Text("Keluarga pekerja migran di rumah", "The household of migrant workers"),
        Text(
            "Apakah pengirimnya kerabat yang tercatat dan kirimannya bulanan sesudah hari gajian?",
            "Are the senders recorded relatives, and do they send monthly after payday?",
        ),
        ceiling=Ceiling(15, 10, "several senders abroad, who are always the same"),
    ),
)
