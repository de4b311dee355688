"""What a number counts: people, who may be recognised, or things, which may be told one by one.

The first word of either list decides: "providers that agree" speaks of providers, "children who
use an application" of children. Words for either ("respondents", "participants") are in neither
list, and what is in neither is taken for people: a wrong guess then withholds a number and does
not name a child.
"""

import re

THINGS_WORDS = """
institution institutions lembaga instansi company companies perusahaan provider providers penyedia
association associations asosiasi school schools sekolah village villages desa kelurahan district
districts kecamatan kabupaten city cities kota regency regencies province provinces provinsi region
regions wilayah event events acara kegiatan activity activities meeting meetings pertemuan rapat
session sessions sesi application applications app apps aplikasi document documents dokumen
regulation regulations peraturan unit units media posts unggahan transaction transactions transaksi
payment payments pembayaran idr usd rupiah minute minutes menit hour hours jam day days hari week
weeks minggu month months bulan year years tahun
"""
PEOPLE_WORDS = """
person persons people orang jiwa child children anak girl girls boy boys woman women perempuan man
men laki student students siswa murid parent parents orangtua survivor survivors penyintas victim
victims korban case cases kasus complaint complaints aduan pengaduan report reports laporan alert
alerts peringatan account accounts rekening officer officers petugas staff staf youth remaja
"""
THINGS = frozenset(THINGS_WORDS.split())
PEOPLE = frozenset(PEOPLE_WORDS.split())


def names_things(*words: str) -> bool:
    """True when the first telling word of `words` names things and not people."""
    found = re.findall(r"[a-z]+", " ".join(words).lower())
    first = next((word for word in found if word in THINGS or word in PEOPLE), "")
    return first in THINGS
