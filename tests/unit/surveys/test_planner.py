"""The planner gives the worked examples beside it, and its two directions agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaga.errors import WrongUsage
from jaga.surveys.planner import EXAMPLES, Wish, for_clusters, for_margin

WISHES = st.builds(
    Wish,
    proportion=st.floats(0.02, 0.98),
    level=st.floats(0.5, 0.999),
    icc=st.floats(0, 1),
    per_cluster=st.floats(1, 60),
    population=st.none() | st.integers(2, 10**6),
    response=st.floats(0.1, 1),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=[str(n) for n in range(len(EXAMPLES))])
def test_worked_example(example):
    size = example.answer()
    assert example.deff in ("", f"{size.deff:.2f}")
    assert example.interviews in (None, size.interviews)
    assert example.asked in (None, size.asked)
    assert example.gives_margin in ("", f"{size.margin * 100:.1f}")


@given(wish=WISHES, margin=st.floats(0.005, 0.4))
def test_the_margin_is_kept_and_one_interview_less_would_break_it(wish, margin):
    size = for_margin(wish, margin)
    assert size.margin <= margin * (1 + 1e-8)
    assert wish.population is None or size.interviews <= wish.population
    if size.interviews > 1:
        fewer = size.interviews - 1
        left = 1 if wish.population is None else (wish.population - fewer) / (wish.population - 1)
        variance = wish.variance / fewer * left
        this = size.margin
        assert this == 0 or (variance**0.5 / _spread(wish, size)) * this > margin * (1 - 1e-8)


def _spread(wish, size):
    n = size.interviews
    left = 1 if wish.population is None else (wish.population - n) / (wish.population - 1)
    return (wish.variance / n * left) ** 0.5


@given(clusters=st.integers(2, 300), icc=st.floats(0, 1), each=st.integers(2, 40))
def test_backwards_and_forwards_meet(clusters, icc, each):
    wish = Wish(icc=icc, per_cluster=each)
    size = for_clusters(wish, clusters)
    if size.margin < 0.9:
        assert for_margin(wish, size.margin * (1 + 1e-6)).interviews <= size.interviews


@pytest.mark.parametrize(
    "wrong",
    [
        {"proportion": 0}, {"level": 1}, {"icc": -0.1}, {"icc": 1.1}, {"per_cluster": 0.5},
        {"population": 1}, {"response": 0}, {"response": 1.2}, {"proportion": float("nan")},
    ],
)  # fmt: skip
def test_a_wish_nobody_can_have_is_refused_in_words(wrong):
    with pytest.raises(WrongUsage):
        Wish(**wrong)
