"""How a form of /lapor is read: fields only. A file in any clothing is refused and forgotten."""

from collections.abc import Mapping

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError

from jaga.casework import sniffing

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
TOKEN = "form"
# Nobody pastes a file into fewer letters than these.
SHORTEST_FILE = 40


class FileSent(Exception):  # noqa: N818 - whoever sent it meant no harm
    """A file came; `kind` is what its first bytes say it is."""

    def __init__(self, kind: sniffing.Kind) -> None:
        super().__init__()
        self.kind = kind


class TooMuch(Exception):  # noqa: N818 - a text that is too long
    """More than a form of ours ever sends."""


class Unreadable(Exception):  # noqa: N818 - a broken form
    """Not a form."""


class Sniff(FileUploadHandler):
    """Looks at the first bytes of a file and breaks off: nothing is stored, nothing is logged."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """The first chunk says what it is; there is no second."""
        raise FileSent(sniffing.kind_of(raw_data) or "other")

    def file_complete(self, file_size: int) -> None:
        """Only an empty file gets here, such as a field nobody used."""
        return


def read(request: HttpRequest) -> Mapping[str, list[str]]:
    """The fields that were sent. Raises FileSent, TooMuch or Unreadable."""
    request.upload_handlers = [Sniff(request)]
    try:
        if request.content_type not in FORMS:
            _refuse_body(request)
        sent = dict(request.POST.lists())
    except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent):
        raise TooMuch from None
    except (MultiPartParserError, UnicodeError, OSError):
        raise Unreadable from None
    # Our own token is a sealed lump of letters, and only we can make one that opens.
    for name in sent.keys() - {TOKEN}:
        for value in sent[name]:
            kind = sniffing.in_text(value) if len(value) >= SHORTEST_FILE else ""
            if kind:
                raise FileSent(kind)
    return {name: [str(value) for value in values] for name, values in sent.items()}


def _refuse_body(request: HttpRequest) -> None:
    """A bare body: perhaps a picture sent without a form."""
    head = request.read(sniffing.ENOUGH_BYTES)
    if head:
        raise FileSent(sniffing.kind_of(head) or "other")
