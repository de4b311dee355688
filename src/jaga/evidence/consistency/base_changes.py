"""Does one percentage change its base between two tellings?"""

from collections.abc import Iterator
from itertools import combinations

from jaga.evidence.consistency.model import Check, Example, Facts, invented, named
from jaga.evidence.consistency.relating import likeness, measured, same_time, turned, unit_of
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.lexicon import base_group, differ
from jaga.evidence.rounding import decimals, figure
from jaga.words import Text

# The same figure with decimals is rarely a coincidence: two ideas in common are enough.
SHARED = 2
# Whole percentages meet by chance: the measures must be nearly the same words.
ALIKE = 0.6


def _run(facts: Facts) -> Iterator[Finding]:
    shares = [fact for fact in facts if fact.kind == "proportion" and unit_of(fact) == "percent"]
    for one, other in combinations(shares, 2):
        if one.value == other.value and _one_thing(one, other) and _bases_differ(one, other):
            yield Finding(other.id, "contradiction", _words(one, other), NEXT)


def _one_thing(one: Fact, other: Fact) -> bool:
    if not same_time(one, other) or turned(one.measure) != turned(other.measure):
        return False
    if decimals(one.value):
        return len(measured(one) & measured(other)) >= SHARED
    return likeness(measured(one), measured(other)) >= ALIKE


def _bases_differ(one: Fact, other: Fact) -> bool:
    return differ(base_group(one.base), base_group(other.base))


def _words(one: Fact, other: Fact) -> Text:
    return changed(
        other.value,
        Text(one.base_id or one.base, one.base),
        Text(other.base_id or other.base, other.base),
        named(one),
        named(other),
    )


def changed(value: str, one: Text, other: Text, first: Text, second: Text) -> Text:
    """The sentence on a percentage told of two bases, here and there."""
    return Text(
        "{value} % disebut dari “{one}” ({first}) dan dari “{other}” ({second}): dasarnya lain.",
        "{value} % is told of “{one}” ({first}) and of “{other}” ({second}): the base changes.",
    ).joined(value=figure(value), one=one, other=other, first=first, second=second)


NEXT = Text(
    "Sebut dasar yang sama di setiap tempat: siapa yang ditanya, dan berapa.",
    "Name the same base everywhere: who was asked, and how many.",
)


def _pair(base: str, value: str = "61.38", **more: object) -> Facts:
    told = {"measure": "providers that agree with an SOP", "unit": "percent", "kind": "proportion"}
    return (
        invented(value=value, base="respondents", **told),
        invented(**({"id": "F2", "value": value, "base": base} | told | more)),
    )


CHECK = Check(
    id="base-changes",
    title=Text("Dasar yang berganti", "A base that changes"),
    source="a share of those who answered is no share of all who exist",
    run=_run,
    examples=(
        Example(_pair("provider companies"), (("F2", "contradiction"),)),
        Example(_pair("child respondents"), ()),
        Example(_pair("provider companies", value="60"), (("F2", "contradiction"),)),
        Example(_pair("provider companies", measure="children who agree"), ()),
        Example(_pair("provider companies", period="2030"), ()),
    ),
)
