"""Totals with enumerated parts: "358 reports: 117 by phone, 234 by letter and 16 in person"."""

import re
from collections.abc import Iterator

from jaga.evidence.facts import Finding
from jaga.evidence.lexicon import places
from jaga.evidence.numbers import numbers
from jaga.evidence.prose.adding import plain, verdict
from jaga.evidence.prose.tying import Tied

# What stands between a total and its parts.
PARTS = re.compile(
    r"\b(terdiri (?:dari|atas)|dengan rincian|meliputi|yakni|yaitu|consisting of|made up of|"
    r"comprising|namely|composed of)\b|:|\(",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(antara lain|diantaranya|di antaranya|seperti|misalnya|such as|including|among others|dll|"
    r"dan lain|etc|and others)\b",
    re.IGNORECASE,
)
# What tells that a number at the end is the total of those before it.
TOTAL = re.compile(
    r"\b(?:seluruhnya|total|jumlah(?:nya)?|semuanya|keseluruhan|altogether|all together|in all|"
    r"overall)\b",
    re.IGNORECASE,
)
# What joins one part to the next, and how far apart they may be.
JOINT = re.compile(r"[,;]|\b(?:dan|serta|and)\b", re.IGNORECASE)
MOST_BETWEEN = 70
# The word "total" stands at most so many characters after its number.
BESIDE = 25
FEWEST_PARTS = 3


def enumerated(figures: list[Tied]) -> Iterator[Finding]:
    """Three or more parts after a total, or before one that says it is."""
    for at, whole in enumerate(figures):
        if not plain(whole) or whole.mention.is_base:
            continue
        after = _run(figures[at + 1 :], whole)
        before = _run(figures[:at][::-1], whole)[::-1]
        if _opened(whole, after):
            yield verdict(whole, after)
        elif _closed(whole, before):
            yield verdict(whole, before)


def _run(figures: list[Tied], whole: Tied) -> list[Tied]:
    """The figures of the total's unit, or of none, that are joined to one another."""
    found: list[Tied] = []
    unit = whole.mention.unit
    for one in figures:
        unit = unit or one.mention.unit
        if not plain(one) or one.mention.unit not in ("", unit):
            break
        if found and not _joined(found[-1], one):
            break
        found.append(one)
    return found


def _joined(one: Tied, other: Tied) -> bool:
    between = _between(one, other)
    return len(between) <= MOST_BETWEEN and bool(JOINT.search(between))


def _between(one: Tied, other: Tied) -> str:
    first, second = sorted((one, other), key=lambda each: each.mention.number.start)
    return first.mention.sentence.text[first.mention.number.end : second.mention.number.start]


def _opened(whole: Tied, parts: list[Tied]) -> bool:
    if not _countable(whole, parts):
        return False
    between = _between(whole, parts[0])
    return bool(PARTS.search(between)) and not OPEN.search(between)


def _closed(whole: Tied, parts: list[Tied]) -> bool:
    if not _countable(whole, parts):
        return False
    text = whole.mention.sentence.text
    end = whole.mention.number.end
    return bool(TOTAL.search(_between(parts[-1], whole)) or TOTAL.search(text[end : end + BESIDE]))


def _countable(whole: Tied, parts: list[Tied]) -> bool:
    """False for too few parts, for those with a number between that was passed over, and for
    people told place by place after a count of places ("3 districts: 120 in A, 90 in B …")."""
    if len(parts) < FEWEST_PARTS:
        return False
    start, end = parts[0].mention.number.start, parts[-1].mention.number.end
    sentence = whole.mention.sentence
    told = [one for one in numbers(sentence.text, sentence.language) if start <= one.start < end]
    elsewhere = whole.mention.unit in places() and any(not one.mention.unit for one in parts)
    larger = all(one.mention.value >= whole.mention.value for one in parts)
    return len(told) == len(parts) and not elsewhere and not larger
