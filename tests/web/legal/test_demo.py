"""The invented legal road of a demonstration."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.legal import targets

from jaga.errors import Refused
from jaga_web.clocks.models import Clock
from jaga_web.legal import demo, queries
from jaga_web.legal.models import Milestone


@pytest.fixture
def cases(organisation):
    """Four cases, opened twelve days ago."""
    opened = timezone.now() - timedelta(days=12)
    return [targets.open_case(organisation, opened_at=opened) for _ in range(4)]


def test_every_third_case_has_a_road_and_a_label_and_twice_changes_nothing(cases, person, settings):
    settings.JAGA_DEMO = True
    for _twice in range(2):
        demo.seed(cases=cases, by=person("supervisor"))
        assert {one.case_id for one in Milestone.objects.all()} == {cases[0].pk, cases[3].pk}
        assert Milestone.objects.filter(case=cases[0]).count() == len(demo.ROAD)
        assert [bool(one.decision) for one in queries.labels_of(cases[0])] == [True, False]
    states = {bool(clock.late_hours) for clock in Clock.objects.filter(ended_at__isnull=False)}
    assert states == {True, False}


def test_nothing_is_invented_beside_real_work(cases, person):
    with pytest.raises(Refused):
        demo.seed(cases=cases, by=person("supervisor"))
