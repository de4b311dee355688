"""The codes of what people say about their own strain: short lists, so that nobody writes a story.

Supervision notes hold no clinical content. A note is short and may hold no number that could find
a case, a person or a telephone.
"""

import re

from jaga.errors import BadInput
from jaga.words import Text

LONGEST_NOTE = 200
OLDEST_DAYS = 14
"""A talk is written down within two weeks, while both still know what was agreed."""

RESTED = "rested"
BREAK_REASONS: dict[str, Text] = {
    "danger": Text("Seorang anak sedang dalam bahaya", "A child is in danger now"),
    "deadline": Text("Tenggat hukum hampir lewat", "A legal deadline is about to pass"),
    "with_someone": Text(
        "Saya sedang bersama anak atau keluarganya", "I am with a child or the family"
    ),
    RESTED: Text("Saya sudah beristirahat di luar Jaga", "I have rested away from Jaga"),
}
TOPICS: dict[str, Text] = {
    "workload": Text("Jumlah dan berat pekerjaan", "Amount and weight of work"),
    "strain": Text("Yang tertinggal sesudah kasus berat", "What stays after heavy cases"),
    "safety": Text("Keselamatan petugas", "Safety of staff"),
    "boundaries": Text("Batas peran dan waktu", "Limits of role and time"),
    "skills": Text("Keterampilan dan pelatihan", "Skills and training"),
    "team": Text("Kerja sama tim", "Working together"),
}
NEXT_STEPS: dict[str, Text] = {
    "none": Text("Tidak perlu langkah baru", "No new step needed"),
    "talk_again": Text("Bicara lagi pada waktu yang disepakati", "Talk again at an agreed time"),
    "lighter_week": Text("Pekan yang lebih ringan", "A lighter week"),
    "rotation": Text("Bergiliran dengan rekan", "Take turns with a colleague"),
    "counselling": Text("Konseling untuk petugas", "Counselling for the member of staff"),
    "training": Text("Pelatihan", "Training"),
    "leave": Text("Cuti", "Leave"),
}
CRITICAL: dict[str, Text] = {
    "life_in_danger": Text("Nyawa seorang anak terancam", "A child's life was in danger"),
    "loss": Text("Kehilangan anak yang didampingi", "The loss of a child in one's care"),
    "threat": Text("Ancaman terhadap petugas", "A threat against staff"),
    "close_to_self": Text(
        "Menyentuh pengalaman saya sendiri", "It touched an experience of my own"
    ),
    "many_at_once": Text(
        "Banyak kejadian berat dalam waktu singkat", "Many heavy things within a short time"
    ),
}
DEBRIEF_HOURS = 72
"""Our proposal: talk within three days. No law or standard sets this number."""
DEBRIEF_ANSWERS: dict[str, Text] = {
    "supervisor": Text("Sudah bicara dengan penyelia", "Talked with the supervisor"),
    "colleague": Text("Sudah bicara dengan rekan", "Talked with a colleague"),
    "professional": Text("Sudah bicara dengan tenaga profesional", "Talked with a professional"),
    "not_now": Text("Tidak memerlukannya", "Do not need it"),
}
HELP: tuple[Text, ...] = (
    Text(
        "Penyelia Anda. Minta waktu bicara; Anda tidak perlu menyebut kasusnya.",
        "Your supervisor. Ask for time to talk; you need not name the case.",
    ),
    Text(
        "Rekan yang Anda percaya. Berbagi beban bukan membocorkan rahasia selama tanpa nama.",
        "A colleague you trust. Sharing a burden breaks no secret as long as it has no names.",
    ),
    Text(
        "Psikolog atau konselor dari luar lembaga. Puskesmas dapat membantu mencarikan.",
        "A psychologist or counsellor from outside. A health centre can help to find one.",
    ),
    Text(
        "Bila Anda sendiri dalam bahaya, hubungi 112 atau unit gawat darurat terdekat.",
        "If you are in danger yourself, call 112 or go to the nearest emergency unit.",
    ),
)

# Four digits in a row, however they are spaced, could be part of a case or telephone number.
_NUMBER = re.compile(r"\d(?:[\s.\-/]*\d){3,}")
_CASE = re.compile(r"\bJGA\b", re.IGNORECASE)


def check_note(note: str) -> str:
    """The note without outer blanks. Raises BadInput when it is long or could find somebody."""
    note = " ".join(note.split())
    if len(note) > LONGEST_NOTE:
        raise BadInput(
            Text(
                f"Catatan paling panjang {LONGEST_NOTE} huruf. Tulis kesepakatannya saja.",
                f"A note has {LONGEST_NOTE} letters at most. Write only what was agreed.",
            )
        )
    if _NUMBER.search(note) or _CASE.search(note):
        raise BadInput(
            Text(
                "Catatan supervisi tidak memuat nomor kasus, nomor telepon, atau tahun. Hapus "
                "angkanya.",
                "A supervision note holds no case number, telephone number or year. Take the "
                "digits out.",
            )
        )
    return note


def known(codes: dict[str, Text], code: str) -> str:
    """The code. Raises BadInput when it is not on the list."""
    if code not in codes:
        raise BadInput(Text("Pilih satu dari daftar.", "Choose one of the list."))
    return code
