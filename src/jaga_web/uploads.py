"""No page takes in a file, so none is read, kept or written down, whoever sends it."""

from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler


class RefuseFiles(FileUploadHandler):
    """Breaks off with a 400 at the first file of a form, before any of it is stored."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins: refuse the whole request."""
        raise SuspiciousOperation("a file was sent")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Never reached; the class it comes from asks for it."""
        return None

    def file_complete(self, file_size: int) -> None:
        """Never reached; the class it comes from asks for it."""
        return
