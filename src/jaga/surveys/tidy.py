"""Answers as files for people and for `jaga survey estimate`: one long, one wide, and their bases.

What tells who somebody is, and anything that is a picture, sound or file, is not written: of these
only the state is.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from jaga.spreadsheet import harmless
from jaga.surveys import bases, kinds, quality
from jaga.surveys.answers import STATE_WORDS, Answers, Row, State
from jaga.surveys.forms import Node
from jaga.surveys.lint.identity_asked import identifies

_LINE = Iterable[str | int]


def files(answers: Answers, findings: Iterable[quality.Found] = ()) -> Mapping[str, str]:
    """Name → text of each file.

    answers.csv: a line for each row and question, with its state. data.csv (and data-REPEAT.csv):
    a line for each row, a column for each question, filled only where it was answered. bases.csv:
    who was asked what, and how many. quality.csv: what to look into. reading.json: version, rows
    set aside, notes.
    """
    found = {
        "answers.csv": _csv(_long(answers)),
        "bases.csv": _csv(_bases(answers)),
        "quality.csv": _csv(_quality(findings)),
        "reading.json": _reading(answers),
    }
    for table, rows in answers.tables.items():
        found[f"data-{table}.csv" if table else "data.csv"] = _csv(_wide(answers, table, rows))
    return found


def kept(node: Node) -> bool:
    """Whether the value of a question is written: not who somebody is, and no media."""
    return identifies(node) is None and node.kind not in kinds.MEDIA


def _long(answers: Answers) -> Iterator[_LINE]:
    yield ("table", "key", "parent", "question", "state", "value")
    written = {node.name for node in answers.form.questions if kept(node)}
    for table, rows in answers.tables.items():
        for row in rows:
            for name, answer in row.answers.items():
                shown = answer.value if name in written else ""
                yield (table, row.key, row.parent, name, answer.state.value, shown)


def _wide(answers: Answers, table: str, rows: Iterable[Row]) -> Iterator[_LINE]:
    """Choices of a select_multiple as 1 and 0, and empty where it was not answered."""
    form = answers.form
    asked = [node for node in form.questions if form.repeat_of(node) == table and kept(node)]
    head = ["key", "parent", "submitted", "interviewer"]
    for node in asked:
        several = form.choices_of(node) if node.kind == "select_multiple" else ()
        head += [node.name, *(f"{node.name}/{choice.name}" for choice in several)]
    yield head
    for row in rows:
        meta = (row.meta.get("submitted", ""), row.meta.get("submitter", ""))
        yield [
            row.key,
            row.parent,
            *meta,
            *(c for node in asked for c in _cells(answers, row, node)),
        ]


def _cells(answers: Answers, row: Row, node: Node) -> Iterator[str]:
    answer = row.answers[node.name]
    answered = answer.state is State.ANSWERED
    yield answer.value if answered else ""
    if node.kind == "select_multiple":
        chosen = answer.value.split()
        for choice in answers.form.choices_of(node):
            yield str(int(choice.name in chosen)) if answered else ""


def _bases(answers: Answers) -> Iterator[_LINE]:
    counts = ("asked", "answered", "refused", "empty", "not_asked", "unclear", "total")
    yield ("question", *counts, "base_id", "base")
    for one in bases.bases(answers.form, answers):
        numbers = (one.asked, one.answered, one.refused, one.empty)
        yield (one.question, *numbers, one.not_asked, one.unclear, one.total, one.words.id,
               one.words.en)  # fmt: skip


def _quality(findings: Iterable[quality.Found]) -> Iterator[_LINE]:
    yield ("kind", "question", "interviewer", "rows", "words_id", "words")
    for one in findings:
        rows = " ".join(one.keys)
        yield (one.kind, one.question, one.interviewer, rows, one.words.id, one.words.en)


def _reading(answers: Answers) -> str:
    aside = answers.set_aside
    told = {
        "form": answers.form.id,
        "source": answers.source,
        "version": answers.version,
        "rows": {table or "submissions": len(rows) for table, rows in answers.tables.items()},
        "set_aside": {
            "rejected": aside.rejected,
            "other_versions": dict(sorted(aside.other_versions.items())),
            "unreadable": aside.unreadable,
            "doubled": aside.doubled,
        },
        "states": {state.value: {"id": w.id, "en": w.en} for state, w in STATE_WORDS.items()},
        "notes": [{"id": note.id, "en": note.en} for note in answers.notes],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _csv(lines: Iterable[_LINE]) -> str:
    """CSV in which no text is taken for a formula; numbers below zero stay numbers."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for line in lines:
        writer.writerow([cell if _is_plain(cell) else harmless(cell) for cell in line])
    return buffer.getvalue()


def _is_plain(cell: str | int) -> bool:
    """Whether it is a number, or begins with a letter or digit: no program takes it for a sum."""
    if isinstance(cell, int) or not cell or cell[0].isalnum():
        return True
    try:
        float(cell)
    except ValueError:
        return False
    return True
