"""`jaga combine`: daily runs put together into one."""

from pathlib import Path
from typing import Annotated

from jaga.screening.combined import combine as put_together
from jaga.screening.wording import grouped
from jaga_cli import given
from jaga_cli.helping import argument, option
from jaga_cli.terminal import language, say


def combine(
    runs: Annotated[
        list[Path],
        argument(
            given.FOLDER, "folder hasil `jaga screen --day`", "folders of `jaga screen --day`"
        ),
    ],
    out_dir: Annotated[Path, option("folder hasil", "folder for the results", "--out")],
) -> None:
    """Put daily runs together: the last of each month counts."""
    manifest = put_together(runs, out_dir)
    alerts = grouped(manifest["counts"]["alerts"], language())
    months = len(manifest["combined"])
    say(f"{alerts} peringatan dari {months} bulan.", f"{alerts} alerts from {months} months.")
    say(f"Hasil: {out_dir}", f"Results: {out_dir}")
