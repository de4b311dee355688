"""Refusals of this package: each a sentence that says what to do, never a value."""

from jaga.errors import BadInput, Refused
from jaga.words import Text


def refused(indonesian: str, english: str) -> Refused:
    """A rule forbids it (exit code 5)."""
    return Refused(Text(indonesian, english))


def bad(indonesian: str, english: str) -> BadInput:
    """A file cannot be read as what it should be (exit code 3)."""
    return BadInput(Text(indonesian, english))
