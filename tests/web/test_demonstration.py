"""The demonstration's data are made by the same acts people use, and are marked as invented."""

import time

import pytest

from jaga_web import demonstration
from jaga_web.audit.verify import verify
from jaga_web.cases.models import Case, Identity
from jaga_web.people import demo


@pytest.fixture
def people(settings, db):
    settings.JAGA_DEMO = True
    return demo.seed()


def test_every_room_is_filled_and_the_chain_holds(people, record_testsuite_property):
    began = time.monotonic()
    demonstration.seed(people)
    record_testsuite_property("seconds to invent the case work", f"{time.monotonic() - began:.1f}")
    assert {case.step for case in Case.objects.all()} == {step for step, _ in Case.STEPS}
    assert verify() == []


def test_every_invented_child_is_marked(people):
    demonstration.seed(people)
    names = [one.name for one in Identity.objects.all() if one.name]
    assert names
    assert all("UJI" in name or "rekaan" in name.lower() for name in names)
