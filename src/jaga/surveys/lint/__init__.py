"""What is wrong with a questionnaire, before it is put to anybody. One rule, one file.

The list is written by hand so that it can be read. pyxform comes first: what it refuses goes no
further. What follows is what pyxform and ODK Validate accept.
"""

from jaga.surveys.forms import Form
from jaga.surveys.lint import (
    identity_asked,
    impossible_constraint,
    media_asked,
    missing_choice,
    missing_translation,
    no_consent,
    no_support,
    no_version,
    no_way_to_skip,
    pyxform_refuses,
    refused_terms,
    unbalanced_bracket,
    unknown_function,
    unquoted_word,
    unreachable,
    unreadable_expression,
)
from jaga.surveys.lint.model import Finding, Rule

_FILES = (
    pyxform_refuses,
    unbalanced_bracket,
    unreadable_expression,
    unknown_function,
    unquoted_word,
    missing_choice,
    unreachable,
    impossible_constraint,
    missing_translation,
    no_version,
    no_consent,
    no_way_to_skip,
    no_support,
    identity_asked,
    media_asked,
    refused_terms,
)

RULES: dict[str, Rule] = {file.RULE.id: file.RULE for file in _FILES}

__all__ = ["RULES", "Finding", "Rule", "findings"]


def findings(form: Form) -> tuple[Finding, ...]:
    """Everything the rules find in a form, errors first, then in the order of its rows."""
    found = [one for rule in RULES.values() for one in rule.findings(form)]
    order = {"settings": 0, "survey": 1, "choices": 2}
    return tuple(
        sorted(
            found,
            key=lambda one: (one.severity, order.get(one.sheet, 3), one.row, one.rule, one.column),
        )
    )
