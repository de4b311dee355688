"""Bars with their intervals as SVG: how large, and how sure, in one look.

A bar without its interval tells a difference that may not be there, so the interval stands in front
in ink. What rests on few answers is drawn hollow, and what rests on too few is a star, no bar.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import vl_convert

from jaga.charts import DARK, FONT, LIGHT, NUMBER, NUMBERS, PERCENT, Colours
from jaga.words import Language

HEIGHT_OF_A_BAR = 34


@dataclass(frozen=True)
class Bar:
    """One bar. `value` None: withheld, a star. `low` and `high` None: no interval is known.

    `hollow`: rests on few answers.
    """

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None
    hollow: bool = False


@dataclass(frozen=True)
class Bars:
    """Bars from the top, with the words of the axis. `share`: 0 to 1, written in per cent."""

    bars: Sequence[Bar]
    title: str
    axis: str
    language: Language
    share: bool = False


def bars_svg(bars: Bars, *, narrow: bool = False, dark: bool = False) -> str:
    """The bars as one SVG document, about 760 px wide, or 340 px when `narrow`."""
    if not bars.bars:
        raise ValueError("a chart has at least one bar")
    colours = DARK if dark else LIGHT
    spec = (
        alt.layer(*_layers(bars, colours))
        .properties(
            width=150 if narrow else 520,
            height=HEIGHT_OF_A_BAR * len(bars.bars),
            background=colours.paper,
            title=bars.title,
        )
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_title(anchor="start", fontSize=13, color=colours.ink, fontWeight="bold")
        .configure_axis(
            labelColor=colours.quiet, titleColor=colours.ink, gridColor=colours.grid,
            domainColor=colours.quiet, tickColor=colours.quiet,
            labelFontSize=12, titleFontSize=12, titleFontWeight="normal", titlePadding=8,
        )
        .to_dict()
    )  # fmt: skip
    return str(vl_convert.vegalite_to_svg(spec, format_locale=NUMBERS[bars.language]))


def _layers(bars: Bars, colours: Colours) -> list[Any]:
    rows = [
        {"place": place, "name": bar.name, "value": bar.value, "low": bar.low, "high": bar.high,
         "hollow": bar.hollow}
        for place, bar in enumerate(bars.bars)
    ]  # fmt: skip
    across = alt.X(
        "value:Q", title=bars.axis, scale=alt.Scale(domain=_domain(bars), nice=not bars.share)
    ).axis(labelExpr=PERCENT if bars.share else NUMBER, tickCount=5)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("place:O", title=None).axis(
            labelExpr=_names(bars), labelLimit=220, grid=False, ticks=False, domain=False
        )
    )
    shown = base.transform_filter("isValid(datum.value)")
    known = base.transform_filter("isValid(datum.low) && isValid(datum.high)")
    solid = shown.transform_filter("!datum.hollow").mark_bar(color=colours.curve, size=18)
    hollow = shown.transform_filter("datum.hollow").mark_bar(
        color=colours.paper, stroke=colours.curve, strokeWidth=1.5, strokeDash=[4, 3], size=18
    )
    reach = known.mark_rule(color=colours.ink, strokeWidth=1.8).encode(x="low:Q", x2="high:Q")
    ends = [
        known.mark_tick(color=colours.ink, thickness=1.8, size=10).encode(x=f"{end}:Q")
        for end in ("low", "high")
    ]
    stars = base.transform_filter("!isValid(datum.value)").mark_text(
        text="*", align="left", dx=4, fontSize=16, color=colours.ink
    ).encode(x=alt.datum(_domain(bars)[0]))  # fmt: skip
    return [solid.encode(x=across), hollow.encode(x=across), reach, *ends, stars]


def _names(bars: Bars) -> str:
    """The names as Vega finds them: a list, so that two bars may bear one name."""
    names = ", ".join(
        "'" + bar.name.replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ") + "'"
        for bar in bars.bars
    )
    return f"[{names}][datum.value]"


def _domain(bars: Bars) -> list[float]:
    """From zero, so that lengths can be compared, as far as the longest interval."""
    if bars.share:
        return [0.0, 1.0]
    ends = [end for bar in bars.bars for end in (bar.value, bar.low, bar.high) if end is not None]
    low, high = min([0.0, *ends]), max([0.0, *ends])
    return [low, high if high > low else low + 1]
