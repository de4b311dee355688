"""Confirmed alerts of a provider and of an NGO, and what a report about them needs."""

import pytest
from tests.unit.fiu import invented
from tests.web.alerts.conftest import alert, child_alert, confirmed, rule_out, taken_in  # noqa: F401
from tests.web.filings.facts import PROVIDER

from jaga_web.filings import actions, facts, page
from jaga_web.filings.models import Filing


@pytest.fixture
def provider(organisation):
    """Our organisation, as a payment service provider."""
    organisation.kind = "provider"
    organisation.save()
    return organisation


@pytest.fixture
def schema(settings):
    """The public goAML schema is installed."""
    if not invented.XSD.exists():
        pytest.skip("the goAML schema is not on this machine")
    settings.JAGA_GOAML_XSD = invented.XSD
    return invented.XSD


@pytest.fixture
def drafted(provider, confirmed, person):  # noqa: F811
    """A fresh LTKM draft by the analyst."""
    return actions.begin(alert=confirmed, kind=Filing.LTKM, by=person("finance_analyst"))


@pytest.fixture
def fill(person):
    """fill(filing): every fact a report asks for, by the analyst."""

    def make(filing):
        by = person("finance_analyst")
        actions.save_sender(values=PROVIDER, by=by)
        dossier = facts.dossier(filing, facts.draft_reporter())
        for one in page.parties(dossier):
            token = page.account_at(filing, one.place)
            known = vars(invented.person()) if one.is_subject else {"institution_code": "BK9"}
            values = {name: str(value) for name, value in known.items() if name != "account"}
            if one.is_subject:
                values["my_client"] = "yes"
            values["account_number"] = f"90000000{one.place:02}"
            actions.save_party(filing=filing, account=token, values=values, by=by)
        filing.refresh_from_db()
        return filing

    return make


@pytest.fixture
def informed(organisation, confirmed, person):  # noqa: F811
    """A fresh draft of information by an NGO's analyst."""
    return actions.begin(alert=confirmed, kind=Filing.INFORMATION, by=person("finance_analyst"))
