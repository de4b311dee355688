"""Files that leave a page: always kept, never opened in the browser's own window."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def attachment(content: bytes | str, kind: str, name: str) -> HttpResponse:
    """The answer that hands `content` out as file `name` of media type `kind`."""
    disposition = content_disposition_header(True, name) or "attachment"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})
