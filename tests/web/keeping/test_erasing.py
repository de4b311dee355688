"""Asking, deciding, holding and erasing: by two people, never against a hold, and completely."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from tests.web.keeping.filled import fill

from jaga.casework.retention import CASE
from jaga.errors import BadInput
from jaga_web import vault
from jaga_web.audit.models import Event
from jaga_web.audit.verify import verify
from jaga_web.cases.models import Case, Conflict, Entry
from jaga_web.keeping import actions, erasing, queries, reach
from jaga_web.keeping.models import Destruction, Erasure, Hold, Tombstone

WHY = "Anak meminta agar kasusnya dihapus."


def in_days(days: int):
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def asked(case, worker):
    return actions.request_erasure(case=case, why="wish", words=WHY, by=worker)


@pytest.fixture
def approve(custodian, django_capture_on_commit_callbacks):
    """approve(request): with what follows the commit."""

    def act(erasure, by=custodian, number=""):
        with django_capture_on_commit_callbacks(execute=True):
            return actions.approve_erasure(
                erasure=erasure, number=number or erasure.case.number, by=by
            )

    return act


@pytest.fixture
def long_closed(case):
    """A case whose time of keeping is over."""
    past = timezone.now() - timedelta(days=CASE.days + 10)
    Case.objects.filter(pk=case.pk).update(status="closed", opened_at=past, closed_at=past)
    case.refresh_from_db()
    return case


def test_two_people_erase_a_case_and_a_stone_remains(case, planted, worker, custodian, approve):
    asked = actions.request_erasure(case=case, why="wish", words=WHY, by=worker)
    expected = sum(len(rows) for rows in reach.rows(case).values())
    stone = approve(asked)
    assert reach.rows(case) == {}
    assert not vault.has_key(case.key_id)
    assert (stone.case_number, stone.rows) == (case.number, expected)
    assert (stone.asked_by, stone.approved_by) == (worker, custodian)
    assert Destruction.objects.get().done_at is not None
    verbs = list(Event.objects.order_by("seq").values_list("verb", flat=True))
    assert verbs[-3:] == [
        "keeping.erasure_approved", "keeping.case_erased", "keeping.key_destroyed",
    ]  # fmt: skip
    assert verify([]) == []


def test_another_case_is_left_alone(case, organisation, worker, asked, approve):
    from jaga_web.cases.actions import open_case

    other = open_case(organisation=organisation, source="direct", by=worker)
    words = fill(other, worker)
    fill(case, worker)
    before = reach.rows(other)
    approve(asked)
    assert reach.rows(other) == before
    assert Entry.objects.get(case=other).value == words["cases.Entry.value"]


def test_nobody_approves_their_own_request_not_even_in_the_database(case, person, approve):
    both = person("caseworker", "custodian", name="keduanya")
    case.owner = both
    case.save()
    mine = actions.request_erasure(case=case, why="wish", words=WHY, by=both)
    with pytest.raises(PermissionDenied):
        approve(mine, by=both)
    with pytest.raises(IntegrityError), transaction.atomic():
        Erasure.objects.filter(pk=mine.pk).update(decided_by=both)
    with pytest.raises(IntegrityError), transaction.atomic():
        Tombstone.objects.create(
            case_number="X", case_row=1, organisation=case.organisation, rows=1, why="wish",
            opened_on=in_days(0), rule="case", rule_days=1, asked_by=both, approved_by=both,
            approved_at=timezone.now(),
        )  # fmt: skip


def test_the_number_is_typed_by_hand_and_must_be_right(asked, approve):
    with pytest.raises(BadInput, match="not this case"):
        approve(asked, number="JGA-2026-999999")
    assert Case.objects.count() == 1


@pytest.mark.parametrize("role", ["caseworker", "supervisor", "administrator"])
def test_only_a_custodian_of_the_organisation_decides(asked, approve, person, role):
    with pytest.raises(PermissionDenied):
        approve(asked, by=person(role, name=f"bukan-{role}"))


def test_a_custodian_elsewhere_or_in_conflict_may_not(
    asked, approve, person, custodian, other_organisation
):
    with pytest.raises(PermissionDenied):
        approve(asked, by=person("custodian", organisation=other_organisation))
    Conflict.objects.create(case=asked.case, person=custodian, reason_code="x", by=asked.asked_by)
    assert not queries.requests(custodian).exists()
    with pytest.raises(PermissionDenied):
        approve(asked)


def test_a_hold_stops_approval_until_it_is_lifted_or_over(case, asked, supervisor, approve):
    held = actions.hold(case=case, reason="court_order", until=in_days(30), note="", by=supervisor)
    with pytest.raises(BadInput, match="holds this case until"):
        approve(asked)
    Hold.objects.filter(pk=held.pk).update(until=in_days(-1))
    assert queries.holds_to_review(supervisor) == [held]
    actions.review_hold(hold=held, until=in_days(20), by=supervisor)
    with pytest.raises(BadInput):
        approve(asked)
    actions.lift_hold(hold=held, by=supervisor)
    with pytest.raises(BadInput, match="lifted already"):
        actions.lift_hold(hold=held, by=supervisor)
    assert approve(asked) is not None


@pytest.mark.parametrize(("reason", "days"), [("", 5), ("court_order", 0), ("court_order", 366)])
def test_a_hold_needs_a_reason_in_law_and_a_day_within_a_year(case, supervisor, reason, days):
    with pytest.raises(BadInput):
        actions.hold(case=case, reason=reason, until=in_days(days), note="", by=supervisor)


def test_one_request_at_a_time_and_a_returned_one_may_come_again(
    case, worker, custodian, asked, approve
):
    with pytest.raises(BadInput, match="already"):
        actions.request_erasure(case=case, why="wish", words=WHY, by=worker)
    actions.return_erasure(erasure=asked, note="Keluarga masih meminta bantuan.", by=custodian)
    with pytest.raises(BadInput, match="decided already"):
        approve(asked)
    assert queries.returned(case).pk == asked.pk
    actions.request_erasure(case=case, why="mistake", words=WHY, by=worker)


def test_the_reporters_own_wish_needs_no_account(case, approve):
    asked = actions.request_erasure(case=case, why="reporter", by=None)
    assert approve(asked).asked_by is None


def test_staff_do_not_ask_in_the_reporters_name(case, worker):
    with pytest.raises(BadInput):
        actions.request_erasure(case=case, why="reporter", words=WHY, by=worker)
    with pytest.raises(BadInput):
        actions.request_erasure(case=case, why="wish", words=WHY, by=None)


def test_time_runs_from_the_last_act_and_activity_postpones(long_closed, worker, supervisor):
    first = queries.due_on(long_closed)
    assert first is not None
    assert first < timezone.localdate()
    assert [one.case for one in queries.due(supervisor)] == [long_closed]
    Entry.objects.create(case=long_closed, by=worker, section="a", name="b", version=1, value="x")
    assert queries.due_on(long_closed) == in_days(CASE.days)
    assert queries.due(supervisor) == []


def test_asking_holding_and_reading_are_no_activity(long_closed, worker, supervisor):
    before = queries.due_on(long_closed)
    actions.hold(case=long_closed, reason="complaint", until=in_days(3), note="x", by=supervisor)
    actions.request_erasure(case=long_closed, why="retention", words=WHY, by=worker)
    assert queries.due_on(long_closed) == before


def test_a_supervisor_postpones_with_a_reason(long_closed, worker, supervisor):
    with pytest.raises(PermissionDenied):
        actions.postpone(case=long_closed, until=in_days(60), reason=WHY, by=worker)
    with pytest.raises(BadInput):
        actions.postpone(case=long_closed, until=in_days(60), reason="x", by=supervisor)
    actions.postpone(case=long_closed, until=in_days(60), reason=WHY, by=supervisor)
    assert queries.due_on(long_closed) == in_days(60)
    assert queries.due(supervisor) == []
    with pytest.raises(BadInput, match="not over"):
        actions.request_erasure(case=long_closed, why="retention", words=WHY, by=worker)


def test_an_open_case_is_never_due(case, worker, supervisor):
    assert queries.due_on(case) is None
    with pytest.raises(BadInput, match="open still"):
        actions.request_erasure(case=case, why="retention", words=WHY, by=worker)


def test_the_nightly_command_erases_what_was_approved_and_nothing_else(
    long_closed, worker, supervisor, approve, capsys, django_capture_on_commit_callbacks
):
    """Approved for a day that is to come: it waits, and activity or a hold make it wait longer."""
    actions.postpone(case=long_closed, until=in_days(10), reason=WHY, by=supervisor)
    asked = actions.request_erasure(case=long_closed, why="retention", words=WHY, by=worker)
    assert asked.not_before == in_days(10)
    call_command("erase_due")
    assert approve(asked) is None
    call_command("erase_due")
    assert Case.objects.exists()
    Erasure.objects.update(not_before=in_days(0))
    call_command("erase_due")
    assert Case.objects.exists()
    assert Erasure.objects.get().not_before == in_days(10)
    long_closed.postponements.update(until=in_days(0))
    Erasure.objects.update(not_before=in_days(0))
    held = actions.hold(
        case=long_closed, reason="restitution", until=in_days(3), note="", by=supervisor
    )
    call_command("erase_due")
    assert "erased 0, waiting 1" in capsys.readouterr().out
    actions.lift_hold(hold=held, by=supervisor)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("erase_due")
    assert "erased 1, waiting 0" in capsys.readouterr().out
    assert not Case.objects.exists()
    assert Event.objects.get(verb="keeping.case_erased").actor_id is None


def test_keys_of_higher_rooms_go_too(asked, approve, monkeypatch):
    report_key = vault.new_key()
    monkeypatch.setattr(erasing, "BEFORE", [lambda case: [report_key]])
    approve(asked)
    assert not vault.has_key(report_key)


def test_the_stone_tells_no_content(case, asked, approve, signed_in):
    planted = fill(case, asked.asked_by)
    approve(asked)
    page = signed_in("custodian", name="penjaga").get(reverse("keeping:requests"))
    text = page.content.decode() + repr(list(Tombstone.objects.values()))
    text += repr(list(Event.objects.values()))
    assert case.number in text
    assert not [words for words in planted.values() if words in text]


def test_the_pages_of_an_erased_case_do_not_exist(case, asked, approve, signed_in):
    client = signed_in("caseworker", name="pekerja")
    address = reverse("keeping:case", args=[case.pk])
    assert client.get(address).status_code == 200
    approve(asked)
    assert client.get(address).status_code == 404
