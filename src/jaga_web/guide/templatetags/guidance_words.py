"""Template filters for guidance."""

from collections.abc import Sequence

from django import template

from jaga.casework.guidance import GUIDANCE, Guidance
from jaga.words import Text
from jaga_web.speaking import said

register = template.Library()
register.filter(said)


@register.filter
def guidance_of(step: str) -> Guidance | None:
    """What a step asks; nothing for a step we have no words for."""
    return GUIDANCE.get(step)


@register.filter
def all_said(texts: Sequence[Text]) -> list[str]:
    """Each of the words in the reader's language."""
    return [said(text) for text in texts]
