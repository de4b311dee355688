"""The report's own words for what facts name in code: units, pillars, kinds, qualifiers.

`lexicon.csv` beside this file holds Indonesian for common English words of the field, for facts
that come without.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from jaga.words import Language, Text


@dataclass(frozen=True)
class Unit:
    """What stands behind a number; English has a form of its own for one."""

    id: str
    en: str
    one: str

    def say(self, language: Language, *, single: bool) -> str:
        """The word behind a number."""
        if language == "id":
            return self.id
        return self.one if single else self.en


def _unit(line: str) -> tuple[str, Unit]:
    code, indonesian, english, one = (part.strip() for part in line.split("|"))
    return code, Unit(indonesian, english, one)


UNITS: Final = dict(
    _unit(line)
    for line in """
persons | orang | people | person
cases | kasus | cases | case
complaints | pengaduan | complaints | complaint
institutions | lembaga | institutions | institution
villages | desa | villages | village
districts | kabupaten | districts | district
districts and cities | kabupaten/kota | districts and cities | district or city
cities | kota | cities | city
provinces | provinsi | provinces | province
events | acara | events | event
activities | kegiatan | activities | activity
meetings | pertemuan | meetings | meeting
documents | dokumen | documents | document
regulations | peraturan | regulations | regulation
applications | aplikasi | applications | application
schools | sekolah | schools | school
service units | unit layanan | service units | service unit
companies | perusahaan | companies | company
associations | asosiasi | associations | association
transactions | transaksi | transactions | transaction
sessions | sesi | sessions | session
channels | jalur | channels | channel
alerts | peringatan | alerts | alert
reports | laporan | reports | report
years | tahun | years | year
months | bulan | months | month
weeks | minggu | weeks | week
days | hari | days | day
hours | jam | hours | hour
minutes | menit | minutes | minute
""".strip().splitlines()
)

PILLARS: Final = {
    "finance": Text("Jejak uang", "The money trail"),
    "cases": Text("Pendampingan kasus", "Standing by children in cases"),
    "research": Text("Riset", "Research"),
    "advocacy": Text("Advokasi kebijakan", "Policy advocacy"),
    "education": Text("Pendidikan dan pelatihan", "Education and training"),
    "institution": Text("Penguatan lembaga", "Strengthening the organisation"),
    "other": Text("Bidang lain", "Other areas"),
}
"""In the order of the chapters: the money trail leads."""

KINDS: Final = {
    "count": Text("hitungan", "count"),
    "mean": Text("rata-rata", "mean"),
    "proportion": Text("proporsi", "proportion"),
    "amount": Text("jumlah uang", "amount of money"),
    "duration": Text("lama waktu", "duration"),
    "unique persons": Text("orang unik", "unique persons"),
    "contacts": Text("kontak, bukan orang unik", "contacts, not unique persons"),
    "estimated reach": Text("perkiraan jangkauan", "estimated reach"),
    "case": Text("satu kasus", "a single case"),
}

QUALIFIERS: Final = {
    "about": Text("sekitar", "about"),
    "more than": Text("lebih dari", "more than"),
    "at least": Text("sedikitnya", "at least"),
    "up to": Text("paling banyak", "up to"),
}


@cache
def lexicon() -> dict[str, str]:
    """English words of the field → Indonesian."""
    text = (files("jaga.report") / "lexicon.csv").read_text(encoding="utf-8")
    return {row["en"]: row["id"] for row in csv.DictReader(text.splitlines())}
