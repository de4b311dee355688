"""Do counts agree with what can be counted beside them: listed places, partners, "11 schools"?"""

from collections.abc import Iterator

from jaga.evidence.consistency.model import Check, Example, Facts, invented, named
from jaga.evidence.consistency.relating import same_programme, same_time, unit_of
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.lexicon import alike, places, unit_class
from jaga.evidence.numbers import counted
from jaga.evidence.rounding import figure
from jaga.words import Text


def _run(facts: Facts) -> Iterator[Finding]:
    for fact in facts:
        if fact.kind == "count":
            yield from _listed(fact)
            yield from _told(fact, facts)


def _listed(fact: Fact) -> Iterator[Finding]:
    """Places or partners listed with semicolons, counted against the figure."""
    names = [name for name in fact.place.split(";") if name.strip()]
    partners = [name for name in fact.partner.split(";") if name.strip()]
    if unit_of(fact) in places() and len(names) > 1 and unit_of(fact) != "villages":
        if len(names) == fact.number:
            yield Finding(fact.id, "sum_ok", _words(fact, names), NOTHING)
        else:
            yield Finding(fact.id, "sum_wrong", _words(fact, names), COUNT)
    if unit_of(fact) == "institutions" and len(partners) == fact.number > 1:
        yield Finding(fact.id, "sum_ok", _words(fact, partners), NOTHING)


def _told(fact: Fact, facts: Facts) -> Iterator[Finding]:
    """The same count inside another fact's place or base ("11 schools", "five provinces")."""
    for other in facts:
        if other is fact or not same_programme(fact, other) or not same_time(fact, other):
            continue
        for words in {other.place, other.base}:
            said = counted(words)
            if not said or not alike(unit_class(said[1]), unit_of(fact)):
                continue
            if said[0] == fact.number:
                yield Finding(fact.id, "sum_ok", _same(fact, other, words), NOTHING)
                return


def _words(fact: Fact, names: list[str]) -> Text:
    listed = ", ".join(name.strip() for name in names)
    return Text(
        "{name}: tertulis {value}, dan {count} nama disebut ({names}).",
        "{name}: {value} is stated, and {count} names are listed ({names}).",
    ).joined(
        name=named(fact), value=figure(fact.value), count=figure(str(len(names))),
        names=Text(listed, listed),
    )  # fmt: skip


def _same(fact: Fact, other: Fact, words: str) -> Text:
    return Text(
        "{name}: {value}, sama dengan “{words}” pada {other}.",
        "{name}: {value}, the same as “{words}” at {other}.",
    ).joined(
        name=named(fact), value=figure(fact.value), words=Text(words, words), other=named(other)
    )


NOTHING = Text("Tidak ada yang perlu diubah.", "Nothing to change.")
COUNT = Text("Hitung ulang, atau lengkapi daftarnya.", "Count again, or complete the list.")


def _places(value: str, place: str, unit: str = "provinces") -> Facts:
    return (invented(value=value, unit=unit, kind="count", place=place, programme="outreach"),)


CHECK = Check(
    id="counted-again",
    title=Text("Dihitung ulang", "Counted again"),
    source="a list beside its own count is the cheapest of checks",
    run=_run,
    examples=(
        Example(_places("3", "A; B; C"), (("F1", "sum_ok"),)),
        Example(_places("4", "A; B; C"), (("F1", "sum_wrong"),)),
        Example(_places("4", "A"), ()),
        Example(
            (
                invented(value="11", unit="institutions", kind="count", programme="outreach"),
                invented(id="F2", value="900", base="11 schools", kind="contacts",
                         programme="outreach"),
            ),
            (("F1", "sum_ok"),),
        ),
    ),
)  # fmt: skip
