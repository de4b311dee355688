"""A figure of a fact told in another unit or of another base: juta for miliar, days for hours."""

from fractions import Fraction

from jaga.evidence.consistency.relating import measured, unit_of
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.lexicon import CURRENCIES, weak
from jaga.evidence.prose.mentions import DURATIONS, Mention
from jaga.evidence.prose.tying import DISTINCTIVE
from jaga.evidence.rounding import figure
from jaga.words import Text

THOUSANDS = frozenset(Fraction(1000) ** power for power in (-3, -2, -1, 1, 2, 3))
# Classes of what is counted that are easily told for one another.
COUNTED = ("persons", "events", "contacts", "cases", "complaints", "households")
# A figure in another unit speaks of a fact when it shares this many ideas of its measure, …
SHARED = 2
# …or one where the number itself hardly occurs twice, …
SHARED_RARE = 1
# …or money is a thousand times more or less: that hardly happens by chance.
SHARED_MONEY = 1


def changed_unit(mention: Mention, fact: Fact) -> bool:
    """True where a figure has the digits of a fact, speaks of it, and counts something else."""
    said, meant = mention.unit, unit_of(fact)
    shared = len((measured(fact) - weak()) & mention.about)
    if said in CURRENCIES:
        apart = fact.number and mention.value / fact.number in THOUSANDS
        return said == meant and bool(apart) and shared >= SHARED_MONEY
    rare = len(fact.value) >= DISTINCTIVE
    if mention.value != fact.number or said == meant or shared < (SHARED_RARE if rare else SHARED):
        return False
    return any(said in family and meant in family for family in (DURATIONS, COUNTED))


def unit_words(mention: Mention, fact: Fact) -> Text:
    """What the text says beside what the fact says, each with its unit."""
    text = mention.sentence.text
    after = " ".join(text[mention.number.end :].split()[:1])
    said = f"{text[mention.number.start : mention.number.end]} {after}".strip(" .,;:)(")
    return Text(
        "Teks menyebut “{said}”, tetapi fakta {id} ({name}) menyebut {value} {unit}.",
        "The text says “{said}”, but fact {id} ({name}) says {value} {unit}.",
    ).joined(
        said=Text(said, said), id=Text(fact.id, fact.id), value=figure(fact.value),
        unit=Text(fact.unit, fact.unit),
        name=Text(fact.measure_id or fact.measure, fact.measure),
    )  # fmt: skip


def other_size(mention: Mention, fact: Fact) -> Finding:
    """The percentage of a fact told of a base of another size."""
    said, known = str(mention.n), str(fact.n)
    words = Text(
        "Teks menyebut {value} % dari {said}, tetapi fakta {id} ({name}) dari {known}.",
        "The text says {value} % of {said}, but fact {id} ({name}) is of {known}.",
    ).joined(
        value=figure(fact.value), said=figure(said), known=figure(known),
        id=Text(fact.id, fact.id), name=Text(fact.measure_id or fact.measure, fact.measure),
    )  # fmt: skip
    return Finding(fact.id, "contradiction", words, SIZE, mention.where)


SIZE = Text(
    "Lihat dari berapa persentase itu dihitung, dan tulis dasar yang sama di kedua tempat.",
    "See of how many the percentage was counted, and write the same base in both places.",
)
