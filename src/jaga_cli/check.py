"""`jaga check`: is this installation sound? Each answer says what to do when it is not."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from jaga.words import Language, Text

LEAST_PYTHON = (3, 11)
# A read of 10 million payments leaves about 1 GB of day files, and DuckDB spills beside them.
LEAST_FREE_BYTES = 4 * 1024**3
LOCKS = Path(__file__).parents[2] / "requirements"

Verdict = Literal["good", "absent", "broken"]


@dataclass(frozen=True)
class Finding:
    """One answer: good, absent (only an extra is missing) or broken (nothing will work right)."""

    verdict: Verdict
    words: Text


def check_installation(language: Language, folder: Path) -> tuple[list[str], int]:
    """Lines to print and the exit code: 0 when sound, 4 when something must be mended.

    `folder` is where the store will live (bytes free are measured there).
    """
    found = [finding for part in _parts(folder) for finding in part()]
    marks = {"good": "✓", "absent": "–", "broken": "✗"}
    lines = [f"{marks[finding.verdict]} {finding.words.say(language)}" for finding in found]
    broken = any(finding.verdict == "broken" for finding in found)
    return lines, 4 if broken else 0


def _parts(folder: Path) -> tuple[Callable[[], Iterator[Finding]], ...]:
    return (_python, _packages, _engine, _solver, _rules, _extras, lambda: _space(folder))


def _python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] >= LEAST_PYTHON:
        yield _good(f"Python {version}", f"Python {version}")
    else:
        yield _broken(
            f"Python {version} terlalu lama: pasang Python 3.11 atau lebih baru.",
            f"Python {version} is too old: install Python 3.11 or newer.",
        )


def _packages() -> Iterator[Finding]:
    """Installed versions against the lock of the core; silent where no lock is at hand."""
    lock = LOCKS / "core.lock"
    if not lock.exists():
        return
    wrong = [name for name, versions in _locked(lock).items() if _version(name) not in versions]
    if wrong:
        yield _broken(
            f"Paket tidak sesuai kunci: {', '.join(wrong)}. Hapus folder .venv, jalankan ./jaga.",
            f"Packages differ from the lock: {', '.join(wrong)}. Delete .venv and run ./jaga.",
        )
    else:
        yield _good("Paket inti sesuai dengan kuncinya", "Core packages match their lock")


def _locked(lock: Path) -> dict[str, set[str]]:
    """Versions a lock allows by package; more than one where they depend on the Python version."""
    allowed: dict[str, set[str]] = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        name, equals, rest = line.partition("==")
        if equals and not line.startswith((" ", "#")):
            allowed.setdefault(name, set()).add(rest.split()[0])
    return allowed


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _engine() -> Iterator[Finding]:
    """DuckDB writes a Parquet file and reads it back."""
    try:
        import duckdb

        with tempfile.TemporaryDirectory(prefix="jaga-check-") as folder, duckdb.connect() as base:
            file = str(Path(folder) / "one.parquet")
            base.sql("SELECT 1 AS one").write_parquet(file)
            sound = base.read_parquet(file).fetchall() == [(1,)]
    except Exception:  # whatever is wrong, the answer is the same sentence
        sound = False
    yield _verdict(
        sound,
        _good("DuckDB menulis dan membaca Parquet", "DuckDB writes and reads Parquet"),
        _broken(
            "DuckDB tidak dapat menulis berkas sementara: periksa TMPDIR dan ruang diska.",
            "DuckDB cannot write a temporary file: check TMPDIR and the disk space.",
        ),
    )


def _solver() -> Iterator[Finding]:
    """The audit behind disclosure control solves a table by hand known."""
    from jaga.evidence.intervals import Interval, Known, interval

    pair = [(0, 0), (0, 1)]
    sound = interval(frozenset({(0, 0)}), pair, [Known(frozenset(pair), 7)]) == Interval(0, 7)
    yield _verdict(
        sound,
        _good("Pemeriksa kerahasiaan angka bekerja", "The disclosure audit works"),
        _broken(
            "Pemeriksa kerahasiaan angka memberi jawaban salah: jangan terbitkan angka apa pun; "
            "hapus folder .venv, lalu jalankan ./jaga.",
            "The disclosure audit gives a wrong answer: publish no figure; delete .venv and run "
            "./jaga.",
        ),
    )


def _rules() -> Iterator[Finding]:
    """Every indicator and typology loads; their own constructors check them."""
    from jaga.screening.indicators import INDICATORS
    from jaga.screening.typologies import TYPOLOGIES

    numbers = (len(INDICATORS), len(TYPOLOGIES))
    yield _good(
        f"{numbers[0]} indikator dan {numbers[1]} tipologi siap",
        f"{numbers[0]} indicators and {numbers[1]} typologies are ready",
    )


def _extras() -> Iterator[Finding]:
    for package, words in EXTRAS.items():
        if _version(package):
            yield Finding("good", Text(f"Ada: {words.id}", f"Present: {words.en}"))
        else:
            yield Finding("absent", Text(f"Tidak ada: {words.id}", f"Absent: {words.en}"))


EXTRAS = {
    "django": Text("ruang kerja web (pasang jaga[web])", "the web workspace (install jaga[web])"),
    "pyspark": Text(
        "mesin Spark, hanya untuk data di luar satu mesin (pasang jaga[spark])",
        "the Spark engine, only for data past one machine (install jaga[spark])",
    ),
}


def _space(folder: Path) -> Iterator[Finding]:
    place = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    free = shutil.disk_usage(place).free
    size = f"{free / 1024**3:.0f} GB"
    if free >= LEAST_FREE_BYTES:
        yield _good(f"Ruang diska {size}", f"Free disk space {size}")
    else:
        yield Finding(
            "absent",
            Text(
                f"Ruang diska tinggal {size}: cukup untuk mencoba, kurang untuk data besar.",
                f"Only {size} of disk space left: enough to try, too little for large data.",
            ),
        )


def _verdict(sound: bool, good: Finding, bad: Finding) -> Finding:
    return good if sound else bad


def _good(words_id: str, words_en: str) -> Finding:
    return Finding("good", Text(words_id, words_en))


def _broken(words_id: str, words_en: str) -> Finding:
    return Finding("broken", Text(words_id, words_en))
