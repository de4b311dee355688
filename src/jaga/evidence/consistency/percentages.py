"""Can each percentage come from its base? The bare arithmetic is `grim.py`."""

from collections.abc import Iterator
from fractions import Fraction

from jaga.evidence.consistency.model import Check, Example, Facts, invented, listed, named
from jaga.evidence.consistency.relating import same_programme, unit_of
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.grim import Judgement, judge
from jaga.evidence.rounding import figure, printed
from jaga.words import Text

# What a method says when shares of whole answers are not what is stated.
NOT_SHARES = ("weight", "tertimbang", "imput", "noise", "derau")


def judged(fact: Fact) -> Judgement | None:
    """The arithmetic of one fact; None where it is no unweighted share with a base."""
    if unit_of(fact) != "percent" or fact.kind != "proportion" or not fact.n or fact.weighted:
        return None
    if any(word in fact.method.lower() for word in NOT_SHARES):
        return None
    if not 0 <= fact.number <= 100:
        return None
    return judge(fact.value, fact.n)


def judged_and_blind(facts: Facts) -> tuple[int, int]:
    """How many shares were judged, and for how many of them the check cannot fail."""
    found = [one for one in map(judged, facts) if one]
    return len(found), sum(one.cannot_fail for one in found)


def _run(facts: Facts) -> Iterator[Finding]:
    for fact in facts:
        if unit_of(fact) == "percent" and fact.kind == "proportion" and fact.number > 100:
            yield _over(fact)
        found = judged(fact)
        if found and found.verdict == "impossible":
            yield Finding(fact.id, "impossible", impossible(found), _next(found, fact, facts))
        elif found and found.verdict == "doubtful":
            yield Finding(fact.id, "doubtful", doubtful(found), _next(found, fact, facts))


def impossible(found: Judgement) -> Text:
    """Why a share cannot be: what the counts on either side would give, and the power."""
    sides = [(k, figure(value)) for k, value in found.beside]
    return Text(
        "{value} % dari {n} tidak mungkin: {sides}. {power}",
        "{value} % of {n} cannot be: {sides}. {power}",
    ).joined(
        value=figure(found.stated),
        n=figure(str(found.n)),
        sides=Text(
            " dan ".join(f"{k} memberi {value.id} %" for k, value in sides),
            " and ".join(f"{k} gives {value.en} %" for k, value in sides),
        ),
        power=_power(found),
    )


def doubtful(found: Judgement) -> Text:
    """Which way of rounding alone gives the share, from which count."""
    assert found.rounding is not None
    return Text(
        "{value} % dari {n} meragukan: hanya cocok bila {rounding}, dengan k = {k}; "
        "pembulatan biasa memberi {usual} %. {power}",
        "{value} % of {n} is doubtful: it fits only if {rounding}, with k = {k}; "
        "usual rounding gives {usual} %. {power}",
    ).joined(
        value=figure(found.stated),
        n=figure(str(found.n)),
        rounding=found.rounding.words,
        k=listed(found.counts),
        usual=figure(_usual(found)),
        power=_power(found),
    )


def _usual(found: Judgement) -> str:
    places = len(found.stated.partition(".")[2])
    return printed(Fraction(100 * found.counts[0], found.n), places)


def _power(found: Judgement) -> Text:
    caught = figure(printed(found.power * 100, 1))
    return Text(
        "Pemeriksaan ini menangkap {caught} % angka yang keliru.",
        "This check catches {caught} % of wrong figures.",
    ).joined(caught=caught)


def _next(found: Judgement, fact: Fact, facts: Facts) -> Text:
    """Where the right base may lie: other counts of the same programme, then numbers near."""
    others = sorted(
        {
            int(other.value)
            for other in facts
            if same_programme(fact, other)
            and unit_of(other) == "persons"
            and other.value.isdigit()
            and int(other.value) in found.bases
        }
    )
    text = bases(found)
    if others:
        text = Text(
            text.id + " {n} adalah jumlah lain dalam program yang sama: mungkin dasarnya tertukar.",
            text.en + " {n} is another count of the same programme: the base may be swapped.",
        ).joined(n=listed(others))
    return text


def bases(found: Judgement) -> Text:
    """Which bases would fit, and what to look up."""
    if not found.bases:
        return Text(
            "Hitung ulang dari data mentah: tidak ada dasar di dekatnya yang cocok.",
            "Count again from the raw data: no base near it fits.",
        )
    return Text(
        "Angka itu cocok dengan n = {bases}. Periksa apakah ada yang tidak menjawab, atau apakah "
        "dasarnya kelompok lain.",
        "The figure fits n = {bases}. See whether some gave no answer, or whether the base is "
        "another group.",
    ).joined(bases=listed(found.bases))


def _over(fact: Fact) -> Finding:
    return Finding(
        fact.id,
        "impossible",
        Text("{name}: bagian dari keseluruhan tidak bisa melebihi 100 %.",
             "{name}: a share of a whole cannot exceed 100 %.").joined(name=named(fact)),
        Text("Periksa angkanya, atau sebut sebagai kenaikan bila itu maksudnya.",
             "Check the figure, or call it an increase if that is meant."),
    )  # fmt: skip


def _share(value: str, n: int, **more: object) -> Facts:
    return (invented(value=value, n=n, unit="percent", kind="proportion", base="people", **more),)


CHECK = Check(
    id="percentages",
    title=Text("Persentase yang mungkin dari dasarnya", "Percentages that their base allows"),
    source="Brown and Heathers, The GRIM Test, Social Psychological and Personality Science 2017",
    run=_run,
    examples=(
        Example(_share("64.52", 179), (("F1", "impossible"),)),
        Example(_share("49.1", 512), (("F1", "doubtful"),)),
        Example(_share("37.5", 512), ()),
        Example(_share("69", 512), ()),
        Example(_share("64.52", 179, weighted=True), ()),
        Example(_share("64.52", 179, method="weighted by sex"), ()),
        Example(_share("104", 512), (("F1", "impossible"),)),
    ),
)
