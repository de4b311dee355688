"""Invented year-end reports with planted faults, and the truth about each: seeded.

A report is a list of facts and a text in Indonesian or English that tells them. Everything in it
is invented (rekaan). Faults are planted one by one; what a fault makes true besides (a figure that
contradicts a fact is also in no fact) is written down as allowed. Whatever else is found is wrong.
"""

import random
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from jaga.evidence.facts import Fact, Finding

FAULTS = (
    "impossible",
    "contradiction in the facts",
    "contradiction in the text",
    "wrong sum",
    "untied number",
    "small group",
    "missing base",
    "spoken ratio",
    "base swap",
    "kind of place",
    "two readings",
)
SMALL_WORDS = {
    "id": {2: "dua", 3: "tiga", 4: "empat", 5: "lima", 6: "enam", 7: "tujuh", 12: "dua belas"},
    "en": {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 12: "twelve"},
}


@dataclass(frozen=True)
class Planted:
    """A fault: the kind a finding must have, where it is (fact or words), and what else is true."""

    fault: str
    kind: str
    fact_ids: frozenset[str] = frozenset()
    needle: str = ""
    also: frozenset[str] = frozenset()

    def place(self, finding: Finding) -> bool:
        """True for a finding about this fact or this stretch of text."""
        here = bool(self.needle) and self.needle in finding.where
        return here or finding.fact_id in self.fact_ids


