"""Teams are told about in whole finished months of at least five people, or not at all."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaga.casework.staff_figures import WITHHELD
from jaga_web.people.models import User
from jaga_web.wellbeing import queries
from jaga_web.wellbeing.models import Break, Exposure, Supervision

SUMMARY = "/wellbeing/"
OCTOBER, SEPTEMBER = date(2026, 10, 1), date(2026, 9, 1)


def read(person: User, day: date, minutes: int) -> None:
    Exposure.objects.create(
        person=person, day=day, kind="case", weight="high", mark=f"{day}",
        seconds=minutes * 20, weighted_seconds=minutes * 60,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def _november(clock):
    clock(0)


def shown(user: User) -> dict[date, object]:
    return dict(queries.summary(user))


def test_four_people_are_not_told_about_and_five_are(readers, person):
    for one in readers[:4]:
        read(one, OCTOBER, 60)
        read(one, SEPTEMBER, 60)
    read(readers[4], SEPTEMBER, 60)
    found = shown(person("supervisor"))
    assert found[OCTOBER] is None
    assert found[SEPTEMBER].mean_minutes == 60


def test_the_page_names_nobody_counts_nobody_and_says_why_a_month_is_missing(readers, signed_in):
    for one in readers[:5]:
        read(one, OCTOBER, 60)
    for role in ("supervisor", "director"):
        page = signed_in(role).get(SUMMARY).content.decode()
        assert WITHHELD.id in page
        assert "Orang pembaca" not in page
        assert not re.search(r"\b5 orang dari|dari 5\b", page)


def test_this_month_is_not_over(readers, person):
    for one in readers:
        read(one, date(2026, 11, 1), 60)
    found = shown(person("supervisor"))
    assert date(2026, 11, 1) not in found
    assert set(found.values()) == {None}


def test_no_parameter_changes_the_page(readers, signed_in, person):
    for one in readers:
        read(one, OCTOBER, 60)
    client = signed_in("supervisor")
    plain = _table(client.get(SUMMARY))
    who = str(readers[0].pk)
    for query in ({"month": "2026-10"}, {"team": who}, {"person": who}, {"from": "2026-10-05"}):
        assert _table(client.get(SUMMARY, query)) == plain
    # Nor does the region of whoever looks.
    elsewhere = signed_in("supervisor", name="penyelia-daerah", regions=["31"])
    assert _table(elsewhere.get(SUMMARY)) == plain


def test_another_organisation_does_not_fill_ours_up(readers, person, other_organisation):
    for one in readers[:4]:
        read(one, OCTOBER, 60)
    read(person("caseworker", organisation=other_organisation), OCTOBER, 60)
    assert shown(person("supervisor"))[OCTOBER] is None


def test_a_finished_month_never_changes_again(readers, person, clock, look):
    for one in readers:
        read(one, OCTOBER, 60)
    before = shown(person("supervisor"))[OCTOBER]
    for number, one in enumerate(readers):
        look(number, by=one)
        Supervision.objects.create(
            organisation=one.organisation, supervisor=person("supervisor"), person=one,
            on=date(2026, 10, 30), topic="team", next_step="none",
        )  # fmt: skip
    User.objects.filter(pk=readers[0].pk).update(is_active=False)
    for later in range(0, 90, 10):
        clock(later * 24 * 60)
        found = shown(person("supervisor"))
        assert found.get(OCTOBER, before) == before


LEDGERS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 121), st.integers(1, 600), st.booleans()),
    max_size=40,
)


@given(LEDGERS)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_two_looks_at_any_months_differ_by_fewer_than_five_people(readers, person, ledger):
    """Months never overlap and stay as they are, so nothing can be subtracted from anything.

    Whatever was read, each figure ever shown, on whichever day one looks, is of one whole month
    and of five people or more; two different answers about one month are never given.
    """
    Exposure.objects.all().delete()
    Break.objects.all().delete()
    for who, ago, minutes, prompted in ledger:
        day = date(2026, 10, 31) - timedelta(days=ago)
        row, _made = Exposure.objects.get_or_create(
            person=readers[who], day=day, kind="case", weight="low", mark="x"
        )
        row.weighted_seconds += minutes * 60
        row.save()
        if prompted:
            Break.objects.create(
                person=readers[who], at=queries._moment(day), day=day, kind=Break.TAKEN
            )
    answers: dict[date, set[object]] = {}
    with pytest.MonkeyPatch.context() as patch:
        for month in (9, 10, 11, 12):
            patch.setattr(queries, "today", lambda month=month: date(2026, month, 15))
            for first, figures in queries.summary(person("supervisor")):
                answers.setdefault(first, set()).add(figures)
    for first, given_answers in answers.items():
        assert len(given_answers) == 1
        past = (first + timedelta(days=32)).replace(day=1)
        rows = Exposure.objects.filter(day__gte=first, day__lt=past)
        prompted = Break.objects.filter(day__gte=first, day__lt=past)
        (figures,) = given_answers
        if figures is not None:
            assert rows.values("person").distinct().count() >= 5
            assert figures.rested is None or prompted.values("person").distinct().count() >= 5


def _table(response) -> str:
    page = response.content.decode()
    return page[page.index("<table>") : page.index("</table>")]


def test_the_address_is_where_the_bar_leads(signed_in):
    assert reverse("wellbeing:summary") == SUMMARY
    assert SUMMARY in signed_in("director").get(SUMMARY).content.decode()
