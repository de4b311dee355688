"""An NGO's information: consent, two people, a PDF, never an LTKM and never a child."""

import pytest
from tests.web.alerts import fabricate
from tests.web.filings.facts import NGO

from jaga.errors import Refused
from jaga_web.filings import actions, facts
from jaga_web.filings.models import Filing

pytestmark = pytest.mark.django_db


def test_from_draft_to_a_document(informed, person, signed_in):
    analyst, supervisor = person("finance_analyst"), person("supervisor")
    with pytest.raises(Refused, match="Organisation: give name"):
        actions.approve(filing=informed, by=supervisor)
    actions.save_sender(values=NGO, by=analyst)
    with pytest.raises(Refused, match="consent reference"):
        actions.approve(filing=informed, by=supervisor)
    actions.save_consent(filing=informed, consent="PSJ-14", by=analyst)
    page = signed_in("finance_analyst").get(f"/filings/{informed.pk}/").content.decode()
    assert "bukan LTKM" in page
    assert "PSJ-14" in page
    actions.approve(filing=informed, by=supervisor)
    assert actions.download(filing=informed, by=analyst).startswith(b"%PDF-")
    text = facts.information_text(Filing.objects.get(pk=informed.pk), suffix=".txt").decode()
    assert informed.alert.subject in text
    assert "bukan laporan transaksi" in text


def test_an_account_that_also_carries_a_protection_alert_is_refused(
    informed, person, taken_in, organisation
):
    taken_in([fabricate.alert("child_extortion_burst", "akun satu")])
    actions.save_sender(values=NGO, by=person("finance_analyst"))
    actions.save_consent(filing=informed, consent="PSJ-14", by=person("finance_analyst"))
    with pytest.raises(Refused, match="may be a child's"):
        actions.approve(filing=informed, by=person("supervisor"))
