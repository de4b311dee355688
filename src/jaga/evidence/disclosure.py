"""The only door through which a count leaves: no published table tells of one to four people.

The order is fixed. (1) Counts of 1 to 4 are withheld. (2) More cells are withheld until an audit
(`intervals.py`) shows that no withheld cell can be worked out. (3) What is shown is rounded to a
multiple of 5. (4) Totals are added up again from what is shown, so that no total minus its parts
gives a withheld cell back. When nothing else helps, the whole table is withheld.

Choices, so that nobody has to guess:
- A true zero is shown: it speaks of nobody. It is withheld only as the last partner left in a
  line, so a reader of a withheld cell cannot exclude zero.
- A total counts only what is shown; `partial_rows` and `partial_columns` say where it is
  incomplete. Where it would be a bare zero beside withheld cells, it is withheld as well.
- `verdicts` tell staff why a cell is withheld. Never print them beside the table: "primary"
  says 1 to 4.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from jaga.evidence.intervals import Cell, Known, interval
from jaga.words import Text

# Counts below this are withheld. ONS treats 1-2 as unsafe and 3-4 as unsafe in small or sensitive
# groups; the OECD glossary (term 7010) names 3 to 5. Ours are always sensitive, hence the upper.
PUBLISH_FROM = 5

# Shown counts are rounded to a multiple of this (OpenSAFELY, "Statistical disclosure control":
# redact, then round to the nearest 5), so that two releases a day apart do not show one person.
ROUND_TO = 5

# A reader must not be able to narrow a withheld count to fewer than this many counts apart. The
# same as the rounding: a withheld cell may not be better known than a shown one.
MINIMUM_WIDTH = 5

Verdict = Literal["shown", "primary", "complementary"]
Counts = tuple[tuple[int, ...], ...]
Shown = tuple[int | None, ...]


@dataclass(frozen=True)
class Rules:
    """The three numbers of the door, in counts. Tighten them for small places; never loosen."""

    publish_from: int = PUBLISH_FROM
    round_to: int = ROUND_TO
    minimum_width: int = MINIMUM_WIDTH

    def __post_init__(self) -> None:
        floor = (PUBLISH_FROM, ROUND_TO, MINIMUM_WIDTH)
        asked = (self.publish_from, self.round_to, self.minimum_width)
        if any(value < least for value, least in zip(asked, floor, strict=True)):
            raise ValueError("disclosure rules may be tightened, not loosened")

    def is_small(self, count: int) -> bool:
        """True for a count that may not be told."""
        return 0 < count < self.publish_from

    def rounded(self, count: int) -> int:
        """`count` to the nearest multiple of `round_to`, halves up."""
        return (count + self.round_to // 2) // self.round_to * self.round_to


RULES = Rules()


@dataclass(frozen=True)
class CountTable:
    """A raw table of counts (people, cases or alerts), never to be shown as it is."""

    id: str
    title: Text
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: Counts

    def __post_init__(self) -> None:
        if len(self.counts) != len(self.rows):
            raise ValueError("a table needs one line of counts for each row")
        if any(len(line) != len(self.columns) for line in self.counts):
            raise ValueError("a table needs one count for each column in every row")
        if any(count < 0 for line in self.counts for count in line):
            raise ValueError("a count cannot be negative")


@dataclass(frozen=True)
class ProtectedTable:
    """A table that may be published. None stands for a count that is withheld."""

    id: str
    title: Text
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Shown, ...]
    row_totals: Shown
    column_totals: Shown
    grand_total: int | None
    partial_rows: tuple[bool, ...]
    partial_columns: tuple[bool, ...]
    verdicts: tuple[tuple[Verdict, ...], ...]
    notes: Text

    @property
    def withheld(self) -> bool:
        """True when no cell is left to show."""
        return all(cell is None for line in self.cells for cell in line)


# The audit solves many small programmes, and pages show the same counts to many people: an answer
# is kept until this many newer ones were asked for.
@lru_cache(maxsize=512)
def protect(table: CountTable, rules: Rules = RULES) -> ProtectedTable:
    """The publishable form of `table`. Deterministic: the same counts, the same answer."""
    primary = _small_cells(table.counts, rules)
    hidden = _enough_hidden(table.counts, primary, rules)
    cells = tuple(
        tuple(
            None if (row, column) in hidden else rules.rounded(count)
            for column, count in enumerate(line)
        )
        for row, line in enumerate(table.counts)
    )
    upright = tuple(zip(*cells, strict=True)) if cells else tuple(() for _ in table.columns)
    return ProtectedTable(
        id=table.id,
        title=table.title,
        rows=table.rows,
        columns=table.columns,
        cells=cells,
        row_totals=tuple(_total(line) for line in cells),
        column_totals=tuple(_total(line) for line in upright),
        grand_total=_total(tuple(cell for line in cells for cell in line)),
        partial_rows=tuple(None in line for line in cells),
        partial_columns=tuple(None in line for line in upright),
        verdicts=_verdicts(table.counts, primary, hidden),
        notes=notes(
            rules,
            some=bool(hidden),
            whole=bool(hidden) and len(hidden) == sum(1 for _ in _cells(table.counts)),
        ),
    )


def _small_cells(counts: Counts, rules: Rules) -> frozenset[Cell]:
    return frozenset(cell for cell in _cells(counts) if rules.is_small(_at(counts, cell)))


def _enough_hidden(counts: Counts, primary: frozenset[Cell], rules: Rules) -> frozenset[Cell]:
    """`primary` and as many more cells as it takes until the audit finds nothing to recover."""
    hidden = primary
    if not hidden:
        return hidden
    lines = _known_lines(counts, rules)
    while True:
        exposed = _lonely_line(counts, hidden, lines) or _exposed_line(counts, hidden, lines, rules)
        if exposed is None:
            return hidden
        partner = _partner(counts, hidden, exposed)
        if partner is None:
            return frozenset(_cells(counts))
        hidden = hidden | {partner}


def _known_lines(counts: Counts, rules: Rules) -> tuple[frozenset[Cell], ...]:
    """The lines whose exact totals the attacker is taken to know.

    A row's total may be public through another table, but only if this door would let it pass in
    a table of row totals alone; likewise for columns and for everything together.
    """
    height, width = len(counts), len(counts[0])
    rows = [frozenset((row, column) for column in range(width)) for row in range(height)]
    columns = [frozenset((row, column) for row in range(height)) for column in range(width)]
    known: list[frozenset[Cell]] = []
    for lines, crossing in ((rows, width), (columns, height)):
        if len(lines) > 1 and crossing > 1:
            totals = (tuple(_sum(counts, line) for line in lines),)
            secret = _enough_hidden(totals, _small_cells(totals, rules), rules)
            known += [line for place, line in enumerate(lines) if (0, place) not in secret]
    everything = frozenset(_cells(counts))
    if not rules.is_small(_sum(counts, everything)):
        known.append(everything)
    return tuple(known)


def _lonely_line(
    counts: Counts, hidden: frozenset[Cell], lines: tuple[frozenset[Cell], ...]
) -> frozenset[Cell] | None:
    """A line with exactly one withheld cell: its total minus the rest would give the cell."""
    return next((line for line in lines if len(line & hidden) == 1), None)


def _exposed_line(
    counts: Counts, hidden: frozenset[Cell], lines: tuple[frozenset[Cell], ...], rules: Rules
) -> frozenset[Cell] | None:
    """The row and column around the first withheld cell or total the attacker can narrow down."""
    known = [Known(line & hidden, _sum(counts, line & hidden)) for line in lines]
    order = sorted(hidden)
    for target in _targets(counts, hidden, lines):
        found = interval(target, order, known)
        if not found.hides(threshold=rules.publish_from, width=rules.minimum_width):
            return frozenset(
                cell
                for cell in _cells(counts)
                if any(cell[0] == place[0] or cell[1] == place[1] for place in target)
            )
    return None


def _targets(
    counts: Counts, hidden: frozenset[Cell], lines: tuple[frozenset[Cell], ...]
) -> Iterator[frozenset[Cell]]:
    """What must stay unknown: every withheld cell, and every row or column total not public."""
    yield from (frozenset({cell}) for cell in sorted(hidden))
    height, width = len(counts), len(counts[0])
    if height < 2 or width < 2:
        return
    rows = (frozenset((row, column) for column in range(width)) for row in range(height))
    columns = (frozenset((row, column) for row in range(height)) for column in range(width))
    for line in (*rows, *columns):
        if line not in lines and line & hidden:
            yield line & hidden


def _partner(counts: Counts, hidden: frozenset[Cell], line: frozenset[Cell]) -> Cell | None:
    """The next cell to withhold: in the line if it can be, non-zero before zero.

    Cells whose row and column already hold a withheld cell come first: they close the pattern
    instead of opening a new one. Then the smallest count, which costs readers least. A line that
    adds up to zero hides nothing: whoever knows its total knows its cells.
    """
    filled = [cell for cell in _cells(counts) if _at(counts, cell)]
    rows, columns = {cell[0] for cell in filled}, {cell[1] for cell in filled}
    open_cells = [
        cell
        for cell in _cells(counts)
        if cell not in hidden and cell[0] in rows and cell[1] in columns
    ]
    near = [cell for cell in open_cells if cell in line]

    def cost(cell: Cell) -> tuple[bool, int, int, Cell]:
        crossings = any(place[0] == cell[0] for place in hidden) + any(
            place[1] == cell[1] for place in hidden
        )
        return (_at(counts, cell) == 0, -crossings, _at(counts, cell), cell)

    return min(near or open_cells, key=cost, default=None)


def _total(line: Shown) -> int | None:
    shown = sum(cell for cell in line if cell is not None)
    return None if None in line and shown == 0 else shown


def _verdicts(
    counts: Counts, primary: frozenset[Cell], hidden: frozenset[Cell]
) -> tuple[tuple[Verdict, ...], ...]:
    def verdict(cell: Cell) -> Verdict:
        if cell in primary:
            return "primary"
        return "complementary" if cell in hidden else "shown"

    return tuple(
        tuple(verdict((row, column)) for column in range(len(line)))
        for row, line in enumerate(counts)
    )


def notes(rules: Rules, *, some: bool, whole: bool) -> Text:
    """What a reader is told under a table with `some` cells withheld, or the `whole` of it."""
    if whole:
        return Text(
            id="Tabel ini ditahan: angkanya terlalu kecil untuk ditampilkan tanpa membuka "
            "keterangan tentang satu atau beberapa orang.",
            en="This table is withheld: its counts are too small to show without telling about "
            "one or a few people.",
        )
    words = Text(
        id="Angka dibulatkan ke kelipatan {base}.",
        en="Counts are rounded to the nearest multiple of {base}.",
    )
    if some:
        words = Text(
            id=words.id + " Angka 1 sampai {most} ditahan, begitu pula angka lain yang akan "
            "membukanya. Jumlah hanya menghitung angka yang ditampilkan.",
            en=words.en + " Counts of 1 to {most} are withheld, and so are others that would give "
            "them away. Totals add only the counts shown.",
        )
    return words.filled(base=rules.round_to, most=rules.publish_from - 1)


def _cells(counts: Counts) -> Iterator[Cell]:
    return ((row, column) for row, line in enumerate(counts) for column in range(len(line)))


def _at(counts: Counts, cell: Cell) -> int:
    return counts[cell[0]][cell[1]]


def _sum(counts: Counts, cells: frozenset[Cell]) -> int:
    return sum(_at(counts, cell) for cell in cells)
