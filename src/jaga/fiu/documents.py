"""An outline as text, HTML, DOCX or PDF. The same outline gives the same bytes."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from html import escape

from jaga.fiu.information_words import Outline
from jaga.fiu.refusing import refused

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_TYPST = """
#let d = json(bytes(sys.inputs.outline))
#set document(title: d.title, author: "Jaga")
#set page(paper: "a4", margin: 2.2cm, numbering: "1 / 1")
#set text(size: 10.5pt, lang: d.language)
#set par(justify: false)
#show heading: it => block(above: 1.4em, below: .7em, it)
= #d.title
#block(stroke: (left: 2pt + rgb("#7a4b00")), inset: (left: .8em, y: .3em))[#d.notice]
#for s in d.sections [
  == #s.heading
  #if s.facts.len() > 0 {
    table(
      columns: (34%, 1fr), inset: (x: 0pt, y: 5pt),
      stroke: (x, y) => (bottom: .4pt + luma(200)),
      ..s.facts.map(f => (text(fill: luma(90), f.at(0)), f.at(1))).flatten())
  }
  #for t in s.sentences [
    - #t
  ]
]
"""


def as_text(outline: Outline) -> bytes:
    """Plain text."""
    lines = [outline.title, "=" * len(outline.title), "", outline.notice]
    for section in outline.sections:
        lines += ["", section.heading, "-" * len(section.heading)]
        lines += [f"{name}: {value}" for name, value in section.facts]
        lines += [f"- {sentence}" for sentence in section.sentences]
    return ("\n".join(lines) + "\n").encode()


def as_html(outline: Outline) -> bytes:
    """One HTML file that asks nobody for anything."""
    parts = [
        f'<!doctype html><html lang="{outline.language}"><head><meta charset="utf-8">'
        f"<title>{escape(outline.title)}</title></head><body><h1>{escape(outline.title)}</h1>"
        f"<p><strong>{escape(outline.notice)}</strong></p>"
    ]
    for section in outline.sections:
        facts = "".join(
            f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in section.facts
        )
        items = "".join(f"<li>{escape(sentence)}</li>" for sentence in section.sentences)
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        parts += [f"<dl>{facts}</dl>"] if facts else []
        parts += [f"<ul>{items}</ul>"] if items else []
    return ("".join(parts) + "</body></html>\n").encode()


def as_pdf(outline: Outline) -> bytes:
    """PDF/UA by Typst; its own fonts, nothing fetched."""
    import typst

    data = json.dumps(asdict(outline), ensure_ascii=False)
    made = typst.compile(
        _TYPST.encode(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"outline": data},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    return bytes(made)


def as_docx(outline: Outline) -> bytes:
    """An office file that people edit; packed again so that no clock is in it."""
    from docx import Document

    document = Document()
    document.core_properties.title = outline.title
    document.core_properties.author = "Jaga"
    document.core_properties.created = document.core_properties.modified = datetime(
        2000, 1, 1, tzinfo=UTC
    )
    document.add_heading(outline.title, 0)
    document.add_paragraph().add_run(outline.notice).bold = True
    for section in outline.sections:
        document.add_heading(section.heading, 1)
        if section.facts:
            table = document.add_table(rows=0, cols=2)
            for name, value in section.facts:
                cells = table.add_row().cells
                cells[0].text, cells[1].text = name, value
        for sentence in section.sentences:
            document.add_paragraph(sentence, style="List Bullet")
    buffer = io.BytesIO()
    document.save(buffer)
    return _without_clock(buffer.getvalue())


def _without_clock(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return buffer.getvalue()


FORMS: dict[str, Callable[[Outline], bytes]] = {
    ".pdf": as_pdf, ".docx": as_docx, ".html": as_html, ".txt": as_text,
}  # fmt: skip


def drawn(outline: Outline, suffix: str) -> bytes:
    """The outline in the form a file name asks for."""
    if suffix.lower() not in FORMS:
        raise refused(
            f"Akhiran berkas hasil harus salah satu dari {', '.join(FORMS)}.",
            f"The result's name must end in one of {', '.join(FORMS)}.",
        )
    return FORMS[suffix.lower()](outline)
