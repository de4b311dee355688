"""Sentences of invented reports that the prose lint was NOT tuned on.

Written before the lint was, and run when it was done: what it makes of them is what is reported.
Do not tune on them. See generated_reports.py.
"""

MEASURES = (
    ("memakai nama samaran di permainan daring", "who use a nickname in online games"),
    ("berani bercerita kepada guru", "who dare to talk to a teacher"),
    ("membaca aturan privasi aplikasi", "who read the privacy rules of an app"),
    ("memiliki jadwal bermain gawai", "who have a timetable for screens"),
    ("diajari mengunci akun", "who were taught to lock an account"),
    ("dapat menyebut hak-hak anak", "who can name the rights of a child"),
)
SURVEYS = ("Peta Harapan", "LENTERA", "Dengar Kami")
TRAININGS = ("Sahabat Desa", "MENTARI")
UNITS = ("Pondok Aman", "SAUH")
CAMPAIGNS = ("Satu Pesan", "Riang")
PROVIDERS = ("NERACA", "Kasir Peduli")

INDONESIAN = {
    "sample": (
        "Melalui {name}, kami mewawancarai {total} responden ({children} anak dan {parents} orang "
        "tua) di {provinces} provinsi dan {villages} desa.",
        "Responden {name} berjumlah {total}, dengan rincian {parents} orang tua serta {children} "
        "anak; lokasinya {villages} desa dalam {provinces} provinsi.",
    ),
    "share": (
        "{pct} dari {n} anak yang ditanya {measure}.",
        "Pada {name}, jumlah anak yang {measure} mencapai {pct} dari {n} responden anak.",
    ),
    "share_again": (
        "Temuan {name} ini penting: {pct} {base} {measure}.",
        "Ternyata {pct} {base} {measure}, dan itu mengubah cara kami bekerja.",
    ),
    "hours": (
        "Lama anak berselancar di dunia daring dalam {name} adalah {hours} jam per hari.",
        "Rata-rata {hours} jam dihabiskan anak secara daring setiap harinya ({name}).",
    ),
    "training": (
        "Peserta {name} berjumlah {people} orang ({men} laki-laki, {women} perempuan).",
        "{name} melatih {people} orang, {women} di antaranya perempuan dan {men} laki-laki.",
    ),
    "units": (
        "Unit layanan di {units} {place} menjadi lebih kuat berkat {name}.",
        "Lewat {name}, kami mendampingi penguatan unit layanan pada {units} {place}.",
    ),
    "complaints": (
        "Jumlah pengaduan yang masuk ke {name}: {count} pengaduan.",
        "{count} pengaduan telah diterima melalui {name}.",
    ),
    "small": (
        "Hanya {small} penyintas yang bersedia diwawancarai dalam film {name}.",
        "{small} orang penyintas menceritakan pengalamannya pada wawancara {name}.",
    ),
    "reach": (
        "Pesan {name} diperkirakan sampai kepada {reach} warga.",
        "Jangkauan kampanye {name} mencapai {reach} orang.",
    ),
    "providers": (
        "Sebanyak {pct} dari {n} responden {name} berpendapat setuju terhadap SOP internal.",
        "{name} bertanya kepada {n} responden; {pct} di antaranya setuju SOP internal.",
    ),
    "providers_again": (
        "Kini {pct} {base} telah setuju menerapkan SOP internal.",
        "Persetujuan terhadap SOP internal datang dari {pct} {base}.",
    ),
    "spoken": (
        "Sebuah kajian menyebut {k} dari 10 anak {measure}.",
        "Kira-kira {k} dari setiap 10 anak {measure}.",
    ),
    "bare_share": ("Kajian lain menyebut {pct} anak {measure}.",),
    "untied": (
        "Sebanyak {count} kader ikut membersihkan balai warga.",
        "Di luar rencana, {count} poster dipasang di terminal.",
        "Rapat susulan dihadiri oleh {count} pegawai.",
    ),
    "noise": (
        "Kegiatan ini merujuk pada Perpres No. 101 Tahun 2022 serta Pasal 76I ayat (1).",
        "Acara penutup diadakan tanggal 25 November {year} pukul 09.00 WIB di Gedung B Lantai 3.",
        "Satu sama lain, para mitra saling belajar.",
        "AMANAH Batch 3 berlangsung di SMA Negeri 37 Rekaan.",
        "Sasarannya anak di bawah 18 tahun.",
        "Alamat: Jl. Kenanga II No. 5, RT.10/RW.5, Rekaan 40115. Telp. 0811-5550-123.",
        "Selama 5 tahun terakhir, sejak {before}, pendekatan ini tidak berubah.",
    ),
    "respondents": "responden",
    "swapped_children": ("keluarga", "orang tua"),
    "swapped_providers": ("penyedia jasa keuangan", "bank"),
    "places": {"districts": "kabupaten", "provinces": "provinsi", "villages": "desa"},
    "headings": ("Pendahuluan", "Kegiatan {year}", "Capaian {year}", "Penutup"),
}

