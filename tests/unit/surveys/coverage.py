"""Populations to draw from again and again, three ways to draw, and how often intervals hold."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from jaga.surveys.design import Design, Drawing, draw
from jaga.surveys.estimate import Asked, Named, estimate
from jaga.surveys.intervals import Base, interval

KINDS = ("t", "logit", "korn-graubard")


@dataclass(frozen=True)
class Population:
    """Everybody there is: stratum, cluster and a yes or no (1 or 0), one place for each person."""

    stratum: np.ndarray
    cluster: np.ndarray
    said: np.ndarray

    @property
    def truth(self) -> float:
        return float(self.said.mean())

    @cached_property
    def members(self) -> list[np.ndarray]:
        """The places of each cluster's people, clusters by name."""
        order = np.argsort(self.cluster, kind="stable")
        starts = np.unique(self.cluster[order], return_index=True)[1]
        return np.split(order, starts[1:])


def invented(seed: int = 2026) -> Population:
    """240 invented villages in 4 regions, 30 to 60 people each; people of one village and of one
    region answer alike (ICC about 0.05)."""
    random = np.random.default_rng(seed)
    size = random.integers(30, 61, 240)
    region = np.repeat(np.arange(4), 60)
    odds = -0.9 + 0.4 * region + random.normal(0, 0.4, 240)
    cluster = np.repeat(np.arange(240), size)
    chance = 1 / (1 + np.exp(-odds[cluster]))
    return Population(region[cluster], cluster, (random.random(len(cluster)) < chance) * 1.0)


Way = Callable[[Population, np.random.Generator], tuple[Design, np.ndarray]]


def stratified(people: Population, random: np.random.Generator, each: int = 75):
    """As many people from each stratum, without replacement."""
    places, sizes = [], []
    for stratum in np.unique(people.stratum):
        there = np.flatnonzero(people.stratum == stratum)
        places.append(random.choice(there, each, replace=False))
        sizes.append(np.full(each, float(len(there))))
    rows, size = np.concatenate(places), np.concatenate(sizes)
    drawing = Drawing(len(rows), None, people.stratum[rows], (), (size,))
    return draw(drawing), people.said[rows]


def clustered(people: Population, random: np.random.Generator, clusters: int = 40):
    """Whole clusters, everybody in them."""
    drawn = random.choice(len(people.members), clusters, replace=False)
    rows = np.concatenate([people.members[one] for one in drawn])
    sizes = np.full(len(rows), float(len(people.members)))
    return draw(Drawing(len(rows), None, None, (people.cluster[rows],), (sizes,))), people.said[
        rows
    ]


def two_stages(people: Population, random: np.random.Generator, clusters: int = 50, most: int = 12):
    """Clusters, then some people in each."""
    rows, inner = [], []
    for one in random.choice(len(people.members), clusters, replace=False):
        there = people.members[one]
        rows.append(random.permutation(there)[:most])
        inner.append(np.full(len(rows[-1]), float(len(there))))
    places = np.concatenate(rows)
    sizes = (np.full(len(places), float(len(people.members))), np.concatenate(inner))
    units = (people.cluster[places], places)
    return draw(Drawing(len(places), None, None, units, sizes)), people.said[places]


WAYS: dict[str, Way] = {"stratified": stratified, "clustered": clustered, "two stages": two_stages}


def held(people: Population, way: Way, *, draws: int, seed: int) -> dict[str, float]:
    """By kind of interval, the share of samples whose interval holds the truth.

    "clusters forgotten": the same t interval with each row taken as drawn by itself.
    """
    random = np.random.default_rng(seed)
    count: Counter[str] = Counter()
    asked, named = Asked("proportion", "refuse"), Named("said")
    for _ in range(draws):
        design, said = way(people, random)
        one = estimate(design, said, asked, None, named)
        found = {kind: interval(kind, Base(one.value, one.se, one.df, one.n)) for kind in KINDS}
        alone = draw(Drawing(len(said), design.weights))
        careless = estimate(alone, said, asked, None, named)
        found["clusters forgotten"] = (careless.low, careless.high)
        for kind, reach in found.items():
            count[kind] += reach is not None and reach[0] <= people.truth <= reach[1]
    return {kind: count[kind] / draws for kind in found}
