"""Refusals of intake, in both languages."""

from jaga.errors import BadInput
from jaga.words import Text

SHORTEST_REASON = 20


def refuse(indonesian: str, english: str) -> BadInput:
    """The error to raise, with what to do next."""
    return BadInput(Text(indonesian, english))


def changed() -> BadInput:
    """Somebody else was faster."""
    return refuse(
        "Keadaannya sudah berubah. Muat ulang halamannya.",
        "Its state has changed. Load the page again.",
    )


def must_explain(text: str) -> str:
    """The reason without the space around it; refused when it is too short to tell anything."""
    if len(text.strip()) < SHORTEST_REASON:
        raise refuse(
            f"Tuliskan alasannya, sekurangnya {SHORTEST_REASON} huruf.",
            f"Write the reason, in at least {SHORTEST_REASON} letters.",
        )
    return text.strip()


def must_be_in(code: str, known: object, indonesian: str, english: str) -> str:
    """The code, when the list has it."""
    if code not in known:  # type: ignore[operator]
        raise refuse(indonesian, english)
    return code
