"""Were persons, contacts and estimated reach added together, or a union made too small?"""

from collections.abc import Iterator

from jaga.evidence.consistency.model import Check, Example, Facts, invented, named
from jaga.evidence.consistency.relating import is_whole, same_programme, same_time, unit_of
from jaga.evidence.facts import Fact, Finding
from jaga.evidence.rounding import figure
from jaga.words import Text

# How people are counted: each once, each time, or by guess. Sums across these mean nothing.
WAYS = ("unique persons", "contacts", "estimated reach")


def _run(facts: Facts) -> Iterator[Finding]:
    counted = [fact for fact in facts if fact.kind in WAYS and unit_of(fact) == "persons"]
    for whole in counted:
        if not is_whole(whole):
            continue
        parts = [part for part in counted if part is not whole and _inside(part, whole)]
        ways = {part.kind for part in parts}
        if len(ways) > 1 and sum(part.number for part in parts) == whole.number:
            yield Finding(whole.id, "sum_wrong", _mixed(whole, parts), APART)
        largest = max(
            (part for part in parts if part.kind == whole.kind == "unique persons"),
            key=lambda part: part.number,
            default=None,
        )
        if largest and largest.number > whole.number and not whole.qualifier:
            yield Finding(whole.id, "impossible", _too_small(whole, largest), COUNT)


def _inside(part: Fact, whole: Fact) -> bool:
    """In the whole's section and time; in its programme if it names one."""
    return (
        part.section == whole.section
        and same_time(part, whole)
        and (not whole.programme or same_programme(part, whole))
    )


def _mixed(whole: Fact, parts: list[Fact]) -> Text:
    return Text(
        "{name}: {total} adalah jumlah dari {parts}, yang dihitung dengan cara berlainan.",
        "{name}: {total} is the sum of {parts}, which are counted in different ways.",
    ).joined(
        name=named(whole),
        total=figure(whole.value),
        parts=Text(
            ", ".join(f"{figure(p.value).id} {WORDS[p.kind].id}" for p in parts),
            ", ".join(f"{figure(p.value).en} {WORDS[p.kind].en}" for p in parts),
        ),
    )


def _too_small(whole: Fact, part: Fact) -> Text:
    return Text(
        "{whole}: {total} orang seluruhnya, lebih sedikit daripada {part}: {count}.",
        "{whole}: {total} people in all, fewer than {part}: {count}.",
    ).joined(
        whole=named(whole), total=figure(whole.value), part=named(part), count=figure(part.value)
    )


WORDS = {
    "unique persons": Text("orang (masing-masing sekali)", "persons (each once)"),
    "contacts": Text("kontak (setiap kali hadir)", "contacts (each time)"),
    "estimated reach": Text("perkiraan jangkauan", "estimated reach"),
}
APART = Text(
    "Sebutkan terpisah. Gabungan orang paling sedikit bagian terbesarnya, paling banyak jumlahnya.",
    "Tell them apart. A union of people is at least its largest part and at most their sum.",
)
COUNT = Text("Hitung ulang jumlah seluruhnya.", "Count the whole again.")


def _year(total: str, kind: str = "contacts") -> Facts:
    return (
        invented(value=total, measure="people in all", kind=kind),
        invented(id="F2", value="300", measure="people trained", kind="unique persons"),
        invented(id="F3", value="900", measure="visits", kind="contacts"),
    )


CHECK = Check(
    id="reach",
    title=Text("Orang, kontak, jangkauan", "Persons, contacts, reach"),
    source="IndiKit: persons (lists), people (estimates) and contacts are counted apart",
    run=_run,
    examples=(
        Example(_year("1200"), (("F1", "sum_wrong"),)),
        Example(_year("1000"), ()),
        Example(_year("250", "unique persons"), (("F1", "impossible"),)),
        Example(_year("300", "unique persons"), ()),
    ),
)
