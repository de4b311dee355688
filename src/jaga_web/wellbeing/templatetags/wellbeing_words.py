"""Template filters: codes of wellbeing as words, and the gentle notice on pages of cases."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from django import template

from jaga.casework import staff_figures, supervision
from jaga.words import Language, Text
from jaga_web.speaking import reader_language, said
from jaga_web.wellbeing import prompts, words
from jaga_web.wellbeing.queries import WIB

register = template.Library()
register.filter("say", said)

LISTS: dict[str, dict[str, Text]] = {
    "reason": supervision.BREAK_REASONS,
    "topic": supervision.TOPICS,
    "step": supervision.NEXT_STEPS,
    "event": supervision.CRITICAL,
    "answer": supervision.DEBRIEF_ANSWERS,
    "band": staff_figures.BANDS,
    "level": words.LEVELS,
    "level_help": words.LEVEL_HELP,
    "weight": words.WEIGHTS,
    "unit": words.UNITS,
}
CLOCK: dict[Language, str] = {"id": "HH.mm", "en": "HH:mm"}


@register.filter
def code(value: str, name: str) -> str:
    """The code `value` of the list called `name`, in words."""
    return LISTS[name][value].say(reader_language())


@register.filter
def day(value: date) -> str:
    """A day as people write it, such as 3 Nov 2026."""
    return str(format_date(value, format="d MMM y", locale=reader_language()))


@register.filter
def month(value: date) -> str:
    """A month with its year, such as November 2026."""
    return str(format_date(value, format="MMMM y", locale=reader_language()))


@register.filter
def hour(value: datetime) -> str:
    """The time of day in WIB."""
    language = reader_language()
    return str(format_datetime(value.astimezone(WIB), format=CLOCK[language], locale=language))


@register.filter
def pick(values: Mapping[int, Any], key: int) -> Any:
    """The value of `key`, or nothing."""
    return values.get(key, "")


@register.filter
def decimal(value: float) -> str:
    """A number with one decimal and the reader's comma."""
    return str(format_decimal(round(value, 1), format="#,##0.0", locale=reader_language()))


@register.filter
def hundredths(value: int) -> str:
    """Hundredths as a factor, such as ×1,5."""
    return "×" + str(format_decimal(value / 100, locale=reader_language()))


@register.simple_tag
def choices(name: str) -> Iterable[tuple[str, str]]:
    """The codes of a list with their words, for a select."""
    return [(value, text.say(reader_language())) for value, text in LISTS[name].items()]


@register.inclusion_tag("wellbeing/_prompt.html", takes_context=True)
def wellbeing_prompt(context: dict[str, Any]) -> dict[str, Any]:
    """What the page may gently say to its reader; nothing, most of the time."""
    request = context.get("request")
    user = context["user"]
    return {
        "prompt": prompts.of(user) if user.is_authenticated else None,
        "back": request.path if request else "/",
        "csrf_token": context.get("csrf_token"),
    }
