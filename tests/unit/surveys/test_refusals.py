"""A design that does not hold together is refused in words that say what to do."""

import numpy as np
import pytest

from jaga.errors import BadInput
from jaga.surveys.columns import read_columns
from jaga.surveys.design import Drawing, draw
from jaga.surveys.estimate import Asked, Named, estimate
from jaga.surveys.poststratify import post_stratify

FOUR = np.full(4, 2.0)
PAIRS = ["a", "a", "b", "b"]
UNITS = ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("drawing", "word"),
    [
        (Drawing(1), "two rows"),
        (Drawing(4, np.array([1, 2, -1, 2.0])), "below zero"),
        (Drawing(4, np.array([1, 2, np.nan, 2.0])), "missing"),
        (Drawing(4, np.zeros(4)), "zero"),
        (Drawing(4, FOUR, None, (), (np.full(4, 3.0),)), "smaller than the sample"),
        (Drawing(4, FOUR, None, (), (np.array([9, 9, 9, 8.0]),)), "one number"),
        (Drawing(4, FOUR, None, (), (np.array([9, 9, 9, 0.5]),)), "mixes"),
        (Drawing(4, FOUR, None, (), (np.array([9, 9, 9, 0.0]),)), "above zero"),
        (Drawing(4, FOUR, None, (PAIRS, UNITS), (FOUR * 5,)), "for each stage"),
        (Drawing(4, FOUR, ["x", "x", "x", "y"], (UNITS,)), "Merge"),
        (Drawing(4, FOUR, ["x", "y", "x", "y"], (PAIRS,)), "nested"),
        (Drawing(4, FOUR, None, (PAIRS, ["1", "2", "3", "3"]), (FOUR * 5, FOUR * 5)), "stage 2"),
    ],
)
def test_refused(drawing, word):
    with pytest.raises(BadInput) as refused:
        draw(drawing)
    assert word in refused.value.say("en")
    assert refused.value.say("id") != refused.value.say("en")


def test_clusters_numbered_anew_in_each_stratum_are_different_clusters_when_said():
    strata = ["x", "x", "y", "y"]
    one = draw(Drawing(4, FOUR, strata, (["1", "2", "1", "2"],), nested=True))
    other = draw(Drawing(4, FOUR, strata, (UNITS,)))
    answers = np.array([1.0, 5.0, 2.0, 9.0])
    first, second = (_mean(design, answers) for design in (one, other))
    assert (first.se, first.df) == (second.se, second.df) == (first.se, 2)


def test_a_lonely_stratum_adds_its_distance_from_all_or_nothing():
    strata, answers = ["x", "x", "x", "y"], np.array([1.0, 2.0, 3.0, 10.0])
    by_hand = {}
    for lonely in ("adjust", "certainty"):
        design = draw(Drawing(4, np.ones(4), strata, (UNITS,), lonely=lonely))
        by_hand[lonely] = _mean(design, answers).se ** 2
    # Mean 4: the three of x spread 3/2 · 2 = 3 over 16; the one of y lies 6 away, 36 over 16.
    assert by_hand == {"certainty": pytest.approx(3 / 16), "adjust": pytest.approx(39 / 16)}


def test_a_stratum_taken_whole_is_not_lonely():
    sizes = np.array([9.0, 9.0, 9.0, 1.0])
    design = draw(Drawing(4, None, ["x", "x", "x", "y"], (UNITS,), (sizes,)))
    assert design.weights.tolist() == [3, 3, 3, 1]
    assert _mean(design, np.array([1.0, 2.0, 3.0, 10.0])).se > 0


def test_a_share_drawn_is_the_same_as_a_size():
    sizes, shares = (np.full(4, 8.0),), (np.full(4, 0.5),)
    answers = np.array([1.0, 2.0, 3.0, 10.0])
    one, other = (_mean(draw(Drawing(4, None, None, (), given)), answers)
                  for given in (sizes, shares))  # fmt: skip
    assert (one.value, one.se) == (other.value, pytest.approx(other.se))


@pytest.mark.parametrize(
    "sizes", [{"a": 5.0}, {"a": 5.0, "b": 0.0}, {"a": 5.0, "b": 5.0, "c": 5.0}]
)
def test_post_strata_that_do_not_match_are_refused(sizes):
    with pytest.raises(BadInput):
        post_stratify(draw(Drawing(4, FOUR)), PAIRS, sizes)


def test_missing_answers_are_refused_or_left_out_with_their_number():
    design, holed = draw(Drawing(4, FOUR)), np.array([0.0, 4.0, np.nan, np.nan])
    kept = estimate(design, holed, Asked("mean", "drop"), None, Named("m"))
    assert (kept.value, kept.n, kept.missing) == (2, 2, 2)
    for missing, values in (("refuse", holed), ("drop", np.full(4, np.nan))):
        with pytest.raises(BadInput):
            estimate(design, values, Asked("mean", missing), None, Named("m"))


def _mean(design, answers):
    return estimate(design, answers, Asked("mean", "drop"), None, Named("m"))


@pytest.mark.parametrize("cell", ["1e308", "-1e16", "inf", "١٢", "1e99999", "12 000", "0x10"])
def test_what_no_answer_can_be_is_no_number(cell):
    columns = read_columns(f"w,y\n1,{cell}\n1,2\n".encode())
    with pytest.raises(BadInput) as refused:
        columns.numbers("y", "--measure")
    assert "row 2" in refused.value.say("en")
    assert cell not in refused.value.say("en")
