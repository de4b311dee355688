"""Words of the core in the reader's language."""

from django import template
from django.utils.translation import get_language

from jaga.words import Text

register = template.Library()


@register.filter
def said(text: Text) -> str:
    """A Text of the core, in the language of the page."""
    return text.say("en" if get_language() == "en" else "id")
