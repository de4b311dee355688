"""Refusals of a form: what is missing, and what to do about it."""

from jaga.errors import BadInput
from jaga.words import Text

# Letters. Shorter reasons ("ok", "sudah dicek") tell the second person nothing.
SHORTEST_REASON = 20


def refuse(indonesian: str, english: str) -> BadInput:
    """The refusal, in words that say what to do."""
    return BadInput(Text(indonesian, english))


def must_explain(reason: str) -> str:
    """The reason without the space around it; refused when it is too short to tell anything."""
    if len(reason.strip()) < SHORTEST_REASON:
        raise refuse(
            f"Tuliskan alasannya, sekurangnya {SHORTEST_REASON} huruf.",
            f"Write the reason, in at least {SHORTEST_REASON} letters.",
        )
    return reason.strip()
