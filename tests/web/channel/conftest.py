"""A door that is open, and somebody in front of it."""

import pytest
from tests.web.channel.visitor import Visitor

from jaga_web.channel.models import Report


@pytest.fixture
def visitor(organisation) -> Visitor:
    return Visitor()


@pytest.fixture
def code(visitor) -> str:
    """The words of a report whose reporter confirmed them; `visitor` has its page open."""
    words = visitor.to_receipt()
    visitor.confirm()
    return " ".join(words)


@pytest.fixture
def report(code) -> Report:
    return Report.objects.get()
