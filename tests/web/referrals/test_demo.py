"""The invented referrals of the demonstration: each way once, by those who may."""

import pytest
from tests.web.referrals import made

from jaga.errors import Refused
from jaga_web.referrals import demo, queries
from jaga_web.referrals.models import Abroad, Consent, Referral


@pytest.fixture
def cases(organisation):
    return [made.case_of(organisation) for _ in demo.WAYS]


def test_each_way_once_and_not_twice(cases, partner, lead, officer, settings):
    settings.JAGA_DEMO = True
    people = {"supervisor": lead, "officer": officer}
    demo.seed(cases=cases, **people)
    states = sorted(Referral.objects.values_list("state", flat=True))
    assert states == ["done", "draft", "in_service", "rejected", "revoked", "sent"]
    assert Consent.objects.filter(assent="no", outcome="refused").count() == 1
    assert Consent.objects.filter(outcome="with_supervisor", confirmed_by=None).count() == 1
    assert Abroad.objects.count() == 1
    assert queries.received(officer).count() == 2
    before = Consent.objects.count()
    demo.seed(cases=cases, **people)
    assert (Consent.objects.count(), Abroad.objects.count()) == (before, 1)


def test_only_in_a_demonstration(cases, partner, lead, officer):
    with pytest.raises(Refused):
        demo.seed(cases=cases, supervisor=lead, officer=officer)
