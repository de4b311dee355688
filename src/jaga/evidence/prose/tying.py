"""Which fact a figure of a text tells: the same value and unit, and words in common."""

from dataclasses import dataclass, replace
from fractions import Fraction

from jaga.evidence.consistency.relating import subject, unit_of
from jaga.evidence.facts import Fact
from jaga.evidence.grim import counts
from jaga.evidence.lexicon import (
    alike,
    base_group,
    differ,
    ideas,
    is_class,
    nouns,
    places,
    unit_class,
    weak,
)
from jaga.evidence.numbers import numbers
from jaga.evidence.prose.mentions import Mention

# A value with this many digits hardly occurs twice by chance: it needs no word in common.
DISTINCTIVE = 3
# So many words without a subject of their own tie as much as one that has it.
FEWEST_WEAK = 2


@dataclass(frozen=True)
class Tied:
    """A figure and the facts that tell it, best first; none where it is in no fact."""

    mention: Mention
    facts: tuple[Fact, ...]

    @property
    def fact(self) -> Fact | None:
        """The best fact, if any."""
        return self.facts[0] if self.facts else None


def tie(mention: Mention, facts: tuple[Fact, ...]) -> Tied:
    """The facts a figure may tell; where it has two readings, those that a fact knows."""
    found = [
        (fact, reading)
        for fact in facts
        for reading in mention.number.readings
        if not _elsewhere(fact, mention, facts) and _tells(fact, mention, Fraction(reading))
    ]
    needed = 0 if _distinctive(mention) else 1
    kept = [
        (shared + _fitness(fact, mention), fact)
        for fact, _ in found
        if (shared := strength(fact, mention)) >= needed
    ]
    kept.sort(key=lambda one: -one[0])
    known = {reading for _, reading in found}
    if len(known) == 1 and mention.number.ambiguous:
        reading = (*known, *(r for r in mention.number.readings if r not in known))
        mention = replace(mention, number=replace(mention.number, readings=reading))
    return Tied(mention, tuple(fact for _, fact in kept))


def strength(fact: Fact, mention: Mention) -> int:
    """How many ideas beyond the unit a fact and a sentence share."""
    shared = about(fact) & mention.about
    # Words that any programme has tie nothing alone, but two of them together do.
    return len(strong(shared)) or int(len(shared) >= FEWEST_WEAK)


def _fitness(fact: Fact, mention: Mention) -> int:
    """Prefers the fact whose own value it is, of the same base and group."""
    own = fact.number == mention.value and not mention.is_base
    whom = base_group(f"{fact.base} {fact.base_id}" if mention.number.share else fact.measure)
    same_base = mention.n is not None and mention.n == fact.n
    return 3 * own + 2 * same_base - 2 * differ(mention.noun, whom)


def about(fact: Fact) -> frozenset[str]:
    """Every idea of a fact."""
    words = f"{fact.base} . {fact.base_id} . {fact.place} . {fact.partner} . {fact.qualifier}"
    return subject(fact) | ideas(words)


def strong(found: frozenset[str]) -> frozenset[str]:
    """Ideas without those that any programme has, and without people and units in general."""
    return found - weak() - {"people", "respondents", "participants", "regions"}


def _elsewhere(fact: Fact, mention: Mention, facts: tuple[Fact, ...]) -> bool:
    """True for villages, districts… of one place where the sentence names that of another fact."""
    if mention.unit not in places() or not fact.place or _place_in(fact, mention):
        return False
    return any(unit_of(one) == mention.unit and _place_in(one, mention) for one in facts)


def _place_in(fact: Fact, mention: Mention) -> bool:
    said = mention.sentence.text.lower()
    named = [name.strip().lower() for name in fact.place.split(";")]
    return any(name and name != "indonesia" and name in said for name in named)


def _distinctive(mention: Mention) -> bool:
    digits = [one.replace(".", "").strip("0") for one in mention.number.readings]
    return max(map(len, digits)) >= DISTINCTIVE and not mention.number.of


def _tells(fact: Fact, mention: Mention, value: Fraction) -> bool:
    if mention.number.of:
        return _tells_ratio(fact, mention)
    if fact.number == value and alike(mention.unit, unit_of(fact)):
        return True
    if mention.number.share or mention.number.currency:
        return False
    if fact.number == value and not is_class(unit_of(fact)) and strength(fact, mention) > 1:
        # "39 city buses" of a fact in vehicles: a unit that is in no list contradicts nothing.
        return True
    if _part_of_share(fact, mention, value):
        return True
    if value in (fact.n, fact.k):
        return mention.is_base or alike(mention.unit, _base_class(fact))
    return any(
        number == value and alike(mention.unit, unit) for number, unit in _told_in_words(fact)
    )


def _part_of_share(fact: Fact, mention: Mention, value: Fraction) -> bool:
    """True for the 41 of "41 of them (65.1 %)" where 41 of the fact's base give its percentage and
    the sentence tells one of the two."""
    if fact.n is None or unit_of(fact) != "percent" or not alike(mention.unit, _base_class(fact)):
        return False
    told = {
        Fraction(reading)
        for number in numbers(mention.sentence.text, mention.sentence.language)
        for reading in number.readings
    }
    return value in counts(fact.value, fact.n) and bool(told & {fact.number, Fraction(fact.n)})


def _tells_ratio(fact: Fact, mention: Mention) -> bool:
    part, whole = mention.value, Fraction(mention.number.of)
    said = {(Fraction(one.value), one.of) for one in numbers(fact.qualifier, "en") if one.of}
    share = unit_of(fact) == "percent" and (
        fact.number == 100 * part / whole
        or (fact.n == whole and part in counts(fact.value, int(whole)))
    )
    counted = fact.number == part and fact.n == whole
    return (part, mention.number.of) in said or share or counted


def _base_class(fact: Fact) -> str:
    found = nouns(f"{fact.base} {fact.base_id}")
    return found[0].noun.counts if found else ""


def _told_in_words(fact: Fact) -> list[tuple[Fraction, str]]:
    """Numbers inside a fact's own words: "18 provinces and districts", "aged 12-17"."""
    found = []
    for words in (fact.place, fact.base, fact.measure, fact.measure_id):
        for number in numbers(words, "en"):
            unit = words[number.end :].strip()
            found.append((Fraction(number.value), unit_class(unit) if unit else ""))
    return found
