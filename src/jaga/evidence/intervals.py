"""What an attacker can work out about cells that were withheld: the audit behind every suppression.

The attacker here knows more than we publish: the *exact* values of the cells that are shown (we
publish them rounded) and the exact line totals that could be released on their own. If a withheld
cell is safe from this attacker, it is safe from every reader of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.optimize

Cell = tuple[int, int]


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
    found = scipy.optimize.linprog(aim, bounds=(0, None), method="highs", **equations)
    return float(found.fun) if found.status == 0 else None
