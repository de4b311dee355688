"""Numbers as each language writes them. Nothing is rounded: what was stated is what is printed."""

from typing import Final

from jaga.evidence.facts import Fact
from jaga.report.vocabulary import QUALIFIERS, UNITS
from jaga.words import Language, Text

MINUS: Final = "\N{MINUS SIGN}"
TIED: Final = "\N{NO-BREAK SPACE}"
"""Between a number and its unit, so that a line never ends between them."""

# Amounts are said in the largest word that loses nothing.
SCALES: Final = (
    (12, Text("triliun", "trillion")),
    (9, Text("miliar", "billion")),
    (6, Text("juta", "million")),
)
MOST_DECIMALS: Final = 2
_MONTHS: Final = Text(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "January February March April May June July August September October November December",
)


def written(value: str, language: Language) -> str:
    """Decimal text with a point, as the language writes it: 1168.50 → 1.168,50 or 1,168.50."""
    whole, _, fraction = value.lstrip("-").partition(".")
    groups = f"{int(whole):,}"
    if language == "id":
        groups = groups.replace(",", ".")
    mark = "," if language == "id" else "."
    return f"{MINUS if value.startswith('-') else ''}{groups}{mark + fraction if fraction else ''}"


def rupiah(value: str, language: Language) -> str:
    """Rp114 miliar or Rp114 billion; in full where a large word would lose a digit."""
    for zeros, word in SCALES:
        whole, rest = value[:-zeros], value[-zeros:].rstrip("0")
        if whole and "." not in value and len(rest) <= MOST_DECIMALS:
            short = f"{whole}.{rest}" if rest else whole
            return f"Rp{written(short, language)}{TIED}{word.say(language)}"
    return f"Rp{written(value, language)}"


def bare(value: str, unit: str, language: Language) -> str:
    """A number with the sign that belongs to it, if any, and no word behind it."""
    if unit == "percent":
        return f"{written(value, language)}%"
    if unit == "IDR":
        return rupiah(value, language)
    return written(value, language)


def valued(value: str, unit: str, language: Language) -> str:
    """A number with its unit: 64,52% · 5 desa · Rp114 miliar · 5.4 hours."""
    number = bare(value, unit, language)
    if unit in ("percent", "IDR", ""):
        return number
    known = UNITS.get(unit)
    word = known.say(language, single=value == "1") if known else unit
    return f"{number}{TIED}{word}"


def stated(fact: Fact, language: Language, *, unit: bool = True) -> str:
    """The fact's value as the text prints it, with "about" or "more than" where it was said."""
    number = (valued if unit else bare)(fact.value, fact.unit, language)
    known = QUALIFIERS.get(fact.qualifier)
    return f"{known.say(language)} {number}" if known else number


def interval(fact: Fact, language: Language) -> str:
    """The interval with its level; empty where the fact has none."""
    if not (fact.low and fact.high):
        return ""
    low, high = (bare(end, fact.unit, language) for end in (fact.low, fact.high))
    joined = f"{low} sampai {high}" if language == "id" else f"{low} to {high}"
    return f"{joined} ({written(fact.level, language)}%)" if fact.level else joined


def period(text: str, language: Language) -> str:
    """2031 · September 2031 · 2029–2031; anything else as it was given."""
    parts = text.split("-")
    if len(parts) == 2 and all(part.isdigit() for part in parts):
        year, second = parts
        if len(second) == 4:
            return f"{year}–{second}"
        if len(second) == 2 and 1 <= int(second) <= 12:
            return f"{_MONTHS.say(language).split()[int(second) - 1]} {year}"
    return text
