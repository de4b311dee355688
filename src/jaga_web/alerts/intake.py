"""Reads the files of a screening run and checks them. Writes nothing.

The schema is the run's: `manifest.json`, `alerts.parquet`, `evidence.parquet`.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from jaga.errors import BadInput
from jaga.words import Text
from jaga_web.alerts import words

Row = dict[str, Any]

ALERT_COLUMNS = (
    "alert_id", "typology", "version", "subject", "role", "outcome", "window_start",
    "window_end", "first_fired_at", "score", "rank", "reasons",
)  # fmt: skip
EVIDENCE_COLUMNS = (
    "alert_id", "payment_key", "booked_at", "debtor", "creditor", "amount_idr", "amount_minor",
    "currency", "rail", "debtor_country", "creditor_country", "remark_class",
)  # fmt: skip

STANDING_COLUMNS = ("alert_id", "climb")

ANSWERS = ("fired", "could_not_tell", "circumstance")
NUL = "\0"
# Letters in the columns of models.py.
LONGEST = {
    "alert_id": 80, "typology": 60, "payment_key": 200, "currency": 12, "rail": 20,
    "debtor_country": 2, "creditor_country": 2, "remark_class": 20,
}  # fmt: skip


@dataclass(frozen=True)
class RunFiles:
    """A run, read and checked: alert rows, and evidence rows by alert id."""

    manifest: dict[str, Any]
    alerts: tuple[Row, ...]
    evidence: dict[str, list[Row]]

    @property
    def run_id(self) -> str:
        return str(self.manifest["run_id"])

    @property
    def finished_at(self) -> datetime:
        return when(str(self.manifest["finished_at"]))


def read_manifest(run_dir: Path) -> dict[str, Any]:
    """The manifest alone: enough to know whether the run was taken in before."""
    if not run_dir.is_dir():
        raise BadInput(
            Text(
                "Folder hasil penyaringan tidak ditemukan. "
                "Beri folder yang ditulis oleh `jaga screen --out`.",
                "The folder with a screening run was not found. "
                "Give the folder that `jaga screen --out` wrote.",
            )
        )
    return _manifest(run_dir / "manifest.json")


def read_run(run_dir: Path, key_token: Callable[[str], str]) -> RunFiles:
    """The run in `run_dir`, with every account token passed through `key_token`.

    Raises BadInput, in words, when a file is missing, damaged or of another shape.
    """
    manifest = read_manifest(run_dir)
    alerts = _rows(run_dir / "alerts.parquet", ALERT_COLUMNS)
    evidence = _rows(run_dir / "evidence.parquet", EVIDENCE_COLUMNS)
    climbs = _climbs(run_dir / "standings.parquet", {row["alert_id"] for row in alerts})
    for row in alerts:
        row["climb"] = climbs.get(row["alert_id"], [])
    try:
        return _assemble(manifest, alerts, evidence, key_token)
    except (ValueError, KeyError, TypeError) as wrong:
        raise _damaged("alerts.parquet") from wrong


def when(text: str) -> datetime:
    """An ISO 8601 moment with its offset; ValueError when the offset is missing."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment needs an offset")
    return moment


def _manifest(path: Path) -> dict[str, Any]:
    _must_exist(path)
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if not manifest["run_id"]:
            raise ValueError("no run id")
        when(str(manifest["finished_at"]))
    except (ValueError, KeyError, TypeError) as wrong:
        raise _damaged(path.name) from wrong
    return dict(manifest)


def _rows(path: Path, columns: Sequence[str]) -> list[Row]:
    _must_exist(path)
    try:
        schema = pq.read_schema(path)
        missing = sorted(set(columns) - set(schema.names))
        optional = ["place"] if "place" in schema.names else []
        if not missing:
            return list(pq.read_table(path, columns=[*columns, *optional]).to_pylist())
    except (pa.ArrowException, OSError) as wrong:
        raise _damaged(path.name) from wrong
    raise BadInput(
        Text(
            f"Berkas {path.name} tidak memuat kolom {', '.join(missing)}. "
            "Jalankan ulang penyaringan dengan versi Jaga yang sama.",
            f"The file {path.name} lacks the columns {', '.join(missing)}. "
            "Run the screening again with the same version of Jaga.",
        )
    )


