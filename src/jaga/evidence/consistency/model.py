"""A check: one question asked of a list of facts, with worked examples beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from jaga.evidence.facts import Fact, Finding, Kind
from jaga.words import Text

Facts = tuple[Fact, ...]


@dataclass(frozen=True)
class Example:
    """Facts (invented) and the kinds of finding they must give, as (fact_id, kind)."""

    facts: Facts
    findings: tuple[tuple[str, Kind], ...]


@dataclass(frozen=True)
class Check:
    """`run` yields what one question finds; `source` says why it is asked."""

    id: str
    title: Text
    source: str
    run: Callable[[Facts], Iterator[Finding]]
    examples: tuple[Example, ...]


def invented(**cells: Any) -> Fact:
    """An invented fact for a worked example: what is not given is empty."""
    blank: dict[str, Any] = dict.fromkeys(
        ("id", "section", "pillar", "programme", "partner", "measure", "measure_id", "value",
         "unit", "base", "base_id", "place", "place_code", "period", "kind", "qualifier"), "",
    )  # fmt: skip
    blank |= {"id": "F1", "k": None, "n": None, "period": "2031", "unit": "persons"}
    return Fact(**(blank | cells))


def named(fact: Fact) -> Text:
    """A fact in a sentence: what it measures, with its id."""
    return Text(f"{fact.measure_id or fact.measure} ({fact.id})", f"{fact.measure} ({fact.id})")


def listed(numbers: tuple[int, ...] | list[int]) -> Text:
    """Numbers in a sentence: 31, 62, 93."""
    words = ", ".join(map(str, numbers))
    return Text(words, words)
