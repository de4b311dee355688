"""The document as DOCX: real headings, lists and table heads, so that people can edit it and
a screen reader can walk it.

Text enters only as text of a run, which python-docx escapes. The archive is packed again
with fixed times, so that the same document gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, time
from typing import Any

from docx import Document as new_document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

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
from jaga.pages.pdf import drawn
from jaga.words import Text

FONT = "Arial"
ACCENT = RGBColor(0x1F, 0x4E, 0x5F)
CONTENTS = Text("Isi", "Contents")
LANGUAGES = {"id": "id-ID", "en": "en-GB"}
CELL, REGISTER = "Table text", "Register text"
"""Styles of our own: a size set once, and not on each of thousands of runs."""
LINE_CM = 16.2
"""Width of the text between the margins of an A4 page."""

_STYLES = {"points": "List Bullet", "steps": "List Number"}
_PACKED_AT = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can hold."""


def docx(document: Document) -> bytes:
    """The document's bytes, the same for the same document."""
    made = new_document()
    _properties(made, document)
    _styles(made, document)
    _page(made, document)
    _cover(made, document)
    _contents(made, document)
    drawing = _Drawing(made, document)
    for block in document.blocks:
        drawing.draw(block)
    written = io.BytesIO()
    made.save(written)
    return _packed(written.getvalue())


def _packed(content: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _PACKED_AT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, source.read(name))
    return out.getvalue()


def _properties(made: Any, document: Document) -> None:
    day = datetime.combine(document.on, time(), tzinfo=UTC).replace(tzinfo=None)
    about = made.core_properties
    about.title = document.say(document.title)
    about.subject = document.say(document.subtitle)
    about.author = about.last_modified_by = document.provider or "Jaga"
    about.language = LANGUAGES[document.language]
    about.created = about.modified = day
    about.revision = 1
    about.comments = about.keywords = ""


def _styles(made: Any, document: Document) -> None:
    """One typeface, the reader's language, and headings that keep with what follows."""
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10)
    normal.paragraph_format.space_after = Pt(6)
    language = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        language.set(qn(name), LANGUAGES[document.language])
    normal.element.get_or_add_rPr().append(language)
    for old in made.styles.element.xpath("w:docDefaults//w:lang"):
        for name in ("w:val", "w:eastAsia"):
            old.set(qn(name), LANGUAGES[document.language])
    for name, size, before in (
        ("Title", 22, 0), ("Subtitle", 11, 0), ("Heading 1", 15, 20), ("Heading 2", 11.5, 14),
        ("Heading 3", 10.5, 10), ("Caption", 9, 6),
    ):  # fmt: skip
        style = made.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), ACCENT
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.keep_with_next = True
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    for name, points in ((CELL, 9), (REGISTER, 8.5)):
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.font.size = Pt(points)
    cell = made.styles[CELL].paragraph_format
    cell.space_before = cell.space_after = Pt(2)
    made.styles["Heading 2"].font.color.rgb = RGBColor(0, 0, 0)
    made.styles["Caption"].font.italic, made.styles["Caption"].font.bold = True, False


def _page(made: Any, document: Document) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.text = document.provider or document.say(document.title)
    foot = section.footer.paragraphs[0]
    for instruction in ("PAGE", " / ", "NUMPAGES"):
        _field(foot, instruction) if instruction.isupper() else foot.add_run(instruction)


def _field(paragraph: Any, instruction: str) -> None:
    run = paragraph.add_run()
    for kind in ("begin", None, "end"):
        if kind is None:
            made = OxmlElement("w:instrText")
            made.set(qn("xml:space"), "preserve")
            made.text = instruction
        else:
            made = OxmlElement("w:fldChar")
            made.set(qn("w:fldCharType"), kind)
        run._r.append(made)


def _cover(made: Any, document: Document) -> None:
    made.add_paragraph(document.say(document.subtitle), style="Subtitle")
    made.add_paragraph(document.say(document.title), style="Title")
    for name, value in document.facts:
        line = made.add_paragraph()
        line.add_run(f"{document.say(name)}: ").bold = True
        line.add_run(document.say(value))
    if document.cover is not None:
        made.add_paragraph(document.say(document.cover))


def _contents(made: Any, document: Document) -> None:
    """Links to the chapters: they work in every program without being asked to update."""
    heading = made.add_paragraph(document.say(CONTENTS), style="Heading 1")
    heading.paragraph_format.page_break_before = True
    chapters = [b for b in document.blocks if isinstance(b, Heading) and b.level == 1]
    for number, chapter in enumerate(chapters, start=1):
        line = made.add_paragraph()
        line.paragraph_format.space_after = Pt(3)
        _linked(line, document.say(chapter.text), f"chapter_{number}")


def _linked(line: Any, words: str, bookmark: str) -> Any:
    """A run that leads to a bookmark; the run itself, to be shaped further."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    run = line.add_run(words)
    run.font.color.rgb = ACCENT
    link.append(run._r)
    line._p.append(link)
    return run


def _bookmark(anchor: str) -> str:
    """An anchor as a bookmark's name, which holds no hyphen."""
    return anchor.replace("-", "_")


