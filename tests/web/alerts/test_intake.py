"""Taking a run in: what is added, what a later run may change, and bad folders."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import SimpleNamespace

import pytest
from django.db import connection
from tests.web.alerts import fabricate

from jaga.errors import BadInput
from jaga_web.alerts import actions, snoozing
from jaga_web.alerts.models import Alert, EvidencePayment, Run
from jaga_web.alerts.queries import Wanted, queue, today
from jaga_web.alerts.tokens import is_keyed, keyed
from jaga_web.audit.models import Event
from jaga_web.audit.verify import verify

ROW = fabricate.alert()


def test_same_run_again_adds_nothing(tmp_path, organisation):
    folder = fabricate.write(tmp_path / "run", fabricate.many(10))
    first = actions.take_in(run_dir=folder, organisation=organisation, by=None)
    counts = Alert.objects.count(), EvidencePayment.objects.count(), Event.objects.count()
    again = actions.take_in(run_dir=folder, organisation=organisation, by=None)
    assert again.pk == first.pk
    assert first.added == 10
    assert counts == (10, 120, 1)
    assert (Alert.objects.count(), EvidencePayment.objects.count(), Event.objects.count()) == counts


def test_later_run_renews_an_undecided_alert(taken_in):
    taken_in([ROW])
    taken_in([{**ROW, "score": 99}], evidence=fabricate.payments(ROW, 15))
    alert = Alert.objects.get()
    assert (alert.score, alert.evidence.count(), Run.objects.last().updated) == (99, 15, 1)


def test_a_later_run_with_nothing_new_changes_nothing(taken_in):
    taken_in([ROW])
    assert taken_in([ROW]).updated == 0


def test_an_older_run_taken_in_late_changes_nothing(taken_in):
    taken_in([{**ROW, "score": 99}], run_id="newer", day=20)
    taken_in([ROW], run_id="older", day=2)
    assert Alert.objects.get().score == 99


def test_decided_alert_gets_a_note_and_nothing_else(taken_in, confirmed):
    before = confirmed.score
    row = {**ROW, "score": 99}
    taken_in([row], evidence=fabricate.payments(row, 15))
    confirmed.refresh_from_db()
    assert (confirmed.state, confirmed.score, confirmed.evidence.count()) == (
        "confirmed", before, 12,
    )  # fmt: skip
    assert confirmed.new_evidence_at is not None


def test_decided_alert_without_new_evidence_gets_no_note(taken_in, confirmed):
    taken_in([{**ROW, "score": 99}])
    confirmed.refresh_from_db()
    assert confirmed.new_evidence_at is None


def test_plain_accounts_are_keyed_on_the_way_in(taken_in):
    taken_in([fabricate.alert(subject="0011-2233-44", keyed=False)])
    alert = Alert.objects.get()
    assert is_keyed(alert.subject)
    assert all(
        is_keyed(p.debtor) and is_keyed(p.creditor) and "0011" not in p.debtor + p.creditor
        for p in alert.evidence.all()
    )
    assert alert.evidence.filter(debtor=alert.subject).exists()


def test_one_account_in_two_spellings_is_one_token():
    assert keyed("0011-2233 44", b"k") == keyed("0011223344", b"k")
    assert keyed("A1", b"k") != keyed("B1", b"k")


def test_a_token_the_provider_keyed_is_kept():
    token = fabricate.token("x")
    assert keyed(token, b"other") == keyed(token.upper(), b"other") == token


def test_an_alert_of_a_snoozed_typology_comes_in_as_snoozed(taken_in, person, alert):
    _snooze(alert, "typology", alert.typology, person("finance_analyst"))
    taken_in([fabricate.alert(month=(2026, 11))])
    assert set(Alert.objects.values_list("state", flat=True)) == {"snoozed"}


@pytest.mark.parametrize(
    ("indicator", "state"),
    [("payer_several_receivers", "snoozed"), ("payer_night_payments", "new")],
    ids=["what is left is under the threshold", "what is left still carries"],
)
def test_a_snoozed_indicator_takes_its_weight_away(
    taken_in, person, alert, indicator, state, monkeypatch
):
    # The invented weights are 40, 20 and 20, whatever threshold the rules have today.
    monkeypatch.setattr(snoozing, "typology", lambda name: SimpleNamespace(threshold=60))
    _snooze(alert, "indicator", indicator, person("finance_analyst"))
    taken_in([fabricate.alert(month=(2026, 11))])
    assert Alert.objects.get(window_start__month=11).state == state


def test_a_snooze_does_not_hide_a_proposal_that_waits(taken_in, person, alert):
    analyst = person("finance_analyst")
    proposal = actions.Proposal("refuted", "arisan keluarga yang sudah diperiksa")
    actions.propose_decision(alert=alert, proposal=proposal, by=analyst)
    _snooze(taken_in([fabricate.alert(month=(2026, 11))]).alerts.get(), "typology",
            alert.typology, analyst)  # fmt: skip
    taken_in([ROW], evidence=fabricate.payments(ROW, 15))
    alert.refresh_from_db()
    assert (alert.state, alert.evidence.count()) == ("decided_pending", 15)
    assert alert.new_evidence_at is not None


def test_place_gives_the_region(taken_in):
    taken_in([{**ROW, "place": "31.71.01.1001"}])
    assert Alert.objects.get().region == "31"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda d: shutil.rmtree(d), "folder"),
        (lambda d: (d / "manifest.json").unlink(), "manifest.json"),
        (lambda d: (d / "manifest.json").write_text("{"), "manifest.json"),
        (lambda d: (d / "manifest.json").write_text(json.dumps({"run_id": "x"})), "manifest"),
        (lambda d: (d / "alerts.parquet").write_bytes(b"PAR1"), "alerts.parquet"),
        (lambda d: (d / "evidence.parquet").unlink(), "evidence.parquet"),
        (lambda d: shutil.copy(d / "evidence.parquet", d / "alerts.parquet"), "outcome"),
    ],
)
def test_a_bad_folder_is_refused_in_words_and_leaves_nothing(tmp_path, organisation, spoil, says):
    folder = fabricate.write(tmp_path / "run", [ROW])
    spoil(folder)
    with pytest.raises(BadInput) as refused:
        actions.take_in(run_dir=folder, organisation=organisation, by=None)
    assert says in refused.value.text.en
    assert str(tmp_path) not in refused.value.text.en
    assert not Run.objects.exists()


def test_an_alert_without_reasons_is_refused(tmp_path, organisation):
    folder = fabricate.write(tmp_path / "run", [{**ROW, "reasons": "[]"}])
    with pytest.raises(BadInput):
        actions.take_in(run_dir=folder, organisation=organisation, by=None)


def _snooze(alert, kind, name, by):
    snoozing.snooze(
        alert=alert, kind=kind, name=name, by=by, reason="pembayaran arisan yang sudah diperiksa",
        expires_on=today() + snoozing.timedelta(days=30),
    )  # fmt: skip


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_runs_and_a_snooze_at_once_all_end_well(tmp_path, organisation, taken_in, person):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one writer in at a time; scripts/with_postgres.sh runs this")
    rows = [fabricate.alert(month=(2026, month)) for month in (7, 8, 9, 10)]
    first = taken_in(rows, day=1).alerts.order_by("pk").last()
    by, later = person("finance_analyst"), []
    for number in (2, 3):
        grown = [{**row, "score": row["score"] + number} for row in reversed(rows)]
        later.append(fabricate.write(tmp_path / f"{number}", grown, run_id=f"{number}", day=number))
    acts = [
        *(partial(actions.take_in, run_dir=later[0], organisation=organisation, by=None),) * 2,
        partial(actions.take_in, run_dir=later[1], organisation=organisation, by=None),
        partial(_snooze, first, "typology", first.typology, by),
    ]

    def alone(act):
        try:
            act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        for done in [pool.submit(alone, act) for act in acts]:
            done.result(timeout=60)
    assert Run.objects.count() == 3
    assert set(Alert.objects.values_list("state", flat=True)) == {"snoozed"}
    assert verify() == []


def test_the_queue_shows_what_the_budget_has_room_for(tmp_path, organisation, person):
    folder = fabricate.write(tmp_path / "run", fabricate.many(10))
    manifest = json.loads((folder / "manifest.json").read_text())
    first = fabricate.many(10)[3]["alert_id"]
    manifest["budget"] = {"per_10000_accounts_per_month": 20, "alerts": [first]}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    actions.take_in(run_dir=folder, organisation=organisation, by=None)
    reader = person("finance_analyst")
    assert [alert.alert_id for alert in queue(reader, Wanted())] == [first]
    assert queue(reader, Wanted(beyond=True)).count() == 10
    Alert.objects.filter(in_budget=False).update(assigned_to=reader)
    assert queue(reader, Wanted(mine=True)).count() == 9
