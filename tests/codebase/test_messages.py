"""Every word of the web has its English, and the compiled catalogue is current."""

import importlib.util

import pytest
from tests.codebase.tree import ROOT


@pytest.fixture(scope="module")
def messages():
    spec = importlib.util.spec_from_file_location("messages", ROOT / "scripts" / "messages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_words_and_catalogue_agree(messages):
    assert messages.problems() == []


def test_words_of_code_and_templates_are_found(messages):
    found = {(name, message) for name, message, _context in messages.words()}
    assert ("people/roles.py", "Penyelia") in found
    assert ("templates/base.html", "Langsung ke isi") in found
    assert len(found) > 150


def test_a_word_without_english_is_found(messages):
    catalogue = messages.catalogue()
    catalogue.add("Kata baru tanpa padanan")
    assert messages.lacking(catalogue) == ["Kata baru tanpa padanan"]


def test_english_keeps_the_blanks_to_fill(messages):
    import re

    blanks = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]*\}")
    every = (message for home in messages.homes() for message in messages.catalogue(home))
    for message in every:
        if message.id:
            source = message.id if isinstance(message.id, str) else message.id[-1]
            english = message.string if isinstance(message.string, str) else message.string[-1]
            assert set(blanks.findall(source)) == set(blanks.findall(english)), source
