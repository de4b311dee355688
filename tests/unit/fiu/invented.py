"""Invented run folders, people and reporters for the reports. Nobody here exists."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from jaga.fiu.alerts import Alert, read_alert
from jaga.fiu.compose import Dossier
from jaga.fiu.decision import Decision
from jaga.fiu.pack import read_pack
from jaga.fiu.parties import Party, key
from jaga.fiu.reporter import Reporter

ROOT = Path(__file__).parents[3]
ORACLES = ROOT / ".." / "shared" / "oracles" / "goaml"
XSD = ORACLES / "goAMLSchema-5.0.2.xsd"
WIB = timezone(timedelta(hours=7))
ON = date(2026, 11, 21)
SUBJECT = "1002003001"


def payment(number, debtor, creditor, amount, rail="bank_transfer", **changes):
    """One evidence row; `amount` in rupiah."""
    at = datetime(2026, 10, 3, 21, 7, tzinfo=WIB) + timedelta(days=number, minutes=13 * number)
    return {
        "payment_key": f"BANK{number % 2}/p-{number}", "booked_at": at.isoformat(),
        "debtor": debtor, "creditor": creditor, "amount_idr": amount,
        "amount_minor": amount * 100, "currency": "IDR", "rail": rail, "debtor_country": "ID",
        "creditor_country": "ID", "remark_class": "none", **changes,
    }  # fmt: skip


def _others(count):
    return [f"77000000{number:02}" for number in range(count)]


SHAPES = {
    "payer": ("payer_many_receivers", "payer", [
        payment(n, SUBJECT, other, 150_000 + 25_000 * n) for n, other in enumerate(_others(5))]),
    "receiver": ("receiver_fan_in_cash_out", "receiver", [
        payment(n, other, SUBJECT, 100_000 + 5_000 * n, "e_wallet")
        for n, other in enumerate(_others(12))]),
    "facilitator": ("facilitator_gather_split", "facilitator", [
        *(payment(n, other, SUBJECT, 400_000, "instant_transfer")
          for n, other in enumerate(_others(4))),
        *(payment(10 + n, SUBJECT, other, 350_000, "qris")
          for n, other in enumerate(_others(3), start=1))]),
    "counter": ("receiver_fan_in_cash_out", "receiver", [
        payment(1, "kas", SUBJECT, 900_000, "cash_in"),
        payment(2, SUBJECT, "atm", 850_000, "cash_out"),
        payment(3, SUBJECT, "pulsa", 50_000, "airtime")]),
    "abroad": ("payer_many_receivers", "payer", [
        payment(1, SUBJECT, "77000000001", 331_250, "remittance", currency="USD",
                amount_minor=2_050, creditor_country="PH"),
        payment(2, SUBJECT, "77000000002", 520_000, "virtual_asset", currency="BTC",
                amount_minor=31_500, creditor_country=None),
        payment(3, "77000000003", SUBJECT, 1_050_000, "remittance", currency="GBP",
                amount_minor=5_000, debtor_country="GB")]),
}  # fmt: skip


def reasons():
    """Two answers that fired, one that could not be told, and a circumstance."""
    said = {"answer": "fired", "family": "counterparties", "at": None, "values": {}}
    return [
        {**said, "indicator": "several", "weight": 40, "id": "Membayar 5 penerima dalam 30 hari.",
         "en": "Paid 5 receivers within 30 days."},
        {**said, "indicator": "round", "weight": 20, "id": "Nilainya bulat 4 dari 5 kali.",
         "en": "Round amounts 4 times out of 5."},
        {**said, "answer": "could_not_tell", "indicator": "device", "weight": 0,
         "id": "Perangkatnya tidak diketahui.", "en": "The device is not known."},
        {**said, "answer": "circumstance", "indicator": "night_share", "weight": -6,
         "id": "Kebanyakan pembayaran terjadi siang.", "en": "Most payments fall in the day."},
    ]  # fmt: skip


def row(shape="payer", **changes):
    """One row of alerts.parquet."""
    typology, role, payments = SHAPES[shape]
    start = datetime(2026, 10, 1, tzinfo=WIB)
    return {
        "alert_id": f"a{shape}01", "typology": typology, "version": 1, "subject": SUBJECT,
        "role": role, "outcome": "suspicion", "window_start": start.isoformat(),
        "window_end": (start + timedelta(days=30)).isoformat(),
        "first_fired_at": (start + timedelta(days=12)).isoformat(), "score": 60, "rank": 1,
        "reasons": json.dumps(reasons()),
        "payments": json.dumps([one["payment_key"] for one in payments]), **changes,
    }  # fmt: skip


def write_run(folder: Path, rows=None, evidence=None) -> Path:
    """A finished run folder; without arguments all five shapes."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = rows or [row(shape) for shape in SHAPES]
    if evidence is None:
        evidence = [
            {"alert_id": f"a{shape}01", **one} for shape in SHAPES for one in SHAPES[shape][2]
        ]
    pq.write_table(pa.Table.from_pylist(rows), folder / "alerts.parquet")
    pq.write_table(pa.Table.from_pylist(evidence), folder / "evidence.parquet")
    (folder / "manifest.json").write_text(json.dumps({"run_id": "r1"}))
    return folder


