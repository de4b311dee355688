"""Does a figure tell of one to four people, outright or by its complement?"""

from collections.abc import Iterator

from jaga.evidence.consistency.model import Check, Example, Facts, invented, listed, named
from jaga.evidence.consistency.percentages import judged
from jaga.evidence.consistency.relating import unit_of
from jaga.evidence.disclosure import RULES
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.grim import revealed
from jaga.evidence.lexicon import base_group, nouns
from jaga.evidence.rounding import figure
from jaga.words import Text

# A case is about one person already and is withheld as such; reach is an estimate of a crowd.
COUNTED = ("count", "unique persons", "contacts")
# A base this small that the words give as "3 of 10" is a manner of speaking: see bases.py.
SPOKEN = (" of ", " dari ")


def _run(facts: Facts) -> Iterator[Finding]:
    for fact in facts:
        yield from _count(fact)
        yield from _share(fact)


def _count(fact: Fact) -> Iterator[Finding]:
    if unit_of(fact) != "persons" or fact.kind not in COUNTED or fact.number.denominator != 1:
        return
    count = int(fact.number)
    if RULES.is_small(count):
        yield Finding(
            fact.id,
            "disclosive",
            Text(
                "{name}: {count} orang. Kelompok sekecil itu dapat dikenali.",
                "{name}: {count} people. So small a group can be recognised.",
            ).joined(name=named(fact), count=figure(fact.value)),
            WITHHOLD,
        )
    elif fact.n is not None and RULES.is_small(fact.n - count):
        yield _left(fact, fact.n - count)


def _left(fact: Fact, rest: int) -> Finding:
    return Finding(
        fact.id,
        "disclosive",
        Text(
            "{name}: {count} dari {n} membuka bahwa {rest} orang lainnya tidak termasuk.",
            "{name}: {count} of {n} gives away that {rest} others are not among them.",
        ).joined(
            name=named(fact), count=figure(fact.value), n=figure(str(fact.n)),
            rest=figure(str(rest)),
        ),
        WITHHOLD,
    )  # fmt: skip


def _share(fact: Fact) -> Iterator[Finding]:
    found = judged(fact)
    if not found or not of_people(fact) or any(word in fact.qualifier for word in SPOKEN):
        return
    small = revealed(fact.value, found.n, RULES.publish_from - 1)
    if small:
        yield Finding(fact.id, "disclosive", gives_away(fact.value, found.n, small), BAND)


def of_people(fact: Fact) -> bool:
    """True where the base of a share is people; an unnamed base is taken to be people.

    English says last whom a pair of words is of, Indonesian first: school guards, "pengguna
    aplikasi". Either may be people.
    """
    noun = base_group(f"{fact.base} {fact.base_id}")
    pairs = (*_pair(fact.base), *_pair(fact.base_id))
    return noun is None or noun.counts == "persons" or "persons" in pairs


def _pair(words: str) -> tuple[str, ...]:
    """What the first noun counts, and the nouns that follow it without a word between."""
    told = nouns(words)
    run = list(told[:1])
    for found in told[1:]:
        if words[run[-1].end : found.start].strip():
            break
        run.append(found)
    return tuple(found.noun.counts for found in run)


def gives_away(value: str, n: int, small: tuple[int, ...]) -> Text:
    """The sentence on a share that tells of a small group."""
    return Text(
        "{value} % dari {n} membuka kelompok kecil: {small} orang.",
        "{value} % of {n} gives a small group away: {small} people.",
    ).joined(value=figure(value), n=figure(str(n)), small=listed(small))


WITHHOLD = Text(
    "Tahan angka ini, atau gabungkan dengan kelompok lain sampai sedikitnya 5.",
    "Withhold the figure, or merge it with another group until it is at least 5.",
)
BAND = Text(
    "Tulis sebagai batas, misalnya “lebih dari 99 %” atau “kurang dari 1 %”, atau tahan.",
    "Write it as a band, such as “more than 99 %” or “less than 1 %”, or withhold it.",
)


def _percent(value: str, n: int, base: str) -> Facts:
    return (invented(value=value, n=n, unit="percent", kind="proportion", base=base),)


CHECK = Check(
    id="small-groups",
    title=Text("Kelompok kecil yang terbuka", "Small groups given away"),
    source="the threshold is that of jaga.evidence.disclosure; the arithmetic is grim.py reversed",
    run=_run,
    examples=(
        Example(_percent("99.4", 512, "child respondents"), (("F1", "disclosive"),)),
        Example(_percent("99", 512, "child respondents"), ()),
        Example(_percent("95", 40, "villages"), ()),
        Example((invented(value="2", kind="unique persons"),), (("F1", "disclosive"),)),
        Example((invented(value="2", unit="villages", kind="count"),), ()),
        Example((invented(value="20", n=23, kind="unique persons"),), (("F1", "disclosive"),)),
        Example((invented(value="17", n=23, kind="unique persons"),), ()),
    ),
)
