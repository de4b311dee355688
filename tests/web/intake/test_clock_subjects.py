"""What clocks of reports and complaints lead to, and for whom."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jaga_web import vault
from jaga_web.channel.models import Report
from jaga_web.clocks import actions, queries, subjects


@pytest.fixture
def clock(organisation):
    report = Report.objects.create(
        organisation=organisation,
        key_id=vault.new_key(),
        door="phone",
        path="me",
        received_at=timezone.now(),
        last_activity_at=timezone.now(),
        expires_at=timezone.now() + timedelta(days=90),
    )
    return actions.start(
        organisation=organisation,
        subject=f"report:{report.pk}",
        key=report.key_id,
        rule="acknowledgement",
        started_at=report.received_at,
        by=None,
    )


def test_a_clock_nobody_holds_shows_to_whoever_answers_reports(clock, person):
    assert list(queries.due(person("intake_officer"))) == [clock]
    assert not queries.due(person("legal_officer")).exists()
    [known] = subjects.known(person("intake_officer"), [clock.subject]).values()
    assert known.address == f"/reports/{clock.subject.partition(':')[2]}/"


def test_another_organisation_learns_nothing(clock, person, other_organisation):
    theirs = person("supervisor", organisation=other_organisation)
    assert subjects.known(theirs, [clock.subject]) == {}
    assert not queries.due(theirs).exists()
