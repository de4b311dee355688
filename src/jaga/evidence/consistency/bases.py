"""Does each share say of whom, and of how many?"""

import re
from collections.abc import Iterator

from jaga.evidence.consistency.model import Check, Example, Facts, invented, named
from jaga.evidence.consistency.relating import unit_of
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.rounding import figure
from jaga.words import Text

# The DHS programme does not print a percentage of fewer than 25 unweighted cases.
FEWEST = 25
RATIO = re.compile(r"\b(\w+) (?:of|in|out of|dari) (\w+)\b", re.IGNORECASE)


def _run(facts: Facts) -> Iterator[Finding]:
    for fact in facts:
        if fact.kind != "proportion" or unit_of(fact) != "percent":
            continue
        if fact.n is None:
            yield Finding(fact.id, "no_base", _missing(fact), ADD)
        elif RATIO.search(fact.qualifier):
            yield Finding(fact.id, "no_base", spoken(fact.qualifier), ADD)
        elif fact.n < FEWEST:
            yield Finding(fact.id, "no_base", _thin(fact, fact.n), THIN)


def _missing(fact: Fact) -> Text:
    words = Text(
        "{name}: {value} %, tanpa menyebut dari siapa dan dari berapa.",
        "{name}: {value} %, without saying of whom or of how many.",
    )
    if fact.base:
        words = Text(
            "{name}: {value} %, dari {base}, tanpa menyebut dari berapa.",
            "{name}: {value} %, of {base}, without saying of how many.",
        )
    base = Text(fact.base_id or fact.base or "-", fact.base or "-")
    return words.joined(name=named(fact), value=figure(fact.value), base=base)


def spoken(ratio: str) -> Text:
    """The sentence on "3 of 10": a manner of speaking that hides how many were asked."""
    return Text(
        f"“{ratio}” adalah cara menyebut bagian; jumlah yang ditanya tidak disebut. Bila yang "
        "ditanya memang sesedikit itu, angka ini membuka beberapa orang.",
        f"“{ratio}” is a manner of speaking; how many were asked is not said. If so few were "
        "asked, it gives some of them away.",
    )


def _thin(fact: Fact, n: int) -> Text:
    return Text(
        "{name}: {value} % dari {n} saja. Satu jawaban lain mengubahnya {step} poin.",
        "{name}: {value} % of only {n}. One other answer moves it by {step} points.",
    ).joined(
        name=named(fact), value=figure(fact.value), n=figure(str(n)),
        step=figure(str(round(100 / n))),
    )  # fmt: skip


ADD = Text(
    "Sebutkan dasarnya: berapa yang ditanya, dan siapa mereka.",
    "Give the base: how many were asked, and who they are.",
)
THIN = Text(
    "Dengan dasar di bawah 25, sebutkan jumlahnya, bukan persennya.",
    "With a base below 25, give the count and not the percentage.",
)


def _share(n: int | None, **more: object) -> Facts:
    return (invented(value="30", n=n, unit="percent", kind="proportion", base="people", **more),)


CHECK = Check(
    id="bases",
    title=Text("Bagian tanpa dasar", "Shares without a base"),
    source="DHS tables leave out percentages of fewer than 25 unweighted cases",
    run=_run,
    examples=(
        Example(_share(None), (("F1", "no_base"),)),
        Example(_share(10, qualifier="3 of 10"), (("F1", "no_base"),)),
        Example(_share(20), (("F1", "no_base"),)),
        Example(_share(300), ()),
        Example((invented(value="30", kind="count"),), ()),
    ),
)
