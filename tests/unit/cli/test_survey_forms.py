"""`jaga survey lint` and `jaga survey read`, called as people call them."""

import csv
import json

import pytest
from tests.unit.surveys.invented_answers import odk
from typer.testing import CliRunner

from jaga.errors import BadInput, Refused
from jaga.spreadsheet import as_xlsx
from jaga.surveys.lint import planted
from jaga_cli.app import app

FAULT = next(one for one in planted.PLANTED if one.rule == "missing_choice")


def saved(folder, form):
    """The form as a workbook on disk."""
    path = folder / "form.xlsx"
    tables = {
        title: [list(sheet.headers), *(list(line.cells) for line in sheet.lines)]
        for title, sheet in form.sheets.items()
    }
    path.write_bytes(as_xlsx(tables))
    return str(path)


@pytest.fixture
def run(monkeypatch):
    def called(*words, language="en"):
        monkeypatch.setenv("JAGA_LANGUAGE", language)
        return CliRunner().invoke(app, ["survey", *words])

    return called


def test_a_sound_form_may_be_published(run, tmp_path):
    ended = run("lint", saved(tmp_path, planted.sound()), "--publishable")
    assert (ended.exit_code, "may be published" in ended.output) == (0, True), ended.output


@pytest.mark.parametrize(("language", "said"), [("en", "Take one of"), ("id", "Pilih dari")])
def test_findings_say_where_and_what_to_do_in_the_readers_language(run, tmp_path, language, said):
    ended = run("lint", saved(tmp_path, planted.form(FAULT)), language=language)
    assert ended.exit_code == 0
    assert "survey 8 relevant (apps)" in ended.output
    assert said in ended.output


def test_a_form_with_findings_fails_where_that_was_asked(run, tmp_path):
    ended = run("lint", saved(tmp_path, planted.form(FAULT)), "--publishable", "--json")
    assert isinstance(ended.exception, Refused)
    told = json.loads(ended.stdout)
    assert told["publishable"] is False
    assert told["findings"][0]["rule"] == "missing_choice"


def test_answers_are_read_into_a_folder(run, tmp_path):
    form = planted.sound()
    export = tmp_path / "export.csv"
    export.write_bytes(odk(form, [{"consent": "tidak"}, {"consent": "ya", "age": "11"}]))
    out = tmp_path / "out"
    ended = run("read", saved(tmp_path, form), str(export), "--out", str(out))
    assert ended.exit_code == 0, ended.output
    assert "2 submissions of version 2026113001" in ended.output
    bases = {
        line["question"]: line
        for line in csv.DictReader((out / "bases.csv").read_text().splitlines())
    }
    assert (bases["age"]["asked"], bases["age"]["not_asked"]) == ("1", "1")


def test_an_export_that_is_none_is_a_sentence(run, tmp_path):
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    form = saved(tmp_path, planted.sound())
    ended = run("read", form, str(tmp_path / "x.csv"), "--out", str(tmp_path / "out"))
    assert isinstance(ended.exception, BadInput)
    assert not (tmp_path / "out").exists()
