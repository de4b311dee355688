"""A strict reader of PDF files of text: it lets through only what it understands to the last byte.

It draws nothing and keeps nothing. Whatever is an image, holds one, could hold one, runs, leads
elsewhere or cannot be read without doubt is refused with its reason (`refusing.REASONS`).
"""

from jaga.casework.pdf import rules, structure
from jaga.casework.pdf.refusing import REASONS, Unwelcome

__all__ = ["MOST_BYTES", "REASONS", "Unwelcome", "check"]

MOST_BYTES = 5 * 1024 * 1024


def check(data: bytes) -> None:
    """Let a PDF of text pass. Raises Unwelcome with the reason for any other bytes."""
    if len(data) > MOST_BYTES:
        raise Unwelcome("too large")
    rules.check(structure.read(data), data)
