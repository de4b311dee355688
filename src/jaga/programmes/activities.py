"""Activities of programmes: what was done, where, with whom, and how many took part.

In a file each count has a row of its own, and the facts of its activity are repeated in front of
it; an activity that counts nothing has one row without a count. Participants are numbers by group,
sex and age, each with how they were counted. No participant is named anywhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from jaga.errors import BadInput
from jaga.programmes import places, sheets
from jaga.programmes.codes import (
    AGES,
    COUNTINGS,
    EXACT,
    GROUPS,
    PILLARS,
    PRECISIONS,
    SEXES,
    THINGS,
    THINGS_COUNTED,
)
from jaga.programmes.places import Place
from jaga.programmes.sheets import Line, refuse
from jaga.spreadsheet import as_csv
from jaga.words import Text

FACTS = (
    "activity",
    "title",
    "programme",
    "pillar",
    "partners",
    "places",
    "starts_on",
    "ends_on",
)
COUNT = ("counting", "of", "sex", "age", "number", "precision")
COLUMNS = (*FACTS, *COUNT)
MOST_PEOPLE = 9_999_999
MOST_COUNTS = 60
LONGEST_CODE, LONGEST_NAME = 30, 80


@dataclass(frozen=True, order=True)
class Count:
    """So many of one kind. `sex` and `age` are empty for things; `number` is at least 1."""

    counting: str
    of: str
    sex: str
    age: str
    number: int
    precision: str = EXACT

    @property
    def about(self) -> tuple[str, str, str, str]:
        """What it counts; twice in one activity it would be told twice."""
        return (self.counting, self.of, self.sex, self.age)


@dataclass(frozen=True)
class Activity:
    """One activity. `code` is the house's own; `places` empty means the whole country."""

    code: str
    title: str
    programme: str
    pillar: str
    starts_on: date
    ends_on: date
    partners: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    counts: tuple[Count, ...] = field(default_factory=tuple)

    @property
    def row(self) -> list[str]:
        """What it is, as it stands in a file before its counts."""
        return [
            self.code,
            self.title,
            self.programme,
            self.pillar,
            "; ".join(self.partners),
            "; ".join(map(str, self.places)),
            self.starts_on.isoformat(),
            self.ends_on.isoformat(),
        ]


def count_from(values: Mapping[str, str]) -> Count:
    """One count from the text of a form or a row; BadInput says what is wrong."""
    counting = sheets.code(values, "counting", COUNTINGS)
    precision = values.get("precision", "").strip() or EXACT
    sheets.code({"precision": precision}, "precision", PRECISIONS)
    number = sheets.number(values, "number", MOST_PEOPLE)
    if counting == THINGS_COUNTED:
        if values.get("sex", "").strip() or values.get("age", "").strip():
            raise refuse(
                "sex dan age dikosongkan bila yang dihitung bukan orang.",
                "leave sex and age empty when no persons are counted.",
            )
        return Count(counting, sheets.code(values, "of", THINGS), "", "", number, precision)
    return Count(
        counting,
        sheets.code(values, "of", GROUPS),
        sheets.code({"sex": values.get("sex", "").strip() or "unknown"}, "sex", SEXES),
        sheets.code({"age": values.get("age", "").strip() or "unknown"}, "age", AGES),
        number,
        precision,
    )


def counts_of_form(lines: Sequence[Mapping[str, str]]) -> list[Count]:
    """The counts of a form's lines, without those left empty; WrongRows tells which are wrong."""
    problems: list[Text] = []
    found: list[Count] = []
    for place, line in enumerate(lines, start=1):
        if not any(line.get(name, "").strip() for name in ("counting", "of", "number")):
            continue
        try:
            found.append(count_from(line))
        except BadInput as wrong:
            told = wrong.text
            problems.append(Text(f"Hitungan {place}: {told.id}", f"Count {place}: {told.en}"))
    sheets.told(problems)
    return found


def activity_from(
    values: Mapping[str, str], counts: Sequence[Count], *, bare_places: bool = False
) -> Activity:
    """One activity from the text of a form or of its rows; BadInput says what is wrong.

    `bare_places`: places are codes of our own edition alone, as a form asks for them.
    """
    starts_on = sheets.day(values, "starts_on")
    activity = Activity(
        code=sheets.words(values, "activity", longest=LONGEST_CODE),
        title=sheets.words(values, "title"),
        programme=sheets.words(values, "programme", longest=LONGEST_NAME),
        pillar=sheets.code(values, "pillar", PILLARS),
        partners=tuple(
            sheets.clean(one, "partners", longest=LONGEST_NAME)
            for one in dict.fromkeys(sheets.parts(values.get("partners", "")))
        ),
        places=places.all_of(sheets.parts(values.get("places", "")), bare=bare_places),
        starts_on=starts_on,
        ends_on=sheets.day(values, "ends_on") if values.get("ends_on", "").strip() else starts_on,
        counts=tuple(sorted(counts)),
    )
    _check(activity)
    return activity


def _check(activity: Activity) -> None:
    if activity.ends_on < activity.starts_on:
        raise refuse(
            "ends_on: hari terakhir tidak boleh sebelum hari pertama.",
            "ends_on: the last day cannot be before the first.",
        )
    if len(activity.counts) > MOST_COUNTS:
        raise refuse(f"Paling banyak {MOST_COUNTS} hitungan.", f"At most {MOST_COUNTS} counts.")
    told = [count.about for count in activity.counts]
    if len(set(told)) < len(told):
        raise refuse(
            "Hitungan yang sama ditulis dua kali; gabungkan atau hapus salah satu.",
            "The same count is written twice; put them together or take one out.",
        )


def read(text: str) -> tuple[Activity, ...]:
    """The activities of CSV text, in the file's order; WrongRows tells every row that is wrong."""
    lines = sheets.read(text, FACTS, COUNT)
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.values.get("activity", ""), []).append(line)
    problems: list[Text] = []
    activities = [_one(group, problems) for group in found.values()]
    sheets.told(problems)
    return tuple(one for one in activities if one is not None)


def _one(lines: list[Line], problems: list[Text]) -> Activity | None:
    """The activity of these rows; None when something in them is wrong and told."""
    first, before = lines[0], len(problems)
    counts = []
    for line in lines:
        if any(line.values.get(name, "") != first.values.get(name, "") for name in FACTS):
            problems.append(sheets.at(line.number, _differs(first.number)))
            continue
        if any(line.values.get(name, "") for name in COUNT):
            try:
                counts.append(count_from(line.values))
            except BadInput as wrong:
                problems.append(sheets.at(line.number, wrong))
    try:
        activity = activity_from(first.values, counts)
    except BadInput as wrong:
        problems.append(sheets.at(first.number, wrong))
    return activity if len(problems) == before else None


def _differs(line: int) -> BadInput:
    return refuse(
        f"kegiatan ini ditulis lain daripada di baris {line}. Samakan keduanya, "
        "atau beri kode kegiatan yang lain.",
        f"this activity is written differently from line {line}. Make the two alike, or give "
        "it another activity code.",
    )


def write(activities: Iterable[Activity]) -> str:
    """CSV text that `read` reads back."""
    rows: list[list[str]] = [list(COLUMNS)]
    for one in activities:
        counts = [
            [count.counting, count.of, count.sex, count.age, str(count.number), count.precision]
            for count in one.counts
        ]
        rows += [[*one.row, *count] for count in counts or [[""] * len(COUNT)]]
    return as_csv(rows)
