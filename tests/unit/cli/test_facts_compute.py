"""`jaga facts compute` writes the facts of a year from files, and names what it withholds."""

from dataclasses import replace
from datetime import date

import pytest
from typer.testing import CliRunner

from jaga.errors import BadInput
from jaga.evidence.facts import read_facts
from jaga.programmes import activities
from jaga.programmes.activities import Activity, Count
from jaga_cli.app import app
from jaga_cli.facts_compute import compute

ONE = Activity(
    "K-1", "Kegiatan Contoh", "Program Satu", "education", date(2026, 1, 1), date(2026, 1, 1),
    counts=(Count("unique_persons", "children", "f", "under_18", 40),),
)  # fmt: skip
FEW = replace(
    ONE,
    code="K-2",
    programme="Program Dua",
    counts=(Count("unique_persons", "survivors", "f", "from_18", 2),),
)


def test_the_facts_are_written_without_what_is_withheld(tmp_path, capsys):
    rows, out = tmp_path / "activities.csv", tmp_path / "facts.csv"
    rows.write_text(activities.write([ONE, FEW]), encoding="utf-8")
    compute(rows, 2026, out)
    told = {fact.id: fact.value for fact in read_facts(out)}
    assert told["participants.all.unique-persons.2026"] == "42"
    assert "participants.program-dua.unique-persons.2026" not in told
    assert "Program Dua" in capsys.readouterr().err


def test_it_is_a_command_of_facts(tmp_path):
    rows, out = tmp_path / "activities.csv", tmp_path / "facts.csv"
    rows.write_text(activities.write([ONE]), encoding="utf-8")
    words = ["facts", "compute", str(rows), "--year", "2026", "--out", str(out)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    assert len(read_facts(out)) == 4


def test_a_wrong_row_writes_nothing(tmp_path):
    rows, out = tmp_path / "activities.csv", tmp_path / "facts.csv"
    rows.write_text(activities.write([ONE]).replace(",40,", ",empat puluh,"), encoding="utf-8")
    with pytest.raises(BadInput, match="Line 2"):
        compute(rows, 2026, out)
    assert not out.exists()
