"""Words and short codes of a payments file to the integers a store keeps.

Each function takes one text and gives its integer, or BAD. They run once per distinct value
of a batch, so they may be plain Python.
"""

import re
from collections.abc import Callable

from jaga.ledger import tables
from jaga.ledger.mapping import Mapping

BAD = -1
Coder = Callable[[str], int]

_PURPOSE = re.compile(r"[A-Z0-9]{1,4}")
_FOUR_DIGITS = re.compile(r"[0-9]{4}")
_PLACE = re.compile(r"[1-9][0-9](?:[0-9]{2}|[0-9]{4}|[0-9]{8})?")


def coders(mapping: Mapping, scales: dict[str, int]) -> dict[str, Coder]:
    """Column → its coder. The coder of `currency` gives the number of decimals."""
    rails = _positions(tables.RAILS, dict(mapping.rails))
    statuses = _positions(tables.STATUSES, dict(mapping.statuses))
    remarks = _positions(tables.REMARK_CLASSES, {})
    return {
        "rail": lambda word: rails.get(word.lower(), BAD),
        "status": lambda word: statuses.get(word.lower(), BAD),
        "remark_class": lambda word: remarks.get(word.lower(), BAD),
        "currency": lambda word: scales.get(word.upper(), BAD),
        "debtor_country": country,
        "creditor_country": country,
        "purpose_code": purpose,
        "merchant_category": lambda text: int(text) if _FOUR_DIGITS.fullmatch(text) else BAD,
        "place": place,
    }


def country(text: str) -> int:
    """Two letters as `tables.country_code` has them."""
    try:
        return tables.country_code(text.upper())
    except ValueError:
        return BAD


def purpose(text: str) -> int:
    """One to four letters or digits."""
    word = text.upper()
    return tables.purpose_code(word) if _PURPOSE.fullmatch(word) else BAD


def place(text: str) -> int:
    """A Kemendagri code, with or without points, as digits; a village becomes its district."""
    digits = text.replace(".", "")
    return int(digits[:6]) if _PLACE.fullmatch(digits) else BAD


def _positions(ours: tuple[str, ...], theirs: dict[str, str]) -> dict[str, int]:
    words = {word: word for word in ours} | theirs
    return {word: ours.index(target) for word, target in words.items()}
