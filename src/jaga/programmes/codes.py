"""The code lists of activities and of the register, each code with its words."""

from jaga.words import Text

PILLARS: dict[str, Text] = {
    "cases": Text("Penanganan kasus", "Case handling"),
    "research": Text("Riset", "Research"),
    "advocacy": Text("Advokasi", "Advocacy"),
    "education": Text("Pendidikan dan kampanye", "Education and campaign"),
    "institution": Text("Penguatan lembaga", "Institution"),
}

# How people were counted. The three tell of different things and are never added together.
# After IndiKit, "Counting primary stakeholders": a list of persons, or only an estimate.
UNIQUE, CONTACTS, REACH, THINGS_COUNTED = "unique_persons", "contacts", "estimated_reach", "things"
OF_PERSONS = (UNIQUE, CONTACTS, REACH)
COUNTINGS: dict[str, Text] = {
    UNIQUE: Text("Orang unik (ada daftar hadir)", "Unique persons (a list is kept)"),
    CONTACTS: Text("Kehadiran (satu orang bisa berulang)", "Contacts (a person may come again)"),
    REACH: Text("Perkiraan jangkauan", "Estimated reach"),
    THINGS_COUNTED: Text("Bukan orang (desa, sekolah, lembaga)", "Not persons (villages, schools)"),
}

GROUPS: dict[str, Text] = {
    "children": Text("anak", "children"),
    "young_people": Text("orang muda", "young people"),
    "parents": Text("orang tua dan pengasuh", "parents and caregivers"),
    "teachers": Text("guru", "teachers"),
    "officers": Text("petugas layanan dan aparat", "service officers and authorities"),
    "villagers": Text("warga desa", "villagers"),
    "leaders": Text("tokoh masyarakat", "community leaders"),
    "company_staff": Text("staf perusahaan", "company staff"),
    "media_workers": Text("pekerja media", "media workers"),
    "survivors": Text("penyintas", "survivors"),
    "public": Text("masyarakat umum", "the public"),
}

THINGS: dict[str, Text] = {
    "villages": Text("desa", "villages"),
    "districts": Text("kabupaten dan kota", "districts and cities"),
    "schools": Text("sekolah dan lembaga pendidikan", "schools and education institutions"),
    "service_units": Text("unit layanan", "service units"),
    "authorities": Text("lembaga pemerintah", "government institutions"),
    "companies": Text("perusahaan", "companies"),
    "associations": Text("asosiasi", "associations"),
    "meetings": Text("pertemuan", "meetings"),
    "documents": Text("dokumen", "documents"),
    "rules": Text("peraturan", "rules and decrees"),
}
# A thing that one activity brings about is not another activity's: these may be added.
MADE_ONCE = frozenset({"meetings", "documents", "rules"})

SEXES: dict[str, Text] = {
    "f": Text("perempuan", "female"),
    "m": Text("laki-laki", "male"),
    "x": Text("lainnya", "other"),
    "unknown": Text("jenis kelamin tidak dicatat", "sex not noted"),
}
AGES: dict[str, Text] = {
    "under_18": Text("di bawah 18 tahun", "under 18"),
    "from_18": Text("18 tahun ke atas", "18 and over"),
    "unknown": Text("usia tidak dicatat", "age not noted"),
}
EXACT, ABOUT, MORE = "exact", "about", "more_than"
PRECISIONS: dict[str, Text] = {
    EXACT: Text("tepat", "exact"),
    ABOUT: Text("sekitar", "about"),
    MORE: Text("lebih dari", "more than"),
}

# How an application is misused, in words that describe a road and no deed.
WAYS: dict[str, Text] = {
    "contact": Text("mendekati anak", "approaching children"),
    "recruitment": Text("merekrut anak", "recruiting children"),
    "offering": Text("menawarkan layanan", "offering services"),
    "arranging": Text("mengatur pertemuan", "arranging meetings"),
    "sharing": Text("membagikan materi", "sharing material"),
    "pressure": Text("menekan atau memeras anak", "putting pressure on children"),
    "paying": Text("menerima pembayaran", "taking payments"),
    "hiding": Text("menyembunyikan jejak", "hiding traces"),
}
MEANS: dict[str, Text] = {
    "bank_transfer": Text("transfer bank", "bank transfer"),
    "e_wallet": Text("dompet elektronik", "e-wallet"),
    "qr": Text("pembayaran QR", "QR payment"),
    "airtime": Text("pulsa", "airtime"),
    "gift": Text("hadiah dalam aplikasi", "gifts inside the application"),
    "voucher": Text("kode voucer", "voucher codes"),
    "card": Text("kartu", "card"),
    "remittance": Text("kiriman uang", "remittance"),
    "cash": Text("tunai", "cash"),
    "crypto": Text("aset kripto", "crypto assets"),
    "not_seen": Text("tidak terlihat", "not seen"),
}
LISTED, WITHDRAWN = "listed", "withdrawn"
STATES: dict[str, Text] = {
    LISTED: Text("tercatat", "listed"),
    WITHDRAWN: Text("dicabut", "withdrawn"),
}
