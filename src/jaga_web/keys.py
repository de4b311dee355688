"""Secret keys: one file of 32 random bytes each, in the data folder, outside the database."""

import os
import secrets
from pathlib import Path

LENGTH_BYTES = 32


def peek(data_dir: Path, name: str) -> bytes:
    """The key, or 32 random bytes for this process alone when none was made yet."""
    path = _path(data_dir, name)
    return path.read_bytes() if path.is_file() else secrets.token_bytes(LENGTH_BYTES)


def read(data_dir: Path, name: str) -> bytes:
    """The key, made on first use. Two processes that make it at once end with the same one."""
    path = _path(data_dir, name)
    if not path.is_file():
        _make(path)
    return path.read_bytes()


def _path(data_dir: Path, name: str) -> Path:
    return data_dir / "keys" / f"{name}.key"


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(LENGTH_BYTES))
        file.flush()
        os.fsync(file.fileno())
    try:
        # A hard link appears whole or not at all, and never replaces a key already in use.
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
