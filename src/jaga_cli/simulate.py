"""`jaga simulate`: write the invented country's payments, with the truth beside them."""

from datetime import date
from pathlib import Path
from typing import Annotated

from rich.table import Table

from jaga.errors import BadInput, WrongUsage
from jaga.screening.wording import grouped
from jaga.words import Text
from jaga.world import Summary, WorldSpec
from jaga.world import simulate as write_world
from jaga_cli import given
from jaga_cli.helping import option
from jaga_cli.terminal import language, say, watching
from jaga_cli.terminal import out as screen


def simulate(
    accounts: Annotated[int, option("jumlah rekening", "number of accounts")],
    days: Annotated[int, option("jumlah hari", "number of days")],
    seed: Annotated[
        int, option("benih acak; benih sama, byte sama", "random seed; same seed, same bytes")
    ],
    out: Annotated[Path, option("folder keluaran", "output folder")],
    format: Annotated[  # noqa: A002
        str, option("bentuk berkas: csv.gz atau parquet", "form of the file: csv.gz or parquet")
    ] = "csv.gz",
    prevalence: Annotated[
        float, option("bagian rekening yang bermasalah", "share of accounts with harm")
    ] = 0.005,
    look_alike_ratio: Annotated[
        float,
        option(
            "pola mirip untuk tiap rekening bermasalah (10–50)",
            "look-alikes for each account with harm (10–50)",
        ),
    ] = 20,
    shift: Annotated[
        str,
        option(
            "geser polanya: none, doubled, halved, atau shifted",
            "move the patterns: none, doubled, halved or shifted",
        ),
    ] = "none",
    start: Annotated[str, option("hari pertama", "first day", metavar=given.DATE)] = "2025-01-01",
) -> None:
    """Write payments of the invented country."""
    spec = WorldSpec(
        accounts, days, seed, prevalence=prevalence, look_alike_ratio=look_alike_ratio,
        shift=shift, start=_day(start),
    )  # fmt: skip
    try:
        with watching() as watch:
            summary = write_world(
                spec, out, format, lambda done, total: watch("simulating", done, total)
            )
    except OSError as error:
        raise BadInput(
            Text(
                "Tidak dapat menulis ke folder keluaran. Pilih --out lain.",
                "Cannot write to the output folder. Choose another --out.",
            )
        ) from error
    _tell(summary)


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise WrongUsage(
            Text("Tulis --start sebagai TTTT-BB-HH.", "Write --start as YYYY-MM-DD.")
        ) from None


def _tell(summary: Summary) -> None:
    """Counts in a small table; everything in them is invented."""
    lang = language()
    table = Table(title=Text("Negeri rekaan", "The invented country").say(lang))
    table.add_column("")
    table.add_column(Text("jumlah", "count").say(lang), justify="right")
    for name, count in (
        (Text("rekening", "accounts"), summary.accounts),
        (Text("pembayaran", "payments"), summary.payments),
        *((Text(name, name), count) for name, count in summary.positives.items()),
        (Text("pola mirip", "look-alikes"), sum(summary.look_alikes.values())),
    ):
        table.add_row(name.say(lang), grouped(count, lang))
    table.add_row(
        Text("lintas negara", "cross-border").say(lang), f"{100 * summary.foreign_share:.1f} %"
    )
    screen.print(table)
    say(f"Hasil: {summary.out}", f"Results: {summary.out}")
