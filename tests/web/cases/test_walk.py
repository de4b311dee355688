"""A case from its first step to its end and back, by the right people."""

import pytest

from jaga_web.cases import demo
from jaga_web.cases.models import Case


@pytest.fixture
def people(person):
    return {
        "caseworkers": [person("caseworker"), person("caseworker", name="lain")],
        "supervisor": person("supervisor"),
        "counsellor": person("counsellor"),
    }


def test_the_invented_cases_come_as_far_as_their_rows_say(people):
    made = demo.seed(**people)
    for case, row in zip(made, demo.CASES, strict=True):
        place = "closed" if case.status == Case.CLOSED else case.step
        assert place == ("assessment" if row.reopened else row.until), row
        assert case.risk == row.risk
    assert len(made) >= 12


def test_every_page_of_every_invented_case_draws(people, signed_in, django_assert_max_num_queries):
    made = demo.seed(**people)
    client = signed_in("supervisor")
    for case in made:
        page = client.get(f"/cases/{case.pk}/")
        assert page.status_code == 200
        assert case.number in page.content.decode()
    assert client.get("/cases/?status=").status_code == 200
