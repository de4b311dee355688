"""What every query shares: its name, the hash that ties a fact to its rows, and its answer."""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jaga.evidence.facts import Fact
from jaga.words import Text

Row = Sequence[str | int | None]


@dataclass(frozen=True)
class Query:
    """A question to rows. A change of what it counts is a new `version`."""

    id: str
    version: int
    counts: Text

    @property
    def name(self) -> str:
        """As a fact names it: "participants/1"."""
        return f"{self.id}/{self.version}"


@dataclass(frozen=True)
class Held:
    """A figure that was asked for and may not be told."""

    query: str
    measure: Text
    why: Text


@dataclass(frozen=True)
class Answer:
    """The facts a query found, and what it had to withhold."""

    facts: tuple[Fact, ...]
    held: tuple[Held, ...] = ()


def together(answers: Iterable[Answer]) -> Answer:
    """Several answers as one, in order."""
    kept = list(answers)
    return Answer(
        tuple(fact for one in kept for fact in one.facts),
        tuple(held for one in kept for held in one.held),
    )


def hash_of(query: Query, rows: Iterable[Row]) -> str:
    """SHA-256 (hex) of the query's name and its rows; the order of the rows does not matter."""
    lines = sorted(json.dumps(list(row), ensure_ascii=False) for row in rows)
    return hashlib.sha256("\n".join([query.name, *lines]).encode()).hexdigest()


def blank(query: Query, rows: Iterable[Row], period: str) -> Fact:
    """A fact of this query over these rows, with everything yet to be filled in."""
    return Fact(
        id=query.id, section="", pillar="", programme="", partner="", measure="", measure_id="",
        value="0", unit="", k=None, n=None, base="", base_id="", place="Indonesia",
        place_code="", period=period, kind="count", qualifier="",
        query=query.name, query_hash=hash_of(query, rows),
    )  # fmt: skip


def slug(text: str) -> str:
    """A piece of an id.

    >>> slug("AMAN Batch 3 (Sulawesi)")
    'aman-batch-3-sulawesi'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"


def apart(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The same facts, with a number after an id that was used before."""
    seen: dict[str, int] = {}
    found = []
    for fact in facts:
        seen[fact.id] = seen.get(fact.id, 0) + 1
        again = seen[fact.id]
        found.append(fact if again == 1 else replace(fact, id=f"{fact.id}-{again}"))
    return tuple(found)
