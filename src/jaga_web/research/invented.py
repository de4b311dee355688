"""An invented survey of 40 villages with 13 interviews each: its form, and an export of it.

Everything is drawn from a seed: no village, no person and no answer is real. People of one village
answer a little alike, so that the design effect has something to show.
"""

import csv
import io
import random
from dataclasses import dataclass

from jaga.spreadsheet import as_xlsx

SEED = 20261130
FORM_ID, VERSION = "aman_daring_rekaan", "2026113001"
PER_VILLAGE = 13
# stratum: (words, villages drawn, villages there are, people to each interview)
STRATA = {
    "kota": (("Kota", "Town"), 14, 120, "31.5"),
    "pinggir": (("Pinggir kota", "Outskirts"), 13, 210, "48"),
    "desa": (("Perdesaan", "Countryside"), 13, 390, "22.5"),
}
YES_NO = (("ya", "Ya", "Yes"), ("tidak", "Tidak", "No"))
LISTS = {
    "yt": YES_NO,
    "ytx": (*YES_NO, ("lewat", "Tidak ingin menjawab", "Prefer not to answer")),
    "jk": (("p", "Perempuan", "Female"), ("l", "Laki-laki", "Male")),
    "wilayah": tuple((name, *row[0]) for name, row in STRATA.items()),
    "siapa": (
        ("teman", "Teman", "A friend"),
        ("keluarga", "Keluarga", "Family"),
        ("guru", "Guru", "A teacher"),
        ("layanan", "Layanan pendamping", "A support service"),
    ),
}
SURVEY_HEAD = (
    "type", "name", "label::Bahasa Indonesia (id)", "label::English (en)", "relevant",
    "constraint", "constraint_message::Bahasa Indonesia (id)",
    "constraint_message::English (en)", "required", "calculation", "choice_filter",
    "jaga_sensitive",
)  # fmt: skip
CHOICES_HEAD = (
    "list_name", "name", "label::Bahasa Indonesia (id)", "label::English (en)", "wilayah",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One row of the survey sheet."""

    type: str
    name: str
    id: str = ""
    en: str = ""
    relevant: str = ""
    constraint: str = ""
    wrong: tuple[str, str] = ("", "")
    required: str = ""
    calculation: str = ""
    choice_filter: str = ""
    sensitive: str = ""

    def cells(self) -> tuple[str, ...]:
        """In the order of SURVEY_HEAD."""
        return (
            self.type, self.name, self.id, self.en, self.relevant, self.constraint, *self.wrong,
            self.required, self.calculation, self.choice_filter, self.sensitive,
        )  # fmt: skip


def _by_stratum(place: int) -> str:
    """A calculation that tells a number of each stratum."""
    first, second, third = ((name, row[place]) for name, row in STRATA.items())
    return (
        f"if(${{wilayah}} = '{first[0]}', {first[1]}, "
        f"if(${{wilayah}} = '{second[0]}', {second[1]}, {third[1]}))"
    )


QUESTIONS = (
    Row("note", "pembuka", "Survei rekaan tentang rasa aman di internet. Tidak ada nama yang "
        "dicatat, dan kamu boleh berhenti kapan saja.",
        "An invented survey about feeling safe online. No name is taken down, and you may stop "
        "at any time."),
    Row("select_one yt", "setuju", "Apakah kamu bersedia menjawab?",
        "Are you willing to answer?", required="yes"),
    Row("begin group", "isi", "Isi", "Questions", relevant="${setuju} = 'ya'"),
    Row("select_one wilayah", "wilayah", "Wilayah", "Area", required="yes"),
    Row("select_one desa", "desa", "Desa contoh", "Sample village", required="yes",
        choice_filter="wilayah = ${wilayah}"),
    Row("calculate", "bobot", calculation=_by_stratum(3)),
    Row("calculate", "banyak_desa", calculation=_by_stratum(2)),
    Row("integer", "umur", "Berapa umurmu?", "How old are you?", required="yes",
        constraint=". >= 15 and . <= 24",
        wrong=("Hanya untuk umur 15 sampai 24.", "Only for ages 15 to 24.")),
    Row("select_one jk", "jk", "Jenis kelamin", "Sex"),
    Row("select_one yt", "internet", "Apakah kamu memakai internet 30 hari terakhir?",
        "Did you use the internet in the last 30 days?", required="yes"),
    Row("integer", "jam", "Kira-kira berapa jam sehari?", "About how many hours a day?",
        relevant="${internet} = 'ya'", constraint=". >= 0 and . <= 24",
        wrong=("Sehari ada 24 jam.", "A day has 24 hours.")),
    Row("select_one yt", "tahu", "Apakah kamu tahu tempat melapor bila ada yang berlaku buruk?",
        "Do you know where to report bad treatment?"),
    Row("select_one ytx", "tak_nyaman",
        "Pernahkah orang asing di internet membuatmu merasa tidak nyaman?",
        "Has a stranger online ever made you feel uneasy?", relevant="${internet} = 'ya'",
        sensitive="yes"),
    Row("select_multiple siapa", "cerita", "Kepada siapa kamu bercerita bila ada masalah?",
        "Whom do you talk to when something is wrong?"),
    Row("note", "bantuan", "Bila kamu ingin bicara, hubungi SAPA 129. Gratis, siang dan malam.",
        "If you want to talk, call SAPA 129. It is free, day and night."),
    Row("end group", ""),
)  # fmt: skip


def villages(stratum: str) -> list[str]:
    """The invented villages drawn in a stratum."""
    return [f"{stratum}_{number:02}" for number in range(1, STRATA[stratum][1] + 1)]


def form_xlsx() -> bytes:
    """The XLSForm, as a researcher would upload it."""
    choices = [
        (listed, name, words, english, "")
        for listed, rows in LISTS.items()
        for name, words, english in rows
    ]
    choices += [
        ("desa", name, f"Desa Contoh {name.title().replace('_', ' ')}",
         f"Sample village {name.title().replace('_', ' ')}", stratum)
        for stratum in STRATA
        for name in villages(stratum)
    ]  # fmt: skip
    return as_xlsx(
        {
            "survey": [SURVEY_HEAD, *(row.cells() for row in QUESTIONS)],
            "choices": [CHOICES_HEAD, *choices],
            "settings": [
                ("form_id", "form_title", "version", "default_language"),
                (FORM_ID, "Rasa aman di internet (rekaan)", VERSION, "Bahasa Indonesia (id)"),
            ],
        }
    )


COLUMNS = (
    "setuju", "wilayah", "desa", "bobot", "banyak_desa", "umur", "jk", "internet", "jam", "tahu",
    "tak_nyaman", "cerita",
)  # fmt: skip
META = ("_id", "_uuid", "_submission_time", "_submitted_by", "__version__")


def rows(seed: int = SEED) -> list[dict[str, str]]:
    """520 invented interviews and a few who did not want to answer."""
    rng = random.Random(seed)
    made = []
    for stratum in STRATA:
        for village in villages(stratum):
            # What people of one village share.
            mood = rng.gauss(0, 0.10)
            for _ in range(PER_VILLAGE):
                made.append(_interview(rng, stratum, village, mood))
    for number, row in enumerate(made, start=1):
        row |= {
            "_id": str(1000 + number),
            "_uuid": f"{rng.getrandbits(64):016x}-rekaan",
            "_submission_time": f"2026-10-{1 + number // 20:02}T{8 + number % 9:02}:"
            f"{rng.randrange(60):02}:{rng.randrange(60):02}",
            "_submitted_by": f"pewawancara_{1 + number % 6}",
            "__version__": VERSION,
        }
    return made


def _interview(rng: random.Random, stratum: str, village: str, mood: float) -> dict[str, str]:
    if rng.random() < 0.03:
        return {"setuju": "tidak"}

    def yes(share: float) -> bool:
        return rng.random() < min(0.97, max(0.03, share + mood))

    row = {
        "setuju": "ya", "wilayah": stratum, "desa": village,
        "bobot": STRATA[stratum][3], "banyak_desa": str(STRATA[stratum][2]),
        "umur": str(rng.randint(15, 24)), "jk": rng.choice("pppll"),
        "internet": "ya" if yes(0.92 if stratum == "kota" else 0.78) else "tidak",
        "tahu": "ya" if yes(0.46) else "tidak",
    }  # fmt: skip
    if row["internet"] == "ya":
        row["jam"] = "" if rng.random() < 0.05 else str(rng.randint(1, 9))
        row["tak_nyaman"] = "lewat" if rng.random() < 0.06 else "ya" if yes(0.24) else "tidak"
    told = [name for name, *_ in LISTS["siapa"] if rng.random() < 0.4]
    row["cerita"] = " ".join(told)
    return row


def export_csv(seed: int = SEED) -> bytes:
    """An export as Kobo writes it, without media."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, [*COLUMNS, *META], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(seed))
    return buffer.getvalue().encode()
