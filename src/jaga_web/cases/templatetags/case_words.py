"""Template filters of the cases: codes and texts in the reader's language."""

from datetime import date
from typing import Any

from babel.dates import format_date
from django import template
from django.template import Context

from jaga.words import Text
from jaga_web.people.roles import titles
from jaga_web.speaking import reader_language

register = template.Library()


@register.filter
def said(text: Text | None) -> str:
    """A Text in the reader's language; nothing for None."""
    return text.say(reader_language()) if text else ""


@register.filter
def all_said(texts: list[Text]) -> str:
    """Several Texts, parted by commas."""
    return ", ".join(said(text) for text in texts)


@register.filter
def on_day(day: date) -> str:
    """A date as people write it, such as `3 Nov 2026`."""
    return str(format_date(day, "d MMM yyyy", locale=reader_language()))


@register.simple_tag(takes_context=True)
def draw_panel(context: Context, part: dict[str, Any]) -> str:
    """The template of one panel, with the names its content gave it."""
    template_of = context.template.engine.get_template(part["panel"].template)  # type: ignore[union-attr]
    with context.push(**part):
        return str(template_of.render(context))


@register.filter
def role_titles(roles: list[str]) -> str:
    """Roles as people call them."""
    return ", ".join(str(title) for title in titles(roles))
