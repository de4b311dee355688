"""Sentences of invented reports that the prose lint was tuned on. See generated_reports.py."""

# What was asked in an invented survey: Indonesian and English words of one measure.
MEASURES = (
    ("mengetahui nomor saluran bantuan", "who know the number of the hotline"),
    ("merasa aman di jalan ke sekolah", "who feel safe on the way to school"),
    ("berbagi kata sandi dengan teman", "who share a password with a friend"),
    ("pernah menerima pesan dari orang asing", "who ever received a message from a stranger"),
    ("mempunyai telepon genggam sendiri", "who have a mobile phone of their own"),
    ("mengikuti kelas keamanan internet", "who attended a class on internet safety"),
)
SURVEYS = ("Jejak Aman", "Teman Bicara", "Suara Kampung")
TRAININGS = ("Kawan Sebaya", "Langit Biru")
UNITS = ("TERATAI", "Rumah Kita")
CAMPAIGNS = ("Pelita", "Ayo Jaga")
PROVIDERS = ("DOMPET", "Uang Terang")

INDONESIAN = {
    "sample": (
        "Survei {name} menjangkau {total} responden, yang terdiri dari {parents} orang tua dan "
        "{children} anak di {villages} desa dari {provinces} provinsi.",
        "Sebanyak {total} responden ikut serta dalam survei {name}, yaitu {children} anak dan "
        "{parents} orang tua, yang tinggal di {villages} desa di {provinces} provinsi.",
    ),
    "share": (
        "Dari {n} responden anak, {pct} {measure}.",
        "Survei {name} menunjukkan {pct} anak {measure} (n = {n}).",
    ),
    "share_again": (
        "Survei {name} memperlihatkan bahwa {pct} {base} {measure}.",
        "Kita tahu bahwa {pct} {base} {measure}.",
    ),
    "hours": (
        "Anak menghabiskan waktu rata-rata {hours} jam sehari di dunia daring menurut {name}.",
        "Menurut survei {name}, anak berada di dunia daring {hours} jam setiap hari.",
    ),
    "training": (
        "Pelatihan {name} diikuti {people} peserta, terdiri dari {men} laki-laki dan {women} "
        "perempuan.",
        "Lokakarya {name} melibatkan {people} orang: {men} laki-laki dan {women} perempuan.",
    ),
    "units": (
        "Penguatan unit layanan {name} dilakukan di {units} {place}.",
        "Program {name} memperkuat unit layanan di {units} {place}.",
    ),
    "complaints": (
        "Sepanjang tahun {name} menerima {count} pengaduan.",
        "Ada {count} pengaduan yang diterima {name} tahun ini.",
    ),
    "small": (
        "Untuk film {name}, {small} penyintas diwawancarai.",
        "Film {name} memuat wawancara dengan {small} penyintas.",
    ),
    "reach": (
        "Kampanye {name} menjangkau {reach} orang.",
        "Sekitar {reach} orang dijangkau kampanye {name}.",
    ),
    "providers": (
        "Survei {name} pada {n} responden menunjukkan {pct} setuju dengan SOP internal.",
        "Dari {n} responden survei {name}, {pct} menyetujui adanya SOP internal.",
    ),
    "providers_again": (
        "SOP internal disetujui oleh {pct} {base}.",
        "Hasil {name}: {pct} {base} setuju adanya SOP internal.",
    ),
    "spoken": (
        "Penelitian lain menemukan {k} dari 10 anak {measure}.",
        "Diperkirakan {k} dari 10 anak {measure}.",
    ),
    "bare_share": ("Sementara itu {pct} anak {measure}.",),
    "untied": (
        "Selain itu {count} perangkat desa menandatangani ikrar bersama.",
        "Tim juga membagikan {count} buku saku di pasar.",
        "Kegiatan tambahan diikuti {count} guru.",
    ),
    "noise": (
        "Dasar hukumnya adalah UU No. 12 Tahun 2022 dan PP 78 Tahun 2021.",
        "Pertemuan pembuka berlangsung pada 7-8 Agustus {year} di Jalan Melati No. 16, Kota "
        "Rekaan 12510.",
        "Salah satu pelajaran penting adalah mendengarkan anak.",
        "Kegiatan dipusatkan di SMPN 4 Rekaan dan SMK 20 Contoh.",
        "Anak usia 12-17 tahun menjadi sasaran utama.",
        "Hubungi (021) 555 0100 atau kunjungi https://contoh.example/laporan-{year}.",
        "Dalam kurun waktu tiga (3) tahun, yaitu {before}-{year}, cara kerja ini diuji.",
    ),
    "respondents": "responden",
    "swapped_children": ("rumah tangga", "guru"),
    "swapped_providers": ("perusahaan penyedia jasa keuangan", "lembaga keuangan"),
    "places": {"districts": "kabupaten/kota", "provinces": "provinsi", "villages": "desa"},
    "headings": ("Latar Belakang", "Program {year}", "Keberhasilan {year}", "Kesimpulan"),
}

