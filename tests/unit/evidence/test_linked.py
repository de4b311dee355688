"""Tables of three dimensions and tables published together, small enough to check by hand."""

import pytest
from tests.releasing import cube, dimension

from jaga.errors import BadInput
from jaga.evidence.categories import atoms
from jaga.evidence.cubes import Dimension
from jaga.evidence.linked import protect_together, shown_range

AGES, SEXES, PLACES = ("12-14", "15-17"), ("girl", "boy"), ("Utara", "Timur")


def test_one_small_count_of_three_dimensions_takes_a_whole_block():
    counts = [3, 20, 30, 40, 50, 60, 70, 80]
    dimensions = {"age": AGES, "sex": SEXES, "place": (*PLACES, "Barat", "Jauh")}
    (table,) = protect_together([cube("t", dimensions, counts * 2)])
    withheld = [at for at, cell in zip(table.coordinates, table.cells, strict=True) if cell is None]
    assert (0, 0, 0) in withheld
    for n in range(3):
        lines = [at[:n] + at[n + 1 :] for at in withheld]
        assert all(lines.count(line) >= 2 for line in lines), "alone behind a total"
    assert not table.withheld


def test_totals_of_three_dimensions_count_what_is_shown():
    (table,) = protect_together(
        [cube("t", {"age": AGES, "sex": SEXES, "place": PLACES}, [10, 20, 30, 40, 50, 60, 70, 80])]
    )
    assert table.total(frozenset(range(8))) == 360
    assert not table.is_partial(frozenset(range(8)))


def test_a_count_withheld_in_one_table_is_not_given_back_by_another():
    first = cube("a", {"age": AGES, "sex": SEXES}, [3, 9, 30, 40])
    second = cube("b", {"age": AGES, "place": PLACES}, [6, 6, 30, 40])
    one, other = protect_together([first, second])
    assert one.cells[:2] == (None, None)
    assert other.cells == (5, 5, 30, 40)


def test_tables_of_different_people_are_not_published_as_one():
    with pytest.raises(BadInput, match="do not count the same people"):
        protect_together([cube("a", {"age": AGES}, [30, 40]), cube("b", {"sex": SEXES}, [30, 41])])


def test_ages_cut_elsewhere_tie_where_they_meet():
    with pytest.raises(BadInput):
        protect_together(
            [
                cube("a", {"age": ("12-14", "15-17", "18-20")}, [30, 30, 40]),
                cube("b", {"age": ("12-15", "16-17", "18-20")}, [30, 40, 30]),
            ]
        )


def test_categories_of_one_dimension_do_not_overlap():
    with pytest.raises(ValueError, match="overlap"):
        dimension("age", ("12-14", "14-17"))
    assert isinstance(dimension("age", AGES), Dimension)


@pytest.mark.parametrize(
    ("name", "some", "size"),
    [("12-14", "13", 3), ("<12", "0", 12), ("18+", "18", 103), ("12 sampai 14", "12", 3),
     ("perempuan", "perempuan", 1)],
)  # fmt: skip
def test_what_a_category_covers_is_read_from_its_name(name, some, size):
    assert some in atoms(name)
    assert len(atoms(name)) == size


@pytest.mark.parametrize(
    ("count", "ends"), [(0, (0, 0)), (5, (5, 7)), (8, (8, 12)), (12, (8, 12)), (13, (13, 17))]
)
def test_what_a_reader_concludes_from_a_shown_count(count, ends):
    assert shown_range(count) == ends
