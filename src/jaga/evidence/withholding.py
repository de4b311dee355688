"""Whether a stated fact may be printed: no sentence tells of one to four people.

The same rule as the door for tables (`disclosure.py`), for facts that reach a report one by one:

- what is said of a single case is withheld;
- a count of 1 to 4 people is withheld, and so is a share, or a mean, that gives such a count back;
- a part is withheld when the rest of its whole would give a withheld part back.

Institutions, villages, events and months are not people. What a unit of an unknown name counts
is taken for people: a wrong guess then withholds a number and does not name a child.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import ceil, floor
from typing import Literal

from jaga.evidence.counted import names_things
from jaga.evidence.disclosure import RULES
from jaga.evidence.facts import Fact
from jaga.words import Text

Rule = Literal["", "case", "small", "share", "part"]

# Kinds whose value counts somebody or something.
COUNTS = ("count", "unique persons", "contacts", "estimated reach")

# A whole is tried against at most so many parts of it at once.
MOST_PARTS = 8

CASE = Text(
    "Ditahan: keterangan ini menyangkut satu kasus.",
    "Withheld: this tells of a single case.",
)
# One sentence for every small number and for whatever would give it back: a sentence of its own
# for the small ones would say "one to four", which is what is withheld.
FEW = Text(
    "Ditahan: angka ini, atau angka lain yang dapat dihitung darinya, menyangkut terlalu sedikit "
    "orang.",
    "Withheld: this number, or another that can be worked out from it, is about too few people.",
)
SHOWN = Text("Boleh ditampilkan.", "May be shown.")


@dataclass(frozen=True)
class Verdict:
    """`reason` may be printed. `rule` is for staff alone: "small" says one to four."""

    shown: bool
    reason: Text
    rule: Rule = ""


def verdict(fact: Fact, peers: Iterable[Fact]) -> Verdict:
    """May `fact` be printed beside `peers`, the other facts of the same report?

    `peers` may hold `fact` itself. Deterministic; the order of the peers does not matter.
    """
    if fact.kind == "case":
        return Verdict(False, CASE, "case")
    if not about_people(fact):
        return Verdict(True, SHOWN)
    if fact.kind in COUNTS and RULES.is_small(_whole(fact.value)):
        return Verdict(False, FEW, "small")
    if _share_tells(fact):
        return Verdict(False, FEW, "share")
    if _gives_a_part_back(fact, peers):
        return Verdict(False, FEW, "part")
    return Verdict(True, SHOWN)


def about_people(fact: Fact) -> bool:
    """True where the value, or what it is a share or a mean of, counts people."""
    if fact.kind in ("amount", "duration"):
        return False
    told = [fact.unit] if fact.kind in COUNTS else [fact.base, fact.base_id, fact.measure]
    return not names_things(*told, fact.measure_id)


def feasible(value: str, n: int) -> range:
    """Which k of n people a printed percentage allows, whatever rule rounded it.

    `value` as printed: "99.4" stands for anything less than 0.1 away, up or down.
    """
    stated, step = Fraction(value), Fraction(1, 10 ** len(value.partition(".")[2]))
    low, high = (stated - step) * n / 100, (stated + step) * n / 100
    return range(max(0, floor(low) + 1), min(n, ceil(high) - 1) + 1)


def _share_tells(fact: Fact) -> bool:
    """A percentage, a mean or a part whose base, count or complement is one to four people."""
    if fact.n is None:
        return fact.k is not None and RULES.is_small(fact.k)
    return RULES.is_small(fact.n) or any(
        RULES.is_small(k) or RULES.is_small(fact.n - k) for k in _counts(fact)
    )


def _counts(fact: Fact) -> Sequence[int]:
    """The counts a reader who knows the base may take the value for; none for a mean."""
    if fact.k is not None:
        return [fact.k]
    if fact.kind in COUNTS:
        return [count] if (count := _whole(fact.value)) else []
    if fact.kind == "proportion" and fact.n is not None and _is_number(fact.value):
        return feasible(fact.value, fact.n)
    return []


def _gives_a_part_back(fact: Fact, peers: Iterable[Fact]) -> bool:
    """True when this part has to be the partner of a withheld part of the same whole."""
    mine = _count(fact)
    if not mine:
        return False
    others = [one for one in peers if one.id != fact.id and _same_scope(one, fact)]
    for whole, parts in _wholes(fact, mine, others):
        if fact.id in _partners(whole, [*parts, (mine, fact.id)]):
            return True
    return False


def _wholes(
    fact: Fact, mine: int, others: Sequence[Fact]
) -> Iterator[tuple[int, tuple[tuple[int, str], ...]]]:
    """Each whole this fact is a part of, with its other parts as (count, id).

    A whole is the base the facts name together, or another count of the same place and period.
    Parts belong together when they add up to the whole, or fall short of it by one to four.
    """
    counted = [(count, one) for one in others if about_people(one) and (count := _count(one))]
    if fact.n is not None:
        alike = [(c, one.id) for c, one in counted if one.n == fact.n and one.base == fact.base]
        tried = _groups(alike) if fact.kind in COUNTS else iter([tuple(alike)])
        for group in tried:
            if 0 <= fact.n - mine - sum(count for count, _ in group) < RULES.publish_from:
                yield fact.n, group
    free = [(count, one.id) for count, one in counted if one.kind in COUNTS]
    if fact.kind in COUNTS:
        wholes = {count for count, _ in free if count > mine}
        for group in _groups([(count, name) for count, name in free if RULES.is_small(count)]):
            if (whole := mine + sum(count for count, _ in group)) in wholes and group:
                yield whole, group


def _groups(parts: Sequence[tuple[int, str]]) -> Iterator[tuple[tuple[int, str], ...]]:
    few = sorted(parts)[: MOST_PARTS + 2]
    for size in range(min(len(few), MOST_PARTS) + 1):
        yield from combinations(few, size)


def _partners(whole: int, parts: Sequence[tuple[int, str]]) -> frozenset[str]:
    """Which parts are withheld so that no small part of the whole can be worked out.

    The withheld parts of one line add up to a number the reader knows. Each may be anything up to
    it, so two are enough, once they add up to `RULES.minimum_width` or more.
    """
    rest = whole - sum(count for count, _ in parts)
    hidden = [(count, name) for count, name in parts if RULES.is_small(count)]
    if rest:
        hidden.append((rest, ""))
    if not any(RULES.is_small(count) for count, _ in hidden):
        return frozenset()
    for part in sorted(part for part in parts if part not in hidden):
        if len(hidden) > 1 and sum(count for count, _ in hidden) >= RULES.minimum_width:
            break
        hidden.append(part)
    return frozenset(name for _, name in hidden if name)


def _same_scope(one: Fact, other: Fact) -> bool:
    return all(
        getattr(one, name) == getattr(other, name)
        for name in ("section", "programme", "place", "period")
    )


def _count(fact: Fact) -> int:
    """The count of people a reader can tell from a fact for certain; 0 when there is none."""
    if fact.kind in COUNTS:
        return fact.k or _whole(fact.value)
    counts = _counts(fact)
    return counts[0] if len(counts) == 1 else 0


def _whole(value: str) -> int:
    """A value as a count; 0 where it is none."""
    return int(Fraction(value)) if _is_number(value) and Fraction(value).denominator == 1 else 0


def _is_number(value: str) -> bool:
    return re.fullmatch(r"\d+(\.\d+)?", value) is not None
