"""Every rule's worked examples, every planted fault, and a sound form that is left in peace."""

import pytest

from jaga.surveys import lint, publishable
from jaga.surveys.lint import planted
from jaga.surveys.lint.pyxform_refuses import refusal
from jaga.surveys.lint.refused_terms import terms

EXAMPLES = [(rule, example) for rule in lint.RULES.values() for example in rule.examples]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.id}: {example.name}" for rule, example in EXAMPLES]
)
def test_a_rule_finds_what_its_example_draws(rule, example):
    assert sorted(one.row for one in rule.findings(example.form)) == sorted(example.rows)


@pytest.mark.parametrize("rule", lint.RULES.values(), ids=lint.RULES)
def test_every_rule_has_an_example_that_fires_and_one_that_does_not(rule):
    assert any(example.rows for example in rule.examples)
    assert any(not example.rows for example in rule.examples)
    assert rule.sources


def test_a_sound_form_is_left_in_peace_and_may_be_published():
    form = planted.sound()
    assert refusal(form) is None
    assert lint.findings(form) == ()
    assert publishable.verdict(form).passes


@pytest.mark.parametrize("fault", planted.PLANTED, ids=lambda fault: fault.words.en)
def test_a_planted_fault_is_found_by_its_rule_and_keeps_the_form_back(fault):
    form = planted.form(fault)
    found = lint.findings(form)
    assert fault.rule in {one.rule for one in found}
    if any(one.severity == "error" or one.guards for one in found):
        assert not publishable.verdict(form).passes
    else:
        assert fault.rule == "missing_translation"  # a message: less said, nobody harmed


def test_what_pyxform_accepts_is_found_by_us():
    """The gap this lint is for: most planted faults pass pyxform."""
    accepted = [fault for fault in planted.PLANTED if refusal(planted.form(fault)) is None]
    assert len(accepted) > 20
    assert all(fault.rule != "pyxform_refuses" for fault in accepted)


def test_a_finding_says_where_in_both_languages_and_what_to_do():
    fault = next(one for one in planted.PLANTED if one.rule == "missing_choice")
    found = [one for one in lint.findings(planted.form(fault)) if one.rule == "missing_choice"]
    assert [(one.sheet, one.row, one.column, one.question) for one in found] == [
        ("survey", 8, "relevant", "apps")
    ]
    assert "yes" in found[0].words.id
    assert "ya" in found[0].todo.en


def test_errors_come_first_and_rows_in_order():
    form = lint.RULES["missing_translation"].examples[0].form
    found = lint.findings(form)
    assert [one.severity for one in found] == sorted(one.severity for one in found)


def test_a_warning_that_guards_keeps_a_form_back():
    fault = next(one for one in planted.PLANTED if one.rule == "no_version")
    blocking = publishable.verdict(planted.form(fault)).blocking
    assert [(one.rule, one.severity) for one in blocking] == [("no_version", "warning")]


def test_refused_terms_are_those_of_the_repository():
    """Each pattern is one that the repository's own wall would also stop at, or near it."""
    assert len(terms()) >= 6
    assert all(not pattern.search("eksploitasi seksual anak") for pattern, _ in terms())
