"""Daily runs put together: the alerts of every month as one run over all months gives them.

A daily run screens its month up to its day. The last one of a month therefore holds that
month's alerts as a run over everything would; the earlier ones showed them as far as they
were known. So the last of each month count, ranked anew together.
"""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from jaga.errors import BadInput, Refused
from jaga.screening.export import write_rows
from jaga.words import Text

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class _Run:
    folder: Path
    manifest: dict[str, Any]

    @property
    def month(self) -> tuple[int, int]:
        day = date.fromisoformat(self.manifest["since"])
        return day.year, day.month

    def rows(self, name: str) -> Rows:
        rows: Rows = pq.read_table(self.folder / name).to_pylist()
        return rows


def combine(folders: Sequence[Path], out: Path) -> dict[str, Any]:
    """Write one run into `out` from daily runs, and give its manifest.

    Raises BadInput for a folder that is no finished run, and Refused for runs that cannot be
    put together: of several months, of other rules, or of other tokens.
    """
    runs = _last_of_each_month([_opened(folder) for folder in folders])
    _must_agree(runs)
    harm = {id_: points for run in runs for id_, points in run.manifest["harm"].items()}
    alerts = [row for run in runs for row in run.rows("alerts.parquet")]
    alerts.sort(key=lambda row: (-harm[row["alert_id"]], -row["score"], row["alert_id"]))
    ranked = [{**row, "rank": rank} for rank, row in enumerate(alerts, start=1)]
    shown: dict[str, Rows] = {row["alert_id"]: [] for row in ranked}
    for run in runs:
        for row in run.rows("evidence.parquet"):
            shown[row["alert_id"]].append(row)
    stood = [row for run in runs for row in run.rows("standings.parquet")]
    stood.sort(key=lambda row: (row["typology"], row["month"], row["alert_id"]))
    manifest = _manifest(runs, ranked, harm)
    write_rows(out, ranked, [row for rows in shown.values() for row in rows], stood, manifest)
    shutil.copyfile(runs[-1].folder / "rejects.csv", out / "rejects.csv")
    return manifest


def _opened(folder: Path) -> _Run:
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        return _Run(folder, {**manifest, "harm": manifest["harm"]})
    except (OSError, ValueError, KeyError) as error:
        raise BadInput(
            Text(
                f"{folder.name} bukan folder hasil `jaga screen` yang selesai.",
                f"{folder.name} is no folder of a finished `jaga screen`.",
            )
        ) from error


def _last_of_each_month(runs: Sequence[_Run]) -> list[_Run]:
    """By month; of one month the run that reaches furthest, then the one finished last."""
    last: dict[tuple[int, int], _Run] = {}
    for run in sorted(runs, key=lambda r: (r.manifest["until"], r.manifest["finished_at"])):
        until = date.fromisoformat(run.manifest["until"])
        if run.month != (until.year, until.month) or not run.manifest["since"].endswith("-01"):
            raise Refused(
                Text(
                    f"{run.folder.name} tidak menyaring satu bulan dari tanggal satu; buatlah "
                    "dengan `jaga screen --day`.",
                    f"{run.folder.name} does not screen one month from its first day; make it "
                    "with `jaga screen --day`.",
                )
            )
        last[run.month] = run
    return [last[month] for month in sorted(last)]


def _must_agree(runs: Sequence[_Run]) -> None:
    same = {(run.manifest["config_sha256"], run.manifest["options"]["key"]) for run in runs}
    if len(same) != 1:
        raise Refused(
            Text(
                "Hasil-hasil itu dibuat dengan aturan atau kunci token yang berbeda.",
                "Those results were made with different rules or token keys.",
            )
        )


def _manifest(runs: Sequence[_Run], alerts: Rows, harm: Mapping[str, int]) -> dict[str, Any]:
    """The last run's, with what the months add up to; `combined` names them."""
    parts = [run.manifest for run in runs]
    ids = [str(part["run_id"]) for part in parts]
    active = max(int(part["active_accounts"]) for part in parts)
    by_typology = dict.fromkeys(parts[-1]["counts"]["by_typology"], 0)
    for row in alerts:
        by_typology[row["typology"]] += 1
    counts = {
        "payments": sum(int(part["counts"]["payments"]) for part in parts),
        "accounts": active,
        "alerts": len(alerts),
        "by_typology": by_typology,
    }
    kept = {name: value for name, value in parts[-1].items() if name != "results"}
    return {
        **kept,
        "run_id": sha256("|".join(["combined", *ids]).encode()).hexdigest()[:16],
        "combined": ids,
        "started_at": min(part["started_at"] for part in parts),
        "since": parts[0]["since"],
        "counts": counts,
        "active_accounts": active,
        "harm": dict(harm),
        "standings": reduce(_added, (part["standings"] for part in parts)),
        "budget": {
            **parts[-1]["budget"],
            "alerts": [id_ for part in parts for id_ in part["budget"]["alerts"]],
        },
    }


_KEPT = frozenset({"near_percent", "threshold", "floor"})


def _added(one: Any, other: Any, name: str = "") -> Any:
    """Counts of the same shape added up, however deep they lie."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: _added(one.get(key), other.get(key), key) for key in {**one, **other}}
    if one is None or other is None or name in _KEPT:
        return other if one is None else one
    return one + other
