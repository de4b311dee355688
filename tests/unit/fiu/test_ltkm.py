"""An LTKM from a confirmed alert: five shapes that are valid, wrong inputs that are refused."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from lxml import etree
from tests.unit.fiu import invented

from jaga.errors import BadInput, JagaError, Refused
from jaga.fiu.alerts import read_alert, reasons
from jaga.fiu.compose import compose
from jaga.fiu.goaml import write_report
from jaga.fiu.ltkm import Filing, ltkm, put
from jaga.fiu.narrative import reason_text
from jaga.fiu.pack import CONFIDENCES, read_pack
from jaga.fiu.parties import Party, parties_from_csv, read_parties
from jaga.fiu.read_back import read_report
from jaga.fiu.reporter import read_reporter, reporter_from
from jaga.fiu.schema import read_schema

pytestmark = pytest.mark.oracles


@pytest.fixture(scope="module")
def schema():
    return read_schema(invented.XSD)


@pytest.fixture
def write(tmp_path, schema):
    """write(shape, …): the report's facts and its XML."""

    def make(shape="payer", **changes):
        dossier = invented.dossier(tmp_path / "run", shape, **changes)
        report = compose(dossier)
        return report, write_report(report, dossier.pack, schema).content

    return make


@pytest.mark.parametrize("shape", invented.SHAPES)
def test_each_shape_is_valid_and_reads_back_the_same(shape, write):
    report, content = write(shape)
    assert etree.XMLSchema(etree.parse(invented.XSD)).validate(etree.fromstring(content))
    assert read_report(content, read_pack("ppatk")) == report


def test_transfers_have_two_sides_and_counter_payments_one(write):
    _, content = write("facilitator")
    root = etree.fromstring(content)
    assert len(root.findall("transaction/t_from_my_client")) == 3
    assert len(root.findall("transaction/t_to_my_client")) == 4
    assert root.find("transaction/involved_parties") is None
    _, content = write("counter")
    root = etree.fromstring(content)
    parties = root.findall("transaction/involved_parties/party")
    assert [len(p.findall("account_my_client")) for p in parties] == [1, 1, 1]
    assert [p.findtext("funds_code") for p in parties] == ["CASH", "CASH", "ELCFT"]


def test_the_head_follows_the_pack(write):
    _, content = write()
    root = etree.fromstring(content)
    assert [child.tag for child in root][:8] == [
        "rentity_id", "rentity_branch", "submission_code", "report_code", "entity_reference",
        "report_date", "currency_code_local", "reporting_user_code",
    ]  # fmt: skip
    assert (root.findtext("submission_code"), root.findtext("currency_code_local")) == ("E", "IDR")
    assert root.find(".//t_person/last_name").text == "Rekaan Bin Contoh"
    assert root.find(".//t_person/tax_number").text == "092542943407000"
    assert root.findtext("transaction/date_transaction") == "2026-10-03T21:07:00"


def test_only_the_subject_is_called_suspected(write):
    report, content = write("receiver")
    root = etree.fromstring(content)
    assert root.findall(".//from_is_suspected") == []
    assert len(root.findall(".//to_is_suspected")) == len(report.transactions) == 12


def test_foreign_money_stands_beside_the_rupiah(write):
    report, _ = write("abroad")
    assert [(t.currency, t.foreign) for t in report.transactions] == [
        ("USD", Decimal("20.5")), ("BTC", None), ("GBP", Decimal("50")),
    ]  # fmt: skip


def test_a_counterparty_under_18_is_an_account_without_a_person(write):
    child = Party(
        account="7700000001", institution_code="BK001", name="Anak Rekaan", birthdate="2012-01-01",
        my_client=True, id_type="KTP", id_number="3171010101120001", phone="0812",
    )  # fmt: skip
    _, content = write(parties=invented.parties() | {"7700000001": child})
    text = content.decode()
    assert "7700000001" in text
    assert "Anak Rekaan" not in text
    assert "3171010101120001" not in text
    assert "2012-01-01" not in text


def numbers(text):
    return set(re.findall(r"\d+(?:\.\d{3})*", text))


