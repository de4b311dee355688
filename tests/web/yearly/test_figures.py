"""The figures of a year: from every room, judged, and exported without what is withheld."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.web.alerts import fabricate as alerts
from tests.web.national import fabricate as cases
from tests.web.programmes import made
from tests.web.registers import made as registers

from jaga.evidence.facts import read_facts
from jaga.programmes.activities import Count
from jaga_web.alerts import actions as alert_actions
from jaga_web.audit.models import Event
from jaga_web.cases.models import Case
from jaga_web.yearly import queries

FILM = replace(
    made.FACTS,
    code="K-2",
    title="Film Contoh",
    programme="Suara Contoh",
    counts=(Count("unique_persons", "survivors", "f", "from_18", 2),),
)


@pytest.fixture
def house(organisation):
    made.activity(organisation)
    made.activity(organisation, FILM)
    registers.application(organisation)


def facts(user, year=2026):
    return {one.fact.id: one for one in queries.figures_of(user, year).told}


def test_what_is_entered_stands_in_the_figures_of_its_year(house, person):
    found = facts(person("director"))
    contacts = found["participants.program-contoh.contacts.2026"]
    assert (contacts.fact.value, contacts.verdict.shown) == ("1500", True)
    assert found["applications.2026"].fact.value == "1"
    assert not facts(person("director"), 2025)


def test_two_survivors_are_withheld_on_the_page_and_in_the_file(house, signed_in, tmp_path):
    client = signed_in("director")
    page = client.get(reverse("yearly:figures", args=[2026])).content.decode()
    assert "Suara Contoh" in page
    assert "ditahan" in page
    path = tmp_path / "facts.csv"
    path.write_bytes(client.get(reverse("yearly:export", args=[2026])).content)
    told = {fact.id for fact in read_facts(path)}
    assert "participants.program-contoh.contacts.2026" in told
    assert "participants.suara-contoh.unique-persons.2026" not in told
    assert Event.objects.filter(verb="yearly.exported", subject="year:2026").count() == 1


def test_the_sum_of_the_house_does_not_give_two_people_back(house, person):
    """23 officers and 2 survivors: the sum of 25 beside the 23 would say 2."""
    found = queries.figures_of(person("director"), 2026)
    told = {one.fact.id for one in found.told}
    assert "participants.all.unique-persons.2026" in told
    assert "participants.program-contoh.unique-persons.2026" not in told
    assert {held.measure.en for held in found.held} >= {
        "participants: Program Contoh", "participants: Suara Contoh",
    }  # fmt: skip


def test_small_counts_of_cases_never_become_facts(organisation, person):
    for _n in range(3):
        cases.case(organisation, consent_reporting=True)
    found = queries.figures_of(person("supervisor"), timezone.localdate().year)
    assert not any(one.fact.query.startswith("case-cases") for one in found.told)
    assert any(held.query.startswith("case-cases") for held in found.held)


def test_enough_cases_are_told_rounded(organisation, person):
    for _n in range(22):
        cases.case(organisation, consent_reporting=True)
    year = timezone.localdate().year
    Case.objects.filter(pk=Case.objects.first().pk).update(
        opened_at=datetime(year - 1, 5, 1, tzinfo=UTC)
    )
    found = queries.figures_of(person("supervisor"), year)
    told = [one.fact.value for one in found.told if one.fact.query.startswith("case-cases")]
    assert told
    assert all(int(value) % 5 == 0 for value in told)


def test_alerts_are_told_by_outcome_and_rail_through_the_door(organisation, person, tmp_path):
    folder = alerts.write(tmp_path / "run", alerts.many(40))
    alert_actions.take_in(run_dir=folder, organisation=organisation, by=None)
    user = person("director")
    year = queries.years(user)[0]
    told = [one.fact for one in queries.figures_of(user, year).told if "alerts" in one.fact.query]
    assert {fact.query for fact in told} == {"alerts-by-outcome/1", "alerts-by-rail/1"}
    assert all(int(fact.value) >= 5 and int(fact.value) % 5 == 0 for fact in told)


def test_another_organisation_computes_its_own(house, person, other_organisation):
    theirs = person("director", organisation=other_organisation)
    assert facts(theirs) == {}
