"""Watched tokens: consent, an end, a release in batches, and a way back."""

from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.ledger.payments import write

from jaga.ledger import watchlist
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger

EPOCH = date(1970, 1, 1)
CASE = {
    "token": "0812 345",
    "token_kind": "phone",
    "source": "case",
    "reason_code": "",
    "added_on": "2025-01-15",
    "expires_on": "2025-12-31",
    "consent_ref": "c1",
}
PARTNER = {**CASE, "token": "D1", "token_kind": "account", "source": "partner", "consent_ref": ""}
BACK = {"reason_code": "withdrawn", "added_on": "2025-06-01", "expires_on": "2025-06-01"}


def number(text):
    return (date.fromisoformat(text) - EPOCH).days


def day(number):
    return (EPOCH + timedelta(days=number)).isoformat()


def read(tmp_path, *rows):
    ledger = Ledger.open(tmp_path / "store")
    path = write(tmp_path / "watchlist.csv", list(rows))
    return ledger, ledger.read_watchlist(path, ReadOptions())


def spans(ledger):
    """First and last day on which each kept entry may match."""
    return sorted((day(row[3]), day(row[4])) for row in ledger.watched())


@pytest.mark.parametrize(
    ("row", "changes", "reason"),
    [
        (CASE, {"consent_ref": " "}, "no_consent"),
        (CASE, {"token_kind": "holder"}, "not_from_a_case"),
        (CASE, {"token_kind": "ip"}, "not_from_a_case"),
        (CASE, {"expires_on": ""}, "missing_value"),
        (CASE, {"added_on": ""}, "missing_value"),
        (CASE, {"expires_on": "2025-01-14"}, "ends_before_added"),
        (CASE, {"expires_on": "2026-01-17"}, "watched_too_long"),
        (PARTNER, {"expires_on": "2026-01-17"}, "watched_too_long"),
        (PARTNER, {"source": "ruling", "expires_on": "2027-01-17"}, "watched_too_long"),
    ],
)
def test_a_rule_that_is_broken_rejects_the_row_and_says_which(tmp_path, row, changes, reason):
    _, report = read(tmp_path, {**row, **changes})
    assert (report.kept, report.rejected) == (0, {reason: 1})


@pytest.mark.parametrize(
    ("row", "changes"),
    [
        (CASE, {"expires_on": "2025-01-15"}),
        (CASE, {"expires_on": "2026-01-16"}),
        (PARTNER, {"source": "ruling", "expires_on": "2027-01-16", "token_kind": "holder"}),
        (PARTNER, {"token_kind": "ip"}),
    ],
)
def test_the_last_row_that_each_rule_lets_in(tmp_path, row, changes):
    _, report = read(tmp_path, {**row, **changes})
    assert (report.kept, report.rejected) == (1, {})


def test_a_list_without_an_end_is_not_read(tmp_path):
    from jaga.errors import BadInput

    row = {name: text for name, text in CASE.items() if name != "expires_on"}
    with pytest.raises(BadInput, match="expires_on"):
        read(tmp_path, row)


def test_rulings_and_partners_hold_from_the_day_they_were_added(tmp_path):
    ledger, _ = read(tmp_path, PARTNER, {**PARTNER, "source": "ruling"})
    assert spans(ledger) == [("2025-01-15", "2025-12-31")] * 2


@pytest.mark.parametrize(
    ("added", "from_day"),
    [
        ("2025-01-01", "2025-02-01"),  # 31 days
        ("2025-01-02", "2025-02-01"),  # 30 days, the least
        ("2025-01-03", "2025-03-01"),  # 29 days would be too soon
        ("2024-12-31", "2025-02-01"),
    ],
)
def test_a_case_entry_waits_for_the_first_of_a_month(added, from_day):
    entries = [(number(added), f"c{n}") for n in range(watchlist.SMALLEST_BATCH)]
    assert {day(one) for one in watchlist.released(entries).values()} == {from_day}


def test_too_small_a_batch_waits_for_company():
    early = [(number("2025-01-01"), "c1"), (number("2025-01-01"), "c2")]
    late = [(number("2025-01-20"), "c3")]
    found = watchlist.released(early + late)
    assert {day(one) for one in found.values()} == {"2025-03-01"}


def test_one_child_with_three_numbers_is_no_company(tmp_path):
    rows = [{**CASE, "token": f"0812 {n}"} for n in range(3)]
    ledger, _ = read(tmp_path, *rows)
    assert {first for first, _ in spans(ledger)} == {"2025-06-01"}


