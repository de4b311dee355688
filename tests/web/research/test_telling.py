"""No table of estimates, and no two of them, tell what one to four people answered."""

import pytest
from tests.web.research import targets

from jaga.errors import BadInput
from jaga.surveys import forms
from jaga_web.research import estimating
from jaga_web.research.estimating import Chosen
from jaga_web.research.responses import Responses

FORM = forms.read(targets.FORM)


def rows(**columns):
    """Invented answers: by question, text → how many rows in a run."""
    wide = {name: [t for text, n in runs for t in [text] * n] for name, runs in columns.items()}
    standings = {
        name: tuple("answered" if text else "empty" for text in column)
        for name, column in wide.items()
    }
    return Responses(FORM, len(next(iter(wide.values()))), wide, standings)


def told(table, group):
    return [
        line for line in table["lines"] if line["group"]["id"] == group and not line["withheld"]
    ]


@pytest.mark.parametrize("measure", ["tahu", "umur"])
@pytest.mark.parametrize("few", [1, 4])
def test_everybody_less_the_groups_gives_nobody_away(measure, few):
    # Few did not tell their sex: all, less women, less men, would be their answers.
    answers = (
        [("ya", 20), ("tidak", 20), ("ya", 20), ("tidak", 20), ("ya", few)]
        if measure == "tahu"
        else [("16", 40), ("17", 40), ("24", few)]
    )
    found = rows(**{measure: answers}, jk=[("p", 40), ("l", 40), ("", few)])
    table = estimating.results(found, Chosen(measure, domain="jk"))
    assert told(table, "Semua")
    assert not (told(table, "Perempuan") and told(table, "Laki-laki"))


def test_an_n_that_gives_a_small_group_away_is_not_told():
    # Of 80 women 30 live in town; the base of women, told beside any other of their answers,
    # would leave three men, all of whom live in town.
    found = rows(
        wilayah=[("kota", 30), ("pinggir", 20), ("desa", 30), ("kota", 3)],
        jk=[("p", 80), ("l", 3)],
    )
    table = estimating.results(found, Chosen("wilayah", domain="jk"))
    assert told(table, "Semua")
    assert not told(table, "Perempuan")
    assert not told(table, "Laki-laki")


@pytest.mark.parametrize(
    "weights",
    [[("0", 37), ("1", 3), ("0", 40)], [("1", 39), ("1000000", 1), ("1", 40)]],
    ids=["all_but_three_count_nothing", "one_outweighs_all"],
)
def test_weights_single_nobody_out(weights):
    found = rows(tahu=[("ya", 40), ("tidak", 40)], bobot=weights)
    table = estimating.results(found, Chosen("tahu", weight="bobot"))
    assert not told(table, "Semua")


def test_a_post_stratum_of_few_is_refused():
    found = rows(tahu=[("ya", 40), ("tidak", 43)], jk=[("p", 80), ("l", 3)])
    with pytest.raises(BadInput, match="few people"):
        estimating.results(found, Chosen("tahu", post="jk", shares="p=1\nl=1000000"))


@pytest.mark.parametrize("few", [0, 1, 4, 5])
def test_two_tables_of_the_same_rows_do_not_differ_by_few(few):
    found = rows(tahu=[("ya", 40), ("tidak", 40), ("ya", few)], bobot=[("1", 80), ("", few)])
    first = Chosen("tahu")
    earlier = [(first, estimating.results(found, first))]
    second = Chosen("tahu", weight="bobot")
    if few in (0, 5):
        assert told(estimating.results(found, second, earlier), "Semua")
    else:
        with pytest.raises(BadInput, match="only a few people"):
            estimating.results(found, second, earlier)