@pytest.mark.parametrize("shape", invented.SHAPES)
def test_every_number_of_the_reason_is_a_stored_fact(shape, tmp_path):
    alert = invented.dossier(tmp_path / "run", shape).alert
    decision = invented.decided(alert)
    months = {10: "Oktober", 11: "November"}
    known = numbers(" ".join(one.id for one in alert.reasons)) | numbers(alert.alert_id)
    for at in (alert.payments[0].booked_at, alert.payments[-1].booked_at, decision.approved_at):
        assert at.month in months
        known |= {str(at.day), str(at.year)}
    incoming = [p.amount_idr for p in alert.payments if p.creditor == alert.subject]
    outgoing = [p.amount_idr for p in alert.payments if p.debtor == alert.subject]
    others = {a for p in alert.payments for a in (p.debtor, p.creditor)} - {alert.subject}
    known |= {str(n) for n in (len(incoming), len(outgoing), len(alert.payments), len(others))}
    known |= {f"{sum(part):,}".replace(",", ".") for part in (incoming, outgoing)}
    said = numbers(reason_text(alert, decision, "Pola rekaan"))
    assert said - known == set()
    assert str(len(alert.payments)) in said


def test_a_circumstance_stands_in_no_report(write):
    """What orders a queue is no fact that a suspicion could rest on."""
    said = [one for one in invented.reasons() if one["answer"] == "circumstance"]
    assert said
    assert {one.indicator for one in reasons(invented.reasons())} == {"several", "round", "device"}
    _, content = write()
    text = content.decode()
    assert all(one["id"] not in text and one["en"] not in text for one in said)


def test_twice_gives_the_same_bytes_and_one_file(tmp_path, write):
    first, second = write()[1], write()[1]
    assert first == second
    out = tmp_path / "out.xml"
    assert put(out, first)
    assert not put(out, second)
    later = first.replace(b"2026-11-21T", b"2026-11-22T", 1)
    assert put(out, later)
    with pytest.raises(Refused, match="not the same report"):
        put(out, write("receiver")[1])
    assert out.read_bytes() == later


def test_every_convention_of_the_pack_is_sourced():
    pack = read_pack("ppatk")
    assert len(pack.conventions) >= 15
    assert {one.confidence for one in pack.conventions} <= set(CONFIDENCES)
    assert all(one.source and one.says and one.followed for one in pack.conventions)


def test_a_pack_of_ones_own_extends_the_shipped_one(tmp_path, write):
    own = tmp_path / "own.toml"
    own.write_text('extends = "ppatk"\n[codes.indicator]\npayer_many_receivers = ["STRUC"]\n')
    _, content = write(pack=read_pack(str(own)))
    assert etree.fromstring(content).findtext("report_indicators/indicator") == "STRUC"


def without(**changes):
    """The dossier with the subject's facts changed."""
    found = invented.parties()
    found[invented.SUBJECT] = replace(found[invented.SUBJECT], **changes)
    return {"parties": found}


def test_the_age_is_unknown_until_a_person_checked(tmp_path):
    dossier = invented.dossier(tmp_path / "run")
    unchecked = invented.decided(dossier.alert, age_checked=False)
    with pytest.raises(Refused, match="No person has checked the age"):
        compose(replace(dossier, decision=unchecked))


