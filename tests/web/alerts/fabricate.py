"""Writes an invented screening run, in the shape that `jaga screen --out` writes.

Everything here is made up: accounts, times and amounts. `plain` accounts are short texts that
stand for numbers a run without a token key would carry.
"""

import hashlib
import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from jaga_web.alerts.tokens import keyed

WIB = timezone(timedelta(hours=7))
KEY = b"a key for tests only"

# typology → role, outcome, and indicators with their family and weight
SHAPES = {
    "payer_many_receivers": ("payer", "suspicion", (
        ("payer_several_receivers", "counterparties", 40), ("payer_round_amounts", "amount", 20),
        ("payer_night_payments", "timing", 20))),
    "receiver_fan_in_cash_out": ("receiver", "suspicion", (
        ("receiver_many_senders", "counterparties", 40), ("fast_cash_out", "flow", 40))),
    "facilitator_gather_split": ("facilitator", "suspicion", (
        ("gather_split", "flow", 50), ("receiver_many_senders", "counterparties", 30))),
    "child_extortion_burst": ("child_at_risk", "protection", (
        ("young_payer_burst", "timing", 50), ("young_vouchers", "channel", 30))),
}  # fmt: skip
SENTENCES = {
    "fired": ("Terukur {count} kali dalam 30 hari.", "Measured {count} times in 30 days."),
    "could_not_tell": ("Riwayat akun terlalu pendek.", "The account's record is too short."),
    "circumstance": ("Kebanyakan pembayaran terjadi siang.", "Most payments fall in the day."),
}


def token(name: str) -> str:
    """The keyed token of an invented account."""
    return keyed(name, KEY)


def alert(typology="payer_many_receivers", subject="akun satu", month=(2026, 10), **changes):
    """One alert row; `changes` replaces columns, `extra_payments` adds evidence."""
    role, outcome, indicators = SHAPES[typology]
    start = datetime(*month, 1, tzinfo=WIB)
    who = token(subject) if changes.pop("keyed", True) else subject
    reasons = [_reason(name, family, "fired", weight, start) for name, family, weight in indicators]
    reasons.append(_reason("shared_device", "channel", "could_not_tell", 0, None))
    reasons.append(_reason("night_share", "timing", "circumstance", -6, None))
    identity = f"{typology}@1:{who}:{start:%Y-%m}"
    return {
        "alert_id": hashlib.sha256(identity.encode()).hexdigest()[:20],
        "typology": typology,
        "version": 1,
        "subject": who,
        "role": role,
        "outcome": outcome,
        "window_start": start.isoformat(),
        "window_end": (start + timedelta(days=27)).isoformat(),
        "first_fired_at": (start + timedelta(days=12, hours=23)).isoformat(),
        "score": sum(weight for _, _, weight in indicators),
        "rank": 1,
        "reasons": json.dumps(reasons),
        **changes,
    }


def payments(row, count=12):
    """Invented evidence for one alert row: most go the way its role suggests."""
    start = datetime.fromisoformat(row["window_start"])
    rows = []
    for number in range(count):
        outgoing = row["role"] in ("payer", "child_at_risk") or number % 4 == 3
        other = token(f"lawan {row['subject'][-4:]} {number % 6}")
        sides = (row["subject"], other) if outgoing else (other, row["subject"])
        rows.append(
            {
                "alert_id": row["alert_id"],
                "payment_key": f"bank-{number % 2}/p{row['alert_id'][:6]}-{number}",
                "booked_at": (start + timedelta(days=2 * number, hours=21, minutes=7)).isoformat(),
                "debtor": sides[0],
                "creditor": sides[1],
                "amount_idr": 50_000 * (1 + number * number % 17),
                "amount_minor": 5_000_000 * (1 + number * number % 17),
                "currency": "IDR",
                "rail": ("e_wallet", "instant_transfer", "remittance")[number % 3],
                "debtor_country": "ID" if number % 3 else None,
                "creditor_country": "ID",
                "remark_class": ("none", "plain", "implausible")[number % 3],
            }
        )
    return rows


def write(folder: Path, rows, *, run_id="run-1", day=1, evidence=None) -> Path:
    """Write the run; ranks follow the order of `rows`."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [{**row, "rank": place} for place, row in enumerate(rows, start=1)]
    evidence = [p for row in rows for p in payments(row)] if evidence is None else evidence
    pq.write_table(pa.Table.from_pylist(rows), folder / "alerts.parquet")
    pq.write_table(pa.Table.from_pylist(evidence), folder / "evidence.parquet")
    finished = datetime(2026, 11, day, 6, tzinfo=WIB).isoformat()
    manifest = {
        "run_id": run_id,
        "started_at": finished,
        "finished_at": finished,
        "active_accounts": 10_000,
        "counts": {"alerts": len(rows)},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def many(count=60):
    """A queue's worth of rows over the typologies and three months."""
    names = list(SHAPES)
    return [
        alert(
            names[number % 4 if number % 7 else 0],
            f"akun {number}",
            (2026, 8 + number % 3),
            score=140 - number,
        )
        for number in range(count)
    ]


def _reason(name, family, answer, weight, start):
    indonesian, english = SENTENCES[answer]
    return {
        "indicator": name,
        "family": family,
        "answer": answer,
        "weight": weight,
        "at": (start + timedelta(days=12, hours=23)).isoformat() if start else None,
        "values": {"count": 5},
        "id": indonesian.format(count=5),
        "en": english.format(count=5),
    }
