"""A replay on top of a finished run: what other numbers change, and when alerts first fired."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jaga.charts import curve_svg
from jaga.ledger.store import Ledger
from jaga.line import Finished
from jaga.screening import months
from jaga.screening.backtest import DEFAULT_BUDGET, Label, Scorecard, score
from jaga.screening.engines.base import Engine
from jaga.screening.export import write_whole
from jaga.screening.labels import booked
from jaga.screening.pack import DEFAULT, Pack, read_pack
from jaga.screening.replay import sides, told
from jaga.screening.replay.compare import Comparison, compare
from jaga.screening.replay.firsts import FirstFiring, first_firings
from jaga.screening.replay.sides import Side
from jaga.screening.replay.sweep import Ground, Step, sweep
from jaga.screening.screen import Progress, screen

NEAR_PERCENT = 1
"""A comparison keeps every finding that has its required answers, however few its points, so
that it can say of each alert what made the difference."""


@dataclass(frozen=True)
class Asked:
    """What a replay is to answer beside its run. `baseline`: an earlier run, or other numbers."""

    baseline: Side | Pack | None = None
    labels: Sequence[Label] | None = None
    budget: int = DEFAULT_BUDGET
    sweep: bool = False


@dataclass(frozen=True)
class Replayed:
    """The answers. `card` needs labels, `compared` a baseline, `steps` a sweep."""

    finished: Finished
    budget: int
    firsts: tuple[FirstFiring, ...]
    card: Scorecard | None = None
    compared: Comparison | None = None
    steps: tuple[Step, ...] = ()


def telling_all(pack: Pack) -> Pack:
    """The same pack, with standings down to NEAR_PERCENT."""
    return replace(pack, near_percent=NEAR_PERCENT)


def read_baseline(path: Path) -> Side | Pack:
    """An earlier run's folder, a pack's file, or the word `default`. Raises BadInput."""
    if path.is_dir():
        return sides.of_run(path)
    return DEFAULT if str(path) == "default" else read_pack(path)


def replay(
    finished: Finished,
    ledger: Ledger,
    asked: Asked,
    new_engine: Callable[[], Engine],
    progress: Progress,
) -> Replayed:
    """Answer `asked` for a run whose pack was `telling_all`; BadInput if the baseline is unlike."""
    screened, labels = finished.screened, asked.labels
    compared = None
    if asked.baseline is not None:
        before = _baseline(finished, ledger, asked.baseline, new_engine, progress)
        after = sides.of_screening(screened, finished.manifest)
        compared = compare(before, after)
    times = booked(ledger.payment_files(None, None), (one.payment_key for one in labels or ()))
    firsts = first_firings(screened.alerts, labels or (), times)
    card = None
    if labels is not None:
        accounts = screened.active_accounts
        card = score(screened.alerts, labels, accounts, budget=asked.budget, booked=times)
    steps = _sweep(finished, asked) if asked.sweep else ()
    return Replayed(finished, asked.budget, firsts, card, compared, steps)


def _baseline(
    finished: Finished,
    ledger: Ledger,
    baseline: Side | Pack,
    new_engine: Callable[[], Engine],
    progress: Progress,
) -> Side:
    if isinstance(baseline, Side):
        return baseline
    engine = new_engine()
    try:
        with ledger.reading():
            screened = screen(
                ledger, engine, since=finished.screened.since, until=finished.screened.until,
                pack=telling_all(baseline), progress=progress,
            )  # fmt: skip
    finally:
        engine.close()
    return sides.of_screening(screened, finished.manifest)


def _sweep(finished: Finished, asked: Asked) -> tuple[Step, ...]:
    screened = finished.screened
    ground = Ground(
        screened.active_accounts,
        len(months.rows(screened.since, screened.until)),
        asked.labels,
    )
    thresholds = {t.id: t.threshold for t in screened.pack.typologies.values()}
    return tuple(sweep(screened.standings, thresholds, ground))


def write_replay(out: Path, done: Replayed) -> list[str]:
    """The replay's files beside its run; their names, for whoever says where to look."""
    files = {"first-firings.csv": told.firsts_csv(done.firsts)}
    if done.compared is not None:
        files["changes.csv"] = told.changes_csv(done.compared)
    if done.steps:
        words = told.sweep_words(done.steps)
        files["sweep.csv"] = told.sweep_csv(done.steps)
        files["sweep.txt"] = f"{words.id}\n\n{words.en}\n".encode()
        for language, name in (("id", "sweep.svg"), ("en", "sweep.en.svg")):
            curve = told.sweep_curve(done.steps, done.budget, "en" if language == "en" else "id")
            files[name] = curve_svg(curve).encode()
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        write_whole(out / name, content)
    return sorted(files)
