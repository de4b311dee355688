"""Facts about participants: what adds up, what only has two ends, and what must stay unknown.

A small number of people in one programme must not come back as the house's sum minus the others.
So the sums of the programmes pass the door for counts (`jaga.evidence.disclosure`) beside the sum
of the house, and the activities of a programme beside the sum of the programme. What the door
withholds is no fact, and neither is anything that is a part of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jaga.evidence.disclosure import CountTable, protect
from jaga.evidence.facts import Fact
from jaga.evidence.queries.asking import Held, Query, slug
from jaga.evidence.queries.tables import WITHHELD
from jaga.programmes.activities import Activity, Count
from jaga.programmes.codes import (
    AGES,
    CONTACTS,
    GROUPS,
    OF_PERSONS,
    REACH,
    SEXES,
    UNIQUE,
)
from jaga.programmes.scopes import Scope, counts_of, number, precision, summed
from jaga.words import Text

KINDS = {UNIQUE: "unique persons", CONTACTS: "contacts", REACH: "estimated reach"}
COUNTED = {
    UNIQUE: Text("peserta", "participants"),
    CONTACTS: Text("kehadiran", "attendances"),
    REACH: Text("perkiraan orang yang terjangkau", "people reached, estimated"),
}
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


def people(house: Scope, programmes: Sequence[Scope]) -> Iterator[Fact | Held]:
    """Participants of the house and of each programme, by how they were counted."""
    for counting in OF_PERSONS:
        sums = {one.programme: _sum(one, counting) for one in programmes}
        hidden = _hidden(sums)
        if not any(sums.values()):
            continue
        secret = hidden or any(_hidden(_of_activities(one, counting)) for one in programmes)
        yield _whole(house, counting, bounds=not secret)
        for one in programmes:
            if one.programme in hidden:
                yield _held(one, counting)
            elif sums[one.programme]:
                yield from _of_programme(one, counting)


def _of_programme(scope: Scope, counting: str) -> Iterator[Fact | Held]:
    counts = counts_of(scope, counting)
    sums = _of_activities(scope, counting)
    hidden = _hidden(sums)
    whole = _whole(scope, counting, bounds=not hidden)
    yield whole
    if counting == CONTACTS or len(counts) == 1:
        yield from _parts(scope, counting, whole)
    if len(counts) > 1:
        for one in scope.activities:
            if one.code in hidden:
                yield _held(replace(scope, activities=(one,)), counting, one.title)
            elif sums[one.code]:
                yield _of_activity(replace(scope, activities=(one,)), one, counting)


def _hidden(sums: Mapping[str, int]) -> frozenset[str]:
    """Whose sums must stay unknown when the sum of all is known. Who has none is left out: that a
    programme counted nobody is no secret, and hides nobody."""
    counted = {name: count for name, count in sums.items() if count}
    if not counted:
        return frozenset()
    names, counts = tuple(counted), (tuple(counted.values()),)
    table = protect(CountTable(PARTICIPANTS.id, PARTICIPANTS.counts, ("all",), names, counts))
    return frozenset(name for name, cell in zip(names, table.cells[0], strict=True) if cell is None)


def _of_activities(scope: Scope, counting: str) -> dict[str, int]:
    return {one.code: _sum(replace(scope, activities=(one,)), counting) for one in scope.activities}


def _sum(scope: Scope, counting: str) -> int:
    return sum(count.number for one in counts_of(scope, counting) for count in one)


def _whole(scope: Scope, counting: str, *, bounds: bool) -> Fact:
    """The participants of a scope. Without `bounds` its lower end is not told: it is the largest
    activity, which may be one that is withheld."""
    base = replace(scope.fact(PARTICIPANTS, slug(counting)), unit="persons", kind=KINDS[counting])
    counts = counts_of(scope, counting)
    whole = summed(base, COUNTED[counting], counts, adds=counting == CONTACTS)
    return whole if bounds else replace(whole, low="", high="", method="")


def _held(scope: Scope, counting: str, title: str = "") -> Held:
    name = title or scope.programme
    words = COUNTED[counting]
    return Held(PARTICIPANTS.name, Text(f"{words.id}: {name}", f"{words.en}: {name}"), WITHHELD)


def _parts(scope: Scope, counting: str, whole: Fact) -> Iterator[Fact]:
    """The parts of `whole` by group, sex and age; a dimension that all share is no news."""
    counts = [c for one in scope.activities for c in one.counts if c.counting == counting]
    for dimension in DIMENSIONS:
        for code, words in dimension.codes.items():
            part = [count for count in counts if dimension.of(count) == code]
            if part and len(part) < len(counts):
                own = scope.fact(PARTS, slug(counting), dimension.id, slug(code))
                base = replace(_of(whole, dimension), id=own.id, query=own.query)
                base = replace(base, query_hash=own.query_hash, qualifier=precision(part))
                told = _joined(COUNTED[counting], ", ", words)
                yield number(base, told, sum(count.number for count in part), "persons")


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


def _of_activity(scope: Scope, one: Activity, counting: str) -> Fact:
    """An activity's own participants, exact where those of the programme are only bounded."""
    counts = [count for count in one.counts if count.counting == counting]
    base = replace(
        scope.fact(ONE_ACTIVITY, slug(one.code), slug(counting)),
        kind=KINDS[counting],
        qualifier=precision(counts),
    )
    told = Text(f"{COUNTED[counting].id}: {one.title}", f"{COUNTED[counting].en}: {one.title}")
    return number(base, told, _sum(scope, counting), "persons")
