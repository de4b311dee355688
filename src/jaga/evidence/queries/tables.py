"""Facts out of protected tables: only what the door shows, rounded as it shows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from jaga.evidence.disclosure import ProtectedTable
from jaga.evidence.facts import Fact
from jaga.evidence.queries.asking import Answer, Held, Query, blank, slug
from jaga.words import Text

# The words a reader needs beside a figure that is not exact.
ROUNDED = "rounded by disclosure control"
WITHHELD = Text(
    "Ditahan: angka ini, bersama angka lain, dapat membuka keterangan tentang satu atau beberapa "
    "orang.",
    "Withheld: with other figures, this one could tell about one or a few people.",
)


@dataclass(frozen=True)
class Told:
    """What the cells count and what rows and columns are called. A table with one column names
    its rows alone."""

    counts: Text
    unit: str
    pillar: str
    base: Text
    rows: Mapping[str, Text]
    columns: Mapping[str, Text]


def of_table(query: Query, table: ProtectedTable, told: Told, period: str) -> Answer:
    """A fact for each cell that is shown and not zero; a Held for each cell that is withheld.

    The hash is made of the protected cells: one made of raw counts could be guessed backwards.
    """
    rows = [
        (row, column, cell)
        for row, line in zip(table.rows, table.cells, strict=True)
        for column, cell in zip(table.columns, line, strict=True)
    ]
    base = replace(
        blank(query, rows, period),
        pillar=told.pillar,
        unit=told.unit,
        base=told.base.en,
        base_id=told.base.id,
        method=ROUNDED,
    )
    single = len(table.columns) == 1
    facts = [_fact(base, told, row, column, cell, single) for row, column, cell in rows if cell]
    held = [
        Held(query.name, _measure(told, row, column, single), WITHHELD)
        for row, column, cell in rows
        if cell is None
    ]
    return Answer(tuple(facts), tuple(held))


def _fact(  # one cell; six facts about it are its least
    base: Fact, told: Told, row: str, column: str, cell: int, single: bool
) -> Fact:
    measure = _measure(told, row, column, single)
    parts = [base.id, slug(row)] if single else [base.id, slug(row), slug(column)]
    return replace(
        base,
        id=".".join([*parts, base.period]),
        measure=measure.en,
        measure_id=measure.id,
        value=str(cell),
    )


def _measure(told: Told, row: str, column: str, single: bool) -> Text:
    names = list(_names(told, row, column, single))
    return Text(
        ", ".join([told.counts.id, *(name.id for name in names)]),
        ", ".join([told.counts.en, *(name.en for name in names)]),
    )


def _names(told: Told, row: str, column: str, single: bool) -> Iterator[Text]:
    yield told.rows.get(row, Text(row, row))
    if not single:
        yield told.columns.get(column, Text(column, column))
