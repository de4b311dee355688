"""Template filters of the legal side."""

from babel.numbers import format_decimal
from django import template

from jaga.casework import codes
from jaga.casework.labels import Fact
from jaga.casework.milestones import KINDS, STATES
from jaga_web.speaking import reader_language

register = template.Library()


@register.filter
def rupiah_words(amount: int) -> str:
    """Whole rupiah with the reader's separators."""
    return "Rp\N{NO-BREAK SPACE}" + str(format_decimal(amount, locale=reader_language()))


@register.filter
def kind_words(kind: str) -> str:
    """A kind of milestone in words."""
    return KINDS[kind].say(reader_language())


@register.filter
def state_words(state: str) -> str:
    """A state of a milestone in words."""
    return STATES[state].say(reader_language())


@register.filter
def scheme_words(scheme: str) -> str:
    """The title of a law's list."""
    return codes.schemes()[scheme].title.say(reader_language())


@register.filter
def fact_words(fact: Fact) -> str:
    """A coded fact in words."""
    return codes.concept(".".join(fact)).title.say(reader_language())
