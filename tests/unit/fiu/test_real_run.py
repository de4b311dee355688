"""Every alert of a screened country: suspicion becomes a valid report, protection never does."""

import pytest
from tests.small_country import build, screened
from tests.unit.fiu import invented

from jaga.errors import Refused
from jaga.fiu.alerts import read_alerts
from jaga.fiu.compose import Dossier, compose, counterparties
from jaga.fiu.decision import protected_accounts
from jaga.fiu.goaml import write_report
from jaga.fiu.pack import read_pack
from jaga.fiu.parties import Party, key
from jaga.fiu.read_back import read_report
from jaga.fiu.schema import read_schema

pytestmark = [pytest.mark.oracles, pytest.mark.slow]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    country = build(tmp_path_factory.mktemp("country"))
    out = tmp_path_factory.mktemp("run")
    screened([country / "payments.csv.gz"], out, country / "accounts.csv")
    return out


def test_every_alert_takes_its_own_door(run):
    schema, pack, protected = read_schema(invented.XSD), read_pack("ppatk"), protected_accounts(run)
    written = refused = 0
    alerts = read_alerts(run)
    # Of each path and pattern one: a report of a hundred payments takes a moment to validate.
    for alert in {(one.typology, one.outcome): one for one in alerts}.values():
        known = [invented.person(alert.subject)]
        known += [Party(one, institution_code="B1") for one in counterparties(alert)]
        dossier = Dossier(
            alert, invented.decided(alert), {key(one.account): one for one in known},
            invented.REPORTER, pack, invented.ON, "", protected,
        )  # fmt: skip
        if key(alert.subject) in protected:
            with pytest.raises(Refused, match="never reported as a suspect"):
                compose(dossier)
            refused += 1
        else:
            report = compose(dossier)
            assert read_report(write_report(report, pack, schema).content, pack) == report
            written += 1
    assert written > 0
    assert refused > 0
