"""ISO 20022 messages: what stands in the XML is what stands in the ledger."""

import json

import pytest
from tests.unit.ledger.messages import (
    INVENTED,
    NAMESPACE,
    ORACLES,
    credit_transfers,
    needs_oracles,
    payment_rows,
    read_xml,
    transfer,
    write_xml,
)
from tests.unit.ledger.payments import rejects, row, stored, write

from jaga.errors import BadInput
from jaga.ledger.mapping import mapping_from
from jaga.ledger.options import ReadOptions

NINE_O_CLOCK = 1741611600  # 2025-03-10T09:00:00-04:00

# Read off the public Fedwire samples: file, key, accounts, minor units, agents, countries.
FEDWIRE = [
    ("CustomerCreditTransfer_Scenario1_Step1_pacs.008", "011104238/Scenario01EtoEId001",
     "5647772655", "567876543", 51000074, "011104238", "021040078", "US", "US"),
    ("CustomerCreditTransfer_Variation1_pacs.008", "011104238/Variation1EtoEId001",
     "5647772655", "567876543", 51000074, "011104238", "021040078", "US", "US"),
    ("CustomerCreditTransfer_Variation5_pacs.008", "BANZBEBB/Variation5EtoEId001",
     "BE34001216371411", "BR9700360305000010009795493P1", 100985899, "BANZBEBB", "BANYBRRJ",
     "BE", "BR"),
    ("FedwireFundsAcknowledgement_Scenario1_Step3_pacs.008",
     "021040078/Scenario01Step3EndToEndId001",
     "5647772655", "5647772655", 6000000, "021040078", "011104238", "US", "US"),
    ("Investigations_Scenario3_Step1_pacs.008", "011104238/Variation2EtoEId001",
     "5647772655", "567876543", 51000074, "011104238", "021040078", "US", "US"),
    ("MessageRetrieval_Scenario1_Step2_pacs.008", "011104238/Scenario01EtoEId001",
     "5647772655", "567876543", 51000074, "011104238", "021040078", "US", "US"),
    ("PaymentReturn_Scenario2_Step1_pacs.008", "011104238/Scenario02EtoEId001",
     "0031234567", "567876543", 123457888, "011104238", "021040078", "US", "US"),
    ("FedwireFundsAcknowledgement_Scenario2_Step4_pacs.004", "021040078/RTR/Scenario01EtoEId001",
     "567876543", "5647772655", 15123588, "021040078", "011104238", "US", "US"),
]  # fmt: skip


@needs_oracles
@pytest.mark.parametrize("facts", FEDWIRE, ids=lambda facts: facts[0])
def test_a_fedwire_sample_is_read_as_it_is_written(tmp_path, facts):
    name, key, debtor, creditor, minor, from_agent, to_agent, from_country, to_country = facts
    ledger, report = read_xml(tmp_path, ORACLES / f"{name}.xml")
    assert (report.rows_in, report.kept) == (1, 1)
    found = payment_rows(ledger)[key]
    is_return = name.endswith("004")
    assert found["debtor"] == debtor
    assert found["creditor"] == creditor
    assert (found["amount_minor"], found["currency"]) == (minor, "USD")
    assert (found["debtor_agent"], found["creditor_agent"]) == (from_agent, to_agent)
    assert (found["debtor_country"], found["creditor_country"]) == (from_country, to_country)
    assert found["status"] == ("returned" if is_return else "settled")
    assert found["purpose"] == ("IVPT" if "Variation1" in name else None)
    moments = {"pacs.004": 1741626201, "Step3_pacs.008": 1741621200}
    assert found["t"] == next((t for end, t in moments.items() if name.endswith(end)), NINE_O_CLOCK)


@needs_oracles
def test_fedwire_samples_that_cannot_be_kept_say_why(tmp_path):
    ledger, report = read_xml(
        tmp_path,
        ORACLES / "CustomerCreditTransfer_Scenario4_Step1_pacs.008.xml",
        ORACLES / "PaymentReturn_Scenario4_Step2_pacs.004.xml",
    )
    assert report.kept == 0
    found = {(one["column"], one["line"]): one["reason"] for one in rejects(ledger)}
    # A tax payment names no account of the receiver; the return is dated 2028 by mistake.
    assert "empty" in found["CdtrAcct", "14"]
    assert "rate" in found["RtrdIntrBkSttlmAmt@Ccy", "14"]


