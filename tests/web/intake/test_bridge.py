"""The bridge: who may build it, what goes over it, and that no row tells of both its ends."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from tests.web.intake import targets

from jaga.casework import forms, help_wanted
from jaga.errors import BadInput
from jaga_web import vault
from jaga_web.audit.models import Event
from jaga_web.cases.models import Case, Entry
from jaga_web.channel import reporter_actions
from jaga_web.channel.models import Message, Report
from jaga_web.intake import bridge_actions, bridge_queries, case_page, going_along, seals
from jaga_web.intake.models import Bridge

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(person):
    return person("intake_officer")


@pytest.fixture
def supervisor(person):
    return person("supervisor")


@pytest.fixture
def bridged(organisation):
    return targets.make_bridged(organisation)


def cells():
    """Every stored value of every table, row by row."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                yield table, dict(zip(names, row, strict=True))


def as_bytes(value) -> bytes:
    if isinstance(value, bytes | memoryview):
        return bytes(value)
    return str(value).encode()


def test_the_childs_own_step_opens_the_case(bridged, officer):
    report, case = bridged
    report.refresh_from_db()
    assert (case.source, case.age_band, case.step) == ("report", "12-14", "identification")
    assert report.status == Report.ARRANGING
    assert bridge_queries.across(bridge_queries.of_case(case)) == report
    assert bridge_queries.case_across(bridge_queries.of_report(report)) == case


def test_help_and_safe_contact_become_first_answers_of_the_case(bridged):
    written = {one.name: one.value for one in Entry.objects.filter(case=bridged[1], version=1)}
    assert written == {
        "contact_when": "sore sesudah sekolah",
        "contact_never": "orang di rumah rekaan",
        "help_wanted": "talk place",
    }
    for one in Entry.objects.filter(case=bridged[1]):
        asked = next(q for q in forms.questions(one.section) if q.name == one.name)
        assert forms.check(asked, one.value) == one.value


def test_every_kind_of_help_and_every_rule_has_its_place_in_the_case():
    assert set(going_along.HELP) == help_wanted.CODES
    assert set(going_along.HELP.values()) <= set(forms.choices("help"))
    asked = {question.name for question in forms.questions("safe_contact")}
    assert set(going_along.QUESTIONS.values()) <= asked


def test_without_the_childs_step_an_officer_opens_nothing(organisation, officer):
    report = targets.make_report(organisation)
    with pytest.raises(BadInput):
        bridge_actions.bridge(report=report, ground="child", reason="", by=officer)
    with pytest.raises(PermissionDenied):
        bridge_actions.bridge(
            report=report, ground="vital_interest", reason=targets.REASON, by=officer
        )
    assert not Case.objects.exists()
    assert not Bridge.objects.exists()


@pytest.mark.parametrize(("ground", "reason"), [("vital_interest", "pendek"), ("", "x" * 30)])
def test_a_supervisor_names_a_ground_and_a_reason(organisation, supervisor, ground, reason):
    report = targets.make_report(organisation)
    with pytest.raises(BadInput):
        bridge_actions.bridge(report=report, ground=ground, reason=reason, by=supervisor)


def test_a_supervisors_ground_takes_no_words_along(organisation, supervisor):
    report = targets.make_report(organisation)
    case = bridge_actions.bridge(
        report=report, ground="vital_interest", reason=targets.REASON, by=supervisor
    )
    shown = case_page.conversation(case, supervisor)
    assert shown["said"] == ""
    assert ("Kapan aman untukmu?", "sore sesudah sekolah") in shown["rules"]
    assert case_page.panel(supervisor, case)["reason"] == targets.REASON


def test_words_are_read_in_the_case_only_while_the_child_agrees(bridged, supervisor):
    report, case = bridged
    assert "layang-layang ungu" in case_page.conversation(case, supervisor)["said"]
    Report.objects.filter(pk=report.pk).update(child_agreed_at=None)
    assert case_page.conversation(case, supervisor)["said"] == ""


def test_an_agreement_taken_back_opens_nothing(organisation, officer):
    report = targets.make_agreed(organisation)
    bridge_actions.withdraw_agreement(report=report, by=officer)
    with pytest.raises(BadInput):
        bridge_actions.bridge(report=report, ground="child", reason="", by=officer)
    assert report.agreements.get().withdrawn_at is not None


def test_nobody_of_the_staff_agrees_for_a_child_who_wrote_through_the_page(organisation, officer):
    report, _words = reporter_actions.arrive(
        told=targets.told(), organisation=organisation, form="form-uji-1"
    )
    with pytest.raises(BadInput):
        bridge_actions.note_agreement(report=report, how=targets.HOW, by=officer)
    reporter_actions.agree(report=report, to=True)
    assert bridge_actions.bridge(report=report, ground="child", reason="", by=officer)


