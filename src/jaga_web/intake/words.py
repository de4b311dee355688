"""Codes of intake as words in the reader's language, and as choices for forms."""

from collections.abc import Mapping

from jaga.casework import activities, bridging, complaints, monitoring
from jaga.casework.provinces import PROVINCES
from jaga.words import Text
from jaga_web.speaking import reader_language

BANDS: dict[str, Text] = {
    "0-5": Text("0–5 tahun", "0–5 years"),
    "6-11": Text("6–11 tahun", "6–11 years"),
    "12-14": Text("12–14 tahun", "12–14 years"),
    "15-17": Text("15–17 tahun", "15–17 years"),
    "18+": Text("18 tahun ke atas", "18 and over"),
    "unknown": Text("Tidak dicatat", "Not noted"),
}
SEXES: dict[str, Text] = {
    "f": Text("Perempuan", "Female"),
    "m": Text("Laki-laki", "Male"),
    "x": Text("Lainnya", "Other"),
    "unknown": Text("Tidak dicatat", "Not noted"),
}
SENDERS: dict[str, Text] = {
    "ngo": Text("Lembaga masyarakat", "Civil society organisation"),
    "protection_unit": Text("UPTD PPA atau unit perlindungan", "Protection unit"),
    "police": Text("Kepolisian", "Police"),
    "school": Text("Sekolah", "School"),
    "health": Text("Layanan kesehatan", "Health service"),
    "embassy": Text("Perwakilan negara", "Embassy or consulate"),
    "hotline": Text("Saluran bantuan", "Helpline or hotline"),
    "provider": Text("Penyedia layanan", "Service provider"),
    "international": Text("Lembaga internasional", "International organisation"),
}
CHILD_KNOWS: dict[str, Text] = {
    "yes": Text("Ya, dan setuju", "Yes, and agrees"),
    "told": Text("Sudah diberi tahu, belum ditanya setuju", "Was told, not asked to agree"),
    "no": Text("Belum tahu", "Does not know yet"),
    "unknown": Text("Tidak disebut pengirim", "The sender does not say"),
}
# The neighbours first, then where most Indonesians abroad live and where most visitors come from.
COUNTRIES: dict[str, Text] = {
    "ID": Text("Indonesia", "Indonesia"),
    "MY": Text("Malaysia", "Malaysia"),
    "SG": Text("Singapura", "Singapore"),
    "TL": Text("Timor-Leste", "Timor-Leste"),
    "PH": Text("Filipina", "Philippines"),
    "TH": Text("Thailand", "Thailand"),
    "KH": Text("Kamboja", "Cambodia"),
    "AU": Text("Australia", "Australia"),
    "HK": Text("Hong Kong", "Hong Kong"),
    "TW": Text("Taiwan", "Taiwan"),
    "JP": Text("Jepang", "Japan"),
    "SA": Text("Arab Saudi", "Saudi Arabia"),
    "GB": Text("Inggris", "United Kingdom"),
    "NL": Text("Belanda", "Netherlands"),
    "US": Text("Amerika Serikat", "United States"),
    "ZZ": Text("Negara lain", "Another country"),
}
GROUNDS: dict[str, Text] = {
    bridging.CHILD: Text("Langkah anak sendiri", "The child's own step"),
    **bridging.grounds(),
}
REQUEST_STATES: dict[str, Text] = {
    "asked": Text("Menunggu keputusan", "Waiting for a decision"),
    "granted": Text("Dibuka", "Opened"),
    "refused": Text("Ditolak", "Refused"),
}
SIDES: dict[str, Text] = {
    "report": Text("Laporan di balik sebuah kasus", "The report behind a case"),
    "case": Text("Kasus dari sebuah laporan", "The case a report became"),
}

LISTS: dict[str, Mapping[str, Text | str]] = {
    "service": complaints.SERVICES,
    "treatment": complaints.TREATMENTS,
    "remedy": complaints.REMEDIES,
    "complaint_state": complaints.STATES,
    "title": monitoring.TITLES,
    "news_kind": monitoring.KINDS,
    "activity": activities.KINDS,
    "setting": activities.SETTINGS,
    "band": BANDS,
    "sex": SEXES,
    "province": PROVINCES,
    "sender": SENDERS,
    "child_knows": CHILD_KNOWS,
    "country": COUNTRIES,
    "ground": GROUNDS,
    "request_state": REQUEST_STATES,
    "side": SIDES,
}


def say(name: str, code: str) -> str:
    """`code` of the list called `name`, in words; the code itself if the list has it no more."""
    found = LISTS[name].get(code, code)
    return found if isinstance(found, str) else found.say(reader_language())


def options(name: str) -> list[tuple[str, str]]:
    """Every code of a list with its words, for a form."""
    return [(code, say(name, code)) for code in LISTS[name]]
