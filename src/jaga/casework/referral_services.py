"""The subtypes of each service that a referral must name: without one it is not sent.

Systems that exchange referrals lost most of them to a missing subtype, so it is asked before.
The services are those of `jaga.casework.services`; the subtypes are our own words.
"""

from jaga.words import Text

SUBTYPES: dict[str, dict[str, Text]] = {
    "outreach": {
        "safe_place": Text("Kunjungan di tempat aman", "A visit at a safe place"),
        "school": Text("Kunjungan lewat sekolah", "A visit through the school"),
    },
    "rights_information": {
        "child": Text("Untuk anak", "For the child"),
        "family": Text("Untuk keluarga yang aman", "For a safe family"),
    },
    "health": {
        "examination": Text("Pemeriksaan kesehatan", "Health examination"),
        "urgent_care": Text("Perawatan segera", "Urgent care"),
        "follow_up": Text("Perawatan lanjutan", "Follow-up care"),
    },
    "psychological": {
        "assessment": Text("Asesmen psikologis", "Psychological assessment"),
        "counselling": Text("Konseling", "Counselling"),
        "therapy": Text("Terapi", "Therapy"),
    },
    "psychosocial": {
        "child": Text("Dukungan bagi anak", "Support for the child"),
        "family": Text("Dukungan bagi keluarga yang aman", "Support for a safe family"),
        "group": Text("Kegiatan kelompok", "Group activities"),
    },
    "rehabilitation": {
        "social_worker": Text("Pekerja sosial", "Social worker"),
        "residential": Text("Rehabilitasi di balai", "Residential rehabilitation"),
    },
    "reintegration": {
        "family": Text("Kembali ke keluarga", "Return to the family"),
        "school": Text("Kembali ke sekolah", "Return to school"),
        "alternative_care": Text("Pengasuhan lain", "Alternative care"),
    },
    "legal": {
        "advice": Text("Nasihat hukum", "Legal advice"),
        "representation": Text("Kuasa hukum", "Legal representation"),
        "police_report": Text("Pendampingan melapor ke polisi", "Support in a police report"),
    },
    "court_rights": {
        "hearing": Text("Pendampingan sidang", "Support at hearings"),
        "restitution": Text("Permohonan restitusi", "Claim for restitution"),
    },
    "economic": {
        "basic_needs": Text("Kebutuhan pokok", "Basic needs"),
        "livelihood": Text("Penghidupan keluarga", "The family's livelihood"),
    },
    "shelter": {
        "emergency": Text("Rumah aman darurat", "Emergency shelter"),
        "temporary": Text("Penampungan sementara", "Temporary shelter"),
    },
    "disability": {
        "sign_language": Text("Juru bahasa isyarat", "Sign language interpreter"),
        "accommodation": Text("Akomodasi yang layak", "Reasonable accommodation"),
        "companion": Text("Pendamping khusus", "A trained companion"),
    },
    "coordination": {
        "conference": Text("Konferensi kasus", "Case conference"),
    },
    "mediation": {
        "care": Text("Soal pengasuhan", "About care"),
        "school": Text("Soal sekolah", "About school"),
    },
    "accompaniment": {
        "police": Text("Di kepolisian", "At the police"),
        "court": Text("Di pengadilan", "In court"),
        "health": Text("Di layanan kesehatan", "At health services"),
    },
}


def known(service: str, subtype: str) -> bool:
    """Whether the service has that subtype."""
    return subtype in SUBTYPES.get(service, {})
