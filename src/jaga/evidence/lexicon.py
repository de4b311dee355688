"""The field's words in both languages: what a number counts, and what a sentence is about.

The words are data (`lexicon.toml`). A sentence or a fact becomes a set of ideas; two that share
ideas speak of the same thing, whatever their languages.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

WORD = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*(?:['’][^\W\d_]+)?")
LONGEST_PHRASE = 4
# "child-friendly" is a quality, and no child.
COMPOUND = (
    "friendly",
    "based",
    "led",
    "related",
    "centred",
    "centered",
    "focused",
    "level",
    "wide",
)
CURRENCIES = ("IDR", "USD", "EUR")


@dataclass(frozen=True)
class Noun:
    """Something a number counts: its unit class, and whom exactly ("" says only somebody)."""

    id: str
    counts: str
    group: str


@dataclass(frozen=True)
class Found:
    """A noun met in a text, from `start` to `end` (characters)."""

    noun: Noun
    start: int
    end: int


@dataclass(frozen=True)
class _Words:
    nouns: dict[str, Noun]
    ideas: dict[str, str]
    empty: frozenset[str]
    halves: tuple[frozenset[str], ...]
    alike: frozenset[frozenset[str]]
    places: tuple[str, ...]
    weak: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    data: dict[str, Any] = tomllib.loads(
        Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8")
    )
    nouns: dict[str, Noun] = {}
    ideas: dict[str, str] = {}
    for row in data["noun"]:
        noun = Noun(row["id"], row["counts"], row["group"])
        for word in (*row["indonesian"], *row["english"]):
            nouns.setdefault(word, noun)
            ideas.setdefault(word, noun.id)
    for row in data["word"]:
        for word in (*row["indonesian"], *row["english"]):
            ideas.setdefault(word, row["id"])
    return _Words(
        nouns=nouns,
        ideas=ideas,
        empty=frozenset(data["empty"]["indonesian"] + data["empty"]["english"]),
        halves=tuple(frozenset(row["nouns"]) for row in data["halves"]),
        alike=frozenset(frozenset(row["classes"]) for row in data["alike"]),
        places=tuple(data["places"]["kinds"]),
        weak=frozenset(data["weak"]["ideas"]),
    )


def halves() -> tuple[frozenset[str], ...]:
    """Pairs of nouns that together make a whole (men and women)."""
    return _words().halves


def places() -> tuple[str, ...]:
    """Classes of unit that are kinds of place, small to large."""
    return _words().places


def weak() -> frozenset[str]:
    """Ideas that any programme has (training, reaching): sharing them alone ties nothing."""
    return _words().weak


def nouns(text: str) -> tuple[Found, ...]:
    """The nouns of a text in order; phrases count once ("orang tua" is no "orang")."""
    known = _words().nouns
    return tuple(
        Found(known[phrase], start, end)
        for phrase, start, end in _phrases(text, frozenset(known))
        if phrase in known
    )


@lru_cache(maxsize=4096)
def ideas(text: str) -> frozenset[str]:
    """What a text is about: ids of known words, unknown words of 3 letters or more as such.

    Words in capitals are names: the programme AMAN is not the word "aman", and SD is a school.
    """
    known = _words()
    found = set()
    for phrase, start, end in _phrases(text, frozenset(known.ideas)):
        named = text[start:end].isupper()
        idea = phrase if named else known.ideas.get(phrase) or _bare(phrase)
        if phrase not in known.empty and len(idea) > (1 if named else 2):
            found.add(idea)
    return frozenset(found)


@lru_cache(maxsize=512)
def unit_class(unit: str) -> str:
    """The class of a unit in words ("districts and cities" → districts); else the words."""
    lower = unit.strip().lower()
    if lower in ("percent", "persen", "%"):
        return "percent"
    if unit.strip() in CURRENCIES:
        return unit.strip()
    found = nouns(lower)
    return found[0].noun.counts if found else lower


def alike(one: str, other: str) -> bool:
    """True for two unit classes that may stand for one another; "" stands for any."""
    return not one or not other or one == other or frozenset((one, other)) in _words().alike


@lru_cache(maxsize=512)
def is_class(unit: str) -> bool:
    """True for a class of unit that some noun counts in; other units are words as given."""
    known = {noun.counts for noun in _words().nouns.values()}
    return unit in known or unit in ("percent", *CURRENCIES)


def base_group(words: str) -> Noun | None:
    """Whom or what a base is about: its first noun, or a later one that says it more exactly."""
    found = [one.noun for one in nouns(words)]
    exact = [one for one in found if one.group and one.counts == found[0].counts]
    return (exact or found or [None])[0]  # type: ignore[list-item]


def differ(one: Noun | None, other: Noun | None) -> bool:
    """True for two bases that cannot be the same: another class, or two exact groups."""
    if one is None or other is None:
        return False
    if one.counts != other.counts:
        return True
    return bool(one.group and other.group and one.group != other.group)


def _bare(word: str) -> str:
    """A word without the Indonesian endings that point back at something, or an English plural."""
    for ending in ("nya", "lah", "kah"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word[:-1] if word.endswith("s") and len(word) > 4 and word[-2] != "s" else word


def _phrases(text: str, known: frozenset[str]) -> list[tuple[str, int, int]]:
    """The words of a text in lower case with their places; known phrases in one piece."""
    words = [(one.group().lower(), one.start(), one.end()) for one in WORD.finditer(text)]
    found, at = [], 0
    while at < len(words):
        for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
            piece = words[at : at + length]
            phrase = _joined(piece)
            between = text[piece[0][1] : piece[-1][2]]
            if length == 1 or (phrase in known and not re.search(r"[.,;:()\d]", between)):
                found.append((_doubled(phrase, known), piece[0][1], piece[-1][2]))
                at += length
                break
    return found


def _joined(piece: list[tuple[str, int, int]]) -> str:
    return " ".join(word for word, _, _ in piece)


def _doubled(phrase: str, known: frozenset[str]) -> str:
    """An Indonesian plural by doubling ("desa-desa") or a slash pair as its first word."""
    if phrase in known:
        return phrase
    first, mark, second = phrase.replace("/", "-").partition("-")
    compound = second in COMPOUND
    if mark and not compound and (first == second.split("-")[0] or first in known):
        return first
    bare = _bare(phrase)
    return bare if bare in known else phrase
