"""No table that passed the door gives a withheld count back, whatever the counts."""

import itertools

import numpy as np
import scipy.optimize
from hypothesis import given, settings
from hypothesis import strategies as st

from jaga.evidence.disclosure import CountTable, protect
from jaga.words import Text

SMALL = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 40])


def table(counts):
    return CountTable(
        id="t",
        title=Text(id="Tabel", en="Table"),
        rows=tuple(f"r{n}" for n in range(len(counts))),
        columns=tuple(f"c{n}" for n in range(len(counts[0]) if counts else 0)),
        counts=tuple(tuple(line) for line in counts),
    )


@st.composite
def count_tables(draw, most=6, cells=SMALL):
    height = draw(st.integers(1, most))
    width = draw(st.integers(1, most))
    line = st.lists(cells, min_size=width, max_size=width)
    return draw(st.lists(line, min_size=height, max_size=height))


def shown_range(value):
    """What a reader who knows the rules concludes from a shown count."""
    return (value, value) if value == 0 else (max(5, value - 2), value + 2)


def margin_range(total, release):
    """The same for a total released through a one-way table of its own; None: withheld there."""
    return (0, None) if release is None else shown_range(total)


def attack(counts, published):
    """Lowest and highest value of every withheld cell, as a reader would compute them.

    The reader holds the page and, from other tables, every margin as the door would publish it.
    """
    height, width = len(counts), len(counts[0])
    place = {cell: n for n, cell in enumerate(itertools.product(range(height), range(width)))}
    bounds = [
        (0, None) if published.cells[r][c] is None else shown_range(published.cells[r][c])
        for r, c in place
    ]
    matrix, limits = [], []
    for axis in (1, 0):
        totals = [int(n) for n in np.array(counts).sum(axis=axis)]
        release = protect(table([totals])).cells[0] if min(height, width) > 1 else ()
        for n, value in enumerate(release):
            if value is None:
                continue
            low, high = shown_range(value)
            line = [1.0 if cell[1 - axis] == n else 0.0 for cell in place]
            matrix += [line, [-x for x in line]]
            limits += [high, -low]
    for (r, c), n in place.items():
        if published.cells[r][c] is None:
            yield (
                (r, c),
                [
                    scipy.optimize.linprog(
                        [sign if k == n else 0.0 for k in range(len(place))],
                        A_ub=matrix or None,
                        b_ub=limits or None,
                        bounds=bounds,
                        method="highs",
                    )
                    for sign in (1.0, -1.0)
                ],
            )


@settings(max_examples=60, deadline=None)
@given(count_tables())
def test_no_withheld_cell_can_be_recovered(counts):
    published = protect(table(counts))
    if published.withheld:
        return  # nothing is published; what other tables tell is theirs to answer for
    for _, (lowest, highest) in attack(counts, published):
        assert lowest.status == 0
        low = round(lowest.fun)
        high = 10**9 if highest.status != 0 else round(-highest.fun)
        assert high >= 5, "the reader is certain of a count below five"
        assert high - low >= 5, "the reader knows the count too closely"


@settings(max_examples=40, deadline=None)
@given(count_tables(most=3, cells=st.integers(0, 6)))
def test_every_withheld_pattern_leaves_several_whole_number_answers(counts):
    """Brute force over all integer tables that share exact shown cells and public margins."""
    published = protect(table(counts))
    hidden = [
        (r, c) for r, line in enumerate(published.cells) for c, x in enumerate(line) if x is None
    ]
    if published.withheld or not 1 <= len(hidden) <= 4 or len(counts) < 2 or len(counts[0]) < 2:
        return
    grid = np.array(counts)
    answers = {cell: set() for cell in hidden}
    releases = [
        (axis, n)
        for axis in (0, 1)
        for n, value in enumerate(protect(table([[int(x) for x in grid.sum(axis=axis)]])).cells[0])
        if value is not None
    ]
    for guess in itertools.product(range(19), repeat=len(hidden)):
        other = grid.copy()
        for cell, value in zip(hidden, guess, strict=True):
            other[cell] = value
        if all(other.sum(axis=a)[n] == grid.sum(axis=a)[n] for a, n in releases):
            for cell, value in zip(hidden, guess, strict=True):
                answers[cell].add(value)
    for values in answers.values():
        assert max(values) >= 5
        assert len(values) >= 6


@settings(max_examples=60, deadline=None)
@given(count_tables())
def test_shown_counts_are_rounded_and_never_small(counts):
    published = protect(table(counts))
    for line, raw in zip(published.cells, counts, strict=True):
        for cell, count in zip(line, raw, strict=True):
            if cell is None:
                continue
            assert cell % 5 == 0
            assert abs(cell - count) <= 2
            assert count == 0 or count >= 5


@settings(max_examples=60, deadline=None)
@given(count_tables())
def test_totals_are_the_sums_of_what_is_shown(counts):
    published = protect(table(counts))
    columns = list(zip(*published.cells, strict=True))
    everything = [cell for line in published.cells for cell in line]
    pairs = [
        *zip(published.cells, published.row_totals, strict=True),
        *zip(columns, published.column_totals, strict=True),
        (everything, published.grand_total),
    ]
    for line, total in pairs:
        shown = sum(cell or 0 for cell in line)
        assert total == shown or (total is None and shown == 0 and None in line)


@settings(max_examples=30, deadline=None)
@given(count_tables())
def test_the_same_counts_give_the_same_table(counts):
    assert protect(table(counts)) == protect(table(counts))


@settings(max_examples=30, deadline=None)
@given(count_tables())
def test_protecting_what_is_shown_changes_nothing(counts):
    once = protect(table(counts)).cells
    again = protect(table([[cell or 0 for cell in line] for line in once])).cells
    assert again == tuple(tuple(cell or 0 for cell in line) for line in once)
