"""Invented cases filled to the last field, and the people around them."""

import pytest
from tests.web.keeping.filled import fill

from jaga_web.cases import actions as cases


@pytest.fixture
def worker(person):
    return person("caseworker", name="pekerja")


@pytest.fixture
def supervisor(person):
    return person("supervisor", name="penyelia")


@pytest.fixture
def custodian(person):
    return person("custodian", name="penjaga")


@pytest.fixture
def case(organisation, worker):
    """An open case its worker holds."""
    return cases.open_case(organisation=organisation, source="direct", by=worker)


@pytest.fixture
def planted(case, worker):
    """planted: every sealed field of the case's tables, filled with words found nowhere else."""
    return fill(case, worker)
