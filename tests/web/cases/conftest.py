"""One child's case and the people around it."""

import pytest
from tests.web.alerts.conftest import alert, taken_in  # noqa: F401
from tests.web.cases.carrying import carries, people  # noqa: F401

from jaga_web.cases import actions, demo


@pytest.fixture
def owner(person):
    return person("caseworker")


@pytest.fixture
def supervisor(person):
    return person("supervisor")


@pytest.fixture
def child(owner):
    """A protection case just opened by its caseworker."""
    return actions.open_case(
        organisation=owner.organisation, source="direct", by=owner, age_band="12-14", sex="f"
    )


@pytest.fixture
def carried(owner, supervisor, person):
    """carried("plan"): a case that came as far as that."""

    def make(until):
        row = demo.Invented("Melur UJI", "Rekaan", "2011", "12-14", "f", "32", "high", until)
        return demo.make(row, owner=owner, supervisor=supervisor, counsellor=person("counsellor"))

    return make
