"""One commit point: the manifest. Until it is renamed into place, nothing has happened.

Every other file of a store carries a hash of its content in its name and is never changed.
A read that dies leaves files nobody names; the next opening removes them.
"""

import errno
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import duckdb

from jaga.errors import BadInput
from jaga.words import Text

FORMAT = 1
_FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)


class CannotWrite(BadInput):
    """The store's disk is full or may not be written; the store is as it was."""


def empty_manifest() -> dict[str, Any]:
    """The manifest of a store nothing was read into."""
    return {
        "format": FORMAT,
        "days": {},
        "inputs": [],
        "codes": None,
        "accounts": None,
        "watchlist": None,
        "marks": None,
        "columns_absent": [],
    }


def load_manifest(root: Path) -> dict[str, Any]:
    """The manifest of a store, or an empty one; BadInput when it cannot be understood."""
    try:
        manifest = json.loads((root / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return empty_manifest()
    except (OSError, ValueError):
        manifest = None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise BadInput(
            Text(
                "manifest.json pada folder data tidak dapat dipahami versi Jaga ini. Pulihkan dari "
                "cadangan, atau baca ulang berkas ke folder baru.",
                "manifest.json in the data folder cannot be understood by this version of Jaga. "
                "Restore it from a backup, or read the files again into a new folder.",
            )
        )
    return {**empty_manifest(), **manifest}


def commit(root: Path, manifest: dict[str, Any]) -> None:
    """Make `manifest` the state of the store; afterwards it survives a power cut."""
    for folder in (root / "days", root / "rejects", root):
        _sync(folder)
    temporary = root / "manifest.json.new"
    with temporary.open("w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=1, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(root / "manifest.json")
    _sync(root)


def settle(made: Path, folder: Path, stem: str, suffix: str) -> tuple[Path, str]:
    """Move a finished file to its final, content-named place; (path, sha256)."""
    with made.open("r+b") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    final = folder / f"{stem}{digest[:16]}{suffix}"
    made.replace(final)
    return final, digest


def named_files(manifest: dict[str, Any]) -> set[str]:
    """Every file the manifest needs, relative to the store."""
    names = {"manifest.json", "lock"}
    names |= {day["file"] for day in manifest["days"].values()}
    names |= {one["rejects"] for one in manifest["inputs"] if one.get("rejects")}
    for part in ("codes", "accounts", "watchlist", "marks"):
        if manifest[part]:
            names.add(manifest[part]["file"])
            if manifest[part].get("rejects"):
                names.add(manifest[part]["rejects"])
    return names


def clean(root: Path, manifest: dict[str, Any]) -> None:
    """Remove what a killed read left; only what a store makes itself, nothing else."""
    named = named_files(manifest)
    for folder in root.glob("staging-*"):
        shutil.rmtree(folder, ignore_errors=True)
    for pattern in (
        "days/*.parquet",
        "rejects/*.csv",
        "codes-*.parquet",
        "accounts-*.parquet",
        "watchlist-*.parquet",
        "marks-*.parquet",
        "manifest.json.new",
    ):
        for file in root.glob(pattern):
            if file.relative_to(root).as_posix() not in named:
                file.unlink(missing_ok=True)


def try_lock(root: Path, shared: bool = False) -> BinaryIO | None:
    """The store's lock, or None while another process holds it; closing lets it go."""
    file = (root / "lock").open("a+b")
    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


@contextmanager
def held(root: Path, shared: bool = False) -> Iterator[None]:
    """Hold the store: alone to write, shared to read; BadInput while another writes."""
    lock = try_lock(root, shared)
    if lock is None:
        raise BadInput(
            Text(
                "Folder data ini sedang dipakai proses Jaga lain. "
                "Tunggu sampai selesai, lalu ulangi.",
                "Another Jaga process is using this data folder. "
                "Wait until it ends, then try again.",
            )
        )
    with lock:
        yield


@contextmanager
def plain_words_for_full_disks() -> Iterator[None]:
    """Turn a full or forbidden disk into a sentence; other errors pass."""
    try:
        yield
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise _cannot_write() from error
    except OSError as error:
        if error.errno in (*_FULL, errno.EACCES, errno.EROFS) or error.errno is None:
            raise _cannot_write() from error
        raise


def _cannot_write() -> CannotWrite:
    return CannotWrite(
        Text(
            "Folder data tidak dapat ditulis: disk penuh atau tidak ada izin. Tidak ada yang "
            "berubah. Beri ruang atau izin, lalu ulangi.",
            "The data folder cannot be written: the disk is full or permission is missing. Nothing "
            "was changed. Make room or give permission, then try again.",
        )
    )


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