ENGLISH = {
    "sample": (
        "The survey {name} reached {total} respondents, made up of {parents} parents and "
        "{children} children in {villages} villages of {provinces} provinces.",
        "In all {total} respondents took part in {name}: {children} children and {parents} "
        "parents from {villages} villages in {provinces} provinces.",
    ),
    "share": (
        "Of {n} child respondents, {pct} are children {measure}.",
        "The survey {name} shows {pct} of children {measure} (n = {n}).",
    ),
    "share_again": (
        "The survey {name} makes plain that {pct} of {base} are those {measure}.",
        "We know now of the {pct} of {base} {measure}.",
    ),
    "hours": (
        "Children spend {hours} hours a day online, according to {name}.",
        "The survey {name} found that a child is online for {hours} hours each day.",
    ),
    "training": (
        "The training {name} was attended by {people} participants, consisting of {men} men and "
        "{women} women.",
        "The workshop {name} brought together {people} people: {men} men and {women} women.",
    ),
    "units": (
        "{name} strengthened service units in {units} {place}.",
        "Service units were strengthened by {name} in {units} {place}.",
    ),
    "complaints": (
        "Over the year {name} received {count} complaints.",
        "There were {count} complaints received by {name}.",
    ),
    "small": (
        "For the film {name}, {small} survivors were interviewed.",
        "The film {name} holds interviews with {small} survivors.",
    ),
    "reach": (
        "The campaign {name} reached {reach} people.",
        "About {reach} people were reached by the campaign {name}.",
    ),
    "providers": (
        "The survey {name} of {n} respondents shows that {pct} agree with an internal SOP.",
        "Of {n} respondents to {name}, {pct} agree with an internal SOP.",
    ),
    "providers_again": (
        "An internal SOP is agreed to by {pct} of {base}.",
        "The result of {name}: {pct} of {base} agree with an internal SOP.",
    ),
    "spoken": (
        "Another study found {k} of 10 children {measure}.",
        "It is estimated that {k} in 10 are children {measure}.",
    ),
    "bare_share": ("Meanwhile {pct} are children {measure}.",),
    "untied": (
        "In addition {count} village officials signed a pledge.",
        "The team also handed out {count} booklets at the market.",
        "A further event was attended by {count} teachers.",
    ),
    "noise": (
        "The legal ground is Law No. 12 of 2022 and Government Regulation 78/2021.",
        "The opening took place on 7-8 August {year} at Jalan Melati No. 16, Kota Rekaan 12510.",
        "One of the lessons is to listen to children.",
        "Events were held at SMPN 4 Rekaan and SMK 20 Contoh.",
        "Children aged 12-17 were the main group.",
        "Call (021) 555 0100 or visit https://contoh.example/report-{year}.",
        "Over a period of three (3) years, {before}-{year}, this way of working was tried.",
    ),
    "respondents": "respondents",
    "swapped_children": ("households", "teachers"),
    "swapped_providers": ("financial service companies", "financial institutions"),
    "places": {"districts": "districts", "provinces": "provinces", "villages": "villages"},
    "headings": ("Background", "Programme {year}", "Results {year}", "Conclusions"),
}
