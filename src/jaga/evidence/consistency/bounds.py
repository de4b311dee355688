"""Does each interval hold its own estimate?"""

from collections.abc import Iterator
from fractions import Fraction

from jaga.evidence.consistency.model import Check, Example, Facts, invented, named
from jaga.evidence.facts import Finding
from jaga.evidence.rounding import figure
from jaga.words import Text


def _run(facts: Facts) -> Iterator[Finding]:
    for fact in facts:
        if not fact.low or not fact.high:
            continue
        if not Fraction(fact.low) <= fact.number <= Fraction(fact.high):
            yield Finding(
                fact.id,
                "impossible",
                Text(
                    "{name}: {value} berada di luar selangnya sendiri, {low} sampai {high}.",
                    "{name}: {value} lies outside its own interval, {low} to {high}.",
                ).joined(
                    name=named(fact), value=figure(fact.value), low=figure(fact.low),
                    high=figure(fact.high),
                ),
                NEXT,
            )  # fmt: skip


NEXT = Text(
    "Hitung ulang: angka dan selangnya harus dari perhitungan yang sama.",
    "Compute again: the figure and its interval must come from the same computation.",
)


def _with(low: str, high: str) -> Facts:
    return (invented(value="49.1", low=low, high=high, kind="mean", unit="points"),)


CHECK = Check(
    id="bounds",
    title=Text("Selang yang memuat angkanya", "Intervals that hold their estimate"),
    source="by the construction of every interval Jaga computes",
    run=_run,
    examples=(
        Example(_with("44.8", "53.4"), ()),
        Example(_with("53.4", "44.8"), (("F1", "impossible"),)),
        Example(_with("50.0", "53.4"), (("F1", "impossible"),)),
        Example(_with("", ""), ()),
    ),
)
