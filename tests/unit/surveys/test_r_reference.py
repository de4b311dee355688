"""The survey core gives every figure that R's `survey` printed, to the last digit printed."""

import pytest
from tests.unit.surveys import r_reference as r

from jaga.surveys.variance import jackknife
from jaga_cli.documents import FOLDER

pytestmark = pytest.mark.oracles


@pytest.fixture(scope="module")
def figures():
    return r.figures(r.REFERENCE.read_text(encoding="utf-8"))


def test_every_figure_to_nine_digits_and_to_the_last(figures):
    assert len(figures) == 95
    assert [one for one in figures if not one.agrees(9)] == []
    assert [one for one in figures if not one.agrees()] == []


def test_a_line_that_nobody_reads_is_an_error():
    text = r.REFERENCE.read_text(encoding="utf-8")
    for spoilt in (text + "mean 1 2 3\n", text.replace("enroll", "enrol"), text[:1200],
                   text.replace("strat prop beta", "strat prop wilson")):  # fmt: skip
        with pytest.raises(AssertionError):
            r.figures(spoilt)


def test_a_wrong_figure_is_seen():
    assert not r.Figure("", "0.774539654352", 0.774539655352).agrees(9)
    assert r.Figure("", "2.40115", 2.401149).agrees()
    assert not r.Figure("", "2.40115", 2.40116).agrees()


# Run in R as well, and not in the file: about the estimate (mse=TRUE), and with post-strata.
@pytest.mark.parametrize(
    ("name", "about_estimate", "printed"),
    [("clus1", False, "26.32936"), ("post", True, "26.936")],
)
def test_jackknife_with_a_finite_population(name, about_estimate, printed):
    values = r.numbers("apiclus1", "api00")
    spread = jackknife(
        r.design(name), lambda w: float(w @ values / w.sum()), about_estimate=about_estimate
    )
    assert r.Figure(name, printed, spread**0.5).agrees()


def test_an_estimate_takes_its_error_from_the_jackknife_when_asked():
    values = r.numbers("apiclus1", "api00")
    asked = r.Asked("mean", "drop", error="jackknife")
    one = r.estimate(r.design("clus1"), values, asked, None, r.Named("api00"))
    assert r.Figure("", "26.32936", one.se).agrees()


def test_jackknife_without_a_finite_population():
    values = r.numbers("apiclus1", "api00")
    drawing = r.Drawing(183, r.numbers("apiclus1", "pw"), None, (r.sample("apiclus1")["dnum"],))
    infinite = r.draw(drawing)
    post = r.post_stratify(infinite, r.sample("apiclus1")["stype"], r.SCHOOLS)
    for design, printed in ((infinite, "26.59416"), (post, "27.20542")):
        spread = jackknife(design, lambda w: float(w @ values / w.sum()))
        assert r.Figure("", printed, spread**0.5).agrees()


def test_the_page_holds_these_figures():
    assert (FOLDER / "survey-figures.md").read_text(encoding="utf-8") == r.page()
