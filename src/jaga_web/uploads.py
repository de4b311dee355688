"""No page takes in a file, so none is read, kept or written down, whoever sends it. But for DOORS.

These are pages of the staff: a document for a case, and the tables of a survey. There one file of
at most 5 MB is held in memory, never on disk, and only for people of the door's permission; what
it is decides `jaga.casework.documents` or `jaga_web.research.files` by its content.
`tests/codebase/wording.py` knows this place alone.
"""

from dataclasses import dataclass
from typing import IO, Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from jaga.casework.documents import MOST_BYTES
from jaga.casework.pdf import Unwelcome
from jaga_web.access import CASES_OWN, RESEARCH_KEEP

# The page's name, and what a person needs so that its file is read at all.
DOORS = {
    "keeping:attach": CASES_OWN,
    "research:add": RESEARCH_KEEP,
    "research:export_add": RESEARCH_KEEP,
}
FIELD = "document"
# A little more is read to its end, so that people get a sentence; much more is not read at all.
MOST_READ_BYTES = 4 * MOST_BYTES


@dataclass(frozen=True)
class Document:
    """What one file of a form held; nothing of it if it was too large. Its name is not kept."""

    data: bytes
    is_too_large: bool = False

    def close(self) -> None:
        """Nothing is open: it was only ever in memory."""


class RefuseFiles(FileUploadHandler):
    """Breaks off with a 400 at the first file of a form, except at DOORS."""

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],  # noqa: N803 - the name is Django's
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Look at the address before anything of the form is read."""
        self.permission = _door(self.request)
        self.taken = False
        if content_length > MOST_READ_BYTES:
            raise RequestDataTooBig("a form was too large")

    def new_file(self, field_name: str, *args: Any, **kwargs: Any) -> None:
        """A file begins: refuse the whole request, unless this is a door and the person may."""
        if not self.permission or self.taken or field_name != FIELD:
            raise SuspiciousOperation("a file was sent")
        if not _may(self.request, self.permission):
            # Read past and dropped, so that the page itself can say what is missing.
            raise SkipFile
        self.taken, self.size = True, 0
        self.parts: list[bytes] = []

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep a piece in memory, up to the limit."""
        self.size += len(raw_data)
        if self.size > MOST_BYTES:
            self.parts.clear()
        else:
            self.parts.append(raw_data)
        return None

    def file_complete(self, file_size: int) -> Any:
        """The file is whole."""
        return Document(b"".join(self.parts), self.size > MOST_BYTES)


def document(request: HttpRequest) -> Document | None:
    """The one file of a form at a door; None when none was sent."""
    found = request.FILES.get(FIELD)
    return found if isinstance(found, Document) else None


def bytes_of(sent: Document | None) -> bytes:
    """What was sent; nothing when nothing was. Raises BadInput if it was too large to read."""
    if sent is None:
        return b""
    if sent.is_too_large:
        raise Unwelcome("too large")
    return sent.data


def _door(request: HttpRequest | None) -> str:
    """The permission of the door this request came to; "" where there is none."""
    try:
        return DOORS.get(resolve(request.path_info).view_name, "") if request is not None else ""
    except Resolver404:
        return ""


def _may(request: HttpRequest | None, permission: str) -> bool:
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated and user.may(permission)
