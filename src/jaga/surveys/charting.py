"""Estimates as bars with their intervals."""

from collections.abc import Sequence

from jaga.charts_bars import Bar, Bars, bars_svg
from jaga.surveys.estimate import Estimate
from jaga.surveys.thin import mark
from jaga.words import Language, Text

AXIS = Text("Taksiran dan selang {level} %", "Estimate and {level} % interval")


def chart(estimates: Sequence[Estimate], language: Language, *, narrow: bool = False) -> str:
    """SVG of estimates of one measure; what rests on too few answers is a star."""
    first = estimates[0]
    level = f"{first.confidence * 100:g}"
    return bars_svg(
        Bars(
            bars=[_bar(one) for one in estimates],
            title=first.measure,
            axis=AXIS.filled(level=level).say(language),
            language=language,
            share=first.kind == "proportion",
        ),
        narrow=narrow,
    )


def _bar(one: Estimate) -> Bar:
    name = " · ".join(part for part in (one.domain, one.category) if part) or one.measure
    how = mark(one.n)
    if how == "withheld":
        return Bar(name, None)
    return Bar(name, one.value, one.low, one.high, hollow=how == "parentheses")
