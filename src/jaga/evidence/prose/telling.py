"""Where a text contradicts its facts or itself: values, bases, kinds of place."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from jaga.evidence.consistency import base_changes, kinds_of_place, told_twice
from jaga.evidence.consistency.relating import turned, unit_of
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.lexicon import Noun, alike, base_group, differ, ideas, nouns, places
from jaga.evidence.numbers import exact
from jaga.evidence.prose.mentions import DURATIONS, Mention, excerpt
from jaga.evidence.prose.traps import changed_unit, other_size, unit_words
from jaga.evidence.prose.tying import Tied, about, strong
from jaga.evidence.rounding import decimals, figure
from jaga.words import Text

# A figure speaks of a fact's measure when it shares this much of its words…
COVERED = 0.7
# …and at least so many ideas; a duration needs fewer, few things are measured in hours.
# …and one whose words do not say what it counts needs more.
SHARED, SHARED_DURATION, SHARED_UNNAMED = 2, 1, 3
# Two sentences of one text tell one thing when they share this much of the shorter.
SAME, SAME_IDEAS = 0.6, 3
# Few things of a report are measured in these.
PER_DAY = ("seconds", "minutes", "hours")
# In a short text no idea is common before it stands in more sentences than this.
COMMON_FROM = 8


def contradictions(tied: tuple[Tied, ...], facts: tuple[Fact, ...]) -> Iterator[Finding]:
    """Every contradiction between the figures of a text and the facts, or among themselves."""
    yield from _other_base(tied)
    for one in tied:
        if not one.facts and not one.mention.number.ambiguous:
            yield from _against_facts(one.mention, facts)
    common = _common(tied)
    for one, other in combinations(tied, 2):
        apart = one.mention.sentence.section != other.mention.sentence.section
        if apart and not (one.facts and other.facts):
            yield from _between(one, other, common)


def _other_base(tied: tuple[Tied, ...]) -> Iterator[Finding]:
    """A share told with the value of a fact but of another base."""
    for one in tied:
        fact, noun = one.fact, one.mention.noun
        if fact is None or one.mention.number.share != "percent":
            continue
        if one.mention.n and all(each.n not in (None, one.mention.n) for each in one.facts):
            yield other_size(one.mention, fact)
            continue
        if noun is None:
            continue
        if all(_of_others(noun, each) and not _same_base(one.mention, each) for each in one.facts):
            yield Finding(
                fact.id,
                "contradiction",
                base_changes.changed(
                    fact.value,
                    Text(fact.base_id or fact.base, fact.base or fact.base_id),
                    _noun_words(noun, one.mention),
                    Text(f"fakta {fact.id}", f"fact {fact.id}"),
                    Text("teks", "the text"),
                ),
                base_changes.NEXT,
                one.mention.where,
            )


def _of_others(noun: Noun, fact: Fact) -> bool:
    """True where no noun of the fact's base can be the one that the text names."""
    named = [found.noun for words in (fact.base, fact.base_id) for found in nouns(words)]
    return bool(named) and all(differ(noun, one) for one in named)


def _same_base(mention: Mention, fact: Fact) -> bool:
    """True where the text says the size of the fact's base, and names it elsewhere in the sentence:
    "care home staff … 15.7 % (base: 388 carers)"."""
    named = [found.noun for found in nouns(mention.sentence.text)]
    return mention.n == fact.n is not None and any(not _of_others(one, fact) for one in named)


def _noun_words(noun: Noun, mention: Mention) -> Text:
    text = mention.sentence.text[mention.number.end :]
    words = " ".join(text.split()[:4]).strip(" .,;:)") or noun.id
    return Text(words, words)


def _against_facts(mention: Mention, facts: tuple[Fact, ...]) -> Iterator[Finding]:
    """A figure in no fact whose words are those of a fact with another value or kind of place."""
    for fact in facts:
        if changed_unit(mention, fact):
            yield Finding(
                fact.id, "contradiction", unit_words(mention, fact), kinds_of_place.NEXT,
                mention.where,
            )  # fmt: skip
            return
        if _other_place(mention, fact):
            yield Finding(
                fact.id, "contradiction", _place_words(mention, fact), kinds_of_place.NEXT,
                mention.where,
            )  # fmt: skip
            return
    rated = [(rate, fact) for fact in facts if (rate := _speaks_of(mention, fact)) >= COVERED]
    if rated:
        fact = max(rated, key=lambda one: one[0])[1]
        yield Finding(
            fact.id, "contradiction", _value_words(mention, fact),
            told_twice.next_step(mention.number.value, fact.value), mention.where,
        )  # fmt: skip


def _other_place(mention: Mention, fact: Fact) -> bool:
    return (
        mention.unit in places()
        and unit_of(fact) in places()
        and mention.unit != unit_of(fact)
        and mention.value == fact.number
        and (len(strong(_named(fact)) & mention.about) >= SHARED or _programme_in(fact, mention))
    )


def _named(fact: Fact) -> frozenset[str]:
    """The ideas of a fact without its kind of place."""
    return about(fact) - {*places(), "regions"}


def _programme_in(fact: Fact, mention: Mention) -> bool:
    named = strong(ideas(fact.programme))
    return bool(named) and named <= mention.about


