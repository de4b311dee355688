"""The facts of a year from its activities.

An activity belongs to the year in which it began. Persons on a list, contacts and estimated reach
are three facts and never one sum. Contacts of several activities may be added. Persons may not:
whoever came to two activities is on two lists. What is known is that all together are at least as
many as at the largest activity and at most as many as on all lists; the fact says "at most" and
carries both ends. The same holds for villages and schools that two activities may share.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jaga.evidence.facts import Fact
from jaga.evidence.queries.asking import Answer, Query, apart, blank, slug
from jaga.programmes import places
from jaga.programmes.activities import Activity, Count
from jaga.programmes.codes import (
    ABOUT,
    AGES,
    CONTACTS,
    GROUPS,
    MADE_ONCE,
    MORE,
    OF_PERSONS,
    REACH,
    SEXES,
    THINGS,
    THINGS_COUNTED,
    UNIQUE,
)
from jaga.words import Text

KINDS = {UNIQUE: "unique persons", CONTACTS: "contacts", REACH: "estimated reach"}
COUNTED = {
    UNIQUE: Text("peserta", "participants"),
    CONTACTS: Text("kehadiran", "attendances"),
    REACH: Text("perkiraan orang yang terjangkau", "people reached, estimated"),
}
BOUNDS = "bounds: the largest activity <= all together <= the sum"
AT_MOST = "at most"
# The unit each thing is counted in, as facts name it.
UNITS = {
    "districts": "districts and cities",
    "service_units": "service units",
    "authorities": "institutions",
    "rules": "regulations",
}

ACTIVITIES = Query("activities", 1, Text("Kegiatan", "Activities"))
PARTICIPANTS = Query(
    "participants", 1, Text("Peserta menurut program dan cara hitung",
                            "Participants by programme and how they were counted")
)  # fmt: skip
PARTS = Query(
    "participants-by", 1, Text("Peserta menurut kelompok, jenis kelamin, dan usia",
                               "Participants by group, sex and age")
)  # fmt: skip
ONE_ACTIVITY = Query(
    "participants-of-activity", 1, Text("Peserta tiap kegiatan", "Participants of each activity")
)
THINGS_REACHED = Query(
    "things", 1, Text("Desa, sekolah, dan lembaga", "Villages, schools and institutions")
)
PLACES = Query("places", 1, Text("Tempat", "Places"))
PARTNERS = Query("partners", 1, Text("Mitra", "Partners"))


@dataclass(frozen=True)
class _Dimension:
    """One way to divide participants."""

    id: str
    words: Text
    codes: Mapping[str, Text]
    of: Callable[[Count], str]


DIMENSIONS = (
    _Dimension("group", Text("menurut kelompok", "by group"), GROUPS, lambda c: c.of),
    _Dimension("sex", Text("menurut jenis kelamin", "by sex"), SEXES, lambda c: c.sex),
    _Dimension("age", Text("menurut usia", "by age"), AGES, lambda c: c.age),
)


@dataclass(frozen=True)
class _Scope:
    """The activities a fact is about: those of one programme, or all (`programme` empty)."""

    programme: str
    activities: tuple[Activity, ...]
    year: str

    def fact(self, query: Query, *key: str) -> Fact:
        """A fact about these activities, without its measure and value."""
        spots = tuple(sorted({spot for one in self.activities for spot in one.places}))
        nowhere = any(not one.places for one in self.activities)
        partners = sorted({name for one in self.activities for name in one.partners})
        pillars = {one.pillar for one in self.activities}
        name = slug(self.programme) if self.programme else "all"
        return replace(
            blank(query, _rows(self.activities), self.year),
            id=".".join([query.id, name, *key, self.year]),
            pillar=pillars.pop() if len(pillars) == 1 else "",
            programme=self.programme,
            partner="; ".join(partners) if self.programme else "",
            place="Indonesia" if nowhere else _told(spots),
            place_code=str(spots[0]) if len(spots) == 1 and not nowhere else "",
        )


def facts(activities: Iterable[Activity], year: int) -> Answer:
    """Every fact of the activities that began in `year`."""
    mine = sorted((one for one in activities if one.starts_on.year == year), key=lambda a: a.code)
    if not mine:
        return Answer(())
    everything = _Scope("", tuple(mine), str(year))
    names = sorted({one.programme for one in mine})
    programmes = [
        _Scope(name, tuple(one for one in mine if one.programme == name), str(year))
        for name in names
    ]
    found = [
        fact for scope in (everything, *programmes) for fact in (*_held(scope), *_people(scope))
    ]
    return Answer(apart(found))


def _rows(activities: Iterable[Activity]) -> list[tuple[str, ...]]:
    return [
        (*one.row, *(f"{'/'.join(c.about)}={c.number}/{c.precision}" for c in one.counts))
        for one in activities
    ]


def _told(spots: Sequence[places.Place]) -> str:
    """The places by name; by their number where they are too many to read."""
    if len(spots) <= 6:
        return places.said(tuple(spots))
    provinces = len({spot.province for spot in spots})
    return f"Indonesia ({len(spots)} places in {provinces} provinces)"


def _held(scope: _Scope) -> Iterator[Fact]:
    """What the activities are, where they were, with whom, and what they reached but people."""
    yield _number(
        scope.fact(ACTIVITIES), Text("kegiatan", "activities held"), len(scope.activities), "events"
    )
    spots = {spot for one in scope.activities for spot in one.places}
    provinces = {spot.province for spot in spots}
    districts = {spot for spot in spots if not spot.is_province}
    partners = {name for one in scope.activities for name in one.partners}
    for query, key, words, unit, found in (
        (PLACES, ["provinces"], Text("provinsi", "provinces reached"), "provinces", provinces),
        (PLACES, ["districts"], Text("kabupaten dan kota", "districts and cities reached"),
         "districts and cities", districts),
        (PARTNERS, [], Text("lembaga mitra", "partner institutions"), "institutions", partners),
    ):  # fmt: skip
        if found:
            yield _number(scope.fact(query, *key), words, len(found), unit)
    for thing, words in THINGS.items():
        counts = _counts(scope, THINGS_COUNTED, thing)
        if counts:
            base = replace(scope.fact(THINGS_REACHED, slug(thing)), unit=UNITS.get(thing, thing))
            yield _summed(base, words, counts, adds=thing in MADE_ONCE)


def _people(scope: _Scope) -> Iterator[Fact]:
    """Participants of the scope by how they were counted; then their parts, where they add up."""
    for counting in OF_PERSONS:
        counts = _counts(scope, counting)
        if not counts:
            continue
        adds = counting == CONTACTS
        base = replace(
            scope.fact(PARTICIPANTS, slug(counting)), unit="persons", kind=KINDS[counting]
        )
        whole = _summed(base, COUNTED[counting], counts, adds=adds)
        yield whole
        if scope.programme and (adds or len(counts) == 1):
            yield from _parts(scope, counting, whole)
        if scope.programme and len(counts) > 1:
            yield from _by_activity(scope, counting)


def _counts(scope: _Scope, counting: str, of: str = "") -> list[list[Count]]:
    """For each activity that has any, its counts made this way (of this thing alone)."""
    found = [
        [c for c in one.counts if c.counting == counting and of in ("", c.of)]
        for one in scope.activities
    ]
    return [counts for counts in found if counts]


def _summed(base: Fact, words: Text, counts: Sequence[Sequence[Count]], *, adds: bool) -> Fact:
    """The sum over activities; where they may share what they count, its two ends as well."""
    sums = [sum(count.number for count in one) for one in counts]
    fact = _number(base, words, sum(sums), base.unit)
    precision = _precision([count for one in counts for count in one])
    if adds or len(sums) == 1:
        return replace(fact, qualifier=precision)
    return replace(fact, qualifier=AT_MOST, method=BOUNDS, low=str(max(sums)), high=str(sum(sums)))


def _parts(scope: _Scope, counting: str, whole: Fact) -> Iterator[Fact]:
    """The parts of `whole` by group, sex and age; a dimension that all share is no news."""
    counts = [c for one in scope.activities for c in one.counts if c.counting == counting]
    for dimension in DIMENSIONS:
        for code, words in dimension.codes.items():
            part = [count for count in counts if dimension.of(count) == code]
            if part and len(part) < len(counts):
                own = scope.fact(PARTS, slug(counting), dimension.id, slug(code))
                base = replace(_of(whole, dimension), id=own.id, query=own.query)
                base = replace(base, query_hash=own.query_hash, qualifier=_precision(part))
                told = _joined(COUNTED[counting], ", ", words)
                yield _number(base, told, sum(count.number for count in part), "persons")


def _of(whole: Fact, dimension: _Dimension) -> Fact:
    """A fact on the base of `whole`; each dimension has a base of its own, for parts of one do not
    add up with parts of another."""
    return replace(
        whole,
        n=int(whole.value),
        base=f"{whole.measure} of the programme {whole.programme}, {dimension.words.en}",
        base_id=f"{whole.measure_id} program {whole.programme}, {dimension.words.id}",
    )


def _joined(first: Text, between: str, second: Text) -> Text:
    return Text(first.id + between + second.id, first.en + between + second.en)


def _by_activity(scope: _Scope, counting: str) -> Iterator[Fact]:
    """Each activity's own participants, exact where those of the programme are only bounded."""
    for one in scope.activities:
        counts = [count for count in one.counts if count.counting == counting]
        if not counts:
            continue
        own = replace(scope, activities=(one,))
        base = replace(
            own.fact(ONE_ACTIVITY, slug(one.code), slug(counting)),
            kind=KINDS[counting],
            qualifier=_precision(counts),
            base=one.title,
            base_id=one.title,
        )
        told = Text(f"{COUNTED[counting].id}: {one.title}", f"{COUNTED[counting].en}: {one.title}")
        yield _number(base, told, sum(count.number for count in counts), "persons")


def _number(base: Fact, words: Text, number: int, unit: str) -> Fact:
    return replace(base, measure=words.en, measure_id=words.id, value=str(number), unit=unit)


def _precision(counts: Iterable[Count]) -> str:
    """The least exact of several, as facts say it."""
    found = {count.precision for count in counts}
    if ABOUT in found:
        return "about"
    return "more than" if MORE in found else ""
