"""The picture as SVG: plain elements and presentation attributes, no style, no script.

Alone it is black on white and prints; inside a page, the classes let the page's style sheet
give it its colours. What an account is shows in its shape, never in a colour alone.
"""

import math
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from jaga.screening.network import words
from jaga.screening.network.layout import FONT, LETTER, WIDTH, Box, Layout, arrange, column_of
from jaga.screening.network.model import Network, Party, Tie
from jaga.words import Language, Text

THINNEST, THICKEST, PLAIN = 1.0, 6.0, 1.0
MANY, THICKEST_AMONG_MANY = 40, 2.5
"""Past so many arrows, the thickest gets thinner, so that they stay apart."""

HEAD = 8
LEGEND_ROW = 24
LETTERS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
"""Monospaced, so that the room a label needs is known wherever it is drawn."""

LEGEND: tuple[tuple[str, Text], ...] = (
    ("subject", words.SUBJECT),
    ("person", words.PERSON),
    ("end-point", words.END_POINT),
    ("passes-on", words.PASSES_ON),
    ("protected", words.PROTECTED),
    ("hub", words.HUB),
    ("alerted", words.ALERTED),
)


def svg(network: Network, language: Language, *, name: str = "paths", width: int = WIDTH) -> str:
    """The picture of `network`, `width` pixels wide. `name` begins its ids, unique in a page."""
    layout = arrange(network, width)
    legend, below = _legend(layout, language)
    height = layout.height + below
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="paths" width="{layout.width}" '
        f'height="{height}" viewBox="0 0 {layout.width} {height}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" color="#17222b" '
        f'font-family={quoteattr(LETTERS)} font-size="{FONT}">'
    )
    parts = [
        head,
        f'<title id="{name}-title">{escape(words.TITLE.say(language))}</title>',
        f'<desc id="{name}-desc">{escape(words.sentence(network).say(language))}</desc>',
        f'<rect class="paths-paper" width="{layout.width}" height="{height}" fill="#ffffff"/>',
        _markers(name),
        *_columns(layout, language),
        *_ties(network, layout, name),
        *(_node(party, layout.nodes[party.number], language) for party in network.parties),
        *_labels(layout),
        *legend,
        "</svg>\n",
    ]
    return "".join(parts)


def _markers(name: str) -> str:
    heads = "".join(
        f'<marker id="{name}-{way}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="{HEAD}" '
        f'markerHeight="{HEAD}" markerUnits="userSpaceOnUse" orient="auto">'
        f'<path class="paths-head-{way}" d="M0 0 10 5 0 10z" fill="{colour}"/></marker>'
        for way, colour in _WAYS.items()
    )
    return f"<defs>{heads}</defs>"


_WAYS = {"in": "#0b6e74", "out": "#b4531a"}


def _columns(layout: Layout, language: Language) -> Iterable[str]:
    narrow = len(layout.columns) > 7
    for hop, middle, count in layout.columns:
        heading = words.column(hop, language, narrow=narrow)
        yield _text(middle, 18, heading, "middle", "paths-heading", bold=True)
        if hop:
            yield _text(middle, 34, str(count), "middle", "paths-quiet")


def _text(x: float, y: float, text: str, anchor: str, kind: str, *, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text class="{kind}" x="{x:g}" y="{y:g}" text-anchor="{anchor}" '
        f'fill="currentColor"{weight}>{escape(text)}</text>'
    )


def _ties(network: Network, layout: Layout, name: str) -> Iterable[str]:
    """Thick ones first, so that no thin one hides under them."""
    largest = max((tie.amount_idr for tie in network.ties), default=1)
    thickest = max(
        THICKEST_AMONG_MANY, THICKEST * math.sqrt(min(1, MANY / len(network.ties or [1])))
    )
    parties = {party.number: party for party in network.parties}
    for tie in sorted(network.ties, key=lambda t: (-t.amount_idr, t.debtor, t.creditor)):
        ends = parties[tie.debtor], parties[tie.creditor]
        yield _tie(tie, ends, layout, name, _thickness(tie, ends, largest, thickest))


def _thickness(tie: Tie, ends: tuple[Party, Party], largest: int, thickest: float) -> float:
    """By amount; an arrow at a child's account stays thin, whatever it carried."""
    if any(party.protected for party in ends):
        return PLAIN
    return round(THINNEST + (thickest - THINNEST) * math.sqrt(tie.amount_idr / largest), 1)


def _tie(tie: Tie, ends: tuple[Party, Party], layout: Layout, name: str, thickness: float) -> str:
    start, end = layout.nodes[tie.debtor], layout.nodes[tie.creditor]
    left, right = column_of(ends[0]), column_of(ends[1])
    way = "in" if min(left, right) < 0 else "out"
    return (
        f'<path class="paths-{way}" d="{_curve(start, end, left, right)}" fill="none" '
        f'stroke="{_WAYS[way]}" stroke-width="{thickness:g}" stroke-opacity="0.6" '
        f'marker-end="url(#{name}-{way})"/>'
    )


