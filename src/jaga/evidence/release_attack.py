"""What a reader of all releases can work out about what each of them withholds.

The people counted are divided as finely as any release divides them: by every dimension, by the
periods, and by when they came into the data. A published count says between which ends the sum of
its parts lies; a withheld one says nothing. The ends of each withheld count are then two linear
programmes over all parts. Nothing here knows a true count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from math import prod

import numpy as np

from jaga.evidence.categories import blocks
from jaga.evidence.cubes import ShownCube
from jaga.evidence.disclosure import RULES, Rules
from jaga.evidence.intervals import Attack, Bound, Interval
from jaga.evidence.linked import shown_range
from jaga.evidence.releases import About

# More parts than this are not gone through; the audit then says so and nothing is published.
MOST_PARTS = 300_000
MOST_UNKNOWNS = 20_000

Places = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


class TooLarge(Exception):  # noqa: N818 - an answer, not an error of the program
    """The releases divide people too finely to be audited together."""


@dataclass(frozen=True)
class Published:
    """A table as readers have it. `release` is its number; 0 stands for one not published yet."""

    release: int
    about: About
    table: ShownCube
    rules: Rules = RULES


@dataclass(frozen=True)
class Exposure:
    """A withheld cell a reader may narrow down too far."""

    release: int
    table: str
    cell: int
    interval: Interval


def exposures(tables: Sequence[Published]) -> list[Exposure]:
    """The withheld cells of these tables of one family that are better known than they may be.

    Raises TooLarge when they cannot be gone through together.
    """
    tables = [one for one in tables if not one.table.withheld]
    if not any(None in one.table.cells for one in tables):
        return []
    places, attack = _attack(tables)
    rules = max((one.rules for one in tables), key=lambda rules: rules.publish_from)
    return [
        Exposure(one.release, one.table.id, cell, attack.interval(parts))
        for one, where in zip(tables, places, strict=True)
        for cell in _withheld(one)
        if not attack.hides(
            parts := _parts_of(where, cell),
            threshold=rules.publish_from,
            width=rules.minimum_width,
        )
    ]


def _parts_of(where: Places, cell: int) -> list[int]:
    return [int(part) for part in np.flatnonzero(where == cell)]


def _withheld(one: Published) -> Iterator[int]:
    return (n for n, cell in enumerate(one.table.cells) if cell is None)


def _attack(tables: Sequence[Published]) -> tuple[Places, Attack]:
    """The strongest reader whose beliefs fit what was published.

    First: every dimension divides all of the people. If that cannot be (one table has children up
    to 14 alone), some are outside. If even that cannot be (counts were corrected downwards), what
    was counted on different days is not tied together.
    """
    for outside, grows in ((False, True), (True, True), (True, False)):
        places = _parts(tables, outside=outside, grows=grows)
        attack = Attack(places.shape[1], list(_bounds(tables, places)))
        if attack.possible:
            break
    return places, attack


def _bounds(tables: Sequence[Published], places: Places) -> Iterator[Bound]:
    for one, where in zip(tables, places, strict=True):
        for cell, count in enumerate(one.table.cells):
            if count is not None:
                yield Bound(tuple(_parts_of(where, cell)), *shown_range(count, one.rules))


def _parts(tables: Sequence[Published], *, outside: bool, grows: bool) -> Places:
    """For each table (row) and each part (column): the cell that counts it, or -1.

    Parts that every table treats alike are one.
    """
    axes = _axes(tables, outside=outside, grows=grows)
    shape = tuple(axis.size for axis in axes)
    if prod(shape) > MOST_PARTS:
        raise TooLarge
    rows = [np.ravel(_cells(n, one, axes, shape)) for n, one in enumerate(tables)]
    every: Places = np.unique(np.stack(rows), axis=1)
    kept: Places = every[:, (every >= 0).any(axis=0)]
    if kept.shape[1] > MOST_UNKNOWNS:
        raise TooLarge
    return kept


@dataclass(frozen=True)
class Axis:
    """One way of dividing people: how many blocks; for each table, block → place of category."""

    name: str
    size: int
    counted: list[dict[int, int]]


def _axes(tables: Sequence[Published], *, outside: bool, grows: bool) -> list[Axis]:
    names = dict.fromkeys(one.id for t in tables for one in t.table.dimensions)
    axes = [_dimension(tables, name, outside=outside) for name in names]
    return [*axes, _periods(tables), _days(tables, grows=grows)]


def _dimension(tables: Sequence[Published], name: str, *, outside: bool) -> Axis:
    own = [
        next((one.categories for one in t.table.dimensions if one.id == name), None) for t in tables
    ]
    numbers = blocks(c.covers for c in chain.from_iterable(one for one in own if one))
    size = len(set(numbers.values())) + outside
    everybody = dict.fromkeys(range(size), 0)
    counted = [
        everybody
        if one is None
        else {numbers[atom]: n for n, c in enumerate(one) for atom in c.covers}
        for one in own
    ]
    return Axis(name, size, counted)


def _periods(tables: Sequence[Published]) -> Axis:
    starts = {t.about.first for t in tables}
    ends = {date.fromordinal(t.about.last.toordinal() + 1) for t in tables}
    edges = sorted(starts | ends)
    counted = [
        {n: 0 for n, day in enumerate(edges[:-1]) if t.about.first <= day <= t.about.last}
        for t in tables
    ]
    return Axis("", len(edges) - 1, counted)


def _days(tables: Sequence[Published], *, grows: bool) -> Axis:
    """Who came into the data by which day: later data holds everybody of earlier data."""
    days = sorted({t.about.as_of for t in tables})
    rank = [days.index(t.about.as_of) for t in tables]
    counted = [dict.fromkeys(range(r + 1) if grows else [r], 0) for r in rank]
    return Axis("", len(days), counted)


def _cells(table: int, one: Published, axes: Sequence[Axis], shape: tuple[int, ...]) -> Places:
    """The cell of this table that counts each combination of blocks, or -1."""
    found: Places = np.zeros(shape, dtype=np.int64)
    counted = np.ones(shape, dtype=bool)
    for place, axis in enumerate(axes):
        of_block = [axis.counted[table].get(n, -1) for n in range(axis.size)]
        along = np.array(of_block).reshape([-1 if n == place else 1 for n in range(len(shape))])
        counted &= along >= 0
        found = found + np.maximum(along, 0) * _stride(one.table, axis.name)
    return np.where(counted, found, -1)


def _stride(table: ShownCube, name: str) -> int:
    """How many cells lie between two neighbours along a dimension; 0 along any other axis."""
    names = [one.id for one in table.dimensions]
    if name not in names:
        return 0
    return prod(len(one.categories) for one in table.dimensions[names.index(name) + 1 :])
