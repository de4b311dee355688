"""Money paths on the site: followed at intake, else of the evidence; downloads on record."""

import csv
import io
import json
import re
import shutil

import pytest
from django.urls import reverse
from tests import small_country
from tests.web.alerts import fabricate

from jaga_web.alerts import actions, money, tokens
from jaga_web.alerts.models import Alert, MoneyNetwork, MoneyParty
from jaga_web.audit.models import Event


@pytest.fixture(scope="module")
def run_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("money")
    world = small_country.build(folder / "world")
    small_country.screened([world / "payments.csv.gz"], folder / "run", world / "accounts.csv")
    return folder / "run"


@pytest.fixture
def run(run_dir, organisation):
    return actions.take_in(run_dir=run_dir, organisation=organisation, by=None)


@pytest.fixture
def analyst(signed_in):
    return signed_in("finance_analyst")


def page(client, alert, **query):
    response = client.get(reverse("alerts:network", args=[alert.pk]), query)
    assert response.status_code == 200
    return response


def file(client, alert, kind):
    return client.get(reverse("alerts:network_file", args=[alert.pk, kind]))


def test_each_budgeted_alert_gets_a_network_and_the_second_time_adds_nothing(
    run, run_dir, organisation
):
    budgeted = set(run.alerts.filter(in_budget=True).values_list("pk", flat=True))
    assert budgeted
    assert set(MoneyNetwork.objects.values_list("alert_id", flat=True)) == budgeted
    event = Event.objects.get(verb="alerts.money_followed")
    assert event.detail == {"added": len(budgeted)}
    before = MoneyParty.objects.count()
    actions.take_in(run_dir=run_dir, organisation=organisation, by=None)
    assert MoneyParty.objects.count() == before
    assert Event.objects.filter(verb="alerts.money_followed").count() == 1


def test_what_is_stored_holds_keyed_tokens_alone_and_begins_with_the_subject(run):
    assert all(map(tokens.is_keyed, MoneyParty.objects.values_list("token", flat=True)))
    for held in MoneyNetwork.objects.select_related("alert"):
        assert held.parties.get(number=1).token == held.alert.subject
        assert held.parties.count() <= held.max_nodes
        assert held.parties.get(number=1).protected or not held.alert.is_protection


def test_a_protected_account_has_no_flow(run):
    protected = MoneyParty.objects.filter(protected=True)
    assert protected
    assert not protected.filter(came_idr__isnull=False)


def test_one_hop_shows_the_subjects_own_ties_and_two_hops_more(run, analyst):
    alert = max(
        (m.alert for m in MoneyNetwork.objects.all()), key=lambda a: a.money.parties.count()
    )
    near, far = (page(analyst, alert, hops=h).context["network"] for h in ("1", "2"))
    assert all(1 in (tie.debtor, tie.creditor) for tie in near.ties)
    assert {p.token for p in near.parties} < {p.token for p in far.parties}
    assert len(page(analyst, alert, hops="9").context["network"].parties) == len(far.parties)


def test_beyond_the_budget_the_evidence_is_drawn_and_the_page_says_so(run, analyst):
    alert = run.alerts.filter(in_budget=False).first() or run.alerts.first()
    MoneyNetwork.objects.filter(alert=alert).delete()
    response = page(analyst, alert)
    assert not response.context["found"].stored
    assert "Digambar dari pembayaran bukti saja" in response.content.decode()
    shown = {party.token for party in response.context["network"].parties}
    evidence = alert.evidence.all()
    assert shown <= {p.debtor for p in evidence} | {p.creditor for p in evidence}


def test_a_run_without_its_ledger_is_taken_in_all_the_same(taken_in):
    assert taken_in().alerts.count() == 1
    assert not MoneyNetwork.objects.exists()


def test_a_damaged_ledger_does_not_keep_the_alerts_out(taken_in, tmp_path, organisation):
    folder = fabricate.write(tmp_path / "run", [fabricate.alert()])
    (folder / "ledger").mkdir()
    (folder / "ledger" / "manifest.json").write_text("{")
    run = actions.take_in(run_dir=folder, organisation=organisation, by=None)
    assert run.alerts.count() == 1
    assert not MoneyNetwork.objects.exists()


def test_a_day_file_cut_short_leaves_the_alerts_with_their_evidence(
    run_dir, tmp_path, organisation, analyst
):
    broken = tmp_path / "broken"
    shutil.copytree(run_dir, broken)
    for day in (broken / "ledger" / "days").glob("*.parquet"):
        day.write_bytes(day.read_bytes()[:-20])
    run = actions.take_in(run_dir=broken, organisation=organisation, by=None)
    assert not MoneyNetwork.objects.exists()
    assert not page(analyst, run.alerts.first()).context["found"].stored


def test_a_later_run_that_renews_an_alert_renews_its_network(run, run_dir, tmp_path, organisation):
    held = MoneyNetwork.objects.select_related("alert").first()
    later = tmp_path / "later"
    shutil.copytree(run_dir, later)
    manifest = json.loads((later / "manifest.json").read_text())
    manifest |= {"run_id": "later", "finished_at": "2031-01-01T00:00:00+07:00"}
    (later / "manifest.json").write_text(json.dumps(manifest))
    Alert.objects.filter(pk=held.alert_id).update(score=1)
    actions.take_in(run_dir=later, organisation=organisation, by=None)
    again = MoneyNetwork.objects.get(alert=held.alert_id)
    assert again.run.run_id == "later"
    assert again.pk != held.pk
    assert again.parties.get(number=1).token == held.alert.subject


def test_the_alert_page_shows_the_small_picture_and_leads_to_the_page(run, analyst):
    alert = MoneyNetwork.objects.first().alert
    shown = analyst.get(reverse("alerts:page", args=[alert.pk])).content.decode()
    assert reverse("alerts:network", args=[alert.pk]) in shown
    assert 'id="small-title"' in shown
    assert "style=" not in shown


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        ("network.svg", b"<svg"),
        ("network.graphml", b"<?xml"),
        ("nodes.csv", b"number,account"),
        ("edges.csv", b"from_number,"),
    ],
)
def test_downloads_are_recorded_with_their_kind_and_never_inline(alert, analyst, kind, begins):
    response = file(analyst, alert, kind)
    assert response.content.startswith(begins)
    assert response["Content-Disposition"].startswith("attachment;")
    event = Event.objects.get(verb="alerts.network_exported")
    assert (event.subject, event.detail["kind"]) == (f"alert:{alert.pk}", kind)
    assert event.detail["rows"] == 7


def test_a_file_of_another_name_is_not_there(alert, analyst):
    assert file(analyst, alert, "manifest.json").status_code == 404


def test_the_tables_name_every_account_of_the_picture(alert, analyst):
    rows = list(csv.DictReader(io.StringIO(file(analyst, alert, "nodes.csv").content.decode())))
    shown = page(analyst, alert).content.decode()
    assert [row["account"] for row in rows] == re.findall(r'<code title="(v1:[^"]+)"', shown)


def test_alerts_that_one_may_not_see_are_not_counted_in_the_picture(taken_in, alert, person):
    taken_in([fabricate.alert("facilitator_gather_split", f"lawan {alert.subject[-4:]} 0")])
    other = alert.evidence.first().creditor
    Alert.objects.filter(subject=other).update(region="73")
    user = person("finance_analyst", name="setempat", regions=["31"])
    found = money.around(alert, user).network
    assert {party.alerts for party in found.parties if party.token == other} == {0}
    everywhere = money.around(alert, person("finance_analyst", name="semua")).network
    assert {party.alerts for party in everywhere.parties if party.token == other} == {1}
