"""ISO 20022 files for the tests: those beside this file are invented."""

from pathlib import Path

import pytest
from tests.unit.ledger.payments import balanced, stored

from jaga.ledger import tables
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger

INVENTED = Path(__file__).parent / "iso20022"
ORACLES = Path(__file__).parents[3] / ".." / "shared" / "oracles" / "iso20022"
needs_oracles = pytest.mark.skipif(
    not ORACLES.is_dir(), reason="the public Fedwire samples are not on this machine"
)
NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:"


def read_xml(tmp_path: Path, *paths: Path, **options: object):
    """Read files into a fresh store: (ledger, report); the report has to balance."""
    ledger = Ledger.open(tmp_path / "store")
    report = ledger.read(list(paths), ReadOptions(language="en", **options))
    assert balanced(report)
    return ledger, report


def write_xml(tmp_path: Path, content: str | bytes, name: str = "one.xml") -> Path:
    """A file of this content."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def payment_rows(ledger: Ledger) -> dict[str, dict[str, object]]:
    """Stored payments by key, with words and letters in place of integers."""
    names = (
        "payment_key, t, debtor, creditor, amount_minor, currency, rail, debtor_country, "
        "creditor_country, debtor_agent, creditor_agent, purpose, remark, mcc, phone, status"
    )
    return {
        row[0]: _worded(ledger, dict(zip(names.split(", "), row, strict=True)))
        for row in stored(ledger, names)
    }


def _worded(ledger: Ledger, row: dict[str, object]) -> dict[str, object]:
    kinds = {"debtor": "account", "creditor": "account", "phone": "phone"}
    kinds |= {"debtor_agent": "agent", "creditor_agent": "agent"}
    for name, kind in kinds.items():
        if row[name] is not None:
            row[name] = ledger.token(kind, [row[name]])[row[name]]
    row["currency"] = tables.currency_letters(row["currency"])
    row["rail"] = tables.RAILS[row["rail"]]
    row["status"] = tables.STATUSES[row["status"]]
    row["remark"] = tables.REMARK_CLASSES[row["remark"] or 0]
    row["purpose"] = row["purpose"] and tables.purpose_text(row["purpose"])
    for name in ("debtor_country", "creditor_country"):
        row[name] = row[name] and tables.country_letters(row[name])
    return row


def transfer(number: str = "TX-1", amount: str = "150000", **parts: str) -> str:
    """One CdtTrfTxInf of pacs.008; `parts` replace its elements by name."""
    made = {
        "PmtId": f"<EndToEndId>NOTPROVIDED</EndToEndId><TxId>{number}</TxId>",
        "Dbtr": "",
        "DbtrAcct": "<Id><Othr><Id>D1</Id></Othr></Id>",
        "DbtrAgt": "<FinInstnId><ClrSysMmbId><MmbId>B1</MmbId></ClrSysMmbId></FinInstnId>",
        "CdtrAgt": "<FinInstnId><ClrSysMmbId><MmbId>B2</MmbId></ClrSysMmbId></FinInstnId>",
        "Cdtr": "",
        "CdtrAcct": "<Id><Othr><Id>C1</Id></Othr></Id>",
    } | parts
    elements = {name: f"<{name}>{text}</{name}>" for name, text in made.items()}
    amount = f'<IntrBkSttlmAmt Ccy="IDR">{amount}</IntrBkSttlmAmt>'
    return f"<CdtTrfTxInf>{elements.pop('PmtId')}{amount}{''.join(elements.values())}</CdtTrfTxInf>"


def credit_transfers(
    *transfers: str, version: str = "08", created: str = "2025-01-31T08:15:00+07:00"
) -> str:
    """A pacs.008 of these transfers."""
    return (
        f'<Document xmlns="{NAMESPACE}pacs.008.001.{version}"><FIToFICstmrCdtTrf>'
        f"<GrpHdr><MsgId>M</MsgId><CreDtTm>{created}</CreDtTm></GrpHdr>"
        f"{''.join(transfers)}</FIToFICstmrCdtTrf></Document>"
    )
