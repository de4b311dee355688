"""Tables of counts with any number of dimensions, and the same tables as they may be published."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from math import prod

from jaga.evidence.categories import Category
from jaga.evidence.disclosure import ProtectedTable, Shown
from jaga.words import Text

Group = frozenset[int]
"""Places of cells that are added up."""


@dataclass(frozen=True)
class Dimension:
    """One way of dividing those who are counted: its id, its title, its categories in order."""

    id: str
    title: Text
    categories: tuple[Category, ...]

    def __post_init__(self) -> None:
        covered = [atom for category in self.categories for atom in category.covers]
        if len(covered) != len(set(covered)):
            raise ValueError("the categories of one dimension may not overlap")


@dataclass(frozen=True)
class Shape:
    """The cells of a table: one for each combination of categories, the last one changing first."""

    id: str
    title: Text
    dimensions: tuple[Dimension, ...]

    @cached_property
    def coordinates(self) -> tuple[tuple[int, ...], ...]:
        """The place of each cell in every dimension."""
        return tuple(product(*(range(len(one.categories)) for one in self.dimensions)))

    @property
    def size(self) -> int:
        """How many cells there are."""
        return prod(len(one.categories) for one in self.dimensions)

    def margins(self) -> Iterator[tuple[int, ...]]:
        """The dimensions that each table of totals keeps, from the widest to the grand total.

        Leaving out only dimensions of one category adds nothing up, so those are passed over.
        """
        every = range(len(self.dimensions))
        for size in reversed(every):
            for kept in combinations(every, size):
                if any(len(self.dimensions[n].categories) > 1 for n in every if n not in kept):
                    yield kept

    def groups(self, kept: Sequence[int]) -> dict[tuple[int, ...], Group]:
        """The cells behind each total of the table that keeps these dimensions."""
        found: dict[tuple[int, ...], set[int]] = {}
        for place, at in enumerate(self.coordinates):
            found.setdefault(tuple(at[n] for n in kept), set()).add(place)
        return {key: frozenset(cells) for key, cells in found.items()}


@dataclass(frozen=True)
class CountCube(Shape):
    """Raw counts, never to be shown as they are; one for each cell."""

    counts: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.counts) != self.size:
            raise ValueError("a table needs one count for each combination of categories")
        if any(count < 0 for count in self.counts):
            raise ValueError("a count cannot be negative")

    def total(self, cells: Group) -> int:
        """The true sum of these cells."""
        return sum(self.counts[cell] for cell in cells)

    def margin(self, kept: Sequence[int]) -> "CountCube":
        """The table of totals that keeps these dimensions; a single cell for none."""
        return CountCube(
            id=self.id,
            title=self.title,
            dimensions=tuple(self.dimensions[n] for n in kept),
            counts=tuple(self.total(cells) for _, cells in sorted(self.groups(kept).items())),
        )


@dataclass(frozen=True)
class ShownCube(Shape):
    """What may be published of a table: counts rounded, None where one is withheld."""

    cells: Shown
    notes: Text

    @property
    def withheld(self) -> bool:
        """True when no cell is left to show."""
        return all(cell is None for cell in self.cells)

    def total(self, cells: Group) -> int | None:
        """The sum of what is shown of these cells; None where nothing of it is."""
        shown = [self.cells[cell] for cell in cells]
        told = sum(cell for cell in shown if cell is not None)
        return None if None in shown and told == 0 else told

    def is_partial(self, cells: Group) -> bool:
        """True when a total of these cells leaves withheld ones out."""
        return any(self.cells[cell] is None for cell in cells)


def shown(table: ProtectedTable, dimensions: tuple[Dimension, Dimension]) -> ShownCube:
    """A protected table of rows and columns in the general form."""
    cells = tuple(cell for line in table.cells for cell in line)
    return ShownCube(table.id, table.title, dimensions, cells, table.notes)
