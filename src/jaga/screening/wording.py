"""Numbers inside sentences, written the way each language writes them."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from string import Formatter

from jaga.ledger.watchlist import SOURCE_WORDS
from jaga.words import Language, Text

_MONTHS = Text(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "January February March April May June July August September October November December",
)


def grouped(number: int, language: Language) -> str:
    """A whole number with its thousands marked: 1.500.000 or 1,500,000."""
    text = f"{number:,}"
    return text.replace(",", ".") if language == "id" else text


def rupiah(number: int, language: Language) -> str:
    """An amount in rupiah: Rp 1.500.000 or Rp 1,500,000."""
    return f"Rp {grouped(number, language)}"


def dated(when: date, language: Language) -> str:
    """A day in words: 1 Maret 2025 or 1 March 2025."""
    return f"{when.day} {_MONTHS.say(language).split()[when.month - 1]} {when.year}"


def _cell(name: str, n: int, language: Language) -> str:
    if name == "source":
        return SOURCE_WORDS[n].say(language)
    if name.endswith("_day"):
        return dated(date(1970, 1, 1) + timedelta(days=n), language)
    return rupiah(n, language) if name.endswith("_idr") else grouped(n, language)


@cache
def _named(sentence: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in Formatter().parse(sentence) if name)


def _written(sentence: str, values: Mapping[str, int], language: Language) -> str:
    """Only what the sentence names is written out: a run fills hundreds of thousands."""
    cells = {name: _cell(name, values[name], language) for name in _named(sentence)}
    return sentence.format(**cells)


def filled(words: Text, values: Mapping[str, int]) -> Text:
    """The sentence with its {names} filled: `…_idr` as amounts, `…_day` (days since 1970) as
    dates, `source` (of a watchlist) as words."""
    return Text(_written(words.id, values, "id"), _written(words.en, values, "en"))
