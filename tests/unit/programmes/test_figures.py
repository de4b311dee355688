"""Facts of activities: what adds up is added, and what may overlap only gets its two ends."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from jaga.evidence.facts import read_facts, write_facts
from jaga.programmes import figures
from jaga.programmes.activities import Activity, Count
from jaga.programmes.places import of_code

TRAINING = Activity(
    "K-1", "Pelatihan Contoh", "Program Satu", "education", date(2026, 3, 2), date(2026, 3, 4),
    ("Mitra Contoh", "Dinas Contoh"), (of_code("32.04"), of_code("33")),
    (
        Count("unique_persons", "officers", "f", "from_18", 17),
        Count("unique_persons", "officers", "m", "from_18", 6),
        Count("contacts", "officers", "unknown", "unknown", 65, "about"),
        Count("things", "villages", "", "", 4),
    ),
)  # fmt: skip
OUTREACH = Activity(
    "K-2", "Kunjungan Sekolah Contoh", "Program Satu", "education", date(2026, 5, 4),
    date(2026, 5, 4), ("Mitra Contoh",), (of_code("32"),),
    (
        Count("unique_persons", "children", "unknown", "under_18", 40),
        Count("contacts", "children", "unknown", "under_18", 1500, "more_than"),
        Count("things", "villages", "", "", 3),
        Count("things", "meetings", "", "", 2),
    ),
)  # fmt: skip


def told(*activities, year=2026):
    return {fact.id: fact for fact in figures.facts(activities, year).facts}


def test_persons_of_one_activity_and_their_parts_are_exact():
    facts = told(TRAINING)
    whole = facts["participants.program-satu.unique-persons.2026"]
    women = facts["participants-by.program-satu.unique-persons.sex.f.2026"]
    assert (whole.value, whole.unit, whole.kind) == ("23", "persons", "unique persons")
    assert (women.value, women.n) == ("17", 23)
    assert "participants-by.program-satu.unique-persons.age.from-18.2026" not in facts


def test_persons_of_two_activities_are_at_most_their_sum_and_at_least_the_largest():
    whole = told(TRAINING, OUTREACH)["participants.program-satu.unique-persons.2026"]
    assert (whole.value, whole.low, whole.high, whole.qualifier) == ("63", "40", "63", "up to")


def test_contacts_add_up_and_say_when_one_was_a_guess():
    whole = told(TRAINING, OUTREACH)["participants.program-satu.contacts.2026"]
    assert (whole.value, whole.qualifier, whole.low) == ("1565", "about", "")


def test_the_three_ways_of_counting_are_never_one_sum():
    sums = {
        fact.kind: fact.value
        for fact in figures.facts([TRAINING, OUTREACH], 2026).facts
        if fact.query == "participants/1" and not fact.programme
    }
    assert sums == {"unique persons": "63", "contacts": "1565"}


def test_villages_may_be_shared_and_meetings_are_not():
    facts = told(TRAINING, OUTREACH)
    assert facts["things.program-satu.villages.2026"].qualifier == "up to"
    assert facts["things.program-satu.villages.2026"].low == "4"
    assert facts["things.program-satu.meetings.2026"].qualifier == ""


def test_places_and_partners_are_counted_once():
    facts = told(TRAINING, OUTREACH)
    assert facts["places.all.provinces.2026"].value == "2"
    assert facts["places.all.districts.2026"].value == "1"
    assert facts["partners.all.2026"].value == "2"
    assert facts["activities.all.2026"].value == "2"


def test_an_activity_belongs_to_the_year_in_which_it_began():
    assert told(TRAINING, year=2025) == {}


def test_the_hash_follows_the_rows_and_not_their_order():
    one, two = figures.facts([TRAINING, OUTREACH], 2026), figures.facts([OUTREACH, TRAINING], 2026)
    assert one == two
    other = told(TRAINING)["activities.all.2026"].query_hash
    assert one.facts[0].query_hash != other


def test_no_hash_tells_how_many_people_were_withheld():
    # Whoever knows all of an activity but this number would try 1 to 4 until the hash fits.
    made = []
    for few in (1, 4):
        counts = (
            Count("unique_persons", "children", "f", "under_18", few),
            Count("unique_persons", "children", "m", "under_18", 50 - few),
        )
        facts = figures.facts([replace(TRAINING, counts=counts), OUTREACH], 2026).facts
        made.append({fact.query_hash for fact in facts})
    assert made[0] == made[1]


def test_the_facts_travel_as_a_file(tmp_path):
    facts = figures.facts([TRAINING, OUTREACH], 2026).facts
    path = tmp_path / "facts.csv"
    path.write_text(write_facts(facts), encoding="utf-8")
    assert read_facts(path) == facts


# Of five and more: smaller ones are withheld, and the two ends with them.
LISTS = st.lists(st.sets(st.integers(0, 30), min_size=5), min_size=2, max_size=5)


@settings(deadline=None)
@given(LISTS)
def test_the_two_ends_hold_whoever_came_twice(lists):
    """The persons themselves are known here: all together lie between the two ends."""
    activities = [
        Activity(
            f"K-{place}", "Kegiatan Contoh", "Program Satu", "education",
            date(2026, 1, 1), date(2026, 1, 1),
            counts=(Count("unique_persons", "children", "f", "under_18", len(persons)),),
        )
        for place, persons in enumerate(lists)
    ]  # fmt: skip
    whole = told(*activities)["participants.program-satu.unique-persons.2026"]
    assert int(whole.low) <= len(set().union(*lists)) <= int(whole.high)


def house_of(numbers):
    return [
        Activity(
            f"K-{place}", "Kegiatan Contoh", f"Program {place}", "education",
            date(2026, 1, 1), date(2026, 1, 1),
            counts=(Count("contacts", "children", "f", "under_18", number),),
        )
        for place, number in enumerate(numbers)
    ]  # fmt: skip


def test_a_small_programme_is_withheld_with_a_partner_and_the_house_is_told():
    answer = figures.facts(house_of([2, 60, 40]), 2026)
    told = {fact.programme: fact.value for fact in answer.facts if fact.query == "participants/1"}
    assert told == {"": "102", "Program 1": "60"}
    assert [held.measure.en for held in answer.held] == [
        "attendances: Program 0", "attendances: Program 2",
    ]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.integers(1, 60), min_size=2, max_size=6))
def test_the_house_minus_what_is_told_never_leaves_one_to_four_people(numbers):
    """What a reader can take away from the sum of the house: every programme that is told."""
    facts = figures.facts(house_of(numbers), 2026).facts
    told = {fact.programme: int(fact.value) for fact in facts if fact.query == "participants/1"}
    rest = told.pop("") - sum(told.values())
    hidden = len(numbers) - len(told)
    assert hidden == 0 or (hidden > 1 and rest >= 5) or hidden == len(numbers)
