"""How often each innocent pattern alerts in one invented country; for the test and its page."""

import csv
from collections import defaultdict
from pathlib import Path

from jaga.line import Finished, Job, first_to_see, run
from jaga.lookalikes.counting import Rate, count
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.world.simulate import simulate
from jaga.world.spec import WorldSpec


def rates(spec: WorldSpec, folder: Path) -> list[Rate]:
    """Simulate, read and screen a country in `folder`, and count by pattern."""
    world = folder / "world"
    simulate(spec, world, "parquet")
    engine = DuckDBEngine(threads=2)
    job = Job([world / "payments.parquet"], folder / "run", accounts=world / "accounts.csv")
    try:
        finished: Finished = run(job, engine, lambda *_: None)
    finally:
        engine.close()
    playing: dict[str, set[str]] = defaultdict(set)
    with (world / "lookalikes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            playing[row["pattern"]].add(row["account"])
    screened = finished.screened
    return count(
        playing,
        (alert.subject for alert in screened.alerts),
        (alert.subject for alert in first_to_see(screened)),
    )
