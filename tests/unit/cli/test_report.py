"""`jaga report` writes what it says, and says what to do when it cannot."""

from typer.testing import CliRunner

from jaga.report.example import YEAR
from jaga_cli.app import app


def _run(*words: str):
    return CliRunner().invoke(app, ["report", *words])


def test_without_facts_the_invented_year_is_built_with_its_brief(tmp_path):
    done = _run("build", "--year", str(YEAR), "--brief", "--out", str(tmp_path / "a" / "b"))
    assert done.exit_code == 0, done.output
    assert {one.name for one in (tmp_path / "a" / "b").iterdir()} == {
        "report.pdf", "report.html", "report.docx", "numbers.json", "brief.pdf", "brief.docx",
    }  # fmt: skip


def test_the_texts_beside_the_facts_are_used_and_faults_in_them_named(tmp_path):
    facts = tmp_path / "facts.csv"
    facts.write_text(
        "fact_id,section,pillar,programme,partner,measure,value,unit,base_n,base,place,period,"
        "kind,qualifier\nF1,1,finance,,,alerts,12,alerts,,,,2031,count,\n"
    )
    given = ("--year", "2031", "--facts", str(facts), "--out", str(tmp_path / "out"))
    beside = tmp_path / "narrative.toml"
    beside.write_text('[[challenge]]\nid = "Hanya {F1}."\nen = "Only {F1}."\n')
    assert _run("build", *given).exit_code == 0
    assert "Hanya" in (tmp_path / "out" / "report.html").read_text()
    beside.write_text('[[challenge]]\nid = "Ada 7 anak."\nen = "x"\n')
    refused = _run("build", *given)
    assert type(refused.exception).exit_code == 3
    assert refused.exception.say("en").startswith("[[challenge]] 1")


def test_another_year_needs_facts_and_a_language_is_one_of_two(tmp_path):
    other = _run("brief", "--year", str(YEAR - 1), "--out", str(tmp_path))
    french = _run("brief", "--year", str(YEAR), "--language", "fr", "--out", str(tmp_path))
    assert type(other.exception).exit_code == type(french.exception).exit_code == 2
    assert "--facts" in other.exception.say("id")


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "taken").write_text("a file")
    refused = _run("brief", "--year", str(YEAR), "--out", str(tmp_path / "taken"))
    assert type(refused.exception).exit_code == 3
