"""Logit and likelihood intervals by the regression road, to the digit where R's `survey` goes it.

R fits a logistic regression with an intercept alone, by Fisher scoring, and stops when the deviance
has settled to 1e-8; what it then says differs in the tenth digit from the closed form of
`intervals.logit`. Its likelihood interval follows the deviance away from the fit in fifths of the
way, lays a spline through the steps and reads it off along straight lines between three points a
step (Venables and Ripley, Modern Applied Statistics with S, 2002, §8.4); that is right to about the
fifth digit. Both are here so that whoever compares with R finds the same figures.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.special import expit, fdtri, ndtr

from jaga.surveys.design import Floats

SETTLED = 1e-8  # R's glm.control(epsilon)
MOST_ROUNDS = 25
STEPS_TO_THE_END = 5
MOST_STEPS = 9
POINTS_A_STEP = 3

Interval = tuple[float, float]


@dataclass(frozen=True)
class Fit:
    """Where scoring stopped: log odds, the information it last weighed with, and the rows."""

    odds: float
    information: float
    answers: Floats
    weights: Floats

    @property
    def value(self) -> float:
        """The proportion."""
        return float(expit(self.odds))

    @property
    def share(self) -> float:
        """The weighted mean itself, which scoring comes near."""
        return float(self.weights @ self.answers / self.weights.sum())

    def deviance(self, odds: float) -> float:
        """−2 log likelihood of the weighted answers at `odds`."""
        chance = float(expit(odds))
        said = self.share * math.log(chance) + (1 - self.share) * math.log(1 - chance)
        return -2 * float(self.weights.sum()) * said


def fit(answers: Floats, weights: Floats) -> Fit:
    """Scoring from the usual start; `answers` 0 or 1, `weights` of any scale (both rows)."""
    weights = weights / weights.mean()
    chance = (weights * answers + 0.5) / (weights + 1)
    odds = np.log(chance / (1 - chance))
    before = _deviance(answers, weights, chance)
    information = 0.0
    for _ in range(MOST_ROUNDS):
        spread = chance * (1 - chance)
        information = float(weights @ spread)
        middle = float((weights * spread) @ (odds + (answers - chance) / spread)) / information
        odds = np.full(len(answers), middle)
        chance = expit(odds)
        now = _deviance(answers, weights, chance)
        if abs(now - before) / (abs(now) + 0.1) < SETTLED:
            break
        before = now
    return Fit(float(odds[0]), information, answers, weights)


def logit(fitted: Fit, se: float, critical: float) -> Interval:
    """± `critical` errors on the scale of log odds; `se` is that of the proportion."""
    reach = critical * se / (fitted.value * (1 - fitted.value))
    return float(expit(fitted.odds - reach)), float(expit(fitted.odds + reach))


def likelihood(fitted: Fit, se: float, critical: float) -> Interval | None:
    """Where the root of the scaled deviance meets ± `critical`; None where no step reaches it."""
    value, n = fitted.value, len(fitted.answers)
    error = se / (value * (1 - value))
    end = critical * error * math.sqrt(fitted.information)
    last = math.sqrt(float(fdtri(1, n - 1, 1 - float(ndtr(-end)) / 2)))
    spread = fitted.share * (1 - fitted.share) / (value * (1 - value)) * n / (n - 1)
    walked = [(0.0, fitted.odds)]
    for way in (-1, 1):
        walked += _walk(fitted, way, last, error, spread)
    roots, odds = (np.array(one) for one in zip(*sorted(walked), strict=True))
    if len(odds) < 4 or roots[0] > -end or roots[-1] < end:
        return None
    fine = np.linspace(odds[0], odds[-1], POINTS_A_STEP * len(odds))
    low, high = np.interp([-end, end], _spline(odds, roots, fine), fine)
    return float(expit(low)), float(expit(high))


def _walk(
    fitted: Fit, way: int, last: float, error: float, spread: float
) -> Iterator[tuple[float, float]]:
    """Signed roots of the scaled deviance, and the odds, step by step until past `last`."""
    least, step = fitted.deviance(fitted.odds), last / STEPS_TO_THE_END * error
    for number in range(1, MOST_STEPS + 1):
        odds = fitted.odds + way * number * step
        root = math.sqrt(max(0.0, (fitted.deviance(odds) - least) / spread))
        yield way * root, odds
        if root >= last:
            return


def _deviance(answers: Floats, weights: Floats, chance: Floats) -> float:
    said = np.where(answers == 1, np.log(chance), np.log(1 - chance))
    return -2 * float(weights @ said)


def _spline(x: Floats, y: Floats, at: Floats) -> Floats:
    """The cubic spline through (x, y) whose ends bend as the cubics through the last four points
    do (Forsythe, Malcolm and Moler, Computer Methods for Mathematical Computations, 1977, §4.4)."""
    count, width = len(x), np.diff(x)
    slope = np.diff(y) / width
    system, right = np.zeros((count, count)), np.zeros(count)
    for here in range(1, count - 1):
        system[here, here - 1 : here + 2] = (
            width[here - 1], 2 * (width[here - 1] + width[here]), width[here],
        )  # fmt: skip
        right[here] = 6 * (slope[here] - slope[here - 1])
    system[0, :2] = system[-1, -2:] = (-1, 1)
    right[0] = width[0] * _third(x[:4], y[:4])
    right[-1] = width[-1] * _third(x[-4:], y[-4:])
    bend = np.linalg.solve(system, right)
    part = np.clip(np.searchsorted(x, at, side="right") - 1, 0, count - 2)
    away, wide = at - x[part], width[part]
    value: Floats = (
        y[part]
        + away * (slope[part] - wide * (2 * bend[part] + bend[part + 1]) / 6)
        + away**2 * bend[part] / 2
        + away**3 * (bend[part + 1] - bend[part]) / (6 * wide)
    )
    return value


def _third(x: Floats, y: Floats) -> float:
    """The third derivative of the cubic through four points."""
    first = np.diff(y) / np.diff(x)
    second = np.diff(first) / (x[2:] - x[:-2])
    return float(6 * (second[1] - second[0]) / (x[3] - x[0]))
