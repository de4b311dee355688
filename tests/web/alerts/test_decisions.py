"""Decisions take two people; snoozes end; nobody reaches another organisation's alerts."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from tests.web.alerts.conftest import SOUND

from jaga.errors import BadInput
from jaga.screening.indicators import INDICATORS
from jaga_web.alerts import actions, queries, snoozing
from jaga_web.alerts.models import Decision, Snooze
from jaga_web.audit.models import Event

REASON = "pembayaran arisan yang sudah diperiksa"


def propose(alert, by, **changes):
    return actions.propose_decision(alert=alert, proposal=replace(SOUND, **changes), by=by)


def test_two_people_decide(alert, person, rule_out):
    maker, checker = person("finance_analyst"), person("supervisor")
    rule_out(alert, maker)
    decision = propose(alert, maker)
    alert.refresh_from_db()
    assert alert.state == "decided_pending"
    actions.approve(decision=decision, by=checker)
    alert.refresh_from_db()
    assert alert.state == "confirmed"
    verbs = list(Event.objects.order_by("seq").values_list("verb", flat=True))
    assert verbs[-2:] == ["alerts.decision_proposed", "alerts.decision_approved"]


def test_nobody_approves_or_returns_their_own(alert, person):
    supervisor = person("supervisor")
    decision = propose(alert, supervisor, outcome="refuted")
    for act in (actions.approve, actions.return_decision):
        with pytest.raises(PermissionDenied):
            act(decision=decision, by=supervisor, note=REASON)


def test_the_database_too_refuses_one_person_in_both_parts(alert, person):
    supervisor = person("supervisor")
    decision = propose(alert, supervisor, outcome="refuted")
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).update(checker=supervisor)


def test_an_analyst_does_not_confirm(alert, person):
    decision = propose(alert, person("supervisor"), outcome="refuted")
    with pytest.raises(PermissionDenied):
        actions.approve(decision=decision, by=person("finance_analyst"))


def test_a_returned_decision_needs_a_reason_and_opens_the_alert_again(alert, person):
    decision = propose(alert, person("finance_analyst"), outcome="inconclusive")
    with pytest.raises(BadInput):
        actions.return_decision(decision=decision, by=person("supervisor"), note=" ")
    actions.return_decision(decision=decision, by=person("supervisor"), note=REASON)
    alert.refresh_from_db()
    assert alert.state == "in_review"


def test_a_decision_is_answered_once(alert, person):
    decision = propose(alert, person("finance_analyst"), outcome="refuted")
    actions.approve(decision=decision, by=person("supervisor"))
    with pytest.raises(BadInput):
        actions.approve(decision=decision, by=person("supervisor"))


def test_confirmation_asks_for_every_innocent_explanation(alert, person, rule_out):
    maker = person("finance_analyst")
    with pytest.raises(BadInput):
        propose(alert, maker)
    rule_out(alert, maker)
    name = next(iter(actions.listed_look_alikes(alert)))
    actions.check_look_alike(alert=alert, look_alike=name, verdict="applies", by=maker)
    with pytest.raises(BadInput):
        propose(alert, maker)
    assert propose(alert, maker, outcome="refuted").state == "proposed"


def test_the_likeliest_explanations_come_first_and_the_others_may_stay_unanswered(
    alert, person, monkeypatch
):
    maker = person("finance_analyst")
    fired = [reason for reason in alert.reasons if reason["answer"] == "fired"]
    heaviest = max(fired, key=lambda reason: reason["weight"])
    listed = list(actions.listed_look_alikes(alert))
    assert listed[0] in {each.name for each in INDICATORS[heaviest["indicator"]].look_alikes}
    monkeypatch.setattr(actions, "MUST_ANSWER", 1)
    assert actions.required_look_alikes(alert) == listed[:1]
    actions.check_look_alike(alert=alert, look_alike=listed[0], verdict="ruled_out", by=maker)
    actions.check_look_alike(alert=alert, look_alike=listed[-1], verdict="applies", by=maker)
    with pytest.raises(BadInput):
        propose(alert, maker)
    actions.check_look_alike(alert=alert, look_alike=listed[-1], verdict="unclear", by=maker)
    assert propose(alert, maker).state == "proposed"


@pytest.mark.parametrize("changes", [{"age_checked": False}, {"age_how": ""}, {"reasons": "ya"}])
def test_confirming_a_suspicion_asks_that_age_was_checked_and_how(alert, person, rule_out, changes):
    rule_out(alert, person("finance_analyst"))
    with pytest.raises(BadInput):
        propose(alert, person("finance_analyst"), **changes)


def test_confirming_a_protection_asks_for_safeguarding_and_not_for_age(
    child_alert, person, rule_out
):
    maker = person("finance_analyst")
    rule_out(child_alert, maker)
    with pytest.raises(BadInput):
        propose(child_alert, maker, age_checked=False, age_how="")
    decision = propose(child_alert, maker, age_checked=False, safeguarding="hubungi UPTD dulu")
    assert decision.outcome == "confirmed"


def test_free_text_is_sealed_in_the_database(alert, person):
    propose(alert, person("finance_analyst"), outcome="refuted")
    with connection.cursor() as cursor:
        cursor.execute("SELECT reasons FROM alerts_decision")
        stored = bytes(cursor.fetchone()[0])
    assert b"penerima" not in stored


def test_another_organisation_reaches_nothing(alert, person, other_organisation):
    outsider = person("supervisor", organisation=other_organisation)
    assert not queries.visible(outsider).exists()
    for act in (
        lambda: actions.assign(alert=alert, to=None, by=outsider),
        lambda: propose(alert, outsider, outcome="refuted"),
        lambda: actions.mark_handed_over(alert=alert, case_number="x", by=outsider),
        lambda: snooze(alert, outsider),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_region_limits_what_is_seen(alert, person):
    alert.region = "31"
    alert.save()
    assert queries.visible(person("supervisor", regions=["31"], name="jakarta")).exists()
    elsewhere = person("supervisor", regions=["51"], name="bali")
    assert not queries.visible(elsewhere).exists()
    with pytest.raises(PermissionDenied):
        actions.assign(alert=alert, to=None, by=elsewhere)


def test_assigning_starts_the_review_and_stays_inside(alert, person, other_organisation):
    analyst = person("finance_analyst")
    actions.assign(alert=alert, to=analyst, by=analyst)
    alert.refresh_from_db()
    assert (alert.state, alert.assigned_to) == ("in_review", analyst)
    for stranger in (person("director"), person("supervisor", organisation=other_organisation)):
        with pytest.raises(BadInput):
            actions.assign(alert=alert, to=stranger, by=analyst)


def snooze(alert, by, days=30, **changes):
    options = {"kind": "typology", "name": alert.typology, "reason": REASON, **changes}
    return snoozing.snooze(
        alert=alert, by=by, expires_on=queries.today() + timedelta(days=days), **options
    )


def test_a_snooze_hides_until_it_expires(alert, person, monkeypatch):
    analyst = person("finance_analyst")
    snooze(alert, analyst, days=30)
    open_alerts = queries.queue(analyst, queries.Wanted())
    assert not open_alerts.exists()
    later = queries.today() + timedelta(days=31)
    monkeypatch.setattr(queries, "today", lambda: later)
    assert queries.queue(analyst, queries.Wanted()).get().shown_state == "new"


def test_unsnoozing_gives_it_back(alert, person):
    analyst = person("finance_analyst")
    snooze(alert, analyst)
    snoozing.unsnooze(alert=alert, by=analyst)
    alert.refresh_from_db()
    assert (alert.state, Snooze.objects.get().ended_at is None) == ("new", False)


@pytest.mark.parametrize("days", [0, 181])
def test_a_snooze_ends_within_its_bounds(alert, person, days):
    with pytest.raises(BadInput):
        snooze(alert, person("finance_analyst"), days=days)


def test_a_child_is_looked_at_again_within_a_month(child_alert, person):
    with pytest.raises(BadInput):
        snooze(child_alert, person("finance_analyst"), days=31)


@pytest.mark.parametrize("changes", [{"name": "no_such"}, {"kind": "x"}, {"reason": "ya"}])
def test_a_snooze_names_what_fired_and_why(alert, person, changes):
    with pytest.raises(BadInput):
        snooze(alert, person("finance_analyst"), **changes)