@needs_oracles
def test_the_whole_folder_of_samples_is_kept_or_rejected_with_a_reason(tmp_path):
    ledger, report = read_xml(tmp_path, ORACLES)
    assert (report.rows_in, report.kept) == (9, 7)
    assert report.rejected == {"missing_value": 1, "no_rate": 1}
    assert [one.name for one in report.inputs if one.already_read]
    # The return of Scenario 2, Step 4 names the payment of Scenario 1.
    assert payment_rows(ledger)["011104238/Scenario01EtoEId001"]["status"] == "returned"


def test_an_envelope_with_several_messages(tmp_path):
    ledger, report = read_xml(tmp_path, INVENTED / "pacs_008_envelope.xml", keep_remarks=True)
    assert ("CONTIDJA/TX-1", "uang saku") in stored(ledger, "payment_key, remark_text")
    found = payment_rows(ledger)
    assert (report.rows_in, report.kept) == (4, 3)
    first = found["CONTIDJA/TX-1"]
    assert first["t"] == 1741571970  # AccptncDtTm before CreDtTm
    assert (first["amount_minor"], first["rail"]) == (15000000, "instant_transfer")
    assert (first["creditor"], first["phone"]) == ("+62-81200000002", "+62-81200000001")
    assert (first["purpose"], first["mcc"]) == ("GIFT", 5411)
    assert first["debtor_country"] == "ID"  # no address: the country of the bank
    second = found["CONTIDJA/E-2"]
    assert (second["rail"], second["debtor_country"]) == ("qris", "AU")
    third = found["CONTDEFF/TX-3"]
    assert (third["debtor_country"], third["currency"]) == ("NL", "EUR")
    [reject] = rejects(ledger)
    assert (reject["column"], reject["line"]) == ("pacs.009.001.08", "51")


def test_a_return_is_a_payment_of_its_own_and_turns_its_original(tmp_path):
    ledger, report = read_xml(
        tmp_path, INVENTED / "pacs_008_envelope.xml", INVENTED / "pacs_004_v02.xml"
    )
    found = payment_rows(ledger)
    assert report.kept == 5
    back = found["REKAIDJA/RTR-1"]
    assert (back["debtor"], back["creditor"], back["status"]) == (
        "2000000002", "1000000001", "returned",
    )  # fmt: skip
    assert found["CONTIDJA/E-2"]["status"] == "returned"
    # Only 2.50 of 12.50 came back: the payment itself stands.
    assert found["REKAIDJA/RTR/TX-3"]["amount_minor"] == 250
    assert found["CONTDEFF/TX-3"]["status"] == "settled"


def test_instructions_of_a_customer(tmp_path):
    ledger, _ = read_xml(tmp_path, INVENTED / "pain_001.xml")
    found = payment_rows(ledger)
    first = found["CONTIDJA/E2E-A-1"]
    assert (first["t"], first["rail"]) == (1741617000, "instant_transfer")  # 21:30 of that day
    assert (first["debtor"], first["creditor_agent"]) == ("1000000001", "REKAIDJA")
    second = found["CONTIDJA/E2E-A-2"]
    assert (second["amount_minor"], second["currency"]) == (1000, "USD")
    assert second["creditor_country"] == "NL"
    later = found["CONTIDJA/E2E-B-1"]
    assert later["t"] == 1742014800  # noon of the day asked for, at the offset of CreDtTm
    assert later["debtor"] == "1000000004"


def test_entries_of_a_statement(tmp_path):
    ledger, report = read_xml(tmp_path, INVENTED / "camt_053.xml")
    found = payment_rows(ledger)
    assert (report.rows_in, report.kept) == (7, 4)
    came = found["CONTIDJA/C-E-1"]
    assert (came["debtor"], came["creditor"]) == ("1000000001", "2000000002")
    assert (came["debtor_country"], came["creditor_country"]) == ("AU", "ID")
    assert (came["amount_minor"], came["rail"]) == (15000000, "instant_transfer")
    assert (came["purpose"], came["creditor_agent"]) == ("GIFT", "REKAIDJA")
    went = found["REKAIDJA/C-T-3"]
    assert (went["debtor"], went["creditor"]) == ("2000000002", "3000000004")
    assert (went["amount_minor"], went["t"]) == (2000000, 1741590000)
    # One detail of a batch was reversed: both movements are marked, neither counts as settled.
    assert found["REKAIDJA/C-T-2"]["status"] == "returned"
    assert found["REKAIDJA/C-T-2"]["t"] == 1741582800  # BookgDt is a date: noon
    back = found["/RTR/C-T-2"]
    assert (back["debtor"], back["creditor"], back["status"]) == (
        "3000000003", "2000000002", "returned",
    )  # fmt: skip
    assert [(one["line"], one["column"]) for one in rejects(ledger)] == [
        ("41", "Amt"), ("58", "Sts"), ("60", "CdtrAcct"),
    ]  # fmt: skip


