"""The last row of a table: does "Total" add up, column by column?"""

import re
from collections.abc import Iterator
from itertools import groupby

from jaga.evidence.facts import Finding
from jaga.evidence.prose.adding import plain, verdict
from jaga.evidence.prose.documents import CELLS
from jaga.evidence.prose.tying import Tied

TOTAL_ROW = re.compile(
    r"(?:grand |sub)?total|jumlah|seluruh|keseluruhan|semua|all\b|overall|sum\b", re.IGNORECASE
)
FEWEST_PARTS = 2


def totals(tied: tuple[Tied, ...]) -> Iterator[Finding]:
    """A finding for each column of counts under which a total stands."""
    rows = [one for one in tied if one.mention.sentence.heads]
    for _, group in groupby(enumerate(rows), key=lambda one: _table(one[1])):
        yield from _columns([one for _, one in group])


def _table(one: Tied) -> tuple[str, tuple[str, ...]]:
    sentence = one.mention.sentence
    return sentence.section, sentence.heads


def _columns(figures: list[Tied]) -> Iterator[Finding]:
    last = figures[-1].mention.sentence
    if not TOTAL_ROW.match(last.text):
        return
    lines = {one.mention.sentence.paragraph for one in figures} - {last.paragraph}
    for whole in figures:
        if whole.mention.sentence.paragraph != last.paragraph or not plain(whole):
            continue
        parts = [
            one
            for one in figures
            if _column(one) == _column(whole) and one.mention.sentence.paragraph in lines
        ]
        # A row whose cell is empty, a share or a year leaves a column that cannot be added.
        each = len({one.mention.sentence.paragraph for one in parts}) == len(parts) == len(lines)
        rows = last.paragraph - min(lines, default=last.paragraph)
        if each and len(parts) >= FEWEST_PARTS and rows == len(parts) and all(map(plain, parts)):
            yield verdict(whole, parts)


def _column(one: Tied) -> int:
    """The number of the cell a figure stands in, 0 for the first."""
    return one.mention.sentence.text[: one.mention.number.start].count(CELLS)
