"""Reads leave a trace, once a day each; a snooze reaches the account's other new alerts."""

from datetime import timedelta

from django.urls import reverse
from tests.web.alerts import fabricate

from jaga_web.alerts import actions, queries, snoozing
from jaga_web.alerts.models import Alert, Snooze
from jaga_web.audit.models import Event
from jaga_web.audit.verify import verify
from jaga_web.cases.models import Case


def test_a_read_of_an_alert_is_logged_once_a_day_for_each_person(alert, signed_in, monkeypatch):
    address = reverse("alerts:page", args=[alert.pk])
    analyst, supervisor = signed_in("finance_analyst"), signed_in("supervisor")
    for _ in range(3):
        analyst.get(address)
        analyst.get(f"{address}timeline.svg")
        analyst.post(reverse("alerts:propose", args=[alert.pk]), {})
    supervisor.get(f"{address}timeline.svg")
    reads = Event.objects.filter(verb="alerts.read", subject=f"alert:{alert.pk}")
    assert reads.count() == 2
    assert reads.values("actor_id").distinct().count() == 2
    tomorrow = queries.day_began() + timedelta(days=1)
    monkeypatch.setattr(actions, "day_began", lambda: tomorrow)
    analyst.get(address)
    assert reads.count() == 3
    assert verify() == []
    assert "Membaca peringatan" not in analyst.get(address).content.decode()
    assert "Membaca peringatan" in supervisor.get("/audit/").content.decode()


def test_a_refused_reader_leaves_no_read(alert, signed_in, person, other_organisation):
    address = reverse("alerts:page", args=[alert.pk])
    signed_in("director").get(address)
    signed_in("supervisor", organisation=other_organisation).get(address)
    assert not Event.objects.filter(verb="alerts.read").exists()


def test_a_read_of_a_case_is_logged(confirmed, signed_in):
    client = signed_in("supervisor")
    client.post(reverse("cases:open", args=[confirmed.pk]))
    address = reverse("cases:page", args=[Case.objects.get().pk])
    client.get(address)
    client.get(address)
    assert Event.objects.filter(verb="cases.read").count() == 1


def snooze(alert, by, days=60):
    until = queries.today() + timedelta(days=days)
    return snoozing.snooze(
        alert=alert,
        kind="typology",
        name=alert.typology,
        reason="Arisan keluarga besar sejak 2019.",
        expires_on=until,
        by=by,
    )


def test_a_snooze_puts_the_accounts_other_new_alerts_of_that_kind_to_sleep(taken_in, person):
    rows = [fabricate.alert(month=(2026, month)) for month in (8, 9, 10)]
    rows += [fabricate.alert("facilitator_gather_split"), fabricate.alert(subject="akun lain")]
    first, second, reviewed, other_kind, other_account = taken_in(rows).alerts.order_by("rank")
    by = person("finance_analyst")
    actions.assign(alert=reviewed, to=by, by=by)
    snooze(first, by)
    states = dict(Alert.objects.values_list("rank", "state"))
    assert states == {1: "snoozed", 2: "snoozed", 3: "in_review", 4: "new", 5: "new"}
    assert Event.objects.get(verb="alerts.snoozed").detail["asleep"] == 2
    snoozing.unsnooze(alert=second, by=by)
    states = dict(Alert.objects.values_list("rank", "state"))
    assert states == {1: "new", 2: "new", 3: "in_review", 4: "new", 5: "new"}
    assert not Snooze.objects.filter(ended_at__isnull=True).exists()


def test_a_long_snooze_holds_a_childs_alert_for_a_month_at_most(taken_in, person):
    adult, child = taken_in(
        [fabricate.alert(), fabricate.alert(month=(2026, 9), outcome="protection")]
    ).alerts.order_by("rank")
    snooze(adult, person("finance_analyst"), days=150)
    child.refresh_from_db()
    assert child.state == "snoozed"
    assert child.snoozed_until == queries.today() + timedelta(days=30)
