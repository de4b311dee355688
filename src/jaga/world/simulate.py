"""The run on one screen: people, ordinary life, look-alikes, injected typologies, files."""

from dataclasses import asdict
from pathlib import Path

import numpy as np

from jaga.ledger.tables import RAILS
from jaga.world import life, traces, truth, write
from jaga.world.book import Book
from jaga.world.calendar import Calendar
from jaga.world.casting import Casting, shares
from jaga.world.lookalikes import LOOK_ALIKES
from jaga.world.people import build
from jaga.world.randomness import Array
from jaga.world.scene import Labels, Scene
from jaga.world.spec import FORMATS, Summary, WorldSpec, check_format
from jaga.world.typologies import SCHEMES


def simulate(
    spec: WorldSpec,
    out: Path,
    format: str = "csv.gz",  # noqa: A002
    progress: write.Progress | None = None,
) -> Summary:
    """Write the invented country to `out`; the same spec gives the same bytes.

    Writes payments.csv.gz (or payments.parquet), accounts.csv, labels.csv, truth.csv,
    lookalikes.csv and world.json. `progress(done, total)` is called while payments are written.
    """
    suffix = check_format(format)
    scene, playing = _draw(spec)
    out.mkdir(parents=True, exist_ok=True)
    words = write.Words(scene.people, spec.start, spec.days)
    columns = scene.book.columns()
    for other in FORMATS:
        if other != format:  # never two payment files with different content side by side
            (out / f"payments.{other}").unlink(missing_ok=True)
    write.payments(out / f"payments.{suffix}", words, columns, progress)
    write.accounts(out / "accounts.csv", words)
    found = truth.labels(out / "labels.csv", words, scene.labels)
    positives = {scheme.id: found.get(scheme.id, 0) for scheme in SCHEMES}
    truth.published(out / "truth.csv", words, scene.labels, scene.drawn)
    truth.look_alikes(out / "lookalikes.csv", words, playing)
    abroad = scene.people.country > 0
    foreign = abroad[columns["debtor"]] | abroad[columns["creditor"]]
    by_rail = np.bincount(columns["rail"], minlength=len(RAILS))
    summary = Summary(
        out=out, payments=len(columns["t"]), accounts=len(scene.people), positives=positives,
        look_alikes={name: len(accounts) for name, accounts in playing.items()},
        by_rail={rail: int(n) for rail, n in zip(RAILS, by_rail, strict=True)},
        foreign_share=round(float(foreign.mean()), 5) if len(foreign) else 0.0,
    )  # fmt: skip
    _record(spec, summary)
    return summary


def _draw(spec: WorldSpec) -> tuple[Scene, dict[str, Array]]:
    """Everything but the files. Ceilings are settled layer by layer, ordinary life first, so
    that what is injected never changes what was there."""
    people = build(spec)
    calendar = Calendar(spec.start, spec.days)
    book = Book(people, spec.days, spec.seed, calendar.month_of_day)
    scene = Scene(spec, people, calendar, book, "world", Labels())
    life.draw(scene)
    book.settle_ceilings(0)
    casting = Casting(spec, people)
    positives = round(spec.accounts * spec.prevalence)
    for scheme_id, n in shares(positives, tuple(s.id for s in SCHEMES)).items():
        scheme = next(s for s in SCHEMES if s.id == scheme_id)
        scene.cast[scheme_id] = casting.take(scheme_id, scheme.eligible(people), n)
    before = len(book.batches)
    playing = _look_alikes(scene, casting, round(positives * spec.look_alike_ratio))
    book.settle_ceilings(before)
    before = len(book.batches)
    for scheme in SCHEMES:
        if len(scene.cast[scheme.id]):
            scheme.draw(scene.named(f"typology/{scheme.id}"), scene.cast[scheme.id])
    traces.draw(scene)
    book.settle_ceilings(before)
    return scene, playing


def _look_alikes(scene: Scene, casting: Casting, total: int) -> dict[str, Array]:
    playing = {}
    wanted = shares(total, tuple(pattern.name for pattern in LOOK_ALIKES))
    for pattern in LOOK_ALIKES:
        weights = pattern.eligible(scene.people)
        accounts = casting.take(pattern.name, weights, wanted[pattern.name])
        playing[pattern.name] = accounts
        if len(accounts):
            pattern.draw(scene.named(f"look-alike/{pattern.name}"), accounts)
    return playing


def _record(spec: WorldSpec, summary: Summary) -> None:
    """world.json: what was asked, what came of it, and that all of it is invented."""
    content = asdict(summary)
    del content["out"]
    asked = {**asdict(spec), "start": spec.start.isoformat()}
    write.as_json(summary.out / "world.json", {"invented": True, "spec": asked, "counts": content})
