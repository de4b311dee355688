"""`jaga backtest`: how well the questions find what is known to be there."""

import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.line import Job
from jaga.screening.backtest import DEFAULT_BUDGET, Line, Scorecard, score, wilson
from jaga.screening.labels import booked, read_labels
from jaga.screening.pack import DEFAULT, Pack, read_pack
from jaga.screening.typologies import TYPOLOGIES
from jaga.words import Text
from jaga_cli.screen import run_job
from jaga_cli.terminal import language, out, say


def backtest(
    payments: Annotated[list[Path], typer.Argument(help="payment files, or a folder of them")],
    labels: Annotated[Path, typer.Option(help="labels.csv: what is known to be there")],
    accounts: Annotated[Path | None, typer.Option(help="accounts.csv")] = None,
    budget: Annotated[
        int, typer.Option(help="alerts per 10,000 accounts per month", min=1)
    ] = DEFAULT_BUDGET,
    parameters: Annotated[Path | None, typer.Option(help="TOML: other numbers")] = None,
    timezone: Annotated[str | None, typer.Option(help="for times without offset")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
) -> None:
    """Screen, then count what was found under an alert budget."""
    known = read_labels(labels)
    sources, holders = found_in(payments, accounts)
    pack = DEFAULT if parameters is None else read_pack(parameters)
    with tempfile.TemporaryDirectory(prefix="jaga-backtest-") as folder:
        job = Job(
            sources, Path(folder), accounts=holders, pack=pack,
            options=ReadOptions(timezone=timezone, language=language()),
        )  # fmt: skip
        finished = run_job(job, "duckdb")
        days = Ledger.open(job.out / "ledger").payment_files(None, None)
        times = booked(days, (label.payment_key for label in known))
    screened = finished.screened
    card = score(screened.alerts, known, screened.active_accounts, budget=budget, booked=times)
    if as_json:
        out.print_json(json.dumps(as_fields(card, budget, pack)))
    else:
        _show(card, budget)


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
    """The scorecard as `--json` prints it; proportions with their 95 % interval."""
    return {
        "budget_per_10000_accounts_per_month": budget,
        "config_sha256": pack.sha256(),
        "active_accounts": card.active_accounts,
        "all": _rates(card.whole),
        "typologies": {name: _rates(line) for name, line in card.lines.items()},
        "median_payments_to_first_alert": card.median_payments(),
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
