"""Template filters: codes as words, money and tokens as people read them."""

from datetime import datetime
from decimal import Decimal

from babel.dates import format_datetime
from babel.numbers import format_decimal, get_currency_precision, is_currency
from django import template

from jaga.words import Language
from jaga_web.alerts import tokens, words
from jaga_web.alerts.charts import WIB
from jaga_web.alerts.knowledge import indicator_title, typology_title
from jaga_web.alerts.models import EvidencePayment
from jaga_web.speaking import reader_language

register = template.Library()

# How each language writes the time of day.
CLOCK: dict[Language, str] = {"id": "HH.mm", "en": "HH:mm"}

LISTS = {
    "state": words.STATES,
    "outcome": words.OUTCOMES,
    "role": words.ROLES,
    "family": words.FAMILIES,
    "rail": words.RAILS,
    "remark": words.REMARK_CLASSES,
    "decision": words.DECISION_OUTCOMES,
    "verdict": words.LOOK_ALIKE_VERDICTS,
}


@register.filter
def word(code: str, name: str) -> str:
    """`code` from the list called `name`, in words."""
    return words.words_for(LISTS[name], code)


@register.filter
def rupiah(amount: int) -> str:
    """Whole rupiah with the reader's separators, such as `Rp 1.250.000`."""
    return "Rp\N{NO-BREAK SPACE}" + number(amount)


@register.filter
def original(payment: EvidencePayment) -> str:
    """What was paid in its own currency, such as `GBP 5,00`; the code alone if it is unknown."""
    if not is_currency(payment.currency, locale="en"):
        return payment.currency
    digits = get_currency_precision(payment.currency)
    amount = Decimal(payment.amount_minor).scaleb(-digits)
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    written = format_decimal(amount, format=pattern, locale=reader_language())
    return f"{payment.currency}\N{NO-BREAK SPACE}{written}"


@register.filter
def number(amount: int) -> str:
    """A whole number with the reader's separators."""
    return str(format_decimal(amount, locale=reader_language()))


@register.filter
def signed(points: int) -> str:
    """Points with their sign, such as `+8` or `−5`."""
    return ("+" if points > 0 else "−" if points < 0 else "") + number(abs(points))


@register.filter
def short_token(token: str) -> str:
    """A token short enough for a line."""
    return tokens.short(token)


@register.filter
def wib(moment: datetime, pattern: str = "") -> str:
    """A moment in WIB, in the reader's language; `pattern` is Babel's."""
    language = reader_language()
    pattern = pattern or f"d MMM yyyy {CLOCK[language]}"
    return str(format_datetime(moment, pattern, tzinfo=WIB, locale=language))


@register.filter
def wib_second(moment: datetime) -> str:
    """A moment in WIB to the second, for the audit trail."""
    clock = CLOCK[reader_language()]
    return wib(moment, f"d MMM yyyy {clock}{clock[2]}ss")


@register.filter
def month(moment: datetime) -> str:
    """The calendar month in WIB, such as `November 2026`."""
    return wib(moment, "MMMM yyyy")


@register.filter
def typology(name: str) -> str:
    """The title of a typology."""
    return typology_title(name, reader_language())


@register.filter
def indicator(name: str) -> str:
    """The title of an indicator."""
    return indicator_title(name, reader_language())
