"""How hard the site's words are to read, in Indonesian and in English.

Measured are sentences: how long they are, and for English the Flesch-Kincaid grade (Kincaid and
others 1975). Indonesian builds long words from short stems, so syllable formulas made for English
say nothing of it; sentence length does in both. Limits: GOV.UK keeps sentences to 25 words
("Content design: writing for GOV.UK"); what a child reads is held to less, by our own choice.
"""

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from tests.codebase.tree import ROOT


@dataclass(frozen=True)
class Limit:
    """Most words in a sentence and in the mean of all; most English school grade of the whole."""

    longest: int
    mean: float
    grade: float


# What a child or a friend reads; then what staff read, who are helped by plain words as well.
CHILD = Limit(longest=20, mean=9, grade=6)
STAFF = Limit(longest=25, mean=10, grade=8)
CHILD_ROOMS = ("channel/",)

BLANKS = re.compile(r"%\(\w+\)[sd]|\{\w*\}|<[^>]+>|&\w+;")
WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
VOWELS = re.compile(r"[aeiouy]+")


@cache
def messages() -> ModuleType:
    """scripts/messages.py, which knows every word of the site."""
    spec = importlib.util.spec_from_file_location("messages", ROOT / "scripts" / "messages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def texts() -> tuple[tuple[str, str, str], ...]:
    """File, Indonesian and English of every message; plurals give their last form."""
    tool = messages()
    catalogues = {home: tool.catalogue(home) for home in tool.homes()}
    found = []
    for name, message, context in tool.words():
        source = message if isinstance(message, str) else message[-1]
        known = catalogues[tool.home_of(name)].get(
            message if isinstance(message, str) else message[0], context
        )
        string = known.string if known else ""
        found.append((name, source, string if isinstance(string, str) else string[-1]))
    return tuple(found)


def limit_of(name: str) -> Limit:
    """The limit for words that stand in file `name` of the site."""
    return CHILD if name.startswith(CHILD_ROOMS) and "/demo" not in name else STAFF


def sentences(text: str) -> Iterator[list[str]]:
    """The words of each sentence; a list item, a colon and a line end a sentence too."""
    for part in re.split(r"[.!?;:…]+(?=\s|$)|\n|·|•", BLANKS.sub(" ", text)):
        words = WORD.findall(part)
        if words:
            yield words


def too_long(entries: list[tuple[str, str, str]]) -> list[str]:
    """Each sentence over its limit: where, how long, how it begins."""
    return [
        f"{name}: {len(words)} words: {' '.join(words[:8])} …"
        for name, *languages in entries
        for text in languages
        for words in sentences(text)
        if len(words) > limit_of(name).longest
    ]


def mean(texts_of_one_language: list[str]) -> float:
    """Words in a sentence, on average, over sentences of more than three words."""
    lengths = [len(s) for text in texts_of_one_language for s in sentences(text) if len(s) > 3]
    return sum(lengths) / len(lengths) if lengths else 0.0


def grade(english: list[str]) -> float:
    """Flesch-Kincaid grade level of all texts together, labels of up to three words left out."""
    spoken = [s for text in english for s in sentences(text) if len(s) > 3]
    words = [word for sentence in spoken for word in sentence]
    if not words:
        return 0.0
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(spoken) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    """Groups of vowels, without a silent e at the end: close enough for a mean."""
    lower = word.lower()
    count = len(VOWELS.findall(lower))
    return max(1, count - (lower.endswith("e") and not lower.endswith("le") and count > 1))
