"""`jaga backtest --reproduce`: is this run what its files and numbers give today?"""

import json
import tempfile
from pathlib import Path

import typer

from jaga.errors import BadInput, WrongUsage
from jaga.ledger.options import ReadOptions
from jaga.reproduce import Reproduced, Sources, reproduce
from jaga.words import Text
from jaga_cli.screen import engine_named
from jaga_cli.terminal import language, out, say, watching

NOT_THE_SAME = 5


def refuse_beside_reproduce(*given: Path | str | bool | None) -> None:
    """Numbers and days come from the manifest; another set beside it would be a riddle."""
    if any(given):
        raise WrongUsage(
            Text(
                "--reproduce mengambil angka dan tanggal dari manifes dan hanya membandingkan. "
                "Beri berkas masukannya saja, tanpa --parameters, --baseline, --since, --until, "
                "--labels, --sweep, --ledger, atau --out.",
                "--reproduce takes numbers and days from the manifest and only compares. Give "
                "the input files alone, without --parameters, --baseline, --since, --until, "
                "--labels, --sweep, --ledger or --out.",
            )
        )


def run_again(
    manifest: Path, sources: Sources, options: ReadOptions, engine: str, as_json: bool
) -> None:
    """Make the run again and say yes (exit 0) or what differs (exit 5)."""
    with tempfile.TemporaryDirectory(prefix="jaga-reproduce-") as folder:
        work = Path(folder)
        chosen = engine_named(engine, work)
        try:
            with watching() as watch:
                done = reproduce(manifest, sources, options, work, chosen, watch)
        except OSError as error:
            raise BadInput(
                Text(
                    f"Tidak ada tempat untuk menjalankan ulang ({error.strerror}).",
                    f"There is no room to run it again ({error.strerror}).",
                )
            ) from error
        finally:
            chosen.close()
    _tell(done, as_json=as_json)
    if not done.same:
        raise typer.Exit(NOT_THE_SAME)


def _tell(done: Reproduced, *, as_json: bool) -> None:
    if as_json:
        found = [
            {"what": one.what, "id": one.words.id, "en": one.words.en, "decides": one.decides}
            for one in done.findings
        ]
        out.print_json(json.dumps({"same": done.same, "alerts": done.alerts, "findings": found}))
        return
    if done.same:
        say(
            f"Sama: {done.alerts} peringatan, alerts.csv persis sampai ke bita.",
            f"The same: {done.alerts} alerts, alerts.csv equal to the byte.",
        )
    else:
        say("TIDAK sama:", "NOT the same:")
    for one in done.findings:
        out.print(f"  {one.words.say(language())}", markup=False)
