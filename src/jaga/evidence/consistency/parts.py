"""Do parts add up to their total? Halves (men, women) exactly; places exactly, or within bounds.

People met in several places may be the same: a total of unique persons lies anywhere between the
largest part and the sum of the parts.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from jaga.evidence.consistency.model import Check, Example, Facts, invented, named
from jaga.evidence.consistency.relating import (
    is_whole,
    measured,
    people,
    same_programme,
    same_time,
    unit_of,
)
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.lexicon import base_group, halves, nouns
from jaga.evidence.rounding import figure, printed
from jaga.words import Text

COUNTED = ("count", "unique persons", "contacts")


def _run(facts: Facts) -> Iterator[Finding]:
    counted = [fact for fact in facts if fact.kind in COUNTED]
    seen: set[frozenset[str]] = set()
    for whole in counted:
        near = [fact for fact in counted if fact is not whole and _beside(whole, fact)]
        for parts in (*_halves(whole, near), *_places(whole, near)):
            key = frozenset((whole.id, *(part.id for part in parts)))
            if key not in seen:
                seen.add(key)
                yield from _verdict(whole, parts)


def _beside(whole: Fact, part: Fact) -> bool:
    """In the same place of the report, about the same programme, in the same unit."""
    return (
        same_programme(whole, part)
        and whole.section == part.section
        and unit_of(whole) == unit_of(part)
        and whole.kind == part.kind
        and same_time(whole, part)
    )


def _halves(whole: Fact, near: list[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Pairs of opposite halves whose whole this is."""
    for pair in halves():
        if any(_third(whole, fact, pair) for fact in near):
            continue
        one, other = (_of(noun, near) for noun in sorted(pair))
        for first, second in product(one, other):
            if _is_whole_of(whole, first) and _is_whole_of(whole, second):
                yield first, second


def _third(whole: Fact, part: Fact, pair: frozenset[str]) -> bool:
    """True for a third group of the same measure: men, women and teachers are no two halves."""
    noun = base_group(part.measure)
    return bool(noun and noun.group and noun.id not in pair and _rest(part) == _rest(whole))


def _of(noun: str, facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if noun in people(fact.measure)]


def _is_whole_of(whole: Fact, part: Fact) -> bool:
    """True where the whole says "in all", is the part's base, or drops only whom it counts."""
    noun = base_group(whole.measure)
    if noun is None or noun.group:
        return False
    if part.n is not None and base_group(part.base):
        return str(part.n) == whole.value or people(part.base) == people(whole.measure)
    return is_whole(whole) or _rest(whole) == _rest(part)


def _rest(fact: Fact) -> frozenset[str]:
    """The ideas of a measure without whom it counts."""
    return measured(fact) - {found.noun.id for found in nouns(f"{fact.measure} {fact.measure_id}")}


def _places(whole: Fact, near: list[Fact]) -> Iterator[tuple[Fact, ...]]:
    """The same measure told for two or more places, beside its total."""
    parts = [fact for fact in near if measured(fact) == measured(whole) and fact.place]
    places = {part.place for part in parts}
    apart = len(places) == len(parts) > 1 and whole.place not in places
    if is_whole(whole) and apart:
        yield tuple(parts)


def _verdict(whole: Fact, parts: tuple[Fact, ...]) -> Iterator[Finding]:
    values = [part.number for part in parts]
    if whole.number == sum(values):
        yield Finding(whole.id, "sum_ok", _words(whole, parts, None), NOTHING)
    elif not whole.qualifier and not (_may_overlap(whole, parts) and _within(whole, values)):
        differs = Text(f", bukan {figure(whole.value).id}", f", not {figure(whole.value).en}")
        yield Finding(whole.id, "sum_wrong", _words(whole, parts, differs), COUNT)


def _may_overlap(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    apart = len({part.place for part in parts}) == len(parts)
    return apart and whole.kind == "unique persons"


def _within(whole: Fact, values: list[Fraction]) -> bool:
    return max(values) <= whole.number <= sum(values)


def _words(whole: Fact, parts: tuple[Fact, ...], differs: Text | None) -> Text:
    added = sum((part.number for part in parts), Fraction(0))
    places = max(len(part.value.partition(".")[2]) for part in parts)
    said = [(figure(part.value), part) for part in parts]
    told = "{name}: {parts} = {sum}{differs}." if differs else "{name}: {parts} = {sum}."
    return Text(told, told).joined(
        name=named(whole),
        parts=Text(
            " + ".join(f"{value.id} {part.measure_id or part.measure}" for value, part in said),
            " + ".join(f"{value.en} {part.measure}" for value, part in said),
        ),
        sum=figure(printed(added, places)),
        **({"differs": differs} if differs else {}),
    )


NOTHING = Text("Tidak ada yang perlu diubah.", "Nothing to change.")
COUNT = Text(
    "Hitung ulang bagian dan jumlahnya, atau sebutkan bagian yang belum disebut.",
    "Count the parts and the total again, or name the part that is left out.",
)


def _group(total: str, *parts: tuple[str, str]) -> Facts:
    told = {"programme": "outreach", "kind": "count"}
    return (
        invented(value=total, measure="participants in all", **told),
        *(
            invented(id=f"F{n}", value=value, measure=name, **told)
            for n, (name, value) in enumerate(parts, start=2)
        ),
    )


def _placed(total: str) -> Facts:
    told = {"programme": "outreach", "kind": "unique persons"}
    return (
        invented(value=total, measure="children in all", **told),
        invented(id="F2", value="40", measure="children", place="A", **told),
        invented(id="F3", value="60", measure="children", place="B", **told),
    )


_three = tuple(
    invented(id=f"F{n}", value=value, measure=f"{whom} at the dialogue", programme="outreach",
             kind="count")
    for n, (whom, value) in enumerate(
        (("people", "54"), ("women", "21"), ("men", "17"), ("teachers", "16")), start=1)
)  # fmt: skip

CHECK = Check(
    id="parts",
    title=Text("Bagian dan jumlahnya", "Parts and their total"),
    source="DHIS2 validation rules; max ≤ union ≤ sum is set arithmetic",
    run=_run,
    examples=(
        Example(_group("23", ("men", "6"), ("women", "17")), (("F1", "sum_ok"),)),
        Example(_group("24", ("men", "6"), ("women", "17")), (("F1", "sum_wrong"),)),
        Example(_group("23", ("men", "6"), ("children", "17")), ()),
        Example(_three, ()),
        Example(_placed("100"), (("F1", "sum_ok"),)),
        Example(_placed("80"), ()),
        Example(_placed("110"), (("F1", "sum_wrong"),)),
        Example(_placed("50"), (("F1", "sum_wrong"),)),
    ),
)
