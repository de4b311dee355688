"""What the library keeps of one innocent pattern."""

from dataclasses import dataclass

from jaga.words import Text


@dataclass(frozen=True)
class Ceiling:
    """How often accounts of a pattern may alert, in percent, and why as often as that."""

    percent: int
    why: str


@dataclass(frozen=True)
class Known:
    """A named innocent pattern: what it is, and what a person can check to recognise it.

    `of_lists` marks explanations of a list or an address book; no payments are drawn for them.
    `ceiling` holds for alerts within the budget in the fixed small world of the test.
    """

    name: str
    words: Text
    check: Text
    of_lists: bool = False
    ceiling: Ceiling = Ceiling(0, "nothing in its payments resembles harm")
