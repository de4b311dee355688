"""What an attacker can work out about cells that were withheld: the audit behind every suppression.

The attacker here knows more than we publish: the *exact* values of the cells that are shown (we
publish them rounded) and the exact line totals that could be released on their own. If a withheld
cell is safe from this attacker, it is safe from every reader of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

import numpy as np

Cell = tuple[int, int]


def _scipy() -> Any:
    """Loaded with the first audit: it takes most of a second that other commands need not wait."""
    import scipy.optimize
    import scipy.sparse

    return scipy


@dataclass(frozen=True)
class Known:
    """One equation the attacker holds: these withheld cells add up to `total` (a count)."""

    cells: frozenset[Cell]
    total: int


@dataclass(frozen=True)
class Interval:
    """The smallest and the largest count a sum of cells may have; None means no upper end."""

    low: int
    high: int | None

    def hides(self, *, threshold: int, width: int) -> bool:
        """True when the reader can neither tell a small count nor narrow it below `width`."""
        if self.high is None:
            return True
        return self.high >= threshold and self.high - self.low >= width


def interval(target: frozenset[Cell], hidden: Sequence[Cell], known: Sequence[Known]) -> Interval:
    """The range of the sum of `target`, given the equations and that counts are never negative.

    A table's row and column equations form a totally unimodular system, so the ends of the
    linear programme are whole numbers and no integer search is needed.
    """
    lines = [equation for equation in known if equation.cells]
    matrix = np.array([[float(cell in line.cells) for cell in hidden] for line in lines])
    totals = np.array([float(line.total) for line in lines])
    aim = np.array([float(cell in target) for cell in hidden])
    low = _end(aim, matrix, totals)
    high = _end(-aim, matrix, totals)
    return Interval(0 if low is None else round(low), None if high is None else round(-high))


def _end(
    aim: "np.ndarray[tuple[int], np.dtype[np.float64]]",
    matrix: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]",
    totals: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]",
) -> float | None:
    """The least value of `aim` over all tables that fit, or None when there is no end."""
    equations = {"A_eq": matrix, "b_eq": totals} if len(totals) else {}
    found = _scipy().optimize.linprog(aim, bounds=(0, None), method="highs", **equations)
    return float(found.fun) if found.status == 0 else None


# A count no table of ours reaches: stands for "no upper end" where a programme needs a number.
ENDLESS = 10**6
# What a solver's answer may be away from the whole number it stands for.
SLACK = 1e-6


@dataclass(frozen=True)
class Bound:
    """What the attacker knows of a sum of cells: from `low` to `high` (None: no upper end).

    `cells` and `minus` are places of cells; those of `minus` are taken from the sum.
    """

    cells: tuple[int, ...]
    low: int
    high: int | None
    minus: tuple[int, ...] = ()


class Attack:
    """All that an attacker holds about `size` counts, asked for one sum after another.

    Every answer is a table that fits. Kept as witnesses, they often show, without another
    programme, that a sum may be as small and as large as it has to be. Ends are taken inwards to
    whole numbers: that can only make an interval look narrower than it is.
    """

    def __init__(self, size: int, bounds: Sequence[Bound]) -> None:
        self.size = size
        rows = [_row(bound) for bound in bounds]
        places = [(n, cell, sign) for n, row in enumerate(rows) for cell, sign in row.items()]
        matrix = _scipy().sparse.csr_array(
            ([sign for *_, sign in places], tuple(zip(*[p[:2] for p in places], strict=True)))
            if places
            else (len(rows), size),
            shape=(len(rows), size),
        )
        low = np.array([bound.low for bound in bounds], dtype=float)
        high = np.array([ENDLESS * 2 if b.high is None else b.high for b in bounds], dtype=float)
        same = low == high
        self._known = {
            "A_eq": matrix[same], "b_eq": low[same],
            "A_ub": _scipy().sparse.vstack([matrix[~same], -matrix[~same]], format="csr"),
            "b_ub": np.concatenate([high[~same], -low[~same]]),
        } if len(rows) else {}  # fmt: skip
        self._witnesses: list[np.ndarray[tuple[int, ...], np.dtype[np.float64]]] = []

    @property
    def possible(self) -> bool:
        """False when no table fits all that is known."""
        return self._end(np.zeros(self.size)) is not None

    def interval(self, target: Sequence[int]) -> Interval:
        """The smallest and the largest count the cells of `target` may add up to."""
        aim = np.zeros(self.size)
        aim[list(target)] = 1.0
        low, high = self._end(aim), self._end(-aim)
        if low is None or high is None:
            return Interval(0, None)
        top = floor(-high + SLACK)
        return Interval(max(0, ceil(low - SLACK)), None if top >= ENDLESS else top)

    def hides(self, target: Sequence[int], *, threshold: int, width: int) -> bool:
        """`Interval.hides` for this sum, from the witnesses where they are enough."""
        if self._witnesses:
            seen = [float(one[list(target)].sum()) for one in self._witnesses]
            known = Interval(ceil(min(seen) - SLACK), floor(max(seen) + SLACK))
            if known.hides(threshold=threshold, width=width):
                return True
        return self.interval(target).hides(threshold=threshold, width=width)

    def _end(self, aim: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> float | None:
        found = _scipy().optimize.linprog(aim, bounds=(0, ENDLESS), method="highs", **self._known)
        if found.status != 0:
            return None
        self._witnesses.append(found.x)
        return float(found.fun)


def _row(bound: Bound) -> dict[int, float]:
    row = dict.fromkeys(bound.cells, 1.0)
    for cell in bound.minus:
        row[cell] = row.get(cell, 0.0) - 1.0
    return row
