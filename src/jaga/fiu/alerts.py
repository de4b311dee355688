"""One alert of a run folder, whole: its reasons and every payment they rest on."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from jaga.errors import BadInput
from jaga.fiu.refusing import bad, refused
from jaga.ledger.currencies import MINOR_UNITS

_ALERT = (
    "alert_id", "typology", "version", "subject", "role", "outcome", "window_start",
    "window_end", "first_fired_at", "score", "reasons", "payments",
)  # fmt: skip
_EVIDENCE = (
    "alert_id", "payment_key", "booked_at", "debtor", "creditor", "amount_idr", "amount_minor",
    "currency", "rail", "debtor_country", "creditor_country",
)  # fmt: skip


@dataclass(frozen=True)
class Reason:
    """One answer of an alert, in the words that were stored with it."""

    indicator: str
    fired: bool
    weight: int
    id: str
    en: str


@dataclass(frozen=True)
class Payment:
    """One evidence payment. `booked_at` carries its offset; money as whole numbers."""

    key: str
    booked_at: datetime
    debtor: str
    creditor: str
    amount_idr: int
    amount_minor: int
    currency: str
    rail: str
    debtor_country: str | None = None
    creditor_country: str | None = None


@dataclass(frozen=True)
class Alert:
    """What a report may be built from, and nothing else."""

    alert_id: str
    typology: str
    version: int
    subject: str
    role: str
    outcome: str
    window_start: datetime
    window_end: datetime
    first_fired_at: datetime
    reasons: tuple[Reason, ...]
    payments: tuple[Payment, ...]

    @property
    def key(self) -> str:
        """The report key: the same alert and version always give the same one."""
        return sha256(f"{self.alert_id}@{self.version}".encode()).hexdigest()[:20]

    @property
    def evidence_sha256(self) -> str:
        """A hash of the payments' keys; it binds a decision to what was decided on."""
        return sha256("\n".join(sorted(p.key for p in self.payments)).encode()).hexdigest()


def read_alerts(run_dir: Path, alert_ids: Sequence[str] | None = None) -> list[Alert]:
    """The alerts `alert_ids` of a finished run, in that order (None: all of them).

    BadInput when the folder is no whole run; Refused when an alert is not in it or its
    evidence is incomplete.
    """
    _finished(run_dir)
    rows = {row["alert_id"]: row for row in _rows(run_dir / "alerts.parquet", _ALERT)}
    wanted = list(rows) if alert_ids is None else list(alert_ids)
    if any(one not in rows for one in wanted):
        raise refused(
            "Tidak ada peringatan dengan nomor itu di folder ini. Lihat kolom alert_id di "
            "alerts.csv.",
            "There is no alert of that number in this folder. See the column alert_id of "
            "alerts.csv.",
        )
    evidence: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(run_dir / "evidence.parquet", _EVIDENCE, wanted):
        evidence.setdefault(row["alert_id"], []).append(row)
    try:
        return [_alert(rows[one], evidence.get(one, [])) for one in wanted]
    except (ValueError, KeyError, TypeError) as wrong:
        raise _damaged("alerts.parquet") from wrong


def read_alert(run_dir: Path, alert_id: str) -> Alert:
    """One alert; see `read_alerts`."""
    return read_alerts(run_dir, [alert_id])[0]


def subjects(run_dir: Path) -> list[tuple[str, str]]:
    """Every alert of a finished run as (account, outcome)."""
    _finished(run_dir)
    rows = _rows(run_dir / "alerts.parquet", ("subject", "outcome"))
    return [(str(row["subject"]), str(row["outcome"])) for row in rows]


