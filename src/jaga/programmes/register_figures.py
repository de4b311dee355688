"""The facts of a year from the register of applications: what it tells at the end of the year.

One application is misused in several ways and paid by several means, so ways and means are parts
that do not add up to the applications. A source later than the year does not speak for it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from jaga.evidence.facts import Fact
from jaga.evidence.queries.asking import Answer, Query, blank, slug
from jaga.programmes.codes import MEANS, WAYS
from jaga.programmes.registers import Current, Entry, current
from jaga.words import Text

LISTED = Query("applications", 1, Text("Aplikasi dalam register", "Applications in the register"))
SEEN = Query(
    "applications-seen", 1, Text("Aplikasi yang terlihat disalahgunakan tahun itu",
                                 "Applications seen misused in the year")
)  # fmt: skip
BY_WAY = Query(
    "applications-by-way", 1, Text("Aplikasi menurut cara disalahgunakan",
                                   "Applications by how they are misused")
)  # fmt: skip
BY_MEANS = Query(
    "applications-by-means", 1, Text("Aplikasi menurut cara bayar",
                                     "Applications by means of payment")
)  # fmt: skip
IN_REGISTER = Text(
    "aplikasi dalam register pada akhir tahun", "applications in the register at the year's end"
)


def facts(entries: Iterable[Entry], year: int) -> Answer:
    """What the rows with sources up to the end of `year` tell. `entries` in the order noted."""
    known = [entry for entry in entries if entry.source_date.year <= year]
    listed = [one for one in current(known).values() if one.is_listed]
    if not listed:
        return Answer(())
    rows = [tuple(entry.row) for entry in known]
    whole = replace(
        blank(LISTED, rows, str(year)),
        pillar="research",
        unit="applications",
        source=f"register of applications, {len(known)} dated rows",
    )
    found = [_number(whole, Text("aplikasi dalam register", "applications in the register"),
                     len(listed))]  # fmt: skip
    part = replace(whole, n=len(listed), base=IN_REGISTER.en, base_id=IN_REGISTER.id)
    if seen := [one for one in listed if one.first_seen.year <= year <= one.last_seen.year]:
        told = Text(
            "aplikasi yang terlihat disalahgunakan tahun itu",
            "applications seen misused in the year",
        )
        found.append(_number(_asked(part, SEEN, rows), told, len(seen)))
    found += _split(_asked(part, BY_WAY, rows), listed, WAYS, lambda one: one.newest.ways)
    found += _split(_asked(part, BY_MEANS, rows), listed, MEANS, lambda one: one.newest.means)
    return Answer(tuple(found))


def _asked(base: Fact, query: Query, rows: list[tuple[str, ...]]) -> Fact:
    asked = blank(query, rows, base.period)
    return replace(base, id=asked.id, query=asked.query, query_hash=asked.query_hash)


def _split(
    base: Fact,
    listed: list[Current],
    words: Mapping[str, Text],
    of: Callable[[Current], tuple[str, ...]],
) -> Iterator[Fact]:
    for code, name in words.items():
        number = sum(code in of(one) for one in listed)
        if number:
            told = Text(f"aplikasi: {name.id}", f"applications: {name.en}")
            yield _number(replace(base, id=f"{base.id}.{slug(code)}"), told, number)


def _number(base: Fact, words: Text, number: int) -> Fact:
    return replace(
        base,
        id=f"{base.id}.{base.period}",
        measure=words.en,
        measure_id=words.id,
        value=str(number),
    )