@dataclass
class Report:
    """One invented report; `planted` is the truth."""

    language: str
    facts: list[Fact] = field(default_factory=list)
    sections: list[list[str]] = field(default_factory=lambda: [[], [], [], []])
    planted: list[Planted] = field(default_factory=list)
    headings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The report as Markdown, a paragraph a sentence or two."""
        parts = []
        for number, (heading, lines) in enumerate(
            zip(self.headings, self.sections, strict=True), start=1
        ):
            parts.append(f"## {number}. {heading}")
            parts += [" ".join(lines[at : at + 2]) for at in range(0, len(lines), 2)]
        return "\n\n".join(parts) + "\n"


class Writer:
    """Draws one report. `phrases` is a module of sentences, measures and names."""

    def __init__(self, seed: int, phrases: ModuleType, language: str) -> None:
        self.draw = random.Random(f"{phrases.__name__} {seed} {language}")
        self.phrases, self.language = phrases, language
        self.says: dict[str, Any] = phrases.INDONESIAN if language == "id" else phrases.ENGLISH
        self.year = self.draw.randint(2027, 2039)
        self.report = Report(language)
        self.report.headings = tuple(
            heading.format(year=self.year) for heading in self.says["headings"]
        )
        self.with_indonesian = self.draw.random() < 0.7
        self.used: set[int] = set()

    def number(self, low: int, high: int) -> int:
        """A number no other figure of the report has."""
        while (value := self.draw.randint(low, high)) in self.used:
            pass
        self.used.add(value)
        return value

    def say(self, section: int, kind: str, **values: object) -> str:
        """One sentence, put into a section; returned so that it can be found again."""
        line = str(self.draw.choice(self.says[kind])).format(
            year=self.year, before=self.year - 2, **values
        )
        line = line[0].upper() + line[1:]
        self.report.sections[section].append(line)
        return line

    def fact(self, measure: str, value: object, unit: str, kind: str, **more: Any) -> Fact:
        """A fact with the next id; `indonesian` words are kept if this report has them."""
        indonesian = more.pop("indonesian", "") if self.with_indonesian else ""
        more.pop("indonesian", None)
        blank: dict[str, Any] = dict.fromkeys(
            ("pillar", "partner", "base", "base_id", "place", "place_code", "qualifier"), ""
        )
        made = Fact(
            **(
                blank
                | {"id": f"R{len(self.report.facts) + 1:03d}", "section": "2", "k": None, "n": None}
                | {"measure": measure, "measure_id": indonesian, "value": str(value)}
                | {"unit": unit, "kind": kind, "period": str(self.year)}
                | more
            )
        )
        self.report.facts.append(made)
        return made

    def whole(self, value: int) -> str:
        """A count as this language writes it, small ones at times in words."""
        word = SMALL_WORDS[self.language].get(value)
        if word and self.draw.random() < 0.5:
            return f"{word} ({value})" if self.draw.random() < 0.3 else word
        return f"{value:,}".replace(",", "." if self.language == "id" else ",")

    def share(self, value: str) -> str:
        """A percentage as this language writes it."""
        said = value.replace(".", ",") if self.language == "id" else value
        spelt = "persen" if self.language == "id" else "percent"
        return f"{said} {spelt}" if self.draw.random() < 0.25 else f"{said}%"


def tenths(k: int, n: int) -> str:
    """k of n in percent with one decimal, halves up, by whole numbers alone."""
    scaled = (2000 * k + n) // (2 * n)
    return f"{scaled // 10}.{scaled % 10}"


def fits(value: str, n: int) -> bool:
    """True where some count gives the share by any rounding: tried one by one."""
    want = int(value.replace(".", ""))
    return any(abs(1000 * k - n * want) < n for k in range(n + 1))


def report(seed: int, phrases: ModuleType, language: str) -> Report:
    """An invented report with four different faults."""
    writer = Writer(seed, phrases, language)
    faults = set(writer.draw.sample(FAULTS, 4))
    _survey(writer, faults)
    _training(writer, faults)
    _units(writer, faults)
    _campaign(writer, faults)
    _providers(writer, faults)
    _loose(writer, faults)
    for line in writer.draw.sample(writer.says["noise"], 4):
        section = writer.report.sections[writer.draw.randrange(4)]
        section.insert(
            writer.draw.randint(0, len(section)),
            line.format(year=writer.year, before=writer.year - 2),
        )
    return writer.report


def _survey(writer: Writer, faults: set[str]) -> None:
    name = writer.draw.choice(writer.phrases.SURVEYS)
    # Below 400, so that with one decimal some percentages are impossible.
    children, parents = writer.number(120, 380), writer.number(120, 480)
    villages, provinces = writer.number(15, 60), writer.number(2, 7)
    told = {"programme": name, "pillar": "research"}
    writer.fact("respondents in all", children + parents, "persons", "count",
                indonesian="responden seluruhnya", **told)  # fmt: skip
    writer.fact("parent respondents", parents, "persons", "count",
                indonesian="responden orang tua", **told)  # fmt: skip
    writer.fact("child respondents", children, "persons", "count",
                indonesian="responden anak", **told)  # fmt: skip
    writer.fact("villages", villages, "villages", "count", indonesian="desa", **told)
    writer.fact("provinces", provinces, "provinces", "count", indonesian="provinsi", **told)
    writer.say(
        1, "sample", name=name, total=writer.whole(children + parents),
        parents=writer.whole(parents), children=writer.whole(children),
        villages=writer.whole(villages), provinces=writer.whole(provinces),
    )  # fmt: skip
    measures = writer.draw.sample(writer.phrases.MEASURES, 3)
    first = _share(writer, name, measures[0], children)
    second = _share(writer, name, measures[1], children)
    if "impossible" in faults:
        _impossible(writer, name, measures[2], children)
    _told_again(writer, name, first, measures[0], faults)
    _hours(writer, name, children, faults)
    if "base swap" in faults:
        base = writer.draw.choice(writer.says["swapped_children"])
        line = writer.say(
            2, "share_again", name=name, pct=writer.share(second.value), base=base,
            measure=_measure(writer, measures[1]),
        )  # fmt: skip
        _plant(writer, "base swap", "contradiction", (), line, {"untied_number"})


def _measure(writer: Writer, pair: tuple[str, str]) -> str:
    return pair[0] if writer.language == "id" else pair[1]


def _share(writer: Writer, name: str, pair: tuple[str, str], n: int) -> Fact:
    k = writer.draw.randint(n // 5, n * 4 // 5)
    return _told_share(writer, name, pair, n, tenths(k, n))


def _told_share(writer: Writer, name: str, pair: tuple[str, str], n: int, value: str) -> Fact:
    made = writer.fact(
        f"children {pair[1]}", value, "percent", "proportion", n=n, base="child respondents",
        base_id="responden anak", programme=name, pillar="research",
        indonesian=f"anak yang {pair[0]}",
    )  # fmt: skip
    writer.say(1, "share", name=name, n=writer.whole(n), pct=writer.share(value),
               measure=_measure(writer, pair))  # fmt: skip
    return made


def _impossible(writer: Writer, name: str, pair: tuple[str, str], n: int) -> None:
    while fits(value := f"{writer.draw.randint(20, 80)}.{writer.draw.randint(0, 9)}", n):
        pass
    made = _told_share(writer, name, pair, n, value)
    _plant(writer, "impossible", "impossible", (made.id,), "", set())


def _told_again(
    writer: Writer, name: str, fact: Fact, pair: tuple[str, str], faults: set[str]
) -> None:
    wrong = "contradiction in the text" in faults
    value = f"{float(fact.value) + writer.draw.choice((-7.3, 4.1, 9.6)):.1f}"
    line = writer.say(
        2, "share_again", name=name, pct=writer.share(value if wrong else fact.value),
        base="anak" if writer.language == "id" else "children", measure=_measure(writer, pair),
    )  # fmt: skip
    if wrong:
        _plant(writer, "contradiction in the text", "contradiction", (), line, {"untied_number"})


def _hours(writer: Writer, name: str, n: int, faults: set[str]) -> None:
    hours = f"{writer.draw.randint(3, 6)}.{writer.draw.randint(1, 9)}"
    told = {"programme": name, "n": n, "base": "child respondents", "pillar": "research",
            "indonesian": "jam sehari di dunia daring"}  # fmt: skip
    writer.fact("hours a day spent online", hours, "hours", "mean", **told)
    comma = hours.replace(".", ",") if writer.language == "id" else hours
    writer.say(1, "hours", name=name, hours=comma)
    if "contradiction in the facts" in faults:
        other = f"{float(hours) + 1.2:.1f}"
        made = writer.fact("hours a day spent online", other, "hours", "mean", **told | {
            "section": "3"})  # fmt: skip
        comma = other.replace(".", ",") if writer.language == "id" else other
        line = writer.say(2, "hours", name=name, hours=comma)
        ids = (made.id, writer.report.facts[-2].id)
        _plant(writer, "contradiction in the facts", "contradiction", ids, line, set())


def _training(writer: Writer, faults: set[str]) -> None:
    name = writer.draw.choice(writer.phrases.TRAININGS)
    men, women = writer.number(8, 60), writer.number(8, 60)
    people = men + women
    wrong = "wrong sum" in faults
    stated = people + writer.draw.choice((1, 2, 10)) if wrong else people
    told = {"programme": name, "pillar": "education"}
    made = writer.fact("participants", stated, "persons", "unique persons",
                       indonesian="peserta", **told)  # fmt: skip
    for value, english, indonesian in ((men, "men", "laki-laki"), (women, "women", "perempuan")):
        writer.fact(english, value, "persons", "unique persons", base="participants",
                    n=max(stated, people), indonesian=indonesian, **told)  # fmt: skip
    line = writer.say(1, "training", name=name, people=writer.whole(stated),
                      men=writer.whole(men), women=writer.whole(women))  # fmt: skip
    if wrong:
        _plant(writer, "wrong sum", "sum_wrong", (made.id,), line, set())


def _units(writer: Writer, faults: set[str]) -> None:
    name = writer.draw.choice(writer.phrases.UNITS)
    units, count = writer.number(5, 14), writer.number(30, 400)
    told = {"programme": name, "pillar": "institution"}
    writer.fact("districts with strengthened service units", units, "districts", "count",
                indonesian="kabupaten/kota dengan unit layanan yang diperkuat", **told)  # fmt: skip
    writer.fact("complaints received", count, "complaints", "count",
                indonesian="pengaduan diterima", **told)  # fmt: skip
    places = writer.says["places"]
    writer.say(1, "units", name=name, units=writer.whole(units), place=places["districts"])
    writer.say(1, "complaints", name=name, count=writer.whole(count))
    if "kind of place" in faults:
        other = places[writer.draw.choice(("provinces", "villages"))]
        line = writer.say(2, "units", name=name, units=writer.whole(units), place=other)
        _plant(writer, "kind of place", "contradiction", (), line, {"untied_number"})


def _campaign(writer: Writer, faults: set[str]) -> None:
    name = writer.draw.choice(writer.phrases.CAMPAIGNS)
    reach = writer.number(1100, 9800)
    told = {"programme": name, "pillar": "education"}
    writer.fact("people reached by the campaign", reach, "persons", "estimated reach",
                indonesian="orang dijangkau kampanye", **told)  # fmt: skip
    said = f"{reach:,}"
    right = said.replace(",", ".") if writer.language == "id" else said
    wrong = said if writer.language == "id" else said.replace(",", ".")
    writer.say(1, "reach", name=name, reach=right)
    if "two readings" in faults:
        line = writer.say(2, "reach", name=name, reach=wrong)
        _plant(writer, "two readings", "untied_number", (), line, set())
    small = writer.draw.randint(2, 4) if "small group" in faults else writer.number(5, 9)
    made = writer.fact("survivors interviewed", small, "persons", "unique persons",
                       indonesian="penyintas diwawancarai", **told)  # fmt: skip
    line = writer.say(1, "small", name=name, small=writer.whole(small))
    if "small group" in faults:
        _plant(writer, "small group", "disclosive", (made.id,), line, set())


def _providers(writer: Writer, faults: set[str]) -> None:
    name = writer.draw.choice(writer.phrases.PROVIDERS)
    n = writer.number(90, 300)
    value = tenths(writer.draw.randint(n // 5, n * 4 // 5), n)
    told = {"programme": name, "pillar": "finance"}
    writer.fact("respondents", n, "persons", "count", indonesian="responden", **told)
    writer.fact("respondents who agree with an internal SOP", value, "percent", "proportion",
                n=n, base="respondents", base_id="responden",
                indonesian="responden yang setuju SOP internal", **told)  # fmt: skip
    writer.say(1, "providers", name=name, n=writer.whole(n), pct=writer.share(value))
    swap = "base swap" in faults
    base = (
        writer.draw.choice(writer.says["swapped_providers"]) if swap else writer.says["respondents"]
    )
    line = writer.say(2, "providers_again", name=name, pct=writer.share(value), base=base)
    if swap:
        _plant(writer, "base swap", "contradiction", (), line, {"untied_number"})


def _loose(writer: Writer, faults: set[str]) -> None:
    """Faults that stand alone: a figure of nobody's, a share of nobody, a manner of speaking."""
    said = {fact.measure for fact in writer.report.facts}
    free = [pair for pair in writer.phrases.MEASURES if f"children {pair[1]}" not in said]
    pair, other = writer.draw.sample(free, 2)
    told = {"programme": "", "pillar": "research", "base": "children", "base_id": "anak"}
    if "untied number" in faults:
        line = writer.say(2, "untied", count=writer.whole(writer.number(20, 90)))
        _plant(writer, "untied number", "untied_number", (), line, set())
    if "missing base" in faults:
        value = f"{writer.draw.randint(20, 80)}.{writer.draw.randint(0, 9)}"
        made = writer.fact(f"children {pair[1]}", value, "percent", "proportion",
                           indonesian=f"anak yang {pair[0]}",
                           **told | {"period": str(writer.year - 1)})  # fmt: skip
        line = writer.say(0, "bare_share", pct=writer.share(value), measure=_measure(writer, pair))
        _plant(writer, "missing base", "no_base", (made.id,), line, set())
    if "spoken ratio" in faults:
        k = writer.draw.randint(2, 7)
        line = writer.say(0, "spoken", k=k, measure=_measure(writer, other))
        _plant(writer, "spoken ratio", "no_base", (), line, {"untied_number"})


def _plant(
    writer: Writer, fault: str, kind: str, ids: tuple[str, ...], line: str, also: set[str]
) -> None:
    writer.report.planted.append(
        Planted(fault, kind, frozenset(ids), line, frozenset(also | {kind}))
    )
