"""Group programmes without case files: how they are counted, and how many are read from a paste.

Participants are counted by age band and sex alone. A participant is a seat taken, not a person:
whoever comes to two activities is counted in both, so sums are contacts and never children.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from jaga.errors import BadInput
from jaga.words import Text

KINDS: dict[str, Text] = {
    "psychosocial_group": Text("Dukungan psikososial kelompok", "Group psychosocial support"),
    "disaster_support": Text(
        "Dukungan psikososial saat bencana", "Psychosocial support in a disaster"
    ),
    "safe_space": Text("Ruang ramah anak", "Child-friendly space"),
    "prevention": Text("Pencegahan untuk anak", "Prevention with children"),
    "parents": Text("Kelompok pengasuh", "Caregivers' group"),
    "training": Text("Pelatihan pendamping", "Training of helpers"),
}
SETTINGS: dict[str, Text] = {
    "school": Text("Sekolah", "School"),
    "community": Text("Balai atau rumah warga", "Community place"),
    "evacuation": Text("Tempat pengungsian", "Evacuation site"),
    "shelter": Text("Rumah aman", "Shelter"),
    "online": Text("Daring", "Online"),
    "office": Text("Kantor lembaga", "Office"),
}
BANDS = ("0-5", "6-11", "12-14", "15-17", "18+", "unknown")
SEXES = ("f", "m", "x", "unknown")
FACTS = ("kind", "starts_on", "ends_on", "province", "setting", "partner", "sessions")
MOST_ROWS = 200
MOST_PEOPLE = 9_999
LONGEST_PARTNER = 120

Counts = dict[str, dict[str, int]]


def count_name(band: str, sex: str) -> str:
    """The column of one count.

    >>> count_name("0-5", "f"), count_name("18+", "m")
    ('f_0_5', 'm_18')
    """
    return f"{sex}_{band.replace('-', '_').replace('+', '')}"


COUNT_COLUMNS = tuple(count_name(band, sex) for band in BANDS for sex in SEXES)


@dataclass(frozen=True)
class Facts:
    """What is kept of one activity."""

    kind: str
    starts_on: date
    ends_on: date
    province: str
    setting: str
    partner: str
    sessions: int
    participants: Counts = field(default_factory=dict)


def total(participants: Mapping[str, Mapping[str, int]]) -> int:
    """How many seats were taken in all."""
    return sum(number for line in participants.values() for number in line.values())


def facts_from(values: Mapping[str, str], provinces: Mapping[str, object]) -> Facts:
    """One activity from the text of a form or a pasted row; BadInput says what is wrong."""
    facts = Facts(
        kind=_code(values, "kind", KINDS, Text("jenis kegiatan", "kind of activity")),
        starts_on=_day(values, "starts_on"),
        ends_on=_day(values, "ends_on" if values.get("ends_on", "").strip() else "starts_on"),
        province=_code(values, "province", provinces, Text("kode provinsi", "province code")),
        setting=_code(values, "setting", SETTINGS, Text("jenis tempat", "kind of place")),
        partner=values.get("partner", "").strip(),
        sessions=_number(values, "sessions", most=366) or 1,
        participants={
            band: {sex: _number(values, count_name(band, sex), most=MOST_PEOPLE) for sex in SEXES}
            for band in BANDS
        },
    )
    _check(facts)
    return facts


def _check(facts: Facts) -> None:
    if facts.ends_on < facts.starts_on:
        raise BadInput(
            Text("Tanggal selesai sebelum tanggal mulai.", "The last day is before the first.")
        )
    if len(facts.partner) > LONGEST_PARTNER:
        raise BadInput(Text("Nama mitra terlalu panjang.", "The partner's name is too long."))
    if not total(facts.participants):
        raise BadInput(
            Text(
                "Isi jumlah peserta menurut kelompok usia dan jenis kelamin.",
                "Fill in the participants by age band and sex.",
            )
        )


def rows_from(text: str, provinces: Mapping[str, object]) -> list[Facts]:
    """Activities from pasted CSV with a heading; BadInput names the first row that is wrong.

    Columns: those of FACTS, then those of COUNT_COLUMNS; counts that are absent or empty are 0.
    """
    lines = csv.DictReader(io.StringIO(text.strip()))
    unknown = set(lines.fieldnames or ()) - {*FACTS, *COUNT_COLUMNS}
    if unknown or not lines.fieldnames:
        raise BadInput(
            Text(
                "Judul kolom tidak dikenal. Pakai judul dari contoh, tanpa kolom lain.",
                "A column heading is not known. Use the headings of the example and no others.",
            )
        )
    found = list(_read(lines, provinces))
    if not found or len(found) > MOST_ROWS:
        raise BadInput(
            Text(
                f"Tempel satu sampai {MOST_ROWS} baris di bawah judul kolom.",
                f"Paste one to {MOST_ROWS} rows below the headings.",
            )
        )
    return found


def _read(lines: "csv.DictReader[str]", provinces: Mapping[str, object]) -> Iterator[Facts]:
    for place, line in enumerate(lines, start=1):
        if None in line:
            raise BadInput(
                Text(
                    f"Baris {place}: selnya lebih banyak daripada judul kolom.",
                    f"Row {place}: it has more cells than there are headings.",
                )
            )
        values = {name: text for name, text in line.items() if isinstance(text, str) and name}
        try:
            yield facts_from(values, provinces)
        except BadInput as wrong:
            raise BadInput(
                Text(f"Baris {place}: {wrong.text.id}", f"Row {place}: {wrong.text.en}")
            ) from None


def _code(values: Mapping[str, str], name: str, known: Mapping[str, object], what: Text) -> str:
    code = values.get(name, "").strip()
    if code not in known:
        raise BadInput(Text(f"Pilih {what.id} dari daftar.", f"Choose the {what.en} of the list."))
    return code


def _day(values: Mapping[str, str], name: str) -> date:
    try:
        return date.fromisoformat(values.get(name, "").strip())
    except ValueError:
        raise BadInput(
            Text("Tulis tanggal seperti 2026-08-31.", "Write a day like 2026-08-31.")
        ) from None


def _number(values: Mapping[str, str], name: str, *, most: int) -> int:
    text = values.get(name, "").strip() or "0"
    if not (text.isascii() and text.isdigit() and int(text) <= most):
        raise BadInput(
            Text(
                f"Jumlah ditulis dengan angka 0 sampai {most}.",
                f"Counts are whole numbers from 0 to {most}.",
            )
        )
    return int(text)
