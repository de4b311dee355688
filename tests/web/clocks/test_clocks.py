"""Starting, pausing, finishing and handing over clocks."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from jaga.casework.deadline_rows import DEADLINES
from jaga.errors import BadInput
from jaga_web import vault
from jaga_web.access import PERMISSIONS
from jaga_web.audit.models import Event
from jaga_web.clocks import actions, queries, words
from jaga_web.clocks.models import Clock

AT = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)


@pytest.fixture
def begin(organisation, person):
    """begin(rule, …): a clock that the caseworker owns."""

    def make(rule="first_contact_medium", subject="case:1", started_at=AT, **fields) -> Clock:
        fields.setdefault("owner", person("caseworker"))
        return actions.start(
            organisation=organisation,
            subject=subject,
            key=vault.new_key(),
            rule=rule,
            started_at=started_at,
            by=person("caseworker"),
            **fields,
        )

    return make


def test_every_row_names_permissions_that_exist():
    named = {row.owner for row in DEADLINES.values()} | {
        step.permission for row in DEADLINES.values() for step in row.steps
    }
    assert named <= set(PERMISSIONS)


def test_the_same_start_twice_is_one_clock(begin):
    first, second = begin(), begin()
    assert first == second
    assert Event.objects.filter(verb="clocks.started").count() == 1
    assert begin(started_at=AT + timedelta(seconds=1)) != first


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])
def test_exact_hours_whatever_the_zone(begin, zone):
    assert begin("police_report_tpks41", zone=zone).due_at == AT + timedelta(hours=72)


def test_a_clock_nobody_defined_is_refused(begin):
    for fields in ({"rule": "unheard_of"}, {"zone": "Europe/Paris"}, {"due_on": date(2027, 1, 1)}):
        with pytest.raises(ValueError, match="no clock"):
            begin(**fields)
    with pytest.raises(ValueError, match="no clock"):
        begin("case_review")
    assert begin("case_review", due_on=date(2026, 12, 1)).due_at.day == 1


def test_finishing_late_keeps_lateness_for_ever(begin, person):
    clock = begin(started_at=timezone.now() - timedelta(hours=9, minutes=30))
    ended = actions.finish(clock=clock, evidence="Kontak pertama UJI", by=person("caseworker"))
    assert ended.late_hours == 4
    assert Event.objects.get(verb="clocks.finished").detail["late"] == 4
    assert Clock.objects.get(pk=clock.pk).evidence == "Kontak pertama UJI"
    assert queries.due(person("caseworker")).count() == 0
    with pytest.raises(BadInput, match="ended already"):
        actions.finish(clock=clock, evidence="sekali lagi", by=person("caseworker"))


def test_finishing_needs_evidence(begin, person):
    with pytest.raises(BadInput, match="evidence"):
        actions.finish(clock=begin(), evidence=" ", by=person("caseworker"))


def test_a_pause_moves_the_due_time_by_exactly_its_length(begin, person):
    clock, by = begin(), person("caseworker")
    due = clock.due_at
    held = actions.pause(clock=clock, reason="unsafe_to_contact", by=by)
    with pytest.raises(BadInput, match="paused already"):
        actions.pause(clock=clock, reason="unsafe_to_contact", by=by)
    actions.resume(clock=clock, by=by)
    held.refresh_from_db()
    assert Clock.objects.get(pk=clock.pk).due_at - due == held.ended_at - held.began_at
    with pytest.raises(BadInput, match="not paused"):
        actions.resume(clock=clock, by=by)


def test_while_a_clock_is_paused_its_time_stands_still(begin, person):
    started = timezone.now() - timedelta(hours=5)
    clock, by = begin(started_at=started), person("caseworker")
    held = actions.pause(clock=clock, reason="unsafe_to_contact", by=by)
    held.began_at -= timedelta(hours=2)
    held.save(update_fields=["began_at"])
    clock.refresh_from_db()
    assert clock.stands_at == held.began_at
    assert clock.used == 50
    assert words.state(clock).word == "dijeda"


def test_finishing_a_paused_clock_ends_the_pause(begin, person):
    clock, by = begin("case_review", due_on=date(2026, 12, 1)), person("caseworker")
    held = actions.pause(clock=clock, reason="child_asked_to_wait", by=by)
    before = clock.due_at
    ended = actions.finish(clock=clock, evidence="Tinjauan UJI", by=by)
    held.refresh_from_db()
    assert ended.due_at - before == held.ended_at - held.began_at


def test_the_hours_of_a_law_cannot_be_paused(begin, person):
    clock = begin("police_report_tpks41")
    with pytest.raises(BadInput, match="cannot be paused"):
        actions.pause(clock=clock, reason="unsafe_to_contact", by=person("caseworker"))
    with pytest.raises(BadInput, match="from the list"):
        actions.pause(clock=begin(), reason="waiting_for_complainant", by=person("caseworker"))


def test_an_act_elsewhere_ends_the_clocks_of_its_rule(begin, person):
    begin()
    begin(started_at=AT + timedelta(hours=1))
    begin("outreach")
    ended = actions.finish_of(
        subject="case:1", rule="first_contact_medium", evidence="UJI", by=person("legal_officer")
    )
    assert ended == 2
    assert [clock.rule for clock in queries.due(person("caseworker"))] == ["outreach"]


def test_only_the_owner_and_those_who_lead_may_change(begin, person, other_organisation):
    clock = begin()
    for user in (
        person("caseworker", name="rekan"),
        person("supervisor", organisation=other_organisation),
    ):
        with pytest.raises(PermissionDenied):
            actions.finish(clock=clock, evidence="UJI coba", by=user)
    actions.finish(clock=clock, evidence="UJI coba", by=person("supervisor"))


def test_an_escalated_clock_stands_in_that_persons_list(begin, person, other_organisation):
    clock, colleague = begin(), person("caseworker", name="rekan")
    assert not queries.due(colleague).exists()
    actions.escalate(clock=clock, to=colleague, by=person("caseworker"))
    actions.escalate(clock=clock, to=colleague, by=person("caseworker"))
    assert list(queries.due(colleague)) == [clock]
    assert Event.objects.filter(verb="clocks.escalated").count() == 1
    stranger = person("supervisor", organisation=other_organisation)
    with pytest.raises(PermissionDenied):
        actions.escalate(clock=clock, to=stranger, by=person("caseworker"))


def test_handing_over_changes_whose_it_is(begin, person, other_organisation):
    clock, colleague = begin(), person("caseworker", name="rekan")
    actions.hand_to(clock=clock, to=colleague, by=person("caseworker"))
    assert list(queries.due(colleague)) == [clock]
    assert not queries.due(person("caseworker")).exists()
    stranger = person("caseworker", organisation=other_organisation)
    with pytest.raises(BadInput, match="this organisation"):
        actions.hand_to(clock=clock, to=stranger, by=colleague)


def test_clocks_stay_within_their_organisation(begin, person, other_organisation):
    clock = begin()
    stranger = person("supervisor", organisation=other_organisation)
    assert not queries.due(stranger).exists()
    assert not queries.of_subject(stranger, clock.subject).exists()
    assert list(queries.due(person("supervisor"))) == [clock]


def test_a_service_length_is_the_organisations_own_and_a_laws_never(begin, person):
    actions.set_standard(rule="first_contact_medium", length=4, by=person("supervisor"))
    assert begin().due_at == AT + timedelta(hours=4)
    for rule, length in (("police_report_tpks41", 99), ("first_contact_medium", 0)):
        with pytest.raises(BadInput):
            actions.set_standard(rule=rule, length=length, by=person("supervisor"))
    with pytest.raises(PermissionDenied):
        actions.set_standard(rule="outreach", length=4, by=person("caseworker"))


def test_evidence_dies_with_the_key_of_its_subject(begin, person):
    clock = begin()
    actions.finish(clock=clock, evidence="UJI kontak", by=person("caseworker"))
    vault.destroy(clock.key_id)
    assert Clock.objects.get(pk=clock.pk).evidence == vault.ERASED


def test_working_days_across_an_unknown_year_say_so(begin):
    clock = begin("complaint_follow_up", started_at=datetime(2026, 12, 30, 3, tzinfo=UTC))
    assert not clock.holidays_known
    assert begin("complaint_follow_up").holidays_known
