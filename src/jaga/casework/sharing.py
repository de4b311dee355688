"""Cases without the children: groups of at least five that are alike in every column.

Only the columns of COLUMNS pass, each a code of a known list; whatever is not such a code becomes
`unknown`, so a name in the wrong place does not get out. Then columns are made coarser, the one
with the most values first, until at most `MOST_LEFT_OUT` of the cases would have to be left out.
A group counts only with at least `PUBLISH_FROM` cases, and so any sum of groups is zero or at
least that: no table that somebody builds from the file has a cell of 1 to 4. Counts pass the
disclosure door, which rounds them, so that two files a day apart do not show one child.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jaga.casework import codes
from jaga.casework.forms import choices
from jaga.casework.provinces import PROVINCES
from jaga.errors import Refused
from jaga.evidence.disclosure import PUBLISH_FROM, CountTable, protect
from jaga.words import Text

ALL = "*"
UNKNOWN = "unknown"
SEVERAL = "several"
# At most this share of the cases is left out before a column is made coarser.
MOST_LEFT_OUT = 0.05
_TITLE = Text("Kasus tanpa identitas", "Cases without identity")
_HALVES = {"0-5": "0-11", "6-11": "0-11", "12-14": "12-17", "15-17": "12-17"}


@dataclass(frozen=True)
class Column:
    """One column: its words, which values pass, and how it is made coarser, step by step."""

    id: str
    title: Text
    known: Callable[[str], bool]
    coarser: tuple[Callable[[str], str], ...]


def _one_of(values: Iterable[str]) -> Callable[[str], bool]:
    return frozenset(values).__contains__


def _all(value: str) -> str:
    return ALL


def _is_month(value: str) -> bool:
    year, _, month = value.partition("-")
    return len(year) == 4 and year.isdecimal() and month in {f"{n:02}" for n in range(1, 13)}


def _quarter(month: str) -> str:
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}" if _is_month(month) else month


def _year(quarter: str) -> str:
    return quarter[:4] if quarter[:4].isdecimal() else quarter


def _list(name: str) -> Callable[[str], bool]:
    return _one_of([*codes.concepts(name), SEVERAL])


COLUMNS: tuple[Column, ...] = (
    Column("opened", Text("Bulan dibuka", "Month opened"), _is_month, (_quarter, _year, _all)),
    Column("province", Text("Provinsi", "Province"), _one_of(PROVINCES), (_all,)),
    Column(
        "age_band", Text("Kelompok usia", "Age band"), _list("age_band"),
        (lambda band: _HALVES.get(band, band), _all),
    ),
    Column("sex", Text("Jenis kelamin", "Sex"), _list("sex"), (_all,)),
    Column(
        "manifestation", Text("Manifestasi", "Manifestation"), _list("manifestation"), (_all,)
    ),
    Column("form", Text("Bentuk kekerasan", "Form of violence"), _list("form"), (_all,)),
    Column(
        "source", Text("Asal kasus", "Source"),
        _one_of(("alert", "report", "direct", "referral")), (_all,),
    ),
    Column("risk", Text("Tingkat risiko", "Risk"), _one_of(("low", "medium", "high")), (_all,)),
    Column("status", Text("Keadaan", "Status"), _one_of(("open", "closed")), (_all,)),
    Column(
        "verified", Text("Verifikasi", "Verification"),
        _one_of(("verified", "unverified")), (_all,),
    ),
    Column(
        "closing", Text("Sebab penutupan", "Reason of closure"),
        lambda value: value == "" or value in choices("closing_reason"), (_all,),
    ),
)  # fmt: skip
NAMES = tuple(column.id for column in COLUMNS)


@dataclass(frozen=True)
class Shared:
    """What may leave: lines of values with a rounded count, and what was done to them.

    `coarse` says how many steps coarser each column is; `left_out` whether any case is missing.
    """

    lines: tuple[tuple[tuple[str, ...], int], ...]
    coarse: Mapping[str, int]
    left_out: bool


def share(cases: Iterable[Mapping[str, Any]]) -> Shared:
    """`cases` as groups. Refused with a sentence while there are too few to hide anybody."""
    lines = [_scrubbed(case) for case in cases]
    if len(lines) < PUBLISH_FROM:
        raise Refused(
            Text(
                "Kasus yang boleh dihitung kurang dari {least}, jadi tidak ada berkas yang dibuat.",
                "Fewer than {least} cases may be counted, so no file is made.",
            ).filled(least=PUBLISH_FROM)
        )
    steps = dict.fromkeys(NAMES, 0)
    while len(_small(lines)) > MOST_LEFT_OUT * len(lines):
        place = _widest(lines, steps)
        coarser = COLUMNS[place].coarser[steps[NAMES[place]]]
        lines = [(*line[:place], coarser(line[place]), *line[place + 1 :]) for line in lines]
        steps[NAMES[place]] += 1
    return _counted(lines, steps)


def month(day: Any) -> str:
    """The finest time that passes: "2026-01" of a date or time."""
    return str(day.strftime("%Y-%m"))


def one_code(found: Iterable[str]) -> str:
    """Several codes of one list as one value."""
    known = sorted(set(found))
    return UNKNOWN if not known else known[0] if len(known) == 1 else SEVERAL


def _scrubbed(case: Mapping[str, Any]) -> tuple[str, ...]:
    """Only the columns, and in them only known codes."""
    values = (str(case.get(column.id, "")) for column in COLUMNS)
    return tuple(
        value if column.known(value) else UNKNOWN
        for column, value in zip(COLUMNS, values, strict=True)
    )


def _small(lines: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The lines of groups below the threshold."""
    counts = Counter(lines)
    return [line for line in lines if counts[line] < PUBLISH_FROM]


def _widest(lines: list[tuple[str, ...]], steps: Mapping[str, int]) -> int:
    """The column with the most values that can still be made coarser; the first of equals."""
    open_ = [n for n, column in enumerate(COLUMNS) if steps[column.id] < len(column.coarser)]
    return max(open_, key=lambda n: (len({line[n] for line in lines}), -n))


def _counted(lines: list[tuple[str, ...]], steps: Mapping[str, int]) -> Shared:
    groups = Counter(lines)
    kept = {line: count for line, count in groups.items() if count >= PUBLISH_FROM}
    out = len(lines) - sum(kept.values())
    while 0 < out < PUBLISH_FROM and kept:
        # So few left out would be told by any total: the smallest group goes with them.
        smallest = min(kept, key=lambda line: (kept[line], line))
        out += kept.pop(smallest)
    order = sorted(kept)
    table = protect(
        CountTable(
            id="cases-without-identity",
            title=_TITLE,
            rows=tuple(str(number) for number in range(len(order))),
            columns=("cases",),
            counts=tuple((kept[line],) for line in order),
        )
    )
    shown = [(line, cells[0]) for line, cells in zip(order, table.cells, strict=True)]
    return Shared(
        lines=tuple((line, count) for line, count in shown if count is not None),
        coarse=dict(steps),
        left_out=out > 0,
    )
