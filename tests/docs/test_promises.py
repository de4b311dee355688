"""Every promise to a child and every security property names a test, and that test exists."""

import re

import pytest
from tests.codebase.tree import ROOT
from tests.docs.named_tests import missing

from jaga.casework.promises import PROMISES

PROPERTIES = (ROOT / "docs" / "reference" / "security-properties.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w./]+(?:::\w+)?)`", PROPERTIES)))


@pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.test.split("::")[-1])
def test_a_promise_names_a_test_that_is_there(promise):
    assert not missing(promise.test), promise.test


def test_every_security_property_names_tests_that_are_there():
    assert len(NAMED) > 50
    assert [named for named in NAMED if missing(named)] == []


def test_promises_are_said_once_and_in_short_sentences():
    for language in ("id", "en"):
        said = [promise.words.say(language) for promise in PROMISES]
        assert len(set(said)) == len(said)
        assert max(len(part.split()) for words in said for part in words.split(".")) <= 16


def test_a_test_that_is_gone_is_noticed():
    assert missing("tests/docs/test_promises.py::test_that_nobody_wrote")
    assert missing("tests/nowhere.py")
    assert not missing("tests/docs/test_promises.py::test_a_test_that_is_gone_is_noticed")