def test_both_accounts_named_decide_who_pays(tmp_path):
    text = (INVENTED / "camt_054.xml").read_text()
    both = text.replace(
        "<DbtrAcct>",
        "<CdtrAcct><Id><Othr><Id>1000000001</Id></Othr></Id></CdtrAcct><DbtrAcct>",
    ).replace(
        "</CdtrAcct><DbtrAcct><Id><Othr><Id>1000000001",
        "</CdtrAcct><DbtrAcct><Id><Othr><Id>2000000002",
    )
    ledger, _ = read_xml(tmp_path, write_xml(tmp_path, both))
    # The entry says CRDT, yet the account of the statement is written down as the payer's.
    [found] = payment_rows(ledger).values()
    assert (found["debtor"], found["creditor"]) == ("2000000002", "1000000001")


def test_a_return_fills_from_the_original_what_its_chain_lacks(tmp_path):
    text = (INVENTED / "pacs_004_v02.xml").read_text().replace("pacs.004.001.02", "pacs.004.001.10")
    chain = (
        "<RtrChain><Dbtr><Pty><CtryOfRes>MY</CtryOfRes></Pty></Dbtr>"
        "<DbtrAgt><FinInstnId><BICFI>ANDEMYKL</BICFI></FinInstnId></DbtrAgt></RtrChain>"
    )
    text = text.replace("<OrgnlTxRef>", f"{chain}<OrgnlTxRef>", 1)
    ledger, _ = read_xml(tmp_path, write_xml(tmp_path, text))
    back = payment_rows(ledger)["ANDEMYKL/RTR-1"]
    assert (back["debtor"], back["creditor"]) == ("2000000002", "1000000001")
    assert (back["debtor_country"], back["creditor_country"]) == ("MY", "AU")


def test_an_old_statement_and_a_notification(tmp_path):
    ledger, _ = read_xml(
        tmp_path,
        INVENTED / "camt_053_v02.xml",
        INVENTED / "camt_054.xml",
        timezone="Asia/Jakarta",
    )
    found = payment_rows(ledger)
    old = found["CONTDEFF/C2-E-1"]
    assert (old["debtor"], old["creditor"]) == ("DE02120300000000202051", "2000000002")
    assert (old["debtor_country"], old["creditor_country"]) == ("DE", "ID")
    assert (old["t"], old["rail"]) == (1741582800, "bank_transfer")
    notified = found["/N-I-1"]
    assert (notified["rail"], notified["creditor_agent"]) == ("card", "0042")


def test_a_date_alone_needs_an_offset_from_somewhere(tmp_path):
    ledger, report = read_xml(tmp_path, INVENTED / "camt_053_v02.xml")
    assert report.rejected == {"no_offset": 1}
    assert rejects(ledger)[0]["column"] == "BookgDt"


def test_a_status_report_turns_its_payment_and_is_no_payment(tmp_path):
    ledger, report = read_xml(
        tmp_path, INVENTED / "pacs_008_envelope.xml", INVENTED / "pacs_002.xml"
    )
    assert "pacs_002.xml: 4 status reports mark other payments" in str(report.warnings)
    found = payment_rows(ledger)
    assert found["CONTIDJA/TX-1"]["status"] == "rejected"
    assert found["CONTIDJA/E-2"]["status"] == "settled"
    # A report about another institution's payment of the same number leaves ours alone.
    assert found["CONTDEFF/TX-3"]["status"] == "settled"
    assert report.rejected == {
        "status_report": 3, "missing_value": 1, "status_not_final": 1, "unmapped_message": 1,
    }  # fmt: skip


