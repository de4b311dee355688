"""The timeline of one alert as SVG: each payment a mark, in or out, over time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import altair as alt
import vl_convert

WIB = timezone(timedelta(hours=7))
FONT = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif"

# The locales that Vega needs; Babel holds the same words but not in d3's form.
_NUMBERS_ID = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp ", ""]}
_NUMBERS_EN = {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["Rp ", ""]}
_MONTHS_ID = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
_DAYS_ID = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"]
_TIMES_ID = {
    "dateTime": "%A, %e %B %Y %H.%M", "date": "%d/%m/%Y", "time": "%H.%M.%S",
    "periods": ["AM", "PM"], "days": _DAYS_ID, "shortDays": [day[:3] for day in _DAYS_ID],
    "months": _MONTHS_ID,
    "shortMonths": ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov",
                    "Des"],
}  # fmt: skip


@dataclass(frozen=True)
class Palette:
    """The colours of jaga.css that the picture uses; a picture cannot read a style sheet."""

    paper: str
    ink: str
    quiet: str
    grid: str
    incoming: str
    outgoing: str


LIGHT = Palette("#ffffff", "#17222b", "#51606b", "#dfe5e8", "#0b6e74", "#b4531a")
DARK = Palette("#172228", "#e6edf0", "#a5b4bd", "#2d3c45", "#5fc0d0", "#f0a06a")


@dataclass(frozen=True)
class Mark:
    """One payment as the chart needs it; `incoming` as the subject sees it."""

    at: datetime
    amount_idr: int
    incoming: bool


@dataclass(frozen=True)
class ChartWords:
    """Every word in the picture, in the reader's language."""

    language: str
    incoming: str
    outgoing: str
    amount: str
    thousand: str
    million: str
    billion: str


def timeline_svg(
    marks: Iterable[Mark], say: ChartWords, *, narrow: bool = False, dark: bool = False
) -> str:
    """The timeline as one SVG document, about 860 px wide, or 340 px when `narrow`."""
    # Vega knows only UTC and the machine's own zone; the moments are moved by WIB's fixed
    # seven hours so that the picture is the same on every machine.
    points = [
        {
            "t": int((mark.at.astimezone(WIB).replace(tzinfo=UTC)).timestamp() * 1000),
            "amount": max(mark.amount_idr, 1),
            "way": say.incoming if mark.incoming else say.outgoing,
        }
        for mark in marks
    ]
    colours = DARK if dark else LIGHT
    spec = _chart(points, say, colours, width=238 if narrow else 760).to_dict()
    indonesian = say.language == "id"
    return str(
        vl_convert.vegalite_to_svg(
            spec,
            format_locale=_NUMBERS_ID if indonesian else _NUMBERS_EN,
            time_format_locale=_TIMES_ID if indonesian else None,
        )
    )


def _chart(
    points: list[dict[str, object]], say: ChartWords, colours: Palette, *, width: int
) -> Any:
    ways = [say.incoming, say.outgoing]
    chart = alt.Chart({"values": points}, width=width, height=190, background=colours.paper)
    return (
        chart.mark_point(filled=True, size=90, opacity=0.8, stroke=colours.paper, strokeWidth=0.6)
        .encode(
            x=alt.X("t:T", title=None, scale=alt.Scale(type="utc", nice=False, padding=14))
            .axis(format="%e %b", tickCount=5 if width < 400 else 9, labelOverlap="greedy"),
            y=alt.Y("amount:Q", title=say.amount, scale=alt.Scale(
                type="log", nice=False, domain=_span(points)))
            .axis(labelExpr=_money(say), tickCount=4, values=_decades(points)),
            color=alt.Color("way:N", title=None, scale=alt.Scale(
                domain=ways, range=[colours.incoming, colours.outgoing])),
            shape=alt.Shape("way:N", title=None, scale=alt.Scale(
                domain=ways, range=["triangle-up", "circle"])),
        )
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=colours.quiet, titleColor=colours.quiet, gridColor=colours.grid,
            domainColor=colours.quiet, tickColor=colours.quiet,
            labelFontSize=12, titleFontSize=12, titleFontWeight="normal",
        )
        .configure_legend(orient="top", labelFontSize=13, labelColor=colours.ink, symbolSize=90)
    )  # fmt: skip


def _span(points: list[dict[str, object]]) -> list[float]:
    """The amounts with a little air on either side, so that no mark is cut."""
    amounts = [int(str(point["amount"])) for point in points] or [1]
    return [min(amounts) * 0.8, max(amounts) * 1.25]


def _decades(points: list[dict[str, object]]) -> list[int]:
    """Axis values 1, 2 and 5 times powers of ten around the amounts, few enough to read."""
    amounts = [int(str(point["amount"])) for point in points] or [1]
    low, high = min(amounts), max(amounts)
    steps = [step * 10**power for power in range(13) for step in (1, 2, 5)]
    inside = [step for step in steps if low <= step <= high]
    if len(inside) > 6:
        inside = [step for step in inside if str(step)[0] == "1"]
    return inside or [low, high]


def _money(say: ChartWords) -> str:
    """A Vega expression that writes rupiah in short words."""
    return (
        f"datum.value >= 1e9 ? 'Rp ' + format(datum.value / 1e9, ',') + ' {say.billion}' : "
        f"datum.value >= 1e6 ? 'Rp ' + format(datum.value / 1e6, ',') + ' {say.million}' : "
        f"datum.value >= 1e3 ? 'Rp ' + format(datum.value / 1e3, ',') + ' {say.thousand}' : "
        "'Rp ' + format(datum.value, ',')"
    )
