"""Template filters for guidance."""

from collections.abc import Sequence

from django import template

from jaga.casework.guidance import GUIDANCE, Guidance
from jaga.words import Text
from jaga_web.alerts.templatetags.alert_words import reader_language

register = template.Library()


@register.filter
def guidance_of(step: str) -> Guidance | None:
    """What a step asks; nothing for a step we have no words for."""
    return GUIDANCE.get(step)


@register.filter
def said(text: Text) -> str:
    """The words in the reader's language."""
    return text.say(reader_language())


@register.filter
def all_said(texts: Sequence[Text]) -> list[str]:
    """Each of the words in the reader's language."""
    return [said(text) for text in texts]
