"""Small drawing helpers shared by ordinary life and the patterns."""

from dataclasses import dataclass

import numpy as np

from jaga.world.randomness import Array, Rng


def lognormal(rng: Rng, n: int, median: Array | float, sigma: float) -> Array:
    """Amounts around a median; sigma is the spread of the logarithm."""
    return median * np.exp(rng.normal(0, sigma, n))


def repeat(counts: Array) -> tuple[Array, Array]:
    """For counts per subject: the subject number of each row, and its number within it."""
    subject = np.repeat(np.arange(len(counts)), counts)
    start = np.concatenate([[0], np.cumsum(counts)])[:-1]
    return subject, np.arange(len(subject)) - np.repeat(start, counts)


def partners(rng: Rng, subjects: int, most: int, pool: Array) -> Array:
    """A (subjects, most) table of accounts drawn from a pool."""
    return pool[rng.integers(0, len(pool), (subjects, max(1, most)))]


@dataclass(frozen=True)
class Near:
    """Finds accounts of a pool in the same province, popular ones more often."""

    pool: Array
    start: Array
    count: Array

    @classmethod
    def of(cls, pool: Array, province: Array, provinces: int = 38) -> "Near":
        """`pool` (indices of people) sorted by their province, with where each begins."""
        order = np.argsort(province[pool], kind="stable")
        count = np.bincount(province[pool], minlength=provinces)
        return cls(pool[order], np.concatenate([[0], np.cumsum(count)])[:-1], count)

    def pick(self, rng: Rng, province: Array, skew: float = 1.6) -> Array:
        """One account for each province; from anywhere when the province has none."""
        u = rng.random(len(province)) ** skew
        near = self.start[province] + (u * self.count[province]).astype(np.int64)
        anywhere = (u * len(self.pool)).astype(np.int64)
        return self.pool[np.where(self.count[province] > 0, near, anywhere)]
