"""The document as PDF/A-2a and PDF/UA-1, drawn by Typst.

The template below is fixed and the document reaches it as JSON: a name is data there, so
nothing in it can become markup. Only fonts that come with Typst are used, so the same
document gives the same bytes on every machine.
"""

import json
from datetime import UTC, datetime, time
from typing import Any, Final

import typst

from jaga.procedure.document import Block, Document, Heading, Items, Note, Paragraph, Table
from jaga.words import Text

STANDARDS: Final = ("a-2a", "ua-1")
CONTENTS = Text("Isi", "Contents")

_TEMPLATE = r"""
#let doc = json(bytes(sys.inputs.document))
#let accent = rgb("#1f4e5f")
#let rule = rgb("#9fb4bb")
#set document(title: doc.title, author: doc.author,
  date: datetime(year: doc.date.at(0), month: doc.date.at(1), day: doc.date.at(2)))
#set text(lang: doc.language, font: "Libertinus Serif", size: 10.5pt, hyphenate: true)
#set par(justify: false, leading: 0.62em, spacing: 0.85em)
#set page(paper: "a4", margin: (x: 2.4cm, top: 2.6cm, bottom: 2.4cm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 8.5pt, fill: luma(80))
    grid(columns: (1fr, auto), column-gutter: 1em, text(doc.running), text(doc.stamp))
    v(-0.6em)
    line(length: 100%, stroke: 0.4pt + rule)
  },
  footer: context align(center, text(size: 8.5pt, fill: luma(80),
    counter(page).display("1 / 1", both: true))))
#set heading(numbering: none)
#show heading.where(level: 1): it => block(above: 2em, below: 1em, sticky: true,
  text(size: 15pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, sticky: true,
  text(size: 11.5pt, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 1.2em, below: 0.6em, sticky: true,
  text(size: 10.5pt, weight: "bold", it.body))
#set list(marker: [•], indent: 0.2em, body-indent: 0.6em, spacing: 0.6em)
#set enum(indent: 0.2em, body-indent: 0.6em, spacing: 0.6em)
#set table(stroke: (x, y) => (bottom: if y == 0 { 0.8pt + accent } else { 0.4pt + rule }),
  inset: (x: 5pt, y: 4.5pt))
#show table.cell.where(y: 0): set text(weight: "bold")
#show table: set text(size: 9pt, hyphenate: true)
#show table: set par(leading: 0.5em)
#show figure.caption: it => block(width: 100%, sticky: true,
  align(left, text(size: 9pt, style: "italic", it.body)))
#set figure(supplement: none, numbering: none, gap: 0.5em)
#set figure.caption(position: top)

#let drawn(block-data) = {
  let kind = block-data.kind
  if kind == "heading" {
    heading(level: block-data.level, text(block-data.text))
  } else if kind == "paragraph" {
    par({
      if block-data.lead != none { strong(block-data.lead); [ ] }
      text(block-data.text)
    })
  } else if kind == "points" {
    list(..block-data.items.map(text))
  } else if kind == "steps" {
    enum(..block-data.items.map(text))
  } else if kind == "boxes" {
    list(marker: pdf.artifact(box(width: 0.78em, height: 0.78em, stroke: 0.7pt + luma(60),
      baseline: 0.05em)), spacing: 0.75em, ..block-data.items.map(text))
  } else if kind == "note" {
    block(width: 100%, inset: (left: 10pt, y: 6pt), stroke: (left: 2.5pt + accent),
      fill: rgb("#eef4f6"), breakable: false, text(block-data.text))
  } else if kind == "table" {
    show figure: set block(breakable: block-data.rows.len() > 9)
    set table(inset: (x: 5pt, y: if block-data.tall { 13pt } else { 4.5pt }))
    figure(kind: table, caption: text(block-data.title), align(left, table(
      columns: block-data.widths.map(share => share * 1fr),
      table.header(repeat: true, ..block-data.head.map(cell => text(cell))),
      ..block-data.rows.flatten().map(cell => text(cell)))))
  }
}

#if not doc.leaflet { v(3.2cm) }
#block(text(size: 11pt, fill: accent, doc.subtitle))
#show title: set text(size: 23pt, weight: "bold")
#block(width: 88%, { set par(leading: 0.5em); title(text(doc.heading)) })
#v(if doc.leaflet { 0.2cm } else { 1cm })
#line(length: 100%, stroke: 0.8pt + accent)
#v(0.4cm)
#for pair in doc.facts [
  #grid(columns: (3.6cm, 1fr), column-gutter: 0.6em,
    text(fill: luma(70), pair.at(0)), text(hyphenate: false, pair.at(1)))
]
#if not doc.leaflet {
  pagebreak()
  {
    show outline.entry: set block(above: 0.75em)
    outline(title: doc.contents, depth: 1)
  }
  pagebreak()
}
#for block-data in doc.blocks { drawn(block-data) }
"""


def pdf(document: Document, *, leaflet: bool = False) -> bytes:
    """The document's bytes, the same for the same document.

    A `leaflet` has no page of its own for the title and no table of contents.
    """
    fields = _fields(document) | {"leaflet": leaflet}
    midnight = datetime.combine(document.on, time(), tzinfo=UTC)
    made = typst.compile(
        _TEMPLATE.encode(),
        sys_inputs={"document": json.dumps(fields, ensure_ascii=False)},
        pdf_standards=[*STANDARDS],
        ignore_system_fonts=True,
        timestamp=midnight,
    )
    return bytes(made)


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
        "stamp": say(document.facts[2][1]) if len(document.facts) > 2 else "",
        "contents": say(CONTENTS),
        "facts": [[say(name), say(value)] for name, value in document.facts],
        "blocks": [_block(document, one) for one in document.blocks],
    }


def _block(document: Document, block: Block) -> dict[str, Any]:
    say = document.say
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": say(block.text)}
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
            }
