"""Two lists of tokens against each other: suggestions with reasons, and never a decision.

The levels come from one table, RULES, read from the top; what fits no row is `different`.
`same` means: everything that both units know agrees. Even then a person decides, and a line that
fits more than one line of the other list is `perhaps` at most, because twins look like that.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from jaga.casework.matching.tokens import Row
from jaga.words import Text

# Kept with each decision, so that it is known which table suggested it.
RULES_VERSION = "2026-11"

Level = Literal["same", "perhaps", "different"]
Answer = Literal["same", "differs", "unknown"]
# How two names stand to each other: spelt alike; sounding alike; one is part of the other; some
# words in common and some of its own on each side; nothing in common.
NameAnswer = Literal["spelt", "sounds", "part", "shared", "differs"]
# A day known on both sides, or the year where a day is missing.
BirthAnswer = Literal["day", "year", "other_day", "differs", "unknown"]
HARD = ("sex", "mother")
SOFT = ("region", "village")

REASONS: dict[str, Text] = {
    "name_spelt": Text("Ejaan namanya sama", "The name is spelt alike"),
    "name_sounds": Text("Namanya sebunyi, ejaannya lain", "The name sounds alike, spelt otherwise"),
    "name_part": Text("Nama yang satu bagian dari yang lain", "One name is part of the other"),
    "name_shared": Text(
        "Sebagian kata namanya sama, sebagian lain: mungkin saudara atau kembar",
        "Some words of the name agree and some do not: perhaps siblings or twins",
    ),
    "birth_day": Text("Tanggal lahirnya sama", "The date of birth is the same"),
    "birth_year": Text("Tahun lahirnya sama, harinya belum diketahui di salah satu",
                       "The year of birth is the same; one side does not know the day"),
    "birth_other_day": Text("Tahun lahirnya sama, harinya lain",
                            "The year of birth is the same, the day is not"),
    "birth_unknown": Text("Tanggal lahirnya belum diketahui", "The date of birth is not known"),
    "sex_differs": Text("Jenis kelaminnya tercatat lain", "The sex is recorded otherwise"),
    "mother_same": Text("Huruf awal nama ibunya sama", "The mother's initial is the same"),
    "mother_differs": Text("Huruf awal nama ibunya lain", "The mother's initial differs"),
    "region_same": Text("Provinsinya sama", "The province is the same"),
    "region_differs": Text("Provinsinya lain", "The province differs"),
    "village_same": Text("Desa atau kelurahannya sama", "The village is the same"),
    "village_differs": Text("Desa atau kelurahannya lain", "The village differs"),
    "several": Text(
        "Cocok dengan lebih dari satu baris: mungkin kembar, senama, atau tercatat dua kali",
        "Fits more than one line: perhaps twins, namesakes, or recorded twice",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """One row of the table. `near`: at least this many of mother, region and village agree;
    `against`: at most this many of sex, mother, region and village differ."""

    name: tuple[NameAnswer, ...]
    birth: tuple[BirthAnswer, ...]
    hard_differs: bool
    near: int
    against: int
    level: Level
    why: str


RULES: tuple[Rule, ...] = (
    Rule(("spelt", "sounds"), ("day",), False, 0, 2, "same",
         "name and day agree; moving house changes region and village"),
    Rule(("spelt", "sounds"), ("day",), True, 0, 4, "perhaps",
         "a sex or a mother's initial is easily recorded wrongly, and namesakes share days"),
    Rule(("spelt", "sounds"), ("year", "unknown"), False, 1, 2, "perhaps",
         "a day is often not known; a namesake in another village looks the same"),
    Rule(("spelt", "sounds"), ("other_day",), False, 2, 0, "perhaps",
         "day and month are swapped in writing; all else must agree"),
    Rule(("part",), ("day",), False, 0, 1, "perhaps",
         "one unit knows a single name, the other the whole"),
    Rule(("part",), ("year", "unknown"), False, 2, 0, "perhaps",
         "a single name without a day needs the place and the mother to agree"),
    Rule(("shared",), ("day",), False, 2, 0, "perhaps",
         "a word heard wrongly, or twins: the reasons say so"),
)  # fmt: skip


@dataclass(frozen=True)
class Match:
    """A suggestion: one line of ours, one of theirs. `differs` names coded fields at odds."""

    ours: str
    theirs: str
    level: Level
    reasons: tuple[str, ...]
    differs: tuple[str, ...] = ()


def compare(ours: Iterable[Row], theirs: Iterable[Row]) -> list[Match]:
    """Every pair that may be one child, surest first; `different` pairs are left out."""
    found = [
        match
        for one, other in _candidates(list(ours), list(theirs))
        if (match := judge(one, other)).level != "different"
    ]
    return sorted(_doubted(found), key=lambda m: (m.level != "same", m.ours, m.theirs))


def judge(one: Row, other: Row) -> Match:
    """What the table says of two lines. The same the other way round."""
    name, birth = _name(one, other), _birth(one, other)
    answers = {field: _same(one, other, field) for field in (*HARD, *SOFT)}
    fitting = (rule.level for rule in RULES if _fits(rule, name, birth, answers))
    level: Level = next(fitting, "different")
    return Match(
        ours=one.ref,
        theirs=other.ref,
        level=level,
        reasons=tuple(_reasons(name, birth, answers)),
        differs=tuple(_at_odds(one, other)),
    )


def children(ours: Iterable[str], theirs: Iterable[str], same: Iterable[tuple[str, str]]) -> int:
    """How many children two lists hold together, with the pairs a person called the same.

    A child whom three lines mean is one: pairs that touch are counted as one group.
    """
    leader = {("ours", ref): ("ours", ref) for ref in ours}
    leader.update({("theirs", ref): ("theirs", ref) for ref in theirs})

    def head(line: tuple[str, str]) -> tuple[str, str]:
        while leader[line] != line:
            line = leader[line]
        return line

    for one, other in same:
        if ("ours", one) in leader and ("theirs", other) in leader:
            leader[head(("ours", one))] = head(("theirs", other))
    return sum(1 for line in leader if leader[line] == line)


def _candidates(ours: list[Row], theirs: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Pairs with a word of the name in common and no two years of birth; no rule asks for less."""
    by_year: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in theirs:
        for word in row.name_words:
            by_year[word][row.birth_year].append(row)
    for one in ours:
        near: dict[str, Row] = {}
        for word in one.name_words:
            years = {one.birth_year, ""} if one.birth_year else set(by_year[word])
            near.update((other.ref, other) for year in years for other in by_year[word][year])
        for ref in sorted(near):
            yield one, near[ref]