WRONG = {
    "not confirmed": (lambda d: {"decision": None}, "is not confirmed"),
    "refuted": (lambda d: {"decision": replace(d.decision, outcome="refuted")}, "not a confirm"),
    "another alert": (lambda d: {"decision": replace(d.decision, alert_id="b")}, "another alert"),
    "evidence grew": (
        lambda d: {"decision": replace(d.decision, evidence_sha256="0" * 64)}, "has changed since"),
    "protection": (
        lambda d: {"alert": replace(d.alert, outcome="protection")}, "never reported as a suspect"),
    "no subject": (lambda d: {"parties": {}}, "not in the parties file"),
    "no name": (lambda d: without(name=""), "there is no full name"),
    "no number": (lambda d: without(id_number=""), "there is no number of the identity"),
    "unknown document": (lambda d: without(id_type="ABC"), "must be one of KTP"),
    "under 18": (lambda d: without(birthdate="2010-05-05"), "under 18"),
    "a firm": (lambda d: without(kind="entity"), "belongs to a firm"),
    "no institution": (
        lambda d: {"parties": {invented.SUBJECT: invented.person()}}, "1, 2, 3, 4, 5: the code"),
    "no evidence": (lambda d: {"alert": replace(d.alert, payments=())}, "no evidence payments"),
    "amount": (
        lambda d: {"alert": replace(d.alert, payments=(
            replace(d.alert.payments[0], amount_minor=1), *d.alert.payments[1:]))},
        "differ from its amount"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_input_is_refused_with_its_own_sentence(name, tmp_path):
    change, sentence = WRONG[name]
    dossier = invented.dossier(tmp_path / "run")
    wrong = replace(dossier, **change(dossier))
    if name in ("no evidence", "amount"):
        wrong = replace(wrong, decision=invented.decided(wrong.alert))
    with pytest.raises(Refused, match=sentence) as caught:
        compose(wrong)
    assert caught.value.exit_code == 5
    assert invented.SUBJECT not in caught.value.text.en + caught.value.text.id


def test_a_currency_the_schema_lacks_is_refused(tmp_path, schema):
    dossier = invented.dossier(tmp_path / "run")
    first = replace(dossier.alert.payments[0], currency="XYZ")
    alert = replace(dossier.alert, payments=(first, *dossier.alert.payments[1:]))
    report = compose(replace(dossier, alert=alert, decision=invented.decided(alert)))
    with pytest.raises(Refused, match="currency of an evidence payment is not in the schema"):
        write_report(report, dossier.pack, schema)


def test_a_report_over_the_limit_is_refused(tmp_path, schema):
    dossier = invented.dossier(tmp_path / "run")
    small = replace(dossier.pack, limits={**dossier.pack.limits, "file_bytes": 1_000})
    with pytest.raises(Refused, match="over the size limit"):
        write_report(compose(dossier), small, schema)


def test_what_the_schema_refuses_is_named_without_its_value(tmp_path, schema):
    dossier = invented.dossier(tmp_path / "run", **without(name="Ŕëkaan"))
    with pytest.raises(Refused) as caught:
        write_report(compose(dossier), dossier.pack, schema)
    said = caught.value.text.en
    assert "t_person / last_name: holds letters that the schema does not accept" in said
    assert "Ŕ" not in said + caught.value.text.id


def test_a_missing_element_is_named(tmp_path, schema):
    found = invented.parties()
    found["7700000001"] = Party(
        account="7700000001", my_client=False, institution_code="B", name=""
    )
    dossier = invented.dossier(tmp_path / "run", parties=found)
    report = compose(dossier)
    side = replace(report.transactions[1].creditor.party, institution_code="")
    broken = replace(
        report.transactions[1], creditor=replace(report.transactions[1].creditor, party=side)
    )
    report = replace(report, transactions=(broken,))
    with pytest.raises(Refused, match=r"the schema expects .*institution_code"):
        write_report(report, dossier.pack, schema)


def test_no_such_alert_and_damaged_runs(tmp_path):
    run = invented.write_run(tmp_path / "run")
    with pytest.raises(Refused, match="no alert of that number"):
        read_alert(run, "nothing")
    (run / "evidence.parquet").write_bytes(b"PAR1 nonsense")
    with pytest.raises(BadInput, match="evidence.parquet is damaged"):
        read_alert(run, "apayer01")
    (run / "manifest.json").unlink()
    with pytest.raises(BadInput, match="not a finished run"):
        read_alert(run, "apayer01")


def test_lost_evidence_is_noticed(tmp_path):
    rows = [{"alert_id": "apayer01", **one} for one in invented.SHAPES["payer"][2][1:]]
    run = invented.write_run(tmp_path / "run", [invented.row()], rows)
    with pytest.raises(Refused, match="evidence of this alert is incomplete"):
        read_alert(run, "apayer01")


def test_a_keyed_run_needs_the_numbers(tmp_path):
    token = "v1:" + "a" * 26
    rows = [invented.row(subject=token)]
    evidence = [{"alert_id": "apayer01", **one, "debtor": token}
                for one in invented.SHAPES["payer"][2]]  # fmt: skip
    run = invented.write_run(tmp_path / "run", rows, evidence)
    alert = read_alert(run, "apayer01")
    dossier = invented.dossier(tmp_path / "other", alert=alert, decision=invented.decided(alert))
    known = {**dossier.parties, token: invented.person(token)}
    with pytest.raises(Refused, match="number of the reported account is missing"):
        compose(replace(dossier, parties=known))
    known[token] = invented.person(token, account_number=invented.SUBJECT)
    report = compose(replace(dossier, parties=known))
    assert {t.debtor.party.account for t in report.transactions} == {invented.SUBJECT}


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        ("account,npwp\n1,123\n", Refused, "NPWP has 15 or 16 digits"),
        ("account,id_type,id_number\n1,KTP,99\n", Refused, "NIK of a KTP has 16 digits"),
        ("account,nickname\n1,x\n", BadInput, "no column nickname"),
        ("account,birthdate\n1,31/12/1980\n", BadInput, "birthdate must be a date"),
        ("account\n1\n1\n", BadInput, "stands in an earlier row"),
        ("account,name\n1\n", BadInput, "not a whole CSV"),
        ("account,name\n1,a\tb\n", BadInput, "name must hold printable"),
        ("", BadInput, "not a whole CSV"),
    ],
)
def test_a_parties_file_is_checked_row_by_row(text, kind, sentence):
    with pytest.raises(kind, match=sentence):
        parties_from_csv(text)


