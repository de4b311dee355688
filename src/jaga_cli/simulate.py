"""`jaga simulate`: write the invented country's payments, with the truth beside them."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from jaga.errors import BadInput, WrongUsage
from jaga.words import Text
from jaga.world import Summary, WorldSpec
from jaga.world import simulate as write_world


def simulate(
    accounts: Annotated[int, typer.Option(help="Jumlah rekening / number of accounts.")],
    days: Annotated[int, typer.Option(help="Jumlah hari / number of days.")],
    seed: Annotated[int, typer.Option(help="Benih acak / random seed; same seed, same bytes.")],
    out: Annotated[Path, typer.Option(help="Map keluaran / output folder.")],
    format: Annotated[str, typer.Option(help="csv.gz | parquet")] = "csv.gz",  # noqa: A002
    prevalence: Annotated[
        float, typer.Option(help="Bagian rekening bermasalah / share of accounts with harm.")
    ] = 0.005,
    look_alike_ratio: Annotated[
        float, typer.Option(help="Pola mirip per rekening bermasalah / look-alikes each (10–50).")
    ] = 20,
    shift: Annotated[str, typer.Option(help="none | doubled | halved | shifted")] = "none",
    start: Annotated[
        str, typer.Option(help="Hari pertama / first day, YYYY-MM-DD.")
    ] = "2025-01-01",
) -> None:
    """Tulis pembayaran negeri rekaan / write payments of the invented country."""
    spec = WorldSpec(
        accounts, days, seed, prevalence=prevalence, look_alike_ratio=look_alike_ratio,
        shift=shift, start=_day(start),
    )  # fmt: skip
    console = Console()
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("Menulis pembayaran / writing payments", total=None)

        def moved(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        try:
            summary = write_world(spec, out, format, moved)
        except OSError as error:
            raise BadInput(
                Text(
                    "Tidak dapat menulis ke folder keluaran. Pilih --out lain.",
                    "Cannot write to the output folder. Choose another --out.",
                )
            ) from error
    _say(console, summary)


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise WrongUsage(
            Text("Tulis --start sebagai TTTT-BB-HH.", "Write --start as YYYY-MM-DD.")
        ) from None


def _say(console: Console, summary: Summary) -> None:
    """Counts in a small table; everything in them is invented."""
    table = Table(title="Negeri rekaan / invented country")
    table.add_column("")
    table.add_column("jumlah / count", justify="right")
    table.add_row("rekening / accounts", f"{summary.accounts:,}")
    table.add_row("pembayaran / payments", f"{summary.payments:,}")
    for typology, count in summary.positives.items():
        table.add_row(typology, f"{count:,}")
    table.add_row("pola mirip / look-alikes", f"{sum(summary.look_alikes.values()):,}")
    table.add_row("lintas negara / cross-border", f"{summary.foreign_share:.1%}")
    console.print(table)
    console.print(str(summary.out))