class _Drawing:
    """Blocks drawn one after another; remembers how many chapters and bookmarks there were."""

    def __init__(self, made: Any, document: Document) -> None:
        self.made = made
        self.document = document
        self.say = document.say
        self.chapters = self.bookmarks = 0
        # Looking a style up by its name for every line would take most of the time.
        self.styles = {style.name: style.style_id for style in made.styles}

    def _line(self, style: str = "") -> Any:
        """A new paragraph in a style."""
        line = self.made.add_paragraph()
        if style:
            line._p.style = self.styles[style]
        return line

    def draw(self, block: Block) -> None:
        """Append the block."""
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case Items():
                self._items(block)
            case Note():
                self._note(block)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case Entries():
                self._entries(block)

    def _write(self, line: Any, words: Words) -> list[Any]:
        """Append the words to a paragraph; the runs made."""
        return [self._run(line, run) for run in self.document.line(words) if run.text]

    def _run(self, line: Any, run: Run) -> Any:
        if run.at:
            self._mark(line, run.at, "w:bookmarkStart")
        made = _linked(line, run.text, _bookmark(run.to)) if run.to else line.add_run(run.text)
        if run.at:
            self._mark(line, run.at, "w:bookmarkEnd")
        if run.strong:
            made.bold = True
        if run.language and run.language != self.document.language:
            language = OxmlElement("w:lang")
            language.set(qn("w:val"), LANGUAGES[run.language])
            made._r.get_or_add_rPr().append(language)
        return made

    def _mark(self, line: Any, anchor: str, kind: str) -> None:
        """The start of a bookmark, or the end of the one started last."""
        mark = OxmlElement(kind)
        if kind == "w:bookmarkStart":
            self.bookmarks += 1
            mark.set(qn("w:name"), _bookmark(anchor))
        mark.set(qn("w:id"), str(self.bookmarks))
        line._p.append(mark)

    def _heading(self, block: Heading) -> None:
        line = self._line(f"Heading {block.level}")
        self._write(line, block.text)
        if block.fresh:
            line.paragraph_format.page_break_before = True
        anchors = [block.at] if block.at else []
        if block.level == 1:
            self.chapters += 1
            anchors.append(f"chapter_{self.chapters}")
            if self.chapters == 1:
                line.paragraph_format.page_break_before = True
        for anchor in anchors:
            self._mark(line, anchor, "w:bookmarkStart")
            self._mark(line, anchor, "w:bookmarkEnd")

    def _paragraph(self, block: Paragraph) -> None:
        line = self._line()
        if block.lead is not None:
            line.add_run(f"{self.say(block.lead)} ").bold = True
        self._write(line, block.text)

    def _items(self, block: Items) -> None:
        if block.kind == "boxes":
            for item in block.items:
                line = self._line()
                line.add_run("☐ ")
                self._write(line, item)
                line.paragraph_format.left_indent = Cm(0.3)
                line.paragraph_format.space_after = Pt(3)
            return
        number = self._fresh_number() if block.kind == "steps" else None
        for item in block.items:
            line = self._line(_STYLES[block.kind])
            self._write(line, item)
            line.paragraph_format.space_after = Pt(3)
            if number is not None:
                properties = line._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = number

    def _fresh_number(self) -> int:
        """A numbering of its own for each list of steps, so that each begins at 1."""
        numbering = self.made.part.numbering_part.element
        style = self.made.styles["List Number"].element
        used = style.xpath("w:pPr/w:numPr/w:numId/@w:val")[0]
        abstract = numbering.xpath(f"w:num[@w:numId='{used}']/w:abstractNumId/@w:val")[0]
        made = numbering.add_num(int(abstract))
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    def _note(self, block: Note) -> None:
        line = self._line()
        self._write(line, block.text)
        line.paragraph_format.left_indent = Cm(0.4)
        properties = line._p.get_or_add_pPr()
        borders = OxmlElement("w:pBdr")
        left = OxmlElement("w:left")
        for name, value in (("val", "single"), ("sz", "18"), ("space", "8"), ("color", "1F4E5F")):
            left.set(qn(f"w:{name}"), value)
        borders.append(left)
        properties.insert_element_before(
            borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )

    def _picture(self, block: Picture) -> None:
        self._write(self._line("Caption"), block.title)
        line = self._line()
        shape = line.add_run().add_picture(
            io.BytesIO(drawn(block.svg)), width=Cm(LINE_CM * block.width)
        )
        shape._inline.docPr.set("descr", self.say(block.alt))
        shape._inline.docPr.set("title", self.say(block.title))

    def _entries(self, block: Entries) -> None:
        for entry in block.entries:
            self._heading(Heading(2, entry.title, entry.at))
            line = self._line(REGISTER)
            for number, (name, words) in enumerate(entry.lines):
                if number:
                    line.add_run().add_break()
                line.add_run(f"{self.say(name)}: ")
                self._write(line, words)

    def _table(self, block: Table) -> None:
        self._write(self._line("Caption"), block.title)
        table = self.made.add_table(rows=0, cols=len(block.head), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        caption = OxmlElement("w:tblCaption")
        caption.set(qn("w:val"), self.say(block.title))
        table._tbl.tblPr.append(caption)
        widths = [Cm(LINE_CM * share / sum(block.widths)) for share in block.widths]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for number, cells in enumerate((block.head, *block.rows)):
            row = self._row(table, cells, widths, head=number == 0)
            if block.tall and number:
                row.height = Cm(1.2)
            for place in block.numbers:
                row.cells[place].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._line().paragraph_format.space_after = Pt(2)

    def _row(self, table: Any, cells: tuple[Words, ...], widths: list[Any], *, head: bool) -> Any:
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if head:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, words, width in zip(row.cells, cells, widths, strict=True):
            cell.width = width
            line = cell.paragraphs[0]
            line._p.style = self.styles[CELL]
            for run in self._write(line, words):
                run.bold = head or run.bold
            if head:
                shade = OxmlElement("w:shd")
                for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E4EDF0")):
                    shade.set(qn(f"w:{name}"), value)
                cell._tc.get_or_add_tcPr().append(shade)
        return row