def _speaks_of(mention: Mention, fact: Fact) -> float:
    """The share of a fact's words that a figure's own words hold; 0 where something differs."""
    if (
        not (mention.unit or unit_of(fact) != "percent")
        or not alike(mention.unit, unit_of(fact))
        or mention.unit in places()
        or fact.number == mention.value
        or fact.kind == "case"
        or differ(mention.noun, _whom(fact))
    ):
        return 0.0
    duration = mention.unit in DURATIONS
    named = _programme_in(fact, mention)
    best = 0.0
    for words in (fact.measure, fact.measure_id):
        wanted = strong(ideas(words))
        if not wanted or turned(words)[1] != turned(_around(mention))[1]:
            continue
        shared = wanted & (mention.window | ideas(mention.sentence.section))
        fewest = SHARED_DURATION if duration else SHARED if mention.unit else SHARED_UNNAMED
        enough = len(shared) + named >= fewest
        if enough and (named or len(wanted) > 1):
            best = max(best, len(shared) / len(wanted))
    return best


def _whom(fact: Fact) -> Noun | None:
    if unit_of(fact) == "percent":
        return base_group(f"{fact.base} {fact.base_id}")
    return base_group(fact.measure) if unit_of(fact) == "persons" else None


def _around(mention: Mention) -> str:
    text = mention.sentence.text
    return text[mention.number.end :]


def _value_words(mention: Mention, fact: Fact) -> Text:
    return Text(
        "Teks menyebut {said}, tetapi fakta {id} ({name}) menyebut {value}.",
        "The text says {said}, but fact {id} ({name}) says {value}.",
    ).joined(
        said=_told(mention), id=Text(fact.id, fact.id), value=figure(fact.value),
        name=Text(fact.measure_id or fact.measure, fact.measure),
    )  # fmt: skip


def _place_words(mention: Mention, fact: Fact) -> Text:
    return Text(
        "Teks menyebut {said}, tetapi fakta {id} menyebut {value} {unit}.",
        "The text says {said}, but fact {id} says {value} {unit}.",
    ).joined(
        said=_told(mention), id=Text(fact.id, fact.id), value=figure(fact.value),
        unit=Text(kinds_of_place.PLACES.get(unit_of(fact), fact.unit), fact.unit),
    )  # fmt: skip


def _told(mention: Mention) -> Text:
    """The figure as the text writes it, with the word after it."""
    text = mention.sentence.text
    after = text[mention.number.end :].split()
    words = f"{text[mention.number.start : mention.number.end]} {after[0] if after else ''}"
    bare = words.strip(" .,;:)(")
    return Text(f"“{bare}”", f"“{bare}”")


def _common(tied: tuple[Tied, ...]) -> frozenset[str]:
    """Ideas that a tenth of a text's sentences have: its subject, and no sign of one thing."""
    told = {one.mention.sentence: one.mention.about for one in tied}
    counted = Counter(idea for about in told.values() for idea in about)
    most = max(COMMON_FROM, len(told) // 10)
    return frozenset(idea for idea, times in counted.items() if times > most)


def _between(one: Tied, other: Tied, common: frozenset[str]) -> Iterator[Finding]:
    first, second = one.mention, other.mention
    if first.number.ambiguous or second.number.ambiguous or not (first.unit and second.unit):
        return
    fact = one.fact or other.fact
    where = f"{first.where} | {second.where}"
    if _swapped(first, second):
        yield Finding(fact.id if fact else "", "contradiction", _base_words(first, second),
                      base_changes.NEXT, where)  # fmt: skip
    elif _places_swapped(first, second, common) or _two_values(first, second):
        yield Finding(
            fact.id if fact else "", "contradiction", _two_words(first, second),
            told_twice.next_step(exact(first.value), exact(second.value)), where,
        )  # fmt: skip


def _swapped(first: Mention, second: Mention) -> bool:
    """The same share, with decimals, of two bases."""
    return (
        first.number.share == second.number.share == "percent"
        and first.value == second.value
        and decimals(first.number.value) > 0
        and differ(first.noun, second.noun)
        and bool(strong(first.window) & strong(second.window))
    )


def _places_swapped(first: Mention, second: Mention, common: frozenset[str]) -> bool:
    return (
        first.unit in places()
        and second.unit in places()
        and first.unit != second.unit
        and first.value == second.value
        and len((strong(first.about) & strong(second.about)) - common - set(places())) >= SAME_IDEAS
    )


def _two_values(first: Mention, second: Mention) -> bool:
    """One thing with two values: the same unit, base and words."""
    if (
        first.unit != second.unit
        or first.unit in places()
        or first.value == second.value
        or first.number.of
        or second.number.of
        or differ(first.noun, second.noun)
        or turned(_around(first))[1] != turned(_around(second))[1]
    ):
        return False
    one, other = strong(first.window), strong(second.window)
    shared = one & other
    if first.unit in PER_DAY:
        return len(shared) > SHARED_DURATION
    return len(shared) >= SAME_IDEAS and len(shared) >= SAME * min(len(one), len(other))


def _two_words(first: Mention, second: Mention) -> Text:
    return Text(
        "Teks menyebut {first} dan di tempat lain {second} untuk hal yang tampaknya sama.",
        "The text says {first} and elsewhere {second} of what seems to be the same thing.",
    ).joined(first=_told(first), second=_told(second))


def _base_words(first: Mention, second: Mention) -> Text:
    assert first.noun is not None
    assert second.noun is not None
    return base_changes.changed(
        first.number.value, _noun_words(first.noun, first), _noun_words(second.noun, second),
        Text(excerpt(first.sentence.place, 0), excerpt(first.sentence.place, 0)),
        Text(excerpt(second.sentence.place, 0), excerpt(second.sentence.place, 0)),
    )  # fmt: skip
