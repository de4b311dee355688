"""A file's bytes, decompressed when it is gzipped."""

import gzip
import zlib
from pathlib import Path
from typing import BinaryIO, cast

from jaga.errors import BadInput
from jaga.words import Text


class opened:  # noqa: N801 - reads as a phrase in a with statement
    """The decompressed stream of a file and the raw one whose position tells progress."""

    def __init__(self, path: Path) -> None:
        self._raw: BinaryIO = path.open("rb")
        magic = self._raw.read(2)
        self._raw.seek(0)
        zipped = magic == b"\x1f\x8b"
        self._stream = cast(BinaryIO, gzip.GzipFile(fileobj=self._raw) if zipped else self._raw)

    def __enter__(self) -> tuple[BinaryIO, BinaryIO]:
        return self._stream, self._raw

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._raw.close()
        if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile)):
            raise damaged_gzip() from None


def damaged_gzip() -> BadInput:
    """The sentence for a gzip file that breaks off or is no gzip file."""
    return BadInput(
        Text(
            "Berkas gzip rusak atau terpotong. Salin atau unduh ulang dari sumbernya.",
            "The gzip file is damaged or cut short. Copy or download it again.",
        )
    )
