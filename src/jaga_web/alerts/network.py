"""Who paid whom around one account: the sums, and a picture of them.

Payers stand on the left, receivers on the right, the account in the middle; the arrow's
thickness follows the amount. Plain SVG, because the reader needs straight lines and words
rather than a layout that moves. No style attribute is written: the site's CSP forbids them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from xml.sax.saxutils import escape

from jaga_web.alerts.tokens import short

# More lines than this a person cannot follow; the table below the picture has them all.
SHOWN_PER_SIDE = 10
ROW, TOP, THICKEST, THINNEST = 44, 46, 7.0, 1.5
# The length of an arrow head; the line ends where it begins.
HEAD = 12


class Paid(Protocol):
    """What the picture needs of one payment."""

    debtor: str
    creditor: str
    amount_idr: int


@dataclass(frozen=True)
class Tie:
    """All payments between the subject and one other account, in one direction."""

    party: str
    amount_idr: int
    payments: int


@dataclass(frozen=True)
class Neighbours:
    """The ties into and out of the subject, largest first, and payments that do not touch it."""

    senders: tuple[Tie, ...]
    receivers: tuple[Tie, ...]
    elsewhere: int


@dataclass(frozen=True)
class NetworkWords:
    """Every word in the picture, in the reader's language, and how it writes money."""

    senders: str
    receivers: str
    subject: str
    others: str
    billion: str
    million: str
    thousand: str
    decimal: str

    def money(self, amount: int) -> str:
        """Rupiah in short words, such as `Rp 1,2 jt`."""
        for size, unit in ((10**9, self.billion), (10**6, self.million), (10**3, self.thousand)):
            if amount >= size:
                tenths = (amount * 10 + size // 2) // size
                whole, part = divmod(tenths, 10)
                number = f"{whole}{self.decimal}{part}" if part and whole < 100 else f"{whole}"
                return f"Rp {number} {unit}"
        return f"Rp {amount}"


def neighbours(subject: str, payments: Iterable[Paid]) -> Neighbours:
    """Sum `payments` by the other side, as `subject` sees them."""
    ways: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
    elsewhere = 0
    for payment in payments:
        if payment.creditor == subject:
            ways[0].setdefault(payment.debtor, []).append(payment.amount_idr)
        elif payment.debtor == subject:
            ways[1].setdefault(payment.creditor, []).append(payment.amount_idr)
        else:
            elsewhere += 1
    senders, receivers = (
        tuple(
            sorted(
                (Tie(party, sum(sums), len(sums)) for party, sums in way.items()),
                key=lambda tie: (-tie.amount_idr, tie.party),
            )
        )
        for way in ways
    )
    return Neighbours(senders, receivers, elsewhere)


@dataclass(frozen=True)
class _Frame:
    """Where things stand: the picture's width and height, and the middle bar's edges."""

    width: int
    height: int
    label: int
    left: int
    right: int
    marker: str


def network_svg(
    subject: str, around: Neighbours, say: NetworkWords, *, narrow: bool, label: str
) -> str:
    """The picture as an inline `<svg>`; 720 units wide, or 340 when `narrow`."""
    width, text, bar = (340, 112, 22) if narrow else (720, 130, 124)
    rows = max(_rows(around.senders), _rows(around.receivers), 1)
    name = "narrow" if narrow else "wide"
    frame = _Frame(width, TOP + rows * ROW + 12, text, (width - bar) // 2, (width + bar) // 2, name)
    largest = max((tie.amount_idr for tie in around.senders + around.receivers), default=1)
    parts = [
        f'<svg class="network network-{name}" viewBox="0 0 {frame.width} {frame.height}" '
        f'role="img" aria-label="{escape(label, {chr(34): "&quot;"})}">',
        _markers(name),
        _heading(0, "start", say.senders),
        _heading(frame.width, "end", say.receivers),
        *_side(around.senders, frame, largest, say, left=True),
        *_side(around.receivers, frame, largest, say, left=False),
        _middle(subject, frame, say),
        "</svg>",
    ]
    return "".join(parts)


def _rows(ties: tuple[Tie, ...]) -> int:
    return min(len(ties), SHOWN_PER_SIDE) + (len(ties) > SHOWN_PER_SIDE)


def _markers(name: str) -> str:
    heads = "".join(
        f'<marker id="{way}-{name}" class="head-{way}" viewBox="0 0 10 10" refX="0" refY="5" '
        'markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse" orient="auto">'
        '<path d="M0 0 10 5 0 10z"/></marker>'
        for way in ("in", "out")
    )
    return f"<defs>{heads}</defs>"


def _heading(x: int, anchor: str, words: str) -> str:
    return f'<text class="side" x="{x}" y="16" text-anchor="{anchor}">{escape(words)}</text>'


def _middle(subject: str, frame: _Frame, say: NetworkWords) -> str:
    wide, tall = frame.right - frame.left, frame.height - TOP
    centre = frame.width // 2
    box = (
        f'<rect class="subject" x="{frame.left}" y="{TOP - 6}" width="{wide}" height="{tall}" '
        'rx="6"/>'
    )
    if wide < 60:
        return (
            box + f'<text class="subject-name" x="{centre}" y="34" text-anchor="middle">'
            f"{escape(say.subject)}</text>"
        )
    middle = TOP - 6 + tall // 2
    return (
        box + f'<text class="subject-words" x="{centre}" y="{middle - 6}" text-anchor="middle">'
        f'{escape(say.subject)}</text><text class="subject-words" x="{centre}" y="{middle + 12}" '
        f'text-anchor="middle">{escape(short(subject)[3:])}</text>'
    )


def _side(
    ties: tuple[Tie, ...], frame: _Frame, largest: int, say: NetworkWords, *, left: bool
) -> list[str]:
    shown = [
        _tie(tie, TOP + place * ROW + ROW // 2 - 6, frame, largest, say, left)
        for place, tie in enumerate(ties[:SHOWN_PER_SIDE])
    ]
    rest = len(ties) - SHOWN_PER_SIDE
    x, anchor = (0, "start") if left else (frame.width, "end")
    if not ties:
        shown.append(f'<text class="amount" x="{x}" y="{TOP}" text-anchor="{anchor}">–</text>')
    if rest > 0:
        y = TOP + SHOWN_PER_SIDE * ROW + ROW // 2
        words = escape(say.others.format(count=rest))
        shown.append(f'<text class="amount" x="{x}" y="{y}" text-anchor="{anchor}">{words}</text>')
    return shown


def _tie(tie: Tie, y: int, frame: _Frame, largest: int, say: NetworkWords, left: bool) -> str:
    thickness = THINNEST + (THICKEST - THINNEST) * (tie.amount_idr / largest) ** 0.5
    way, x, anchor = ("in", 0, "start") if left else ("out", frame.width, "end")
    start, end = (
        (frame.label, frame.left - HEAD - 2)
        if left
        else (frame.right + 2, frame.width - frame.label - HEAD)
    )
    return (
        f'<g><title>{escape(tie.party)}</title><text class="party" x="{x}" y="{y - 2}" '
        f'text-anchor="{anchor}">{escape(short(tie.party))}</text>'
        f'<text class="amount" x="{x}" y="{y + 14}" text-anchor="{anchor}">'
        f"{escape(say.money(tie.amount_idr))} · {tie.payments}×</text>"
        f'<path class="tie-{way}" d="M{start} {y}H{end}" stroke-width="{thickness:.1f}" '
        f'marker-end="url(#{way}-{frame.marker})"/></g>'
    )
