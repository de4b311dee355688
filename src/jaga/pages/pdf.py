"""The document as PDF/A and PDF/UA-1, drawn by Typst; PDF/A-3a where files are attached to it.

The template is fixed and the document reaches it as JSON: a name is data there, so nothing in it
can become markup. Only fonts that come with Typst are used, so the same document gives the same
bytes on every machine.
"""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from importlib.resources import files
from typing import Any, Final

import typst

from jaga.errors import BadInput
from jaga.pages.document import (
    Block,
    Document,
    Entries,
    Heading,
    Items,
    Note,
    Paragraph,
    Picture,
    Run,
    Table,
    Words,
)
from jaga.words import Text

STANDARDS: Final = ("a-2a", "ua-1")
# PDF/A-2 allows no attached data; part 3 does.
STANDARDS_WITH_DATA: Final = ("a-3a", "ua-1")
CONTENTS = Text("Isi", "Contents")
PICTURE_FONT: Final = "Libertinus Serif"
"""The face a picture must name for its letters to be drawn here."""

# How Typst names the first letter it cannot draw: by code, or as it is.
_NO_FONT: Final = re.compile(
    r"the text `\"(?:\\u\{([0-9a-f]+)\}|(.)).*?`? could not be displayed", re.DOTALL
)
_TEMPLATE: Final = (files("jaga.pages") / "template.typ").read_bytes()


@dataclass(frozen=True)
class Attachment:
    """A file of data inside the PDF."""

    name: str
    media_type: str
    content: str
    description: Text


def pdf(
    document: Document, *, leaflet: bool = False, attached: tuple[Attachment, ...] = ()
) -> bytes:
    """The document's bytes, the same for the same document.

    A `leaflet` has no page of its own for the title and no table of contents. Raises BadInput for
    a letter that its fonts do not have.
    """
    fields = _fields(document) | {
        "leaflet": leaflet,
        "attached": [
            {
                "name": one.name,
                "type": one.media_type,
                "content": one.content,
                "description": document.say(one.description),
            }
            for one in attached
        ],
    }
    midnight = datetime.combine(document.on, time(), tzinfo=UTC)
    try:
        made = typst.compile(
            _TEMPLATE,
            sys_inputs={"document": json.dumps(fields, ensure_ascii=False)},
            pdf_standards=[*(STANDARDS_WITH_DATA if attached else STANDARDS)],
            ignore_system_fonts=True,
            timestamp=midnight,
        )
    except typst.TypstError as error:
        raise _undrawn(error) from error
    return bytes(made)


def _undrawn(error: typst.TypstError) -> Exception:
    """A letter that no font of ours has, in words; anything else is our own mistake."""
    found = _NO_FONT.search(str(error))
    if found is None:
        return error
    letter = found[1] or f"{ord(found[2]):x}"
    code = f"U+{letter.upper():0>4}"
    return BadInput(
        Text(
            f"Ada huruf yang tidak dapat dicetak di PDF ({code}): emoji, huruf kendali, atau huruf "
            "dari aksara lain. Hapus atau tulis dengan huruf Latin.",
            f"A letter cannot be printed in the PDF ({code}): an emoji, a control character, or a "
            "letter of another script. Remove it, or write it in Latin letters.",
        )
    )


def _fields(document: Document) -> dict[str, Any]:
    say = document.say
    title = say(document.title)
    return {
        "title": f"{title} — {document.provider}" if document.provider else title,
        "heading": title,
        "author": document.provider or "Jaga",
        "language": document.language,
        "date": [document.on.year, document.on.month, document.on.day],
        "subtitle": say(document.subtitle),
        "running": document.provider or title,
        "stamp": _stamp(document),
        "contents": say(CONTENTS),
        "depth": document.depth,
        "cover": None if document.cover is None else say(document.cover),
        "facts": [[say(name), say(value)] for name, value in document.facts],
        "blocks": [_block(document, one) for one in document.blocks],
    }


def _stamp(document: Document) -> str:
    if document.stamp is not None:
        return document.stamp
    return document.say(document.facts[2][1]) if len(document.facts) > 2 else ""


def _block(document: Document, block: Block) -> dict[str, Any]:
    def say(words: Words) -> Any:
        return _inline(document, words)

    match block:
        case Heading():
            return {
                "kind": "heading", "level": block.level, "text": say(block.text), "at": block.at,
                "fresh": block.fresh,
            }  # fmt: skip
        case Paragraph():
            lead = None if block.lead is None else say(block.lead)
            return {"kind": "paragraph", "text": say(block.text), "lead": lead}
        case Items():
            return {"kind": block.kind, "items": [say(item) for item in block.items]}
        case Note():
            return {"kind": "note", "text": say(block.text)}
        case Table():
            return {
                "kind": "table",
                "title": say(block.title),
                "head": [say(cell) for cell in block.head],
                "rows": [[say(cell) for cell in row] for row in block.rows],
                "widths": list(block.widths),
                "tall": block.tall,
                "numbers": list(block.numbers),
            }
        case Picture():
            return {
                "kind": "picture",
                "title": say(block.title),
                "svg": block.svg,
                "alt": document.say(block.alt),
                "width": block.width * 100,
            }
        case Entries():
            entries = [_entry(document, one) for one in block.entries]
            return {"kind": "entries", "entries": entries, "columns": block.columns}


def _entry(document: Document, entry: Any) -> dict[str, Any]:
    return {
        "at": entry.at,
        "title": _inline(document, entry.title),
        "lines": [[document.say(name), _inline(document, line)] for name, line in entry.lines],
    }


def _inline(document: Document, words: Words) -> str | list[dict[str, Any]]:
    """Plain words as they are; a line as its runs, each with what is not ordinary about it."""
    if isinstance(words, Text):
        return document.say(words)
    return [_run(run) for run in words if run.text]


def _run(run: Run) -> dict[str, Any]:
    made: dict[str, Any] = {"text": run.text}
    for name in ("to", "at", "language", "strong"):
        if getattr(run, name):
            made[name] = getattr(run, name)
    return made


def drawn(svg: str, *, dots_per_inch: int = 200) -> bytes:
    """An SVG picture as PNG, for writers that cannot hold SVG; letters in PICTURE_FONT."""
    made = typst.compile(
        b"#set page(width: 16cm, height: auto, margin: 0pt)\n"
        b'#image(bytes(sys.inputs.svg), format: "svg", width: 100%)',
        sys_inputs={"svg": svg},
        format="png",
        ppi=dots_per_inch,
        ignore_system_fonts=True,
    )
    return bytes(made)
