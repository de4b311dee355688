"""The reference page names every pattern and every parameter as the code has it."""

from pathlib import Path

import pytest

from jaga.world.lookalikes import LOOK_ALIKES
from jaga.world.typologies import SCHEMES

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "invented-country.md"


def written(number):
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{number:g}"


def row(parameter):
    """The table line of a parameter."""
    low, high = written(parameter.low), written(parameter.high)
    value = f"{low} to {high}" if isinstance(parameter.value, tuple) else low
    return f"| {parameter.name} | {value} | {parameter.unit} | {parameter.why} |"


@pytest.mark.parametrize("pattern", [*SCHEMES, *LOOK_ALIKES])
def test_the_page_is_current(pattern):
    name = getattr(pattern, "id", None) or pattern.name
    section = PAGE.read_text().split(f"### {name}\n")[1].split("\n### ")[0]
    assert pattern.words.en in section
    for parameter in pattern.parameters:
        assert row(parameter) in section
