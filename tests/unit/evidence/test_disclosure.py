"""The door at its boundaries, with tables small enough to check by hand."""

import pytest

from jaga.evidence.disclosure import CountTable, Rules, protect
from jaga.evidence.intervals import Interval, Known, interval
from jaga.words import Text


def protected(*counts):
    return protect(
        CountTable(
            id="t",
            title=Text(id="Tabel", en="Table"),
            rows=tuple(f"r{n}" for n in range(len(counts))),
            columns=tuple(f"c{n}" for n in range(len(counts[0]) if counts else 0)),
            counts=tuple(counts),
        )
    )


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_one_to_four_is_withheld(count):
    assert protected((count,)).cells == ((None,),)


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15)])
def test_zero_and_five_upwards_are_shown_to_the_nearest_five(count, shown):
    assert protected((count,)).cells == ((shown,),)


def test_a_withheld_cell_is_never_alone_in_its_row_and_column():
    table = protected((3, 20, 30), (40, 12, 60), (70, 80, 90))
    assert table.cells == ((None, None, 30), (None, None, 60), (70, 80, 90))
    assert table.verdicts[0] == ("primary", "complementary", "shown")


def test_totals_count_only_what_is_shown_and_say_so():
    table = protected((3, 20, 30), (40, 12, 60), (70, 80, 90))
    assert table.row_totals == (30, 60, 240)
    assert table.grand_total == 330
    assert table.partial_rows == (True, True, False)
    assert table.partial_columns == (True, True, False)
    assert "Totals add only" in table.notes.en


def test_a_table_without_small_counts_is_shown_whole():
    table = protected((5, 20), (0, 12))
    assert table.cells == ((5, 20), (0, 10))
    assert table.grand_total == 35
    assert "withheld" not in table.notes.en


def test_in_one_row_the_smallest_other_count_is_withheld_too():
    assert protected((3, 50, 20)).cells == ((None, 50, None),)


def test_in_one_column_the_smallest_other_count_is_withheld_too():
    assert protected((3,), (50,), (20,)).cells == ((None,), (50,), (None,))


def test_a_lone_small_count_among_zeros_needs_no_partner_because_its_total_is_small_too():
    table = protected((3, 0, 0))
    assert table.cells == ((None, 0, 0),)
    assert table.row_totals == (None,)
    assert table.grand_total is None


def test_a_zero_is_withheld_only_as_the_last_partner():
    table = protected((3, 20), (12, 0), (50, 60))
    assert table.cells == ((None, None), (None, None), (50, 60))


def test_a_row_total_that_may_not_be_published_asks_for_no_partner_in_its_row():
    assert protected((3, 0), (20, 30)).cells == ((None, 0), (None, 30))


def test_a_line_of_zeros_is_no_partner_because_its_total_gives_it_away():
    table = protected((0, 2, 0, 0), (0, 0, 21, 0), (15, 22, 0, 0))
    assert [line[3] for line in table.cells] == [0, 0, 0]
    assert table.cells[1][:3] != (0, 0, 20)


def test_where_nothing_can_be_shown_the_whole_table_is_withheld():
    table = protected((3, 2), (2, 9))
    assert table.withheld
    assert table.grand_total is None
    assert table.notes.en.startswith("This table is withheld")


def test_two_small_counts_that_add_up_to_a_small_total_do_not_protect_each_other():
    table = protected((1, 2, 30, 40))
    assert table.cells == ((None, None, None, 40),)


def test_an_empty_table_stays_empty():
    table = protected()
    assert table.cells == ()
    assert table.grand_total == 0


def test_a_table_with_rows_and_no_columns_has_zero_totals():
    assert protected((), ()).row_totals == (0, 0)


def test_rules_can_be_tightened():
    table = CountTable("t", Text(id="T", en="T"), ("r",), ("a", "b", "c"), ((8, 30, 40),))
    assert protect(table, Rules(publish_from=10, round_to=10)).cells == ((None, None, 40),)


def test_rules_cannot_be_loosened():
    with pytest.raises(ValueError, match="tightened"):
        Rules(publish_from=3)


@pytest.mark.parametrize(
    ("rows", "columns", "counts"),
    [(("r",), ("c",), ()), (("r",), ("c",), ((1, 2),)), (("r",), ("c",), ((-1,),))],
)
def test_a_table_that_does_not_fit_is_refused(rows, columns, counts):
    with pytest.raises(ValueError, match="count"):
        CountTable("t", Text(id="T", en="T"), rows, columns, counts)


def test_the_interval_of_a_cell_follows_from_its_line():
    pair = [(0, 0), (0, 1)]
    assert interval(frozenset({(0, 0)}), pair, [Known(frozenset(pair), 7)]) == Interval(0, 7)
    assert interval(frozenset({(0, 0)}), pair, []) == Interval(0, None)


def test_the_interval_of_a_square_follows_from_rows_and_columns_together():
    square = [(0, 0), (0, 1), (1, 0), (1, 1)]
    lines = [
        Known(frozenset(square[:2]), 10),
        Known(frozenset(square[2:]), 8),
        Known(frozenset({(0, 0), (1, 0)}), 9),
    ]
    assert interval(frozenset({(0, 0)}), square, lines) == Interval(1, 9)
