"""Information from an NGO: facts of the paying side, consent, and never a child."""

import io
import zipfile
from dataclasses import replace

import pytest
from tests.unit.fiu import invented

from jaga.errors import BadInput, Refused
from jaga.fiu.alerts import read_alert
from jaga.fiu.decision import protected_accounts
from jaga.fiu.documents import FORMS, drawn
from jaga.fiu.information import (
    Giver,
    Request,
    giver_from,
    information,
    read_giver,
)
from jaga.fiu.information_words import outline
from jaga.words import Text

GIVER = Giver("Lembaga Contoh", "Jalan Contoh 3, Jakarta", "Petugas hukum", "hukum@contoh.invalid")
CHILD = "5550001112"


def titles(name):
    return Text(f"Pola {name}", f"Pattern {name}")


@pytest.fixture
def request_(tmp_path):
    child = invented.row(
        "receiver", alert_id="anak", subject=CHILD, outcome="protection", payments="[]"
    )
    rows = [invented.row(), child]
    evidence = [{"alert_id": "apayer01", **one} for one in invented.SHAPES["payer"][2]]
    run = invented.write_run(tmp_path / "run", rows, evidence)
    alert = read_alert(run, "apayer01")
    return Request(
        alerts=[alert], decisions={alert.alert_id: invented.decided(alert)}, giver=GIVER,
        consent="PSJ-14", on=invented.ON, protected=protected_accounts(run),
    )  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
def test_it_says_what_it_is_and_whom_to_reach(request_, language):
    made = information(request_)
    text = drawn(outline(made, language, titles), ".txt").decode()
    assert "LTKM" in text
    assert ("bukan laporan" if language == "id" else "not a suspicious") in text
    money = "Rp 1.000.000" if language == "id" else "Rp 1,000,000"
    for fact in (invented.SUBJECT, "PSJ-14", "hukum@contoh.invalid", money, "2026-10-03"):
        assert fact in text
    assert ("Membayar 5 penerima" if language == "id" else "Paid 5 receivers") in text


def test_counterparties_are_counted_never_listed(request_):
    made = information(request_)
    text = drawn(outline(made, "id", titles), ".txt").decode()
    assert made.subjects[0].counterparties == 5
    assert not any(p.creditor in text for p in request_.alerts[0].payments)


def test_a_childs_account_never_leaves(request_, tmp_path):
    child = replace(request_.alerts[0], outcome="protection")
    with pytest.raises(Refused, match="may be a child's"):
        information(replace(request_, alerts=[child]))
    with pytest.raises(Refused, match="may be a child's"):
        information(replace(request_, tokens=["555-000-1112"]))
    assert information(replace(request_, tokens=["555-000-9999"])).tokens == ("555-000-9999",)


def test_a_payer_that_may_also_be_a_child_never_leaves(request_):
    protected = frozenset({invented.SUBJECT})
    with pytest.raises(Refused, match="may be a child's"):
        information(replace(request_, protected=protected))


def test_no_consent_nothing_to_tell_and_no_decision_are_refused(request_):
    with pytest.raises(Refused, match="consent reference"):
        information(replace(request_, consent=" "))
    with pytest.raises(Refused, match="nothing to tell"):
        information(replace(request_, alerts=[], tokens=[]))
    with pytest.raises(Refused, match="is not confirmed"):
        information(replace(request_, decisions={}))


def test_the_organisation_must_be_reachable(tmp_path):
    with pytest.raises(Refused, match="give contact, email"):
        giver_from({"name": "Lembaga Contoh", "address": "Jalan Contoh 3"})
    with pytest.raises(BadInput, match="cannot be read as TOML"):
        read_giver(tmp_path / "nowhere.toml")


@pytest.mark.parametrize("suffix", FORMS)
def test_every_form_is_the_same_twice(request_, suffix):
    page = outline(information(request_), "id", titles)
    first = drawn(page, suffix)
    assert first == drawn(page, suffix)
    assert len(first) > 500
    if suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(first)) as package:
            assert invented.SUBJECT in package.read("word/document.xml").decode()
    if suffix == ".pdf":
        assert first.startswith(b"%PDF-")


def test_an_unknown_form_is_refused(request_):
    with pytest.raises(Refused, match="must end in one of"):
        drawn(outline(information(request_), "id", titles), ".odt")
