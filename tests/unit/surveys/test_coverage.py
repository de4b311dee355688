"""Intervals hold what they promise: of many samples, 95 in 100 hold the truth.

The bounds are those of counting: so many draws of an interval that truly holds 95 times in 100
leave them once in a thousand. Draws are seeded, so a pass is a pass. Enough clusters are drawn for
the large-sample theory that all three kinds rest on; with a handful none of them keeps its promise.
"""

import csv
from functools import partial

import numpy as np
import pytest
from tests.unit.surveys import coverage
from tests.unit.surveys.r_reference import ORACLES

DRAWS, SEED = 500, 7
WITHIN = 3.29 * (0.95 * 0.05 / DRAWS) ** 0.5
SCHOOL_WAYS = {
    "stratified": partial(coverage.stratified, each=70),
    "clustered": partial(coverage.clustered, clusters=150),
    "two stages": partial(coverage.two_stages, clusters=150, most=4),
}


@pytest.fixture(scope="module")
def villages():
    return coverage.invented()


@pytest.fixture(scope="module")
def schools():
    """The schools R's samples were drawn from; did each meet its target?"""
    with (ORACLES / "api" / "apipop.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds = np.unique([row["stype"] for row in rows], return_inverse=True)[1]
    districts = np.array([int(row["dnum"]) for row in rows])
    met = np.array([float(row["comp.imp"] == "Yes") for row in rows])
    return coverage.Population(kinds, districts, met)


@pytest.mark.parametrize("name", coverage.WAYS)
def test_intervals_hold_in_an_invented_population(villages, name):
    found = coverage.held(villages, coverage.WAYS[name], draws=DRAWS, seed=SEED)
    for kind in coverage.KINDS:
        assert abs(found[kind] - 0.95) <= WITHIN, (kind, found)
    if name == "clustered":
        # And this test can tell: people of one village count as if they had been asked apart.
        assert found["clusters forgotten"] < 0.95 - WITHIN, found


@pytest.mark.oracles
@pytest.mark.parametrize("name", SCHOOL_WAYS)
def test_intervals_hold_among_the_schools(schools, name):
    found = coverage.held(schools, SCHOOL_WAYS[name], draws=DRAWS, seed=SEED)
    for kind in coverage.KINDS:
        assert abs(found[kind] - 0.95) <= WITHIN, (kind, found)
