"""Which account, and when: a subject's name in a run's folder becomes the seed of a walk."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from jaga.errors import BadInput, WrongUsage
from jaga.ledger.store import Ledger
from jaga.screening.months import midnight
from jaga.screening.network.build import Alerted
from jaga.screening.network.model import MOST_HOPS, Limits, Seed
from jaga.words import Text

_ALERT_COLUMNS = ["alert_id", "subject", "outcome", "window_start", "window_end"]


@dataclass(frozen=True)
class RunFolder:
    """A screening run on disk: its manifest, its alerts, and the ledger it was drawn from."""

    path: Path
    manifest: dict[str, Any]
    alerts: tuple[dict[str, Any], ...]
    ledger: Ledger

    def alerted(self) -> Alerted:
        """How many alerts each account has, and which accounts are to be protected."""
        counts: dict[str, int] = {}
        for alert in self.alerts:
            counts[alert["subject"]] = counts.get(alert["subject"], 0) + 1
        protected = {a["subject"] for a in self.alerts if a["outcome"] == "protection"}
        return Alerted(counts, frozenset(protected))


@dataclass(frozen=True)
class Asked:
    """What to follow: the token, and the days (WIB, inclusive)."""

    token: str
    since: date
    until: date


def open_run(path: Path, ledger: Path | None = None) -> RunFolder:
    """The run in `path`; its ledger inside it, or at `ledger`. BadInput says what is missing."""
    try:
        manifest = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
        alerts = pq.read_table(path / "alerts.parquet", columns=_ALERT_COLUMNS).to_pylist()
    except (OSError, ValueError, pa.ArrowException) as error:
        raise BadInput(
            Text(
                "Folder ini bukan hasil penyaringan yang utuh. "
                "Beri folder yang ditulis oleh `jaga screen --out`.",
                "This folder is not a whole screening run. "
                "Give the folder that `jaga screen --out` wrote.",
            )
        ) from error
    return RunFolder(path, manifest, tuple(alerts), _ledger(ledger or path / "ledger"))


def _ledger(path: Path) -> Ledger:
    if not (path / "manifest.json").is_file():
        raise BadInput(
            Text(
                "Buku besar penyaringan ini tidak ada di foldernya. Sebut tempatnya dengan "
                "--ledger, atau jalankan ulang `jaga screen`.",
                "The ledger of this run is not in its folder. Say where it is with --ledger, or "
                "run `jaga screen` again.",
            )
        )
    return Ledger.open(path)


def check(limits: Limits) -> None:
    """WrongUsage unless every limit is one that a walk can keep."""
    if not 1 <= limits.hops <= MOST_HOPS:
        raise WrongUsage(
            Text(
                f"--hops menerima 1 sampai {MOST_HOPS}: lebih jauh, uang orang lain ikut terbawa.",
                f"--hops takes 1 to {MOST_HOPS}: further on, strangers' money is mixed in.",
            )
        )
    if not (2 <= limits.max_nodes <= 2000 and 1 <= limits.hop_hours <= 24 * 366):
        raise WrongUsage(
            Text(
                "--max-nodes menerima 2 sampai 2000 dan --hop-hours 1 sampai 8784.",
                "--max-nodes takes 2 to 2000 and --hop-hours takes 1 to 8784.",
            )
        )


def asked(
    run: RunFolder, subject: str, limits: Limits, since: date | None, until: date | None
) -> Asked:
    """`subject` is an account's token or an alert's id.

    An alert without dates is followed from one hop's window before it to one after it; an
    account over every day of the ledger. BadInput when the run knows no such subject.
    """
    days = sorted(run.ledger.manifest["days"])
    if not days:
        raise BadInput(
            Text("Buku besar ini tidak berisi pembayaran.", "This ledger holds no payment.")
        )
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    alert = next((one for one in run.alerts if one["alert_id"] == subject), None)
    if alert is not None:
        span = alert_days(alert, limits)
        first, last = max(first, span[0]), min(last, span[1])
    since, until = since or first, until or last
    if since > until:
        raise WrongUsage(
            Text("--since harus sebelum --until.", "--since must come before --until.")
        )
    return Asked(alert["subject"] if alert else subject, since, until)


def alert_days(alert: dict[str, Any], limits: Limits) -> tuple[date, date]:
    """The days of an alert's window, with one hop's window on either side."""
    room = timedelta(days=-(-limits.hop_hours // 24))
    starts, ends = (datetime.fromisoformat(alert[n]) for n in ("window_start", "window_end"))
    return starts.date() - room, ends.date() + room


def seed(code: int, days: tuple[date, date]) -> Seed:
    """A seed from the first second of the first day to the last of the last, in WIB."""
    return Seed(code, midnight(days[0]), midnight(days[1] + timedelta(days=1)) - 1)


def codes_of(ledger: Ledger, tokens: Sequence[str]) -> dict[str, int]:
    """Account codes by token; a token the ledger does not know is left out."""
    wanted = (pc.field("kind") == "account") & pc.field("token").isin(pa.array(tokens, pa.string()))
    table = ds.dataset(str(ledger.codes_file), format="parquet").to_table(
        columns=["token", "code"], filter=wanted
    )
    return dict(zip(table["token"].to_pylist(), table["code"].to_pylist(), strict=True))


def code_of(ledger: Ledger, token: str) -> int:
    """The code of one account, or BadInput that says how to name it."""
    code = codes_of(ledger, [token]).get(token)
    if code is None:
        raise BadInput(
            Text(
                "Rekening atau nomor peringatan ini tidak ada pada penyaringan itu. Salin kolom "
                "subject atau alert_id dari alerts.csv; bila penyaringan memakai --token-key, "
                "rekening disebut dengan tokennya.",
                "The run knows no such account or alert. Copy subject or alert_id from its "
                "alerts.csv; where the run used --token-key, accounts go by their token.",
            )
        )
    return code
