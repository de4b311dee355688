"""Totals inside a sentence: halves, enumerated parts, and lists that can be counted."""

import re
from collections.abc import Iterator
from itertools import groupby

from jaga.evidence.facts import Finding
from jaga.evidence.lexicon import halves, nouns
from jaga.evidence.numbers import exact
from jaga.evidence.prose.adding import COUNT, NOTHING, plain, verdict
from jaga.evidence.prose.enumerated import OPEN, enumerated
from jaga.evidence.prose.mentions import excerpt
from jaga.evidence.prose.sentences import Sentence
from jaga.evidence.prose.tying import Tied
from jaga.evidence.rounding import figure
from jaga.words import Text

# After these every name is listed; "such as" and "among others" promise no full list.
LISTS = re.compile(r"(?:\b(?:yakni|yaitu|ialah|adalah|namely)\b|:|\()\s*", re.IGNORECASE)
NAME = re.compile(
    r"^(?:dan |and |serta |di |in )?(?:(?:Kota|Kab\.?|Kabupaten|Desa|Provinsi) )?[A-Z]"
)
SPLIT = re.compile(r",\s*(?:dan |and |serta )?|\s+(?:dan|and|serta)\s+|;\s*")


def sums(tied: tuple[Tied, ...]) -> Iterator[Finding]:
    """Totals and lists of every sentence; sum_ok where they agree, sum_wrong where not."""
    for sentence, group in groupby(tied, key=lambda one: one.mention.sentence):
        figures = list(group)
        yield from _halves(figures)
        yield from enumerated(figures)
        yield from _lists(sentence, figures)


def _halves(figures: list[Tied]) -> Iterator[Finding]:
    """Men and women, parents and children: with a total of people before or after them."""
    people = [one for one in figures if one.mention.unit == "persons" and plain(one)]
    for pair in halves():
        parts = [one for one in people if one.mention.noun and one.mention.noun.id in pair]
        kinds = {one.mention.noun.id for one in parts if one.mention.noun}
        if len(parts) == 2 and kinds == pair:
            whole = _whole(figures, parts)
            if whole:
                yield verdict(whole, parts)


def _whole(figures: list[Tied], parts: list[Tied]) -> Tied | None:
    """The nearest figure of people in general, before the parts if there is one."""
    general = [
        one
        for one in figures
        if one not in parts
        and plain(one)
        and one.mention.unit in ("persons", "")
        and not (one.mention.noun and one.mention.noun.group)
        and not one.mention.is_base
    ]
    start = parts[0].mention.number.start
    before = [one for one in general if one.mention.number.start < start]
    after = [one for one in general if one.mention.number.start > start]
    return before[-1] if before else after[0] if after else None


def _lists(sentence: Sentence, figures: list[Tied]) -> Iterator[Finding]:
    """Names listed right after their count: "6 kota yaitu A, B, C, D, E, dan F"."""
    for one in figures:
        noun = one.mention.noun
        if not noun or not plain(one) or noun.counts in ("persons", "percent"):
            continue
        rest = sentence.text[one.mention.number.end :]
        opening = LISTS.search(rest)
        if not opening or opening.start() > 40 or re.search(r"[.\d]", rest[: opening.start()]):
            continue
        if OPEN.search(rest[: opening.end() + 12]):
            continue
        names = _names(rest[opening.end() :], closed=opening.group().startswith("("))
        if len(names) > 1:
            yield _counted(one, names)


def _names(text: str, closed: bool) -> list[str]:
    """The capitalised names a list begins with, up to its end."""
    body = text.split(")")[0] if closed else re.split(r"\.$|;|\(", text)[0]
    found = []
    for piece in SPLIT.split(body):
        if not NAME.match(piece.strip()):
            break
        found.append(piece.strip())
        if not closed and len(piece.split()) > 4:
            break
    return found


def _counted(one: Tied, names: list[str]) -> Finding:
    right = len(names) == one.mention.value
    listed = ", ".join(names)
    words = Text(
        "Disebut {value}, dan {count} nama terdaftar: {names}.",
        "{value} are stated, and {count} names are listed: {names}.",
    ).joined(
        value=figure(exact(one.mention.value)), count=figure(str(len(names))),
        names=Text(listed, listed),
    )  # fmt: skip
    fact = one.fact.id if one.fact else ""
    kind = NOTHING if right else COUNT
    return Finding(fact, "sum_ok" if right else "sum_wrong", words, kind, one.mention.where)


# Words that begin the name of a school.
SCHOOL = re.compile(
    r"\b(?:Sekolah|SD|SDN|SMP|SMPN|SMA|SMAN|SMK|SMKN|MTs|MTsN|MA|MAN|Madrasah|School)\b"
)


SEVERAL = re.compile(
    r"\b(?:beberapa|sejumlah|some|several)\b.{0,40}?\b(?:yakni|yaitu|namely|:)", re.IGNORECASE
)


def named_schools(sentences: tuple[Sentence, ...], tied: tuple[Tied, ...]) -> Iterator[Finding]:
    """Schools listed by name in one sentence whose count stands in another."""
    for sentence in sentences:
        opening = SEVERAL.search(sentence.text)
        told = nouns(opening.group()) if opening else ()
        if not opening or not told or told[0].noun.id != "schools":
            continue
        body = re.sub(r"\([^)]*\)", "", sentence.text[opening.end() :])
        names = [piece for piece in SPLIT.split(body) if SCHOOL.search(piece)]
        for one in tied:
            noun = one.mention.noun
            if noun and noun.id == "schools" and one.mention.value == len(names):
                where = f"{sentence.place}: {excerpt(sentence.text, 0)} | {one.mention.where}"
                fact = one.fact.id if one.fact else ""
                yield Finding(fact, "sum_ok", _school_words(names), NOTHING, where)


def _school_words(names: list[str]) -> Text:
    return Text(
        "{count} sekolah disebut namanya, sama dengan jumlah yang ditulis.",
        "{count} schools are named, the same as the stated count.",
    ).joined(count=figure(str(len(names))))
