"""Each check of facts gives what its own examples say; on the report of 2023, what is known."""

import pytest
from tests.unit.evidence.outside import FACTS_2023, needs_2023

from jaga.evidence.consistency import CHECKS, check
from jaga.evidence.facts import read_facts


@pytest.mark.parametrize(
    ("one", "example"),
    [
        pytest.param(one, example, id=f"{one.id}-{number}")
        for one in CHECKS
        for number, example in enumerate(one.examples)
    ],
)
def test_each_example_gives_its_findings(one, example):
    found = tuple((finding.fact_id, finding.kind) for finding in one.run(example.facts))
    assert found == example.findings


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.id)
def test_a_check_has_an_example_that_finds_and_one_that_does_not_have_to(one):
    """sum_ok confirms; only the other kinds find fault."""
    faults = [[kind for _, kind in each.findings if kind != "sum_ok"] for each in one.examples]
    assert any(faults)
    assert not all(faults)


@needs_2023
def test_the_report_of_2023_has_these_faults_and_no_other():
    found = {(finding.fact_id, finding.kind) for finding in check(read_facts(FACTS_2023))}
    assert {one for one in found if one[1] != "sum_ok"} == {
        ("F011", "impossible"),
        ("F015", "doubtful"),
        ("F013", "disclosive"),
        ("F051", "disclosive"),
        ("F031", "contradiction"),  # 5 and 5.4 hours
        ("F044", "contradiction"),  # 5 districts and 5 provinces
        ("F057", "contradiction"),  # respondents and companies
        ("F006", "no_base"),
        ("F007", "no_base"),
        ("F008", "no_base"),  # 3 of 10
        ("F057", "no_base"),
    }
    # 507 + 512, 6 + 17, 11 schools
    assert {("F026", "sum_ok"), ("F041", "sum_ok"), ("F052", "sum_ok")} <= found


@needs_2023
def test_findings_do_not_depend_on_ids():
    """The same list under other ids gives the same findings: nothing knows a fact by its id."""
    from dataclasses import replace

    facts = read_facts(FACTS_2023)
    renamed = tuple(replace(fact, id=f"X{n}") for n, fact in enumerate(facts))
    names = {fact.id: other.id for fact, other in zip(facts, renamed, strict=True)}
    found = [(names[one.fact_id], one.kind) for one in check(facts)]
    assert [(one.fact_id, one.kind) for one in check(renamed)] == found
