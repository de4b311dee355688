"""`jaga goaml` and `jaga information` from the command line, as people call them."""

import csv
import json
import zipfile
from dataclasses import fields

import pytest
from tests.process import jaga
from tests.unit.fiu import invented

from jaga.fiu.alerts import read_alert
from jaga.fiu.parties import COLUMNS
from jaga.fiu.reporter import Reporter

pytestmark = pytest.mark.oracles


@pytest.fixture
def desk(tmp_path):
    """A folder with a run, decisions, parties and a reporter, as files."""
    run = invented.write_run(tmp_path / "run")
    for shape in ("payer", "receiver"):
        made = invented.decided(read_alert(run, f"a{shape}01")).fields()
        (tmp_path / f"{shape}.json").write_text(json.dumps(made))
    with (tmp_path / "parties.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for one in invented.parties().values():
            writer.writerow({**vars(one), "my_client": "ya" if one.my_client else "tidak"})
    lines = [
        f"{field.name} = {json.dumps(getattr(invented.REPORTER, field.name))}\n"
        for field in fields(Reporter)
    ]
    (tmp_path / "reporter.toml").write_text("".join(lines))
    (tmp_path / "ngo.toml").write_text(
        'name = "Lembaga Contoh"\naddress = "Jalan Contoh 3"\ncontact = "Petugas hukum"\n'
        'email = "hukum@contoh.invalid"\n'
    )
    return tmp_path


def goaml(desk, *more, decisions=("payer",)):
    given = [part for name in decisions for part in ("--decision", f"{name}.json")]
    return jaga(
        "goaml", "run", *more, "--pack", "ppatk", "--xsd", str(invented.XSD.resolve()),
        *given, "--parties", "parties.csv", "--date", "2026-11-21", folder=desk, language="en",
    )  # fmt: skip


def test_a_report_is_written_once_and_named(desk):
    ended = goaml(desk, "apayer01", "--reporter", "reporter.toml", "--out", "out.xml")
    assert (ended.code, ended.complained) == (0, ended.complained)
    assert "LTKM written: out.xml (dated 2026-11-21)" in ended.said
    assert "LTKM → STR" in ended.complained
    first = (desk / "out.xml").read_bytes()
    ended = goaml(desk, "apayer01", "--reporter", "reporter.toml", "--out", "out.xml")
    assert "Unchanged" in ended.said
    assert (desk / "out.xml").read_bytes() == first


def test_several_reports_make_one_zip(desk):
    two = ("apayer01", "areceiver01", "--reporter", "reporter.toml")
    ended = goaml(desk, *two, "--out", "out.xml", decisions=("payer", "receiver"))
    assert ended.code == 2
    ended = goaml(desk, *two, "--out", "out.zip", decisions=("payer", "receiver"))
    assert ended.code == 0, ended.complained
    with zipfile.ZipFile(desk / "out.zip") as package:
        assert package.namelist() == ["apayer01.xml", "areceiver01.xml"]


def test_what_is_missing_is_said_and_nothing_is_written(desk):
    ended = goaml(desk, "apayer01", "--out", "out.xml")
    assert (ended.code, ended.said) == (5, "")
    assert ended.complained.startswith("The reporting party is not given.")
    ended = goaml(desk, "apayer01", "--reporter", "reporter.toml", "--out", "out.xml", decisions=())
    assert ended.code == 5
    assert "This alert is not confirmed" in ended.complained
    assert not (desk / "out.xml").exists()


def test_an_ngo_writes_information(desk):
    ended = jaga(
        "information", "run", "apayer01", "--organisation", "ngo.toml", "--consent", "PSJ-14",
        "--decision", "payer.json", "--out", "info.txt", "--date", "2026-11-21", folder=desk,
        language="id",
    )  # fmt: skip
    assert ended.code == 0, ended.complained
    assert "Ini bukan LTKM" in ended.said
    text = (desk / "info.txt").read_text()
    assert "PSJ-14" in text
    assert invented.SUBJECT in text
