"""A queue with invented alerts, taken in as any run would be."""

import pytest
from tests.web.alerts import fabricate

from jaga_web.alerts import actions
from jaga_web.alerts.actions import Proposal


@pytest.fixture
def taken_in(tmp_path, organisation):
    """taken_in([rows…], organisation=…): the Run, and its alerts by subject name."""
    numbers = iter(range(1, 28))

    def make(rows=None, organisation=organisation, by=None, **options):
        day = next(numbers)
        options = {"run_id": f"run-{day}", "day": day, **options}
        folder = fabricate.write(
            tmp_path / options["run_id"], rows or [fabricate.alert()], **options
        )
        return actions.take_in(run_dir=folder, organisation=organisation, by=by)

    return make


@pytest.fixture
def alert(taken_in):
    """One new alert of suspicion."""
    return taken_in().alerts.get()


@pytest.fixture
def child_alert(taken_in):
    """One new alert of protection."""
    return taken_in([fabricate.alert("child_extortion_burst", "akun anak")]).alerts.get()


@pytest.fixture
def rule_out():
    """rule_out(alert, by): every innocent explanation answered as ruled out."""

    def answer(alert, by):
        for name in actions.listed_look_alikes(alert):
            actions.check_look_alike(alert=alert, look_alike=name, verdict="ruled_out", by=by)

    return answer


@pytest.fixture
def confirmed(alert, person, rule_out):
    """The alert after two people have confirmed it."""
    maker, checker = person("finance_analyst"), person("supervisor")
    rule_out(alert, maker)
    decision = actions.propose_decision(alert=alert, proposal=SOUND, by=maker)
    actions.approve(decision=decision, by=checker)
    alert.refresh_from_db()
    return alert


SOUND = Proposal(
    outcome="confirmed",
    reasons="Lima penerima tidak saling terkait dan semua malam hari.",
    age_checked=True,
    age_how="tanggal lahir pada data nasabah",
)
