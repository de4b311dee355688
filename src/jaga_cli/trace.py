"""`jaga trace`: walk the line with one file and show what stands at each door."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pyarrow.parquet as pq

from jaga.evidence.disclosure import CountTable, protect
from jaga.ledger.options import ReadOptions
from jaga.line import Finished, Job
from jaga.screening.typologies import TYPOLOGIES
from jaga.words import Text
from jaga_cli import given
from jaga_cli.backtest import found_in
from jaga_cli.screen import run_job
from jaga_cli.terminal import language, out


def trace(
    payments: given.Payments,
    accounts: given.Accounts = None,
    timezone: given.Timezone = None,
) -> None:
    """Walk payments → ledger → alerts → figures and print rows and schema at each door."""
    sources, holders = found_in(payments, accounts)
    with tempfile.TemporaryDirectory(prefix="jaga-trace-") as folder:
        options = ReadOptions(timezone=timezone, language=language())
        job = Job(sources, Path(folder), accounts=holders, options=options)
        finished = run_job(job, "duckdb")
        _doors(finished, job.out)


def _door(words: Text, rows: object, schema: Iterable[str]) -> None:
    out.print(f"\n[bold]{words.say(language())}[/bold]: {rows}")
    out.print("  " + ", ".join(schema), markup=False)


def _columns(file: Path) -> list[str]:
    schema = pq.read_schema(file)
    return [f"{field.name} {field.type}" for field in schema]


def _doors(finished: Finished, folder: Path) -> None:
    report, screened = finished.report, finished.screened
    rejected = sum(report.rejected.values())
    day = next((folder / "ledger" / "days").glob("*.parquet"))
    rows = f"{report.rows_in} = {report.kept} + {rejected}"
    _door(Text("1 berkas masuk = diterima + ditolak", "1 files in = kept + rejected"), rows,
          [one.name for one in report.inputs])  # fmt: skip
    _door(Text("2 buku besar", "2 ledger"), report.kept, _columns(day))
    _door(Text("3 peringatan", "3 alerts"), len(screened.alerts),
          _columns(folder / "alerts.parquet"))  # fmt: skip
    shown = sum(len(alert.payments) for alert in screened.alerts)
    _door(Text("4 pembayaran bukti", "4 evidence payments"), shown,
          _columns(folder / "evidence.parquet"))  # fmt: skip
    _figures(finished)


def _figures(finished: Finished) -> None:
    lang = language()
    titles = [
        TYPOLOGIES[name].title.say(lang) for name in finished.manifest["counts"]["by_typology"]
    ]
    counts = tuple((n,) for n in finished.manifest["counts"]["by_typology"].values())
    heading = Text("Peringatan", "Alerts")
    table = CountTable("alerts_by_typology", heading, tuple(titles), (heading.say(lang),), counts)
    protected = protect(table)
    _door(Text("5 angka yang boleh keluar", "5 figures that may leave"), len(titles), titles)
    for title, row in zip(titles, protected.cells, strict=True):
        kept_back = Text("ditahan", "withheld").say(lang)
        out.print(f"  {title}: {kept_back if row[0] is None else row[0]}", markup=False)
