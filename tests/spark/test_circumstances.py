"""Spark answers the examples of circumstances as written down; a whole run compares the rest."""

import pytest

from jaga.screening.circumstances import CIRCUMSTANCES
from jaga.screening.examples import expected, weighed

pytestmark = [pytest.mark.spark, pytest.mark.slow]


@pytest.mark.parametrize("one", CIRCUMSTANCES.values(), ids=CIRCUMSTANCES.keys())
def test_circumstances_are_answered_alike(spark, one):
    """The two examples in which most is answered."""
    for example in sorted(one.examples, key=lambda each: -len(each.rows))[:2]:
        assert weighed(spark, one, example) == expected(example), example.name
