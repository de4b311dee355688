"""How the commands speak: the reader's language, sentences, a progress bar."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from jaga.screening.screen import Progress as Watch
from jaga.words import Language, Text

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

STAGES = {
    "read": Text("Membaca pembayaran", "Reading payments"),
    "sort": Text("Mengurutkan pembayaran", "Sorting payments"),
    "write": Text("Menyusun buku harian", "Laying out the days"),
    "evidence": Text("Mengumpulkan bukti", "Gathering evidence"),
    "asking": Text("Bertanya", "Asking"),
    "simulating": Text("Membangun negeri rekaan", "Building the invented country"),
}


def language() -> Language:
    """JAGA_LANGUAGE, else the terminal's English if it is English, else Indonesian."""
    chosen = os.environ.get("JAGA_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG")
    return "en" if (chosen or "").lower().startswith("en") else "id"


def say(indonesian: str, english: str) -> None:
    """One sentence on standard output."""
    out.print(Text(indonesian, english).say(language()), markup=False)


def warn(text: Text) -> None:
    """One sentence on standard error."""
    err.print(text.say(language()), style="yellow", markup=False)


@contextmanager
def watching() -> Iterator[Watch]:
    """A progress bar on standard error; silent where nobody looks."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=30),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("…", total=None)

        def watch(stage: str, done: int, total: int) -> None:
            words = STAGES[stage].say(language()) if stage in STAGES else _question(stage)
            bar.update(task, description=words, completed=done, total=total or None)

        yield watch


def _question(stage: str) -> str:
    from jaga.screening.indicators import INDICATORS

    indicator = INDICATORS.get(stage)
    return indicator.title.say(language()) if indicator else STAGES["asking"].say(language())
