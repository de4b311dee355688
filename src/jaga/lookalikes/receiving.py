"""Innocent people whom many pay: trades, treasurers, creators, guests of a country."""

from jaga.lookalikes.model import Known
from jaga.words import Text

KNOWN: tuple[Known, ...] = (
    Known(
        "arisan",
        Text("Bandar arisan", "The keeper of an arisan"),
        Text(
            "Apakah anggota tetap menyetor jumlah yang sama, lalu satu orang menerima seluruhnya?",
            "Do the same members pay the same stake, and does one person then get all of it?",
        ),
    ),
    Known(
        "online_shop",
        Text("Toko daring tanpa kode usaha", "An online shop without a merchant code"),
        Text(
            "Apakah ada lapak yang dapat dilihat, harga yang beragam, dan pembelian stok "
            "serta ongkos kirim?",
            "Is there a shop to be seen, varied prices, and purchases of stock and postage?",
        ),
    ),
    Known(
        "pulsa_counter",
        Text("Konter pulsa atau loket pembayaran", "A counter for mobile credit or bills"),
        Text(
            "Apakah nilainya nilai pulsa yang umum, pada jam toko, dan ada setoran ke operator?",
            "Are the values those of common top-ups, in shop hours, with deposits to operators?",
        ),
    ),
    Known(
        "school_treasurer",
        Text("Bendahara kelas atau sekolah", "A treasurer of a class or school"),
        Text(
            "Apakah keluarga yang sama membayar tiap bulan dan uangnya diserahkan ke sekolah?",
            "Do the same families pay each month, and is the money handed to the school?",
        ),
    ),
    Known(
        "freelancer",
        Text("Pekerja lepas bagi klien luar negeri", "A freelancer with clients abroad"),
        Text(
            "Apakah ada tagihan atau akun kerja, dan pembayarnya perusahaan atau klien yang sama?",
            "Are there invoices or a work profile, and are the payers firms or the same clients?",
        ),
    ),
    Known(
        "streamer",
        Text("Penyiar yang mendapat hadiah penonton", "A broadcaster who receives viewers' gifts"),
        Text(
            "Apakah siarannya dapat dilihat umum dan platform membayar tiap minggu?",
            "Can anybody watch the broadcast, and does the platform pay out weekly?",
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
    ),
    Known(
        "driver",
        Text("Pengemudi yang menarik hasil harian", "A driver who draws the day's takings"),
        Text(
            "Apakah kreditnya pada jam berangkat dan pulang, kecil, dan ditarik malam itu juga?",
            "Are credits small, at commuting hours, and drawn that same evening?",
        ),
    ),
    Known(
        "food_seller",
        Text("Pedagang makanan malam", "A night food seller"),
        Text(
            "Apakah jumlahnya harga sepiring dua piring, dan paginya dibelanjakan ke pasar?",
            "Are the sums those of a plate or two, and is the market paid next morning?",
        ),
    ),
    Known(
        "boarding_house",
        Text("Pemilik kos", "A boarding-house owner"),
        Text(
            "Apakah penghuni yang sama membayar sewa yang sama di awal bulan?",
            "Do the same tenants pay the same rent early each month?",
        ),
    ),
    Known(
        "game_trader",
        Text("Penjual isi ulang gim", "A seller of game credit"),
        Text(
            "Apakah ada pembelian kredit ke perusahaan gim sebanding dengan penjualannya?",
            "Are there purchases of credit from game firms in proportion to the sales?",
        ),
    ),
    Known(
        "tutor",
        Text("Guru les", "A tutor"),
        Text(
            "Apakah pembayarnya orang tua, jumlah muridnya sedikit, dan jadwal lesnya nyata?",
            "Are the payers parents, the pupils few, and is there a timetable?",
        ),
    ),
    Known(
        "gym",
        Text("Pengelola sasana atau kursus", "The keeper of a gym or course"),
        Text(
            "Apakah ada tempat yang dapat didatangi dan sewa tempat yang dibayar?",
            "Is there a hall that can be visited, and a rent that is paid?",
        ),
    ),
    Known(
        "village_treasurer",
        Text("Bendahara lingkungan", "A treasurer of a neighbourhood"),
        Text(
            "Apakah iurannya kecil dan sama, dari rumah-rumah di satu lingkungan?",
            "Are the dues small and equal, from homes of one neighbourhood?",
        ),
    ),
    Known(
        "reseller",
        Text("Penjual ulang atau makelar", "A reseller or broker"),
        Text(
            "Apakah tiap pesanan dibayarkan ke pemasok yang sama, dengan keuntungan yang wajar?",
            "Is each order paid on to the same suppliers, with an ordinary margin?",
        ),
    ),
    Known(
        "sub_agent",
        Text("Agen pengiriman uang kecil", "A small agent who sends money for others"),
        Text(
            "Apakah ada perjanjian keagenan dan biaya yang tetap kecil?",
            "Is there an agency contract, and is the fee small and steady?",
        ),
    ),
    Known(
        "event_organiser",
        Text("Panitia acara anak muda", "An organiser of youth events"),
        Text(
            "Apakah acaranya diumumkan, tiketnya satu harga, dan kru dibayar sesudahnya?",
            "Was the event announced, is there one ticket price, and is a crew paid afterwards?",
        ),
    ),
    Known(
        "sales_rep",
        Text("Tenaga penjual keliling", "A travelling sales representative"),
        Text(
            "Apakah penginapan di banyak kota sesuai jadwal kunjungan dan ada pemberi kerja?",
            "Are lodgings in many towns as on a round of visits, and is there an employer?",
        ),
    ),
    Known(
        "tour_guide",
        Text("Pemandu wisata", "A tour guide"),
        Text(
            "Apakah pembayarnya tamu, pada hari tur, dan kamar dipesan untuk mereka?",
            "Are the payers guests, on days of a tour, and are rooms booked for them?",
        ),
    ),
    Known(
        "small_advertiser",
        Text("Usaha kecil yang beriklan", "A small business that advertises"),
        Text(
            "Apakah iklannya untuk barang yang dapat dilihat dan penjualannya mengikuti?",
            "Are the advertisements for goods that can be seen, and do sales follow?",
        ),
    ),
    Known(
        "migrant_household",
        Text("Keluarga pekerja migran di rumah", "The household of migrant workers"),
        Text(
            "Apakah pengirimnya kerabat yang tercatat dan kirimannya bulanan sesudah hari gajian?",
            "Are the senders recorded relatives, and do they send monthly after payday?",
        ),
    ),
)
