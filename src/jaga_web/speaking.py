"""The reader's language, and words of the core in it."""

from django.utils.translation import get_language

from jaga.words import Language, Text


def reader_language() -> Language:
    """The language of the page being drawn."""
    return "en" if (get_language() or "id").startswith("en") else "id"


def said(text: Text) -> str:
    """The words in the reader's language; a filter in the templates of every room."""
    return text.say(reader_language())
