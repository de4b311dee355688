"""Services a plan may name, in the terms of Perpres 55/2024 on the UPTD PPA, in our own words.

`evidence` says how surely we know: `primary` (a copy of the official text was read), `secondary`
(told by others). Neither stands for counsel's reading of the official text before relying on it.
"""

from dataclasses import dataclass
from typing import Literal

from jaga.words import Text

Evidence = Literal["primary", "secondary"]
TASKS = "Perpres 55/2024, tasks of the UPTD PPA (copy of the official text)"
FUNCTIONS = "Permen PPPA 2/2022, six functions of the UPTD PPA (copy and press)"


@dataclass(frozen=True)
class ServiceKind:
    """One kind of service: what it is called, what is meant, where the term comes from."""

    code: str
    title: Text
    meaning: Text
    source: str
    evidence: Evidence


def _kind(
    code: str, title: tuple[str, str], meaning: tuple[str, str], source: str = TASKS
) -> ServiceKind:
    evidence: Evidence = "primary" if source == TASKS else "secondary"
    return ServiceKind(code, Text(*title), Text(*meaning), source, evidence)


SERVICES: dict[str, ServiceKind] = {
    kind.code: kind
    for kind in (
        _kind(
            "outreach",
            ("Penjangkauan", "Outreach"),
            (
                "Petugas mendatangi anak di tempat yang aman baginya.",
                "Staff go to the child at a place that is safe for the child.",
            ),
        ),
        _kind(
            "rights_information",
            ("Informasi tentang hak", "Information on rights"),
            (
                "Anak dan pendampingnya tahu haknya dan pilihannya.",
                "The child and whoever supports the child know their rights and choices.",
            ),
        ),
        _kind(
            "health",
            ("Layanan kesehatan", "Health services"),
            (
                "Pemeriksaan dan perawatan oleh tenaga kesehatan.",
                "Examination and care by health staff.",
            ),
        ),
        _kind(
            "psychological",
            ("Penguatan psikologis", "Psychological strengthening"),
            (
                "Dukungan oleh psikolog atau konselor.",
                "Support by a psychologist or counsellor.",
            ),
        ),
        _kind(
            "psychosocial",
            ("Layanan psikososial", "Psychosocial services"),
            (
                "Dukungan sehari-hari bagi anak, keluarga, dan lingkungannya.",
                "Everyday support for the child, the family and those around them.",
            ),
        ),
        _kind(
            "rehabilitation",
            ("Rehabilitasi sosial", "Social rehabilitation"),
            (
                "Pemulihan bersama pekerja sosial.",
                "Recovery together with a social worker.",
            ),
        ),
        _kind(
            "reintegration",
            ("Reintegrasi sosial", "Social reintegration"),
            (
                "Kembali dengan aman ke keluarga, sekolah, atau pengasuhan lain.",
                "A safe return to family, school or other care.",
            ),
        ),
        _kind(
            "legal",
            ("Layanan hukum", "Legal services"),
            (
                "Nasihat dan pendampingan hukum.",
                "Legal advice and accompaniment.",
            ),
        ),
        _kind(
            "court_rights",
            ("Pemantauan hak di pengadilan", "Monitoring of rights in court"),
            (
                "Hak anak dipantau selama proses peradilan, termasuk restitusi.",
                "The child's rights are watched over in court, restitution included.",
            ),
        ),
        _kind(
            "economic",
            ("Pemenuhan kebutuhan ekonomi", "Economic needs"),
            (
                "Bantuan agar kebutuhan pokok anak dan keluarga terpenuhi.",
                "Help so that the basic needs of child and family are met.",
            ),
        ),
        _kind(
            "shelter",
            ("Penampungan sementara", "Temporary shelter"),
            (
                "Tempat tinggal aman untuk sementara.",
                "A safe place to stay for a time.",
            ),
        ),
        _kind(
            "disability",
            ("Kebutuhan anak penyandang disabilitas", "Needs of a child with a disability"),
            (
                "Akomodasi yang layak dan pendamping khusus.",
                "Reasonable accommodation and somebody trained to accompany.",
            ),
        ),
        _kind(
            "coordination",
            ("Koordinasi antarlembaga", "Coordination between agencies"),
            (
                "Lembaga lain ikut bekerja menurut satu rencana.",
                "Other agencies work along one plan.",
            ),
        ),
        _kind(
            "mediation",
            ("Mediasi", "Mediation"),
            (
                "Penengahan soal pengasuhan atau sekolah; tidak pernah antara anak dan pelaku.",
                "Mediation about care or school; never between a child and an offender.",
            ),
            FUNCTIONS,
        ),
        _kind(
            "accompaniment",
            ("Pendampingan", "Accompaniment"),
            (
                "Seorang petugas menyertai anak di setiap layanan.",
                "One member of staff is with the child at every service.",
            ),
            FUNCTIONS,
        ),
    )
}


def title(code: str) -> Text:
    """The words for a code; a code of an older list stands for itself."""
    kind = SERVICES.get(code)
    return kind.title if kind else Text(code, code)
