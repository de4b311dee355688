"""What `./jaga test` runs: the linters, the types, the walls and the tests, and what it left out.

Standard library only, so that it can say what is wrong with an installation that is half there.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True)
class Check:
    """One command beside pytest: its name for the summary, and how to call it."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Need:
    """Something a machine may lack, the mark of the tests that need it, and why they wait."""

    mark: str
    present: Callable[[], bool]
    reason: str


@dataclass(frozen=True)
class Outcome:
    """How a check ended: its name, whether it passed, what it said, how long it took (s)."""

    name: str
    passed: bool
    output: str
    seconds: float


CHECKS = (
    Check("ruff check", (sys.executable, "-m", "ruff", "check", ".")),
    Check("ruff format", (sys.executable, "-m", "ruff", "format", "--check", ".")),
    Check(
        "lint-imports",
        (sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"),
    ),
    Check("mypy --strict", (sys.executable, "-m", "mypy")),
)


def chromium() -> str | None:
    """The path of a Chromium on this machine, or None."""
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def _spark() -> bool:
    return find_spec("pyspark") is not None and shutil.which("java") is not None


def _postgres() -> bool:
    return os.environ.get("JAGA_DATABASE_URL", "").startswith("postgres")


def _oracles() -> bool:
    return (ROOT.parent / "shared" / "oracles").is_dir()


NEEDS = (
    Need("spark", _spark, "no Java or no pyspark: the Spark engine"),
    Need("postgres", _postgres, "no PostgreSQL in JAGA_DATABASE_URL: the database of large sites"),
    Need("browser", lambda: chromium() is not None, "no Chromium: the walk in a real browser"),
    Need("oracles", _oracles, "no ../shared/oracles: files from outside this repository"),
)


def run(check: Check) -> Outcome:
    """Run one check from the root of the repository."""
    started = time.monotonic()
    ended = subprocess.run(
        check.command, cwd=ROOT, text=True, capture_output=True, check=False, env=_environment()
    )
    output = ended.stdout + ended.stderr
    return Outcome(check.name, ended.returncode == 0, output, time.monotonic() - started)


def run_pytest(arguments: Sequence[str]) -> tuple[int, Path]:
    """Run pytest in sight of the reader; returns its exit code and its JUnit report."""
    report = Path(tempfile.mkdtemp(prefix="jaga-test-")) / "report.xml"
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *arguments]
    ended = subprocess.run(command, cwd=ROOT, check=False, env=_environment())
    return ended.returncode, report


def counts(report: Path) -> Counter[str]:
    """Tests in a JUnit report by ending: passed, failed, skipped."""
    if not report.exists():
        return Counter(passed=0, failed=1, skipped=0)
    endings = Counter(passed=0, failed=0, skipped=0)
    for case in ElementTree.parse(report).iter("testcase"):
        endings[_ending(case)] += 1
    return endings


def left_out(report: Path) -> Counter[str]:
    """Skipped tests in a JUnit report by the reason given."""
    if not report.exists():
        return Counter()
    skipped = ElementTree.parse(report).iter("skipped")
    return Counter(skip.get("message", "no reason given") for skip in skipped)


def figures(report: Path) -> dict[str, str]:
    """What tests measured on the way, by name."""
    if not report.exists():
        return {}
    found = ElementTree.parse(report).iter("property")
    named = {each.get("name", ""): each.get("value", "") for each in found}
    # Hypothesis adds its own, encoded for machines.
    return {name: value for name, value in named.items() if not name.startswith("hypothesis")}


def main(arguments: Sequence[str]) -> int:
    """Run everything; with `arguments`, only pytest with them. Returns the exit code."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        waiting = [] if arguments else [beside.submit(run, check) for check in CHECKS]
        code, report = run_pytest(arguments)
        outcomes = [_ended(future) for future in waiting]
    endings = counts(report)
    # Exit code 5 of pytest: no test was chosen, which is no failure of ours to count twice.
    if code not in (0, 1) and not endings["failed"]:
        endings["failed"] = 1
    _summary(outcomes, endings, left_out(report), figures(report))
    shutil.rmtree(report.parent, ignore_errors=True)
    return 0 if code == 0 and all(outcome.passed for outcome in outcomes) else 1


def _ended(future: "Future[Outcome]") -> Outcome:
    outcome = future.result()
    if not outcome.passed:
        _say(f"\n---- {outcome.name} failed ----\n{outcome.output.strip()}")
    return outcome


def _summary(
    outcomes: Sequence[Outcome],
    endings: Counter[str],
    waits: Counter[str],
    measured: dict[str, str],
) -> None:
    _say("\n==== ./jaga test ====")
    for outcome in outcomes:
        verdict = "passed" if outcome.passed else "FAILED"
        _say(f"{outcome.name:<16} {verdict}  ({outcome.seconds:.0f} s)")
    for name, value in measured.items():
        _say(f"{name}: {value}")
    for reason, number in sorted(waits.items()):
        _say(f"left out: {number} test{'' if number == 1 else 's'} ({reason})")
    unused = [need.reason for need in NEEDS if not need.present() and need.reason not in waits]
    for reason in unused:
        _say(f"left out: 0 tests ({reason})")
    passed = endings["passed"] + sum(outcome.passed for outcome in outcomes)
    failed = endings["failed"] + sum(not outcome.passed for outcome in outcomes)
    _say(f"{passed} passed, {failed} failed, {endings['skipped']} left out")


def _ending(case: ElementTree.Element) -> str:
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    return "passed" if case.find("skipped") is None else "skipped"


def _environment() -> dict[str, str]:
    """The caller's environment with `src` importable, whatever the working directory."""
    path = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path}


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