def check_money(alert: Alert) -> None:
    """Refuse an alert without evidence, or whose rupiah are told twice with two values."""
    if not alert.payments:
        raise refused(
            "Peringatan ini tidak membawa pembayaran bukti. Jalankan ulang penyaringan.",
            "This alert carries no evidence payments. Run the screening again.",
        )
    scale = 10 ** MINOR_UNITS["IDR"]
    rupiah = [p for p in alert.payments if p.currency == "IDR"]
    if any(p.amount_idr <= 0 for p in alert.payments) or any(
        abs(p.amount_minor - p.amount_idr * scale) >= scale for p in rupiah
    ):
        raise refused(
            "Nilai rupiah sebuah pembayaran bukti tidak sama dengan nilainya dalam satuan "
            "terkecil. Jalankan ulang penyaringan sebelum melapor.",
            "The rupiah of an evidence payment differ from its amount in minor units. Run the "
            "screening again before you report.",
        )


def _finished(run_dir: Path) -> None:
    path = run_dir / "manifest.json"
    if not path.is_file():
        raise bad(
            "Folder ini bukan hasil penyaringan yang selesai (manifest.json tidak ada). Beri "
            "folder yang ditulis oleh `jaga screen --out`.",
            "This folder is not a finished run (no manifest.json). Give the folder that `jaga "
            "screen --out` wrote.",
        )
    try:
        if not json.loads(path.read_text(encoding="utf-8"))["run_id"]:
            raise ValueError
    except (ValueError, KeyError, TypeError, OSError) as wrong:
        raise _damaged(path.name) from wrong


def _rows(
    path: Path, columns: Sequence[str], alert_ids: Sequence[str] | None = None
) -> list[dict[str, Any]]:
    wanted = None if alert_ids is None else [("alert_id", "in", [*alert_ids, ""])]
    try:
        return list(pq.read_table(path, columns=list(columns), filters=wanted).to_pylist())
    except (pa.ArrowException, OSError, KeyError, ValueError) as wrong:
        raise _damaged(path.name) from wrong


def _alert(row: dict[str, Any], evidence: list[dict[str, Any]]) -> Alert:
    found = (_payment(one) for one in evidence)
    payments = tuple(sorted(found, key=lambda p: (p.booked_at, p.key)))
    if sorted(json.loads(row["payments"])) != sorted(p.key for p in payments):
        raise refused(
            "Bukti peringatan ini tidak lengkap: evidence.parquet dan alerts.parquet tidak "
            "sepakat. Jalankan ulang penyaringan.",
            "The evidence of this alert is incomplete: evidence.parquet and alerts.parquet do "
            "not agree. Run the screening again.",
        )
    return Alert(
        alert_id=str(row["alert_id"]),
        typology=str(row["typology"]),
        version=int(row["version"]),
        subject=str(row["subject"]),
        role=str(row["role"]),
        outcome=str(row["outcome"]),
        window_start=moment(row["window_start"]),
        window_end=moment(row["window_end"]),
        first_fired_at=moment(row["first_fired_at"]),
        reasons=reasons(json.loads(row["reasons"])),
        payments=payments,
    )


def reasons(written: Iterable[dict[str, Any]]) -> tuple[Reason, ...]:
    """The answers to questions among what alerts.csv writes. Circumstances order a queue and
    say nothing that a report could rest on, so they are left out."""
    return tuple(_reason(one) for one in written if one["answer"] != "circumstance")


def _reason(fields: dict[str, Any]) -> Reason:
    return Reason(
        indicator=str(fields["indicator"]),
        fired=fields["answer"] == "fired",
        weight=int(fields["weight"]),
        id=str(fields["id"]),
        en=str(fields["en"]),
    )


def _payment(row: dict[str, Any]) -> Payment:
    fields = {name: row[name] for name in _EVIDENCE if name not in ("alert_id", "payment_key")}
    return Payment(key=str(row["payment_key"]), **{**fields, "booked_at": moment(row["booked_at"])})


def moment(text: str) -> datetime:
    """An ISO 8601 moment with its offset; ValueError when the offset is missing."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError("a moment needs an offset")
    return found


def _damaged(name: str) -> BadInput:
    return bad(
        f"Berkas {name} rusak atau bukan hasil penyaringan. Jalankan ulang penyaringan.",
        f"The file {name} is damaged or not from a screening run. Run the screening again.",
    )
