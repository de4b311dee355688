"""Refusals of a form: what is missing, and what to do about it."""

from jaga.errors import BadInput
from jaga.words import Text

# Letters. Shorter reasons ("ok", "sudah dicek") tell the second person nothing.
SHORTEST_REASON = 20


def refuse(indonesian: str, english: str) -> BadInput:
    """The refusal, in words that say what to do."""
    return BadInput(Text(indonesian, english))
