"""Opening hours, safe contact, kinds of help, numbers: the facts behind the public door."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.casework import elsewhere, help_wanted, safe_contact
from jaga.casework.opening import Opening
from jaga.errors import NotInstalledRight

OFFICE = Opening.parse("1-5 08:00-16:00 WIB")


@pytest.mark.parametrize(
    ("at", "open_now", "next_words"),
    [
        ("2026-11-30T08:00+07:00", True, "Selasa pukul 08.00 WIB"),
        ("2026-11-30T07:59+07:00", False, "Senin pukul 08.00 WIB"),
        ("2026-11-30T16:00+07:00", False, "Selasa pukul 08.00 WIB"),
        ("2026-12-04T15:59+07:00", True, "Senin pukul 08.00 WIB"),
        ("2026-12-05T10:00+07:00", False, "Senin pukul 08.00 WIB"),
        ("2026-11-30T01:00+00:00", True, "Selasa pukul 08.00 WIB"),
    ],
)
def test_opening_hours_worked_examples(at, open_now, next_words):
    moment = datetime.fromisoformat(at)
    assert OFFICE.is_open(moment) is open_now
    assert OFFICE.next_words(moment).id == next_words


def test_hours_are_told_in_their_own_zone():
    east = Opening.parse("6-6 09:30-12:00 WIT")
    assert east.hours().id == "Sabtu, 09.30–12.00 WIT"
    assert OFFICE.hours().en == "Monday–Friday, 08:00–16:00 WIB"
    assert east.is_open(datetime.fromisoformat("2026-12-05T00:30+00:00"))


@given(st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(None)))
def test_it_opens_within_four_days_and_is_open_then(naive):
    moment = naive.replace(tzinfo=datetime.fromisoformat("2026-01-01T00:00+07:00").tzinfo)
    start = OFFICE.opens_next(moment)
    assert timedelta(0) < start - moment <= timedelta(days=4)
    assert OFFICE.is_open(start)


@pytest.mark.parametrize(
    "text",
    ["", "1-5 08:00-16:00", "5-1 08:00-16:00 WIB", "1-5 25:00-26:00 WIB", "1-5 16:00-08:00 WIB"],
)
def test_hours_that_are_none_are_refused(text):
    with pytest.raises(NotInstalledRight):
        Opening.parse(text)


def test_kinds_of_help_are_codes_once_each_in_order():
    codes = [kind.code for kind in help_wanted.KINDS]
    assert len(set(codes)) == len(codes)
    assert help_wanted.known(["unsure", "x", "listen", "listen"]) == ["listen", "unsure"]


def test_no_rule_of_safe_contact_has_a_default():
    assert safe_contact.kept({}) == safe_contact.kept({"when": "  "}) == ""
    assert safe_contact.read("") == safe_contact.read("[terhapus / erased]") == {}


@given(st.dictionaries(st.sampled_from([*[r.name for r in safe_contact.RULES], "x"]), st.text()))
def test_answers_are_kept_as_given_and_strange_names_are_not(typed):
    kept = safe_contact.read(safe_contact.kept(typed))
    assert set(kept) <= {rule.name for rule in safe_contact.RULES}
    assert all(kept[name] == typed[name].strip()[: safe_contact.LONGEST] for name in kept)


def test_every_number_and_place_names_its_source():
    assert {one.number for one in elsewhere.NUMBERS if one.short} == {"110", "112", "129"}
    assert all(one.source for one in (*elsewhere.NUMBERS, *elsewhere.PLACES))
    assert not any("://" in place.address for place in elsewhere.PLACES)
