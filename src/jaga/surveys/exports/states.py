"""From what stands in an export to what it means: asked or not, empty, refused, answered."""

from collections import Counter
from collections.abc import Mapping

from jaga.surveys.answers import Answer, Answers, Row, State
from jaga.surveys.evaluate import HERE, UNKNOWN, Unknown, Value, truth, value
from jaga.surveys.exports.raw import Raw, RawRow
from jaga.surveys.expressions import Expression
from jaga.surveys.forms import Form, Node
from jaga.surveys.lint.topics import refusals
from jaga.surveys.reach import MAY_HOLD, conditions, readable
from jaga.words import Text

# Calculations that stand in no column are worked out from others, but not for ever.
DEEPEST = 12


class Circumstances:
    """What is known of a row when a condition is asked: its values and those of rows around it."""

    def __init__(self, form: Form, rows: tuple[RawRow, ...]) -> None:
        self.form = form
        self.rows = rows
        self.depth = 0

    def __call__(self, name: str) -> Value:
        """The value of a question; UNKNOWN where the export does not hold it."""
        for row in self.rows:
            if name in row.values:
                return row.values[name]
        node = self.form.named.get(name)
        if name == HERE or node is None or self.depth > DEEPEST:
            return UNKNOWN
        return self._worked_out(node)

    def _worked_out(self, node: Node) -> Value:
        calculation = readable(node.cell("calculation"))
        if calculation is None:
            return UNKNOWN
        self.depth += 1
        try:
            return value(calculation, self)
        finally:
            self.depth -= 1


def answers(form: Form, raw: Raw, version: str) -> Answers:
    """Every row of the export with a state for every question of its table."""
    logic = {node.name: conditions(form, node) for node in form.questions}
    refused = {n.name: frozenset(c.name for c in refusals(form, n)) for n in form.questions}
    above = {row.key: row for rows in raw.tables.values() for row in rows if row.key}
    against: Counter[str] = Counter()
    tables: dict[str, tuple[Row, ...]] = {}
    for table, rows in raw.tables.items():
        asked = [node for node in form.questions if form.repeat_of(node) == table]
        tables[table] = tuple(
            _row(form, row, asked, _Rules(logic, refused, against, above)) for row in rows
        )
    notes = (*raw.notes, *_notes(form, raw, against))
    return Answers(form, raw.source, version, tables, raw.set_aside, notes)


class _Rules:
    """What stays the same from row to row."""

    def __init__(
        self,
        logic: Mapping[str, list[Expression]],
        refused: Mapping[str, frozenset[str]],
        against: Counter[str],
        above: Mapping[str, RawRow],
    ) -> None:
        self.logic = logic
        self.refused = refused
        self.against = against
        self.above = above


def _row(form: Form, row: RawRow, asked: list[Node], rules: _Rules) -> Row:
    lookup = Circumstances(form, _with_parents(row, rules.above))
    found = {}
    for node in asked:
        shown = _shown(rules.logic[node.name], lookup)
        answer = _answer(row.values.get(node.name), shown, rules.refused[node.name])
        if answer.value and shown is False:
            rules.against[node.name] += 1
        found[node.name] = answer
    return Row(row.key, row.parent, found, {**row.meta, **_times(form, row)})


def _times(form: Form, row: RawRow) -> dict[str, str]:
    """When it began and ended, where the form asks the device and names it in its own way."""
    kept = ((n.kind, row.values.get(n.name, "")) for n in form.nodes if n.kind in ("start", "end"))
    return {kind: written for kind, written in kept if written}


def _with_parents(row: RawRow, above: Mapping[str, RawRow]) -> tuple[RawRow, ...]:
    rows = [row]
    while rows[-1].parent in above and len(rows) <= DEEPEST:
        rows.append(above[rows[-1].parent])
    return tuple(rows)


def _shown(needed: list[Expression], lookup: Circumstances) -> bool | Unknown:
    """Whether all conditions of a question hold."""
    known: bool | Unknown = True
    for each in needed:
        holds = UNKNOWN if each is MAY_HOLD else truth(each, lookup)
        if holds is False:
            return False
        if isinstance(holds, Unknown):
            known = UNKNOWN
    return known


def _answer(written: str | None, shown: bool | Unknown, refused: frozenset[str]) -> Answer:
    if written:
        given = set(written.split())
        return Answer(State.REFUSED if given <= refused else State.ANSWERED, written)
    if shown is False:
        return Answer(State.NOT_ASKED)
    if isinstance(shown, Unknown) or written is None:
        return Answer(State.UNCLEAR)
    return Answer(State.EMPTY)


def _notes(form: Form, raw: Raw, against: Counter[str]) -> list[Text]:
    notes = []
    for name, times in sorted(against.items()):
        notes.append(
            Text(
                f"{name}: {times} jawaban ada, padahal menurut formulir tidak ditanyakan. Periksa "
                "versi formulirnya.",
                f"{name}: {times} answers are there which the form would not have asked for. Check "
                "the version of the form.",
            )
        )
    for table, rows in raw.tables.items():
        there = {name for row in rows for name in row.values}
        absent = [n.name for n in form.questions if form.repeat_of(n) == table and rows]
        absent = [name for name in absent if name not in there]
        if absent:
            listed = ", ".join(absent[:10])
            notes.append(
                Text(
                    f"Kolom tidak ada dalam ekspor; keadaannya tidak dapat dipastikan: {listed}.",
                    f"Columns are not in the export, so their state cannot be told: {listed}.",
                )
            )
    return notes
