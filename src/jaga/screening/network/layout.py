"""Where everything stands in the picture: columns by hop, rows by who is tied to whom.

Money before the subject stands to its left, money after it to its right, one column a hop, so
time runs from left to right as people read. The same network is always drawn alike.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jaga.screening.network.model import Network, Party

WIDTH = 1216
"""Units, drawn one to a pixel: what a 1366-pixel screen shows beside its margins."""

SLOT_WIDTH, SLOT_HEIGHT = 36, 26
"""Room for the widest and the tallest node, three digits inside."""

APART = 5
"""Units left between two nodes."""

TOP, FOOT, MARGIN = 60, 22, 24
FONT, LETTER = 12, 7.4
"""Size of labels, and the widest a letter of them gets: monospaced, so it is known."""

COLUMN_ROWS = 24
"""Nodes one above the other before a column gets a second lane."""

LABELS, ALL_LABELLED = 12, 30
"""Parties named because they moved most, in a picture that is too full (from the second number
on) to name everybody; the others are read in the table by their number."""

MOST_LABELS = 40
"""Names in one picture at most, whatever stands for naming somebody."""

SWEEPS = 6


@dataclass(frozen=True)
class Box:
    """A rectangle by its left upper corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: "Box") -> bool:
        """Whether any of its area lies in the other's."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def inside(self, width: float, height: float) -> bool:
        """Whether it lies whole in a picture of this size."""
        return (
            self.x >= 0
            and self.y >= 0
            and self.x + self.width <= width
            and self.y + self.height <= height
        )


@dataclass(frozen=True)
class Label:
    """A party's name beside its node."""

    text: str
    box: Box


@dataclass(frozen=True)
class Layout:
    """Size of the picture; boxes of nodes and labels by party number; columns left to right.

    `columns` holds (signed hop, middle in units, number of parties).
    """

    width: int
    height: int
    nodes: Mapping[int, Box]
    labels: Mapping[int, Label]
    columns: tuple[tuple[int, float, int], ...]


def column_of(party: Party) -> int:
    """Signed hop: before the subject is negative; 0 is the subject and whoever stands both ways."""
    before, after = party.before, party.after
    if before is None or (after is not None and after < before):
        return after or 0
    return -before if after is None or before < after else 0


def xml_text(text: str) -> str:
    """The text with a replacement mark for each character that XML 1.0 cannot hold."""
    return "".join(
        c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
        else "\ufffd"
        for c in text
    )  # fmt: skip


def short(token: str) -> str:
    """A token a person can compare at a glance, fit for a picture."""
    shown = token if len(token) <= 14 else f"{token[:7]}…{token[-4:]}"
    return xml_text(shown)


def label_text(party: Party) -> str:
    """The words beside a node: its token, and what it passed on where that is the point."""
    if party.passes_on and party.flow is not None:
        return f"{short(party.token)} {party.flow.passed_percent}%"
    return short(party.token)


def arrange(network: Network, width: int = WIDTH) -> Layout:
    """Boxes for every party and the labels that fit. No two boxes overlap."""
    columns = _ordered(network)
    pitch = (width - 2 * MARGIN) / max(len(columns), 1)
    heights, nodes, heads = [], {}, []
    tallest = max(_height(len(group), pitch) for group in columns.values())
    for place, (hop, group) in enumerate(columns.items()):
        middle = MARGIN + pitch * (place + 0.5)
        heads.append((hop, middle, len(group)))
        nodes.update(_stacked(group, hop, middle, pitch, tallest))
        heights.append(tallest)
    height = round(TOP + tallest + FOOT)
    labels = _labels(network, nodes, (width, height))
    return Layout(width, height, nodes, labels, tuple(heads))


def _ordered(network: Network) -> dict[int, list[Party]]:
    """Parties by column, left to right; in each, near those they are tied to."""
    columns: dict[int, list[Party]] = defaultdict(list)
    for party in network.parties:
        columns[column_of(party)].append(party)
    columns[0] = _subject_in_the_middle(columns[0])
    beside = _tied(network)
    order = sorted(columns)
    for sweep in range(SWEEPS):
        place = {
            party.number: (row + 0.5) / len(group)
            for group in columns.values()
            for row, party in enumerate(group)
        }
        for hop in order if sweep % 2 else sorted(order, key=abs):
            if hop:
                columns[hop].sort(key=lambda p: (_mean(p, beside, place), p.number))
                place.update(
                    (party.number, (row + 0.5) / len(columns[hop]))
                    for row, party in enumerate(columns[hop])
                )
    return {hop: columns[hop] for hop in order}


def _subject_in_the_middle(group: Sequence[Party]) -> list[Party]:
    subject = [party for party in group if party.subject]
    others = [party for party in group if not party.subject]
    half = len(others) // 2
    return [*others[:half], *subject, *others[half:]]


