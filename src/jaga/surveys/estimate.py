"""Means, totals and proportions of a sample, each with what its design makes of its error.

A domain is a mask, never a smaller file: rows outside it still tell how many clusters were drawn
(Cochran, Sampling Techniques, 1977, §5A.14). An answer that is missing is NaN. It is not zero, and
whoever asks says what to do with it.
"""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from jaga.errors import BadInput
from jaga.surveys.design import Design, Floats, Mask
from jaga.surveys.intervals import LEVEL, Base, IntervalKind, interval
from jaga.surveys.variance import covariance, jackknife
from jaga.words import Text

Kind = Literal["mean", "total", "proportion"]
KINDS: tuple[Kind, ...] = ("mean", "total", "proportion")
Missing = Literal["drop", "refuse"]
MISSING: tuple[Missing, ...] = ("drop", "refuse")

# The simple random sample that a design effect compares with: drawn without replacement from a
# population of Σ weights ("wor", R's deff=TRUE), or with replacement ("wr", R's deff="replace").
Compared = Literal["wor", "wr"]
COMPARED: tuple[Compared, ...] = ("wor", "wr")

# Where the error comes from: the shape of the estimate near its value, or leaving one cluster out
# after another. Two roads to one number; far apart, they say that clusters are few or very unlike.
ErrorBy = Literal["taylor", "jackknife"]
ERRORS: tuple[ErrorBy, ...] = ("taylor", "jackknife")


@dataclass(frozen=True)
class Estimate:
    """One figure. `value`, `se`, `low` and `high` are in the measure's own unit, 0 to 1 for shares.

    `n`: rows that answered; `missing`: rows of the domain that did not; `df`: degrees of freedom.
    `deff`, `low` and `high` are None where the sample cannot tell.
    """

    measure: str
    category: str
    domain: str
    kind: Kind
    value: float
    se: float
    df: int
    deff: float | None
    low: float | None
    high: float | None
    n: int
    missing: int
    interval: IntervalKind
    confidence: float


@dataclass(frozen=True)
class Named:
    """Whose estimate: the measure, the answer counted (for shares) and the domain, "" for all."""

    measure: str
    category: str = ""
    domain: str = ""


@dataclass(frozen=True)
class Asked:
    """What is asked of a measure, and what happens to answers that are missing."""

    kind: Kind
    missing: Missing
    interval: IntervalKind = "t"
    level: float = LEVEL
    compared: Compared = "wor"
    error: ErrorBy = "taylor"


def estimate(
    design: Design, values: Floats, asked: Asked, domain: Mask | None, named: Named
) -> Estimate:
    """The estimate of `values` (rows; NaN is missing; 0 or 1 for shares) within `domain`."""
    inside = np.ones(len(values), dtype=bool) if domain is None else domain
    inside = inside & (design.weights > 0)
    answered = inside & ~np.isnan(values)
    missing = int(inside.sum() - answered.sum())
    if missing and asked.missing == "refuse":
        raise BadInput(
            Text(
                "{missing} baris tanpa jawaban. Isi, atau pilih --missing drop agar tidak "
                "dihitung.",
                "Rows without an answer: {missing}. Fill them, or choose --missing drop to leave "
                "them out.",
            ).filled(missing=missing)
        )
    if not answered.any():
        raise BadInput(
            Text(
                "Tidak ada jawaban di satu kelompok atau lebih: gabungkan kelompoknya.",
                "A group has no answers at all: merge it with another.",
            )
        )
    kept = np.where(answered, values, 0.0)
    value = _value(design.weights, kept, answered, asked.kind)
    variance = _variance(design, kept, answered, asked)
    n, df = int(answered.sum()), design.freedom(answered)
    base = Base(
        value, math.sqrt(max(variance, 0.0)), df, n, asked.level,
        kept[answered], design.weights[answered],
    )  # fmt: skip
    low, high = interval(asked.interval, base) or (None, None)
    return Estimate(
        measure=named.measure, category=named.category, domain=named.domain, kind=asked.kind,
        value=value, se=base.se, df=df, deff=_deff(design, kept, answered, variance, asked),
        low=low, high=high, n=n, missing=missing,
        interval=asked.interval, confidence=asked.level,
    )  # fmt: skip


def shares(design: Design, indicators: Floats) -> tuple[Floats, Floats]:
    """Weighted means (k) of `indicators` (rows, k) and their covariance (k, k)."""
    people = design.weights.sum()
    means = design.weights @ indicators / people
    return means, covariance(design, (indicators - means) / people)


def _value(weights: Floats, kept: Floats, answered: Mask, kind: Kind) -> float:
    total, people = float(weights @ kept), float(weights[answered].sum())
    if kind == "total":
        return total
    if people == 0:
        raise BadInput(
            Text(
                "Semua jawaban kelompok ini berasal dari satu klaster: jackknife tidak dapat "
                "menghitung galatnya. Pakai --error taylor atau gabungkan kelompoknya.",
                "All answers of this group come from one cluster: the jackknife cannot tell their "
                "error. Use --error taylor or merge the group.",
            )
        )
    return total / people


def _variance(design: Design, kept: Floats, answered: Mask, asked: Asked) -> float:
    if asked.error == "jackknife":
        return jackknife(design, lambda weights: _value(weights, kept, answered, asked.kind))
    scores = _scores(design, kept, answered, asked.kind)
    return float(covariance(design, scores[:, None])[0, 0])


def _scores(design: Design, kept: Floats, answered: Mask, kind: Kind) -> Floats:
    """What each row adds: its answer to a total; its distance from the mean, shared, to a mean."""
    if kind == "total":
        return kept
    people = float(design.weights[answered].sum())
    middle = float(design.weights @ kept) / people
    scores: Floats = np.where(answered, (kept - middle) / people, 0.0)
    return scores


def _deff(
    design: Design, kept: Floats, answered: Mask, variance: float, asked: Asked
) -> float | None:
    """Variance by the design over that of a simple random sample of as many rows."""
    weights, n = design.weights[answered], int(answered.sum())
    people = float(weights.sum())
    if n < 2 or (asked.compared == "wor" and people <= n):
        return None
    middle = float(weights @ kept[answered]) / people
    spread = float(weights @ (kept[answered] - middle) ** 2) / people * n / (n - 1)
    simple = spread / n
    if asked.compared == "wor":
        simple *= (people - n) / people
    if asked.kind == "total":
        simple *= people**2
    return variance / simple if simple > 0 else None