@pytest.mark.parametrize("report_first", [False, True])
def test_the_order_of_reads_does_not_matter_to_a_status(tmp_path, report_first):
    together, _ = read_xml(
        tmp_path / "once", INVENTED / "pacs_008_envelope.xml", INVENTED / "pacs_002.xml"
    )
    paths = [INVENTED / "pacs_008_envelope.xml", INVENTED / "pacs_002.xml"]
    for path in reversed(paths) if report_first else paths:
        apart, _ = read_xml(tmp_path / "apart", path)
    days = {day: one["sha256"] for day, one in together.manifest["days"].items()}
    assert days == {day: one["sha256"] for day, one in apart.manifest["days"].items()}
    assert apart.manifest["marks"] == together.manifest["marks"]


def test_a_report_reaches_payments_of_a_csv_file_read_before(tmp_path):
    rows = [row(payment_id="TX-1", debtor_agent="CONTIDJA"), row(payment_id="TX-7")]
    ledger, _ = read_xml(tmp_path, write(tmp_path / "payments.csv", rows))
    before = ledger.manifest["days"]
    ledger, _ = read_xml(tmp_path, INVENTED / "pacs_002.xml")
    assert stored(ledger, "payment_key, status") == [("/TX-7", 0), ("CONTIDJA/TX-1", 1)]
    again, report = read_xml(tmp_path, INVENTED / "pacs_002.xml")
    assert report.inputs[0].already_read
    assert again.manifest == ledger.manifest != {**ledger.manifest, "days": before}


def test_a_store_from_before_marks_takes_them(tmp_path):
    rows = [row(payment_id="TX-1", debtor_agent="CONTIDJA")]
    ledger, _ = read_xml(tmp_path, write(tmp_path / "payments.csv", rows))
    older = {name: part for name, part in ledger.manifest.items() if name != "marks"}
    (ledger.root / "manifest.json").write_text(json.dumps(older))
    ledger, _ = read_xml(tmp_path, INVENTED / "pacs_002.xml")
    assert stored(ledger, "status") == [(1,)]


def test_a_report_on_a_whole_message_is_said_to_change_nothing(tmp_path):
    ledger, report = read_xml(tmp_path, INVENTED / "pacs_002_group.xml")
    assert report.rejected == {"whole_message": 1}
    assert rejects(ledger)[0]["column"] == "OrgnlGrpInfAndSts/GrpSts"
    assert ledger.manifest["marks"] is None


UETR = "11111111-2222-4333-8444-555555555555"


@pytest.mark.parametrize(
    ("number", "status"), [("<EndToEndId>E-1</EndToEndId>", "settled"), ("", "rejected")]
)
def test_a_report_with_a_uetr_alone_says_what_it_may_not_reach(tmp_path, number, status):
    paid = transfer(PmtId=f"{number}<UETR>{UETR}</UETR>")
    told = (INVENTED / "pacs_002.xml").read_text().split("<TxInfAndSts>")
    named = f"<OrgnlInstrId>1</OrgnlInstrId><OrgnlUETR>{UETR}</OrgnlUETR><TxSts>RJCT</TxSts>"
    report = f"{told[0]}<TxInfAndSts>{named}</TxInfAndSts></FIToFIPmtStsRpt></Document>"
    ledger, read = read_xml(
        tmp_path,
        write_xml(tmp_path, credit_transfers(paid)),
        write_xml(tmp_path, report, "report.xml"),
    )
    assert [one["status"] for one in payment_rows(ledger).values()] == [status]
    assert read.rejected == {"uetr_only": 1}
    assert rejects(ledger)[0]["column"] == "OrgnlUETR"


@pytest.mark.parametrize("version", ["02", "06", "08", "10", "13"])
def test_versions_that_are_read(tmp_path, version):
    _, report = read_xml(
        tmp_path, write_xml(tmp_path, credit_transfers(transfer(), version=version))
    )
    assert report.kept == 1


UNMAPPED = [
    (f'<Document xmlns="{NAMESPACE}pacs.008.001.01"/>', "pacs.008.001.01"),
    (f'<Document xmlns="{NAMESPACE}pacs.008.001.99"/>', "pacs.008.001.99"),
    (f'<Document xmlns="{NAMESPACE}camt.056.001.08"><A/></Document>', "camt.056.001.08"),
    ('<Document xmlns="urn:example:other"/>', "Document"),
    ("<Document/>", "Document"),
    ("<html><p>x</p></html>", "html"),
    (f'<Document xmlns="{NAMESPACE}pacs.008.001.08"><Wrong/></Document>', "Wrong"),
    ("<x081234567890/>", "(…)"),
]


