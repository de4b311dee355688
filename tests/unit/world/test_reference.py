"""The generated page names every pattern, and where its parameters leave the catalogue's ranges."""

import pytest

from jaga.world.lookalikes import LOOK_ALIKES
from jaga.world.typologies import SCHEMES
from jaga_cli.world_pages import patterns

PAGE = patterns()


@pytest.mark.parametrize("pattern", [*SCHEMES, *LOOK_ALIKES])
def test_the_page_names_the_pattern_and_its_parameters(pattern):
    name = getattr(pattern, "id", None) or pattern.name
    section = PAGE.split(f"### {name}\n")[1].split("\n### ")[0]
    assert pattern.words.en in section
    for parameter in pattern.parameters:
        assert f"| {parameter.name} | " in section
        assert parameter.why in section


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.id)
def test_every_scheme_draws_beyond_what_was_published(scheme):
    ranges = [parameter for parameter in scheme.parameters if parameter.published]
    assert ranges
    assert any(p.low < p.published[0] or p.high > p.published[1] for p in ranges)


def test_a_range_without_an_end_reads_as_words():
    assert "| 12 or more |" not in PAGE
    assert "| 3 or more |" in PAGE
