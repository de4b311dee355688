"""Intervals of an estimate: t for anything, three more for a proportion.

- t: value ± t · se. For a proportion near 0 or 1 it can leave the range.
- logit: the same on the scale of log odds, turned back; never leaves 0 to 1.
- korn-graubard: Clopper-Pearson with the effective sample size (Korn and Graubard, Survey
  Methodology 24, 1998); the NCHS standard for proportions (Parker and others, Vital and Health
  Statistics 2/175, 2017). Keeps its promise best when a proportion is near 0 or 1.
- likelihood: where the scaled deviance of the proportion is as large as t² allows (Rao and Scott,
  Annals of Statistics 12, 1984), as `scoring.py` finds it.
"""

import math
from dataclasses import dataclass
from typing import Literal

from scipy.special import betaincinv, stdtrit

from jaga.surveys import scoring
from jaga.surveys.design import Floats

IntervalKind = Literal["t", "logit", "korn-graubard", "likelihood"]
INTERVALS: tuple[IntervalKind, ...] = ("t", "logit", "korn-graubard", "likelihood")
LEVEL = 0.95

Interval = tuple[float, float]


@dataclass(frozen=True)
class Base:
    """What an interval is made from. `df`: degrees of freedom; `n`: rows answered; `answers` and
    `weights`: those rows, which the likelihood alone looks at."""

    value: float
    se: float
    df: int
    n: int
    level: float = LEVEL
    answers: Floats | None = None
    weights: Floats | None = None

    @property
    def critical(self) -> float:
        """The quantile of t with `df` degrees of freedom."""
        return _t(self.df, self.level)


def interval(kind: IntervalKind, base: Base) -> Interval | None:
    """Low and high; None where this kind says nothing of such an estimate."""
    if base.df < 1:
        return None
    if kind == "t":
        return base.value - base.critical * base.se, base.value + base.critical * base.se
    if kind == "korn-graubard":
        return korn_graubard(base)
    if not 0 < base.value < 1 or base.se == 0:
        return None  # log odds and deviance have no end at 0 and 1
    return logit(base) if kind == "logit" else _likelihood(base)


def logit(base: Base) -> Interval:
    """value and se on the scale of log odds, and back."""
    middle = math.log(base.value / (1 - base.value))
    reach = base.critical * base.se / (base.value * (1 - base.value))
    return _expit(middle - reach), _expit(middle + reach)


def korn_graubard(base: Base) -> Interval:
    """Clopper-Pearson of the effective sample size, brought down to the design's own t.

    Where all or none answered so, no variance can be seen and the rows themselves are the size.
    """
    spread = base.value * (1 - base.value)
    size = base.n if spread == 0 or base.se == 0 else spread / base.se**2
    if base.n > 1:
        size *= (_t(base.n - 1, base.level) / base.critical) ** 2
    tail = (1 - base.level) / 2
    yes, no = size * base.value, size * (1 - base.value)
    low = float(betaincinv(yes, no + 1, tail)) if base.value > 0 else 0.0
    high = float(betaincinv(yes + 1, no, 1 - tail)) if base.value < 1 else 1.0
    return low, high


def _likelihood(base: Base) -> Interval | None:
    if base.answers is None or base.weights is None:
        raise ValueError("a likelihood interval needs the rows themselves")
    return scoring.likelihood(scoring.fit(base.answers, base.weights), base.se, base.critical)


def _t(df: int, level: float) -> float:
    return float(stdtrit(df, 0.5 + level / 2))


def _expit(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
