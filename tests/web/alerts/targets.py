"""Objects the permission matrix asks for: alerts and cases in the state an address needs."""

import tempfile
from datetime import timedelta
from pathlib import Path

from tests.web.alerts import fabricate, standings

from jaga_web import vault
from jaga_web.alerts import actions, queries
from jaga_web.alerts.actions import Proposal
from jaga_web.alerts.models import Alert, Decision
from jaga_web.cases.models import Case
from jaga_web.people.models import User

REASON = "sudah diperiksa dengan data nasabah"


def an_alert(organisation):
    """A new alert."""
    with tempfile.TemporaryDirectory() as folder:
        written = fabricate.write(Path(folder) / "run", [fabricate.alert()])
        run = actions.take_in(run_dir=written, organisation=organisation, by=None)
    return {"number": run.alerts.get().pk}


def a_replayable_alert(organisation):
    """An alert whose run tells of standings."""
    with tempfile.TemporaryDirectory() as folder:
        written = standings.write(Path(folder) / "run")
        run = actions.take_in(run_dir=written, organisation=organisation, by=None)
    return {"number": run.alerts.order_by("pk").first().pk}


def a_nodes_file(organisation):
    """The table of accounts around a new alert."""
    return {**an_alert(organisation), "kind": "nodes.csv"}


def a_proposed_alert(organisation):
    """An alert with a proposal by somebody who is nobody of the matrix."""
    found = an_alert(organisation)
    alert = Alert.objects.get(pk=found["number"])
    proposal = Proposal(outcome="refuted", reasons=REASON)
    actions.propose_decision(alert=alert, proposal=proposal, by=_maker(organisation))
    return found


def approval(arguments):
    """The second person's form."""
    decision = Decision.objects.get(alert=arguments["number"])
    return {"decision": decision.pk, "answer": "approve"}


def a_confirmed_alert(organisation):
    """An alert that two people confirmed."""
    found = an_alert(organisation)
    Alert.objects.filter(pk=found["number"]).update(state="confirmed")
    return {"alert": found["number"]}


def a_snooze(arguments):
    """The snooze form, for the typology of the alert."""
    alert = Alert.objects.get(pk=arguments["number"])
    until = queries.today() + timedelta(days=7)
    return {"what": f"typology:{alert.typology}", "until": until.isoformat(), "reason": REASON}


def a_case(organisation):
    """An open case without an owner."""
    case, _made = Case.objects.get_or_create(
        number=f"JGA-2026-9{organisation.pk:05d}",
        defaults={
            "organisation": organisation,
            "key_id": vault.new_key(),
            "kind": "suspicion",
            "opened_from": "abc",
            "opened_by": _maker(organisation),
        },
    )
    return {"number": case.pk}


def an_owner(arguments):
    """The form that names an owner of the case's organisation."""
    case = Case.objects.get(pk=arguments["number"])
    owner = User.objects.create(
        username="pemegang",
        display_name="Pemegang",
        organisation=case.organisation,
        roles=["caseworker"],
    )
    return {"to": owner.pk}


def _maker(organisation):
    return User.objects.get_or_create(
        username=f"pengusul-{organisation.pk}",
        defaults={
            "display_name": "Pengusul",
            "organisation": organisation,
            "roles": ["finance_analyst"],
        },
    )[0]
