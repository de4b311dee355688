"""Two tables of the same children, published side by side, do not give back what each withholds.

Both count the same people by age; one crosses it with sex, the other with region. The reader knows
the rules, both pages, and that both tables add up to the same number in each age band.
"""

import scipy.optimize
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property.test_disclosure import shown_range, table

from jaga.evidence.disclosure import protect

AGES = 3
people = st.lists(
    st.tuples(st.integers(0, AGES - 1), st.integers(0, 1), st.integers(0, 3)),
    min_size=1,
    max_size=60,
)


def crossed(people, attribute, width):
    """Counts by age and one more attribute."""
    counts = [[0] * width for _ in range(AGES)]
    for person in people:
        counts[person[0]][person[attribute]] += 1
    return counts


def ranges(published):
    return [
        (0, None) if value is None else shown_range(value)
        for line in published.cells
        for value in line
    ]


def same_ages(first, second):
    """One equation for each age band: the first table's line equals the second's."""
    lines = []
    for age in range(AGES):
        left = [1.0 if n // first == age else 0.0 for n in range(AGES * first)]
        right = [-1.0 if n // second == age else 0.0 for n in range(AGES * second)]
        lines.append(left + right)
    return lines


def end(sign, place, bounds, equations):
    """The least (1) or the greatest (-1) value of one cell; None where there is no end."""
    aim = [sign if n == place else 0.0 for n in range(len(bounds))]
    found = scipy.optimize.linprog(
        aim, A_eq=equations, b_eq=[0.0] * AGES, bounds=bounds, method="highs"
    )
    return round(sign * found.fun) if found.status == 0 else None


@settings(max_examples=40, deadline=None)
@given(people)
def test_two_tables_of_the_same_children_give_no_withheld_count_back(people):
    tables = [protect(table(crossed(people, 1, 2))), protect(table(crossed(people, 2, 4)))]
    bounds = [one for published in tables for one in ranges(published)]
    equations = same_ages(2, 4)
    for place, (low, high) in enumerate(bounds):
        if high is None:
            low, high = (end(sign, place, bounds, equations) for sign in (1.0, -1.0))
            assert high is None or (high >= 5 and high - (low or 0) >= 5)
