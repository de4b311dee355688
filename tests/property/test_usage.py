"""No sentence about wrong usage repeats what was typed, whatever it was and wherever it stood."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from jaga.errors import WrongUsage
from jaga.words import LANGUAGES
from jaga_cli.app import app

# A number of five digits and more, alone or with letters about it: an account, a phone, an e-mail.
LETTERS = st.text("abcdefghijklmnopqrstuvwxyz@.", max_size=8)
TYPED = st.builds("{}{}{}".format, LETTERS, st.integers(10_000, 10**16), LETTERS)

# Where somebody may put it, so that the command cannot run.
PLACES = (
    ["{}"],
    ["audit", "{}"],
    ["screen", "--{}"],
    ["screen", "p.csv", "--out{}"],
    ["screen", "p.csv", "--{}=1"],
    ["screen", "{}"],
    ["screen", "{}", "--out"],
    ["screen", "--out", "{}"],
    ["background", "x", "--by{}"],
    ["background", "{}", "--verify={}"],
    ["simulate", "--accounts", "{}x"],
    ["simulate", "--prevalence", "{}x"],
    ["network", "{}", "--out", "{}"],
    ["network", "a", "b", "{}", "--out", "c"],
    ["serve", "--port", "x{}"],
    ["check", ".", "{}"],
)


@settings(max_examples=60, deadline=None)
@given(typed=TYPED, place=st.sampled_from(PLACES))
def test_nothing_typed_is_repeated(typed, place):
    ended = CliRunner().invoke(app, [word.replace("{}", typed) for word in place])
    assert isinstance(ended.exception, WrongUsage)
    assert ended.output == ""
    for language in LANGUAGES:
        said = ended.exception.say(language)
        assert typed not in said
        assert not re.search(r"\d{3}", said)
        assert "--help`" in said
