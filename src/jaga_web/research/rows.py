"""Exports and collected answers, each as `Responses`: the one shape that estimates need.

The core reads an export by its questions. A design needs more: weights and populations stand in
calculations, or in columns that somebody added. They are found by the key of each submission.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jaga.surveys import interview, workbooks
from jaga.surveys.answers import Answers, State
from jaga.surveys.evaluate import Unknown, to_text
from jaga.surveys.forms import Form, Node
from jaga.surveys.interview import Answers as Given
from jaga.surveys.lint.topics import refusals
from jaga.surveys.workbooks import Sheet
from jaga_web.research.responses import Responses, Standing

STANDS: dict[State, Standing] = {
    State.ANSWERED: "answered",
    State.EMPTY: "empty",
    State.REFUSED: "refused",
    State.NOT_ASKED: "not_asked",
    State.UNCLEAR: "unsure",
}
KEYS = ("KEY", "_uuid", "_id")


def of_export(answers: Answers, data: bytes) -> Responses:
    """The submissions of an export; turns of repeats are not people and are left out."""
    form = answers.form
    asked = [node for node in form.questions if not form.repeat_of(node)]
    columns = {
        node.name: tuple(row.answers[node.name].value for row in answers.rows) for node in asked
    }
    standings = {
        node.name: tuple(STANDS[row.answers[node.name].state] for row in answers.rows)
        for node in asked
    }
    others = dict(_others(form, data, [row.key for row in answers.rows]))
    return Responses(form, len(answers.rows), columns | others, standings, answers.notes)


def of_collection(form: Form, contents: Sequence[Mapping[str, Any]], day: date) -> Responses:
    """What was sent from sittings; conditions and calculations are worked out again."""
    given = [Given(one["given"], frozenset(one["skipped"]), day) for one in contents]
    columns: dict[str, tuple[str, ...]] = {}
    standings: dict[str, tuple[Standing, ...]] = {}
    for node in form.questions:
        refused = {choice.name for choice in refusals(form, node)}
        standings[node.name] = tuple(_standing(form, node, one, refused) for one in given)
        columns[node.name] = tuple(
            one.given.get(node.name, "") if standing == "answered" else ""
            for one, standing in zip(given, standings[node.name], strict=True)
        )
    for node in form.nodes:
        if node.cell("calculation"):
            columns[node.name] = tuple(_worked_out(form, node, one) for one in given)
    return Responses(form, len(given), columns, standings)


def _standing(form: Form, node: Node, given: Given, refused: set[str]) -> Standing:
    if not interview.is_asked(form, node, given):
        return "not_asked"
    text = given.given.get(node.name, "")
    if node.name in given.skipped or (text and set(text.split()) <= refused):
        return "refused"
    return "answered" if text else "empty"


def _worked_out(form: Form, node: Node, given: Given) -> str:
    text = to_text(interview.lookup_of(form, given)(node.name))
    return "" if isinstance(text, Unknown) else text


def _others(form: Form, data: bytes, keys: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Columns that no question asks for, with the cell of each submission."""
    sheet = next((one for one in _sheets(data) if _has_submissions(one)), None)
    if sheet is None:
        return
    lines: dict[str, Sequence[str]] = {}
    for line in sheet.lines:
        for key in _keys(sheet, line.cells):
            lines.setdefault(key, line.cells)
    asked = {node.name for node in form.questions}
    for place, header in enumerate(sheet.headers):
        name = re.split(r"[/-]", header)[-1]
        name = name if name in form.named else header
        is_choice = any(part in asked for part in re.split(r"[/-]", header))
        if name and name not in asked and not is_choice:
            cells = (lines.get(key, ()) for key in keys)
            yield name, tuple(each[place] if place < len(each) else "" for each in cells)


def _sheets(data: bytes) -> Iterator[Sheet]:
    if not workbooks.is_zip(data):
        yield workbooks.csv_sheet("", data)
        return
    with workbooks.opened(data) as archive:
        names = archive.namelist()
        if "[Content_Types].xml" not in names:
            for name in names:
                if name.lower().endswith(".csv"):
                    yield workbooks.csv_sheet(name, archive.read(name))
            return
    yield from workbooks.sheets(data)


def _has_submissions(sheet: Sheet) -> bool:
    inside = {"PARENT_KEY", "_parent_index"} & set(sheet.headers)
    return not inside and any(name in sheet.headers for name in (*KEYS, "_index"))


def _keys(sheet: Sheet, cells: Sequence[str]) -> Iterator[str]:
    """Every name by which the core may know a submission."""
    found = dict(zip(sheet.headers, cells, strict=False))
    yield from (found[name] for name in KEYS if found.get(name))
    if found.get("_index"):
        yield f"#{found['_index']}"
