"""Readers: a report as paragraphs, from DOCX, Markdown, plain text or the text of a PDF."""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from jaga.errors import BadInput
from jaga.words import Text

# A report of some hundred pages has less than a megabyte of words; a file this large is not one.
MOST_BYTES = 50 * 1024**2
MOST_HEADING = 90

HEADING = re.compile(r"^(?:#{1,6}\s+(?P<marked>.+)|(?P<numbered>\d{1,2}(?:\.\d{1,2})*\.?\s+\D.*))$")
ITEM = re.compile(r"^\s*(?:[-*•▪·–]|\(?[a-z0-9]{1,2}[.)])\s+")
MARKUP = re.compile(r"\*{1,3}|`|(?<!\w)_{1,2}|_{1,2}(?!\w)")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
BULLET = re.compile(r"^\s*[-*•▪·–]\s+")
FOOTNOTE = re.compile(r"[¹²³⁰⁴-⁹]+")
CELLS = " ¦ "
# "|---|---:|" below the first row of a table in Markdown.
RULE = re.compile(r"[|\s:-]*--[|\s:-]*")
HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph without markup; `section` is the heading it stands under, `number` its place.

    A row of a table is a paragraph of cells (CELLS between them), with the table's first row as
    `heads`.
    """

    text: str
    section: str
    number: int
    heads: tuple[str, ...] = ()


def read_document(path: Path) -> tuple[Paragraph, ...]:
    """The paragraphs of a file. Raises BadInput for one that is no DOCX, PDF or UTF-8 text."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise BadInput(
            Text(
                f"Jenis berkas {path.suffix or path.name} tidak dibaca. Simpan sebagai DOCX, PDF, "
                "Markdown, atau teks.",
                f"Files of kind {path.suffix or path.name} are not read. Save it as DOCX, PDF, "
                "Markdown or text.",
            )
        )
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _unreadable(path)
        return reader(path)
    except (
        OSError, UnicodeDecodeError, PackageNotFoundError, PyPdfError, zipfile.BadZipFile,
        KeyError, ValueError,
    ) as fault:  # fmt: skip
        raise _unreadable(path) from fault


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of Markdown or plain text: blank lines, list items and headings part them."""
    return _numbered(_blocks(text))


def _unreadable(path: Path) -> BadInput:
    return BadInput(
        Text(
            f"{path.name} tidak dapat dibaca. Buka, simpan ulang (teks: UTF-8), lalu coba lagi.",
            f"{path.name} cannot be read. Open it, save it again (text: UTF-8) and try once more.",
        )
    )


def _text(path: Path) -> tuple[Paragraph, ...]:
    return paragraphs(path.read_text(encoding="utf-8-sig"))


def _docx(path: Path) -> tuple[Paragraph, ...]:
    document = docx.Document(str(path))
    blocks = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            blocks += [(CELLS.join(_cells(row)), False) for row in block.rows]
        else:
            style = block.style.name if block.style and block.style.name else ""
            blocks.append((block.text, style.startswith(("Heading", "Title"))))
    return _numbered((_plain(text), heading) for text, heading in blocks)


def _cells(row: object) -> list[str]:
    """The texts of a table row; a merged cell stands there once."""
    seen: list[str] = []
    for cell in row.cells:  # type: ignore[attr-defined]
        if not seen or seen[-1] != cell.text:
            seen.append(cell.text)
    return seen


def _pdf(path: Path) -> tuple[Paragraph, ...]:
    pages = [page.extract_text() or "" for page in PdfReader(str(path)).pages]
    return paragraphs(HYPHENATED.sub("", "\n\n".join(pages)))


READERS: dict[str, Callable[[Path], tuple[Paragraph, ...]]] = {
    ".txt": _text,
    ".md": _text,
    ".markdown": _text,
    ".docx": _docx,
    ".pdf": _pdf,
}


def _blocks(text: str) -> Iterator[tuple[str, bool]]:
    """Pieces of text with whether each is a heading; lines of one paragraph are joined."""
    held: list[str] = []
    lines = ["", *text.replace("\r\n", "\n").split("\n"), "", ""]
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        bare = line.strip()
        apart = not above.strip() and not below.strip()
        heading = _heading(bare) if apart or bare.startswith("#") else ""
        row = bare.startswith("|") and bare.endswith("|") and len(bare) > 1
        if held and (not bare or heading or row or ITEM.match(line)):
            yield _plain(" ".join(held)), False
            held = []
        if row:
            if not RULE.fullmatch(bare):
                yield CELLS.join(_plain(cell) for cell in bare[1:-1].split("|")), False
            continue
        if heading:
            yield _plain(heading), True
        elif bare:
            held.append(bare)


def _heading(line: str) -> str:
    """The words of a heading line; "" for any other. A long or ended line is a list item."""
    match = HEADING.match(line)
    if not match:
        return ""
    if match["marked"]:
        return str(match["marked"])
    ended = line.endswith((".", ";", ",", ":")) and not re.fullmatch(r"[\d.]+ [\w\s]+\.", line)
    return "" if ended or len(line) > MOST_HEADING or re.search(r"\d", line[5:]) else line


def _plain(text: str) -> str:
    text = BULLET.sub("", text)
    bare = FOOTNOTE.sub(" ", LINK.sub(r"\1", text))
    return re.sub(r"\s+", " ", MARKUP.sub("", bare)).strip()


def _numbered(blocks: Iterator[tuple[str, bool]]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    section = ""
    heads: tuple[str, ...] = ()
    for text, heading in blocks:
        section = text if heading else section
        cells = tuple(text.split(CELLS)) if CELLS in text else ()
        heads = (heads if len(heads) == len(cells) else cells) if cells else ()
        if text:
            found.append(Paragraph(text, section, len(found) + 1, heads))
    return tuple(found)
