"""Where one account's payments come from, and that the query is kept before they are read."""

import pytest

from jaga.background import Sources, answer, as_token
from jaga.errors import BadInput, WrongUsage
from jaga.screening.pack import DEFAULT
from jaga.screening.purpose_log import Query, overview

QUERY = Query("2026-01-02T03:04:05+00:00", "fajar", "quality", "", "A-1", "inv-a000001", "", "")


def _quiet(stage, done, total):
    pass


@pytest.mark.parametrize(
    "named",
    [(), ("payments", "ledger"), ("payments", "run"), ("ledger", "run")],
    ids=" and ".join,
)
def test_one_source_and_no_other_is_taken(tmp_path, named):
    places = {name: [tmp_path] if name == "payments" else tmp_path for name in named}
    with pytest.raises(WrongUsage, match="one source"):
        Sources(**places)


@pytest.mark.parametrize("name", ["ledger", "run"])
def test_a_folder_without_a_ledger_is_said_to_be_one(tmp_path, name):
    with pytest.raises(BadInput, match="--run"):
        Sources(**{name: tmp_path})


def test_a_run_is_read_from_the_ledger_inside_it(tmp_path):
    (tmp_path / "ledger").mkdir()
    (tmp_path / "ledger" / "manifest.json").write_text("{}")
    assert Sources(run=tmp_path).kept == Sources(ledger=tmp_path / "ledger").kept


@pytest.mark.parametrize("subject", [None, "", "  "])
def test_somebody_must_be_named(subject):
    with pytest.raises(WrongUsage):
        as_token(subject, None)


def test_a_key_makes_a_token_and_its_absence_leaves_the_subject():
    assert as_token(" inv-a000001 ", None) == "inv-a000001"
    keyed = as_token("inv-a000001", b"k" * 32)
    assert keyed.startswith("v1:")
    assert keyed == as_token("inv-a000001", b"k" * 32) != as_token("inv-a000001", b"o" * 32)


def test_the_query_is_kept_though_its_payments_cannot_be_read(tmp_path):
    log = tmp_path / "log.jsonl"
    (tmp_path / "broken.csv").write_text("neither\nnor\n")

    def engine():
        raise AssertionError("nothing may be asked before the payments are read")

    with pytest.raises(BadInput):
        answer(Sources([tmp_path / "broken.csv"]), QUERY, log, DEFAULT, engine, _quiet)
    assert [one["by"] for one in overview(log).queries] == ["fajar"]


def test_nothing_is_read_when_the_query_cannot_be_kept(tmp_path):
    sources = Sources([tmp_path / "not-there.csv"])
    with pytest.raises(BadInput, match="log"):
        answer(sources, QUERY, tmp_path, DEFAULT, lambda: None, _quiet)
