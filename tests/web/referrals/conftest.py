"""Two organisations, and a third that has nothing to do with either."""

import pytest
from django.test import Client
from tests.web.referrals import made

from jaga_web.people.models import Organisation


@pytest.fixture
def partner(organisation):
    return made.partner_of(organisation)


@pytest.fixture
def third(db):
    other = Organisation.objects.create(name="Lembaga Contoh Tiga", kind="ngo")
    made.somebody(other, "partner_officer")
    return other


@pytest.fixture
def referral(organisation, partner):
    """Sent, waiting for the partner."""
    return made.sent_to(partner, organisation)


@pytest.fixture
def window():
    """window(user): a signed-in client."""

    def opened(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return opened


@pytest.fixture
def officer(partner):
    return made.somebody(partner, "partner_officer")


@pytest.fixture
def owner(referral):
    return referral.case.owner


@pytest.fixture
def lead(organisation):
    return made.somebody(organisation, "supervisor")
