"""Rows as CSV and as XLSX, so that no cell is ever taken for a formula.

XLSX is written here and not by a library: we need one kind of file, with text and whole numbers,
no formulas, links, styles or properties, byte for byte the same for the same rows. That is five
small parts of ECMA-376 in a zip; a dependency would bring all the rest of it along.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

Cell = str | int
Rows = Sequence[Sequence[Cell]]

# What a spreadsheet program takes for the beginning of a formula when it opens CSV.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# A fixed day: the time of an export stands in the audit chain, not in the file.
NO_TIME = (1980, 1, 1, 0, 0, 0)
NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\']")
LONGEST_TITLE = 31
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def harmless(cell: Cell) -> Cell:
    """A cell that a spreadsheet takes for text and not for a formula, spaces in front or not."""
    if isinstance(cell, str) and cell.lstrip(" ")[:1] in STARTS_A_FORMULA and cell.strip(" "):
        return f"'{cell}"
    return cell


def as_csv(rows: Rows) -> str:
    """CSV text, every cell harmless. A return inside a cell becomes a line feed, which is quoted:
    bare, it would end the row, and what follows would begin a cell of its own."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([harmless(_line_feeds(cell)) for cell in row] for row in rows)
    return buffer.getvalue()


def _line_feeds(cell: Cell) -> Cell:
    return cell.replace("\r\n", "\n").replace("\r", "\n") if isinstance(cell, str) else cell


def as_xlsx(sheets: Mapping[str, Rows]) -> bytes:
    """An XLSX file with one sheet for each title. Text is stored as text, numbers as numbers."""
    if not sheets:
        raise ValueError("a workbook has at least one sheet")
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(list(sheets)),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
        ),
    }
    for number, rows in enumerate(sheets.values(), start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(rows)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, NO_TIME), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _sheet(rows: Rows) -> str:
    lines = "".join(
        f'<row r="{number}">{"".join(_cells(row, number))}</row>'
        for number, row in enumerate(rows, start=1)
    )
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData></worksheet>'


def _cells(row: Sequence[Cell], number: int) -> Iterable[str]:
    for place, cell in enumerate(row):
        at = f"{_column(place)}{number}"
        if isinstance(cell, int):
            yield f'<c r="{at}"><v>{cell}</v></c>'
        else:
            text = escape(NOT_IN_XML.sub("", str(harmless(cell))))
            yield f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _column(place: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _workbook(titles: list[str]) -> str:
    short = [NOT_IN_A_TITLE.sub(" ", title)[:LONGEST_TITLE] for title in titles]
    if len({title.lower() for title in short}) < len(short) or not all(map(str.strip, short)):
        raise ValueError("each sheet needs a title of its own, other in its first 31 letters")
    sheets = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="r{number}"/>'
        for number, title in enumerate(short, start=1)
    )
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
        f"<sheets>{sheets}</sheets></workbook>"
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types(sheets: int) -> str:
    parts = [("/xl/workbook.xml", f"{_TYPE}.sheet.main+xml")]
    parts += [
        (f"/xl/worksheets/sheet{number}.xml", f"{_TYPE}.worksheet+xml")
        for number in range(1, sheets + 1)
    ]
    lines = "".join(f'<Override PartName="{p}" ContentType="{kind}"/>' for p, kind in parts)
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{lines}</Types>"
    )
