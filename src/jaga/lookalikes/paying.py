"""Innocent people who pay others: families, sponsors, customers, travellers."""

from jaga.lookalikes.model import Ceiling, Known
from jaga.words import Text

KNOWN: tuple[Known, ...] = (
    Known(
        "migrant_family",
        Text(
            "Pekerja migran yang menghidupi beberapa kerabat",
            "A migrant worker who supports several relatives",
        ),
        Text(
            "Apakah penerimanya tetap, bermarga atau beralamat sama, dan dibayar sesudah "
            "hari gajian?",
            "Are the receivers always the same, of one surname or address, and paid after payday?",
        ),
        ceiling=Ceiling(
            20, 10, "several receivers across a border, but on payday and to the same ones"
        ),
    ),
    Known(
        "salary_payer",
        Text("Pembayar upah", "A payer of wages"),
        Text(
            "Apakah orang yang sama dibayar pada hari yang sama tiap minggu atau dua minggu?",
            "Are the same people paid on the same day each week or fortnight?",
        ),
        ceiling=Ceiling(45, 10, "several receivers at once; their number grows with the firm"),
    ),
    Known(
        "weekly_allowance",
        Text(
            "Uang saku dari orang tua atau kakek-nenek", "Pocket money from parents or grandparents"
        ),
        Text(
            "Apakah penerimanya satu sampai tiga anak, dengan jumlah tetap, dan serumah "
            "atau sekeluarga?",
            "Are there one to three children, a steady amount, and one home or family?",
        ),
        ceiling=Ceiling(35, 10, "small and regular to the young, as a prolific payer is"),
    ),
    Known(
        "student_sponsor",
        Text(
            "Penyantun atau pemberi beasiswa beberapa pelajar",
            "A sponsor or scholarship giver of several students",
        ),
        Text(
            "Apakah ada surat beasiswa, sekolah yang dapat dihubungi, dan pembayaran di "
            "awal bulan?",
            "Is there a letter of scholarship, a school that can be asked, and payment "
            "early in the month?",
        ),
        ceiling=Ceiling(
            25, 10, "several young receivers who are no relatives, often across a border"
        ),
    ),
    Known(
        "creator_fan",
        Text("Penonton yang memberi apresiasi kepada kreator", "A viewer who tips creators"),
        Text(
            "Apakah penerimanya kreator yang dikenal umum, dan jumlahnya kecil pada jam siaran?",
            "Are the receivers publicly known creators, and the sums small at hours of broadcast?",
        ),
        ceiling=Ceiling(
            95, 20, "small tips at night to young people, with names of a screen in the remark"
        ),
    ),
    Known(
        "new_friend",
        Text("Hubungan baru antara orang dewasa", "A new relationship between adults"),
        Text(
            "Apakah hanya satu penerima, orang dewasa, dan ada belanja bersama di tempat "
            "yang sama?",
            "Is there one receiver, an adult, and shared spending in one place?",
        ),
        ceiling=Ceiling(30, 10, "sums that grow and come closer together, many of them at night"),
    ),
    Known(
        "fee_shopper",
        Text("Pencari biaya termurah", "Somebody who looks for the lowest fee"),
        Text(
            "Apakah penerimanya keluarga yang sama dan jalur berganti tanpa penolakan sebelumnya?",
            "Are the receivers the same family, and do rails change without a refusal before?",
        ),
        ceiling=Ceiling(35, 10, "changes of rail all the time, though to one or two people"),
    ),
    Known(
        "shift_worker",
        Text("Pekerja sif malam", "A night-shift worker"),
        Text(
            "Apakah gajinya dari rumah sakit, pabrik atau satuan pengamanan, dan belanjanya"
            " pun malam?",
            "Do wages come from a hospital, factory or security firm, and is other spending"
            " at night too?",
        ),
        ceiling=Ceiling(65, 10, "several receivers, nearly always at night"),
    ),
    Known(
        "subscriber",
        Text(
            "Pelanggan tetap les, kos atau katering",
            "A regular customer of lessons, lodging or meals",
        ),
        Text(
            "Apakah jumlahnya sama tiap kali dan penerimanya usaha atau pengajar yang dapat"
            " ditemukan?",
            "Is the sum the same each time, and is the receiver a business or teacher who "
            "can be found?",
        ),
        ceiling=Ceiling(30, 10, "several receivers with round and equal sums"),
    ),
    Known(
        "family_bills",
        Text(
            "Uang sekolah dan biaya rumah sakit yang sungguh ada",
            "Genuine school fees and hospital bills",
        ),
        Text(
            "Apakah tanggalnya cocok dengan masa sekolah atau perawatan, dan ada pembayaran"
            " ke lembaganya?",
            "Do the dates match a term or a stay, and is the institution itself paid as well?",
        ),
        ceiling=Ceiling(
            95,
            20,
            "several receivers with remarks about fees and illness, as payers of harm write them",
        ),
    ),
    Known(
        "charity_volunteer",
        Text("Relawan yang membagikan bantuan", "A volunteer who hands out aid"),
        Text(
            "Apakah jumlahnya sama untuk semua, pada hari yang sama, dan ada yayasan di "
            "belakangnya?",
            "Is the sum the same for all, on one day, and is there a charity behind it?",
        ),
        ceiling=Ceiling(45, 10, "many receivers in round sums, on no other ground"),
    ),
    Known(
        "commuter",
        Text("Pengisi saldo angkutan", "A commuter who loads ride credit"),
        Text(
            "Apakah penerimanya perusahaan angkutan dan jamnya jam berangkat atau pulang kerja?",
            "Is the receiver a transport firm, and the hour that of the way to or from work?",
        ),
        ceiling=Ceiling(15, 10, "small and regular, but to a firm"),
    ),
    Known(
        "family_support",
        Text(
            "Keluarga yang saling mengirim uang dan pulsa",
            "A family that sends each other money and pulsa",
        ),
        Text(
            "Apakah uang mengalir dua arah di antara orang yang sama, sejak lama?",
            "Does money flow both ways between the same people, and has it for long?",
        ),
        ceiling=Ceiling(25, 10, "top-ups from several people and to several people"),
    ),
    Known(
        "tourist",
        Text("Wisatawan", "A tourist"),
        Text(
            "Apakah pembayaran ke orang hanya selama perjalanan, untuk pemandu, sopir atau "
            "penginapan?",
            "Are persons paid during the journey alone, for guides, drivers or lodging?",
        ),
        ceiling=Ceiling(15, 10, "pays persons at a place away from home"),
    ),
    Known(
        "expatriate",
        Text("Warga asing yang tinggal di sini", "An expatriate who lives here"),
        Text(
            "Apakah ada izin tinggal, sewa tetap, dan penerima yang bekerja untuknya tiap bulan?",
            "Is there a permit of residence, a steady rent, and receivers who work for them"
            " each month?",
        ),
        ceiling=Ceiling(
            30, 10, "pays persons at one place away from home every month, in round sums"
        ),
    ),
    Known(
        "couple_apart",
        Text("Pasangan yang tinggal berjauhan", "A couple who live apart"),
        Text(
            "Apakah penerimanya satu keluarga, sama sebelum dan sesudah kunjungan?",
            "Is the receiver one family, the same before and after the visit?",
        ),
        ceiling=Ceiling(15, 10, "pays one family at a place that is visited"),
    ),
    Known(
        "growing_business",
        Text("Usaha yang tumbuh", "A growing business"),
        Text(
            "Apakah penerimanya pemasok atau perajin, dan ada penjualan yang naik bersamanya?",
            "Are the receivers suppliers or craftspeople, and do sales rise with the purchases?",
        ),
        ceiling=Ceiling(15, 10, "sums that grow and come closer together, to several suppliers"),
    ),
    Known(
        "hobby_investor",
        Text("Penabung aset virtual", "A hobby investor in virtual assets"),
        Text(
            "Apakah asetnya tetap disimpan, atau pindah hanya ke satu alamat milik sendiri?",
            "Are the assets held, or moved to one address of the investor's own alone?",
        ),
        ceiling=Ceiling(15, 10, "small purchases at night, moved to one address"),
    ),
    Known(
        "item_collector",
        Text("Kolektor barang digital permainan", "A collector of digital items of games"),
        Text(
            "Apakah alamat tujuannya banyak dan pasar barang digital yang dikenal?",
            "Are there many addresses, and are they markets of digital items that are known?",
        ),
        ceiling=Ceiling(
            15, 10, "small purchases at night that go on to several addresses, some prepaid"
        ),
    ),
    Known(
        "remote_worker",
        Text("Pekerja jarak jauh", "A remote worker"),
        Text(
            "Apakah ada klien tetap di luar negeri yang membayar, dan alat kerjanya dipakai terus?",
            "Is there a steady client abroad who pays, and are the tools used all the time?",
        ),
        ceiling=Ceiling(15, 10, "companion purchases and payments from abroad"),
    ),
    Known(
        "adult_dater",
        Text("Orang dewasa yang berkencan dengan orang dewasa", "An adult who dates adults"),
        Text(
            "Apakah penerimanya dewasa dan tagihannya dibagi di tempat makan yang sama?",
            "Are the receivers adults, and is a bill shared at the same place?",
        ),
        ceiling=Ceiling(20, 10, "several receivers, mostly at night, and a dating application"),
    ),
    Known(
        "privacy_user",
        Text("Orang yang menjaga privasinya", "Somebody who keeps their privacy"),
        Text(
            "Apakah layanannya dibayar tiap bulan sejak lama, tanpa rangkaian pembayaran ke orang?",
            "Is the service paid monthly and for long, without a series of payments to persons?",
        ),
        ceiling=Ceiling(15, 10, "companion purchases and prepaid values, with nothing beside them"),
    ),
    Known(
        "promotion_hunter",
        Text("Pemburu promo pulsa", "Somebody who follows promotions of operators"),
        Text(
            "Apakah ada promo pada hari itu, dan penerimanya kerabat yang dikirimi sejak lama?",
            "Was there a promotion on that day, and are the receivers relatives of long standing?",
        ),
        ceiling=Ceiling(15, 10, "equal top-ups in a day, half of them for other people"),
    ),
    Known(
        "night_gamer",
        Text("Pemain gim dewasa pada malam hari", "An adult who plays games at night"),
        Text(
            "Apakah penerimanya perusahaan gim dan teman satu tim yang tetap?",
            "Are the receivers game firms and the same team mates?",
        ),
        ceiling=Ceiling(25, 10, "small payments at night, some of them to persons"),
    ),
)
