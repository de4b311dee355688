"""From a lead to a watchlist that the ledger reads: late, in company, with a way back."""

import csv
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaga.casework import leads
from jaga.ledger import tokens, watchlist
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger

KEY = b"k" * 48
BEGIN = date(2026, 1, 5)


def lead(number: int, added: date = BEGIN, **changes) -> leads.Lead:
    values = {
        "kind": "account",
        "token": tokens.token(KEY, "account", f"9900{number:06}"),
        "consent": f"PSJ-{number}",
        "added": added,
        "expires": leads.last_day(added, date(2030, 1, 1)),
        **changes,
    }
    return leads.Lead(**values)


def read(folder, found, today):
    path = folder / "watchlist.csv"
    path.write_text(leads.written(leads.rows(found, today)))
    ledger = Ledger.open(folder / f"store-{len(list(folder.iterdir()))}")
    return ledger, ledger.read_watchlist(path, ReadOptions(token_key=KEY))


def holding(ledger, today):
    return watchlist.standing(ledger.watched(), today)["holding"]


def test_three_leave_together_on_the_first_of_a_month(tmp_path):
    three = [lead(n, BEGIN + timedelta(days=n)) for n in range(3)]
    assert leads.rows(three, date(2026, 2, 28)) == []
    ledger, report = read(tmp_path, three, date(2026, 3, 1))
    assert (report.kept, report.rejected) == (3, {})
    assert holding(ledger, date(2026, 3, 1)) == 3


def test_the_file_does_not_tell_the_day_a_child_spoke(tmp_path):
    three = [lead(n, BEGIN + timedelta(days=3 * n)) for n in range(3)]
    text = leads.written(leads.rows(three, date(2026, 3, 1)))
    assert not any(one.added.isoformat() in text for one in three)
    assert {row["added_on"] for row in csv.DictReader(text.splitlines())} == {"2026-01-30"}


def test_one_alone_waits_long_and_then_goes(tmp_path):
    assert leads.rows([lead(1)], date(2026, 4, 30)) == []
    [day] = leads.releases([lead(1)]).values()
    assert day == date(2026, 6, 1)
    ledger, report = read(tmp_path, [lead(1)], day)
    assert (report.rejected, holding(ledger, day)) == ({}, 1)


def test_taken_back_before_its_release_it_never_leaves():
    back = lead(0, withdrawn=date(2026, 2, 20))
    rows = leads.rows([back, lead(1), lead(2)], date(2026, 3, 1))
    assert {row["consent_ref"] for row in rows} == {"PSJ-1", "PSJ-2"}


def test_taken_back_later_it_leaves_once_more_and_holds_no_longer(tmp_path):
    back = lead(0, withdrawn=date(2026, 5, 4))
    found = [back, lead(1), lead(2)]
    assert len(leads.rows(found, date(2026, 5, 3))) == 3
    rows = leads.rows(found, date(2026, 5, 4))
    assert [row["added_on"] for row in rows if row["reason_code"]] == ["2026-05-04"]
    ledger, report = read(tmp_path, found, date(2026, 5, 4))
    assert (report.kept, report.rejected) == (2, {"withdrawn": 2})
    assert holding(ledger, date(2026, 5, 4)) == 2


@pytest.mark.parametrize(
    ("added", "until", "last"),
    [
        (date(2026, 1, 5), date(2030, 1, 1), date(2026, 12, 31)),
        (date(2026, 1, 31), date(2030, 1, 1), date(2027, 1, 31)),
        (date(2026, 1, 5), date(2026, 6, 10), date(2026, 5, 31)),
        (date(2026, 1, 5), date(2026, 1, 20), date(2026, 1, 20)),
    ],
)
def test_it_holds_to_the_end_of_a_month_within_year_and_consent(added, until, last):
    assert leads.last_day(added, until) == last


def test_a_holder_or_an_address_is_never_taken_from_a_case():
    with pytest.raises(ValueError, match="holder"):
        leads.rows([lead(n, kind="holder") for n in range(3)], date(2026, 3, 1))
    assert set(leads.KINDS) == set(watchlist.FROM_CASES)


DAYS = st.dates(BEGIN, BEGIN + timedelta(days=200))


@st.composite
def leads_of_a_year(draw):
    found = []
    for number in range(draw(st.integers(1, 9))):
        added = draw(DAYS)
        back = draw(st.none() | st.integers(0, 300))
        found.append(
            lead(
                number % 6,
                added,
                consent=f"PSJ-{number % 5}",
                withdrawn=None if back is None else added + timedelta(days=back),
            )
        )
    return list(dict.fromkeys(found))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(leads_of_a_year(), st.integers(0, 400))
def test_whatever_leaves_is_read_whole_and_holds_from_its_release(tmp_path_factory, found, later):
    today = BEGIN + timedelta(days=later)
    rows = leads.rows(found, today)
    out = [row for row in rows if not row["reason_code"]]
    by_token = leads.releases(found)
    for row in out:
        behind = [one for one in found if one.token == row["token"]]
        assert any(by_token[one] <= today for one in behind)
        assert all((today - one.added).days >= 0 for one in behind if by_token[one] <= today)
    if not rows:
        return
    folder = tmp_path_factory.mktemp("read")
    ledger, report = read(folder, found, today)
    assert set(report.rejected) <= {"withdrawn", "same_row", "duplicate"}
    for _token, _kind, source, released, _ends in ledger.watched():
        assert source == 0
        assert released <= (today - leads.EPOCH).days


@given(leads_of_a_year(), st.integers(0, 400))
def test_no_row_leaves_sooner_than_the_delay(found, later):
    today = BEGIN + timedelta(days=later)
    tokens_out = {(row["token"], row["consent_ref"]) for row in leads.rows(found, today)}
    early = {
        (one.token, one.consent) for one in found if (today - one.added).days < watchlist.DELAY_DAYS
    } - {
        (one.token, one.consent)
        for one in found
        if (today - one.added).days >= watchlist.DELAY_DAYS
    }
    assert not tokens_out & early
