"""Pages about colleagues ask the database as often for forty people as for four."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.web.cases.carrying import a_clock, a_report, a_service

from jaga_web.cases import handing_over
from jaga_web.people import leaving
from jaga_web.people.models import User


def questions(client, page: str) -> int:
    client.get(reverse(page))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(page)).status_code == 200
    return len(asked)


@pytest.mark.parametrize("page", ["cases:hand_over", "cases:caseload", "wellbeing:team"])
def test_the_number_of_colleagues_costs_no_question(page, child, supervisor, signed_in):
    client = signed_in("supervisor")
    few = questions(client, page)
    for number in range(40):
        User.objects.create(
            username=f"rekaan-{number}",
            display_name=f"Rekan Rekaan {number}",
            organisation=supervisor.organisation,
            roles=["caseworker"],
        )
    assert questions(client, page) == few


def test_the_sieve_keeps_everybody_who_holds_something(people, carries, alert):
    bima = people["bima"]
    case = carries(bima)
    a_clock(bima, f"case:{case.pk}"), a_service(people["rani"], case), a_report(people["dimas"])
    kept = {one for holder in handing_over.HOLDERS for one in holder.people(bima.organisation_id)}
    held = {one.pk for one in people.values() if leaving.holds_work(one)}
    assert held == {people[name].pk for name in ("bima", "rani", "dimas")}
    assert held <= kept
    counted = dict(handing_over.people_with_work(people["citra"]))
    assert counted[bima] == 2
    assert counted[people["rani"]] == 1
