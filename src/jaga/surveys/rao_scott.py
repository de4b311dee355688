"""Do two answers go together? Pearson's test, corrected for the design.

Rao and Scott's second-order correction (Annals of Statistics 12, 1984), as F with the degrees of
freedom of Thomas and Rao (1987). A plain chi-square of weighted counts finds too much: people of
one cluster answer alike, and count as if they had been asked apart.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import fdtrc

from jaga.errors import BadInput
from jaga.surveys.design import Design, Floats
from jaga.surveys.estimate import shares
from jaga.words import Text

THIN = Text(
    "Jawaban terlalu sedikit untuk uji ini: gabungkan jawaban yang jarang.",
    "Too few answers for this test: merge the rare ones.",
)


@dataclass(frozen=True)
class Test:
    """`f` with `ndf` and `ddf` degrees of freedom, `p` its tail; `pearson` the uncorrected sum."""

    __test__ = False  # a test of statistics, not of this program

    f: float
    ndf: float
    ddf: float
    p: float
    pearson: float
    n: int


def rao_scott(design: Design, rows: Floats, columns: Floats) -> Test:
    """The test of independence of two answers, as indicators (rows, r) and (rows, c).

    A row of the file without one of the answers is all zero there, and is left out.
    """
    answered = (rows.sum(axis=1) > 0) & (columns.sum(axis=1) > 0)
    height, width = rows.shape[1], columns.shape[1]
    if height < 2 or width < 2:
        raise BadInput(
            Text(
                "Kedua pertanyaan memerlukan dua jawaban yang berbeda atau lebih.",
                "Both questions need two different answers or more.",
            )
        )
    cells = (rows[:, :, None] * columns[:, None, :]).reshape(len(rows), height * width)
    # Weights of 0 keep the rows left out in the design, as rows outside a domain.
    within = design.weighing(np.where(answered, design.weights, 0.0))
    means, spread = shares(within, np.where(answered[:, None], cells, 0.0))
    n = int((answered & (design.weights > 0)).sum())
    table = means.reshape(height, width)
    expected = np.outer(table.sum(axis=1), table.sum(axis=0))
    if (expected == 0).any() or within.freedom(answered) < 1:
        raise BadInput(THIN)
    pearson = n * float(((table - expected) ** 2 / expected).sum())
    effects = _effects(means, spread, n, (height, width))
    trace, square = float(np.trace(effects)), float(np.trace(effects @ effects))
    if trace <= 0 or not math.isfinite(trace):
        raise BadInput(THIN)
    ndf = trace**2 / square
    ddf = ndf * within.freedom(answered)
    f = pearson / trace
    return Test(f, ndf, ddf, float(fdtrc(ndf, ddf, f)), pearson, n)


def _effects(means: Floats, spread: Floats, n: int, shape: tuple[int, int]) -> Floats:
    """The matrix whose eigenvalues are the design effects of the interactions of the table."""
    height, width = shape
    main = np.column_stack(
        [np.kron(np.eye(height), np.ones((width, 1))), np.kron(np.ones((height, 1)), np.eye(width))]
    )
    both = np.kron(np.eye(height)[:, 1:], np.eye(width)[:, 1:])
    contrasts = both - main @ np.linalg.lstsq(main, both, rcond=None)[0]
    inverse = np.where(means > 0, 1 / np.where(means > 0, means, 1), 0.0)
    weighed = inverse[:, None] * contrasts
    simple = contrasts.T @ weighed / n
    try:
        effects: Floats = np.linalg.solve(simple, weighed.T @ spread @ weighed)
    except np.linalg.LinAlgError:
        raise BadInput(THIN) from None
    return effects
