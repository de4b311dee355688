"""Bars with intervals as SVG, drawn without a library: labels stand above their bars, so no width
of a letter has to be known, and the same picture serves PDF, web and DOCX to the byte.

(`jaga.charts` draws curves with a chart library, which takes a second to load; a report is
written in less than that.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Final

FONT: Final = "'Libertinus Serif', Georgia, serif"
INK, BAR, GROUND, RANGE = "#17222b", "#1f4e5f", "#e6edf0", "#b35c00"
WIDTH: Final = 640
ROOM: Final = 150
"""Kept free on the right for the numbers, in pixels of the 640."""
LETTERS: Final = 92
"""Of a label on one line."""
SIZE, LEADING, THICK, GAP = 14, 17, 15, 14


@dataclass(frozen=True)
class Bar:
    """One bar: its label, its length, the number as printed, and its interval if it has one."""

    label: str
    value: float
    number: str
    low: float | None = None
    high: float | None = None


def bars_svg(bars: Sequence[Bar], most: float) -> str:
    """The bars one under another; `most` is the value of a full length."""
    scale = (WIDTH - ROOM) / most
    made, top = [], 0
    for bar in bars:
        for line in wrap(bar.label, LETTERS):
            made.append(_text(0, top + SIZE, line))
            top += LEADING
        made += _bar(bar, top + 3, scale)
        top += 3 + THICK + GAP
    height = max(top - GAP + 2, 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="{FONT}" font-size="{SIZE}">'
        + "".join(made)
        + "</svg>"
    )


def _bar(bar: Bar, top: int, scale: float) -> list[str]:
    length, full = bar.value * scale, WIDTH - ROOM
    made = [_rectangle(0, top, full, THICK, GROUND), _rectangle(0, top, length, THICK, BAR)]
    if bar.low is not None and bar.high is not None:
        left, right, middle = bar.low * scale, bar.high * scale, top + THICK / 2
        made += [
            _rectangle(left, middle - 1.5, right - left, 3, RANGE),
            _rectangle(left - 1, top + 2, 2, THICK - 4, RANGE),
            _rectangle(right - 1, top + 2, 2, THICK - 4, RANGE),
        ]
    made.append(_text(full + 10, top + THICK - 3, bar.number, bold=True))
    return made


def _rectangle(left: float, top: float, width: float, height: float, fill: str) -> str:
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{max(width, 0):.1f}" '
        f'height="{height:.1f}" fill="{fill}"/>'
    )


def _text(left: float, base: float, words: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{left:.0f}" y="{base:.0f}" fill="{INK}"{weight}>{escape(words)}</text>'
