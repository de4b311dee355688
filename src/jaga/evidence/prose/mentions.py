"""Figures of a text: each number that counts something, with what it counts and of whom."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from jaga.evidence.lexicon import Found, Noun, base_group, ideas, nouns
from jaga.evidence.numbers import Number, numbers
from jaga.evidence.prose.documents import CELLS
from jaga.evidence.prose.passed import passed
from jaga.evidence.prose.ratios import ratios
from jaga.evidence.prose.sentences import Sentence

# The noun a number counts follows within this many words ("30 trained officers").
GAP = 2
# What a figure says lies within so many words of it.
NEAR_WORDS = 12
# After a percentage only small words may stand before whom it is of.
SMALL = (
    "dari",
    "of",
    "the",
    "para",
    "are",
    "is",
    "seluruh",
    "all",
    "adalah",
    "jumlah",
    "these",
    "our",
    "those",
    "ini",
    "semua",
)
ASKED = re.compile(
    r"\b(?:dari|pada|of|among|antara)(?: the| total| sejumlah)?\s+([\d.,]+)\s", re.IGNORECASE
)
# Between a share and its base: "41 % of 63", "41 % (dari total 63 anak)", "41 %, dihitung dari 63".
OF_BASE = re.compile(
    r"[\s,(]*(?:(?:yang )?dihitung |counted |basis:? |base:? )?(?:dari|di antara|out of|of|among)?"
    r"(?: the| para| sebanyak| sejumlah| total| seluruh| all)*\s*",
    re.IGNORECASE,
)
# A label and its number, with nothing behind: "Trained teachers: 41".
LABELLED = re.compile(r"([^.;:()]{4,90}):\s*$")
NOTHING_AFTER = re.compile(r"\s*(?:[.;)(\[]|$)")
STOP = re.compile(r"[.;:()\[\]|¦–]|\d")
# After a number these begin another thought: "17 in person", "16 lewat telepon".
TURNS = (
    "in",
    "by",
    "at",
    "on",
    "via",
    "through",
    "to",
    "di",
    "ke",
    "lewat",
    "melalui",
    "dari",
    "oleh",
)
N_IS = re.compile(r"\bn\s*[=:]\s*$", re.IGNORECASE)
# Classes of unit that say how long, not how many.
DURATIONS = ("seconds", "minutes", "hours", "days", "weeks", "months", "years")


@dataclass(frozen=True)
class Mention:
    """A figure in a sentence.

    `noun` is what it counts or, for a share, whom it is of; None where the words do not say.
    `n` is the base a share is told with in the same breath. `window` are the ideas between the
    figures on either side, `about` those of the sentence and its heading.
    """

    sentence: Sentence
    number: Number
    noun: Noun | None
    n: int | None
    window: frozenset[str]
    about: frozenset[str]

    @property
    def unit(self) -> str:
        """The class of unit: percent, points, a currency, or the class of its noun ("" unknown)."""
        if self.number.share:
            return self.number.share
        return self.number.currency or (self.noun.counts if self.noun else "")

    @property
    def value(self) -> Fraction:
        """The number, by its first reading."""
        return Fraction(self.number.value)

    @property
    def is_base(self) -> bool:
        """True for the 512 of "(n = 512)"."""
        return bool(N_IS.search(self.sentence.text[: self.number.start]))

    @property
    def where(self) -> str:
        """Where the figure stands: section, paragraph and the sentence, shortened around it."""
        return f"{self.sentence.place}: {excerpt(self.sentence.text, self.number.start)}"


# How much of a sentence is quoted on each side of a figure.
AROUND = 220


def excerpt(text: str, at: int) -> str:
    """The sentence, or the stretch of a long one around `at`."""
    start, end = max(0, at - AROUND), at + AROUND
    left = "…" if start else ""
    right = "…" if end < len(text) else ""
    return left + text[start:end].strip() + right


def mentions(sentences: Iterable[Sentence]) -> tuple[Mention, ...]:
    """Every figure of a document in order; what `passed` knows is left out."""
    return tuple(mention for sentence in sentences for mention in _of(sentence))


def _of(sentence: Sentence) -> Iterator[Mention]:
    found = numbers(sentence.text, sentence.language)
    spans = [(start, end) for start, end, _ in passed(sentence.text)]
    spans += [(start, end) for start, end, _ in ratios(sentence.text)]
    about = ideas(f"{sentence.section} . {sentence.lead} . {sentence.text}")
    told = nouns(sentence.text)
    for at, number in enumerate(found):
        if any(start <= number.start and number.end <= end for start, end in spans):
            continue
        after = found[at + 1] if at + 1 < len(found) else None
        noun = _noun(sentence.text, number, told) or _labelled(sentence, number)
        base, n = None, None
        if number.share:
            base, n = _of_whom(sentence.text, number, after, told)
            noun = base or noun
        if number.in_words and (_in_a_name(sentence.text, number) or not (noun or number.share)):
            continue
        before = found[at - 1].end if at else 0
        until = after.start if after else len(sentence.text)
        left = sentence.text[before : number.start].split()[-NEAR_WORDS:]
        right = sentence.text[number.end : until].split()[:NEAR_WORDS]
        window = ideas(" ".join((*left, ".", *right)))
        yield Mention(sentence, number, noun, n, window, about)


def _in_a_name(text: str, number: Number) -> bool:
    """True for a word with a capital that begins no sentence: a square called Lima."""
    before = text[: number.start].rstrip(' -–•"“(')
    return text[number.start].isupper() and bool(before) and before[-1] not in ".!?:"


def _labelled(sentence: Sentence, number: Number) -> Noun | None:
    """What a number counts by the label before it or by the head of its column in a table."""
    if number.share:
        return None
    before = sentence.text[: number.start]
    column = before.count(CELLS)
    if column < len(sentence.heads):
        return base_group(sentence.heads[column])
    label = LABELLED.search(before)
    if label and NOTHING_AFTER.match(sentence.text, number.end):
        return _head(label.group(1))
    return None


def _head(label: str) -> Noun | None:
    """The noun a label begins with: "Hotels that signed the pact for children" are no children."""
    told = nouns(label.strip())
    near = bool(told) and len(label.strip()[: told[0].start].split()) < GAP
    return told[0].noun if near else None


def _noun(text: str, number: Number, told: tuple[Found, ...]) -> Noun | None:
    """The noun a number counts: the first one after it, with at most GAP words between."""
    for found in told:
        if found.start < number.end:
            continue
        between = text[number.end : found.start]
        words = [word.lower() for word in re.findall(r"[\w'-]+", between)]
        if (
            STOP.search(between)
            or "," in between
            or (words and words[0] in TURNS and not number.share)
        ):
            return None
        if number.share:
            # English puts what kind before the noun: "of financial service companies".
            kind = words[1:] if words[:1] == ["of"] and len(words) <= GAP + 1 else words
            near = all(word in SMALL for word in words) or kind is not words
            return found.noun if near else None
        return found.noun if len(words) <= GAP else None
    return None


def _of_whom(
    text: str, number: Number, after: Number | None, told: tuple[Found, ...]
) -> tuple[Noun | None, int | None]:
    """The base in "45 % of 300 children" or "of 300 children, 45 %"."""
    if after and not after.share:
        between = text[number.end : after.start]
        if between.strip(" ,(") and OF_BASE.fullmatch(between):
            return _noun(text, after, told), _whole(after)
        if N_IS.search(text[: after.start]) and not re.search(r"[.;]", between):
            return _noun(text, number, told), _whole(after)
    for match in ASKED.finditer(text[: number.start]):
        digits = re.sub(r"[.,]", "", match.group(1))
        between = text[match.end() : number.start]
        if digits.isdigit() and not re.search(r"\d", between):
            noun = next((f.noun for f in told if f.start >= match.end() - 1), None)
            following = _noun(text, number, told)
            return following or noun, int(digits)
    return None, None


def _whole(number: Number) -> int | None:
    return int(number.value) if number.value.isdigit() else None
