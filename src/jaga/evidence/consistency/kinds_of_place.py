"""Is the same number of places called districts here and provinces there?"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from jaga.evidence.consistency.model import Check, Example, Facts, invented, named
from jaga.evidence.consistency.relating import same_programme, subject, unit_of, years
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.lexicon import ideas, nouns, places, weak
from jaga.evidence.rounding import figure
from jaga.words import Text

# An idea that more of the facts than this share binds nothing together.
COMMON = 0.25
# In a short list every idea is rare; below this many facts none is called common.
MANY = 12


def _run(facts: Facts) -> Iterator[Finding]:
    common = _common(facts)
    found = [fact for fact in facts if unit_of(fact) in places() and fact.kind == "count"]
    for one, other in combinations(found, 2):
        if (
            one.number == other.number
            # Two answers of one query to the same rows: it counted both kinds of place itself.
            and not (one.query and one.query == other.query)
            and unit_of(one) != unit_of(other)
            and one.pillar == other.pillar
            and years(one.period) == years(other.period)
            and (_about(one, facts) & _about(other, facts)) - common
        ):
            yield Finding(other.id, "contradiction", _words(one, other), NEXT)


def _common(facts: Facts) -> frozenset[str]:
    counted = Counter(idea for fact in facts for idea in subject(fact))
    most = max(MANY, len(facts)) * COMMON
    return frozenset(idea for idea, times in counted.items() if times > most)


def _about(fact: Fact, facts: Facts) -> frozenset[str]:
    """The ideas of a fact and of the others of its programme, without what they count."""
    words = " . ".join(
        f"{one.programme} . {one.measure} . {one.measure_id}"
        for one in facts
        if one is fact or (same_programme(one, fact) and one.pillar == fact.pillar)
    )
    return ideas(words) - weak() - {found.noun.id for found in nouns(words)}


def _words(one: Fact, other: Fact) -> Text:
    return Text(
        "{first}: {count} {unit}, tetapi {second}: {count} {others}. Angkanya sama, jenis "
        "tempatnya lain.",
        "{first}: {count} {unit}, but {second}: {count} {others}. The number is the same, the "
        "kind of place is not.",
    ).joined(
        first=named(one), second=named(other), count=figure(one.value),
        unit=_unit(one), others=_unit(other),
    )  # fmt: skip


def _unit(fact: Fact) -> Text:
    return Text(PLACES.get(unit_of(fact), fact.unit), fact.unit)


PLACES = {
    "villages": "desa",
    "subdistricts": "kecamatan",
    "districts": "kabupaten/kota",
    "provinces": "provinsi",
    "countries": "negara",
}
NEXT = Text(
    "Periksa apakah yang dimaksud hal yang sama; bila ya, sebut jenis tempat yang benar.",
    "See whether the same thing is meant; if so, name the right kind of place.",
)


def _pair(unit: str, **more: object) -> Facts:
    return (
        invented(programme="unit strengthening", measure="units", value="5", unit="districts",
                 kind="count", pillar="education"),
        invented(**({"id": "F2", "programme": "strengthening of units", "value": "5",
                     "unit": unit, "kind": "count", "pillar": "education"} | more)),
    )  # fmt: skip


CHECK = Check(
    id="kinds-of-place",
    title=Text("Jenis tempat yang tertukar", "Kinds of place mixed up"),
    source="regencies and cities lie in provinces: five of one are not five of the other",
    run=_run,
    examples=(
        Example(_pair("provinces"), (("F2", "contradiction"),)),
        Example(_pair("cities"), ()),
        Example(_pair("provinces", value="6"), ()),
        Example(_pair("provinces", programme="village law"), ()),
        Example(_pair("provinces", pillar="research"), ()),
    ),
)
