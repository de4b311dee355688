"""Estimates as a table for readers: figures no finer than their error, thin ones marked.

A share is written in per cent with one decimal; any other figure with as many decimals as its
error's two leading digits need, at most three. "64.52 %" of 179 people would claim a hundred times
the precision there is.
"""

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from jaga.surveys.estimate import Estimate
from jaga.surveys.thin import marked
from jaga.words import Language, Text

MOST_DECIMALS = 3
SHARE_DECIMALS = 1
NOTHING = "–"

NAMES = (Text("Ukuran", "Measure"), Text("Jawaban", "Answer"), Text("Kelompok", "Group"))
FIGURES = (
    Text("Taksiran", "Estimate"),
    Text("Selang", "Interval"),
    Text("Galat baku", "SE"),
    Text("deff", "deff"),
    Text("df", "df"),
    Text("n", "n"),
)


def rows_of(estimates: Sequence[Estimate], language: Language) -> list[list[str]]:
    """The heading row and one row for each estimate. What rests on too little is `*`.

    Answer and group are left out where no estimate has one.
    """
    heading = [one.say(language) for one in (*NAMES, *FIGURES)]
    rows = [_row(one, language) for one in estimates]
    kept = [
        place
        for place in range(len(heading))
        if place not in (1, 2) or any(row[place] != NOTHING for row in rows)
    ]
    return [[row[place] for place in kept] for row in [heading, *rows]]


def _row(one: Estimate, language: Language) -> list[str]:
    decimals, by = places(one)

    def written(figure: float | None) -> str:
        return NOTHING if figure is None else number(figure * by, decimals, language)

    unit = " %" if by == 100 else ""
    reach = NOTHING if one.low is None else f"{written(one.low)} – {written(one.high)}{unit}"
    deff = NOTHING if one.deff is None else number(one.deff, 2, language)
    told = (written(one.value) + unit, reach, written(one.se), deff)
    names = [one.measure, one.category or NOTHING, one.domain or NOTHING]
    return [*names, *(marked(text, one.n) for text in told), str(one.df), str(one.n)]


def places(one: Estimate) -> tuple[int, int]:
    """Decimals of an estimate as it is written, and 100 where it is written in per cent."""
    if one.kind == "proportion":
        return SHARE_DECIMALS, 100
    if one.se <= 0:
        return (0 if one.value == round(one.value) else MOST_DECIMALS), 1
    return min(MOST_DECIMALS, max(0, 1 - math.floor(math.log10(one.se)))), 1


def number(value: float, decimals: int, language: Language) -> str:
    """A number as the language writes it, halves away from zero."""
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{exact:,f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "id" else text
