"""The same payments as CSV and as pacs.008 are the same ledger, however files are cut."""

import json
from datetime import datetime
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.ledger.messages import NAMESPACE
from tests.unit.ledger.payments import rejects, write

from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.ledger.tables import RAILS

# Documented differences: an account that is an IBAN or an institution that is a BIC tells a
# country, and XML has no place for device, ip and place. None of them is drawn here.
_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="￾￿"),
    min_size=1,
    max_size=8,
)
_DAY, _LAST = datetime(2025, 3, 10), datetime(2025, 3, 12)
_LETTERS = st.sampled_from(["", "ID", "AU", "id", "X1", "NLD"])


@st.composite
def payments(draw) -> list[dict[str, str]]:
    made = []
    for _ in range(draw(st.integers(1, 8))):
        when = draw(st.datetimes(min_value=_DAY, max_value=_LAST)).replace(microsecond=0)
        offset = draw(st.sampled_from(["Z", "+07:00", "-04:00", ""]))
        made.append(
            {
                "payment_id": draw(st.sampled_from(["A", "B", "C", "", "d/1"])),
                "booked_at": when.isoformat() + offset,
                "amount": draw(st.sampled_from(["1", "150000", "10.5", "0", "-1", "", "1,5"])),
                "currency": draw(st.sampled_from(["IDR", "USD", "XXX", ""])),
                "rail": draw(st.sampled_from(RAILS)),
                "debtor_account": draw(_TEXT),
                "creditor_account": draw(st.one_of(_TEXT, st.just(""))),
                "debtor_country": draw(_LETTERS),
                "creditor_country": draw(_LETTERS),
                "debtor_agent": draw(st.sampled_from(["", "0021", "0042"])),
                "creditor_agent": draw(st.sampled_from(["", "0021"])),
                "purpose_code": draw(st.sampled_from(["", "GIFT", "EDUC", "TOOLONG"])),
                "remark": draw(st.sampled_from(["", "uang sekolah", "bayar & <lunas>"])),
                "merchant_category": draw(st.sampled_from(["", "5411", "54"])),
                "phone": draw(st.sampled_from(["", "+62-81200000001"])),
            }
        )
    return made


def _element(name: str, text: str) -> str:
    return f"<{name}>{text}</{name}>" if text else ""


def as_message(one: dict[str, str]) -> str:
    """One pacs.008 of one payment."""
    said = {name: escape(text) for name, text in one.items()}

    def party(role: str, phone: str) -> str:
        country = _element("PstlAdr", _element("Ctry", said[f"{role}_country"]))
        return country + _element("CtctDtls", _element("MobNb", phone))

    def agent(role: str) -> str:
        number = _element("MmbId", said[f"{role}_agent"])
        return _element("FinInstnId", _element("ClrSysMmbId", number))

    def account(role: str) -> str:
        return _element("Id", _element("Othr", _element("Id", said[f"{role}_account"])))

    return (
        f'<Document xmlns="{NAMESPACE}pacs.008.001.10"><FIToFICstmrCdtTrf>'
        f"<GrpHdr>{_element('CreDtTm', said['booked_at'])}</GrpHdr><CdtTrfTxInf>"
        f"<PmtId><EndToEndId>NOTPROVIDED</EndToEndId>{_element('TxId', said['payment_id'])}</PmtId>"
        f"<PmtTpInf><LclInstrm><Prtry>{said['rail']}</Prtry></LclInstrm></PmtTpInf>"
        f'<IntrBkSttlmAmt Ccy="{said["currency"]}">{said["amount"]}</IntrBkSttlmAmt>'
        f"<Dbtr>{party('debtor', said['phone'])}</Dbtr><DbtrAcct>{account('debtor')}</DbtrAcct>"
        f"<DbtrAgt>{agent('debtor')}</DbtrAgt><CdtrAgt>{agent('creditor')}</CdtrAgt>"
        f"<Cdtr>{party('creditor', '')}</Cdtr><CdtrAcct>{account('creditor')}</CdtrAcct>"
        f"{_element('Purp', _element('Cd', said['purpose_code']))}"
        f"{_element('RmtInf', _element('Ustrd', said['remark']))}"
        f"<SplmtryData><Envlp>{_element('MrchntCtgyCd', said['merchant_category'])}</Envlp>"
        "</SplmtryData></CdtTrfTxInf></FIToFICstmrCdtTrf></Document>"
    )


def _read(folder, files: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """The hashes of the days, and the reasons for rejects, of these files in a fresh store."""
    folder.mkdir()
    paths = []
    for name, text in files.items():
        paths.append(folder / name)
        paths[-1].write_text(text, encoding="utf-8")
    return _state(folder, paths)


def _state(folder, paths) -> tuple[dict[str, str], list[str]]:
    ledger = Ledger.open(folder / "store")
    ledger.read(paths, ReadOptions(language="en"))
    days = {day: one["sha256"] for day, one in ledger.manifest["days"].items()}
    return days, sorted(one["reason"] for one in rejects(ledger))


@settings(max_examples=25, deadline=None)
@given(batch=payments(), cut=st.integers(0, 8))
def test_messages_and_csv_make_the_same_days(tmp_path_factory, batch, cut):
    folder = tmp_path_factory.mktemp("same")
    csv = _state(folder / "csv", [_csv(folder / "csv", batch)])
    messages = [as_message(one) for one in batch]
    whole = _read(folder / "whole", {"all.xml": f"<E>{''.join(messages)}</E>"})
    parts = {"2.xml": messages[:cut], "1.xml": messages[cut:]}
    files = {name: f"<E>{''.join(some)}</E>" for name, some in parts.items() if some}
    assert whole == csv, json.dumps(batch)
    assert _read(folder / "parts", files) == csv


def _csv(folder, batch):
    folder.mkdir()
    return write(folder / "payments.csv", batch)
