"""`jaga backtest`: how well the questions find what is known to be there."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

from rich.table import Table

from jaga.ledger.store import Ledger
from jaga.line import Job
from jaga.replay import Asked, Replayed, read_baseline, replay, telling_all, write_replay
from jaga.reproduce import Sources
from jaga.screening.backtest import DEFAULT_BUDGET, Line, Scorecard, wilson
from jaga.screening.labels import read_labels
from jaga.screening.pack import Pack
from jaga.screening.typologies import TYPOLOGIES
from jaga.words import Text
from jaga_cli import given, replayed
from jaga_cli.helping import option
from jaga_cli.reproduced import refuse_beside_reproduce, run_again
from jaga_cli.screen import day, engine_named, run_job
from jaga_cli.terminal import language, out, say, watching

Budget = Annotated[
    int,
    option(
        "peringatan per 10.000 rekening per bulan",
        "alerts per 10,000 accounts per month",
        min=1,
    ),
]
Baseline = Annotated[
    Path | None,
    option(
        "acuan: folder penyaringan, paket parameter, atau `default`",
        "compare with: a run's folder, a pack, or `default`",
    ),
]


def backtest(
    payments: given.Payments,
    labels: Annotated[
        Path | None,
        option("labels.csv: yang diketahui ada", "labels.csv: what is known to be there"),
    ] = None,
    accounts: given.Accounts = None,
    watchlist: given.Watchlist = None,
    budget: Budget = DEFAULT_BUDGET,
    parameters: given.Parameters = None,
    baseline: Baseline = None,
    since: given.Since = None,
    until: given.Until = None,
    sweep: Annotated[
        bool, option("sapu setiap ambang, dengan bagan", "scale every threshold, with a chart")
    ] = False,
    reproduce: Annotated[
        Path | None,
        option("manifest.json penyaringan yang diulang", "manifest.json of a run to make again"),
    ] = None,
    mapping: given.Mapping = None,
    fx: given.Fx = None,
    token_key: given.TokenKey = None,
    lexicon: given.Lexicon = None,
    timezone: given.Timezone = None,
    engine: given.EngineName = "duckdb",
    ledger: given.Ledger = None,
    out_dir: Annotated[
        Path | None, option("folder tabel dan bagan", "folder for tables and chart", "--out")
    ] = None,
    as_json: given.AsJson = False,
) -> None:
    """Screen history again: what is found, what other numbers change, when it first fired."""
    options = given.reading(
        mapping=mapping, fx=fx, token_key=token_key, lexicon=lexicon, timezone=timezone
    )
    sources, holders = found_in(payments, accounts)
    if reproduce is not None:
        refuse_beside_reproduce(parameters, baseline, since, until, labels, sweep, out_dir, ledger)
        run_again(reproduce, Sources(sources, holders, watchlist), options, engine, as_json)
        return
    known = None if labels is None else read_labels(labels)
    asked = Asked(None if baseline is None else read_baseline(baseline), known, budget, sweep)
    pack = given.pack(parameters)
    with run_folder(out_dir) as folder:
        job = Job(
            sources, folder, accounts=holders, watchlist=watchlist, pack=telling_all(pack),
            options=options, ledger=ledger,
            since=day(since, "--since"), until=day(until, "--until"),
        )  # fmt: skip
        done = _answered(job, asked, engine)
    files = [] if out_dir is None else write_replay(out_dir, done)
    _tell(done, pack, as_json=as_json)
    if files and not as_json:
        say(f"Hasil: {out_dir} ({', '.join(files)})", f"Results: {out_dir} ({', '.join(files)})")


@contextmanager
def run_folder(out_dir: Path | None) -> Iterator[Path]:
    """Where the run itself goes: kept beside the results, or gone afterwards."""
    if out_dir is not None:
        yield out_dir / "run"
        return
    with tempfile.TemporaryDirectory(prefix="jaga-backtest-") as folder:
        yield Path(folder)


def _answered(job: Job, asked: Asked, engine: str) -> Replayed:
    finished = run_job(job, engine)
    ledger = Ledger.open(job.ledger or job.out / "ledger")
    with watching() as watch:
        return replay(finished, ledger, asked, lambda: engine_named(engine, job.out), watch)


def _tell(done: Replayed, pack: Pack, *, as_json: bool) -> None:
    card = done.card
    if as_json:
        scored = {} if card is None else as_fields(card, done.budget, pack)
        out.print_json(json.dumps({**scored, **replayed.as_fields(done)}))
        return
    replayed.show(done)
    if card is not None:
        _show(card, done.budget)


def found_in(payments: list[Path], accounts: Path | None) -> tuple[list[Path], Path | None]:
    """Payment files and accounts file; a folder made by `jaga simulate` names both itself."""
    if len(payments) == 1 and payments[0].is_dir():
        inside = sorted(payments[0].glob("payments.*"))
        beside = payments[0] / "accounts.csv"
        if inside:
            return inside, accounts or (beside if beside.exists() else None)
    return payments, accounts


def _rate(hits: int, of: int) -> dict[str, Any]:
    low, high = wilson(hits, of)
    return {"value": hits / of if of else None, "low": low, "high": high, "of": of}


def _rates(line: Line) -> dict[str, Any]:
    return {
        **asdict(line),
        "recall": _rate(line.found, line.positives),
        "recall_own": _rate(line.found_own, line.positives),
        "precision": _rate(line.true_alerts, line.alerts),
    }


def as_fields(card: Scorecard, budget: int, pack: Pack) -> dict[str, Any]:
    """The scorecard as `--json` prints it; proportions with their 95 % interval.

    Every typology of the pack has its line, one without labels and alerts too.
    """
    names = sorted({*pack.typologies, *card.lines})
    return {
        "budget_per_10000_accounts_per_month": budget,
        "config_sha256": pack.sha256(),
        "active_accounts": card.active_accounts,
        "all": _rates(card.whole),
        "typologies": {name: _rates(card.lines.get(name, Line())) for name in names},
        "median_payments_to_first_alert": card.median_payments(),
        "median_days_to_first_alert": card.median_days(),
    }


def _percent(hits: int, of: int) -> str:
    if of == 0:
        return "–"
    low, high = wilson(hits, of)
    return f"{100 * hits / of:.0f} % ({100 * low:.0f}–{100 * high:.0f})"


def _show(card: Scorecard, budget: int) -> None:
    lang = language()
    table = Table(box=None, pad_edge=False)
    for heading, side in (
        (Text("Tipologi", "Typology"), "left"), (Text("Positif", "Positives"), "right"),
        (Text("Ditemukan", "Recall"), "right"), (Text("Tipologi sendiri", "Own typology"), "right"),
        (Text("Ketepatan", "Precision"), "right"), (Text("Peringatan", "Alerts"), "right"),
    ):  # fmt: skip
        table.add_column(heading.say(lang), justify="right" if side == "right" else "left")
    for name, line in (*card.lines.items(), (None, card.whole)):
        title = Text("Semua", "All").say(lang) if name is None else _title(name, lang == "id")
        table.add_row(
            title, str(line.positives), _percent(line.found, line.positives),
            _percent(line.found_own, line.positives), _percent(line.true_alerts, line.alerts),
            str(line.alerts),
        )  # fmt: skip
    out.print(table)
    say(
        f"Anggaran: {budget} peringatan per 10.000 rekening per bulan. Selang 95 %.",
        f"Budget: {budget} alerts per 10,000 accounts per month. 95 % intervals.",
    )


def _title(name: str, indonesian: bool) -> str:
    typology = TYPOLOGIES.get(name)
    if typology is None:
        return name
    return typology.title.id if indonesian else typology.title.en
