"""Shares told in words: "two thirds", "nyaris semua". One row each, with what it may stand for.

Such words need no fact of their own. Where they speak of a share that is in the facts, that share
must lie within the bounds, which leave room for how people round when they speak.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jaga.evidence.consistency.relating import turned, unit_of
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.lexicon import ideas, nouns, weak
from jaga.evidence.prose.sentences import Sentence
from jaga.evidence.rounding import figure
from jaga.words import Text

# The words of a sentence hold this much of a fact's measure, or less where they name its base.
COVERED, COVERED_WITH_BASE = 0.7, 0.4
FEWEST_IDEAS = 2
OF = re.compile(r"\s*(?:dari|of)?\s*(?:para|seluruh|the|our|all|these|those)?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Ratio:
    """Words for a share, and the lowest and highest percentage they are said of."""

    pattern: re.Pattern[str]
    low: int
    high: int
    examples: tuple[str, ...]


def _row(low: int, high: int, pattern: str, *examples: str) -> Ratio:
    return Ratio(re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), low, high, examples)


# Longer words first: "hampir separuh" is no "separuh". The bounds of a plain fraction are five
# points around it: newspapers call 62 % "two thirds" and 46 % "half", hardly ever 60 % or 44 %.
RATIOS: tuple[Ratio, ...] = (
    _row(40, 50, r"(?:hampir|nyaris|kurang dari|mendekati) (?:separuh|setengah)|"
                 r"(?:just under|nearly|almost|close to|less than) (?:a )?half",
         "hampir separuh", "just under half", "almost half"),
    _row(50, 100, r"(?:lebih dari|di atas|lebih) (?:separuh|setengah)|separuh lebih|"
                  r"(?:more than|over|just over) (?:a )?half",
         "lebih dari separuh", "more than half"),
    _row(85, 100, r"(?:hampir|nyaris) (?:semua|seluruh(?:nya)?)|(?:nearly|almost|virtually) all",
         "nyaris semua", "hampir seluruh", "almost all"),
    _row(50, 100, r"mayoritas|sebagian besar|(?:the|a) (?:vast )?majority of",
         "mayoritas", "sebagian besar", "the majority of"),
    _row(61, 72, r"dua per ?tiga|two[ -]thirds", "dua pertiga", "two thirds", "two-thirds"),
    _row(70, 80, r"tiga per ?empat|three[ -]quarters", "tiga perempat", "three quarters"),
    _row(28, 38, r"se ?pertiga|satu per ?tiga|(?:one|a)[ -]third", "sepertiga", "a third"),
    _row(20, 30, r"seperempat|satu per ?empat|(?:one|a)[ -]quarter", "seperempat", "a quarter"),
    _row(15, 25, r"seperlima|satu per ?lima|(?:one|a)[ -]fifth", "seperlima", "one fifth"),
    _row(7, 13, r"sepersepuluh|(?:one|a)[ -]tenth", "sepersepuluh", "a tenth"),
    _row(45, 55, r"separuh|setengah|half", "separuh", "half"),
)  # fmt: skip


def ratios(text: str) -> list[tuple[int, int, Ratio]]:
    """(start, end, row) of every share in words, the longest of those that overlap."""
    found: list[tuple[int, int, Ratio]] = []
    for ratio in RATIOS:
        for match in ratio.pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), ratio))
    return sorted(found, key=lambda one: one[0])


def spoken_apart(sentences: Iterable[Sentence], facts: tuple[Fact, ...]) -> Iterator[Finding]:
    """A contradiction for each share in words whose sentence speaks of a fact that lies outside."""
    shares = [fact for fact in facts if unit_of(fact) == "percent" and fact.kind == "proportion"]
    for sentence in sentences:
        for start, end, ratio in ratios(sentence.text):
            fact = _spoken_of(sentence, end, shares)
            if fact and not ratio.low <= fact.number <= ratio.high:
                said = sentence.text[start:end]
                yield Finding(fact.id, "contradiction", _words(said, fact), NEXT,
                              f"{sentence.place}: {sentence.text}")  # fmt: skip


def _spoken_of(sentence: Sentence, end: int, shares: list[Fact]) -> Fact | None:
    """The share that the words of a sentence fit best; None where none fits, or two as well."""
    rated = sorted(((_fit(sentence, end, fact), fact) for fact in shares), key=lambda one: -one[0])
    if not rated or not rated[0][0] or (len(rated) > 1 and rated[0][0] == rated[1][0]):
        return None
    return rated[0][1]


def _fit(sentence: Sentence, end: int, fact: Fact) -> float:
    """How well a sentence fits a fact, 0 for not at all; more where it names the size of its base.
    Without that, whom the share is of must follow: "half of life is spent online" says of no one.
    """
    said = ideas(sentence.text)
    based = fact.n is not None and re.search(rf"(?<![\d.,]){fact.n}(?![\d]|[.,]\d)", sentence.text)
    if not based and not _of_people(sentence.text[end:]):
        return 0.0
    best = 0.0
    for words in (fact.measure, fact.measure_id):
        wanted = ideas(words) - weak()
        if len(wanted) < FEWEST_IDEAS or turned(words)[1] != turned(sentence.text[end:])[1]:
            continue
        rate = len(wanted & said) / len(wanted)
        if len(wanted & said) >= FEWEST_IDEAS and rate >= (COVERED_WITH_BASE if based else COVERED):
            best = max(best, rate + bool(based))
    return best


def _of_people(after: str) -> bool:
    told = nouns(after)
    return bool(told) and bool(OF.fullmatch(after[: told[0].start]))


def _words(said: str, fact: Fact) -> Text:
    return Text(
        "Teks menyebut “{said}”, tetapi fakta {id} ({name}) menyebut {value} %.",
        "The text says “{said}”, but fact {id} ({name}) says {value} %.",
    ).joined(
        said=Text(said, said), id=Text(fact.id, fact.id), value=figure(fact.value),
        name=Text(fact.measure_id or fact.measure, fact.measure),
    )  # fmt: skip


NEXT = Text(
    "Pakai angka dari fakta, atau kata yang sesuai dengannya.",
    "Use the figure of the fact, or words that fit it.",
)