def person(account=SUBJECT, **changes) -> Party:
    """An invented adult client with every fact a report asks for."""
    facts = {
        "account": account, "my_client": True, "kind": "person", "branch": "Jakarta Contoh",
        "currency": "IDR", "account_type": "savings", "opened": "2019-05-20",
        "customer_number": "C-0007", "name": "Rekaan Bin Contoh", "gender": "M",
        "birthdate": "1980-03-12", "birth_place": "Kota Contoh", "mothers_name": "Ibu Rekaan",
        "id_type": "KTP", "id_number": "3171011203800001", "id_issued": "2015-01-01",
        "id_expires": "lifelong", "id_country": "ID", "nationality": "ID", "residence": "ID",
        "npwp": "09.254.294.3-407.000", "phone": "081200000001", "address": "Jalan Contoh 1",
        "city": "Jakarta Pusat", "province": "DKI Jakarta", "postcode": "10110", "country": "ID",
        "occupation": "Wiraswasta", "source_of_funds": "Usaha",
    }  # fmt: skip
    return Party(**{**facts, **changes})


def parties() -> dict[str, Party]:
    """The subject, and every counterparty with the code of its institution."""
    found = [person()]
    found += [
        Party(account=other, institution_code=f"BK{number:03}", name="Lawan Rekaan")
        for number, other in enumerate(_others(12))
    ]
    found += [
        Party(account="77000000001", swift="CONTPHMM", country="PH", name="Toko Rekaan",
              kind="entity"),
        Party(account="77000000002", institution_code="VA001", account_type="virtual_asset_wallet"),
        Party(account="77000000003", swift="CONTGB2L"),
    ]  # fmt: skip
    return {key(one.account): one for one in found}


REPORTER = Reporter(
    rentity_id=101, institution_name="Bank Contoh Satu", institution_code="BCS",
    branch="Pusat", user_code="BCS-PELAPOR-1", address="Jalan Contoh 9",
    city="Jakarta Pusat", province="DKI Jakarta",
)  # fmt: skip


def decided(alert: Alert, **changes) -> Decision:
    """A confirmation by two people, with the age checked."""
    facts = {
        "alert_id": alert.alert_id, "outcome": "confirmed", "proposed_by": "finance_analyst",
        "approved_by": "supervisor", "approved_at": datetime(2026, 11, 20, 4, tzinfo=UTC),
        "age_checked": True, "evidence_sha256": alert.evidence_sha256,
    }  # fmt: skip
    return Decision(**{**facts, **changes})


def dossier(folder: Path, shape="payer", **changes) -> Dossier:
    """Everything for one shape, from a run folder on disk."""
    alert = read_alert(write_run(folder), f"a{shape}01")
    facts = {
        "alert": alert, "decision": decided(alert), "parties": parties(), "reporter": REPORTER,
        "pack": read_pack("ppatk"), "on": ON, "title": "Satu pembayar, banyak penerima",
    }  # fmt: skip
    return Dossier(**{**facts, **changes})
