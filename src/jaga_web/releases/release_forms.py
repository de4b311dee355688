"""What people type to propose a release, turned into a draft or into a sentence of what to mend."""

from collections.abc import Mapping
from datetime import date

from jaga.casework.provinces import PROVINCES
from jaga.evidence.count_files import Notes, read_counts
from jaga.evidence.linked import protect_together
from jaga.evidence.releases import About, Draft
from jaga.words import Text
from jaga_web.people.models import User
from jaga_web.refusing import refuse
from jaga_web.releases import sources

LONGEST = 200
MOST_TEXT = 100_000
# The fields of pasted counts, each of one line.
WORDS = (
    "title_id", "title_en", "measure", "population", "unit", "definition_id", "definition_en",
    "source_id", "source_en",
)  # fmt: skip
# A column of one of these names holds provinces by code, and is shown by their names.
PLACES = {
    column: {
        "title": {"id": "Provinsi", "en": "Province"},
        "words": {code: {"id": name, "en": name} for code, name in PROVINCES.items()},
    }
    for column in ("province", "provinsi")
}


def from_source(typed: Mapping[str, str], by: User) -> tuple[Draft, str]:
    """A table of the organisation's own for a period."""
    name = typed.get("source", "")
    if name not in sources.SOURCES:
        raise refuse("Pilih tabelnya.", "Choose the table.")
    first, last = _period(typed)
    return sources.draft(name, first, last, by), name


def from_paste(typed: Mapping[str, str]) -> tuple[Draft, str]:
    """Counts pasted as CSV with what they are about. Raises BadInput with what to mend."""
    said = {name: typed.get(name, "").strip() for name in WORDS}
    if not all(0 < len(value) <= LONGEST for value in said.values()):
        raise refuse(
            f"Isi setiap kolom keterangan, paling panjang {LONGEST} huruf.",
            f"Fill every field of the description, with at most {LONGEST} letters.",
        )
    text = typed.get("counts", "")
    if len(text) > MOST_TEXT:
        raise refuse("Tabel itu terlalu panjang.", "That table is too long.")
    first, last = _period(typed)
    about = About(
        measure=said["measure"],
        population=said["population"],
        unit=said["unit"],
        definition=Text(said["definition_id"], said["definition_en"]),
        first=first,
        last=last,
        as_of=_day(typed, "as_of"),
        source=Text(said["source_id"], said["source_en"]),
    )
    title = Text(said["title_id"], said["title_en"])
    cube = read_counts(text, "tabel", Notes(title, about, PLACES))
    return Draft(title, about, protect_together([cube]), (cube.counts,)), sources.PASTED


def _period(typed: Mapping[str, str]) -> tuple[date, date]:
    first, last = _day(typed, "first"), _day(typed, "last")
    if first > last:
        raise refuse(
            "Hari pertama setelah hari terakhir. Tukar keduanya.",
            "The first day comes after the last. Swap them.",
        )
    return first, last


def _day(typed: Mapping[str, str], name: str) -> date:
    try:
        return date.fromisoformat(typed.get(name, ""))
    except ValueError:
        raise refuse("Isi tanggalnya, TTTT-BB-HH.", "Fill in the day, YYYY-MM-DD.") from None
