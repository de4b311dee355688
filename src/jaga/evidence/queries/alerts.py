"""Facts about alerts, through the door for counts alone.

An alert counts in the year in which it first fired, by Jakarta time. Alerts are about accounts of
people, and of children: no count of them leaves but rounded, and none of one to four.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from jaga.errors import BadInput
from jaga.evidence.disclosure import CountTable, protect
from jaga.evidence.queries.asking import Answer, Query, together
from jaga.evidence.queries.tables import Told, of_table
from jaga.ledger.tables import RAILS
from jaga.words import Text

WIB = timezone(timedelta(hours=7))
COUNTED = Text("peringatan", "alerts")
BASE = Text("peringatan yang pertama menyala tahun itu", "alerts that first fired in the year")

OUTCOMES: dict[str, Text] = {
    "suspicion": Text("kecurigaan", "suspicion"),
    "protection": Text("perlindungan", "protection"),
}
RAIL_WORDS: dict[str, Text] = {
    "bank_transfer": Text("transfer bank", "bank transfer"),
    "instant_transfer": Text("transfer instan", "instant transfer"),
    "e_wallet": Text("dompet elektronik", "e-wallet"),
    "qris": Text("QRIS", "QRIS"),
    "remittance": Text("remitansi", "remittance"),
    "card": Text("kartu", "card"),
    "virtual_asset": Text("aset kripto", "crypto assets"),
    "airtime": Text("pulsa", "airtime"),
    "game_topup": Text("isi ulang gim", "game top-up"),
    "gift_payout": Text("pencairan hadiah", "gift payout"),
    "cash_in": Text("setor tunai", "cash in"),
    "cash_out": Text("tarik tunai", "cash out"),
    "prepaid": Text("prabayar", "prepaid"),
    "other": Text("jalur lain", "other rails"),
}
BY_OUTCOME = Query("alerts-by-outcome", 1, Text("Peringatan menurut hasil", "Alerts by outcome"))
# An alert that used two rails stands under both, so the rails do not add up to the alerts.
BY_RAIL = Query(
    "alerts-by-rail", 1, Text("Peringatan menurut jalur pembayaran", "Alerts by payment rail")
)


@dataclass(frozen=True)
class Alert:
    """What is counted of an alert: its outcome, and the payment rails of its evidence."""

    id: str
    outcome: str
    year: int
    rails: frozenset[str]


def facts(alerts: Sequence[Alert], year: int) -> Answer:
    """The facts about the alerts of `year`; what may not be told is named as withheld."""
    mine = [one for one in alerts if one.year == year]
    outcomes = Counter((one.outcome, "alerts") for one in mine)
    rails = Counter((rail, one.outcome) for one in mine for rail in one.rails)
    return together(
        (
            _told(BY_OUTCOME, outcomes, list(OUTCOMES), ["alerts"], year),
            _told(BY_RAIL, rails, list(RAILS), list(OUTCOMES), year),
        )
    )


def _told(
    query: Query,
    counts: Mapping[tuple[str, str], int],
    rows: Sequence[str],
    columns: Sequence[str],
    year: int,
) -> Answer:
    table = CountTable(
        id=query.id,
        title=query.counts,
        rows=tuple(rows),
        columns=tuple(columns),
        counts=tuple(tuple(counts.get((row, column), 0) for column in columns) for row in rows),
    )
    told = Told(COUNTED, "alerts", "finance", BASE, {**OUTCOMES, **RAIL_WORDS}, OUTCOMES)
    return of_table(query, protect(table), told, str(year))


def read_run(folder: Path) -> tuple[Alert, ...]:
    """The alerts of a screening run (a folder that `jaga screen` wrote); BadInput otherwise."""
    try:
        found = pq.read_table(
            folder / "alerts.parquet", columns=["alert_id", "outcome", "first_fired_at"]
        ).to_pylist()
        evidence = pq.read_table(
            folder / "evidence.parquet", columns=["alert_id", "rail"]
        ).to_pylist()
    except (OSError, KeyError, pa.ArrowException) as fault:
        raise _unreadable() from fault
    rails = _rails(evidence)
    try:
        return tuple(
            Alert(
                id=str(row["alert_id"]),
                outcome=str(row["outcome"]),
                year=datetime.fromisoformat(row["first_fired_at"]).astimezone(WIB).year,
                rails=rails.get(str(row["alert_id"]), frozenset()),
            )
            for row in found
        )
    except (TypeError, ValueError) as fault:
        raise _unreadable() from fault


def _rails(evidence: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in evidence:
        found.setdefault(str(row["alert_id"]), set()).add(str(row["rail"]))
    return {name: frozenset(rails) for name, rails in found.items()}


def _unreadable() -> BadInput:
    return BadInput(
        Text(
            "Folder peringatan tidak dapat dibaca. Berikan folder yang ditulis `jaga screen`, "
            "dengan alerts.parquet dan evidence.parquet di dalamnya.",
            "The folder of alerts cannot be read. Give the folder that `jaga screen` wrote, "
            "with alerts.parquet and evidence.parquet in it.",
        )
    )
