"""What staff may do with reports; the duty's clock; how reports end."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone
from tests.web.channel.visitor import Visitor

from jaga.errors import BadInput
from jaga_web import vault
from jaga_web.audit.models import Event
from jaga_web.channel import actions, queries
from jaga_web.channel import reporter_actions as own
from jaga_web.channel.models import Message, Report
from jaga_web.channel.told import Told
from jaga_web.clocks.models import Clock
from jaga_web.people.roles import ROLES

READERS = {"intake_officer", "caseworker", "supervisor"}
TOLD = Told(path="me", safe_now="yes", words="Lewat telepon, UJI", help_wanted=["listen"])
WHO = {"name": "Rekaan Contoh", "place": "", "reach": ""}


def test_reports_are_seen_by_readers_of_the_same_organisation(report, person, other_organisation):
    seers = {role for role in ROLES if queries.visible(person(role)).exists()}
    assert seers == READERS
    stranger = person("supervisor", organisation=other_organisation)
    assert not queries.visible(stranger).exists()
    for act in (
        lambda by: actions.answer(report=report, body="x", by=by),
        lambda by: actions.set_status(report=report, status="read", by=by),
        lambda by: actions.mark_read(report=report, by=by),
        lambda by: actions.hold(report=report, by=by),
    ):
        for nobody in (stranger, person("researcher")):
            with pytest.raises(PermissionDenied):
                act(nobody)
    assert not Message.objects.exists()


def test_another_door_has_the_same_safeguards_and_the_same_clock(person, organisation):
    staff = person("intake_officer")
    told = Told(**{**TOLD.__dict__, "identity": WHO})
    report = actions.take_in(door="phone", told=told, by=staff)
    assert (report.door, report.taken_in_by, report.status) == ("phone", staff, "read")
    clock = Clock.objects.get()
    assert (clock.subject, clock.rule) == (f"report:{report.pk}", "police_report_tpks41")
    assert clock.due_at - clock.started_at == timedelta(hours=72)
    words = actions.give_receipt(report=report, by=staff)
    assert Visitor().come_back(" ".join(words)).page.status_code == 200
    for bad in ("lapor", "x"):
        with pytest.raises(BadInput):
            actions.take_in(door=bad, told=TOLD, by=staff)


def test_without_a_name_no_clock_runs_and_with_one_it_runs_once(visitor, report):
    assert not Clock.objects.exists()
    visitor.send("siapa")
    assert "tidak bisa dibatalkan" in visitor.text
    visitor.send("siapa", step="do", **{**WHO, "name": " "})
    assert visitor.page.status_code == 400
    assert not Clock.objects.exists()
    for _ in range(2):
        visitor.send("siapa", step="do", **WHO)
    assert Clock.objects.count() == 1
    given = Report.objects.get()
    assert given.identity_given_at == Clock.objects.get().started_at
    assert "Rekaan Contoh" in given.identity


def test_who_it_is_opens_for_the_custodian_alone_and_each_look_is_logged(report, person):
    own.tell_identity(report=report, identity=WHO)
    with pytest.raises(PermissionDenied):
        actions.open_identity(report=report, by=person("supervisor"))
    keeper = person("custodian")
    assert actions.open_identity(report=report, by=keeper) == {"name": "Rekaan Contoh"}
    event = Event.objects.get(verb="channel.identity_opened")
    assert (event.actor_id, event.subject) == (keeper.pk, f"report:{report.pk}")


def test_reading_is_told_to_the_reporter_and_logged_once_a_day(report, person):
    staff = person("caseworker")
    for _ in range(2):
        actions.mark_read(report=report, by=staff)
    assert Report.objects.get().status == "read"
    assert Event.objects.filter(verb="channel.read").count() == 1


def test_no_event_carries_a_word_of_the_report(visitor, report, person):
    own.tell_identity(report=report, identity=WHO)
    visitor.send("pesan", body="Kalimat UJI")
    actions.answer(report=report, body="Jawaban UJI", by=person("caseworker"))
    told = " ".join(f"{e.subject} {e.detail}" for e in Event.objects.all())
    assert not any(word in told for word in ("UJI", "Rekaan", "sore"))
    reporters = Event.objects.filter(verb__in=["channel.received", "channel.message_left"])
    assert {event.actor_id for event in reporters} == {None}


def after(report: Report) -> Report:
    return Report.objects.get(pk=report.pk)


def test_a_report_is_erased_after_its_time_unless_its_reporter_came_back(
    visitor, code, report, person, django_capture_on_commit_callbacks, capsys
):
    Report.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert not queries.living(report.pk, report.receipt_mark)
    Report.objects.update(expires_at=timezone.now() + timedelta(hours=1))
    Visitor().come_back(code)
    assert after(report).expires_at > timezone.now() + timedelta(days=89)
    with django_capture_on_commit_callbacks(execute=True):
        assert own.expire(now=timezone.now() + timedelta(days=89)) == 0
        Report.objects.update(expires_at=timezone.now())
        call_command("expire_reports")
    assert capsys.readouterr().out == "1\n"
    assert not vault.has_key(report.key_id)
    assert (after(report).words, after(report).ending) == (vault.ERASED, "expiry")
    assert own.expire(now=timezone.now()) == 0
    with pytest.raises(BadInput):
        actions.answer(report=after(report), body="x", by=person("caseworker"))


def test_a_hold_keeps_what_was_deleted_until_it_ends(
    visitor, report, person, django_capture_on_commit_callbacks
):
    lawyer = person("legal_officer")
    actions.hold(report=report, by=lawyer)
    with django_capture_on_commit_callbacks(execute=True):
        visitor.send("hapus").send("hapus", step="do")
    assert "wajib disimpan menurut hukum" in visitor.text
    assert vault.has_key(report.key_id)
    assert not queries.visible(person("caseworker")).exists()
    assert queries.kept_by_law(person("supervisor")).count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        assert own.expire(now=timezone.now() + timedelta(days=999)) == 0
        actions.release(report=after(report), by=lawyer)
    assert not vault.has_key(report.key_id)


def test_the_duty_to_report_outlives_a_deletion_and_then_all_is_erased(
    visitor, report, person, django_capture_on_commit_callbacks
):
    from jaga_web.clocks.actions import finish_of

    visitor.send("siapa", step="do", **WHO)
    with django_capture_on_commit_callbacks(execute=True):
        visitor.send("hapus")
        assert "Kewajiban melapor ke polisi tetap berlaku" in visitor.text
        visitor.send("hapus", step="do")
    assert vault.has_key(report.key_id)
    finish_of(
        subject=f"report:{report.pk}",
        rule="police_report_tpks41",
        evidence="STTLP-UJI",
        by=person("supervisor"),
    )
    with django_capture_on_commit_callbacks(execute=True):
        assert own.expire(now=timezone.now()) == 1
    assert not vault.has_key(report.key_id)


def test_the_receiver_is_the_named_organisation_else_the_first_ngo(
    organisation, other_organisation, settings
):
    assert queries.receiver() == organisation
    settings.JAGA_CHANNEL_ORGANISATION = other_organisation.name
    assert queries.receiver() == other_organisation
    settings.JAGA_CHANNEL_ORGANISATION = "Tidak ada"
    assert queries.receiver() is None