def _tied(network: Network) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for tie in network.ties:
        found[tie.debtor].append(tie.creditor)
        found[tie.creditor].append(tie.debtor)
    return found


def _mean(party: Party, beside: Mapping[int, list[int]], place: Mapping[int, float]) -> float:
    around = beside.get(party.number, [])
    if not around:
        return place[party.number]
    return round(sum(place[one] for one in around) / len(around), 6)


def _lanes(count: int, pitch: float) -> int:
    """Lanes a column is split into, so that it gets no taller than about a screen; room for
    one label beside them stays."""
    fitting = int((pitch - 14 * LETTER) // (SLOT_WIDTH + APART))
    return max(1, min(math.ceil(count / COLUMN_ROWS), fitting))


def _step(count: int, pitch: float) -> float:
    return (SLOT_HEIGHT + APART) / _lanes(count, pitch)


def _height(count: int, pitch: float) -> float:
    return _step(count, pitch) * (count - 1) + SLOT_HEIGHT if count else SLOT_HEIGHT


def _stacked(
    group: Sequence[Party], hop: int, middle: float, pitch: float, tallest: float
) -> dict[int, Box]:
    """Boxes of one column: rows in turn over its lanes, spread over the picture's height."""
    lanes = _lanes(len(group), pitch)
    least = _step(len(group), pitch)
    roomy = (tallest - SLOT_HEIGHT) / max(len(group) - 1, 1)
    step = min(max(least, roomy), 3 * (SLOT_HEIGHT + APART))
    start = TOP + (tallest - SLOT_HEIGHT - step * (len(group) - 1)) / 2
    wide = lanes * (SLOT_WIDTH + APART) - APART
    outward = -1 if hop < 0 else 1
    boxes = {}
    for row, party in enumerate(group):
        lane = (row % lanes) - (lanes - 1) / 2
        x = middle + outward * lane * (SLOT_WIDTH + APART) - SLOT_WIDTH / 2
        boxes[party.number] = Box(
            round(min(max(x, middle - wide / 2), middle + wide / 2), 1),
            round(start + step * row, 1), SLOT_WIDTH, SLOT_HEIGHT,
        )  # fmt: skip
    return boxes


def _worth(party: Party) -> tuple[int, ...]:
    """Who is named first: the subject, who passes money on, who is to be protected, hubs."""
    return (*(-int(one) for one in _marks(party)), party.number)


def _marks(party: Party) -> tuple[bool, ...]:
    return party.subject, party.passes_on, party.protected, bool(party.alerts), party.hub


def _labels(network: Network, nodes: Mapping[int, Box], size: tuple[int, int]) -> dict[int, Label]:
    """Labels in order of worth, each beside its node where nothing stands yet, or not at all."""
    found: dict[int, Label] = {}
    taken = list(nodes.values())
    crossed = _crossed_outside(network)
    few = len(network.parties) <= ALL_LABELLED
    named = [p for p in network.parties if few or any(_marks(p)) or p.number <= LABELS]
    for party in sorted(named, key=_worth):
        if len(found) == MOST_LABELS:
            break
        text = label_text(party)
        side = 0 if party.number in crossed else column_of(party)
        for box in _beside(nodes[party.number], len(text) * LETTER, side):
            if box.inside(*size) and not any(box.overlaps(one) for one in taken):
                found[party.number] = Label(text, box)
                taken.append(box)
                break
    return found


def _crossed_outside(network: Network) -> set[int]:
    """Parties with an arrow on their outer side, where a label would lie across it."""
    columns = {party.number: column_of(party) for party in network.parties}
    found = set()
    for tie in network.ties:
        for one, other in ((tie.debtor, tie.creditor), (tie.creditor, tie.debtor)):
            if columns[other] * columns[one] > columns[one] ** 2:
                found.add(one)
    return found


def _beside(node: Box, width: float, hop: int) -> list[Box]:
    """Places for a label: outward first, then the other side, then under and over the node;
    under and over first where `hop` is 0."""
    level = node.y + (node.height - FONT - 2) / 2
    right = Box(round(node.x + node.width + 3, 1), round(level, 1), width, FONT + 2)
    left = Box(round(node.x - width - 3, 1), round(level, 1), width, FONT + 2)
    centre = round(node.x + node.width / 2 - width / 2, 1)
    under = Box(centre, round(node.y + node.height + 1, 1), width, FONT + 2)
    over = Box(centre, round(node.y - FONT - 3, 1), width, FONT + 2)
    if hop == 0:
        return [under, over, right, left]
    return [left, right, under, over] if hop < 0 else [right, left, under, over]
