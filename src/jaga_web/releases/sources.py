"""Where a table to publish comes from: alerts, cases, or counts that somebody pastes.

Raw counts leave this file only inside a `Draft`, whose tables have passed the door.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from django.utils import timezone

from jaga.casework import codes, measures
from jaga.evidence.categories import Category, atoms
from jaga.evidence.cubes import CountCube, Dimension
from jaga.evidence.linked import protect_together
from jaga.evidence.releases import About, Draft
from jaga.words import Text
from jaga_web.alerts.queries import counts_for_figures
from jaga_web.national import board
from jaga_web.national import queries as national
from jaga_web.national.counting import CHECKED, SEXES
from jaga_web.people.models import User
from jaga_web.releases.queries import OUTCOMES, STANDINGS, TITLES, typology_title

PASTED = "pasted"
Facts = Iterable[tuple[str, ...]]


@dataclass(frozen=True)
class Source:
    """A table of the organisation's own. `facts`: the categories of each one counted."""

    title: Text
    measure: str
    unit: str
    definition: Text
    facts: Callable[[User, date, date], Facts]
    dimensions: Callable[[Facts], tuple[Dimension, ...]]


def draft(name: str, first: date, last: date, by: User) -> Draft:
    """The named source for a period, as it is today, through the door."""
    source = SOURCES[name]
    facts = list(source.facts(by, first, last))
    dimensions = source.dimensions(facts)
    counted = Counter(facts)
    keys = product(*([c.id for c in one.categories] for one in dimensions))
    cube = CountCube(name, source.title, dimensions, tuple(counted[key] for key in keys))
    about = About(
        measure=source.measure,
        # The same words whoever asks: every source counts the whole organisation, and releases of
        # the same people are only audited together under one name.
        population=by.organisation.name,
        unit=source.unit,
        definition=source.definition,
        first=first,
        last=last,
        as_of=timezone.localdate(),
        source=Text(f"Jaga, {by.organisation.name}", f"Jaga, {by.organisation.name}"),
    )
    return Draft(source.title, about, protect_together([cube]), (cube.counts,))


def _alerts(column: int) -> Callable[[User, date, date], Facts]:
    def facts(by: User, first: date, last: date) -> Facts:
        for line in counts_for_figures(by.organisation):
            if first <= line[3] <= last:
                yield from [(line[0], str(line[column]))] * line[4]

    return facts


def _cases(*fields: str) -> Callable[[User, date, date], Facts]:
    def facts(by: User, first: date, last: date) -> Facts:
        rows = national.public(by).filter(opened_at__date__range=(first, last))
        for values in rows.values_list(*fields):
            pairs = zip(fields, values, strict=True)
            yield tuple(_island(v) if f == "region" else v or "unknown" for f, v in pairs)

    return facts


def _island(province: str) -> str:
    return measures.island(province) or "unknown"


def _fixed(*dimensions: Dimension) -> Callable[[Facts], tuple[Dimension, ...]]:
    return lambda facts: dimensions


def _typologies(second: Dimension) -> Callable[[Facts], tuple[Dimension, ...]]:
    """Typologies that occur: the list of all is long, and which ones exist is no secret."""

    def dimensions(facts: Facts) -> tuple[Dimension, ...]:
        names = sorted({fact[0] for fact in facts})
        words = {name: typology_title(name) for name in names}
        return (_dimension("typology", Text("Tipologi", "Typology"), words), second)

    return dimensions


def _dimension(name: str, title: Text, words: dict[str, Text]) -> Dimension:
    return Dimension(
        name, title, tuple(Category(one, said, atoms(one)) for one, said in words.items())
    )


def _worded(names: Sequence[str], words: dict[str, Text]) -> dict[str, Text]:
    return {name: words[name] for name in names}


def _coded(name: str) -> dict[str, Text]:
    return {code: one.title for code, one in codes.concepts(name).items()}


UNKNOWN = Text("Belum diketahui", "Not known")
AGE = _dimension("age", Text("Umur", "Age"), _coded("age_band"))
SEX = _dimension("sex", Text("Jenis kelamin", "Sex"), _worded(SEXES, _coded("sex")))
CHECK = _dimension("checked", Text("Pemeriksaan", "Checking"), _worded(CHECKED, board.WORDS))
ISLAND = _dimension("island", Text("Wilayah", "Region"), {**measures.ISLANDS, "unknown": UNKNOWN})
BEGAN = _dimension("began", Text("Asal", "Source"), _worded(board.SOURCES, board.WORDS))
PATH = _dimension("path", Text("Jalur", "Path"), OUTCOMES)
STANDING = _dimension("standing", Text("Keputusan", "Decision"), STANDINGS)

CASES = Text(
    "Kasus perlindungan anak yang dibuka dalam periode ini, bila anaknya setuju dihitung.",
    "Child protection cases opened in this period, if the child agreed to be counted.",
)
ALERTS = Text(
    "Peringatan yang bulannya mulai dalam periode ini; satu akun dapat punya beberapa.",
    "Alerts whose month began in this period; one account may have several.",
)

SOURCES: dict[str, Source] = {
    "cases-age-sex": Source(
        measures.MEASURES["by_age_and_sex"].title, "cases", "cases", CASES,
        _cases("age_band", "sex"), _fixed(AGE, SEX),
    ),
    "cases-age-sex-check": Source(
        Text("Kasus menurut usia, jenis kelamin, dan pemeriksaan",
             "Cases by age, sex and checking"),
        "cases", "cases", CASES, _cases("verified", "age_band", "sex"), _fixed(CHECK, AGE, SEX),
    ),
    "cases-island-sex": Source(
        measures.MEASURES["by_region_and_sex"].title, "cases", "cases", CASES,
        _cases("region", "sex"), _fixed(ISLAND, SEX),
    ),
    "cases-source": Source(
        measures.MEASURES["by_source"].title, "cases", "cases", CASES,
        _cases("source", "verified"), _fixed(BEGAN, CHECK),
    ),
    "alerts-outcome": Source(
        TITLES["alerts-by-outcome"], "alerts", "alerts", ALERTS, _alerts(1), _typologies(PATH),
    ),
    "alerts-decision": Source(
        TITLES["alerts-by-decision"], "alerts", "alerts", ALERTS, _alerts(2),
        _typologies(STANDING),
    ),
}  # fmt: skip
