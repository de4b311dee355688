"""Curves as SVG: one line with marked points, readable on screen and in grey print.

Drawn here and not in a browser, so that a picture needs no script and no network. Shape and
dashes carry the meaning; colour only repeats it. Numbers are written as the language does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt
import vl_convert

from jaga.words import Language

FONT = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif"
NUMBERS: dict[Language, dict[str, object]] = {
    "id": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp ", ""]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["Rp ", ""]},
}
"""What Vega needs to know of each language's numbers."""


PERCENT = "format(datum.value * 100, ',~f') + ' %'"
NUMBER = "format(datum.value, ',~f')"


@dataclass(frozen=True)
class Colours:
    """Of paper, ink, quiet words, grid and the curve."""

    paper: str
    ink: str
    quiet: str
    grid: str
    curve: str


LIGHT = Colours("#ffffff", "#17222b", "#51606b", "#dfe5e8", "#0b6e74")
DARK = Colours("#172228", "#e6edf0", "#a5b4bd", "#2d3c45", "#5fc0d0")


@dataclass(frozen=True)
class Point:
    """One point of the curve. `name`: written beside it when not empty. `mark`: a large diamond."""

    x: float
    y: float
    name: str = ""
    mark: bool = False


@dataclass(frozen=True)
class Curve:
    """A curve with its words. `share`: y is a proportion, written in percent from 0 to 100.

    `rules`: (x, words) of upright dashed lines. `stepped`: y holds back to the point before.
    """

    points: Sequence[Point]
    x_title: str
    y_title: str
    language: Language
    share: bool = False
    stepped: bool = False
    rules: Sequence[tuple[float, str]] = field(default=())


def curve_svg(curve: Curve, *, narrow: bool = False, dark: bool = False) -> str:
    """The curve as one SVG document, about 760 px wide, or 340 px when `narrow`."""
    colours = DARK if dark else LIGHT
    chart = _layers(curve, colours, narrow=narrow)
    spec = (
        chart.properties(
            width=250 if narrow else 640, height=220 if narrow else 260, background=colours.paper
        )
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=colours.quiet, titleColor=colours.ink, gridColor=colours.grid,
            domainColor=colours.quiet, tickColor=colours.quiet,
            labelFontSize=12, titleFontSize=12, titleFontWeight="normal", titlePadding=8,
        )
        .to_dict()
    )  # fmt: skip
    return str(vl_convert.vegalite_to_svg(spec, format_locale=NUMBERS[curve.language]))


def _layers(curve: Curve, colours: Colours, *, narrow: bool) -> Any:
    rows = [
        {"x": p.x, "y": p.y, "name": p.name, "mark": p.mark, "order": n}
        for n, p in enumerate(curve.points)
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X("x:Q", title=_split(curve.x_title, narrow), scale=alt.Scale(zero=False, nice=True))
        .axis(tickCount=5 if narrow else 8, format=",~f", labelOverlap="greedy"),
        y=alt.Y("y:Q", title=_split(curve.y_title, narrow), scale=alt.Scale(
            domain=[0, 1] if curve.share else [0, _top(curve)], nice=not curve.share))
        .axis(labelExpr=PERCENT if curve.share else NUMBER, tickCount=5),
    )  # fmt: skip
    line = base.mark_line(
        color=colours.curve, strokeWidth=2, interpolate="step-before" if curve.stepped else "linear"
    ).encode(order="order:Q")
    dots = base.transform_filter("!datum.mark").mark_point(
        filled=True, size=36, color=colours.curve, opacity=1
    )
    marks = base.transform_filter("datum.mark").mark_point(
        filled=True, shape="diamond", size=180, color=colours.ink, opacity=1,
        stroke=colours.paper, strokeWidth=1,
    )  # fmt: skip
    names = base.transform_filter("datum.name != ''").mark_text(
        align="left", dx=8, dy=-10 if _falls(curve) else 14, fontSize=12, color=colours.ink
    ).encode(text="name:N")  # fmt: skip
    return alt.layer(*_rules(curve, colours), line, dots, marks, names)


def _rules(curve: Curve, colours: Colours) -> list[Any]:
    if not curve.rules:
        return []
    rows = [{"x": x, "words": words} for x, words in curve.rules]
    base = alt.Chart(alt.InlineData(values=rows)).encode(x="x:Q")
    upright = base.mark_rule(strokeDash=[5, 4], color=colours.quiet, strokeWidth=1.5)
    words = base.mark_text(
        align="left", baseline="top", dx=5, fontSize=12, color=colours.quiet
    ).encode(text="words:N", y=alt.value(2))
    return [upright, words]


def _falls(curve: Curve) -> bool:
    """Whether the curve goes down to the right; names then stand above it."""
    ordered = sorted(curve.points, key=lambda point: point.x)
    return bool(ordered) and ordered[-1].y < ordered[0].y


def _top(curve: Curve) -> float:
    return max((point.y for point in curve.points), default=1) or 1


def _split(title: str, narrow: bool) -> str | list[str]:
    """A long title on two lines where there is little room."""
    words = title.split()
    if not narrow or len(title) < 34:
        return title
    middle = (len(words) + 1) // 2
    return [" ".join(words[:middle]), " ".join(words[middle:])]
