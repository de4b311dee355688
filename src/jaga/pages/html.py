"""The document as one HTML file: no script, nothing from elsewhere, readable by ear and on paper.

`body` is the part that another page can take in; its classes are those of `page.css`.
"""

from functools import cache
from html import escape
from importlib.resources import files
from typing import Final

from jaga.pages.document import (
    Block,
    Document,
    Entries,
    Entry,
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

CONTENTS: Final = Text("Isi", "Contents")
SKIP: Final = Text("Langsung ke isi", "Skip to the text")


_OPEN, _CLOSE = '<main class="page-set">\n', "\n</main>\n"


@cache
def style() -> str:
    """The rules of the page, all under `.page-set`."""
    return (files("jaga.pages") / "page.css").read_text(encoding="utf-8")


def html(document: Document) -> bytes:
    """The whole file, UTF-8, the same for the same document."""
    say = document.say
    title = escape(say(document.title))
    owner = f" — {escape(document.provider)}" if document.provider else ""
    return (
        f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}{owner}</title>\n<style>\n{style()}</style>\n</head>\n"
        f'<body>\n<a class="page-skip" href="#page-text">{escape(say(SKIP))}</a>\n'
        f"{_OPEN}{body(document)}{_CLOSE}</body>\n</html>\n"
    ).encode()


def body(document: Document) -> str:
    """What stands between the file's head and foot: title, contents, text."""
    say = document.say
    rows = "".join(
        f"<dt>{escape(say(name))}</dt><dd>{escape(say(value))}</dd>"
        for name, value in document.facts
    )
    cover = f'<p class="note">{escape(say(document.cover))}</p>' if document.cover else ""
    chapters = [b for b in document.blocks if isinstance(b, Heading) and b.level == 1]
    listed = "".join(
        f'<li><a href="#chapter-{number}">{escape(say(chapter.text))}</a></li>'
        for number, chapter in enumerate(chapters, start=1)
    )
    return (
        f'<header><p class="over">{escape(say(document.subtitle))}</p>'
        f"<h1>{escape(say(document.title))}</h1><dl>{rows}</dl>{cover}</header>\n"
        f'<nav aria-labelledby="page-contents"><h2 id="page-contents">{escape(say(CONTENTS))}</h2>'
        f'<ol>{listed}</ol></nav>\n<div id="page-text">\n{_blocks(document)}\n</div>'
    )


def inner(page: bytes) -> str:
    """The `body` of a file that `html` made, to be shown inside another page."""
    return page.decode().split(_OPEN, 1)[1].rsplit(_CLOSE, 1)[0]


def _blocks(document: Document) -> str:
    """Every block; chapters are numbered where they begin. Levels go down by one, under h1."""
    made, chapters, tables = [], 0, 0
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            chapters += 1
        if isinstance(block, Table):
            tables += 1
        made.append(_block(document, block, chapters, tables))
    return "\n".join(made)


def _block(document: Document, block: Block, chapter: int, table: int) -> str:
    def said(words: Words) -> str:
        return _inline(document, words)

    match block:
        case Heading():
            name = f' id="chapter-{chapter}"' if block.level == 1 else ""
            inner = f'<span id="{block.at}"></span>' if block.at else ""
            level = block.level + 1
            return f"<h{level}{name}>{inner}{said(block.text)}</h{level}>"
        case Paragraph():
            lead = "" if block.lead is None else f"<strong>{said(block.lead)}</strong> "
            return f"<p>{lead}{said(block.text)}</p>"
        case Items():
            kind = "ol" if block.kind == "steps" else "ul"
            items = "".join(f"<li>{said(item)}</li>" for item in block.items)
            return f"<{kind}>{items}</{kind}>"
        case Note():
            return f'<p class="note">{said(block.text)}</p>'
        case Table():
            return _table(document, block, f"page-table-{table}")
        case Picture():
            alt = escape(document.say(block.alt), quote=True)
            drawing = block.svg.replace("<svg ", f'<svg role="img" aria-label="{alt}" ', 1)
            return f"<figure>{drawing}<figcaption>{said(block.title)}</figcaption></figure>"
        case Entries():
            return "\n".join(_entry(document, entry) for entry in block.entries)


def _table(document: Document, table: Table, name: str) -> str:
    """The table in a frame that scrolls sideways, with the keyboard too, on a narrow screen."""

    def cell(kind: str, place: int, words: Words) -> str:
        marked = ' class="number"' if place in table.numbers else ""
        scope = ' scope="col"' if kind == "th" else ""
        return f"<{kind}{scope}{marked}>{_inline(document, words)}</{kind}>"

    head = "".join(cell("th", place, words) for place, words in enumerate(table.head))
    rows = "".join(
        "<tr>" + "".join(cell("td", place, words) for place, words in enumerate(row)) + "</tr>"
        for row in table.rows
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-labelledby="{name}"><table>'
        f'<caption id="{name}">{_inline(document, table.title)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _entry(document: Document, entry: Entry) -> str:
    lines = "".join(
        f"<div><dt>{escape(document.say(name))}</dt><dd>{_inline(document, words)}</dd></div>"
        for name, words in entry.lines
    )
    title = _inline(document, entry.title)
    return f'<section class="entry" id="{entry.at}"><h3>{title}</h3><dl>{lines}</dl></section>'


def _inline(document: Document, words: Words) -> str:
    return "".join(_run(document, run) for run in document.line(words))


def _run(document: Document, run: Run) -> str:
    made = escape(run.text)
    if run.strong:
        made = f"<strong>{made}</strong>"
    name = f' id="{run.at}"' if run.at else ""
    if run.language and run.language != document.language:
        made = f'<span lang="{run.language}">{made}</span>'
    if run.to:
        return f'<a href="#{run.to}"{name}>{made}</a>'
    return f"<span{name}>{made}</span>" if name else made
