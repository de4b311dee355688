"""Exports of KoboToolbox: CSV or XLSX, with names or labels as headers, repeats as more sheets.

Source: kobotoolbox/formpack, src/formpack/constants.py and schema/fields.py (multiple_select as
summary, details or both; group separator; empty cells, which say nothing about a response).
"""

from collections.abc import Iterator

from jaga.errors import BadInput
from jaga.surveys.exports.cells import values
from jaga.surveys.exports.columns import Columns
from jaga.surveys.exports.raw import Raw, RawRow
from jaga.surveys.forms import Form
from jaga.surveys.workbooks import Sheet, csv_sheet, is_zip, sheets
from jaga.words import Text

META = {
    "_submission_time": "submitted", "_submitted_by": "submitter", "_validation_status": "review",
    "__version__": "version", "_version_": "version", "start": "start", "end": "end",
}  # fmt: skip
REJECTED = ("not approved", "validation_status_not_approved")
UNREADABLE: tuple[str, ...] = ()
_OWN = ("_uuid", "_id", "_index", "_submission_time", "_parent_index")


def recognises(headers: tuple[str, ...]) -> bool:
    """Whether these are headers of KoboToolbox."""
    return sum(name in headers for name in _OWN) >= 1 and "KEY" not in headers


def raw(form: Form, data: bytes) -> Raw:
    """The rows of an export of KoboToolbox."""
    columns = Columns(form)
    tables: dict[str, tuple[RawRow, ...]] = {}
    for sheet in sheets(data) if is_zip(data) else (csv_sheet("", data),):
        name = _table(form, columns, sheet)
        if name is not None:
            tables[name] = tuple(_rows(form, columns, sheet, name))
    if "" not in tables:
        raise BadInput(
            Text(
                "Tidak ada tabel kiriman di sini. Ekspor lagi dari Kobo dengan nilai dan judul "
                "XML.",
                "There is no table of submissions here. Export from Kobo with XML values and "
                "headers.",
            )
        )
    return Raw("kobo", tables)


def _table(form: Form, columns: Columns, sheet: Sheet) -> str | None:
    if "_parent_index" not in sheet.headers:
        return "" if recognises(sheet.headers) else None
    repeats = {node.name for node in form.nodes if node.kind == "repeat"}
    if sheet.title in repeats:
        return sheet.title
    inside = {form.repeat_of(form.named[c.question]) for c in columns.found(sheet.headers)}
    return inside.pop() if len(inside) == 1 else None


def _rows(form: Form, columns: Columns, sheet: Sheet, table: str) -> Iterator[RawRow]:
    found = columns.found(sheet.headers)
    places = {header: place for place, header in enumerate(sheet.headers)}
    repeats = {node.name for node in form.nodes if node.kind == "repeat"}
    for line in sheet.lines:
        cell = {header: line.cells[place] for header, place in places.items()}
        meta = {ours: cell[theirs] for theirs, ours in META.items() if cell.get(theirs)}
        if "__version__" in cell or "_version_" in cell:
            meta.setdefault("version", "")
        key, parent = _keys(cell, table, repeats)
        yield RawRow(key, parent, values(form, found, line.cells), meta)


def _keys(cell: dict[str, str], table: str, repeats: set[str]) -> tuple[str, str]:
    """A submission by its uuid; where repeats hang on it, by `_index`, its number in its sheet."""
    index = cell.get("_index", "")
    if not table:
        own = cell.get("_uuid") or cell.get("_id", "")
        return (f"#{index}" if index and (repeats or not own) else own), ""
    around = cell.get("_parent_table_name", "")
    return f"{table}#{index}", f"{around if around in repeats else ''}#{cell['_parent_index']}"
