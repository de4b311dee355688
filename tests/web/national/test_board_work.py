"""The board on what the work did: services, sums, safety plans, and what children say of it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.national.test_board import figure, many, row

from jaga.casework import sums
from jaga.casework.measures import NOT_MEASURED
from jaga_web.cases.models import Coded, FollowUp, Service
from jaga_web.legal.models import Milestone
from jaga_web.national import board

START = {"assessed": 0, "granted": 1, "paid": 2}


def service(case, state, **fields):
    return Service.objects.create(case=case, code="legal", state=state, by=case.opened_by, **fields)


def test_time_to_first_service_is_counted_to_the_first_that_began(organisation, person):
    reader, now = person("registrar"), timezone.now()
    day = timezone.localdate(now)
    opened = now - timedelta(days=40)
    for case in many(organisation, 10, opened_at=opened):
        service(case, "under_way", begun_on=day - timedelta(days=20))
        service(case, "done", begun_on=day - timedelta(days=35), ended_on=day)
        service(case, "planned")
    for case in many(organisation, 5, opened_at=opened):
        service(case, "not_given", ended_on=day)
    for case in many(organisation, 5, opened_at=opened):
        service(case, "under_way")
        service(case, "planned")
    many(organisation, 5)
    [table] = figure(board.about_work(reader), "first_service").tables
    found = row(table, table.rows.index("high"))
    assert (found["7d"], found["30d"], found["not_yet"]) == (10, 0, 5)
    assert table.grand_total == 15


def claims(cases, state, amounts, by):
    for track, (case, amount) in enumerate(zip(cases, amounts, strict=True)):
        Milestone.objects.create(
            case=case, kind="restitution", place=START[state], track=track, state=state,
            at=timezone.now(), zone="Asia/Jakarta", reference="UJI", by=by, amount_idr=amount,
        )  # fmt: skip


def told(one):
    return {line.title.en: line.amount for line in one.lines}


def test_sums_of_restitution_come_from_five_cases_of_which_none_stands_out(organisation, person):
    reader, cases = person("registrar"), many(organisation, 6)
    claims(cases, "assessed", [20_000_000] * 6, reader)
    claims(cases[:5], "granted", [1_000_000] * 4 + [90_000_000], reader)
    claims([cases[0]] * 7, "paid", [5_000_000] * 7, reader)
    found = figure(board.about_work(reader), "restitution_sums")
    assert [line.amount for line in found.lines] == [100_000_000, None, None]


def test_a_withheld_sum_says_why_and_shows_nothing(organisation, person, signed_in):
    cases = many(organisation, 4)
    claims(cases, "granted", [33_000_000] * 4, person("legal_officer"))
    page = signed_in("registrar", language="en").get("/national/").content.decode()
    assert sums.WITHHELD.en in page
    assert "132" not in page


@pytest.mark.parametrize(
    ("holders", "supervisors", "ratio"), [(4, 1, None), (11, 2, 5), (6, 0, None)]
)
def test_case_holders_per_supervisor_are_told_from_five_people(
    organisation, person, holders, supervisors, ratio
):
    for n in range(holders):
        many(organisation, 2, owner=person("caseworker", name=f"petugas-{n}"))
    for n in range(supervisors):
        person("supervisor", name=f"penyelia-{n}")
    reader = person("registrar")
    [line] = figure(board.about_work(reader), "supervisor_ratio").lines
    assert line.amount == ratio


def coded(cases, name, code):
    for case in cases:
        Coded.objects.create(case=case, list=name, code=code, by=case.opened_by)


def test_a_safety_plan_is_asked_of_open_cases_from_the_plan_on(organisation, person):
    reader = person("registrar")
    coded(many(organisation, 15, step="plan"), "safety_plan", "yes")
    coded(many(organisation, 5, step="follow_up"), "safety_plan", "no")
    coded(many(organisation, 4, step="plan"), "safety_plan", "skipped")
    many(organisation, 6, step="implementation")
    coded(many(organisation, 10, step="assessment"), "safety_plan", "yes")
    coded(many(organisation, 10, step="closure", status="closed"), "safety_plan", "yes")
    found = figure(board.about_work(reader), "safety_plan")
    assert row(found.tables[0]) == {"yes": 15, "no": 5, "unknown": 10}
    assert found.share == 50


def test_reporting_delay_is_told_in_the_bands_of_registration(organisation, person):
    coded(many(organisation, 10), "incident_ago", "d3")
    coded(many(organisation, 5), "incident_ago", "m3")
    coded(many(organisation, 5), "incident_ago", "skipped")
    many(organisation, 5)
    found = row(figure(board.about_work(person("registrar")), "reporting_delay").tables[0])
    assert (found["d3"], found["m3"], found["unknown"]) == (10, 5, 10)


def test_what_a_child_said_last_of_the_help_counts(organisation, person):
    reader, cases = person("registrar"), many(organisation, 20)
    for case in cases[:15]:
        for day, said in ((1, "not"), (2, "little"), (3, "")):
            FollowUp.objects.create(
                case=case, held_on=f"2026-02-0{day}", manner="visit", outcome="same", helped=said,
                by=reader,
            )  # fmt: skip
    coded(cases[5:15], "closing_helped", "helped")
    found = figure(board.about_work(reader), "feedback")
    assert row(found.tables[0]) == {"helped": 10, "little": 5, "not": 0, "not_said": 0}
    assert found.share == 67


def test_what_is_not_measured_is_said_with_the_reason(organisation, signed_in):
    many(organisation, 5)
    page = signed_in("registrar", language="en").get("/national/").content.decode()
    for title, why in NOT_MEASURED.values():
        assert f"{title.en}: {why.en}" in page
