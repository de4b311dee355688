"""The straight line: files in; alerts, evidence, rejects and a manifest out.

    read_into → screen → write_run

Each step can be called alone; this module only hands one's result to the next.
"""

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from jaga import __version__
from jaga.errors import Refused
from jaga.ledger import watchlist
from jaga.ledger.options import InputReport, ReadOptions, ReadReport
from jaga.ledger.store import Ledger
from jaga.screening.backtest import DEFAULT_BUDGET, in_budget
from jaga.screening.engines.base import Engine
from jaga.screening.export import write_rejects, write_run
from jaga.screening.model import Alert
from jaga.screening.pack import DEFAULT, Pack
from jaga.screening.screen import Progress, Screened, screen
from jaga.screening.standing import summary
from jaga.words import Text


@dataclass(frozen=True)
class Job:
    """What to screen and how. `since` and `until` are WIB booking days, both inclusive.

    `ledger`: a store to keep and add to; without it a new one is made inside `out`.
    """

    sources: Sequence[Path]
    out: Path
    accounts: Path | None = None
    watchlist: Path | None = None
    since: date | None = None
    until: date | None = None
    pack: Pack = DEFAULT
    options: ReadOptions = field(default_factory=ReadOptions)
    ledger: Path | None = None


@dataclass(frozen=True)
class Read:
    """What the sources became: the ledger, the payments' report, and what else was read."""

    ledger: Ledger
    report: ReadReport
    parties: tuple[InputReport, ...]


@dataclass(frozen=True)
class Finished:
    """A finished run: what was read, what was found, and its manifest."""

    report: ReadReport
    parties: tuple[InputReport, ...]
    screened: Screened
    manifest: dict[str, Any]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


_OURS = re.compile(
    r"days|rejects|lock|manifest\.json(\.new)?|staging-.*|(codes|accounts|watchlist|marks)-.*\.parquet"
)
"""Names in a store; a killed run can leave any of them without the others."""


def _clear(store: Path) -> None:
    """Remove the store of an earlier run; Refused when the folder holds anything else."""
    if store.exists() and not all(_OURS.fullmatch(path.name) for path in store.iterdir()):
        raise Refused(
            Text(
                "Folder hasil memuat folder “ledger” yang bukan buatan Jaga. Pilih --out lain.",
                "The results folder holds a folder “ledger” that Jaga did not make. Choose "
                "another --out.",
            )
        )
    shutil.rmtree(store, ignore_errors=True)


def read_into(job: Job, progress: Progress) -> Read:
    """The sources as a ledger. A store inside `out` is always made anew."""
    if job.ledger is None:
        _clear(job.out / "ledger")
    ledger = Ledger.open(job.ledger or job.out / "ledger")

    def watched(stage: str, done: int, total: int | None) -> None:
        progress(stage, done, total or 0)

    parties = []
    if job.accounts is not None:
        parties.append(ledger.read_accounts(job.accounts, job.options))
    if job.watchlist is not None:
        parties.append(ledger.read_watchlist(job.watchlist, job.options))
    report = ledger.read(job.sources, job.options, watched)
    return Read(ledger, report, tuple(one for party in parties for one in party.inputs))


def run(job: Job, engine: Engine, progress: Progress) -> Finished:
    """The whole line. Raises JagaError with what to do; a stopped run leaves no manifest."""
    started = _now()
    job.out.mkdir(parents=True, exist_ok=True)
    (job.out / "manifest.json").unlink(missing_ok=True)
    read = read_into(job, progress)
    ledger, report = read.ledger, read.report
    write_rejects(job.out, [ledger.root / name for name in _rejects(ledger.manifest)])
    with ledger.reading():
        screened = screen(
            ledger, engine, since=job.since, until=job.until, pack=job.pack,
            progress=progress,
        )  # fmt: skip
    manifest = _manifest(job, engine.name, ledger, screened, started)
    write_run(job.out, screened.alerts, manifest, screened.standings)
    return Finished(report, read.parties, screened, manifest)


def _parties(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return [manifest[part] for part in ("accounts", "watchlist") if manifest[part]]


def _rejects(manifest: dict[str, Any]) -> list[str]:
    """The rejects of everything the ledger holds: a file read before counts in it still."""
    read = [*manifest["inputs"], *_parties(manifest)]
    return [one["rejects"] for one in read if one["rejects"]]


def _run_id(ledger: Ledger, screened: Screened) -> str:
    """The same input, read alike, and the same questions are the same run, whenever made.

    What is known of accounts is input too; a key makes other subjects.
    """
    inputs = sorted(f"{one['sha256']}:{one['options']}" for one in ledger.manifest["inputs"])
    inputs += [one["input_sha256"] for one in _parties(ledger.manifest)]
    parts = [screened.asked.sha256(), str(screened.since), str(screened.until), *inputs]
    return sha256("|".join(parts).encode()).hexdigest()[:16]


def _watchlist(ledger: Ledger, screened: Screened) -> dict[str, Any] | None:
    """The list that was read, and how many of its entries held on the last day screened."""
    read = ledger.manifest["watchlist"]
    return read and {**read, "entries": watchlist.standing(ledger.watched(), screened.until)}


def _manifest(
    job: Job, engine: str, ledger: Ledger, screened: Screened, started: str
) -> dict[str, Any]:
    by_typology = dict.fromkeys(screened.pack.typologies, 0)
    for alert in screened.alerts:
        by_typology[alert.typology] += 1
    return {
        "run_id": _run_id(ledger, screened),
        "started_at": started,
        "finished_at": _now(),
        "code_version": __version__,
        "config_sha256": screened.asked.sha256(),
        "parameters": screened.pack.told(),
        "engine": engine,
        "since": screened.since.isoformat(),
        "until": screened.until.isoformat(),
        "inputs": ledger.manifest["inputs"],
        "accounts": ledger.manifest["accounts"],
        "watchlist": _watchlist(ledger, screened),
        "columns_absent": sorted(ledger.absent_columns),
        "keyed": job.options.token_key is not None,
        "options": job.options.told(),
        "counts": {
            "payments": screened.payments,
            "accounts": screened.active_accounts,
            "alerts": len(screened.alerts),
            "by_typology": by_typology,
        },
        "active_accounts": screened.active_accounts,
        "harm": {alert.alert_id: alert.harm for alert in screened.alerts},
        "standings": {
            "near_percent": screened.pack.near_percent,
            "typologies": summary(screened.standings, screened.pack),
        },
        "budget": {
            "per_10000_accounts_per_month": DEFAULT_BUDGET,
            "alerts": [alert.alert_id for alert in first_to_see(screened)],
        },
    }


def first_to_see(screened: Screened) -> list[Alert]:
    """The best-ranked alerts that the alert budget has room for, month by month."""
    return in_budget(screened.alerts, screened.active_accounts, DEFAULT_BUDGET)
