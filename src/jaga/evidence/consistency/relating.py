"""Which facts speak of the same thing: by their words and never by their ids."""

import re
from functools import lru_cache

from jaga.evidence.facts import Fact
from jaga.evidence.lexicon import ideas, nouns, unit_class

WHOLE = re.compile(
    r"\b(in all|in total|total|altogether|all together|jumlah seluruhnya|seluruhnya|keseluruhan|"
    r"secara keseluruhan|semuanya|overall)\b",
    re.IGNORECASE,
)
# What turns a measure into another one although its ideas stay the same: numbers and a "not".
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
NOT = re.compile(r"\b(not|no|never|without|tidak|bukan|tanpa|belum|neither)\b|n't\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@lru_cache(maxsize=4096)
def measured(fact: Fact) -> frozenset[str]:
    """The ideas of a fact's measure, in whichever language says it."""
    return ideas(fact.measure) | ideas(fact.measure_id)


def turned(words: str) -> tuple[frozenset[str], int]:
    """The numbers and the count of "not" in a measure: two tellings must agree in both."""
    return frozenset(DIGITS.findall(words)), len(NOT.findall(words))


@lru_cache(maxsize=4096)
def subject(fact: Fact) -> frozenset[str]:
    """The ideas of a fact's programme and measure."""
    return measured(fact) | ideas(fact.programme)


@lru_cache(maxsize=4096)
def unit_of(fact: Fact) -> str:
    """The class of a fact's unit."""
    return unit_class(fact.unit)


def is_whole(fact: Fact) -> bool:
    """True where the words say that everything is counted ("respondents in all")."""
    return bool(WHOLE.search(fact.measure) or WHOLE.search(fact.measure_id))


def people(words: str) -> frozenset[str]:
    """The nouns of a measure or base, by id ("parent respondents" → parents)."""
    return frozenset(found.noun.id for found in nouns(words))


def same_programme(one: Fact, other: Fact) -> bool:
    """Programmes whose words are the same, or a part of the other's; two unnamed are not."""
    first, second = ideas(one.programme), ideas(other.programme)
    return bool(first and second) and (first <= second or second <= first)


def same_time(one: Fact, other: Fact) -> bool:
    """Periods that share a year, or one that is not stated."""
    first, second = years(one.period), years(other.period)
    return not first or not second or bool(first & second)


@lru_cache(maxsize=512)
def years(period: str) -> frozenset[int]:
    """Every year of a period, those between two included ("2021-2023" has three)."""
    named = [int(year) for year in YEAR.findall(period)]
    return frozenset(range(min(named), max(named) + 1)) if named else frozenset()


def same_place(one: Fact, other: Fact) -> bool:
    """Places in the same words, or one that is not stated."""
    return not one.place or not other.place or ideas(one.place) == ideas(other.place)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of ideas two sets have in common, 0 to 1."""
    return len(one & other) / len(one | other) if one | other else 0.0
