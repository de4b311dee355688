"""`jaga screen`: a payments file goes in, alerts come out."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

from rich.table import Table

from jaga.errors import BadInput, WrongUsage
from jaga.line import Finished, Job, run
from jaga.screening.engines.base import Engine
from jaga.screening.model import Alert
from jaga.screening.typologies import TYPOLOGIES
from jaga.screening.wording import grouped
from jaga.words import Language, Text
from jaga_cli import given
from jaga_cli.helping import option
from jaga_cli.terminal import language, out, say, warn, watching

TOP = 10


def day(text: str | None, name: str) -> date | None:
    """A date option, or WrongUsage naming the option."""
    if text is None:
        return None
    try:
        found = datetime.strptime(text, "%Y-%m-%d").date()
        if not 1970 <= found.year <= 2100:
            raise ValueError
    except ValueError as error:
        raise WrongUsage(
            Text(
                f"{name} memerlukan tanggal seperti 2025-01-31.",
                f"{name} takes a date like 2025-01-31.",
            )
        ) from error
    return found


def _days(
    since: str | None, until: str | None, daily: str | None
) -> tuple[date | None, date | None]:
    """The days to screen. A daily run takes in its month from the first day, because an alert
    speaks of a month; what it says then is what a run over everything says by that day."""
    if daily is None:
        return day(since, "--since"), day(until, "--until")
    if since or until:
        raise WrongUsage(
            Text(
                "Pakai --day, atau --since dan --until, tetapi tidak keduanya.",
                "Use --day, or --since and --until, not both.",
            )
        )
    last = day(daily, "--day")
    assert last is not None
    return last.replace(day=1), last


@dataclass(frozen=True)
class Spark:
    """Where a Spark engine runs, and where its workers find the ledger."""

    master: str | None = None
    storage: str | None = None


def engine_named(name: str, out_dir: Path, spark: Spark | None = None) -> Engine:
    """The engine to screen with, or a sentence about what is missing.

    What does not fit in memory goes beside the results, where the next run clears it.
    """
    if name == "duckdb":
        if spark is not None and spark != Spark():
            raise WrongUsage(
                Text(
                    "--spark-master dan --spark-storage memerlukan --engine spark.",
                    "--spark-master and --spark-storage need --engine spark.",
                )
            )
        from jaga.screening.engines.duckdb import DuckDBEngine

        return DuckDBEngine(overflow=out_dir / "overflow")
    if name == "spark":
        from jaga.screening.engines.spark import SparkEngine

        where = spark or Spark()
        return SparkEngine(where.master, storage=where.storage, scratch=out_dir / "overflow")
    raise WrongUsage(
        Text("--engine mengenal duckdb dan spark.", "--engine knows duckdb and spark.")
    )


def screen(
    payments: given.Payments,
    out_dir: Annotated[Path, option("folder hasil", "folder for the results", "--out")],
    accounts: given.Accounts = None,
    watchlist: given.Watchlist = None,
    mapping: given.Mapping = None,
    parameters: given.Parameters = None,
    fx: given.Fx = None,
    token_key: given.TokenKey = None,
    keep_remarks: Annotated[
        bool, option("simpan teks bebas berita transfer", "keep the free text of remarks")
    ] = False,
    lexicon: given.Lexicon = None,
    timezone: given.Timezone = None,
    since: given.Since = None,
    until: given.Until = None,
    daily: Annotated[
        str | None,
        option(
            "satu hari: bulannya sampai hari itu",
            "one day: its month up to it",
            "--day",
            metavar=given.DATE,
        ),
    ] = None,
    engine: given.EngineName = "duckdb",
    spark_master: Annotated[
        str | None,
        option(
            "Spark: local[2], spark://…, yarn; bila kosong, seperti saat diserahkan",
            "Spark: local[2], spark://…, yarn; else as submitted",
        ),
    ] = None,
    spark_storage: Annotated[
        str | None,
        option(
            "Spark: tempat para pekerjanya menemukan buku besar, s3a://…",
            "Spark: where its workers find the ledger, s3a://…",
        ),
    ] = None,
    ledger: given.Ledger = None,
) -> None:
    """Screen payment files: alerts with their reasons, for people to decide."""
    first, last = _days(since, until, daily)
    job = Job(
        sources=payments,
        out=out_dir,
        accounts=accounts,
        watchlist=watchlist,
        since=first,
        until=last,
        pack=given.pack(parameters),
        options=given.reading(
            mapping=mapping, fx=fx, token_key=token_key, keep_remarks=keep_remarks,
            lexicon=lexicon, timezone=timezone,
        ),
        ledger=ledger,
    )  # fmt: skip
    finished = run_job(job, engine, Spark(spark_master, spark_storage))
    summarise(finished, out_dir)


def run_job(job: Job, engine: str, spark: Spark | None = None) -> Finished:
    """Run with a progress bar, then say what the reader should know."""
    chosen = engine_named(engine, job.out, spark)
    try:
        with watching() as watch:
            finished = run(job, chosen, watch)
    except OSError as error:
        raise BadInput(
            Text(
                f"Tidak dapat menulis ke folder hasil ({error.strerror}). Pilih --out lain.",
                f"Cannot write to the results folder ({error.strerror}). Choose another --out.",
            )
        ) from error
    finally:
        chosen.close()
    for warning in finished.report.warnings:
        warn(warning)
    return finished


def summarise(finished: Finished, out_dir: Path) -> None:
    """Counts, alerts by typology, and the first ten with their reasons."""
    lang, report, screened = language(), finished.report, finished.screened
    rejected = sum(report.rejected.values())
    say(
        f"{grouped(report.rows_in, lang)} baris dibaca: {grouped(report.kept, lang)} diterima, "
        f"{grouped(rejected, lang)} ditolak" + (" (lihat rejects.csv)." if rejected else "."),
        f"{grouped(report.rows_in, lang)} rows read: {grouped(report.kept, lang)} kept, "
        f"{grouped(rejected, lang)} rejected" + (" (see rejects.csv)." if rejected else "."),
    )
    for one in finished.parties:
        lost = sum(one.rejected.values())
        say(
            f"{one.name}: {grouped(one.kept, lang)} diterima, {grouped(lost, lang)} ditolak.",
            f"{one.name}: {grouped(one.kept, lang)} kept, {grouped(lost, lang)} rejected.",
        )
    say(
        f"{grouped(screened.payments, lang)} pembayaran, "
        f"{grouped(screened.active_accounts, lang)} rekening, "
        f"{screened.since} sampai {screened.until}: {len(screened.alerts)} peringatan.",
        f"{grouped(screened.payments, lang)} payments, "
        f"{grouped(screened.active_accounts, lang)} accounts, "
        f"{screened.since} to {screened.until}: {len(screened.alerts)} alerts.",
    )
    _say_watchlist(finished, lang)
    if screened.pack.sha256() != screened.asked.sha256():
        say(
            "Beberapa kolom tidak ada pada berkas, sehingga sebagian pertanyaan tidak dapat "
            "dijawab; ambang tipologi diturunkan sebanding (lihat manifest.json).",
            "Some columns are in no file, so some questions cannot be answered; thresholds were "
            "lowered in proportion (see manifest.json).",
        )
    budget = finished.manifest["budget"]
    say(
        f"{len(budget['alerts'])} di antaranya masuk anggaran "
        f"{budget['per_10000_accounts_per_month']} peringatan per 10.000 rekening per bulan.",
        f"{len(budget['alerts'])} of them are within the budget of "
        f"{budget['per_10000_accounts_per_month']} alerts per 10,000 accounts per month.",
    )
    if screened.alerts:
        out.print(_by_typology(finished, lang))
        out.print(_top(screened.alerts[:TOP], lang))
    say(f"Hasil: {out_dir}", f"Results: {out_dir}")


def _say_watchlist(finished: Finished, lang: Language) -> None:
    listed = finished.manifest["watchlist"]
    if listed:
        counts = {name: grouped(n, lang) for name, n in listed["entries"].items()}
        say(
            "Daftar pantau pada hari terakhir: {holding} berlaku, {waiting} menunggu dilepas, "
            "{ended} berakhir.".format(**counts),
            "Watchlist on the last day: {holding} hold, {waiting} wait for release, "
            "{ended} have ended.".format(**counts),
        )


def _by_typology(finished: Finished, lang: Language) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(Text("Tipologi", "Typology").say(lang))
    table.add_column(Text("Peringatan", "Alerts").say(lang), justify="right")
    for name, count in finished.manifest["counts"]["by_typology"].items():
        table.add_row(TYPOLOGIES[name].title.say(lang), grouped(count, lang))
    return table


def _top(alerts: tuple[Alert, ...], lang: Language) -> Table:
    heading = Text("Sepuluh teratas", "Top ten").say(lang)
    table = Table(title=heading, title_justify="left", show_lines=True, expand=True)
    table.add_column("#", justify="right")
    table.add_column(Text("Rekening", "Account").say(lang), overflow="fold", max_width=28)
    table.add_column(Text("Tipologi", "Typology").say(lang), max_width=24)
    table.add_column(Text("Skor", "Score").say(lang), justify="right")
    table.add_column(Text("Alasan", "Reasons").say(lang), ratio=1)
    for rank, alert in enumerate(alerts, start=1):
        reasons = "\n".join(reason.words.say(lang) for reason in alert.reasons)
        title = TYPOLOGIES[alert.typology].title.say(lang)
        table.add_row(str(rank), alert.subject, title, str(alert.score), reasons)
    return table
