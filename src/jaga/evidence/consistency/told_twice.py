"""Is one thing told twice with two values?"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from jaga.evidence.consistency.model import Check, Example, Facts, invented, named
from jaga.evidence.consistency.relating import (
    measured,
    same_place,
    same_programme,
    turned,
    unit_of,
    years,
)
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.lexicon import base_group, differ
from jaga.evidence.rounding import decimals, figure, printed
from jaga.words import Text


def _run(facts: Facts) -> Iterator[Finding]:
    for one, other in combinations(facts, 2):
        if same_thing(one, other) and one.number != other.number:
            yield Finding(other.id, "contradiction", _words(one, other), _next(one, other))


def same_thing(one: Fact, other: Fact) -> bool:
    """True for two tellings of one measure: programme, words, unit, kind, time, place and base."""
    return (
        bool(measured(one))
        and measured(one) == measured(other)
        and turned(one.measure) == turned(other.measure)
        and unit_of(one) == unit_of(other)
        and one.kind == other.kind
        and one.kind != "case"
        and years(one.period) == years(other.period)
        and same_programme(one, other)
        and same_place(one, other)
        and not differ(base_group(one.base), base_group(other.base))
    )


def rounds_to(one: str, other: str) -> bool:
    """True where the coarser of two stated figures is the finer one rounded halves up."""
    coarse, fine = sorted((one, other), key=decimals)
    return printed(Fraction(fine), decimals(coarse)) == coarse


def _words(one: Fact, other: Fact) -> Text:
    return Text(
        "{name} disebut dengan dua nilai: {first} (bagian {one}) dan {second} (bagian {other}).",
        "{name} is told with two values: {first} (section {one}) and {second} (section {other}).",
    ).joined(
        name=named(other), first=_value(one), second=_value(other),
        one=Text(f"{one.section or '-'}, {one.id}", f"{one.section or '-'}, {one.id}"),
        other=Text(f"{other.section or '-'}, {other.id}", f"{other.section or '-'}, {other.id}"),
    )  # fmt: skip


def _value(fact: Fact) -> Text:
    """A value with its qualifier ("about 5"), which facts may give in either language."""
    value, said = figure(fact.value), fact.qualifier
    for words in QUALIFIERS:
        if said.lower() in (words.id, words.en):
            return Text(f"{words.id} {value.id}", f"{words.en} {value.en}")
    return Text(f"{said} {value.id}".strip(), f"{said} {value.en}".strip())


QUALIFIERS = (
    Text("sekitar", "about"),
    Text("lebih dari", "more than"),
    Text("kurang dari", "less than"),
    Text("hampir", "almost"),
    Text("sedikitnya", "at least"),
)


def _next(one: Fact, other: Fact) -> Text:
    coarse = min((one, other), key=lambda fact: decimals(fact.value))
    if coarse.qualifier and rounds_to(one.value, other.value):
        return Text(
            "Yang dibulatkan sudah memakai “sekitar”; lebih jelas bila angka yang sama dipakai di "
            "kedua tempat.",
            "The rounded one says “about” already; the same figure in both places is plainer.",
        )
    return next_step(one.value, other.value)


def next_step(one: str, other: str) -> Text:
    """What to do about two values of one thing."""
    if rounds_to(one, other):
        return Text(
            "Yang satu adalah pembulatan yang lain. Pakai angka yang sama di kedua tempat, atau "
            "tulis “sekitar” pada yang dibulatkan.",
            "One is the other rounded. Use the same figure in both places, or write “about” with "
            "the rounded one.",
        )
    return Text(
        "Cari yang benar di data mentah dan pakai di kedua tempat.",
        "Find the right one in the raw data and use it in both places.",
    )


def _two(first: str, second: str, **more: object) -> Facts:
    base = {"measure": "hours a day spent online", "unit": "hours", "kind": "mean"}
    return (
        invented(value=first, programme="survey", **base),
        invented(**({"id": "F2", "value": second, "programme": "survey"} | base | more)),
    )


CHECK = Check(
    id="told-twice",
    title=Text("Satu hal dengan dua nilai", "One thing with two values"),
    source="the most frequent fault of year-end reports: a figure updated in one place of two",
    run=_run,
    examples=(
        Example(_two("5", "5.4"), (("F2", "contradiction"),)),
        Example(_two("5.4", "5.40"), ()),
        Example(_two("5", "5.4", period="2030"), ()),
        Example(_two("5", "5.4", programme="village law"), ()),
        Example(_two("5", "5.4", measure="hours a day not spent online"), ()),
        Example(_two("5", "5.4", base="parents"), (("F2", "contradiction"),)),
        Example(_two("5", "5.4", place="Kota Contoh"), (("F2", "contradiction"),)),
    ),
)
