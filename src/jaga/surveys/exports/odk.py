"""Exports of ODK Central: a CSV of submissions, or a ZIP with one more CSV for each repeat.

Source: getodk/central-backend, lib/data/briefcase.js (names of files and columns, keys of repeats)
and docs/api.yaml (splitSelectMultiples, groupPaths, review states).
"""

import re
from collections.abc import Iterator

from jaga.errors import BadInput
from jaga.surveys.exports.cells import values
from jaga.surveys.exports.columns import Columns
from jaga.surveys.exports.raw import Raw, RawRow
from jaga.surveys.forms import Form
from jaga.surveys.workbooks import Sheet, csv_sheet, is_zip, opened
from jaga.words import Text

META = {
    "SubmissionDate": "submitted", "SubmitterID": "submitter", "ReviewState": "review",
    "FormVersion": "version", "Status": "status", "Edits": "edits", "start": "start", "end": "end",
}  # fmt: skip
REJECTED = ("rejected",)
# Submissions that Central could not open; their rows hold no answers.
UNREADABLE = ("missing encrypted form data", "not decrypted")


def recognises(headers: tuple[str, ...]) -> bool:
    """Whether these are headers of ODK Central's submissions."""
    return "KEY" in headers and ("SubmissionDate" in headers or "PARENT_KEY" in headers)


def raw(form: Form, data: bytes) -> Raw:
    """The rows of an export of ODK Central."""
    sheets = list(_sheets(data))
    columns = Columns(form)
    tables: dict[str, tuple[RawRow, ...]] = {}
    for sheet in sheets:
        name = "" if "PARENT_KEY" not in sheet.headers else _repeat(form, columns, sheet)
        if name is not None:
            tables[name] = tuple(_rows(form, columns, sheet))
    if "" not in tables:
        raise BadInput(
            Text(
                "Tidak ada tabel kiriman di sini. Ekspor lagi dari ODK Central sebagai ZIP penuh.",
                "There is no table of submissions here. Export the whole ZIP from ODK Central.",
            )
        )
    return Raw("odk", tables)


def _sheets(data: bytes) -> Iterator[Sheet]:
    if not is_zip(data):
        yield csv_sheet("", data)
        return
    with opened(data) as archive:
        for name in archive.namelist():
            if name.lower().endswith(".csv") and "/" not in name:  # attachments lie in folders
                yield csv_sheet(name[:-4], archive.read(name))


def _repeat(form: Form, columns: Columns, sheet: Sheet) -> str | None:
    """The repeat that a CSV holds: by the end of its name, else by what stands in it."""
    repeats = [node.name for node in form.nodes if node.kind == "repeat"]
    named = re.sub(r"~\d+$", "", sheet.title)
    ending = [name for name in repeats if named.endswith(f"-{name}") or named == name]
    if ending:
        return max(ending, key=len)
    inside = {form.repeat_of(form.named[c.question]) for c in columns.found(sheet.headers)}
    return inside.pop() if len(inside) == 1 else None


def _rows(form: Form, columns: Columns, sheet: Sheet) -> Iterator[RawRow]:
    found = columns.found(sheet.headers)
    places = {header: place for place, header in enumerate(sheet.headers)}
    for line in sheet.lines:
        cell = {header: line.cells[place] for header, place in places.items()}
        meta = {ours: cell[theirs] for theirs, ours in META.items() if theirs in cell}
        yield RawRow(
            cell.get("KEY", ""), cell.get("PARENT_KEY", ""), values(form, found, line.cells), meta
        )
