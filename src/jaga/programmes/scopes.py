"""The activities a fact is about, and what every fact of theirs has in common."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jaga.evidence.facts import Fact
from jaga.evidence.queries.asking import Query, blank, slug
from jaga.programmes import places
from jaga.programmes.activities import Activity, Count
from jaga.programmes.codes import ABOUT, MORE, OF_PERSONS
from jaga.words import Text

BOUNDS = "bounds: the largest activity <= all together <= the sum"
AT_MOST = "up to"
# More provinces than this are not named one by one.
MOST_NAMED = 6


@dataclass(frozen=True)
class Scope:
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


def _rows(activities: Iterable[Activity]) -> list[tuple[str, ...]]:
    """What the hash of a fact is made of. Of people only that they were counted: the hash is
    printed, and whoever knows all but a withheld number would try 1 to 4 until it fits."""
    return [(*one.row, *dict.fromkeys(map(_in_hash, one.counts))) for one in activities]


def _in_hash(count: Count) -> str:
    if count.counting in OF_PERSONS:
        return count.counting
    return f"{'/'.join(count.about)}={count.number}/{count.precision}"


def _told(spots: Sequence[places.Place]) -> str:
    """The place by name; of several, their provinces, each once; the country where they are too
    many to read."""
    if len(spots) == 1:
        return spots[0].words
    provinces = sorted({spot.province for spot in spots})
    return places.said(tuple(provinces)) if len(provinces) <= MOST_NAMED else "Indonesia"


def counts_of(scope: Scope, counting: str, of: str = "") -> list[list[Count]]:
    """For each activity that has any, its counts made this way (of this thing alone)."""
    found = [
        [c for c in one.counts if c.counting == counting and of in ("", c.of)]
        for one in scope.activities
    ]
    return [counts for counts in found if counts]


def summed(base: Fact, words: Text, counts: Sequence[Sequence[Count]], *, adds: bool) -> Fact:
    """The sum over activities; where they may share what they count, its two ends as well."""
    sums = [sum(count.number for count in one) for one in counts]
    fact = number(base, words, sum(sums), base.unit)
    exactness = precision([count for one in counts for count in one])
    if adds or len(sums) == 1:
        return replace(fact, qualifier=exactness)
    return replace(fact, qualifier=AT_MOST, method=BOUNDS, low=str(max(sums)), high=str(sum(sums)))


def number(base: Fact, words: Text, value: int, unit: str) -> Fact:
    """A fact on `base` that says `value` of what `words` name."""
    return replace(base, measure=words.en, measure_id=words.id, value=str(value), unit=unit)


def precision(counts: Iterable[Count]) -> str:
    """The least exact of several, as facts say it."""
    found = {count.precision for count in counts}
    if ABOUT in found:
        return "about"
    return "more than" if MORE in found else ""
