"""What may be attached to a case: plain text, or a PDF of text. Content decides, never a name."""

import re
from typing import Literal

from jaga.casework import pdf
from jaga.casework.pdf import Unwelcome

Kind = Literal["text", "pdf"]
MOST_TEXT_BYTES = 1024 * 1024
MOST_BYTES = pdf.MOST_BYTES

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Text formats that draw, run or carry files: SVG, HTML, XML, RTF, PostScript, MIME, uuencode.
_MARKUP = re.compile(r"\s*(?:<[?!a-zA-Z]|\{\\rtf|%!|begin [0-7]{3,4} |MIME-Version:)")
# Anything binary written down in letters: a data address, one long run, or a block of full lines.
_ENCODED = re.compile(
    r"data:[\w.+-]+/[\w.+-]+;base64,"
    r"|[A-Za-z0-9+/_-]{512}"
    r"|(?:^[A-Za-z0-9+/]{60,80}={0,2}\r?\n){8}"
    r"|(?:^[M ][!-`]{60}\r?\n){4}",
    re.MULTILINE,
)


def check(data: bytes) -> Kind:
    """Which of the two kinds these bytes are. Raises Unwelcome with the reason for any other."""
    if not data:
        raise Unwelcome("empty")
    if data.startswith(b"%PDF-"):
        pdf.check(data)
        return "pdf"
    if len(data) > MOST_BYTES:
        raise Unwelcome("too large")
    _check_text(data)
    return "text"


def _check_text(data: bytes) -> None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unwelcome("kind") from None
    if len(data) > MOST_TEXT_BYTES:
        raise Unwelcome("too large")
    if _CONTROL.search(text) or _MARKUP.match(text) or "%PDF-" in text:
        raise Unwelcome("kind")
    if _ENCODED.search(text):
        raise Unwelcome("encoded")