ENGLISH = {
    "sample": (
        "Through {name} we interviewed {total} respondents ({children} children and {parents} "
        "parents) in {provinces} provinces and {villages} villages.",
        "The respondents of {name} number {total}, namely {parents} parents and {children} "
        "children; they live in {villages} villages within {provinces} provinces.",
    ),
    "share": (
        "{pct} of the {n} children asked are children {measure}.",
        "In {name}, children {measure} come to {pct} of {n} child respondents.",
    ),
    "share_again": (
        "This finding of {name} matters: {pct} of {base} are people {measure}.",
        "It turns out that {pct} of {base} belong to those {measure}.",
    ),
    "hours": (
        "The time children are online in {name} is {hours} hours per day.",
        "On average {hours} hours a day are spent online by children ({name}).",
    ),
    "training": (
        "Participants of {name} were {people} people ({men} men, {women} women).",
        "{name} trained {people} people, of whom {women} women and {men} men.",
    ),
    "units": (
        "Thanks to {name}, service units in {units} {place} became stronger.",
        "With {name} we helped the strengthening of service units across {units} {place}.",
    ),
    "complaints": (
        "The number of complaints that came to {name}: {count} complaints.",
        "{count} complaints have been received through {name}.",
    ),
    "small": (
        "Only {small} survivors agreed to be interviewed in the film {name}.",
        "{small} survivors told of their experience in the interviews of {name}.",
    ),
    "reach": (
        "The message of {name} is estimated to have got to {reach} people.",
        "The reach of the campaign {name} came to {reach} people.",
    ),
    "providers": (
        "As many as {pct} of {n} respondents to {name} agree on an internal SOP.",
        "{name} asked {n} respondents; {pct} of them agree with an internal SOP.",
    ),
    "providers_again": (
        "By now {pct} of {base} agree to apply an internal SOP.",
        "Agreement on an internal SOP comes from {pct} of {base}.",
    ),
    "spoken": (
        "One study says {k} out of 10 children are children {measure}.",
        "Roughly {k} in every 10 children are children {measure}.",
    ),
    "bare_share": ("Another study says {pct} of children are those {measure}.",),
    "untied": (
        "As many as {count} volunteers helped to clean the village hall.",
        "Outside the plan, {count} posters went up at the bus station.",
        "A follow-up meeting was attended by {count} officers.",
    ),
    "noise": (
        "This work refers to Presidential Regulation No. 101 of 2022 and Article 76I paragraph "
        "(1).",
        "The closing was held on 25 November {year} at 09:00 on Floor 3 of Building B.",
        "The partners learned from one another.",
        "AMANAH Batch 3 took place at SMA Negeri 37 Rekaan.",
        "The target is children under 18 years of age.",
        "Address: Jl. Kenanga II No. 5, RT.10/RW.5, Rekaan 40115. Phone 0811-5550-123.",
        "In the last 5 years, since {before}, this approach has not changed.",
    ),
    "respondents": "respondents",
    "swapped_children": ("families", "parents"),
    "swapped_providers": ("financial service providers", "banks"),
    "places": {"districts": "cities", "provinces": "provinces", "villages": "villages"},
    "headings": ("Introduction", "Activities {year}", "Achievements {year}", "Closing"),
}
