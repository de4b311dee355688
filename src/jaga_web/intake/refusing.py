"""Refusals of intake, in both languages."""

from jaga.errors import BadInput
from jaga_web.refusing import refuse


def changed() -> BadInput:
    """Somebody else was faster."""
    return refuse(
        "Keadaannya sudah berubah. Muat ulang halamannya.",
        "Its state has changed. Load the page again.",
    )


def must_be_in(code: str, known: object, indonesian: str, english: str) -> str:
    """The code, when the list has it."""
    if code not in known:  # type: ignore[operator]
        raise refuse(indonesian, english)
    return code