def test_nobody_waits_for_ever():
    """2025-01-15 and 120 days is 15 May; the next first of a month is June's."""
    found = watchlist.released([(number("2025-01-15"), "c1")])
    assert [day(one) for one in found.values()] == ["2025-06-01"]


def test_no_release_comes_before_the_delay_or_on_another_day_than_a_first():
    entries = [(number("2025-01-01") + 5 * n, f"c{n % 7}") for n in range(60)]
    found = watchlist.released(entries)
    assert set(found) == set(entries)
    for (added, _), out in found.items():
        assert out - added >= watchlist.DELAY_DAYS
        assert out - added <= watchlist.LONGEST_WAIT_DAYS + 31
        assert day(out).endswith("-01")


ADDED = st.tuples(st.integers(20_000, 20_400), st.sampled_from("abcdef"))


@given(st.lists(ADDED, max_size=25), st.integers(20_000, 20_400), st.lists(ADDED, max_size=10))
def test_what_is_added_later_moves_no_release_that_is_known(old, today, new):
    """Entries of `today` or later change no release on the days that the delay covers."""
    before = watchlist.released([one for one in old if one[0] < today])
    known = {one: on for one, on in before.items() if on < today + watchlist.DELAY_DAYS}
    after = watchlist.released([*old, *(one for one in new if one[0] >= today)])
    for entry, on in known.items():
        assert after[entry] == on


def test_a_withdrawn_row_takes_its_entry_back(tmp_path):
    ledger, report = read(tmp_path, CASE, {**CASE, **BACK})
    assert ledger.watched() == []
    assert (report.rows_in, report.kept, report.rejected) == (2, 0, {"withdrawn": 2})


def test_another_childs_entry_of_the_same_number_stays(tmp_path):
    ledger, report = read(tmp_path, CASE, {**CASE, "consent_ref": "c2"}, {**CASE, **BACK})
    assert (report.kept, len(ledger.watched())) == (1, 1)


def test_a_new_consent_after_a_withdrawal_counts(tmp_path):
    again = {**CASE, "added_on": "2025-06-02"}
    ledger, report = read(tmp_path, CASE, {**CASE, **BACK}, again)
    assert (report.kept, len(ledger.watched())) == (1, 1)


def test_a_withdrawal_does_not_move_the_release_of_the_others(tmp_path):
    three = [{**CASE, "token": f"0812 {n}", "consent_ref": f"c{n}"} for n in range(3)]
    ledger, _ = read(tmp_path, *three)
    before = spans(ledger)
    ledger, _ = read(tmp_path, *three, {**three[0], **BACK})
    assert spans(ledger) == before[1:]
    assert before[0][0] == "2025-03-01"


def test_a_list_read_again_takes_the_place_of_the_earlier_one(tmp_path):
    read(tmp_path, PARTNER)
    ledger, _ = read(tmp_path, {**PARTNER, "expires_on": "2025-03-31"})
    assert spans(ledger) == [("2025-01-15", "2025-03-31")]


def test_screening_is_told_nothing_of_the_case(tmp_path):
    ledger, _ = read(tmp_path, {**CASE, "reason_code": "r1"})
    told = [str(cell) for row in ledger.watched() for cell in row]
    stored = duckdb.execute("FROM read_parquet(?)", [str(ledger.watchlist_file)]).fetchone()
    assert {"r1", "c1"} <= {str(cell) for cell in stored}
    assert not {"r1", "c1", str(number("2025-01-15"))} & set(told)


def test_the_rules_stand_in_the_manifest(tmp_path):
    ledger, _ = read(tmp_path, CASE)
    assert ledger.manifest["watchlist"]["rules"]["delay_days"] == watchlist.DELAY_DAYS


def test_it_is_said_how_many_hold_wait_and_have_ended(tmp_path):
    ended = {**PARTNER, "token": "D2", "expires_on": "2025-02-28"}
    ledger, _ = read(tmp_path, PARTNER, CASE, ended)
    for on, counts in (
        ("2025-02-28", (2, 1, 0)),
        ("2025-03-01", (1, 1, 1)),
        ("2025-06-01", (2, 0, 1)),
        ("2026-01-01", (0, 0, 3)),
    ):
        found = watchlist.standing(ledger.watched(), date.fromisoformat(on))
        assert tuple(found.values()) == counts, on
