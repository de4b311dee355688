"""Were more people counted than there are?"""

from collections.abc import Iterator

from jaga.evidence.consistency.model import Check, Example, Facts, invented, named
from jaga.evidence.consistency.relating import (
    measured,
    people,
    same_programme,
    same_time,
    unit_of,
)
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.lexicon import ideas
from jaga.evidence.rounding import figure
from jaga.words import Text

COUNTED = ("count", "unique persons")


def _run(facts: Facts) -> Iterator[Finding]:
    for fact in facts:
        if fact.n is None:
            continue
        if fact.kind in COUNTED and fact.number > fact.n:
            yield Finding(fact.id, "impossible", _more_than_base(fact, fact.n), NEXT)
        for frame in facts:
            if fact.kind == "proportion" and _frames(frame, fact) and frame.number < fact.n:
                yield Finding(fact.id, "impossible", _more_than_frame(fact, frame), NEXT)


def _frames(frame: Fact, fact: Fact) -> bool:
    """True where `frame` counts exactly the people that `fact` takes as its base."""
    base = ideas(fact.base)
    return (
        bool(people(fact.base))
        and frame.kind in COUNTED
        and unit_of(frame) != "percent"
        and measured(frame) == base
        and not frame.qualifier
        and same_programme(frame, fact)
        and same_time(frame, fact)
    )


def _more_than_base(fact: Fact, n: int) -> Text:
    return Text(
        "{name}: {count} lebih banyak daripada dasarnya, {n}.",
        "{name}: {count} is more than its base, {n}.",
    ).joined(name=named(fact), count=figure(fact.value), n=figure(str(n)))


def _more_than_frame(fact: Fact, frame: Fact) -> Text:
    return Text(
        "{name}: dasarnya {n}, padahal {frame} hanya {count}.",
        "{name}: its base is {n}, but {frame} is only {count}.",
    ).joined(name=named(fact), n=figure(str(fact.n)), frame=named(frame), count=figure(frame.value))


NEXT = Text(
    "Periksa mana yang salah: angkanya, dasarnya, atau kelompok yang dihitung.",
    "See which is wrong: the figure, its base, or the group that is counted.",
)


def _survey(n: int) -> Facts:
    return (
        invented(value="400", measure="child respondents", programme="survey", kind="count"),
        invented(id="F2", value="50", n=n, base="child respondents", programme="survey",
                 unit="percent", kind="proportion", measure="children who agree"),
    )  # fmt: skip


CHECK = Check(
    id="frames",
    title=Text("Lebih banyak daripada yang ada", "More than there are"),
    source="a sample is no larger than its frame; those who answered no more than those asked",
    run=_run,
    examples=(
        Example(_survey(400), ()),
        Example(_survey(380), ()),
        Example(_survey(512), (("F2", "impossible"),)),
        Example((invented(value="24", n=23, kind="count"),), (("F1", "impossible"),)),
        Example((invented(value="23", n=23, kind="count"),), ()),
    ),
)