def test_a_report_becomes_one_case_and_no_more(bridged, officer):
    report, _case = bridged
    with pytest.raises(BadInput):
        bridge_actions.bridge(report=report, ground="child", reason="", by=officer)
    assert Case.objects.count() == Bridge.objects.count() == 1


def test_no_row_holds_both_ends(organisation, supervisor):
    """The whole database, value by value: no row names the report and the case."""
    report = targets.make_agreed(organisation)
    case = bridge_actions.bridge(report=report, ground="child", reason="", by=supervisor)
    bridge_actions.answer_from_case(case=case, body="Halo dari UJI.", by=supervisor)
    for table, row in cells():
        assert not (names_report(row, report) and names_case(row, case)), (table, row)


def names_report(row: dict, report: Report) -> bool:
    """A bare small number stands everywhere; columns and marked values tell."""
    marks = (f"report:{report.pk}", report.key_id, bytes.fromhex(report.key_id))
    return row.get("report_id") == report.pk or holds(row, marks)


def names_case(row: dict, case: Case) -> bool:
    marks = (f"case:{case.pk}", case.number, case.key_id, bytes.fromhex(case.key_id))
    return row.get("case_id") == case.pk or holds(row, marks)


def holds(row: dict, marks: tuple) -> bool:
    return any(as_bytes(mark) in as_bytes(value) for value in row.values() for mark in marks)


def test_a_planted_link_would_be_found(bridged):
    report, case = bridged
    planted = {"id": 1, "report_id": report.pk, "note": f"see {case.number}"}
    assert names_report(planted, report)
    assert names_case(planted, case)


def test_no_moment_of_one_side_stands_on_the_other(bridged):
    report, case = bridged
    report.refresh_from_db()
    moments = {report.case_opened_at, report.child_agreed_at, report.received_at}
    assert case.opened_at not in moments
    assert report.case_opened_at.microsecond == report.case_opened_at.second == 0
    assert not Event.objects.filter(subject=f"report:{report.pk}", verb="intake.bridged").exists()
    assert Event.objects.get(verb="intake.bridged").subject == f"bridge:{Bridge.objects.get().pk}"


def test_marks_need_the_key_of_their_own_row(bridged):
    report, case = bridged
    bridge = Bridge.objects.get()
    assert bridge.report_mark == seals.report_mark(report) != seals.case_mark(case)
    vault.destroy(report.key_id)
    assert seals.report_mark(report) == ""
    assert bridge_queries.of_report(report) is None


@pytest.mark.parametrize("side", [0, 1])
def test_erasing_either_side_erases_the_link(bridged, side):
    vault.destroy(bridged[side].key_id)
    assert seals.opened(Bridge.objects.get().link) is None
    assert bridge_queries.across(Bridge.objects.get()) is None


def test_safe_contact_outlives_the_report_and_falls_with_the_case(bridged, supervisor):
    report, case = bridged
    reporter_actions.take_back(report=report)
    vault.destroy(report.key_id)
    shown = case_page.panel(supervisor, case)
    assert not shown["alive"]
    assert ("Kapan aman untukmu?", "sore sesudah sekolah") in shown["rules"]
    vault.destroy(case.key_id)
    assert seals.read_by_case(Bridge.objects.get().safe_contact) == ""


def test_the_talk_goes_on_through_the_report(bridged, supervisor, signed_in):
    report, case = bridged
    reporter_actions.say(report=report, body="Terima kasih, UJI.")
    page = signed_in("supervisor").get(f"/reports/case/{case.pk}/").content.decode()
    assert "Terima kasih, UJI." in page
    for secret in (f"/reports/{report.pk}/", f"Laporan {report.pk}", report.receipt_mark or "—"):
        assert secret not in page
    assert Message.objects.get().read_at is not None
    bridge_actions.answer_from_case(case=case, body="Kami di sini, UJI.", by=supervisor)
    assert report.messages.filter(from_reporter=False).get().body == "Kami di sini, UJI."


def test_the_inbox_opens_no_word_of_a_report_that_became_a_case(bridged, signed_in):
    report, case = bridged
    page = signed_in("intake_officer").get(f"/reports/{report.pk}/").content.decode()
    assert "Sudah menjadi kasus" in page
    for hidden in ("layang-layang ungu", "orang di rumah rekaan", case.number):
        assert hidden not in page
    refused = signed_in("intake_officer").post(f"/reports/{report.pk}/answer/", {"body": "halo"})
    assert refused.status_code == 400


def test_the_bridge_tells_nothing_in_plain(bridged):
    report, case = bridged
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM intake_bridge")
        stored = b" ".join(as_bytes(value) for value in cursor.fetchone())
    told = json.dumps([report.pk, case.pk]).encode()
    keys = [bytes.fromhex(one.key_id) for one in (report, case)]
    names = [one.key_id.encode() for one in (report, case)]
    for plain in (told, *keys, *names, case.number.encode()):
        assert plain not in stored
