"""A run as files: alerts.csv, alerts.parquet, evidence.parquet, standings.parquet, manifest.json.

The same alerts give the same bytes. What differs from run to run (times, ids, where the
files came from) stands in the manifest alone. Each file appears whole or not at all, and
the manifest last, so a folder with a manifest is a finished run.
"""

import csv
import hashlib
import io
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from jaga.ledger.tables import ALERTS
from jaga.screening.model import Alert, Reason
from jaga.screening.months import iso
from jaga.screening.standing import Standing

ALERT_COLUMNS: tuple[str, ...] = tuple(column.name for column in ALERTS)
EVIDENCE_COLUMNS: tuple[str, ...] = (
    "alert_id", "payment_key", "booked_at", "debtor", "creditor", "amount_idr", "amount_minor",
    "currency", "rail", "debtor_country", "creditor_country", "remark_class",
)  # fmt: skip
_SHOWN = attrgetter(*EVIDENCE_COLUMNS[1:])
STANDING_COLUMNS: tuple[str, ...] = (
    "alert_id", "typology", "version", "subject", "month", "threshold", "points", "climb", "rise",
)  # fmt: skip
GROUP_ROWS = 50_000
REJECT_COLUMNS = ("file", "line", "column", "value_class", "reason")
_WHOLE = frozenset({
    "version", "score", "rank", "amount_idr", "amount_minor", "month", "threshold", "points",
})  # fmt: skip


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def reason_fields(reason: Reason) -> dict[str, Any]:
    """A reason as alerts.csv writes it."""
    return {
        "indicator": reason.indicator,
        "family": reason.family,
        "answer": reason.answer,
        "weight": reason.weight,
        "at": None if reason.at is None else iso(reason.at),
        "values": reason.values,
        "id": reason.words.id,
        "en": reason.words.en,
    }


def alert_row(alert: Alert, rank: int) -> dict[str, Any]:
    """One row of alerts.csv; `rank` 1 is first."""
    return {
        "alert_id": alert.alert_id,
        "typology": alert.typology,
        "version": alert.version,
        "subject": alert.subject,
        "role": alert.role,
        "outcome": alert.outcome,
        "window_start": iso(alert.window_start),
        "window_end": iso(alert.window_end),
        "first_fired_at": iso(alert.first_fired_at),
        "score": alert.score,
        "rank": rank,
        "reasons": _json([reason_fields(reason) for reason in alert.reasons]),
        "payments": _json([payment.payment_key for payment in alert.payments]),
    }


def evidence_rows(alert: Alert) -> Iterator[dict[str, Any]]:
    """Rows of evidence.parquet for one alert."""
    for payment in alert.payments:
        row = dict(zip(EVIDENCE_COLUMNS[1:], _SHOWN(payment), strict=True))
        row["alert_id"], row["booked_at"] = alert.alert_id, iso(payment.booked_at)
        yield row


def write_whole(path: Path, content: bytes) -> None:
    """Write to a temporary name beside `path`, flush to disk, then rename."""
    temporary = path.with_name(path.name + ".part")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _csv(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _parquet(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Written in groups of rows: as Python objects, the evidence of a large run would not fit."""
    schema = pa.schema(
        [pa.field(name, pa.int64() if name in _WHOLE else pa.string()) for name in columns]
    )
    sink, left = pa.BufferOutputStream(), iter(rows)
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        while group := list(islice(left, GROUP_ROWS)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
    return bytes(sink.getvalue())


def standing_row(one: Standing) -> dict[str, Any]:
    """One row of standings.parquet: how near a finding stood, with its answers in time."""
    return {
        "alert_id": one.alert_id,
        "typology": one.typology,
        "version": one.version,
        "subject": one.subject,
        "month": one.month,
        "threshold": one.threshold,
        "points": one.points,
        "climb": _json(one.climb),
        "rise": _json(one.rise),
    }


def write_run(
    out: Path,
    alerts: Sequence[Alert],
    manifest: Mapping[str, Any],
    standings: Sequence[Standing] = (),
) -> None:
    """Write a run's files into `out`; the manifest, last, says that it is complete."""
    write_rows(
        out,
        [alert_row(alert, rank) for rank, alert in enumerate(alerts, start=1)],
        (row for alert in alerts for row in evidence_rows(alert)),
        [standing_row(one) for one in standings],
        manifest,
    )


def write_rows(
    out: Path,
    alerts: Sequence[Mapping[str, Any]],
    evidence: Iterable[Mapping[str, Any]],
    standings: Sequence[Mapping[str, Any]],
    manifest: Mapping[str, Any],
) -> None:
    """As `write_run`, from rows as the files hold them."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "manifest.json").unlink(missing_ok=True)
    files = {
        "alerts.csv": _csv(ALERT_COLUMNS, alerts),
        "alerts.parquet": _parquet(ALERT_COLUMNS, alerts),
        "evidence.parquet": _parquet(EVIDENCE_COLUMNS, evidence),
        "standings.parquet": _parquet(STANDING_COLUMNS, standings),
    }
    for name, made in files.items():
        write_whole(out / name, made)
    results = {name: hashlib.sha256(made).hexdigest() for name, made in files.items()}
    content = json.dumps(
        {**manifest, "results": results}, indent=2, ensure_ascii=False, sort_keys=True
    )
    write_whole(out / "manifest.json", content.encode() + b"\n")


def write_rejects(out: Path, parts: Sequence[Path]) -> None:
    """One rejects.csv from the rejects of every input; a header alone when all was kept."""
    target = out / "rejects.csv"
    temporary = target.with_name("rejects.csv.part")
    with temporary.open("wb") as file:
        file.write((",".join(REJECT_COLUMNS) + "\n").encode())
        for part in parts:
            with part.open("rb") as source:
                source.readline()
                shutil.copyfileobj(source, file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(target)
