"""Estimates of a survey become facts with their interval; thin ones are withheld."""

import json

import pytest

from jaga.errors import BadInput
from jaga.evidence.queries import estimates

SHARE = {
    "measure": "told", "category": "yes", "domain": "", "kind": "proportion", "value": 0.49149,
    "se": 0.02, "df": 38, "deff": 1.234, "low": 0.448, "high": 0.5345, "n": 512, "missing": 3,
    "interval": "logit", "confidence": 0.95,
}  # fmt: skip


def file(*rows, **about) -> str:
    return json.dumps({"estimates": rows, "notes": [], "about": about})


def test_a_share_is_told_in_per_cent_half_up_with_its_interval():
    words = {"told=yes": {"id": "anak yang bercerita", "en": "children who told somebody"}}
    survey = estimates.read(file(SHARE, programme="Survei Contoh", base="children", words=words))
    (fact,) = estimates.facts(survey, 2026).facts
    assert (fact.value, fact.unit, fact.n, fact.kind) == ("49.1", "percent", 512, "proportion")
    assert (fact.low, fact.high, fact.level, fact.deff) == ("44.8", "53.5", "95", "1.23")
    assert (fact.measure_id, fact.base) == ("anak yang bercerita", "children")
    assert fact.id == "survey-estimates.told.yes.2026"


def test_fewer_than_25_answers_are_withheld_with_the_reason():
    answer = estimates.facts(estimates.read(file(SHARE, {**SHARE, "domain": "x", "n": 24})), 2026)
    assert len(answer.facts) == 1
    assert "25" in answer.held[0].why.en


def test_an_estimate_without_interval_stays_without_one():
    bare = {**SHARE, "low": None, "high": None, "deff": None, "kind": "mean", "value": 5.25}
    (fact,) = estimates.facts(estimates.read(file(bare, unit="hours")), 2026).facts
    assert (fact.value, fact.unit, fact.low, fact.level, fact.deff) == ("5.3", "hours", "", "", "")


@pytest.mark.parametrize("text", ["", "[]", "{}", file({**SHARE, "kind": "median"})])
def test_what_is_no_file_of_estimates_is_refused(text):
    with pytest.raises(BadInput, match="jaga survey estimate"):
        estimates.read(text)


def test_the_hash_tells_no_withheld_estimate():
    hashes = set()
    for value in (0.1, 0.2):
        thin = {**SHARE, "n": 10, "value": value}
        (fact,) = estimates.facts(estimates.read(file(SHARE, thin)), 2026).facts
        hashes.add(fact.query_hash)
    assert len(hashes) == 1
