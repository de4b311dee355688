"""Two releases of the same people, subtracted: whose difference would be one to four of them.

What a reader may know of a table is each shown count and each total the door would publish alone.
Every such number of one release is laid over what the other tells of the same people, or of a part
of them: an age band inside a wider one, a half-year inside a year, the same table a month later.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from jaga.evidence.cubes import CountCube, Group, ShownCube
from jaga.evidence.disclosure import RULES, Rules
from jaga.evidence.linked import public_groups
from jaga.evidence.releases import About

Domain = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Told:
    """One number a reader may know: its people, in words and as a domain, and its true count."""

    words: str
    domain: Domain
    count: int


@dataclass(frozen=True)
class Placed:
    """A published table with its true counts and what it is about."""

    about: About
    shown: ShownCube
    counts: CountCube
    rules: Rules = RULES

    @cached_property
    def cells(self) -> tuple[Told, ...]:
        """The shown counts."""
        return tuple(
            self._told(frozenset({n}), count)
            for n, count in enumerate(self.counts.counts)
            if self.shown.cells[n] is not None
        )

    @cached_property
    def totals(self) -> tuple[Told, ...]:
        """The totals anybody may know."""
        groups = public_groups(self.counts, self.rules)
        return tuple(self._told(cells, count) for cells, count in groups.items())

    def _told(self, cells: Group, count: int) -> Told:
        """A number and whose it is; what is added up over a dimension is not limited by it."""
        domain, names = {}, []
        places = [self.shown.coordinates[cell] for cell in cells]
        for n, dimension in enumerate(self.shown.dimensions):
            kept = {at[n] for at in places}
            if len(kept) == len(dimension.categories) > 1:
                continue
            chosen = [dimension.categories[place] for place in sorted(kept)]
            domain[dimension.id] = frozenset(chain.from_iterable(c.covers for c in chosen))
            names += [c.id for c in chosen]
        return Told(", ".join(names) or "total", domain, count)


@dataclass(frozen=True)
class Pair:
    """Two numbers whose difference is one to four people."""

    wider: Told
    narrower: str


def small_differences(one: Placed, other: Placed) -> Iterator[Pair]:
    """Every number of one table that another's gives away by subtraction, in either direction."""
    if one.about.family != other.about.family:
        return
    rules = max(one.rules, other.rules, key=lambda rules: rules.publish_from)
    for outer, inner in ((one, other), (other, one)):
        if outer.about.first <= inner.about.first and inner.about.last <= outer.about.last:
            yield from _within(outer, inner, rules)


def _within(outer: Placed, inner: Placed, rules: Rules) -> Iterator[Pair]:
    for wide in chain(outer.cells, outer.totals):
        parts = [cell for cell in inner.cells if _inside(cell.domain, wide.domain)]
        for words, count in _narrower(parts, inner, wide):
            if rules.is_small(abs(wide.count - count)):
                yield Pair(wide, words)
                break


def _narrower(parts: list[Told], inner: Placed, wide: Told) -> Iterator[tuple[str, int]]:
    """What the inner table tells of these people: its shown parts together, and each total."""
    if parts:
        names = parts[0].words if len(parts) == 1 else f"{parts[0].words} … {parts[-1].words}"
        yield names, sum(part.count for part in parts)
    for total in inner.totals:
        if _inside(total.domain, wide.domain):
            yield total.words, total.count


def _inside(narrow: Domain, wide: Domain) -> bool:
    return all(name in narrow and narrow[name] <= atoms for name, atoms in wide.items())
