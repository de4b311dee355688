"""What the library keeps of one innocent pattern."""

from dataclasses import dataclass

from jaga.words import Text


@dataclass(frozen=True)
class Ceiling:
    """Of a hundred accounts of a pattern, how many may alert at all, and within the budget."""

    percent: int
    in_budget: int
    why: str


@dataclass(frozen=True)
class Known:
    """A named innocent pattern: what it is, and what a person can check to recognise it.

    `of_lists` marks explanations of a list or an address book; no payments are drawn for them.
    `ceiling` holds in the fixed small world of tests/property/test_look_alikes.py.
    """

    name: str
    words: Text
    check: Text
    of_lists: bool = False
    ceiling: Ceiling = Ceiling(0, 0, "no payments are drawn for it")