def _climbs(path: Path, wanted: set[str]) -> dict[str, list[list[Any]]]:
    """The answers behind each alert in time; nothing of whoever came near and did not alert.

    A run of an earlier version has no such file: its alerts then cannot be replayed.
    """
    if not path.is_file():
        return {}
    try:
        return {
            row["alert_id"]: [_answer(*answer) for answer in json.loads(row["climb"])]
            for row in _rows(path, STANDING_COLUMNS)
            if row["alert_id"] in wanted
        }
    except (ValueError, TypeError) as wrong:
        raise _damaged(path.name) from wrong


def _answer(at: object, indicator: object, weight: object) -> list[Any]:
    if type(at) is not int or type(weight) is not int or not isinstance(indicator, str):
        raise ValueError("an answer has a moment, an indicator and a weight")
    if NUL in indicator or len(indicator) > 80:
        raise ValueError("an indicator has a short name")
    return [at, indicator, weight]


def _assemble(
    manifest: dict[str, Any],
    alerts: list[Row],
    evidence: list[Row],
    key_token: Callable[[str], str],
) -> RunFiles:
    by_alert: dict[str, list[Row]] = {}
    for row in evidence:
        row["booked_at"] = when(row["booked_at"])
        row["debtor"] = key_token(row["debtor"])
        row["creditor"] = key_token(row["creditor"])
        _check_texts(row)
        by_alert.setdefault(row.pop("alert_id"), []).append(row)
    # A run that names no budget has room for all of its alerts.
    named = manifest.get("budget", {}).get("alerts")
    first = None if named is None else frozenset(named)
    for row in alerts:
        row["in_budget"] = first is None or row["alert_id"] in first
    return RunFiles(manifest, tuple(_alert(row, key_token) for row in alerts), by_alert)


def _alert(row: Row, key_token: Callable[[str], str]) -> Row:
    if row["outcome"] not in dict(words.OUTCOMES) or row["role"] not in dict(words.ROLES):
        raise ValueError("unknown outcome or role")
    for name in ("window_start", "window_end", "first_fired_at"):
        row[name] = when(row[name])
    row["subject"] = key_token(row["subject"])
    # Scope goes by province, the first two digits of a Kemendagri code.
    row["region"] = (row.pop("place", None) or "")[:2]
    reasons = row["reasons"]
    row["reasons"] = json.loads(reasons) if isinstance(reasons, str) else reasons
    if not row["reasons"]:
        raise ValueError("a score never travels without its reasons")
    for reason in row["reasons"]:
        _check_reason(reason)
    _check_texts(row)
    return row


def _check_reason(reason: dict[str, Any]) -> None:
    """The page draws reasons as they come, so what it needs of them is asked for here."""
    texts = [reason[name] for name in ("indicator", "family", "id", "en")]
    if not all(isinstance(text, str) and text and NUL not in text for text in texts):
        raise ValueError("a reason has an indicator, a family and two sentences")
    if reason["answer"] not in ANSWERS or type(reason["weight"]) is not int:
        raise ValueError("a reason fired, or could not be told, with a whole weight")
    if reason.get("at"):
        when(reason["at"])


def _check_texts(row: Row) -> None:
    """Refuse what a column cannot hold; SQLite would keep it and PostgreSQL would break off."""
    for name, longest in LONGEST.items():
        text = row.get(name) or ""
        if not isinstance(text, str) or len(text) > longest or NUL in text:
            raise ValueError(f"{name} is not a text of at most {longest} letters")


def _must_exist(path: Path) -> None:
    if not path.is_file():
        raise BadInput(
            Text(
                f"Berkas {path.name} tidak ada di folder ini. "
                "Beri folder yang ditulis oleh `jaga screen --out`.",
                f"The file {path.name} is not in this folder. "
                "Give the folder that `jaga screen --out` wrote.",
            )
        )


def _damaged(name: str) -> BadInput:
    return BadInput(
        Text(
            f"Berkas {name} rusak atau bukan hasil penyaringan. Jalankan ulang penyaringan.",
            f"The file {name} is damaged or not from a screening run. Run the screening again.",
        )
    )
