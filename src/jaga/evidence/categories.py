"""Categories by what they cover, so that tables of different releases can be laid side by side.

"12-17" in one release and "12-14", "15-17" in the next overlap. Whoever subtracts one from the
other must be found out before they do. Ranges of whole numbers are read from their names; what a
province group or any other category covers has to be said.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from jaga.words import Text

# Ages and the like end here; "18+" covers 18 to this.
LAST_NUMBER = 120

_RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|s/d|sampai|to)\s*(\d{1,3})")
_FROM = re.compile(r"(?:>=|≥)\s*(\d{1,3})|(\d{1,3})\s*(?:\+|ke atas|and over)")
_BELOW = re.compile(r"<\s*(\d{1,3})")


@dataclass(frozen=True)
class Category:
    """One class of a dimension. `covers`: the atoms it is made of, never empty."""

    id: str
    title: Text
    covers: frozenset[str]


def category(name: str, title: Text | None = None, covers: Iterable[str] = ()) -> Category:
    """The category of this name; without `covers`, a range of numbers or its own single atom."""
    return Category(name, title or Text(name, name), frozenset(covers) or atoms(name))


def atoms(name: str) -> frozenset[str]:
    """What a category covers by its name: "12-14" the numbers 12, 13 and 14.

    >>> sorted(atoms("12-14"))
    ['12', '13', '14']
    >>> sorted(atoms("girls"))
    ['girls']
    """
    plain = name.strip()
    if found := _RANGE.fullmatch(plain):
        return _numbers(int(found[1]), int(found[2]))
    if found := _FROM.fullmatch(plain):
        return _numbers(int(found[1] or found[2]), LAST_NUMBER)
    if found := _BELOW.fullmatch(plain):
        return _numbers(0, int(found[1]) - 1)
    return frozenset({plain})


def _numbers(first: int, last: int) -> frozenset[str]:
    return frozenset(str(number) for number in range(first, last + 1)) or frozenset({str(first)})


def blocks(sets: Iterable[frozenset[str]]) -> dict[str, int]:
    """Atoms told apart by none of `sets` share a number: the coarsest common refinement."""
    every = list(dict.fromkeys(sets))
    numbers: dict[tuple[bool, ...], int] = {}
    found = {}
    for atom in sorted(frozenset().union(*every)):
        mark = tuple(atom in one for one in every)
        found[atom] = numbers.setdefault(mark, len(numbers))
    return found
