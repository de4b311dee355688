"""Can each mean of whole numbers come from its base? Only where the fact says what was averaged."""

import re
from collections.abc import Iterator

from jaga.evidence.consistency.model import Check, Example, Facts, invented, listed
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.grim import Judgement, judge
from jaga.evidence.rounding import figure
from jaga.words import Text

# `method` says "whole numbers" (or "3 items of whole numbers"): ages in years, points of a scale.
WHOLE = re.compile(
    r"(?:(\d+) (?:items|butir) .*)?\b(whole numbers|bilangan bulat)\b", re.IGNORECASE
)


def judged(fact: Fact) -> Judgement | None:
    """The arithmetic of one mean; None where it is none of whole numbers with a base."""
    says = WHOLE.search(fact.method)
    if fact.kind != "mean" or not fact.n or fact.weighted or not says or fact.number < 0:
        return None
    return judge(fact.value, fact.n, scale=1, items=int(says.group(1) or 1))


def _run(facts: Facts) -> Iterator[Finding]:
    for fact in facts:
        found = judged(fact)
        if found and found.verdict != "possible":
            yield Finding(fact.id, found.verdict, _words(found), _next(found))


def _words(found: Judgement) -> Text:
    value, n = figure(found.stated), figure(str(found.n))
    if found.rounding is None:
        return Text(
            "Rata-rata {value} dari {n} jawaban berupa bilangan bulat tidak mungkin.",
            "A mean of {value} over {n} whole answers cannot be.",
        ).joined(value=value, n=n)
    return Text(
        "Rata-rata {value} dari {n} jawaban hanya cocok bila {rounding}.",
        "A mean of {value} over {n} answers fits only if {rounding}.",
    ).joined(value=value, n=n, rounding=found.rounding.words)


def _next(found: Judgement) -> Text:
    return Text(
        "Hitung ulang. Dasar yang cocok: {bases}.", "Count again. Bases that fit: {bases}."
    ).joined(bases=listed(found.bases) if found.bases else Text("tidak ada", "none"))


def _mean(value: str, n: int, method: str) -> Facts:
    return (invented(value=value, n=n, unit="points", kind="mean", method=method),)


CHECK = Check(
    id="means",
    title=Text("Rata-rata bilangan bulat", "Means of whole numbers"),
    source="Brown and Heathers 2017; the three vectors are those of the R package scrutiny",
    run=_run,
    examples=(
        Example(_mean("3.19", 28, "whole numbers"), (("F1", "impossible"),)),
        Example(_mean("3.18", 28, "whole numbers"), ()),
        Example(_mean("3.19", 28, "3 items of whole numbers"), ()),
        Example(_mean("5.4", 512, ""), ()),
    ),
)
