"""Sentences from a protected table: a share or a count leaves only as a cell that is shown.

A percentage is made of the rounded counts a reader has, in whole percent. Where it or its
complement would be small it is a band: "99.4 % of 512" says that three answered otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jaga.errors import Refused
from jaga.evidence.cubes import ShownCube
from jaga.words import Text

# Shares below and above these, in percent, are told as a band.
LOW_BAND = 1
HIGH_BAND = 98

WITHHELD = Text("ditahan", "withheld")


@dataclass(frozen=True)
class ShownCount:
    """A count that may be said; made by `cell` and `total` alone. None: withheld."""

    value: int | None
    is_partial: bool = False

    @property
    def words(self) -> Text:
        """The count, or that it is withheld."""
        return WITHHELD if self.value is None else _number(self.value)


def cell(table: ShownCube, *categories: str) -> ShownCount:
    """The count of one category of each dimension, in their order."""
    return ShownCount(table.cells[table.coordinates.index(_place(table, categories))])


def total(table: ShownCube, **categories: str) -> ShownCount:
    """The sum of what is shown, of all or of the categories named by dimension."""
    names = [one.id for one in table.dimensions]
    wanted = {
        names.index(name): [c.id for c in table.dimensions[names.index(name)].categories].index(one)
        for name, one in categories.items()
    }
    cells = frozenset(
        n for n, at in enumerate(table.coordinates) if all(at[d] == c for d, c in wanted.items())
    )
    return ShownCount(table.total(cells), table.is_partial(cells))


def share(part: ShownCount, whole: ShownCount) -> Text:
    """`part` of `whole` in whole percent: a band where few are left, withheld where it must be.

    A whole that leaves withheld cells out is no base: the share of it would be wrong.
    """
    if part.value is None or whole.value is None or whole.is_partial or not whole.value:
        return WITHHELD
    percent = (200 * part.value + whole.value) // (2 * whole.value)
    if part.value and percent < LOW_BAND:
        return Text(f"<{LOW_BAND} %", f"<{LOW_BAND} %")
    if percent > HIGH_BAND and part.value != whole.value:
        return Text(f">{HIGH_BAND} %", f">{HIGH_BAND} %")
    return Text(f"{percent} %", f"{percent} %")


def sentence(words: Text, **values: ShownCount | Text) -> Text:
    """`words` with its {places} filled from shown counts and shares, and from nothing else.

    Raises Refused for a bare number: it has not passed the door.
    """
    for value in values.values():
        if not isinstance(value, ShownCount | Text):
            raise Refused(
                Text(
                    "Kalimat ini memakai angka yang belum melewati pelindungan. Ambil angkanya "
                    "dari tabel terlindung.",
                    "This sentence uses a number that has not passed disclosure control. Take it "
                    "from a protected table.",
                )
            )
    said = {name: v.words if isinstance(v, ShownCount) else v for name, v in values.items()}
    return Text(
        words.id.format(**{name: one.id for name, one in said.items()}),
        words.en.format(**{name: one.en for name, one in said.items()}),
    )


def _place(table: ShownCube, categories: Sequence[str]) -> tuple[int, ...]:
    return tuple(
        [one.id for one in dimension.categories].index(name)
        for dimension, name in zip(table.dimensions, categories, strict=True)
    )


def _number(value: int) -> Text:
    return Text(f"{value:,}".replace(",", "."), f"{value:,}")
