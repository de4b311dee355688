"""The register of applications that are misused: sourced, dated rows; none is ever overwritten.

What is known of an application changes with what is seen. Each sighting, correction or withdrawal
is a row of its own with its source; the newest source tells the present state.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jaga.errors import BadInput
from jaga.programmes import places, sheets
from jaga.programmes.codes import LISTED, MEANS, STATES, WAYS
from jaga.programmes.places import Place
from jaga.programmes.sheets import refuse
from jaga.spreadsheet import as_csv
from jaga.words import Text

COLUMNS = (
    "application",
    "name",
    "ways",
    "means",
    "source",
    "source_date",
    "first_seen",
    "last_seen",
    "place",
)
MORE = ("state", "note")
LONGEST_CODE, LONGEST_NAME, LONGEST_SOURCE = 30, 80, 300


@dataclass(frozen=True)
class Entry:
    """One dated row. `code` is the application's own in this register; `place` may be None."""

    code: str
    name: str
    ways: tuple[str, ...]
    means: tuple[str, ...]
    source: str
    source_date: date
    first_seen: date
    last_seen: date
    place: Place | None = None
    state: str = LISTED
    note: str = ""

    @property
    def row(self) -> list[str]:
        """As it stands in a file."""
        return [
            self.code,
            self.name,
            "; ".join(self.ways),
            "; ".join(self.means),
            self.source,
            self.source_date.isoformat(),
            self.first_seen.isoformat(),
            self.last_seen.isoformat(),
            str(self.place) if self.place else "",
            self.state,
            self.note,
        ]


@dataclass(frozen=True)
class Current:
    """An application as its rows tell it now: the newest source, and when it was first and last
    seen in any of them."""

    newest: Entry
    first_seen: date
    last_seen: date
    rows: int

    @property
    def is_listed(self) -> bool:
        """False once it was withdrawn."""
        return self.newest.state == LISTED


def current(entries: Iterable[Entry]) -> dict[str, Current]:
    """Each application's present state. `entries` in the order they were noted: of two rows with
    sources of one day, the later note counts."""
    by_code: dict[str, list[Entry]] = {}
    for entry in entries:
        by_code.setdefault(entry.code, []).append(entry)
    return {
        code: Current(
            newest=max(enumerate(rows), key=lambda one: (one[1].source_date, one[0]))[1],
            first_seen=min(row.first_seen for row in rows),
            last_seen=max(row.last_seen for row in rows),
            rows=len(rows),
        )
        for code, rows in by_code.items()
    }


def entry_from(values: Mapping[str, str], *, bare_places: bool = False) -> Entry:
    """One row from the text of a form or a file; BadInput says what is wrong."""
    state = values.get("state", "").strip() or LISTED
    found = places.all_of(sheets.parts(values.get("place", "")), bare=bare_places)
    if len(found) > 1:
        raise refuse("place: isi satu tempat saja.", "place: give one place only.")
    note = " ".join(values.get("note", "").split())
    first_seen = sheets.day(values, "first_seen")
    entry = Entry(
        code=sheets.words(values, "application", longest=LONGEST_CODE),
        name=sheets.words(values, "name", longest=LONGEST_NAME),
        ways=sheets.codes(values, "ways", WAYS),
        means=sheets.codes(values, "means", MEANS),
        source=_source(values),
        source_date=sheets.day(values, "source_date"),
        first_seen=first_seen,
        last_seen=sheets.day(values, "last_seen") if values.get("last_seen") else first_seen,
        place=found[0] if found else None,
        state=sheets.code({"state": state}, "state", STATES),
        note=sheets.clean(note, "note", longest=LONGEST_SOURCE) if note else "",
    )
    _check(entry)
    return entry


def _source(values: Mapping[str, str]) -> str:
    """A claim about somebody's application stands with where it comes from, or not at all."""
    text = " ".join(values.get("source", "").split())
    if len(text) < 8:
        raise refuse(
            "source: sebutkan sumbernya (laporan, terbitan, atau asesmen) agar dapat diperiksa.",
            "source: name the source (a report, a publication, an assessment) so that it can be "
            "checked.",
        )
    if len(text) > LONGEST_SOURCE:
        raise refuse(
            f"source: paling panjang {LONGEST_SOURCE} huruf.",
            f"source: at most {LONGEST_SOURCE} letters.",
        )
    return text


def _check(entry: Entry) -> None:
    if not entry.first_seen <= entry.last_seen:
        raise refuse(
            "last_seen: tidak boleh sebelum first_seen.",
            "last_seen: it cannot be before first_seen.",
        )
    if entry.first_seen > entry.source_date:
        raise refuse(
            "source_date: sumber tidak dapat bertanggal sebelum yang dilihatnya.",
            "source_date: a source cannot be dated before what it saw.",
        )
    if entry.state != LISTED and not entry.note:
        raise refuse(
            "note: tulis mengapa aplikasi ini dicabut dari daftar.",
            "note: say why this application is withdrawn.",
        )


def read(text: str) -> tuple[Entry, ...]:
    """The rows of CSV text in their order; WrongRows tells every row that is wrong."""
    problems: list[Text] = []
    found: list[Entry] = []
    for line in sheets.read(text, COLUMNS, MORE):
        try:
            found.append(entry_from(line.values))
        except BadInput as wrong:
            problems.append(sheets.at(line.number, wrong))
    sheets.told(problems)
    return tuple(dict.fromkeys(found))


def write(entries: Iterable[Entry]) -> str:
    """CSV text that `read` reads back."""
    return as_csv([[*COLUMNS, *MORE], *(entry.row for entry in entries)])
