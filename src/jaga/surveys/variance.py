"""The variance of a weighted sum under a design: Taylor linearisation, and the jackknife.

Every estimate is, near enough, a weighted sum of one score for each row. `covariance` is that of
such sums; what the scores are is the estimate's own affair.
"""

from collections.abc import Callable, Iterator

import numpy as np

from jaga.errors import BadInput
from jaga.surveys.design import TAKEN_WHOLE, Design, Floats, Stage
from jaga.surveys.poststratify import residuals, weights_to_sizes
from jaga.words import Text


def covariance(design: Design, scores: Floats) -> Floats:
    """(k, k) covariance of Σ weight · score, for `scores` of shape (rows, k)."""
    weighted = design.weights[:, None] * residuals(design, scores)
    parts = [_of_stage(stage, weighted, design) for stage in design.stages]
    whole: Floats = np.sum(parts, axis=0)
    return whole


def _of_stage(stage: Stage, weighted: Floats, design: Design) -> Floats:
    sums = np.zeros((len(stage.stratum), weighted.shape[1]))
    np.add.at(sums, stage.unit, weighted)
    middle = np.zeros((len(stage.drawn), weighted.shape[1]))
    np.add.at(middle, stage.stratum, sums)
    middle /= stage.drawn[:, None]
    if design.lonely == "adjust":
        middle[stage.lonely] = (
            0  # the scores of all rows add up to nothing: that is the mean of all
        )
    away = sums - middle[stage.stratum]
    spread = stage.drawn / np.maximum(stage.drawn - 1, 1)
    part = np.where(stage.left > TAKEN_WHOLE, stage.share * stage.left * spread, 0.0)
    return away.T @ (part[stage.stratum][:, None] * away)


def jackknife(
    design: Design, statistic: Callable[[Floats], float], *, about_estimate: bool = False
) -> float:
    """The variance of `statistic` (of weights) by leaving out one first unit after another.

    JK1 without strata, JKn with them (Wolter, Introduction to Variance Estimation, 2007, §4.5), the
    finite population of the first stage counted. Deviations are taken from the mean of the
    replicates, or from the estimate itself, which is never smaller.
    """
    stage = design.stages[0]
    if (stage.drawn < 2).any():
        raise BadInput(
            Text(
                "Jackknife memerlukan dua klaster atau lebih di tiap strata.",
                "The jackknife needs two clusters or more in every stratum.",
            )
        )
    values = np.array([statistic(weights) for weights in _replicates(design)])
    centre = statistic(design.weights) if about_estimate else values.mean()
    part = (stage.left * (stage.drawn - 1) / stage.drawn)[stage.stratum]
    return float(part @ (values - centre) ** 2)


def _replicates(design: Design) -> Iterator[Floats]:
    """The weights without one unit after another; its stratum's others stand in for it."""
    stage = design.stages[0]
    base = design.weights if design.post is None else design.post.before
    row_stratum = stage.stratum[stage.unit]
    for unit, stratum in enumerate(stage.stratum):
        drawn = stage.drawn[stratum]
        weights = np.where(row_stratum == stratum, base * drawn / (drawn - 1), base)
        weights = np.where(stage.unit == unit, 0.0, weights)
        post = design.post
        yield weights if post is None else weights_to_sizes(weights, post.cell, post.sizes)
