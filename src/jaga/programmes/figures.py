"""The facts of a year from its activities.

An activity belongs to the year in which it began. Persons on a list, contacts and estimated reach
are three facts and never one sum. Contacts of several activities may be added. Persons may not:
whoever came to two activities is on two lists. What is known is that all together are at least as
many as at the largest activity and at most as many as on all lists; the fact says "up to" and
carries both ends. The same holds for villages and schools that two activities may share.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jaga.evidence.facts import Fact
from jaga.evidence.queries.asking import Answer, Held, Query, apart, slug
from jaga.programmes.activities import Activity
from jaga.programmes.codes import MADE_ONCE, THINGS, THINGS_COUNTED
from jaga.programmes.participants import people
from jaga.programmes.scopes import Scope, counts_of, number, summed
from jaga.words import Text

# The unit each thing is counted in, as facts name it.
UNITS = {
    "districts": "districts and cities",
    "service_units": "service units",
    "authorities": "institutions",
    "rules": "regulations",
}

ACTIVITIES = Query("activities", 1, Text("Kegiatan", "Activities"))
THINGS_REACHED = Query(
    "things", 1, Text("Desa, sekolah, dan lembaga", "Villages, schools and institutions")
)
PLACES = Query("places", 1, Text("Tempat", "Places"))
PARTNERS = Query("partners", 1, Text("Mitra", "Partners"))


def facts(activities: Iterable[Activity], year: int) -> Answer:
    """Every fact of the activities that began in `year`, and what is withheld."""
    mine = sorted((one for one in activities if one.starts_on.year == year), key=lambda a: a.code)
    if not mine:
        return Answer(())
    house = Scope("", tuple(mine), str(year))
    programmes = [
        Scope(name, tuple(one for one in mine if one.programme == name), str(year))
        for name in sorted({one.programme for one in mine})
    ]
    found = [*(fact for scope in (house, *programmes) for fact in _done(scope))]
    told = list(people(house, programmes))
    found += [one for one in told if isinstance(one, Fact)]
    return Answer(apart(found), tuple(one for one in told if isinstance(one, Held)))


def _done(scope: Scope) -> Iterator[Fact]:
    """What the activities are, where they were, with whom, and what they reached but people."""
    yield number(
        scope.fact(ACTIVITIES),
        Text("kegiatan", "activities held"),
        len(scope.activities),
        "activities",
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
            # Counted places are told with the country: a list of names beside them would be
            # taken for what was counted.
            base = replace(scope.fact(query, *key), place="Indonesia", place_code="")
            yield number(base, words, len(found), unit)
    for thing, words in THINGS.items():
        counts = counts_of(scope, THINGS_COUNTED, thing)
        if counts:
            base = replace(scope.fact(THINGS_REACHED, slug(thing)), unit=UNITS.get(thing, thing))
            yield summed(base, words, counts, adds=thing in MADE_ONCE)