@pytest.mark.parametrize(("content", "name"), UNMAPPED)
def test_what_is_not_mapped_is_rejected_by_its_name(tmp_path, content, name):
    ledger, report = read_xml(tmp_path, write_xml(tmp_path, content))
    assert report.rejected == {"unmapped_message": 1}
    assert rejects(ledger)[0]["column"] == name


def test_a_message_without_transactions_and_one_in_the_wrong_place(tmp_path):
    empty = write_xml(tmp_path, credit_transfers(), "empty.xml")
    astray = credit_transfers(transfer("TX-1"), f"<Astray>{transfer('TX-2')}</Astray>")
    ledger, report = read_xml(tmp_path, empty, write_xml(tmp_path, astray, "astray.xml"))
    assert report.kept == 1
    assert report.rejected == {"misplaced_element": 1, "no_transactions": 1}
    assert {one["column"] for one in rejects(ledger)} == {"CdtTrfTxInf", "FIToFICstmrCdtTrf"}


def test_rejects_name_the_element_and_never_the_value(tmp_path):
    bad = [
        transfer("TX-1", "12,5"),
        transfer("TX-2", PmtId="<EndToEndId>NOTPROVIDED</EndToEndId>"),
        transfer("TX-3", Dbtr="<PstlAdr><Ctry>Rahasia</Ctry></PstlAdr>"),
        transfer("TX-4", CdtrAcct="<Id><Othr><Id>" + "9" * 300 + "</Id></Othr></Id>"),
    ]
    ledger, report = read_xml(tmp_path, write_xml(tmp_path, credit_transfers("\n", "\n".join(bad))))
    assert report.kept == 0
    found = rejects(ledger)
    assert [one["column"] for one in found] == [
        "IntrBkSttlmAmt", "PmtId", "Dbtr/PstlAdr/Ctry", "CdtrAcct",
    ]  # fmt: skip
    assert [one["line"] for one in found] == ["2", "3", "4", "5"]
    assert "Rahasia" not in str(found)


def test_transactions_on_one_line_are_told_apart(tmp_path):
    one_line = credit_transfers(*(transfer(f"TX-{number}") for number in (1, 2, 2, 3)))
    ledger, report = read_xml(tmp_path, write_xml(tmp_path, one_line))
    assert (report.kept, report.rejected) == (3, {"duplicate": 1})
    assert sorted(payment_rows(ledger)) == ["B1/TX-1", "B1/TX-2", "B1/TX-3"]


def test_a_mapping_file_changes_csv_and_adds_rail_words_only(tmp_path):
    mapping = mapping_from(
        {
            "decimal": ",",
            "timestamp_format": "%d/%m/%Y %H:%M",
            "constants": {"rail": "airtime"},
            "rails": {"WLT1": "e_wallet"},
        }
    )
    own = transfer("TX-2", Dbtr="").replace(
        "<IntrBkSttlmAmt",
        "<PmtTpInf><LclInstrm><Prtry>wlt1</Prtry></LclInstrm></PmtTpInf><IntrBkSttlmAmt",
    )
    path = write_xml(tmp_path, credit_transfers(transfer("TX-1", "10.50"), own))
    ledger, _ = read_xml(tmp_path, path, mapping=mapping)
    found = payment_rows(ledger)
    assert found["B1/TX-1"]["amount_minor"] == 1050
    assert [found[key]["rail"] for key in ("B1/TX-1", "B1/TX-2")] == ["bank_transfer", "e_wallet"]


def test_a_folder_holds_xml_beside_csv_and_accounts_are_never_xml(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    write_xml(folder, credit_transfers(transfer()))
    write(folder / "payments.csv", [row()])
    ledger, report = read_xml(tmp_path, folder)
    assert report.kept == 2
    with pytest.raises(BadInput, match="CSV or Parquet"):
        ledger.read_accounts(folder / "one.xml", ReadOptions())
    # The CSV file lacks what the message has, and the other way round.
    assert "debtor_agent" not in ledger.manifest["columns_absent"]
    assert "purpose" in ledger.manifest["columns_absent"]