def _curve(start: Box, end: Box, left: int, right: int) -> str:
    """From side to side when the columns differ, around the right side when they do not."""
    (x1, y1), (x2, y2) = start.middle, end.middle
    if left == right:
        x1, x2 = start.x + start.width - 2, end.x + end.width
        # Longer ties bow further out, so that they do not lie on each other.
        bend = max(x1, x2) + min(16 + abs(y2 - y1) / 6, 90)
        return f"M{x1:g} {y1:g}C{bend:g} {y1:g} {bend:g} {y2:g} {x2:g} {y2:g}"
    onward = 1 if right > left else -1
    x1 += onward * (start.width / 2 - 2)
    x2 -= onward * end.width / 2
    reach = onward * max(abs(x2 - x1) / 2, 24)
    return f"M{x1:g} {y1:g}C{x1 + reach:g} {y1:g} {x2 - reach:g} {y2:g} {x2:g} {y2:g}"


def _kind(party: Party) -> str:
    """The shape, in the order in which one thing matters more than another."""
    if party.protected:
        return "protected"
    if party.subject:
        return "subject"
    if party.end_point:
        return "end-point"
    return "passes-on" if party.passes_on else "person"


def _node(party: Party, box: Box, language: Language) -> str:
    x, y = box.middle
    inverse = _kind(party) == "subject"
    colour = 'class="paths-inverse" fill="#ffffff"' if inverse else 'fill="currentColor"'
    number = (
        f'<text {colour} x="{x:g}" y="{y + 4:g}" text-anchor="middle" font-size="11"'
        f"{' font-weight=' + chr(34) + '700' + chr(34) if party.subject else ''}>"
        f"{party.number}</text>"
    )
    return (
        f"<g><title>{escape(words.tooltip(party, language))}</title>"
        f"{_shape(_kind(party), box)}{_hub(box) if party.hub else ''}"
        f"{_flag(box) if party.alerts else ''}{number}</g>"
    )


_OUTLINE = 'class="paths-node" fill="#ffffff" stroke="currentColor"'


def _shape(kind: str, box: Box) -> str:
    """One outline inside its box, three units in where a hub's second outline may go."""
    x, y, wide, tall = box.x + 3, box.y + 3, box.width - 6, box.height - 6
    if kind == "protected":
        roof = f"M{x:g} {y + 7:g}L{x + wide / 2:g} {y - 2:g} {x + wide:g} {y + 7:g}"
        house = f"{roof}V{y + tall + 2:g}H{x:g}z"
        return f'<path {_OUTLINE} d="{house}" stroke-width="1.4" stroke-dasharray="3 2"/>'
    if kind == "passes-on":
        points = (
            f"{x - 2:g},{y + tall / 2:g} {x + 6:g},{y - 1:g} {x + wide - 6:g},{y - 1:g} "
            f"{x + wide + 2:g},{y + tall / 2:g} {x + wide - 6:g},{y + tall + 1:g} "
            f"{x + 6:g},{y + tall + 1:g}"
        )
        return f'<polygon {_OUTLINE} points="{points}" stroke-width="2.4"/>'
    area = f'x="{x:g}" y="{y:g}" width="{wide:g}" height="{tall:g}"'
    if kind == "subject":
        return f'<rect class="paths-subject" {area} rx="3" fill="currentColor"/>'
    if kind == "end-point":
        return (
            f'<rect class="paths-end" {area} fill="#dfe5e8" stroke="currentColor" '
            'stroke-width="1"/>'
        )
    return f'<rect {_OUTLINE} {area} rx="{tall / 2:g}" stroke-width="1.2"/>'


def _hub(box: Box) -> str:
    return (
        f'<rect class="paths-hub" x="{box.x + 0.5:g}" y="{box.y + 0.5:g}" '
        f'width="{box.width - 1:g}" height="{box.height - 1:g}" fill="none" '
        'stroke="currentColor" stroke-width="1" stroke-dasharray="1.5 1.5"/>'
    )


def _flag(box: Box) -> str:
    right, top = box.x + box.width - 1, box.y + 1
    return (
        f'<path class="paths-flag" d="M{right - 9:g} {top:g}H{right:g}V{top + 9:g}z" '
        'fill="currentColor"/>'
    )


def _labels(layout: Layout) -> Iterable[str]:
    """Each with a rim of paper, so that it stays readable where an arrow runs under it."""
    for label in layout.labels.values():
        box = label.box
        yield (
            f'<text class="paths-label" x="{box.x:g}" y="{box.y + FONT - 1:g}" '
            f'fill="currentColor" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" '
            f'paint-order="stroke">{escape(label.text)}</text>'
        )


def _legend(layout: Layout, language: Language) -> tuple[list[str], int]:
    """Rows of shapes with their words, under the picture, and how much room they take."""
    x, y, drawn = 12.0, float(layout.height + 4), []
    for kind, text in LEGEND:
        said = text.say(language)
        wide = 36 + 8 + len(said) * LETTER + 20
        if x + wide > layout.width:
            x, y = 12.0, y + LEGEND_ROW + 4
        shape = _legend_shape(kind, Box(x, y, 36, 26))
        drawn.append(shape + _text(x + 43, y + 17, said, "start", "paths-quiet"))
        x += wide
    return drawn, round(y) + LEGEND_ROW + 10 - layout.height


def _legend_shape(kind: str, box: Box) -> str:
    if kind == "hub":
        return _shape("person", box) + _hub(box)
    if kind == "alerted":
        return _shape("person", box) + _flag(box)
    return _shape(kind, box)
