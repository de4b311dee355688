"""Activities in and out of CSV: what is wrong is told with its line, and nothing is half read."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaga.programmes import activities
from jaga.programmes.activities import Activity, Count
from jaga.programmes.codes import AGES, GROUPS, OF_PERSONS, PILLARS, PRECISIONS, SEXES
from jaga.programmes.places import of_code
from jaga.programmes.sheets import WrongRows

HEADING = ",".join(activities.COLUMNS)
GOOD = (
    "K-1,Lokakarya Contoh,Program Contoh,education,Mitra Contoh,kemendagri/2025/32.04,2026-03-02,"
)


def sheet(*rows: str) -> str:
    return "\n".join([HEADING, *rows])


def problems(*rows: str) -> list[str]:
    with pytest.raises(WrongRows) as wrong:
        activities.read(sheet(*rows))
    return [one.en for one in wrong.value.problems]


def test_counts_of_one_activity_stand_in_rows_of_their_own():
    (one,) = activities.read(
        sheet(
            GOOD + ",unique_persons,children,f,under_18,17,",
            GOOD + ",unique_persons,children,m,under_18,6,about",
            GOOD + ",things,villages,,,4,",
        )
    )
    assert one.places == (of_code("32.04"),)
    assert one.ends_on == one.starts_on == date(2026, 3, 2)
    assert sorted(count.number for count in one.counts) == [4, 6, 17]


def test_an_activity_that_counts_nothing_has_one_row():
    (one,) = activities.read(sheet(GOOD + ",,,,,,"))
    assert one.counts == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (GOOD + ",persons,children,f,under_18,17,", "counting: choose one of unique_persons"),
        (GOOD + ",contacts,students,f,under_18,17,", "of: choose one of children"),
        (GOOD + ",contacts,children,f,under_18,1.200,", "without points or commas"),
        (GOOD + ",contacts,children,f,under_18,0,", "whole number from 1"),
        (GOOD + ",things,villages,f,,4,", "leave sex and age empty"),
        (GOOD.replace("kemendagri/2025/32.04", "32.04") + ",,,,,,", "with its scheme and edition"),
        (GOOD.replace("32.04", "20") + ",,,,,,", "place codes like 32"),
        (GOOD.replace("2026-03-02", "2/3/2026") + ",,,,,,", "date like 2026-08-31"),
        (GOOD + "2026-03-01,,,,,,", "cannot be before the first"),
        (GOOD.replace("Lokakarya Contoh", "Ibu Rekaan 0812 3456 7890") + ",,,,,,", "take out"),
    ],
)
def test_a_wrong_row_is_told_with_its_line_and_what_to_do(row, told):
    (problem,) = problems(row)
    assert problem.startswith("Line 2: ")
    assert told in problem


def test_every_wrong_row_is_told_at_once():
    found = problems(
        GOOD + ",contacts,children,f,under_18,x,",
        GOOD + ",contacts,parents,f,from_18,20,",
        GOOD.replace("K-1", "K-2").replace("education", "sport") + ",,,,,,",
    )
    assert [one.split(":")[0] for one in found] == ["Line 2", "Line 4"]


def test_rows_of_one_activity_must_agree():
    (problem,) = problems(
        GOOD + ",contacts,children,f,under_18,5,",
        GOOD.replace("32.04", "33") + ",contacts,children,m,under_18,5,",
    )
    assert problem.startswith("Line 3: this activity is written differently from line 2")


def test_the_same_count_twice_is_not_added():
    (problem,) = problems(
        GOOD + ",contacts,children,f,under_18,5,", GOOD + ",contacts,children,f,under_18,7,"
    )
    assert "written twice" in problem


@pytest.mark.parametrize(
    "text",
    ["", "a,b\n1,2\n", HEADING, HEADING.replace("title", "judul") + "\n" + GOOD, 'activity,"ti\n'],
)
def test_what_is_no_such_sheet_is_refused(text):
    with pytest.raises(Exception, match=r"headings|rows|quotation") as wrong:
        activities.read(text)
    assert wrong.value.exit_code == 3


def codes(known):
    return st.sampled_from(sorted(known))


NAMES = st.text(st.characters(categories=("L",)), min_size=1, max_size=12)
COUNTS = st.builds(
    Count,
    counting=st.sampled_from(OF_PERSONS),
    of=codes(GROUPS),
    sex=codes(SEXES),
    age=codes(AGES),
    number=st.integers(1, 9_999),
    precision=codes(PRECISIONS),
)
DAY = date(2026, 5, 4)
ACTIVITIES = st.builds(
    Activity,
    code=NAMES,
    title=st.one_of(NAMES, NAMES.map(lambda name: f"=, {name}")),
    programme=NAMES,
    pillar=codes(PILLARS),
    starts_on=st.just(DAY),
    ends_on=st.just(DAY),
    partners=st.lists(NAMES, max_size=3, unique=True).map(tuple),
    places=st.sets(st.sampled_from([of_code("32"), of_code("32.04"), of_code("73")])).map(
        lambda found: tuple(sorted(found))
    ),
    counts=st.lists(COUNTS, max_size=4, unique_by=lambda c: c.about).map(
        lambda found: tuple(sorted(found))
    ),
)


@settings(deadline=None)
@given(st.lists(ACTIVITIES, min_size=1, max_size=4, unique_by=lambda one: one.code))
def test_what_is_written_is_read_back(made):
    assert list(activities.read(activities.write(made))) == made
