"""The files of the repository, for tests about the code itself."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Folders that hold what was installed, made or cached, never what someone wrote.
SKIPPED = {"__pycache__", "node_modules", "jaga-data", "jaga-out", "build", "dist"}
TEXT = frozenset(
    [".py", ".sh", ".toml", ".md", ".txt", ".html", ".css", ".js", ".svg", ".json", ".csv"]
    + [".po", ".lock", ".cfg", ".yml", ".yaml", ""]
)


def files(root: Path, *suffixes: str) -> Iterator[Path]:
    """Every written file under `root`, or only those with the given suffixes, in a fixed order."""
    for path in sorted(root.iterdir()):
        if path.name in SKIPPED or path.suffix == ".egg-info":
            continue
        if path.is_dir() and (not path.name.startswith(".") or path.name == ".ci"):
            yield from files(path, *suffixes)
        elif path.is_file() and (not suffixes or path.suffix in suffixes):
            yield path


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """Name (relative to `root`) and text of every written text file."""
    for path in files(root, *TEXT):
        try:
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
