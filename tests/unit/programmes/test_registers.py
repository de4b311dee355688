"""The register of applications: sourced, dated rows, none overwritten. All names are invented."""

import pytest

from jaga.programmes import register_figures, registers
from jaga.programmes.sheets import WrongRows

HEADING = ",".join([*registers.COLUMNS, *registers.MORE])
FIRST = (
    "A-1,Obrolan Rekaan,contact; paying,e_wallet,Asesmen rekaan 2026,"
    "2026-04-01,2026-02-01,2026-03-01,"
)
LATER = (
    "A-1,Obrolan Rekaan,contact,gift,Laporan rekaan Mei 2026,2026-05-01,2026-01-10,2026-04-20,,,"
)
GONE = (
    "A-1,Obrolan Rekaan,contact,gift,Surat rekaan dari penyedia,2026-09-01,2026-05-01,2026-05-01,,"
    "withdrawn,Penyedia menutup fitur itu"
)


def sheet(*rows: str) -> str:
    return "\n".join([HEADING, *rows])


def values(*rows: str, year: int = 2026) -> dict[str, str]:
    facts = register_figures.facts(registers.read(sheet(*rows)), year).facts
    return {fact.id: fact.value for fact in facts}


def test_the_newest_source_tells_and_the_times_span_all_rows():
    now = registers.current(registers.read(sheet(LATER, FIRST + ",,")))["A-1"]
    assert now.newest.means == ("gift",)
    assert (now.first_seen.isoformat(), now.last_seen.isoformat()) == ("2026-01-10", "2026-04-20")
    assert now.rows == 2


def test_a_withdrawn_application_is_no_longer_counted_and_keeps_its_rows():
    assert values(FIRST + ",,")["applications.2026"] == "1"
    assert values(FIRST + ",,", GONE) == {}
    assert not registers.current(registers.read(sheet(FIRST + ",,", GONE)))["A-1"].is_listed


def test_ways_and_means_are_parts_of_the_applications():
    other = FIRST.replace("A-1", "A-2") + ",,"
    found = values(FIRST + ",,", other)
    assert found["applications-by-way.contact.2026"] == "2"
    assert found["applications-by-means.e-wallet.2026"] == "2"


def test_a_later_source_does_not_speak_for_an_earlier_year():
    assert values(FIRST + ",,", year=2025) == {}


def test_the_same_row_twice_is_one_row():
    assert len(registers.read(sheet(FIRST + ",,", FIRST + ",,"))) == 1


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (FIRST.replace("Asesmen rekaan 2026", "") + ",,", "name the source"),
        (FIRST.replace("contact; paying", "chat") + ",,", "ways: fill in one or more"),
        (FIRST.replace("2026-04-01", "2026-01-01") + ",,", "dated before what it saw"),
        (FIRST + ",withdrawn,", "say why"),
    ],
)
def test_a_claim_without_what_it_needs_is_refused_with_its_line(row, told):
    with pytest.raises(WrongRows) as wrong:
        registers.read(sheet(row))
    assert wrong.value.problems[0].en.startswith("Line 2: ")
    assert told in wrong.value.problems[0].en


def test_what_is_written_is_read_back():
    entries = registers.read(sheet(FIRST + ",,", LATER, GONE))
    assert registers.read(registers.write(entries)) == entries
