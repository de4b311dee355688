"""The board: four counts apart, checked and unchecked apart, every figure through the door."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.national import fabricate

from jaga.casework.measures import MEASURES
from jaga.evidence import disclosure
from jaga_web.cases.models import Approval, Conflict, FollowUp, Judgement
from jaga_web.channel.models import Report
from jaga_web.clocks.models import Clock
from jaga_web.legal.models import Milestone
from jaga_web.national import board, counting
from jaga_web.people.models import Organisation
from jaga_web.vault import new_key


def many(organisation, count, **fields):
    return [fabricate.case(organisation, **fields) for _n in range(count)]


def report(organisation, **fields):
    return Report.objects.create(
        organisation=organisation,
        key_id=new_key(),
        path="me",
        safe_now="yes",
        expires_at=timezone.now() + timedelta(days=30),
        **fields,
    )


def clock(case, rule, *, started, due, ended=None):
    now = timezone.now()
    return Clock.objects.create(
        organisation=case.organisation,
        subject=f"case:{case.pk}",
        rule=rule,
        zone="Asia/Jakarta",
        length=1,
        key_id=case.key_id,
        started_at=now + started,
        due_at=now + due,
        ended_at=now + ended if ended is not None else None,
    )


def row(table, place=0):
    return dict(zip(table.columns, table.cells[place], strict=True))


def figure(figures, name):
    return next(one for one in figures if one.measure.id == name)


@pytest.fixture
def reader(person):
    return person("registrar")


def test_reports_cases_children_and_forms_are_four_counts(organisation, reader):
    for _n in range(20):
        report(organisation)
    many(organisation, 15, verified="verified", codes={"form": ["sexual", "psychological"]})
    found = board.counts(reader)
    assert [one.measure.id for one in found] == ["reports", "cases", "children", "forms"]
    told = [one.tables[0].grand_total for one in found]
    assert told == [20, 15, 15, 30]


def test_checked_and_unchecked_are_always_apart(organisation, reader):
    many(organisation, 10, verified="verified")
    many(organisation, 25, verified="unverified")
    [table] = figure(board.counts(reader), "cases").tables
    assert row(table) == {"verified": 10, "unverified": 25}
    for one in board.about_children(reader):
        split = [table.id.partition(".")[2] for table in one.tables]
        columns = [table.columns for table in one.tables]
        assert split == ["verified", "unverified"] or columns == [counting.CHECKED]


def test_only_children_who_agreed_enter_tables_for_others(organisation, reader):
    many(organisation, 10)
    many(organisation, 30, consent_reporting=False)
    [table] = figure(board.counts(reader), "cases").tables
    assert table.grand_total == 10
    [table] = figure(board.about_children(reader), "by_source").tables
    assert table.grand_total == 10


def test_every_figure_passes_the_door(organisation, reader, monkeypatch):
    many(organisation, 7)
    passed = []

    def watched(table):
        made = disclosure.protect(table)
        passed.append(made)
        return made

    monkeypatch.setattr(counting, "protect", watched)
    figures = board.counts(reader) + board.about_children(reader) + board.about_work(reader)
    tables = [table for one in figures for table in one.tables]
    assert tables
    assert all(any(table is made for made in passed) for table in tables)
    assert {one.measure.id for one in figures} <= set(MEASURES)


def test_small_counts_do_not_reach_the_page(organisation, signed_in):
    many(organisation, 3, region="91", age_band="0-5", codes={"form": ["neglect"]})
    many(organisation, 23, region="33")
    client = signed_in("registrar")
    page = client.get("/national/").content.decode()
    assert "ditahan" in page
    for small in (">3<", ">26<", ">23<"):
        assert small not in page


def test_a_definition_stands_beside_each_figure(organisation, signed_in):
    many(organisation, 6)
    page = signed_in("registrar", language="en").get("/national/").content.decode()
    for one in ("cases", "children", "by_source", "risk"):
        assert MEASURES[one].numerator.en.replace("'", "&#x27;") in page
        assert MEASURES[one].precedent.en in page


def test_readers_of_figures_do_not_see_how_staff_work(organisation, signed_in):
    many(organisation, 6)
    for role in ("researcher", "director"):
        page = signed_in(role).get("/national/").content.decode()
        assert "Tentang pekerjaan kita" not in page
        assert "Isian Simfoni" not in page
    assert "Tentang pekerjaan kita" in signed_in("supervisor").get("/national/").content.decode()


def test_counts_are_of_one_organisation_and_without_conflicts(
    organisation, other_organisation, reader
):
    ours = many(organisation, 20)
    many(other_organisation, 50)
    for case in ours[:10]:
        Conflict.objects.create(case=case, person=reader, reason_code="relative", by=reader)
    [table] = figure(board.counts(reader), "cases").tables
    assert table.grand_total == 10


def test_police_reports_are_kept_late_or_overdue_and_running_ones_wait(organisation, reader):
    day = timedelta(days=1)
    cases = many(organisation, 40)
    for case in cases[:15]:
        clock(case, "police_report_tpks41", started=-9 * day, due=-6 * day, ended=-7 * day)
    for case in cases[15:20]:
        clock(case, "police_report_tpks41", started=-9 * day, due=-6 * day, ended=-5 * day)
    for case in cases[20:30]:
        clock(case, "police_report_tpks41", started=-9 * day, due=-6 * day)
    for case in cases[30:]:
        clock(case, "police_report_tpks41", started=-1 * day, due=2 * day)
    found = figure(board.about_work(reader), "police_report")
    assert row(found.tables[0]) == {"in_time": 15, "late": 5, "overdue": 10}
    assert found.share == 50


def test_no_share_is_told_where_a_count_is_withheld(organisation, reader):
    day = timedelta(days=1)
    for case in many(organisation, 9):
        clock(case, "police_report_tpks41", started=-9 * day, due=-6 * day, ended=-7 * day)
    clock(fabricate.case(organisation), "police_report_tpks41", started=-9 * day, due=-6 * day)
    assert figure(board.about_work(reader), "police_report").share is None


def test_first_contact_counts_by_risk_and_says_not_yet(organisation, reader):
    hour = timedelta(hours=1)
    for case in many(organisation, 5):
        clock(case, "first_contact_high", started=-90 * hour, due=-66 * hour, ended=-60 * hour)
    for case in many(organisation, 10):
        clock(case, "first_contact_high", started=-90 * hour, due=-66 * hour)
    [table] = figure(board.about_work(reader), "first_contact").tables
    assert {"3d": 5, "not_yet": 10}.items() <= row(table, table.rows.index("high")).items()


def test_plans_risk_closures_and_follow_up(organisation, reader, person):
    day = timedelta(days=1)
    for case in many(organisation, 10):
        Approval.objects.create(
            case=case, what="plan", state="approved", by=reader, decided_by=person("supervisor")
        )
        Judgement.objects.create(case=case, level="high", by=reader, at=timezone.now() - day)
        Judgement.objects.create(case=case, level="low", by=reader)
        FollowUp.objects.create(
            case=case, held_on="2026-01-02", manner="visit", outcome="worse", by=reader
        )
        FollowUp.objects.create(
            case=case, held_on="2026-03-02", manner="visit", outcome="better", by=reader
        )
    for case in many(organisation, 5, status="closed", closing_code="goals_reached"):
        case.opened_at, case.closed_at = timezone.now() - 60 * day, timezone.now()
        case.save()
        Approval.objects.create(case=case, what="plan", state="asked", by=reader)
    work = board.about_work(reader)
    plans = figure(work, "plans_approved")
    assert row(plans.tables[0]) == {"approved": 10, "not_approved": 5}
    assert plans.share == 67
    assert row(figure(work, "risk_change").tables[0])["fell"] == 10
    assert row(figure(work, "open_to_close").tables[0])["3m"] == 5
    [table] = figure(work, "closing").tables
    assert row(table, table.rows.index("goals_reached"))["unverified"] == 5
    assert row(figure(work, "follow_up").tables[0])["better"] == 10
    [table] = figure(work, "risk").tables
    assert table.grand_total == 10


def test_a_case_closed_as_a_duplicate_is_not_another_child(organisation, reader):
    many(organisation, 20)
    many(organisation, 10, status="closed", closing_code="duplicate")
    [cases] = figure(board.counts(reader), "cases").tables
    [found] = figure(board.counts(reader), "children").tables
    assert (cases.grand_total, found.grand_total) == (30, 20)


def test_how_long_reporters_waited_and_how_many_cases_people_hold(organisation, reader, person):
    now = timezone.now()
    for _n in range(10):
        report(organisation, received_at=now - timedelta(days=10), case_opened_at=now)
    many(organisation, 6, owner=person("caseworker"))
    work = board.about_work(reader)
    assert row(figure(work, "report_to_case").tables[0])["14d"] == 10
    # One person holds cases: people are counted, so a count of one is withheld.
    [table] = figure(work, "caseload").tables
    assert row(table)["9"] is None
    assert table.grand_total is None


def test_claims_for_restitution_stand_where_they_came_to_last(organisation, reader):
    for case in many(organisation, 10):
        for place, state in enumerate(["asked", "granted", "paid"]):
            Milestone.objects.create(
                case=case, kind="restitution", place=place, state=state, at=timezone.now(),
                zone="Asia/Jakarta", reference="UJI", by=reader,
            )  # fmt: skip
    found = row(figure(board.about_work(reader), "restitution").tables[0])
    assert (found["asked"], found["paid"]) == (0, 10)


def test_nothing_to_count_is_said_in_words(db, signed_in):
    nobody = Organisation.objects.create(name="Lembaga Kosong", kind="ngo")
    page = signed_in("registrar", organisation=nobody).get("/national/").content.decode()
    assert "Belum ada yang dapat dihitung." in page


def test_contacts_are_counted_by_the_door_they_came_in_by(organisation, other_organisation, reader):
    assert list(board.DOORS) == [door for door, _words in Report.DOORS]
    for door, times in (("lapor", 10), ("whatsapp", 5)):
        for _n in range(times):
            report(organisation, door=door)
            report(other_organisation, door=door)
    found = row(figure(board.about_work(reader), "contacts_by_door").tables[0])
    assert (found["lapor"], found["whatsapp"], found["letter"]) == (10, 5, 0)
