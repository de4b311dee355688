"""The year's own texts are taken whole or refused with the place that needs mending."""

import tomllib

import pytest

from jaga.errors import BadInput
from jaga.report.example import example
from jaga.report.narrative import PARTS, narrative, read_narrative

BOTH = 'id = "Kami mulai."\nen = "We began."\n'


def _read(text: str):
    return narrative(tomllib.loads(text), {"R01", "R02"})


def test_the_example_fills_every_part():
    told = example()[1]
    assert told.invented
    assert all(getattr(told, part) for part in PARTS)
    assert any(one.brief for one in told.recommendation)


def test_facts_are_named_and_years_may_stand():
    told = _read('[[background]]\nid = "Sejak 2019: {R01.number}."\nen = "Since 2019: {R01}."\n')
    assert told.background[0].text.id == "Sejak 2019: {R01.number}."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("colour = 'blue'", "colour"),
        ("[background]\nid = 'a'", "[[background]]"),
        ('[[background]]\nid = "Kami mulai."', "[[background]] 1"),
        (f'[[background]]\n{BOTH}to = "x"', "[[background]] 1"),
        (f"[[background]]\n{BOTH}[[background]]\nid = 'Ada 12 anak.'\nen = 'x'", "2, id"),
        ('[[challenge]]\nid = "{R09}"\nen = "x"', "R09"),
        ('[[challenge]]\nid = "{R01.low}"\nen = "x"', "[[challenge]] 1"),
        ('[[challenge]]\nid = "{R01"\nen = "x"', "[[challenge]] 1"),
        (f"[[programme]]\n{BOTH}", "name"),
        (f"[[recommendation]]\n{BOTH}to = {{ id = 'Bank' }}", "[[recommendation]] 1, to"),
        ("[words]\nboys = 1", "[words]"),
        ("invented = 'yes'", "invented"),
    ],
)
def test_what_is_wrong_is_named(text, place):
    with pytest.raises(BadInput) as refused:
        _read(text)
    assert place in refused.value.say("id")
    assert place in refused.value.say("en")


def test_a_file_that_is_no_toml_is_refused(tmp_path):
    file = tmp_path / "narrative.toml"
    file.write_text("[[background]\n")
    with pytest.raises(BadInput):
        read_narrative(file, ())
