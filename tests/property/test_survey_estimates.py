"""What must hold for any sample: scale, parts and wholes, margins, and plain textbook cases."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jaga.errors import BadInput
from jaga.surveys.design import Drawing, draw
from jaga.surveys.estimate import Asked, Named, estimate
from jaga.surveys.poststratify import post_stratify
from jaga.surveys.rao_scott import rao_scott
from jaga.surveys.variance import jackknife

MEAN, TOTAL = Asked("mean", "drop"), Asked("total", "drop")
ME = Named("answer")


@st.composite
def samples(draws):
    """A stratified cluster sample: Drawing, answers, and a group for each row."""
    seed = draws(st.integers(0, 2**32 - 1))
    strata, clusters = draws(st.integers(1, 4)), draws(st.integers(2, 5))
    random = np.random.default_rng(seed)
    sizes = random.integers(1, 6, strata * clusters)
    cluster = np.repeat(np.arange(strata * clusters), sizes)
    rows = len(cluster)
    finite = draws(st.booleans())
    drawing = Drawing(
        rows=rows,
        weights=random.uniform(1, 9, rows),
        strata=cluster // clusters,
        units=(cluster,),
        populations=(np.full(rows, 3.0 * clusters),) if finite else (),
    )
    return drawing, random.normal(50, 20, rows), random.integers(0, 3, rows)


def of(drawing, values, asked, inside=None):
    return estimate(draw(drawing), values, asked, inside, ME)


def scaled(drawing, by):
    return Drawing(
        drawing.rows, drawing.weights * by, drawing.strata, drawing.units, drawing.populations
    )


close = pytest.approx


@settings(max_examples=60, deadline=None)
@given(sample=samples(), by=st.floats(0.01, 100))
def test_weights_of_another_scale_leave_a_mean_and_scale_a_total(sample, by):
    drawing, values, _ = sample
    before, after = of(drawing, values, MEAN), of(scaled(drawing, by), values, MEAN)
    assert (after.value, after.se) == close((before.value, before.se), rel=1e-9, abs=1e-12)
    before, after = of(drawing, values, TOTAL), of(scaled(drawing, by), values, TOTAL)
    assert (after.value, after.se) == close((before.value * by, before.se * by), rel=1e-9)


@settings(max_examples=60, deadline=None)
@given(sample=samples())
def test_totals_of_the_domains_add_up_to_the_total(sample):
    drawing, values, group = sample
    parts = [of(drawing, values, TOTAL, group == one).value for one in np.unique(group)]
    assert sum(parts) == close(of(drawing, values, TOTAL).value, rel=1e-9)


@settings(max_examples=60, deadline=None)
@given(sample=samples(), sizes=st.tuples(*[st.floats(10, 1e6)] * 3))
def test_post_stratified_totals_are_the_margins_and_have_no_error(sample, sizes):
    drawing, values, group = sample
    cells = [f"class {one}" for one in group]
    known = {f"class {one}": sizes[one] for one in np.unique(group)}
    design = post_stratify(draw(drawing), cells, known)
    for one in np.unique(group):
        inside = estimate(design, (group == one).astype(float), TOTAL, None, ME)
        assert inside.value == close(known[f"class {one}"], rel=1e-9)
        assert inside.se == close(0, abs=1e-6 * inside.value)


@settings(max_examples=40, deadline=None)
@given(sample=samples())
def test_a_population_only_narrows_and_a_census_has_no_error(sample):
    drawing, values, _ = sample
    endless = Drawing(drawing.rows, drawing.weights, drawing.strata, drawing.units)
    assert of(drawing, values, MEAN).se <= of(endless, values, MEAN).se * (1 + 1e-9)
    clusters = len(np.unique(drawing.units[0])) / len(np.unique(drawing.strata))
    whole = Drawing(drawing.rows, drawing.weights, drawing.strata, drawing.units,
                    (np.full(drawing.rows, clusters),))  # fmt: skip
    assert of(whole, values, MEAN).se == 0


@settings(max_examples=40, deadline=None)
@given(sample=samples())
def test_the_order_of_rows_means_nothing(sample):
    drawing, values, _ = sample
    order = np.random.default_rng(1).permutation(drawing.rows)
    turned = Drawing(
        drawing.rows, drawing.weights[order], drawing.strata[order], (drawing.units[0][order],),
        tuple(one[order] for one in drawing.populations),
    )  # fmt: skip
    before, after = of(drawing, values, MEAN), of(turned, values[order], MEAN)
    assert (after.value, after.se, after.df) == close((before.value, before.se, before.df))


@settings(max_examples=40, deadline=None)
@given(sample=samples())
def test_the_jackknife_of_a_total_is_taylors(sample):
    drawing, values, group = sample
    one = of(drawing, values, TOTAL, group == group[0])
    other = of(drawing, values, Asked("total", "drop", error="jackknife"), group == group[0])
    assert other.value == one.value
    assert other.se == close(one.se, rel=1e-7, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(values=st.lists(st.floats(-1000, 1000), min_size=3, max_size=30))
def test_a_simple_random_sample_is_the_textbook(values):
    answers = np.array(values)
    assume(answers.std() > 1e-3)
    n, people = len(answers), len(answers) * 4.0
    drawing = Drawing(n, np.full(n, 4.0), None, (), (np.full(n, people),))
    one = of(drawing, answers, MEAN)
    assert one.value == close(answers.mean(), abs=1e-9)
    assert one.se == close(np.sqrt(answers.var(ddof=1) / n * (1 - n / people)), rel=1e-7)
    assert (one.deff, one.df) == (close(1, rel=1e-7), n - 1)
    spread = jackknife(draw(drawing), lambda weights: float(weights @ answers / weights.sum()))
    assert spread**0.5 == close(one.se, rel=1e-6)


@settings(max_examples=40, deadline=None)
@given(sample=samples(), seed=st.integers(0, 2**31))
def test_a_missing_answer_is_not_zero_and_not_there(sample, seed):
    drawing, values, _ = sample
    absent = np.random.default_rng(seed).random(drawing.rows) < 0.2
    assume((~absent).any())
    holed = np.where(absent, np.nan, values)
    one, domain = of(drawing, holed, MEAN), of(drawing, values, MEAN, ~absent)
    assert (one.value, one.se, one.n) == (domain.value, domain.se, domain.n)
    assert one.missing == absent.sum()


@settings(max_examples=40, deadline=None)
@given(sample=samples(), seed=st.integers(0, 2**31))
def test_the_test_does_not_care_which_question_comes_first(sample, seed):
    drawing, _, group = sample
    other = np.random.default_rng(seed).integers(0, 2, drawing.rows)
    assume(len(np.unique(other)) == 2)
    assume(len(np.unique(group)) > 1)
    rows = (group[:, None] == np.unique(group)).astype(float)
    columns = (other[:, None] == np.array([0, 1])).astype(float)
    try:
        there = rao_scott(draw(drawing), rows, columns)
    except BadInput:
        with pytest.raises(BadInput):
            rao_scott(draw(drawing), columns, rows)
        return
    back = rao_scott(draw(drawing), columns, rows)
    assert (there.f, there.ndf) == close((back.f, back.ndf), rel=1e-5)
    assert 0 <= there.p <= 1