def _doubted(found: list[Match]) -> Iterator[Match]:
    ours, theirs = Counter(m.ours for m in found), Counter(m.theirs for m in found)
    for match in found:
        if ours[match.ours] > 1 or theirs[match.theirs] > 1:
            yield replace(match, level="perhaps", reasons=(*match.reasons, "several"))
        else:
            yield match


def _fits(
    rule: Rule, name: NameAnswer, birth: BirthAnswer, answers: dict[str, Answer]
) -> bool:  # fmt: skip
    if name not in rule.name or birth not in rule.birth:
        return False
    hard = any(answers[field] == "differs" for field in HARD)
    near = sum(answers[field] == "same" for field in ("mother", *SOFT))
    against = sum(answer == "differs" for answer in answers.values())
    return hard == rule.hard_differs and near >= rule.near and against <= rule.against


def _name(one: Row, other: Row) -> NameAnswer:
    if one.spelling and one.spelling == other.spelling:
        return "spelt"
    if one.name and one.name == other.name:
        return "sounds"
    if one.name_words <= other.name_words or other.name_words <= one.name_words:
        return "part"
    return "shared" if one.name_words & other.name_words else "differs"


def _birth(one: Row, other: Row) -> BirthAnswer:
    if one.birth_date and other.birth_date:
        if one.birth_date == other.birth_date:
            return "day"
        return "other_day" if _same(one, other, "birth_year") == "same" else "differs"
    year = _same(one, other, "birth_year")
    return {"same": "year", "differs": "differs", "unknown": "unknown"}[year]  # type: ignore[return-value]


def _same(one: Row, other: Row, field: str) -> Answer:
    ours, theirs = getattr(one, field), getattr(other, field)
    if not (ours and theirs):
        return "unknown"
    return "same" if ours == theirs else "differs"


def _reasons(name: NameAnswer, birth: BirthAnswer, answers: dict[str, Answer]) -> Iterator[str]:
    told = [f"name_{name}", f"birth_{birth}"]
    told += [f"{field}_{answer}" for field, answer in answers.items()]
    return (reason for reason in told if reason in REASONS)


def _at_odds(one: Row, other: Row) -> Iterator[str]:
    """Coded fields that both units filled, and filled otherwise."""
    for field in ("sex", "region", "birth_date", "birth_year", "age_band", "form"):
        if _same(one, other, field) == "differs":
            yield field
