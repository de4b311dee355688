"""Do the answers to one question add up to a hundred percent?

A question is what stands before the colon in "travel to school: on foot". Several answers allowed
(say so in `method`) have no such sum.
"""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from jaga.evidence.consistency.model import Check, Example, Facts, invented
from jaga.evidence.consistency.relating import unit_of
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.rounding import decimals, figure, printed
from jaga.words import Text

SEVERAL = ("several", "multiple", "multi", "lebih dari satu", "beberapa")


def _run(facts: Facts) -> Iterator[Finding]:
    for question, answers in _questions(facts).items():
        places = max(decimals(one.value) for one in answers)
        # Each rounded figure may be half a unit off.
        bound = sum((half_unit(one) for one in answers), Fraction(0))
        total = sum((one.number for one in answers), Fraction(0))
        words = _words(question, printed(total, places), printed(bound, places + 1))
        if abs(total - 100) <= bound:
            yield Finding(answers[0].id, "sum_ok", words, NOTHING)
        elif total > 100:
            yield Finding(answers[0].id, "sum_wrong", words, NEXT)


def half_unit(fact: Fact) -> Fraction:
    """How far rounding may have moved a stated figure."""
    return Fraction(1, 2 * 10 ** decimals(fact.value))


def _questions(facts: Facts) -> dict[str, list[Fact]]:
    found: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        question, colon, _ = fact.measure.partition(": ")
        several = any(word in fact.method.lower() for word in SEVERAL)
        if colon and unit_of(fact) == "percent" and fact.kind == "proportion" and not several:
            place = (question, fact.programme, fact.section, fact.period, fact.place, fact.base)
            found[place].append(fact)
    return {place[0]: answers for place, answers in found.items() if len(answers) > 1}


def _words(question: str, total: str, bound: str) -> Text:
    return Text(
        "Jawaban atas “{question}” berjumlah {total} %; pembulatan menjelaskan selisih sampai "
        "{bound} poin.",
        "The answers to “{question}” add up to {total} %; rounding explains {bound} points.",
    ).joined(question=Text(question, question), total=figure(total), bound=figure(bound))


NOTHING = Text("Tidak ada yang perlu diubah.", "Nothing to change.")
NEXT = Text(
    "Hitung ulang, atau tulis pada method bahwa boleh memilih beberapa jawaban.",
    "Count again, or say in `method` that several answers were allowed.",
)


def _answers(*values: str, method: str = "") -> Facts:
    return tuple(
        invented(id=f"F{n}", value=value, unit="percent", kind="proportion", method=method, n=300,
                 measure=f"travel to school: way {n}")
        for n, value in enumerate(values, start=1)
    )  # fmt: skip


CHECK = Check(
    id="answers",
    title=Text("Jawaban satu pertanyaan", "Answers to one question"),
    source="m rounded figures are off by at most m half units",
    run=_run,
    examples=(
        Example(_answers("33.3", "33.3", "33.3"), (("F1", "sum_ok"),)),
        Example(_answers("41", "37", "29"), (("F1", "sum_wrong"),)),
        Example(_answers("41", "37", "29", method="several answers"), ()),
        Example(_answers("41", "22"), ()),
    ),
)
