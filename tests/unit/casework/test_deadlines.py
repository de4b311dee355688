"""Every deadline row's worked examples, and what holds for all clocks whatever the row."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.casework import deadlines, holidays
from jaga.casework.deadline_rows import DEADLINES, PAUSE_REASONS

HOURS = DEADLINES["police_report_tpks41"]
DAYS = DEADLINES["complaint_follow_up"]
EXAMPLES = [
    pytest.param(row, example, id=f"{row.id}-{example.started}")
    for row in DEADLINES.values()
    for example in row.examples
]

zones = st.sampled_from(sorted(deadlines.ZONES))
moments = st.datetimes(datetime(2025, 1, 1), datetime(2026, 10, 1), timezones=st.just(UTC))
lengths = st.integers(1, 200)


@st.composite
def pauses(draw, apart: bool = True) -> list[deadlines.Pause]:
    """Pauses after 2025, in any order; `apart`: none touches another."""
    at, found = draw(moments), []
    for _ in range(draw(st.integers(0, 4))):
        begin = at + timedelta(minutes=draw(st.integers(1, 3000)))
        end = begin + timedelta(minutes=draw(st.integers(0, 3000)))
        found.append((begin, end))
        at = end if apart else begin
    return draw(st.permutations(found))


def local(text: str, zone: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(("row", "example"), EXAMPLES)
def test_worked_examples(row, example):
    due = deadlines.due(row, row.length, local(example.started, example.zone), example.zone, [])
    assert due.at.astimezone(ZoneInfo(example.zone)) == local(example.due, example.zone)
    assert due.holidays_known == example.holidays_known


@pytest.mark.parametrize("row", DEADLINES.values(), ids=DEADLINES)
def test_every_row_is_whole(row):
    assert row.examples or row.unit == "date"
    assert row.source
    assert row.reason
    assert set(row.pauses) <= set(PAUSE_REASONS)
    assert [step.percent for step in row.steps] == [50, 80, 101]


def test_the_hours_of_a_law_are_never_paused_and_never_changed():
    of_law = [row for row in DEADLINES.values() if row.law.id.startswith("UU ")]
    assert {row.length for row in of_law} == {72, 24}
    assert not any(row.pauses or row.configurable for row in of_law)


@given(moments, lengths, zones)
def test_hours_are_exact_in_every_zone(started, length, zone):
    due = deadlines.due(HOURS, length, started.astimezone(ZoneInfo(zone)), zone, [])
    assert due == deadlines.Due(started + timedelta(hours=length))


@given(moments, lengths, zones, pauses())
def test_pauses_add_exactly_their_sum(started, length, zone, held):
    due = deadlines.due(HOURS, length, started, zone, held)
    total = sum((end - begin for begin, end in held), timedelta())
    assert due.at - started - timedelta(hours=length) == total


@given(moments, st.integers(1, 15), zones, pauses(apart=False), st.randoms())
def test_the_order_of_pauses_does_not_matter(started, length, zone, held, chance):
    mixed = list(held)
    chance.shuffle(mixed)
    for row in (HOURS, DAYS):
        first = deadlines.due(row, length, started, zone, held)
        assert deadlines.due(row, length, started, zone, mixed) == first


@given(moments, st.integers(1, 15), zones, pauses())
def test_working_days_end_on_a_working_day_and_hold_as_many(started, length, zone, held):
    due = deadlines.due(DAYS, length, started, zone, held)
    first = started.astimezone(ZoneInfo(zone)).date()
    last = due.at.astimezone(ZoneInfo(zone)).date()
    assert holidays.is_working(last)
    assert due.at.astimezone(ZoneInfo(zone)).time() == deadlines.LAST_MINUTE
    paused = sum(
        holidays.working_between(*(end.astimezone(ZoneInfo(zone)).date() for end in pause))
        for pause in held
    )
    assert holidays.working_between(first, last) == length + paused


@given(moments, st.integers(-5000, 5000))
def test_a_minute_late_is_late_and_stays_so(due_at, minutes):
    late = deadlines.late_hours(due_at, due_at + timedelta(minutes=minutes))
    assert late == (max(0, -(-minutes // 60)))
    assert deadlines.late_hours(due_at, due_at + timedelta(minutes=minutes + 1)) >= late


@pytest.mark.parametrize(
    ("minutes", "word"),
    [(0, "early"), (49, "early"), (50, "half"), (80, "soon"), (100, "soon"), (101, "late")],
)
def test_stages(minutes, word):
    started = datetime(2026, 5, 5, tzinfo=UTC)
    used = deadlines.percent(
        started, started + timedelta(minutes=100), started + timedelta(minutes=minutes)
    )
    assert deadlines.stage(used) == word


def test_a_second_over_is_late_even_for_a_long_clock():
    started = datetime(2026, 5, 5, tzinfo=UTC)
    due_at = started + timedelta(days=30)
    over = due_at + timedelta(seconds=1)
    assert deadlines.stage(deadlines.percent(started, due_at, over)) == "late"


def test_a_date_that_a_person_sets_is_not_counted():
    with pytest.raises(ValueError, match="case_review"):
        deadlines.due(DEADLINES["case_review"], 0, datetime.now(UTC), "Asia/Jakarta", [])


def test_holidays_of_known_years_and_of_no_other():
    assert holidays.known_years() == {2025, 2026}
    kinds = {
        year: [h.kind for h in holidays.holidays().values() if h.day.year == year]
        for year in holidays.known_years()
    }
    assert {year: found.count("holiday") for year, found in kinds.items()} == {2025: 17, 2026: 17}
    assert {year: found.count("joint_leave") for year, found in kinds.items()} == {
        2025: 11,
        2026: 8,
    }
    assert all(h.source and h.mark in ("S", "OK") for h in holidays.holidays().values())


def test_a_year_without_a_decision_is_said_to_be_unknown():
    assert holidays.after(date(2026, 12, 28), 1) == (date(2026, 12, 29), True)
    assert not holidays.after(date(2026, 12, 31), 1)[1]
    assert not holidays.after(date(2027, 5, 3), 1)[1]
    with pytest.raises(ValueError, match="one working day"):
        holidays.after(date(2026, 1, 5), 0)