def test_parties_as_toml(tmp_path):
    path = tmp_path / "parties.toml"
    path.write_text('[[party]]\naccount = "10.02-003"\nmy_client = true\nopened = 2019-05-20\n')
    assert read_parties(path)["1002003"].opened == "2019-05-20"


def test_a_missing_or_half_reporter_is_refused(tmp_path):
    with pytest.raises(Refused, match="The reporting party is not given"):
        read_reporter(None)
    with pytest.raises(Refused, match=r"incomplete: .*\(institution_code\), .*\(user_code\)"):
        reporter_from({"rentity_id": 1, "institution_name": "Bank Contoh Satu"})


def test_the_line_from_a_folder(tmp_path, schema):
    run = invented.write_run(tmp_path / "run")
    alert = read_alert(run, "acounter01")
    filing = Filing(
        run, read_pack("ppatk"), schema, invented.parties(), invented.REPORTER, invented.ON,
        {alert.alert_id: invented.decided(alert)},
    )  # fmt: skip
    assert b"<report_code>STR</report_code>" in ltkm(filing, "acounter01").content
    with pytest.raises(JagaError, match="another alert"):
        ltkm(filing, "apayer01")


def test_a_decision_file_reads_back(tmp_path):
    from jaga.fiu.decision import read_decision

    made = invented.decided(invented.dossier(tmp_path / "run").alert)
    path = tmp_path / "decision.json"
    path.write_text(json.dumps(made.fields()))
    assert read_decision(path) == made
    assert made.approved_at == datetime(2026, 11, 20, 4, tzinfo=UTC)
    path.write_text("[]")
    with pytest.raises(BadInput, match="decision file cannot be read"):
        read_decision(path)


def test_an_account_that_also_carries_a_protection_alert_is_no_suspect(tmp_path, schema):
    child = invented.row(alert_id="anak", outcome="protection", payments="[]")
    evidence = [{"alert_id": "apayer01", **one} for one in invented.SHAPES["payer"][2]]
    run = invented.write_run(tmp_path / "run", [invented.row(), child], evidence)
    alert = read_alert(run, "apayer01")
    filing = Filing(
        run, read_pack("ppatk"), schema, invented.parties(), invented.REPORTER, invented.ON,
        {alert.alert_id: invented.decided(alert)},
    )  # fmt: skip
    with pytest.raises(Refused, match="never reported as a suspect"):
        ltkm(filing, "apayer01")


def test_an_unwritable_result_is_said(tmp_path, write):
    with pytest.raises(BadInput, match="cannot be written"):
        put(tmp_path, write()[1])


def test_times_are_told_in_western_indonesian_time(tmp_path):
    dossier = invented.dossier(tmp_path / "run")
    first = replace(dossier.alert.payments[0], booked_at=datetime(2026, 10, 3, 18, 30, tzinfo=UTC))
    alert = replace(dossier.alert, payments=(first, *dossier.alert.payments[1:]))
    report = compose(replace(dossier, alert=alert, decision=invented.decided(alert)))
    assert report.transactions[0].booked_at == datetime(2026, 10, 4, 1, 30)
    assert "4 Oktober 2026 sampai" in report.reason


def test_a_counterparty_with_a_protection_alert_is_an_account_without_a_person(write):
    named = Party(account="7700000001", institution_code="BK001", name="Anak Rekaan")
    found = invented.parties() | {"7700000001": named}
    assert "Anak Rekaan" in write(parties=found)[1].decode()
    text = write(parties=found, protected=frozenset({"7700000001"}))[1].decode()
    assert "7700000001" in text
    assert "Anak Rekaan" not in text
