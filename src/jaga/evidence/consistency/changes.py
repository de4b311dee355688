"""Is a change of a percentage told in percent where points are meant?"""

import re
from collections.abc import Iterator
from itertools import permutations

from jaga.evidence.consistency.model import Check, Example, Facts, invented, named
from jaga.evidence.consistency.relating import measured, same_programme, unit_of, years
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.lexicon import ideas
from jaga.evidence.rounding import decimals, figure, printed
from jaga.words import Text

CHANGE = re.compile(
    r"\b(increase|rise|rose|growth|decrease|decline|fall|fell|drop|change|kenaikan|naik|"
    r"peningkatan|meningkat|penurunan|menurun|turun|perubahan)\b",
    re.IGNORECASE,
)


def _run(facts: Facts) -> Iterator[Finding]:
    shares = [fact for fact in facts if unit_of(fact) == "percent" and fact.kind == "proportion"]
    for change in facts:
        if not CHANGE.search(change.measure) or unit_of(change) not in ("percent", "points"):
            continue
        for before, after in permutations(shares, 2):
            if _is_change(change, before, after):
                yield from _verdict(change, before, after)


def _is_change(change: Fact, before: Fact, after: Fact) -> bool:
    first, second = years(before.period), years(after.period)
    return (
        change not in (before, after)
        and bool(first and second)
        and max(first) < min(second)
        and measured(before) == measured(after)
        and measured(before) <= ideas(CHANGE.sub(" ", change.measure))
        and same_programme(before, after)
        and same_programme(change, after)
    )


def _verdict(change: Fact, before: Fact, after: Fact) -> Iterator[Finding]:
    places = decimals(change.value)
    points = printed(abs(after.number - before.number), places)
    grown = printed(abs(after.number - before.number) * 100 / before.number, places)
    said = printed(abs(change.number), places)
    stated_right = points if unit_of(change) == "points" else grown
    if said != stated_right:
        meant = said == (grown if unit_of(change) == "points" else points)
        yield Finding(
            change.id, "contradiction", _words(change, points, grown), SWAP if meant else COUNT
        )


def _words(change: Fact, points: str, grown: str) -> Text:
    return Text(
        "{name}: tertulis {value}; selisihnya {points} poin persen, atau {grown} persen.",
        "{name}: told as {value}; the difference is {points} percentage points, or {grown} "
        "percent.",
    ).joined(
        name=named(change), value=figure(change.value), points=figure(points), grown=figure(grown)
    )


SWAP = Text(
    "Satuannya tertukar: selisih dua persentase adalah poin persen.",
    "The unit is swapped: the difference of two percentages is in percentage points.",
)
COUNT = Text("Hitung ulang perubahannya.", "Compute the change again.")


def _three(value: str, unit: str) -> Facts:
    told = {"programme": "survey", "measure": "children who know the hotline"}
    return (
        invented(value="40", period="2030", unit="percent", kind="proportion", **told),
        invented(id="F2", value="50", period="2031", unit="percent", kind="proportion", **told),
        invented(id="F3", value=value, unit=unit, kind="mean", programme="survey",
                 measure="increase of children who know the hotline"),
    )  # fmt: skip


CHECK = Check(
    id="changes",
    title=Text("Poin persen atau persen", "Points or percent"),
    source="from 40 % to 50 % is 10 points and 25 percent",
    run=_run,
    examples=(
        Example(_three("10", "percentage points"), ()),
        Example(_three("25", "percent"), ()),
        Example(_three("10", "percent"), (("F3", "contradiction"),)),
        Example(_three("12", "percentage points"), (("F3", "contradiction"),)),
    ),
)
