"""The reader's language, and words of the core in it."""

import re
from collections.abc import Mapping

from django.utils.translation import get_language

from jaga.errors import JagaError
from jaga.words import Language, Text


def reader_language() -> Language:
    """The language of the page being drawn."""
    return "en" if (get_language() or "id").startswith("en") else "id"


def said(text: Text) -> str:
    """The words in the reader's language; a filter in the templates of every room."""
    return text.say(reader_language())


def problems_of(refused: JagaError, labels: Mapping[str, object] | None = None) -> list[str]:
    """What is wrong in the reader's language, one sentence for each row of a file.

    `labels`: the words a form has for the columns of a file, put in their place.
    """
    problems: tuple[Text, ...] = getattr(refused, "problems", ())
    told = [said(problem) for problem in problems] or [refused.say(reader_language())]
    return [_labelled(one, labels or {}) for one in told]


def _labelled(problem: str, labels: Mapping[str, object]) -> str:
    for name, label in labels.items():
        problem = re.sub(rf"(^|: ){name}: ", rf"\g<1>{label}: ", problem)
    return problem
