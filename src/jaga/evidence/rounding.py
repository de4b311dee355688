"""How people round, one row a way; and how we print: halves up, in Indonesian or English.

All exact: a share is a fraction and a stated figure is text, so that no binary number decides
whether 0.125 is a half.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Final

from jaga.words import Language, Text

Example = tuple[str, int, str]  # exact value as a fraction, decimals, as printed


@dataclass(frozen=True)
class Rounding:
    """One way to round. `to_whole` takes a value counted in units of the last printed digit."""

    id: str
    words: Text
    source: str
    to_whole: Callable[[Fraction], int]
    examples: tuple[Example, ...]


HALF = Fraction(1, 2)


def _half_up(value: Fraction) -> int:
    return floor(abs(value) + HALF) * (1 if value >= 0 else -1)


def _half_down(value: Fraction) -> int:
    return ceil(abs(value) - HALF) * (1 if value >= 0 else -1)


def _away(value: Fraction) -> int:
    return ceil(abs(value)) * (1 if value >= 0 else -1)


HALF_UP: Final = Rounding(
    id="half-up",
    words=Text("dibulatkan, setengah ke atas", "rounded, halves up"),
    source="what schools teach and spreadsheets do",
    to_whole=_half_up,
    examples=(("1/8", 2, "0.13"), ("-1/8", 2, "-0.13"), ("2/3", 1, "0.7"), ("5/2", 0, "3")),
)

# Halves up first: it is the one readers expect, and a figure it explains is in order.
ROUNDINGS: Final = (
    HALF_UP,
    Rounding(
        id="half-even",
        words=Text("dibulatkan, setengah ke genap", "rounded, halves to even"),
        source="IEEE 754; the default of Python, R and Babel",
        to_whole=round,
        examples=(("1/8", 2, "0.12"), ("3/8", 2, "0.38"), ("5/2", 0, "2"), ("7/2", 0, "4")),
    ),
    Rounding(
        id="half-down",
        words=Text("dibulatkan, setengah ke bawah", "rounded, halves down"),
        source="Java's HALF_DOWN",
        to_whole=_half_down,
        examples=(("1/8", 2, "0.12"), ("3/8", 2, "0.37"), ("2/3", 1, "0.7")),
    ),
    Rounding(
        id="cut",
        words=Text("dipotong, tidak dibulatkan", "cut off, not rounded"),
        source="spreadsheets' TRUNC; typing the first digits of a calculator",
        to_whole=int,
        examples=(("2/3", 1, "0.6"), ("-2/3", 1, "-0.6"), ("99/100", 0, "0")),
    ),
    Rounding(
        id="up",
        words=Text("selalu dibulatkan ke atas", "always rounded up"),
        source="spreadsheets' ROUNDUP",
        to_whole=_away,
        examples=(("251/512", 3, "0.491"), ("1/3", 1, "0.4"), ("-1/3", 1, "-0.4")),
    ),
    Rounding(
        id="floor",
        words=Text("selalu ke bilangan yang lebih kecil", "always to the lower number"),
        source="spreadsheets' FLOOR; differs from cutting below zero only",
        to_whole=floor,
        examples=(("2/3", 1, "0.6"), ("-2/3", 1, "-0.7")),
    ),
    Rounding(
        id="ceiling",
        words=Text("selalu ke bilangan yang lebih besar", "always to the higher number"),
        source="spreadsheets' CEILING; differs from rounding up below zero only",
        to_whole=ceil,
        examples=(("1/3", 1, "0.4"), ("-1/3", 1, "-0.3")),
    ),
)


def decimals(stated: str) -> int:
    """How many digits stand after the point of a stated figure ("37.50" has two)."""
    return len(stated.partition(".")[2])


def printed(value: Fraction, places: int, rounding: Rounding = HALF_UP) -> str:
    """`value` with `places` decimals and a point, as facts hold it."""
    whole = rounding.to_whole(value * 10**places)
    digits = str(abs(whole)).rjust(places + 1, "0")
    split = len(digits) - places
    sign = "-" if whole < 0 else ""
    return sign + digits[:split] + ("." + digits[split:] if places else "")


def percent(k: int, n: int, places: int) -> str:
    """k of n in percent, halves up: the one formatter of our own percentages."""
    return printed(Fraction(100 * k, n), places)


def shown(stated: str, language: Language) -> str:
    """A stated figure as a reader writes it: 1.019 and 64,52 or 1,019 and 64.52."""
    whole, _, part = stated.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    group, point = (".", ",") if language == "id" else (",", ".")
    grouped = f"{int(whole):,}".replace(",", group) if whole else "0"
    return sign + grouped + (point + part if part else "")


def figure(stated: str) -> Text:
    """A stated figure in both languages."""
    return Text(shown(stated, "id"), shown(stated, "en"))
