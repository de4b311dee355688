"""How long `jaga screen` takes, as a multiple of one scan of what it stores.

    .venv/bin/python bench/screening.py                     # 1 and 10 million payments
    .venv/bin/python bench/screening.py 1 10 50             # millions of payments
    .venv/bin/python bench/screening.py --keep FOLDER 1 10  # keep worlds and ledgers, use again
    .venv/bin/python bench/screening.py --write 1 10        # and docs/reference/generated/speed.md

One scan is one aggregate over every stored column, two threads, warm: the least that any
program reading the ledger must do. Wall seconds depend on the machine and on what else it does;
CPU seconds much less, so multiples are of CPU seconds. Peak memory is the whole process's, from
the kernel. Polars (`requirements/bench.lock`) and Spark (`requirements/spark.lock`) are asked
where they are installed; what is absent is said.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAYMENTS_PER_ACCOUNT = 51
"""About what the invented country makes in 90 days; the table prints the real count."""

PAGE = ROOT / "docs" / "reference" / "generated" / "speed.md"


@dataclass(frozen=True)
class Figures:
    """One size: counts, CPU and wall seconds, MiB. `near` is the whole run with standings."""

    payments: int
    accounts: int
    alerts: int
    scan: tuple[float, float]
    screen: tuple[float, float]
    near: tuple[float, float]
    heaviest: dict[str, float]
    memory: float
    read: tuple[float, float] | None = None
    others: dict[str, dict[str, float]] = field(default_factory=dict)

    def times(self, seconds: float) -> float:
        """As a multiple of the scan's CPU seconds."""
        return seconds / self.scan[0]


def child(name: str, *arguments: str) -> dict:
    """What bench/measured.py says of one measurement."""
    paths = [str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    printed = subprocess.run(
        [sys.executable, str(ROOT / "bench" / "measured.py"), name, *arguments],
        check=True, env=environment, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return json.loads(printed.splitlines()[-1])


def made(millions: float, folder: Path) -> tuple[Path, tuple[float, float] | None]:
    """The ledger of one size, simulated and read where that was not done; seconds of reading."""
    world, ledger = folder / f"world-{millions:g}", folder / f"ledger-{millions:g}"
    if (ledger / "manifest.json").exists():
        return ledger, None
    accounts = int(millions * 1e6 / PAYMENTS_PER_ACCOUNT)
    subprocess.run(
        [sys.executable, "-m", "jaga_cli", "simulate", "--accounts", str(accounts), "--days",
         "90", "--seed", "1", "--format", "parquet", "--out", str(world)],
        check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return ledger, tuple(child("read", str(world), str(ledger))["seconds"])


def measure(millions: float, folder: Path, *, beside: bool) -> Figures:
    """Make one size where that was not done, then scan and screen it; `beside`: ask other
    engines too."""
    ledger, read = made(millions, folder)
    scan = child("scan", str(ledger))
    alone = child("screen", str(ledger), "100")
    near = child("screen", str(ledger), "50")
    heaviest = sorted(near["questions"].items(), key=lambda one: -one[1])[:5]
    return Figures(
        near["payments"], near["accounts"], near["alerts"], tuple(scan["seconds"]),
        tuple(alone["seconds"]), tuple(near["seconds"]), dict(heaviest), near["memory"], read,
        child("others", str(ledger)) if beside else {},
    )  # fmt: skip


def table(found: list[Figures]) -> list[str]:
    """The figures as lines of a Markdown table."""
    lines = [
        "| payments | accounts | alerts | scan, CPU s (wall) | five heaviest | whole run, CPU s "
        "(wall) | × scan | with standings to half | × scan | µs a payment | peak MiB |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for f in found:
        heavy = sum(f.heaviest.values())
        lines.append(
            f"| {f.payments:,} | {f.accounts:,} | {f.alerts:,} | {f.scan[0]:.2f} ({f.scan[1]:.2f}) "
            f"| {heavy:.1f} s, {f.times(heavy):.1f}× | {f.screen[0]:.1f} ({f.screen[1]:.1f}) "
            f"| {f.times(f.screen[0]):.1f}× | {f.near[0]:.1f} ({f.near[1]:.1f}) "
            f"| {f.times(f.near[0]):.1f}× | {1e6 * f.near[0] / f.payments:.1f} | {f.memory:,.0f} |"
        )
    return lines


def others(f: Figures) -> list[str]:
    """Other engines at one size: the question put to everybody, wall seconds."""
    engines = [name for name in ("duckdb", "polars", "spark") if name in f.others]
    lines = [
        f"| question, {f.payments:,} payments | " + " | ".join(f"{e}, s" for e in engines) + " |",
        "|---|" + "---:|" * len(engines),
    ]
    for question in f.others["duckdb"]:
        cells = " | ".join(f"{f.others[e][question]:.2f}" for e in engines)
        lines.append(f"| `{question}` | {cells} |")
    return lines


def page(found: list[Figures]) -> str:
    """docs/reference/generated/speed.md."""
    last = found[-1]
    heavy = ", ".join(f"`{name}` {seconds:.1f} s" for name, seconds in last.heaviest.items())
    absent = [e for e in ("polars", "spark") if e not in found[0].others]
    parts = [
        "<!-- Generated by bench/screening.py --write: run it again, do not edit. -->\n",
        "# How fast\n",
        "Multiples of one scan of every stored column (DuckDB, two threads, warm), in CPU seconds. "
        "The invented country, 90 days, seed 1. A whole run is reading the ledger's days, every "
        "question, evidence, and writing the results; files were read before. It is given "
        "twice: for alerts alone, and as `jaga screen` runs by default, with standings down to "
        "half of each threshold for replays.\n",
        *table(found),
        f"\nThe five heaviest at the last size, as asked in the run: {heavy}.\n",
    ]
    if len(found) > 1:
        first, last = found[0], found[-1]
        parts.append(
            "Growth from the first size to the last: payments "
            f"×{last.payments / first.payments:.1f}, whole run "
            f"×{last.near[0] / first.near[0]:.1f}, memory "
            f"×{last.memory / first.memory:.1f}.\n"
        )
    parts += ["## Other engines\n", *others(found[0])]
    parts.append(
        "\nEach question is put to everybody here, on two threads, from the table of payments "
        "between unrelated people; Polars as its users would write it, Spark (`local[2]`, warm) "
        "the same SQL text. All engines answered with the same number of accounts."
    )
    if absent:
        parts.append(f"\nNot installed where this was measured: {', '.join(absent)}.")
    return "\n".join(parts) + "\n"


def main() -> None:
    """Measure every size, print, and write the page when told to."""
    parser = argparse.ArgumentParser(description="How long a screening takes.")
    parser.add_argument("millions", nargs="*", type=float, default=[1.0, 10.0])
    parser.add_argument("--keep", type=Path, help="folder to keep worlds and ledgers in")
    parser.add_argument("--write", action="store_true", help="write the reference page")
    options = parser.parse_args()
    found = []
    with tempfile.TemporaryDirectory(prefix="jaga-bench-") as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for size in options.millions or [1.0, 10.0]:
            found.append(measure(size, folder, beside=not found))
            print("\n".join(table(found[-1:])), flush=True)
        print("\n".join(others(found[0])), flush=True)
    for engine, lock in (("polars", "bench"), ("spark", "spark")):
        if engine not in found[0].others:
            print(f"{engine}: not installed; pip install -r requirements/{lock}.lock")
    if options.write:
        PAGE.write_text(page(found), encoding="utf-8")


if __name__ == "__main__":
    main()
