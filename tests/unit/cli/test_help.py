"""Every `--help`, in each of the two languages and in no other."""

import re

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from jaga.words import LANGUAGES
from jaga_cli.app import app
from jaga_cli.helping import spoken, words

# Words that no sentence of the other language has.
MARKERS = {
    "id": "dan|atau|yang|untuk|dari|bila|dengan|berkas|Pemakaian|Opsi|Argumen|Perintah|wajib|bawaan"
    "|ANGKA|TEKS|LOKASI|PERINTAH|PEMBAYARAN",
    "en": "and|or|the|of|to|with|for|what|who|is|are|files?|Usage|Options|Arguments|Commands|show"
    "|required|default|missing|NUMBER|TEXT|PATH|COMMAND|PAYMENTS",
}
# Help that is the same in both languages on purpose, as "command --option".
ALIKE: set[str] = set()


def every_command():
    """Each command as (its words, itself), the groups too."""
    waiting = [((), get_command(app))]
    while waiting:
        path, command = waiting.pop()
        yield path, command
        inside = getattr(command, "commands", {})
        waiting += [((*path, name), one) for name, one in inside.items()]


COMMANDS = dict(every_command())
PARAMETERS = {
    (*path, parameter.name): parameter
    for path, command in COMMANDS.items()
    for parameter in command.params
}


def helped(path, language):
    ended = CliRunner().invoke(
        app, [*path, "--help"], prog_name="jaga", env={"JAGA_LANGUAGE": language, "COLUMNS": "80"}
    )
    assert ended.exit_code == 0, ended.output
    return ended.stdout


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_speaks_one_language(path, language):
    said = helped(path, language)
    other = "en" if language == "id" else "id"
    sentences = re.sub(r"`[^`]*`|--[a-z-]+", "", said)
    assert re.findall(rf"\b(?:{MARKERS[other]})\b", sentences) == []
    assert re.search(rf"\b(?:{MARKERS[language]})\b", sentences)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_names_every_option_and_says_what_it_is(path, language):
    said = " ".join(helped(path, language).split())
    assert f"jaga {' '.join(path)}".strip() in said
    assert spoken(COMMANDS[path].help).say(language) in said
    for parameter in COMMANDS[path].params:
        if parameter.param_type_name == "option":
            assert all(name in said for name in parameter.opts)
        assert spoken(parameter.help).say(language) in said


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_a_command_is_told_in_both_languages(path):
    told = spoken(COMMANDS[path].help)
    assert told.id != told.en


@pytest.mark.parametrize("path", PARAMETERS, ids=" ".join)
def test_an_option_is_told_in_both_languages(path):
    told = spoken(PARAMETERS[path].help)
    assert (told.id == told.en) == (" ".join(path) in ALIKE)


def test_help_says_what_is_required_and_what_holds_otherwise():
    said = helped(("simulate",), "id")
    assert "jumlah rekening [wajib]" in said
    assert "[bawaan csv.gz]" in said
    assert "TTTT-BB-HH" in said
    assert "number of accounts [required]" in helped(("simulate",), "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [(), ("audit",)], ids=" ".join)
def test_a_group_without_a_command_shows_its_help_and_is_no_success(path, language):
    ended = CliRunner().invoke(app, path, prog_name="jaga", env={"JAGA_LANGUAGE": language})
    assert ended.exit_code == 2
    assert ended.stdout.strip() == helped(path, language).strip()


def test_words_without_one_language_are_refused():
    with pytest.raises(ValueError, match="both"):
        words("folder hasil", " ")
