"""Monitoring, activities and complaints: kept apart, counted apart, and never a case."""

import pytest
from tests.web.intake import targets

from jaga.errors import BadInput
from jaga_web.cases.models import Case
from jaga_web.channel.models import Report
from jaga_web.clocks.models import Clock
from jaga_web.intake import (
    activity_actions,
    complaint_actions,
    figures,
    monitoring_actions,
    queries,
    record_queries,
)
from jaga_web.intake.models import Activity, Complaint, MonitoringEntry

pytestmark = pytest.mark.django_db


def test_news_is_never_a_report_and_never_a_case(organisation, person):
    targets.news(organisation)
    officer = person("intake_officer")
    assert record_queries.news_counts(officer) == {"entries": 1, "events": 1}
    assert not queries.inbox(officer, "all").exists()
    assert not Report.objects.exists()
    assert not Case.objects.exists()


def test_two_papers_about_one_event_are_two_entries_and_one_event(organisation, person):
    officer = person("intake_officer")
    first = MonitoringEntry.objects.get(pk=targets.news(organisation)["number"])
    second = monitoring_actions.note(values=targets.NEWS, same_event=first, by=officer)
    third = MonitoringEntry.objects.get(pk=second)
    monitoring_actions.note(values=targets.NEWS, same_event=third, by=officer)
    assert record_queries.news_counts(officer) == {"entries": 3, "events": 1}


def test_the_address_of_news_is_sealed_and_no_link(organisation, signed_in):
    number = targets.news(organisation)["number"]
    page = signed_in("intake_officer").get(f"/reports/monitoring/{number}/").content.decode()
    assert 'value="https://berita.contoh.invalid/putusan-rekaan"' in page
    assert 'href="https://berita' not in page


@pytest.mark.parametrize(
    ("name", "value"),
    [("title_code", "Judul bebas"), ("kind", ""), ("place", "99"), ("published_on", "kemarin")],
)
def test_news_takes_codes_alone(person, name, value):
    with pytest.raises(BadInput):
        monitoring_actions.note(
            values={**targets.NEWS, name: value}, same_event=None, by=person("intake_officer")
        )


def test_small_counts_of_an_activity_stay_inside(organisation, person):
    counsellor = person("counsellor")
    activity_actions.add(facts=targets.facts(m=3), by=counsellor)
    for band, seats in (("12-14", 4), ("15-17", 1)):
        facts = targets.facts()
        facts.participants.clear()
        facts.participants[band] = {"f": seats}
        activity_actions.add(facts=facts, by=counsellor)
    table = figures.of_activities(counsellor, 2026)
    shown = dict(zip(table.columns, table.cells[0], strict=True))
    assert shown["12-14"] is None
    assert shown["15-17"] is None
    assert shown["6-11"] == 15


def test_a_paste_is_kept_whole_or_not_at_all(person, signed_in):
    client = signed_in("counsellor")
    heading = ",".join(targets.ACTIVITY)
    good = ",".join(targets.ACTIVITY.values())
    bad = good.replace("2026-08-03", "kemarin")
    answer = client.post("/reports/activities/paste/", {"text": f"{heading}\n{good}\n{bad}"})
    assert "Baris 2" in answer.content.decode()
    assert not Activity.objects.exists()
    client.post("/reports/activities/paste/", {"text": f"{heading}\n{good}\n{good}"})
    assert [one.seats for one in Activity.objects.all()] == [15, 15]


def test_the_second_of_two_corrections_sees_the_first(organisation, signed_in):
    number = targets.activity(organisation)["number"]
    one, other = signed_in("counsellor"), signed_in("programme_officer")
    address = f"/reports/activities/{number}/"
    one.post(address, {**targets.ACTIVITY, "m_6_11": "7", "version": "1"})
    late = other.post(address, {**targets.ACTIVITY, "m_6_11": "9", "version": "1"})
    page = late.content.decode()
    assert late.status_code == 400
    assert "<td>7</td><td>9</td>" in page
    assert Activity.objects.get().participants["6-11"]["m"] == 7
    other.post(address, {**targets.ACTIVITY, "m_6_11": "9", "version": "2"})
    assert Activity.objects.get().participants["6-11"]["m"] == 9


def test_a_complaint_starts_three_working_days_and_telling_ends_them(organisation, person):
    complaint = Complaint.objects.get(pk=targets.complaint(organisation)["number"])
    clock = Clock.objects.get(subject=f"complaint:{complaint.pk}")
    assert (clock.rule, clock.deadline.unit, clock.length) == (
        "complaint_follow_up", "working_days", 3,
    )  # fmt: skip
    officer = person("intake_officer")
    complaint_actions.tell(complaint=complaint, what=targets.REASON, by=officer)
    clock.refresh_from_db()
    assert clock.ended_at is not None


def test_a_complaint_goes_step_by_step_with_reasons(organisation, person):
    complaint = Complaint.objects.get(pk=targets.complaint(organisation)["number"])
    officer = person("legal_officer")
    for target in ("checked", "raised", "answered", "closed"):
        complaint = complaint_actions.move(
            complaint=complaint, target=target, reason=targets.REASON, by=officer
        )
    assert [step.target for step in complaint.steps.all()][-1] == "closed"
    with pytest.raises(BadInput):
        complaint_actions.move(
            complaint=complaint, target="answered", reason=targets.REASON, by=officer
        )


def test_no_form_of_a_complaint_asks_who_the_child_is(signed_in):
    page = signed_in("intake_officer").get("/reports/complaints/add/").content.decode()
    for name in ("identity_name", "child_name", "nik", "birth"):
        assert f'name="{name}' not in page
    assert not {field.name for field in Complaint._meta.fields} & {"name", "child", "case", "nik"}
